import type { Chain, Round } from './drand.ts'
import type { RerollReason } from './draw-winners.ts'
import type { Account, ChatName } from './person.ts'
import type { Instant } from './post.ts'
import type { Locale, Place } from './team.ts'
import { day, hour, minute } from './time.ts'

/**
 * How a giveaway goes: people enter while it is `running`; at the end its entries are `frozen` and their hash is
 * published; once the beacon has spoken it is `drawn`, winners claim, and it is `closed`.
 */
export type GiveawayState = 'running' | 'paused' | 'frozen' | 'drawn' | 'closed' | 'cancelled'

export type Prize = { name: string; count: number }

/** A role (Discord) or a user group (Slack), by its key and as people call it. */
export type Group = { group: string; name: string }

/** Who may enter. Of `roles` any will do; `accountAge` and `memberAge` in ms. */
export type Conditions = {
  roles: Group[]
  without: Group[]
  accountAge: number | null
  memberAge: number | null
  /** What is asked, and the answers that are right. */
  question: { asks: string; accepts: string[] } | null
}

/** Entries that members of a group have on top of everybody's one. Those of several groups add up. */
export type Bonus = Group & { entries: number }

/** What people are promised when a giveaway starts, and what may be changed while it runs. */
export type Terms = {
  prizes: Prize[]
  terms: string | null
  conditions: Conditions
  bonuses: Bonus[]
  endsAt: Instant
  /** How long (ms) a winner has to claim; null where nobody has to. */
  claimFor: number | null
}

export type Giveaway = Terms & {
  id: number
  team: string
  /** What its proof is found by: nobody can guess the next one. */
  draw: string
  places: Place[]
  state: GiveawayState
  /** Secret until it is drawn; its hash, and the chain of public values that decide with it, are published at the start. */
  seed: string
  commitment: string
  chain: Chain | null
  /** How many people are in it, and how many entries they have together. */
  entrants: number
  weight: number
  by: string
  startedAt: Instant
  pausedAt: Instant | null
  frozenAt: Instant | null
  /** How much later than promised (ms) it ended. */
  lateBy: number
  entriesHash: string | null
  /** When the hash stood in the channel. */
  publishedAt: Instant | null
  /** The round of the chain that decides, chosen after that; and its value, null where it could not be had. */
  round: number | null
  value: Round | null
  drawnAt: Instant | null
  closedAt: Instant | null
  forgottenAt: Instant | null
}

/** What the notice is called that closes the entries: one for each round that was named. */
export const frozenKey = ({ round }: Pick<Giveaway, 'round'>) =>
  round === null ? 'frozen' : `frozen-${round}`

/** What a chat says of somebody: whether they may enter is read from it. What it does not say is missing. */
export type Standing = { groups?: string[]; accountSince?: Instant; memberSince?: Instant }

/** Why somebody may not enter: in words of ours, with how long (ms) is asked for and how long it has been. */
export type Hindrance =
  | { is: 'role' | 'without'; groups: string[] }
  | { is: 'account-age' | 'member-age'; needed: number; has: number }
  | { is: 'unknown'; what: 'role' | 'account-age' | 'member-age' }

/** Everything that keeps somebody of a chat out; empty where nothing does. The question is not among it. */
export function hindrancesOf(
  { roles, without, accountAge, memberAge }: Conditions,
  standing: Standing,
  now: Instant,
): Hindrance[] {
  const { groups, accountSince, memberSince } = standing
  const holds = ({ group }: Group) => groups?.includes(group) === true
  const all: Hindrance[] = []
  if ((roles.length > 0 || without.length > 0) && !groups) all.push({ is: 'unknown', what: 'role' })
  else {
    if (roles.length > 0 && !roles.some(holds)) all.push({ is: 'role', groups: namesOf(roles) })
    const held = without.filter(holds)
    if (held.length > 0) all.push({ is: 'without', groups: namesOf(held) })
  }
  for (const [is, needed, since] of [
    ['account-age', accountAge, accountSince],
    ['member-age', memberAge, memberSince],
  ] as const) {
    if (needed === null) continue
    if (since === undefined) all.push({ is: 'unknown', what: is })
    else if (now - since < needed) all.push({ is, needed, has: Math.max(now - since, 0) })
  }
  return all
}

const namesOf = (groups: Group[]) => [...new Set(groups.map(({ name }) => name))]

/** Whether somebody who may enter now might not any more: what people entered under must not be turned against them. */
export function isTighter(after: Conditions, before: Conditions): boolean {
  const keys = (groups: Group[]) => new Set(groups.map(({ group }) => group))
  const longer = (now: number | null, then: number | null) => (now ?? 0) > (then ?? 0)
  const roles = after.roles.length > 0 && before.roles.length === 0
  return (
    roles ||
    (after.roles.length > 0 && !keys(before.roles).isSubsetOf(keys(after.roles))) ||
    !keys(after.without).isSubsetOf(keys(before.without)) ||
    longer(after.accountAge, before.accountAge) ||
    longer(after.memberAge, before.memberAge)
  )
}

/** How many entries somebody has: one, and what their groups add. */
export const weightOf = (bonuses: Bonus[], { groups = [] }: Standing): number =>
  bonuses.reduce((sum, { group, entries }) => sum + (groups.includes(group) ? entries : 0), 1)

/** How many win. */
export const winnersOf = ({ prizes }: Pick<Terms, 'prizes'>): number =>
  prizes.reduce((sum, { count }) => sum + count, 0)

/** One for each winner: the first place gets the first. */
export const prizesOf = ({ prizes }: Pick<Terms, 'prizes'>): string[] =>
  prizes.flatMap(({ name, count }) => Array.from({ length: count }, () => name))

/** All prizes in a few words: what the giveaway is called. */
export const headline = ({ prizes }: Pick<Terms, 'prizes'>): string =>
  prizes.map(({ name, count }) => (count > 1 ? `${count} × ${name}` : name)).join(', ')

/**
 * About how likely it is (0 to 1) that somebody with these entries wins anything: as if each prize were drawn from
 * all of them. Everybody wins where there are as many prizes as people.
 */
export function oddsOf({
  weight,
  of,
  entrants,
  prizes,
}: Record<'weight' | 'of' | 'entrants' | 'prizes', number>) {
  if (entrants <= prizes) return 1
  return 1 - (1 - weight / Math.max(of, weight)) ** prizes
}

/** What can be done with a giveaway as it stands. */
export const allowed = {
  edit: ['running', 'paused'],
  pause: ['running'],
  resume: ['paused'],
  end: ['running', 'paused'],
  cancel: ['running', 'paused'],
  reroll: ['drawn', 'closed'],
} satisfies Record<string, GiveawayState[]>

export type Verb = keyof typeof allowed

export const mayNow = (verb: Verb, giveaway: Pick<Giveaway, 'state' | 'endsAt'>, now: Instant): boolean =>
  (allowed[verb] as GiveawayState[]).includes(stateAt(giveaway, now))

/** One whose time has come runs no more, although nobody has ended it yet. */
export const stateAt = (
  { state, endsAt }: Pick<Giveaway, 'state' | 'endsAt'>,
  now: Instant,
): GiveawayState => (state === 'running' && endsAt <= now ? 'frozen' : state)

/** A place of the drawn order (from 1) that won a prize (from 1), and whether it has it still. */
export type Winner = {
  place: number
  prize: number
  receipt: string
  at: Instant
  claimUntil: Instant | null
  claimedAt: Instant | null
  /** Why the prize went on to the next place, by whom, and the how many-th time that happened in this draw. */
  lost: { reason: RerollReason; note: string | null; by: string | null; at: Instant; nth: number } | null
  /** Gone once entrants are erased. */
  who: { person: string; account: Account; chat: ChatName; name: string } | null
}

/** Where the next prize that somebody loses goes: behind all places that had one, as src/model/draw-winners.ts has it. */
export const nextPlace = (giveaway: Pick<Terms, 'prizes'>, winners: Winner[]): number =>
  winnersOf(giveaway) + winners.filter(({ lost }) => lost).length + 1

/** Somebody who takes part. */
export type Entrant = {
  receipt: string
  weight: number
  person: string
  account: Account
  /** The chat they entered in. */
  chat: ChatName
  name: string
  locale: Locale
  accountSince: Instant | null
  memberSince: Instant | null
  at: Instant
}

/** Right as soon as the words are; case, accents and marks do not matter. */
export const isRight = (answer: string, accepts: string[], folded: (text: string) => string): boolean =>
  accepts.some((one) => folded(one) !== '' && folded(one) === folded(answer))

/** Limits: more is refused with words that name them. */
export const limits = {
  prizeLength: 250,
  termsLength: 1000,
  questionLength: 200,
  answers: 10,
  prizes: 20,
  winners: 500,
  bonus: 100,
  places: 5,
  shortest: 10_000,
  longest: 366 * day,
  claimShortest: 10 * minute,
  claimLongest: 14 * day,
  claim: 48 * hour,
  /** How long after the draw entrants are known by name. */
  known: 30 * day,
}
