import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newMatcher } from '../../src/analysis/matcher.ts'
import { hitsOf, type Query, readQuery } from '../../src/model/query.ts'
import { wordsOf } from '../../src/model/words.ts'

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
)
const between = fc.constantFrom(' ', ', ', '-', '’', '\u00a0', '. ', ' #', ' @', '_', '\u200b ')
const writing = fc
  .array(fc.tuple(word, between), { maxLength: 25 })
  .map((parts) => parts.map(([one, next]) => one + next).join(''))

const term: fc.Arbitrary<Query> = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => ({ phrase: wordsOf(words.join(' ')).words })),
  word.map((name) => readQuery(`#${wordsOf(name).words[0]}`)),
  word.map((name) => readQuery(`@${wordsOf(name).words[0]}`)),
)
const { query } = fc.letrec<{ query: Query }>((again) => ({
  query: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    term,
    fc
      .array(again('query'), { minLength: 1, maxLength: 3 })
      .map((all) => ({ all: [{ phrase: ['nimbus'] }, ...all] })),
    fc.array(again('query'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    fc.tuple(term, again('query')).map(([named, not]) => ({ all: [named, { not }] })),
  ),
}))

const inOrder = (hits: { from: number; to: number }[]) =>
  [...new Set(hits.map(({ from, to }) => `${from}-${to}`))].sort()

test('many topics in one pass find exactly what each finds alone, slowly', () => {
  fc.assert(
    fc.property(fc.array(query, { maxLength: 12 }), fc.array(writing, { maxLength: 3 }), (queries, texts) => {
      const { may, match } = newMatcher(queries.map((query, name) => ({ name, query })))
      for (const text of texts) {
        const words = wordsOf(text)
        const fast = match(words).map(({ topic, hits }) => [topic.name, inOrder(hits)])
        const slow = queries.flatMap((query, name) => {
          const hits = hitsOf(query, words)
          return hits ? [[name, inOrder(hits)]] : []
        })
        expect(fast).toEqual(slow)
        if (fast.length > 0) expect(may(text)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
