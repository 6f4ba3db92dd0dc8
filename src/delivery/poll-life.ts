import { randomBytes } from 'node:crypto'
import type { Asked } from '../chat/command.ts'
import type { Ballots } from '../model/irv.ts'
import { type Account, accountKey } from '../model/person.ts'
import { type EndWhy, type Poll, type PollPlan, showsResults } from '../model/poll.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import type { PollTimes } from '../store/polls.ts'
import type { Parts, Store } from '../store/store.ts'
import { sayIn } from '../texts/texts.ts'
import type { Writer } from './living.ts'
import { type Polled, pollMessage } from './poll-message.ts'

type Seal = Asked['seal']

/** A poll is kept, and begins where its time has come; gives its number. To be run in a transaction. */
export async function makePoll(
  store: Parts,
  team: Team,
  plan: PollPlan,
  { now, ...times }: PollTimes & { now: Instant },
): Promise<number> {
  const salt = plan.anonymous ? randomBytes(32).toString('hex') : null
  const id = await store.polls.add(team.name, plan, times, { salt, now })
  if (times.startsAt <= now) await beginPoll(store, team, id, now)
  return id
}

/** A poll begins: from here on its message lives in its channels. To be run in a transaction. */
export async function beginPoll(store: Parts, team: Team, id: number, now: Instant): Promise<boolean> {
  if (!(await store.polls.start(id))) return false
  const polled = await polledOf(store, team, id)
  const message = pollMessage(polled!, { say: sayIn(team.locale), now, team })
  await store.living.begin(team.name, aboutOf(id), { places: polled!.poll.places, message, now })
  return true
}

/**
 * A poll ends, once whoever ends it: who voted from several accounts counts once, and of an anonymous poll nobody can
 * say any more who voted what. To be run in a transaction.
 */
export async function endPoll(
  store: Parts,
  poll: Poll,
  {
    why,
    by,
    now,
    seal,
    people,
  }: { why: EndWhy; by: string | null; now: Instant; seal: Seal; people: Account[][] },
): Promise<boolean> {
  await store.polls.lock(poll.team, poll.id)
  if (!(await store.polls.end(poll.id, { at: now, why, by }))) return false
  await uniteVotes(store, poll, seal, people)
  if (poll.anonymous) await store.pollVotes.seal(poll.id)
  await store.living.end(poll.team, aboutOf(poll.id), now)
  return true
}

/** These accounts are one person's from now on: in every poll that runs they have one vote. To be run in a transaction. */
export async function uniteInPolls(store: Parts, accounts: Account[], seal: Seal, teams: Team[] = []) {
  for (const { team, id } of await store.polls.running()) {
    const poll = await store.polls.lock(team, id)
    if (poll?.state !== 'running') continue
    const ofTeam = teams.find(({ name }) => name === team)
    await uniteVotes(store, poll, seal, [ofTeam ? withSettings(ofTeam, accounts) : accounts])
    await store.living.touch(team, aboutOf(id))
  }
}

/** Of the votes of one person's accounts the last one counts, where its time is known. */
export async function uniteVotes(store: Parts, poll: Poll, seal: Seal, people: Account[][]) {
  for (const accounts of people) {
    const cast = await store.pollVotes.among(poll.id, votersOf(poll, accounts, seal))
    const [, ...others] = cast.sort((one, other) => (other.at ?? 0) - (one.at ?? 0))
    if (others.length > 0)
      await store.pollVotes.drop(
        poll.id,
        others.map(({ voter }) => voter),
      )
  }
}

/** The names that somebody has in a poll, one for each account, the same ones in the same order every time. */
export const votersOf = (
  { id, salt }: Pick<Poll, 'id' | 'salt'>,
  accounts: Account[],
  seal: Seal,
): string[] =>
  accounts
    .map(accountKey)
    .sort()
    .map((key) => (salt === null ? key : seal(salt, `poll ${id} ${key}`)))

/** The name of one account in a poll. */
export const voterOf = (poll: Pick<Poll, 'id' | 'salt'>, account: Account, seal: Seal): string =>
  votersOf(poll, [account], seal)[0]!

/** The accounts of everybody who has several: by the settings, or joined by themselves, or some by each. */
export async function severalAccounts(store: Parts, team: Team): Promise<Account[][]> {
  const all = [...team.people.map(({ accounts }) => accounts), ...(await store.people.joined())]
  const found: Map<string, Account>[] = []
  for (const accounts of all) {
    const theirs = new Map(accounts.map((account) => [accountKey(account), account]))
    const same = found.filter((one) => [...theirs.keys()].some((key) => one.has(key)))
    for (const one of same) {
      for (const [key, account] of one) theirs.set(key, account)
      found.splice(found.indexOf(one), 1)
    }
    found.push(theirs)
  }
  return found.map((one) => [...one.values()]).filter((accounts) => accounts.length > 1)
}

/** These accounts, and all others of whomever of the settings they are. */
export function withSettings({ people }: Pick<Team, 'people'>, accounts: Account[]): Account[] {
  const all = new Map(accounts.map((account) => [accountKey(account), account]))
  for (const person of people)
    if (person.accounts.some((account) => all.has(accountKey(account))))
      for (const account of person.accounts) all.set(accountKey(account), account)
  return [...all.values()]
}

/** All that a poll's message tells; null where the team has no such poll. */
export async function polledOf(store: Parts, team: Pick<Team, 'name'>, id: number): Promise<Polled | null> {
  const poll = await store.polls.get(team.name, id)
  if (!poll) return null
  return { poll, choices: await store.polls.choices(id), ballots: await store.pollVotes.ballots(id) }
}

/**
 * A poll with its choices, and with its ballots where `shown` and a result may be seen at all: of a large poll as they
 * were up to a second ago, as all of them are read.
 */
export async function talliedOf(store: Store, poll: Poll, now: Instant, shown: boolean): Promise<Polled> {
  const choices = await store.polls.choices(poll.id)
  if (!showsResults(poll, shown)) return { poll, choices, ballots: [] }
  const known = recent.get(store) ?? new Map<number, { ballots: Ballots; at: Instant }>()
  recent.set(store, known)
  const last = known.get(poll.id)
  if (last && poll.state === 'running' && Math.abs(now - last.at) < 1_000)
    return { poll, choices, ballots: last.ballots }
  const ballots = await store.pollVotes.ballots(poll.id)
  known.delete(poll.id)
  if (ballots.length > manyBallots && poll.state === 'running') known.set(poll.id, { ballots, at: now })
  return { poll, choices, ballots }
}

const recent = new WeakMap<Store, Map<number, { ballots: Ballots; at: Instant }>>()
/** Different ones. */
const manyBallots = 500

/** What the living message of a poll says now. */
export const writePoll: Writer = async ({ store, team, id, now }) => {
  const polled = await polledOf(store, team, Number(id))
  return polled && pollMessage(polled, { say: sayIn(team.locale), now, team })
}

export const aboutOf = (id: number) => `poll:${id}`
