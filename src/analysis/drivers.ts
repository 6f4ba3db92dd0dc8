import type { Mood } from '../model/mood.ts'
import { outletKey } from '../model/story.ts'
import type { Voice } from '../model/voice.ts'
import { foldedWords } from '../model/words.ts'
import { isEveryday } from './everyday.ts'

/** What drives a burst. */
export type Drivers = {
  count: number
  moods: Record<Mood, number>
  authors: number
  outlets: number
  /** The stories with the most mentions, each by its first mention. */
  stories: { first: Voice; count: number }[]
  /** Words that come up more often than before, as they were written. */
  words: string[]
  /** Who said the most, and who is read by the most people. */
  loudest: { name: string; count: number }[]
  widest: { name: string; reach: number }[]
  places: { name: string; count: number }[]
  first: Voice | null
  examples: Voice[]
}

/** Finds them among mentions, oldest first; `before` are texts of the time before, `topics` names that say nothing new. */
export function driversOf(voices: Voice[], before: string[], topics: string[]): Drivers {
  const stories = [...Map.groupBy(voices, ({ story }) => story).values()]
    .map((all) => ({ first: all[0]!, count: all.length }))
    .sort((a, b) => b.count - a.count)
  const authors = countOf(voices.flatMap(({ author }) => author ?? []))
  const outlets = Map.groupBy(voices, ({ outlet }) => outletKey(outlet))
  const reached = new Map<string, number>()
  for (const { author, outlet, reach } of voices) {
    const name = author ?? outlet
    if (reach !== null && reach > 0) reached.set(name, Math.max(reached.get(name) ?? 0, reach))
  }
  const moods = { negative: 0, neutral: 0, positive: 0 }
  for (const { label } of voices) moods[label]++
  return {
    count: voices.length,
    moods,
    authors: authors.size,
    outlets: outlets.size,
    stories: stories.slice(0, 4),
    words: risingWords(voices.map(textOf), before, topics).slice(0, 8),
    loudest: mostOf(authors)
      .filter(({ count }) => count > 1)
      .slice(0, 3),
    widest: [...reached]
      .map(([name, reach]) => ({ name, reach }))
      .sort((a, b) => b.reach - a.reach)
      .slice(0, 3),
    places: [...outlets.values()]
      .map((all) => ({ name: all[0]!.outlet, count: all.length }))
      .sort((a, b) => b.count - a.count)
      .slice(0, 4),
    first: voices[0] ?? null,
    examples: examplesOf(stories.map(({ first }) => first)),
  }
}

/**
 * Words by how much more often they stand in these texts than in those before: log-odds of the shares of texts that
 * hold them, in standard deviations (Monroe, Colaresi and Quinn, "Fightin’ Words", 2008, with a flat prior). At
 * least three texts, or a third of them, must hold one.
 */
export function risingWords(now: string[], before: string[], leftOut: string[]): string[] {
  const [found, known] = [wordsIn(now), wordsIn(before)]
  const without = new Set(leftOut.flatMap((words) => foldedWords(words)))
  const least = Math.max(2, Math.min(3, Math.ceil(now.length / 3)))
  const rising: { word: string; clear: number }[] = []
  for (const [word, { texts, written }] of found) {
    if (texts < least || word.length < 4 || /^\d+$/.test(word) || without.has(word) || isEveryday(word))
      continue
    const [a, b] = [texts + prior, (known.get(word)?.texts ?? 0) + prior]
    const odds =
      Math.log(a / (now.length + 1 - texts + prior)) - Math.log(b / (before.length + 1 - b + 2 * prior))
    const clear = odds / Math.sqrt(1 / a + 1 / b)
    if (clear > 1) rising.push({ word: written, clear })
  }
  return rising.sort((a, b) => b.clear - a.clear).map(({ word }) => word)
}

/** In how many texts each folded word stands, and how it was first written. */
function wordsIn(texts: string[]): Map<string, { texts: number; written: string }> {
  const found = new Map<string, { texts: number; written: string }>()
  for (const text of texts) {
    const seen = new Set<string>()
    for (const written of text.slice(0, longest).split(/[^\p{L}\p{N}]+/u)) {
      const [word] = foldedWords(written)
      if (!word || seen.has(word)) continue
      seen.add(word)
      const known = found.get(word) ?? { texts: 0, written: written.toLocaleLowerCase() }
      known.texts++
      found.set(word, known)
    }
  }
  return found
}

/** One that is read by many, and the clearest in mood; each from a story of its own. */
function examplesOf(voices: Voice[]): Voice[] {
  const readable = voices.filter(({ text, title }) => (text ?? title ?? '') !== '')
  const weight = ({ reach, score }: Voice) => Math.abs(score) + Math.log10(1 + (reach ?? 0)) / 4
  return readable.sort((a, b) => weight(b) - weight(a)).slice(0, 3)
}

const textOf = ({ title, text }: Voice) => `${title ?? ''} ${text ?? ''}`

function countOf(names: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

const mostOf = (counts: Map<string, number>) =>
  [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count)

const prior = 0.5
const longest = 600
