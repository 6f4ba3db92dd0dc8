import type { Mood } from '../model/mood.ts'
import { folded } from '../model/words.ts'
import type { Copy } from '../store/stories.ts'

/** What somebody must notice about a story that was told. Of one kind, a story has news rarely. */
export type News =
  | { kind: 'outlets'; step: number; count: number }
  | { kind: 'mood'; turn: 'first' | 'negative' | 'positive'; copy: Copy; towards: string; counts: MoodCounts }
  | { kind: 'reach'; copy: Copy; reach: number; times: number }
  | { kind: 'person'; names: string[]; copy: Copy }

export type NewsKind = News['kind']
export const newsKinds: NewsKind[] = ['outlets', 'mood', 'reach', 'person']

type MoodCounts = { negative: number; positive: number }

/** What is known of a story: what was told as its alert, the copies before, and those that came since. */
export type Growth = { told: Copy; before: Copy[]; since: Copy[] }

/** The news of a kind in how a story grew, or null. */
export const newsIn = (kind: NewsKind, growth: Growth): News | null => rules[kind](growth)

/** What is unique about it: said once for each story and channel. */
export function newsKey(news: News): string {
  if (news.kind === 'outlets') return `outlets-${news.step}`
  if (news.kind === 'mood') return `mood-${news.turn}`
  return news.kind === 'reach' ? `reach-${news.copy.mention}` : `person-${news.names.join(', ')}`
}

export const kindOfKey = (key: string) => newsKinds.find((kind) => key.startsWith(`${kind}-`))

/** The places that told it, each once however it is written, in the order they did, with how often they did. */
export function outletsOnce<One extends { outlet: string }>(all: One[]): (One & { times: number })[] {
  const outlets = Map.groupBy(all, ({ outlet }) => folded(outlet) || outlet)
  return [...outlets.values()].map((ones) => ({ ...ones[0]!, times: ones.length }))
}

const rules: Record<NewsKind, (growth: Growth) => News | null> = {
  outlets: ({ before, since }) => {
    const count = outletsOnce([...before, ...since]).length
    const step = stepOf(count)
    return step > stepOf(outletsOnce(before).length) ? { kind: 'outlets', step, count } : null
  },

  /** Towards the brand the balance of the copies counts; the first one that speaks ill of us is news of itself. */
  mood: ({ told, before, since }) => {
    const all = [...before, ...since]
    const [was, is] = [sideOf(before), sideOf(all)]
    if (was !== null && is !== null && was !== is) return turned(is, all, since)
    const first = moodOf(told)
    if (first === null || first === 'negative' || before.some(speaksIll)) return null
    const copy = since.find(speaksIll)
    return copy ? { kind: 'mood', turn: 'first', copy, ...towardsOf(copy, all) } : null
  },

  reach: ({ before, since }) => {
    const largest = Math.max(...before.map(({ reach }) => reach ?? Number.NaN).filter((one) => one >= 0))
    const [copy] = [...since].sort((a, b) => (b.reach ?? -1) - (a.reach ?? -1))
    const reach = copy?.reach ?? 0
    // Where nobody's reach was known there is nothing to be larger than.
    if (!copy || largest < 0 || reach < Math.max(largest * farLarger, fewReached)) return null
    return { kind: 'reach', copy, reach, times: Math.floor(reach / Math.max(largest, 1)) }
  },

  person: ({ told, before, since }) => {
    if (!told.topics.some(({ kind }) => kind === 'brand') || peopleIn(told).length > 0) return null
    const known = new Set(before.flatMap(peopleIn))
    const names = [...new Set(since.flatMap(peopleIn))].filter((name) => !known.has(name))
    const copy = since.find((one) => peopleIn(one).some((name) => names.includes(name)))
    return copy ? { kind: 'person', names, copy } : null
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

/** The topic that is ours: the brand, else its people; of several the one that fares worst. */
const oursIn = ({ topics }: Copy) =>
  (['brand', 'person'] as const)
    .map((kind) => topics.filter((topic) => topic.kind === kind).sort((a, b) => a.score - b.score)[0])
    .find((topic) => topic !== undefined)

const moodOf = (copy: Copy): Mood | null => oursIn(copy)?.mood ?? null
const speaksIll = (copy: Copy) => moodOf(copy) === 'negative'
const peopleIn = ({ topics }: Copy) => topics.filter(({ kind }) => kind === 'person').map(({ name }) => name)

function countsOf(copies: Copy[]): MoodCounts {
  const moods = copies.map(moodOf)
  const of = (mood: Mood) => moods.filter((one) => one === mood).length
  return { negative: of('negative'), positive: of('positive') }
}

/** On which side a story came to stand: that of its first opinion, until at least three have another majority. */
function sideOf(copies: Copy[]): 'negative' | 'positive' | null {
  let side: 'negative' | 'positive' | null = null
  const counts = { negative: 0, positive: 0 }
  for (const copy of copies) {
    const mood = moodOf(copy)
    if (mood === null || mood === 'neutral') continue
    counts[mood]++
    if (side === null) side = mood
    if (counts.negative + counts.positive < fewOpinions || counts.negative === counts.positive) continue
    side = counts.negative > counts.positive ? 'negative' : 'positive'
  }
  return side
}

function turned(turn: 'negative' | 'positive', all: Copy[], since: Copy[]): News | null {
  const copy = since.findLast((one) => moodOf(one) === turn)
  return copy ? { kind: 'mood', turn, copy, ...towardsOf(copy, all) } : null
}

const towardsOf = (copy: Copy, all: Copy[]) => ({ towards: oursIn(copy)!.name, counts: countsOf(all) })

const fewOpinions = 3
const farLarger = 10
/** Ten times a handful is still a handful. */
const fewReached = 1000
