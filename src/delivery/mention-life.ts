import type { Message } from '../chat/message.ts'
import type { Mention, MentionState } from '../model/mention.ts'
import type { Instant } from '../model/post.ts'
import { clockedOf, goesOn, heardOf } from '../model/promise.ts'
import type { Team } from '../model/team.ts'
import type { Parts } from '../store/store.ts'
import { sayIn } from '../texts/texts.ts'
import { mentionMessage } from './mention.ts'

/** Who does something, by their id in the team and their name. */
export type Doer = { id: string; name: string }

/**
 * A mention stands so from now on: written down with who did it, its promise goes on or stops, and what tells it says
 * so. Gives the message. To be run in a transaction that took its turn.
 */
export async function moveMention(
  store: Parts,
  team: Team,
  mention: Mention,
  state: MentionState,
  { by, now }: { by: Doer; now: Instant },
): Promise<Message> {
  const held = state.is === 'new' ? { by: by.name, id: by.id } : state
  const { why, from } = 'by' in held ? { why: undefined, from: undefined, ...held } : {}
  await store.mentions.step(team.name, mention.id, {
    is: state.is,
    by: held.by,
    personId: held.id,
    from,
    why,
    at: now,
  })
  await followPromise(store, team, mention, state, now)
  if (state.is === 'ignored') await store.setAside.withhold(team.name, mention.id)
  if (state.is === 'new') await store.setAside.release(team.name, mention.id)
  return (await tellMention(store, team, mention.id, now))!
}

/** The clock goes on with what is put back to the pile or taken; with what is answered or ignored it has stopped. */
async function followPromise(store: Parts, team: Team, mention: Mention, state: MentionState, now: Instant) {
  await store.promises.hush(team.name, mention.id)
  if (!mention.promised || state.is === 'answered' || state.is === 'ignored') return
  const clocked = clockedOf(team)
  const going = goesOn(mention.promised, now, clocked)
  const next = state.is === 'taken' ? heardOf(going, now, clocked) : { ...going, silentAt: null }
  await store.promises.put(next, null)
}

/** What tells a mention says how it stands now. Gives the message, null where there is no such mention. */
export async function tellMention(
  store: Parts,
  team: Team,
  id: number,
  now: Instant,
  by: 'press' | 'itself' = 'press',
): Promise<Message | null> {
  const mention = await store.mentions.get(team.name, id)
  if (!mention) return null
  const outlets = await store.mentions.outlets(team.name, mention.story)
  const message = mentionMessage(mention, outlets, { say: sayIn(team.locale), now, team })
  await store.deliveries.change(team.name, `mention:${id}`, message, by)
  return message
}
