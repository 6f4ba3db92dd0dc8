import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { macroOf } from '../../bench/mood.ts'
import { corpusOf } from '../../src/analysis/learned/train.ts'
import { type Mood, moods } from '../../src/model/mood.ts'
import { foldedWords } from '../../src/model/words.ts'

describe.each([
  ['fr', 6_000],
  ['en', 3_000],
] as const)('our own posts in %s', (language, enough) => {
  const folder = new URL(`../../src/analysis/corpus/${language}/`, import.meta.url)
  const posts = corpusOf(language)

  test('are lines of JSON with a text and a label, at most sixty a file, whose name says what they are', () => {
    for (const name of readdirSync(folder)) {
      expect(name).toMatch(/^[a-z0-9-]+\.jsonl$/)
      const lines = readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n')
      expect(lines.length, name).toBeLessThanOrEqual(60)
      for (const line of lines) {
        const { text, label, ...more } = JSON.parse(line)
        expect(text.trim(), name).not.toBe('')
        expect(moods, `${name}: ${text}`).toContain(label)
        expect([{}, { kept: true }], `${name}: ${text}`).toContainEqual(more)
      }
    }
  })

  test('are enough, of each mood, and about a tenth is kept aside', () => {
    expect(posts.length).toBeGreaterThanOrEqual(enough)
    for (const mood of moods)
      expect(posts.filter(({ label }) => label === mood).length).toBeGreaterThan(enough / 4)
    const kept = posts.filter((post) => post.kept).length
    expect(kept / posts.length).toBeGreaterThan(0.08)
    expect(kept / posts.length).toBeLessThan(0.12)
  })

  test('are all different', () => {
    const texts = posts.map(({ text }) => foldedWords(text).join(' '))
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
  })

  test('have no four words with which more than five begin', () => {
    const openings = Object.groupBy(posts, ({ text }) => openingOf(text, 4) ?? '')
    const many = Object.entries(openings).filter(([opening, all]) => opening !== '' && all!.length > 5)
    expect(many).toEqual([])
  })

  // How people begin tells something of how they go on (« Marre de », « Vivement »), here as in life; docs/corpus.md has the figure.
  // It must not tell most.
  test('cannot be told by how they begin', () => {
    const guessed = guessesByOpening(
      posts.filter(({ kept }) => !kept),
      posts.filter(({ kept }) => kept),
    )
    expect(macroOf(guessed)).toBeLessThan(60)
  })
})

function openingOf(text: string, words: number): string | null {
  const all = foldedWords(text)
  return all.length >= words ? all.slice(0, words).join(' ') : null
}

/** Naive Bayes on the first one to four words, all that it knows of a post. */
function guessesByOpening(known: Post[], asked: Post[]): [Mood, Mood][] {
  const counts = new Map<string, Record<Mood, number>>()
  for (const { text, label } of known)
    for (const opening of openingsOf(text)) {
      const count = counts.get(opening) ?? { negative: 1, neutral: 1, positive: 1 }
      count[label]++
      counts.set(opening, count)
    }
  return asked.map(({ text, label }) => {
    const sums = moods.map((mood) =>
      openingsOf(text).reduce((sum, opening) => {
        const count = counts.get(opening)
        return count ? sum + Math.log(count[mood] / (count.negative + count.neutral + count.positive)) : sum
      }, 0),
    )
    return [label, moods[sums.indexOf(Math.max(...sums))]!]
  })
}

type Post = { text: string; label: Mood }

const openingsOf = (text: string) => [1, 2, 3, 4].flatMap((words) => openingOf(text, words) ?? [])
