import { type CopyTopic, oursIn, type Tally } from '../model/story.ts'

/** What somebody must notice about a story that was told: `mention` shows it. Of one kind, a story has news rarely. */
export type News =
  | { kind: 'outlets'; step: number; count: number }
  | { kind: 'mood'; turn: 'first' | 'negative' | 'positive'; mention: number; counts: MoodCounts }
  | { kind: 'reach'; mention: number; reach: number; times: number }
  | { kind: 'person'; names: string[]; mention: number }

export type NewsKind = News['kind']
export const newsKinds: NewsKind[] = ['outlets', 'mood', 'reach', 'person']

type MoodCounts = { negative: number; positive: number }

/** What is known of a story: the topics of what was told as its alert, how it stood up to mention `since`, and how it stands. */
export type Growth = { told: CopyTopic[]; before: Tally; now: Tally; since: number }

/** The news of a kind in how a story grew, or null. */
export const newsIn = (kind: NewsKind, growth: Growth): News | null => rules[kind](growth)

/** What is unique about it: said once for each story and channel. */
export function newsKey(news: News): string {
  if (news.kind === 'outlets') return `outlets-${news.step}`
  if (news.kind === 'mood') return `mood-${news.turn}`
  return news.kind === 'reach' ? `reach-${news.mention}` : `person-${news.names.join(', ')}`
}

export const kindOfKey = (key: string) => newsKinds.find((kind) => key.startsWith(`${kind}-`))

const rules: Record<NewsKind, (growth: Growth) => News | null> = {
  outlets: ({ before, now }) => {
    const step = stepOf(now.outlets)
    return step > stepOf(before.outlets) ? { kind: 'outlets', step, count: now.outlets } : null
  },

  /** Towards the brand the balance of the copies counts; the first one that speaks ill of us is news of itself. */
  mood: ({ told, before, now, since }) => {
    const counts = { negative: now.negative, positive: now.positive }
    if (before.side !== null && now.side !== null && before.side !== now.side) {
      const mention = now.side === 'negative' ? now.lastNegative : now.lastPositive
      return mention !== null && mention > since ? { kind: 'mood', turn: now.side, mention, counts } : null
    }
    const first = oursIn(told)?.mood ?? null
    if (first === null || first === 'negative' || before.firstNegative !== null) return null
    const mention = now.firstNegative
    return mention === null ? null : { kind: 'mood', turn: 'first', mention, counts }
  },

  reach: ({ before, now, since }) => {
    // Where nobody's reach was known there is nothing to be larger than.
    if (!before.widest || !now.widest || now.widest.mention <= since) return null
    const { reach, mention } = now.widest
    const largest = before.widest.reach
    if (reach < Math.max(largest * farLarger, fewReached)) return null
    return { kind: 'reach', mention, reach, times: Math.floor(reach / Math.max(largest, 1)) }
  },

  person: ({ told, before, now }) => {
    const kinds = told.map(({ kind }) => kind)
    if (!kinds.includes('brand') || kinds.includes('person')) return null
    const known = new Set(before.people.map(({ name }) => name))
    const fresh = now.people.filter(({ name }) => !known.has(name))
    if (fresh.length === 0) return null
    return { kind: 'person', names: fresh.map(({ name }) => name), mention: fresh[0]!.mention }
  },
}

/** The highest of 5, 10, 25, 50, 100, 250… that a number reaches, 0 below. */
function stepOf(count: number): number {
  let step = 0
  for (let next = 5, at = 0; next <= count; at++) {
    step = next
    next = at % 3 === 1 ? next * 2.5 : next * 2
  }
  return step
}

const farLarger = 10
/** Ten times a handful is still a handful. */
const fewReached = 1000
