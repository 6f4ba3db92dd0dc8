import type { Mood } from './mood.ts'
import type { Instant } from './post.ts'
import type { TopicKind } from './topic.ts'
import { folded } from './words.ts'

/** One post that tells a story, as far as what is said of the story needs it; `mention` is its number. */
export type Copy = {
  mention: number
  outlet: string
  url: string | null
  reach: number | null
  heardAt: Instant
  topics: CopyTopic[]
}

export type CopyTopic = { name: string; kind: TopicKind; mood: Mood; score: number }

/** What is known of a story up to one of its mentions; mentions are given by their numbers. */
export type Tally = {
  outlets: number
  negative: number
  positive: number
  /** On which side it came to stand: that of its first opinion, until at least three have another majority. */
  side: 'negative' | 'positive' | null
  firstNegative: number | null
  lastNegative: number | null
  lastPositive: number | null
  /** The largest reach that is known, and who had it first. */
  widest: { reach: number; mention: number } | null
  /** The people it names, in the order they came. */
  people: { name: string; mention: number }[]
}

export const untoldYet: Tally = {
  outlets: 0,
  negative: 0,
  positive: 0,
  side: null,
  firstNegative: null,
  lastNegative: null,
  lastPositive: null,
  widest: null,
  people: [],
}

/** A story with these copies more, in their order, of which so many `outlets` had not told it before. */
export function grown(tally: Tally, copies: Copy[], outlets: number): Tally {
  const next = { ...tally, outlets: tally.outlets + outlets, people: [...tally.people] }
  for (const { mention, topics, reach } of copies) {
    const mood = oursIn(topics)?.mood
    if (mood === 'negative' || mood === 'positive') opine(next, mood, mention)
    if (reach !== null && reach >= 0 && reach > (next.widest?.reach ?? -1)) next.widest = { reach, mention }
    for (const { name } of topics.filter(({ kind }) => kind === 'person'))
      if (!next.people.some((one) => one.name === name)) next.people.push({ name, mention })
  }
  return next
}

function opine(tally: Tally, mood: 'negative' | 'positive', mention: number) {
  tally[mood]++
  tally.side ??= mood
  if (mood === 'negative') tally.firstNegative ??= mention
  tally[mood === 'negative' ? 'lastNegative' : 'lastPositive'] = mention
  const { negative, positive } = tally
  if (negative + positive >= fewOpinions && negative !== positive)
    tally.side = negative > positive ? 'negative' : 'positive'
}

/** The topic that is ours: the brand, else its people; of several the one that fares worst. */
export const oursIn = (topics: CopyTopic[]): CopyTopic | undefined =>
  (['brand', 'person'] as const)
    .map((kind) => topics.filter((topic) => topic.kind === kind).sort((a, b) => a.score - b.score)[0])
    .find((topic) => topic !== undefined)

/** The places that told it, each once however it is written, in the order they did, with how often they did. */
export function outletsOnce<One extends { outlet: string }>(all: One[]): (One & { times: number })[] {
  const outlets = Map.groupBy(all, ({ outlet }) => outletKey(outlet))
  return [...outlets.values()].map((ones) => ({ ...ones[0]!, times: ones.length }))
}

/** How a place is compared. */
export const outletKey = (outlet: string) => folded(outlet) || outlet

const fewOpinions = 3
