import type { Asked } from '../src/chat/command.ts'
import type { Form, Message } from '../src/chat/message.ts'
import { readUntil } from '../src/chat/until.ts'
import { moveMention, tellMention } from '../src/delivery/mention-life.ts'
import { isHeldBy, moved } from '../src/model/mention.ts'
import { Oops } from '../src/model/oops.ts'
import type { Instant } from '../src/model/post.ts'
import { day } from '../src/model/time.ts'
import { together } from '../src/texts/marked.ts'
import type { Say } from '../src/texts/texts.ts'
import { found } from './mention-of.ts'

/**
 * Whoever asks has the mention, and is reminded of it at the moment that is typed: until then nothing reminds them. The
 * promise stands all the same: who waits for an answer knows nothing of it. Throws Oops.
 */
export async function later(asked: Asked, id: number, typed: string): Promise<Message> {
  const { team, person, now, say } = asked
  const until = momentOf(typed.slice(0, 60), { now, timeZone: team.timeZone })
  const time = say.at(until, now, team.timeZone)
  const promised = await asked.store.together(async (store) => {
    await store.turns.take()
    const mention = await found(asked, store, id)
    if (!isHeldBy(mention.state, person)) {
      const step = { by: person.name, id: person.id, at: now }
      await moveMention(store, team, mention, moved(mention.state, 'taken', step), { by: person, now })
    }
    await store.promises.snooze(team.name, id, until)
    await store.promises.step(team.name, id, { did: 'snoozed', who: person.name, at: now })
    const promised = await store.promises.get(team.name, id)
    if (promised) await store.promises.put(promised, until)
    await tellMention(store, team, id, now)
    return promised
  })
  return {
    text: together([
      say('mention.later-done', { time }),
      promised && promised.dueAt < until
        ? say('mention.later-promise', { time: say.at(promised.dueAt, now, team.timeZone) })
        : null,
    ]),
    quiet: true,
  }
}

/** Of a reminder `2h` is in two hours: nobody wants one at two in the night. Throws Oops. */
function momentOf(typed: string, { now, timeZone }: { now: Instant; timeZone: string }): Instant {
  const length = /^\s*[1-6]\s*h\s*$/i.test(typed) ? `in ${typed}` : typed
  const until = readUntil(length, now, timeZone, morning)
  if (until > now + longest) throw new Oops('mention.later-far', { given: typed })
  return until
}

export const laterForm = (say: Say): Form => ({
  title: say.plain('mention.later-title'),
  inputs: [
    {
      name: 'when',
      label: say.plain('mention.later-when'),
      hint: say.plain('mention.later-hint'),
      kind: 'line',
      required: true,
      most: 60,
    },
  ],
  submit: say.plain('mention.later'),
})

/** A day without a time of day means its morning. */
const morning = { hour: 9, minute: 0 }
const longest = 31 * day
