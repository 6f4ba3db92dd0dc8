import type { Mood } from '../model/mood.ts'
import type { Gathered } from '../store/digests.ts'

/** One line of a digest: a story with all its mentions, most often one. */
export type Entry = {
  /** The first mention of it. */
  mention: number
  mentions: number
  /** Where it was said, each place once. */
  outlets: string[]
  label: Mood
  score: number
  confidence: number
  extreme: 'worst' | 'best' | null
}

/** What was gathered as the lines of a digest, in the order they are told. */
export function entriesOf(gathered: Gathered[]): Entry[] {
  const all = [...Map.groupBy(gathered, ({ story }) => story).values()].map(entryOf)
  const stories = all.filter(({ mentions }) => mentions > 1).sort((a, b) => b.mentions - a.mentions)
  const worst = all.filter(({ label }) => label === 'negative').sort((a, b) => a.score - b.score)[0]
  const best = all.filter(({ label }) => label === 'positive').sort((a, b) => b.score - a.score)[0]
  if (worst) worst.extreme = 'worst'
  if (best) best.extreme = 'best'
  const rest = all.toReversed()
  return [...new Set([...stories, ...(worst ? [worst] : []), ...(best ? [best] : []), ...rest])]
}

function entryOf(told: Gathered[]): Entry {
  const [{ mention, label, score, confidence }] = told as [Gathered]
  const outlets = [...new Set(told.map(({ outlet }) => outlet))]
  return { mention, mentions: told.length, outlets, label, score, confidence, extreme: null }
}

/** Net sentiment, as the field counts it: the share of positive mentions less that of negative ones, in points. */
export function netMood(all: { label: Mood }[]): number {
  const share = (mood: Mood) => all.filter(({ label }) => label === mood).length / Math.max(all.length, 1)
  return Math.round(100 * (share('positive') - share('negative')))
}
