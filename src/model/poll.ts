import { type Ballots, type RunOff, runOff } from './irv.ts'
import { Oops } from './oops.ts'
import { may, type Person, type Role, roles } from './person.ts'
import type { Instant } from './post.ts'
import type { Place } from './team.ts'
import { folded, visible } from './words.ts'

export const pollKinds = ['single', 'several', 'ranked'] as const
export type PollKind = (typeof pollKinds)[number]

/** When people see the results: at once, once they have voted, at the end. */
export const resultTimes = ['always', 'voted', 'end'] as const
export type ResultTime = (typeof resultTimes)[number]

/** Whether members may add choices: no, when staff agrees, at once. */
export const suggestionWays = ['no', 'approved', 'open'] as const
export type SuggestionWay = (typeof suggestionWays)[number]

/** A role of the team, or a group of a chat as `Happened.groups` has it; `name` is how people call it. */
export type Voters = { key: string; name: string }

/** What makes a poll, before anybody votes. */
export type PollPlan = {
  question: string
  choices: string[]
  kind: PollKind
  /** So many choices may be taken; of one choice 1, of a ranking all of them. */
  most: number
  anonymous: boolean
  results: ResultTime
  suggestions: SuggestionWay
  /** With fewer votes the result does not count. */
  quorum: number | null
  /** Everybody where it is empty. */
  who: Voters[]
  /** It ends with so many votes. */
  endsVotes: number | null
  places: Place[]
  by: string
}

export type PollState = 'scheduled' | 'running' | 'ended' | 'cancelled'
export type EndWhy = 'time' | 'votes' | 'hand'

export type Poll = Omit<PollPlan, 'choices'> & {
  id: number
  team: string
  state: PollState
  startsAt: Instant
  endsAt: Instant | null
  ended: { at: Instant; why: EndWhy; by: string | null } | null
  /** Of an anonymous poll that runs. */
  salt: string | null
  /** The series it belongs to. */
  series: number | null
}

/** `nth` stays its own for good. */
export type PollChoice = { nth: number; text: string }

/** Where a poll stands: the votes of each choice (first places where they are ranked), and who would win now. */
export type PollResult = {
  voters: number
  votes: Map<number, number>
  winners: number[]
  /** Whether enough have voted. */
  counts: boolean
  runOff: RunOff | null
}

/** More votes than that nobody asks for. */
export const mostVotes = 1_000_000

export const mostChoices = 25
export const longestChoice = 100
/** With what stands before it, a title in every chat. */
export const longestQuestion = 240
/** So many may one person suggest. */
export const mostSuggestions = 3

/** Throws Oops where it is no poll that people could vote in. */
export function checkPlan(plan: PollPlan) {
  const { question, choices, kind, most } = plan
  if (folded(question) === '' && visible(question).trim() === '') throw new Oops('poll.no-question')
  if (question.length > longestQuestion)
    throw new Oops('poll.question-long', { most: longestQuestion, length: question.length })
  if (choices.length < 2) throw new Oops('poll.few-choices')
  if (choices.length > mostChoices)
    throw new Oops('poll.many-choices', { most: mostChoices, count: choices.length })
  for (const choice of choices) checkChoice(choice)
  const keys = choices.map(choiceKey)
  const twice = choices.find((_, at) => keys.indexOf(keys[at]!) !== at)
  if (twice !== undefined) throw new Oops('poll.twice', { choice: twice })
  const { quorum, endsVotes } = plan
  if (Math.max(quorum ?? 0, endsVotes ?? 0) > mostVotes)
    throw new Oops('poll.many-votes', { most: mostVotes })
  if (quorum !== null && endsVotes !== null && quorum > endsVotes)
    throw new Oops('poll.quorum-first', { quorum, votes: endsVotes })
  if (kind === 'several' && (most < 1 || most > mostChoices)) throw new Oops('poll.most', { given: most })
}

/** Throws Oops where nobody could read it. */
export function checkChoice(choice: string) {
  if (visible(choice).trim() === '') throw new Oops('poll.empty-choice')
  if (choice.length > longestChoice)
    throw new Oops('poll.choice-long', { choice: `${choice.slice(0, 40)}…`, most: longestChoice })
}

/** As choices are compared: case and accents do not matter; of what has no letters, every sign. */
export const choiceKey = (choice: string) => folded(choice) || visible(choice).replace(/\s+/gu, ' ').trim()

/** What somebody takes, as it is counted: known choices once each, in their order unless they are ranked. Throws Oops. */
export function ballotOf(
  { kind, most }: Pick<Poll, 'kind' | 'most'>,
  choices: PollChoice[],
  taken: number[],
): number[] {
  const known = new Set(choices.map(({ nth }) => nth))
  const once = [...new Set(taken)]
  if (once.length === 0 || once.some((nth) => !known.has(nth))) throw new Oops('poll.gone-choice')
  if (kind === 'ranked') return once
  if (once.length > (kind === 'single' ? 1 : most))
    throw new Oops('poll.too-many', { most, count: once.length })
  return once.sort((one, other) => one - other)
}

/** Whether somebody may vote, by their role or their groups. */
export const mayVote = (who: Voters[], person: Pick<Person, 'role'>, groups: string[] = []) =>
  who.length === 0 || who.some(({ key }) => (isRole(key) ? may(person.role, key) : groups.includes(key)))

export const isRole = (key: string): key is Role => (roles as readonly string[]).includes(key)

export function resultOf(
  { kind, quorum }: Pick<Poll, 'kind' | 'quorum'>,
  choices: PollChoice[],
  ballots: Ballots,
): PollResult {
  const all = choices.map(({ nth }) => nth)
  const votes = new Map(all.map((nth) => [nth, 0]))
  let voters = 0
  for (const { ballot, count } of ballots) {
    voters += count
    for (const nth of kind === 'ranked' ? ballot.slice(0, 1) : ballot)
      votes.set(nth, (votes.get(nth) ?? 0) + count)
  }
  const top = Math.max(...votes.values())
  // The rounds take long with many ballots, and while a poll runs nobody asks for them.
  let ranked: RunOff | undefined
  return {
    voters,
    votes,
    counts: quorum === null || voters >= quorum,
    get runOff() {
      ranked ??= kind === 'ranked' ? runOff(all, ballots) : undefined
      return ranked ?? null
    },
    get winners() {
      if (kind === 'ranked') return this.runOff?.winners ?? []
      return top > 0 ? all.filter((nth) => votes.get(nth) === top) : []
    },
  }
}

/** Whether somebody sees where it stands. */
export const showsResults = ({ results, state }: Pick<Poll, 'results' | 'state'>, hasVoted: boolean) =>
  state === 'ended' || results === 'always' || (results === 'voted' && hasVoted)

/** The number of a poll, a suggestion or a series as a button or a person names it; null where none can have it. */
export function pollNumber(given: string): number | null {
  const id = /^\d{1,10}$/.test(given) ? Number(given) : null
  return id !== null && id <= largestNumber ? id : null
}

/** What a database keeps as a number of 32 bits. */
const largestNumber = 2 ** 31 - 1

/** A to Y, as people name choices when they talk. */
export const letterOf = (at: number) => String.fromCharCode(65 + at)
