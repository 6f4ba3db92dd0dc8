import type { Item, Message } from '../chat/message.ts'
import { dateOf } from '../chat/since.ts'
import type { Mention } from '../model/mention.ts'
import { moods } from '../model/mood.ts'
import type { Instant } from '../model/post.ts'
import { isUncertain, type Team } from '../model/team.ts'
import { dayStart, minute } from '../model/time.ts'
import type { Gathered } from '../store/digests.ts'
import type { Outage } from '../store/feeds.ts'
import type { Untold } from '../store/given-up.ts'
import type { Parts } from '../store/store.ts'
import { type Marked, marked, together } from '../texts/marked.ts'
import { type Say, sayIn } from '../texts/texts.ts'
import { type Entry, entriesOf, netMood } from './digest-entries.ts'
import { outageFields, untoldFields, type When } from './digest-outages.ts'

/** What a digest is made of: what was gathered since a moment, when it was due, and when it is composed. */
export type DigestFacts = {
  gathered: Gathered[]
  outages: Outage[]
  untold: Untold
  since: Instant
  dueAt: Instant
  now: Instant
}

/**
 * A morning's mentions as one message: stories first, then the most negative and the most positive, then the rest,
 * newest first, as far as there is room. What could not be heard, or told, is said, also where nothing was heard.
 */
export async function digestMessage(store: Parts, team: Team, facts: DigestFacts): Promise<Message> {
  const { gathered, dueAt, since, now } = facts
  const say = sayIn(team.locale)
  const when = whenIn(say, now, team.timeZone)
  const time = say.time(dueAt, dueAt, team.timeZone)
  const fields = [...outageFields(facts.outages, say, when), ...untoldFields(facts.untold, say)]
  const late = now - dueAt > punctual ? say('digest.late', { due: when('at', dueAt) }) : null
  if (gathered.length === 0) {
    const sources = say.plain('help.sources', { count: team.sources.length })
    return {
      title: say.plain('digest.title-none', { time }),
      text: together([say('digest.none', { since: when('since', since), sources }), late]),
      fields,
    }
  }
  const entries = entriesOf(gathered)
  const shown = new Map(entries.slice(0, mostItems).map((entry) => [entry.mention, entry]))
  const mentions = await store.mentions.these(team.name, [...shown.keys()])
  const left = entries.slice(mostItems).reduce((sum, entry) => sum + entry.mentions, 0)
  return {
    title: say.plain('digest.title', { count: gathered.length, time }),
    text: together([summary(gathered, entries, { say, team }), late]),
    items: mentions.map((mention) => itemOf(mention, shown.get(mention.id)!, { say, team })),
    fields,
    note: together([
      left > 0 ? say('digest.rest', { count: left, date: dateOf(since, team) }) : null,
      say('digest.net-means'),
      gathered.some(({ sample }) => sample) ? say('digest.sample') : null,
    ]),
  }
}

type Reader = { say: Say; team: Team }

/** The split by mood, the net mood, and how many stories are told in several places. */
function summary(gathered: Gathered[], entries: Entry[], { say, team }: Reader): Marked {
  const split = moods.map((mood) =>
    say(`mentions.${mood}`, { count: gathered.filter(({ label }) => label === mood).length }),
  )
  const uncertain = gathered.filter((one) => isUncertain(one, team)).length
  const net = netMood(gathered)
  const stories = entries.filter(({ mentions }) => mentions > 1).length
  return together([
    together(
      [
        ...split,
        uncertain > 0 ? say('mentions.uncertain', { count: uncertain }) : null,
        say('digest.net', { net: net > 0 ? `+${net}` : say.number(net) }),
      ],
      ' · ',
    ),
    stories > 0 ? say('digest.stories', { count: stories }) : null,
  ])
}

function itemOf({ id, post }: Mention, entry: Entry, { say, team }: Reader): Item {
  const who = [post.author, post.outlet].filter((one) => one).join(' · ')
  const places = entry.outlets.slice(0, mostOutlets)
  const more = entry.outlets.length - places.length
  const outlets = [...places, ...(more > 0 ? [say.plain('mention.more-outlets', { count: more })] : [])]
  return {
    title: short(post.title || who, longestTitle),
    url: post.url ?? undefined,
    // A headline says enough; of the worst and the best one wants to read more.
    quote:
      post.title && !entry.extreme
        ? undefined
        : short(
            post.text ?? say.plain(post.deletedAt === undefined ? 'mention.forgotten' : 'mention.gone-short'),
            longestQuote,
          ),
    text: together(
      [
        entry.extreme ? say(`digest.${entry.extreme}`) : null,
        entry.mentions > 1
          ? say('digest.told-by', { count: entry.mentions, outlets: outlets.join(', ') })
          : post.title
            ? marked`${post.outlet}`
            : null,
        say('mention.number', { id: String(id) }),
        isUncertain(entry, team) ? say('mention.uncertain') : null,
      ],
      ' · ',
    ),
    mood: entry.label,
    at: post.publishedAt ?? undefined,
  }
}

/** A moment of these days, as it is said: only the time today, "yesterday" before that, else the day. */
const whenIn =
  (say: Say, now: Instant, timeZone: string): When =>
  (key, at) => {
    if (at >= dayStart(now, timeZone))
      return say.plain(`digest.${key}-time`, { time: say.time(at, at, timeZone) })
    if (at >= dayStart(now, timeZone, -1))
      return say.plain(`digest.${key}-yesterday`, { time: say.time(at, at, timeZone) })
    return say.plain(`digest.${key}-day`, { time: say.time(at, now, timeZone) })
  }

const short = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text

/** Milliseconds: what is composed by then is on time. */
const punctual = 10 * minute
const mostItems = 25
const mostOutlets = 6
const longestTitle = 140
const longestQuote = 160
