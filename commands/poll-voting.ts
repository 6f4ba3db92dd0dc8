import type { Asked, Pressed } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { ballotMessage } from '../src/delivery/poll-ballot.ts'
import {
  aboutOf,
  endPoll,
  polledOf,
  severalAccounts,
  talliedOf,
  voterOf,
  votersOf,
  withSettings,
} from '../src/delivery/poll-life.ts'
import { type Polled, votersWords } from '../src/delivery/poll-message.ts'
import { Oops } from '../src/model/oops.ts'
import type { Account } from '../src/model/person.ts'
import { ballotOf, mayVote, type Poll, type PollChoice, pollNumber } from '../src/model/poll.ts'
import type { Parts } from '../src/store/store.ts'

/** Somebody takes a choice, or several from a menu. */
export const vote = (asked: Asked & Pressed) =>
  cast(asked, (poll, choices) => {
    if (poll.kind === 'several' && asked.value === '') throw new Oops('poll.none-chosen')
    return ballotOf(poll, choices, numbersIn(asked.value))
  })

/** Somebody chooses otherwise; who leaves nothing chosen takes their vote back. */
export const change = (asked: Asked & Pressed) => (asked.value === '' ? takeBack(asked) : vote(asked))

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
  const first = await pollOf(asked, store)
  refuseOthers(asked, first, await isGone(asked, first))
  refuseLate(first, now)
  const accounts = await accountsOf(asked)
  choose(
    first,
    await store.polls.choices(first.id),
    await store.pollVotes.of(first.id, votersOf(first, accounts, seal)),
  )
  const { poll, ballot } = await store.grouped(async (store) => {
    const poll = await store.polls.lock(team.name, first.id)
    // It ended in between.
    if (poll?.state !== 'running') return { poll: poll ?? first, ballot: null }
    const voters = votersOf(poll, accounts, seal)
    const choices = await store.polls.choices(poll.id)
    const ballot = choose(poll, choices, await store.pollVotes.of(poll.id, voters))
    const known = poll.anonymous ? { name: null, at: null } : { name: asked.by.name, at: now }
    const voter = voterOf(poll, asked.by.account, seal)
    await store.pollVotes.put(poll.id, { voters, voter, ...known }, ballot)
    await store.living.touch(team.name, aboutOf(poll.id))
    const ended = await endWithVotes(asked, store, poll)
    return { poll: ended ? (await store.polls.get(team.name, poll.id))! : poll, ballot }
  })
  if (poll.state !== 'running' && ballot === null) refuseLate(poll, now)
  return ballotMessage(await talliedOf(store, poll, now, ballot !== null), ballot, asked)
}

/** The vote that was waited for ends the poll. */
async function endWithVotes({ team, now, seal }: Asked, store: Parts, poll: Poll): Promise<boolean> {
  if (poll.endsVotes === null || (await store.pollVotes.count(poll.id)) < poll.endsVotes) return false
  const people = await severalAccounts(store, team)
  return endPoll(store, poll, { why: 'votes', by: null, now, seal, people })
}

/** Throws Oops where it does not run, or its time is over though nobody has ended it yet. */
function refuseLate({ state, endsAt }: Poll, now: number) {
  if (state === 'scheduled') throw new Oops('poll.not-yet')
  if (state === 'cancelled') throw new Oops('poll.gone')
  if (state === 'ended' || (endsAt !== null && endsAt <= now)) throw new Oops('poll.closed')
}

/** Throws Oops where it is not for them. */
function refuseOthers({ person, by, say }: Asked, { who }: Poll, gone: boolean) {
  if (mayVote(who, person, by.groups)) return
  const names = votersWords(who, say)
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

/** The poll that a button is about, with all that is told of it. Throws Oops where it is gone. */
export async function found(
  { team, about }: Pick<Asked & Pressed, 'team' | 'about'>,
  store: Parts,
): Promise<Polled> {
  const id = pollNumber(about)
  const polled = id === null ? null : await polledOf(store, team, id)
  if (!polled) throw new Oops('poll.gone')
  return polled
}

/** The poll alone. Throws Oops where it is gone. */
async function pollOf({ team, about }: Pick<Asked & Pressed, 'team' | 'about'>, store: Parts): Promise<Poll> {
  const id = pollNumber(about)
  const poll = id === null ? null : await store.polls.get(team.name, id)
  if (!poll) throw new Oops('poll.gone')
  return poll
}

/** All accounts of who asks: by the settings, and those they joined, of whomever of the settings these are. */
export async function accountsOf({
  store,
  team,
  person,
  by,
}: Pick<Asked, 'store' | 'team' | 'person' | 'by'>): Promise<Account[]> {
  const joined = await store.people.sameAs([...person.accounts, by.account])
  const all = withSettings(team, joined)
  return all.length === joined.length ? joined : withSettings(team, await store.people.sameAs(all))
}

const numbersIn = (value: string) => value.split(',').map(Number)
