import type { Asked } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { aboutOf } from '../src/delivery/giveaway-words.ts'
import type { Giveaway } from '../src/model/giveaway.ts'
import { Oops } from '../src/model/oops.ts'
import { needsNow, notNow } from './giveaway-find.ts'

type Step = 'pause' | 'resume' | 'end' | 'cancel'

/** Moves a giveaway on, once, and its message with it. Throws Oops where somebody was faster. */
export async function takeStep(
  asked: Asked,
  giveaway: Giveaway,
  step: Step,
  why: string | null = null,
): Promise<Message> {
  const { store, say, now, person, team } = asked
  needsNow(asked, step, giveaway)
  if (why !== null && why.length > longestReason)
    throw new Oops('giveaway.reason-long', { most: longestReason })
  const { id } = giveaway
  const by = person.name
  const after = await store.together(async ({ giveaways, living }) => {
    const moved = {
      pause: () => giveaways.pause(id, by, now),
      resume: () => giveaways.resume(id, by, now),
      end: () => giveaways.endNow(id, by, now),
      cancel: () => giveaways.cancel(id, { by, why, now }),
    }
    const done = await moved[step]()
    const after = (await giveaways.get(team.name, id))!
    if (!done) return { lost: after }
    if (step === 'cancel') await living.end(team.name, aboutOf(giveaway), now)
    else await living.touch(team.name, aboutOf(giveaway), { soon: true })
    return after
  })
  if ('lost' in after) throw notNow(asked, after.lost)
  const time = say.at(after.endsAt, now, team.timeZone)
  return { quiet: true, text: say(`giveaway.did-${step}`, { id: String(id), time }) }
}

export const longestReason = 300
