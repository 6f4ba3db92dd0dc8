import type { Asked, Pressed } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { ballotMessage } from '../src/delivery/poll-ballot.ts'
import { aboutOf, endPoll, polledOf, severalAccounts, votersOf } from '../src/delivery/poll-life.ts'
import type { Polled } from '../src/delivery/poll-message.ts'
import { Oops } from '../src/model/oops.ts'
import { ballotOf, mayVote, type Poll, type PollChoice } from '../src/model/poll.ts'
import type { Parts } from '../src/store/store.ts'

/** Somebody takes a choice, or several from a menu. */
export const vote = (asked: Asked & Pressed) =>
  cast(asked, (poll, choices) => ballotOf(poll, choices, numbersIn(asked.value)))

/** Somebody ranks one choice more; one that they ranked before stays where it is. */
export const next = (asked: Asked & Pressed) =>
  cast(asked, (poll, choices, before) =>
    ballotOf(poll, choices, [...(before ?? []), ...numbersIn(asked.value)]),
  )

/** The last choice of a ranking is taken off. */
export const undo = (asked: Asked & Pressed) =>
  cast(asked, (_poll, _choices, before) => {
    const left = (before ?? []).slice(0, -1)
    return left.length > 0 ? left : null
  })

/** As if they had never voted. */
export const takeBack = (asked: Asked & Pressed) => cast(asked, () => null)

/** What they have voted, and where it stands as far as they may see. */
export async function mine(asked: Asked & Pressed): Promise<Message> {
  const { store } = asked
  const polled = await found(asked, store)
  if (polled.poll.state === 'running') refuseOthers(asked, polled.poll, await isGone(asked, polled.poll))
  const ballot = await store.pollVotes.of(
    polled.poll.id,
    votersOf(polled.poll, await accountsOf(asked), asked.seal),
  )
  return ballotMessage(polled, ballot, asked)
}

type Choose = (poll: Poll, choices: PollChoice[], before: number[] | null) => number[] | null

/**
 * A vote is changed in the transaction that counts it, and ends the poll where it was the last one that was waited for.
 * What people can mend is found before: a transaction is shared with others, who should not have to try again.
 */
async function cast(asked: Asked & Pressed, choose: Choose): Promise<Message> {
  const { store, team, now, seal } = asked
  const first = await found(asked, store)
  refuseOthers(asked, first.poll, await isGone(asked, first.poll))
  refuseLate(first.poll, now)
  const accounts = await accountsOf(asked)
  choose(
    first.poll,
    first.choices,
    await store.pollVotes.of(first.poll.id, votersOf(first.poll, accounts, seal)),
  )
  const { polled, ballot } = await store.grouped(async (store) => {
    const poll = await store.polls.lock(team.name, first.poll.id)
    // It ended in between.
    if (poll?.state !== 'running') return { polled: { ...first, poll: poll ?? first.poll }, ballot: null }
    const voters = votersOf(poll, accounts, seal)
    const choices = await store.polls.choices(poll.id)
    const ballot = choose(poll, choices, await store.pollVotes.of(poll.id, voters))
    const known = poll.anonymous ? { name: null, at: null } : { name: asked.by.name, at: now }
    await store.pollVotes.put(poll.id, { voters, ...known }, ballot)
    await store.living.touch(team.name, aboutOf(poll.id))
    await endWithVotes(asked, store, poll)
    return { polled: (await polledOf(store, team, poll.id))!, ballot }
  })
  if (polled.poll.state !== 'running' && ballot === null) refuseLate(polled.poll, now)
  return ballotMessage(polled, ballot, asked)
}

/** The vote that was waited for ends the poll. */
async function endWithVotes({ team, now, seal }: Asked, store: Parts, poll: Poll) {
  if (poll.endsVotes === null) return
  const ballots = await store.pollVotes.ballots(poll.id)
  if (ballots.reduce((sum, { count }) => sum + count, 0) < poll.endsVotes) return
  const people = await severalAccounts(store, team)
  await endPoll(store, poll, { why: 'votes', by: null, now, seal, people })
}

/** Throws Oops where it does not run, or its time is over though nobody has ended it yet. */
function refuseLate({ state, endsAt }: Poll, now: number) {
  if (state === 'scheduled') throw new Oops('poll.not-yet')
  if (state === 'cancelled') throw new Oops('poll.gone')
  if (state === 'ended' || (endsAt !== null && endsAt <= now)) throw new Oops('poll.closed')
}

/** Throws Oops where it is not for them. */
function refuseOthers({ person, by }: Asked, { who }: Poll, gone: boolean) {
  if (mayVote(who, person, by.groups)) return
  const names = who.map(({ name }) => name).join(', ')
  throw new Oops(gone ? 'poll.role-gone' : 'poll.not-for-you', { names })
}

/** Whether those who may vote are groups of this chat, none of which exists any more. */
async function isGone({ person, by, chats, chat }: Asked, { who }: Poll): Promise<boolean> {
  if (mayVote(who, person, by.groups)) return false
  const kind = `${by.account.chat}:`
  const ours = who.filter(({ key }) => key.startsWith(kind))
  if (ours.length === 0 || ours.length < who.length) return false
  const known = await chats
    .get(chat)
    ?.groups?.()
    .catch(() => null)
  return Boolean(known) && !ours.some(({ key }) => known!.some(({ group }) => group === key))
}

/** The poll that a button is about. Throws Oops where it is gone. */
export async function found(
  { team, about }: Pick<Asked & Pressed, 'team' | 'about'>,
  store: Parts,
): Promise<Polled> {
  const polled = /^\d{1,15}$/.test(about) ? await polledOf(store, team, Number(about)) : null
  if (!polled) throw new Oops('poll.gone')
  return polled
}

/** All accounts of who asks: by the settings, and those they joined. */
export const accountsOf = ({ store, person, by }: Pick<Asked, 'store' | 'person' | 'by'>) =>
  store.people.sameAs([...person.accounts, by.account])

const numbersIn = (value: string) => value.split(',').map(Number)
