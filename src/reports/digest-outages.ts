import type { Field } from '../chat/message.ts'
import type { Instant } from '../model/post.ts'
import { hour } from '../model/time.ts'
import type { Outage } from '../store/feeds.ts'
import type { Untold } from '../store/given-up.ts'
import { together } from '../texts/marked.ts'
import { reasonWords, type Say } from '../texts/texts.ts'

/** How a moment is said: "since yesterday 14:30", "at 14:30". */
export type When = (key: 'since' | 'at', moment: Instant) => string

/** The sources that could not be read, each with since when and why; those that were away for a moment only are left out. */
export function outageFields(outages: Outage[], say: Say, when: When): Field[] {
  const told = outages.filter(({ from, until }) => until === null || until - from >= notable)
  if (told.length === 0) return []
  const lines = told.slice(0, mostOutages).map(({ name, from, until, failure }) => {
    const facts = { name, since: when('since', from), reason: reasonWords(failure, say) }
    return until === null
      ? say('digest.outage-lasting', facts)
      : say('digest.outage-over', { ...facts, until: when('at', until) })
  })
  const more = told.length - lines.length
  return [
    {
      name: say.plain('digest.blind'),
      value: together([...lines, more > 0 ? say('digest.outages-more', { count: more }) : null]),
    },
  ]
}

/** How many messages did not reach their channel, or perhaps not; `/deliveries` names them. */
export function untoldFields({ givenUp, unconfirmed }: Untold, say: Say): Field[] {
  if (givenUp + unconfirmed === 0) return []
  const value = together([
    givenUp > 0 ? say('digest.given-up', { count: givenUp }) : null,
    unconfirmed > 0 ? say('digest.unconfirmed', { count: unconfirmed }) : null,
    say('digest.untold-where'),
  ])
  return [{ name: say.plain('digest.untold'), value }]
}

/** A feed that misses a few readings still holds what it said meanwhile. */
const notable = hour
const mostOutages = 8
