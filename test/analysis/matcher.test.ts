import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newMatcher } from '../../src/analysis/matcher.ts'
import { hitsOf, type Query, readQuery } from '../../src/model/query.ts'
import { wordsOf } from '../../src/model/words.ts'
import { rounds } from '../rounds.ts'

// A small world of words, so that chance makes hits; with what French and English put between them.
const word = fc.constantFrom(
  'nimbus',
  'Lampe',
  'l’été',
  "l'été",
  'Œuvre',
  'éco-lampe',
  'ét',
  'cœur',
  'new',
  'york',
  '42',
  'nimbus.example',
  'nimbus[.]example',
  'www.new-york(.)example/x',
  'nіmbuѕ',
  '💡',
  '👍🏽',
  '🇫🇷',
)
const between = fc.constantFrom(' ', ', ', '-', '’', '\u00a0', '. ', ' #', ' @', '_', '\u200b ')
const writing = fc
  .array(fc.tuple(word, between), { maxLength: 25 })
  .map((parts) => parts.map(([one, next]) => one + next).join(''))

const names = ['nimbus', 'lampe', 'new', 'york', 'ete']
const sites = ['nimbus.example', 'www.lampe.example', 'new-york.example', 'example.org']
const author = fc.constantFrom(
  null,
  '',
  'nimbus',
  '@lampe',
  'New York',
  '💡',
  'l’été nimbus.example',
  'nіmbus',
)
const about = fc.record(
  {
    title: fc.constantFrom('', 'Lampe Nimbus', 'l’été à new york 💡', 'nim'),
    author,
    url: fc.constantFrom(null, 'x', ...sites.map((site) => `https://${site}/nimbus`)),
    language: fc.constantFrom(null, 'fr', 'en-GB'),
  },
  { requiredKeys: [] },
)

const plain = fc.oneof(
  fc
    .array(word, { minLength: 1, maxLength: 3 })
    .map((words): Query => ({ phrase: wordsOf(`${words.join(' ')} nimbus`).words.slice(0, words.length) })),
  fc
    .constantFrom('nim*', 'nimbus*', 'lam*', '"new yor*"', 'l’été*', '💡', '👍', '🇫🇷')
    .map((written) => readQuery(written)),
  fc.constantFrom(...sites, 'nimbus.lampe', 'york.new').map((written) => readQuery(written)),
  fc
    .tuple(fc.constantFrom('#', '@'), fc.constantFrom(...names))
    .map(([sign, name]) => readQuery(sign + name)),
)
const inside = fc
  .tuple(fc.constantFrom('title', 'author'), plain)
  .map(([place, one]) => ({ ...one, in: place }) as Query)
const placed = fc.oneof(
  plain,
  fc.array(plain, { minLength: 1, maxLength: 3 }).map((any): Query => ({ any })),
  plain.map((one) => ({ ...one, in: 'title' }) as Query),
)
const term: fc.Arbitrary<Query> = fc.oneof(
  { weight: 4, arbitrary: plain },
  inside,
  fc.constantFrom(...sites, 'example.org').map((site) => readQuery(`site:${site}`)),
  fc
    .tuple(placed, placed, fc.integer({ min: 1, max: 6 }))
    .map(([left, right, within]): Query => ({ near: [left, right], within })),
)
const condition = fc.oneof(
  term,
  fc.constantFrom('fr', 'en').map((lang): Query => ({ lang })),
)
const { query } = fc.letrec<{ query: Query }>((again) => ({
  query: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    term,
    fc
      .array(again('query'), { minLength: 1, maxLength: 3 })
      .map((all) => ({ all: [{ phrase: ['nimbus'] }, ...all] })),
    fc.array(again('query'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    fc.tuple(term, fc.oneof(condition, again('query'))).map(([named, not]) => ({ all: [named, { not }] })),
    fc.tuple(term, condition).map((all) => ({ all })),
  ),
}))

const inOrder = (hits: { from: number; to: number }[]) =>
  [...new Set(hits.map(({ from, to }) => `${from}-${to}`))].sort()

test('many topics in one pass find exactly what each finds alone, slowly', () => {
  fc.assert(
    fc.property(
      fc.array(query, { maxLength: 12 }),
      fc.array(fc.tuple(writing, about), { maxLength: 3 }),
      (queries, texts) => {
        const { may, match } = newMatcher(queries.map((query, name) => ({ name, query })))
        for (const [writing, about] of texts) {
          const text = about.title ? `${about.title}\n${writing}` : writing
          const words = wordsOf(text)
          const fast = match(words, about).map(({ topic, hits }) => [topic.name, inOrder(hits)])
          const slow = queries.flatMap((query, name) => {
            const hits = hitsOf(query, words, about)
            return hits ? [[name, inOrder(hits)]] : []
          })
          expect(fast).toEqual(slow)
          if (fast.length > 0) expect([may(text, about), may(text)]).toEqual([true, true])
        }
      },
    ),
    { numRuns: rounds(800, 3000) },
  )
})

const topics = (...queries: string[]) => queries.map((written) => ({ query: readQuery(written) }))

test('a quick look says no to most, and to a post only when its author and its site say no too', () => {
  const { may } = newMatcher(topics('nimb*', 'lumeo.example', '💡', 'author:mia', 'site:nimbus.example'))
  const elsewhere = { author: 'Noor', url: 'https://news.example/1' }
  for (const text of ['Nimbus', 'voir lumeo[.]example', 'idée 💡']) expect(may(text, elsewhere)).toBe(true)
  expect(may('une lampe 🔥', elsewhere)).toBe(false)
  expect(may('une lampe', { ...elsewhere, author: 'Mia' })).toBe(true)
  expect(may('une lampe', { ...elsewhere, url: 'https://www.nimbus.example/' })).toBe(true)
  expect(may('une lampe')).toBe(true)
  expect(newMatcher(topics('title:nimbus lang:fr')).may('une lampe')).toBe(false)
})

test('what many topics ask beside their own name does not make a text worth a longer look', () => {
  const { may } = newMatcher(topics('nimbus lampe', 'lumeo NEAR lampe', 'clairval (lampe OR ampoule)'))
  expect(may('une lampe')).toBe(false)
  expect(may('Lumeo')).toBe(true)
})

test('the language of a post is asked only where a query that wants it has met a word', () => {
  const { match } = newMatcher(topics('nimbus lang:fr'))
  let asked = 0
  const about = {
    get language() {
      asked++
      return 'fr'
    },
  }
  expect(match(wordsOf('une lampe'), about)).toHaveLength(0)
  expect(asked).toBe(0)
  expect(match(wordsOf('une lampe Nimbus'), about)).toHaveLength(1)
  expect(asked).toBe(1)
})

test('a post of a megabyte full of hits is matched in one go', () => {
  const { match } = newMatcher(topics('(nimbus OR lamp*) lampe NEAR nimbus'))
  const [found] = match(wordsOf('lampe nimbus '.repeat(80_000)))
  expect(found?.hits.length).toBe(320_000)
})
