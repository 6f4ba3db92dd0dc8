import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newAnalysis } from '../../src/analysis/analysis.ts'
import type { Language, Sentiment } from '../../src/model/mood.ts'

const analysis = newAnalysis()
const languages: (Language | null)[] = ['fr', 'en', 'es', 'de', 'it', 'pt', null]

function expectSound({ label, score, confidence }: Sentiment) {
  expect(Math.abs(score)).toBeLessThanOrEqual(1)
  expect(confidence).toBeGreaterThanOrEqual(0)
  expect(confidence).toBeLessThanOrEqual(1)
  if (label === 'positive') expect(score).toBeGreaterThan(0)
  if (label === 'negative') expect(score).toBeLessThan(0)
}

const pieces = fc.constantFrom(
  ...[
    'Nimbus',
    ' ',
    'pas ',
    'mais ',
    'nul',
    'génial ',
    '😡',
    '😂',
    ':)',
    '<3',
    '! ',
    '? ',
    '. ',
    ', ',
    '@a',
    '#b',
  ],
  ...[
    '<b>',
    '&amp;',
    'https://a.b/c',
    '\u200b',
    '\u0301',
    '\u202e',
    '\ud83d',
    'OOOO',
    'مرحبا ',
    'contrairement à ',
  ],
)
const posts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
)
const spans = fc.array(
  fc
    .tuple(fc.integer({ min: -5, max: 200 }), fc.nat(20))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 4 },
)

test('whatever is written gets an answer in range, whose label agrees with its score, the same every time', () => {
  fc.assert(
    fc.property(
      posts,
      fc.constantFrom(...languages),
      fc.option(spans, { nil: undefined }),
      (text, language, targets) => {
        const sentiment = analysis.mood(text, language, targets)
        expectSound(sentiment)
        expect(analysis.mood(text, language, targets)).toEqual(sentiment)
        expect([...languages]).toContain(analysis.language(text))
      },
    ),
    { numRuns: 1_500 },
  )
})

test('places of the text are not moved by what is cleared away before reading', () => {
  const text = '<b>&amp;</b> https://nimbus.example 😡 Lumeo est nul mais Nimbus est top'
  const at = text.lastIndexOf('Nimbus')
  expect(analysis.mood(text, 'fr', [{ from: at, to: at + 6 }]).label).toBe('positive')
})

// Each would take minutes if any step went over the text more than a few times. The bound is wide, because other
// tests share the machine; what must not pass is a square.
test.each(
  Object.entries({
    words: 'mais c’est nul ',
    handles: '@a ',
    ats: '@',
    tags: '#',
    brackets: '<a',
    ampersands: '&',
    colons: ':',
    faces: ':) ',
    emoji: '😡',
    'one word': 'o',
    contrasts: 'mais ',
    statements: 'et nul ',
    exclamations: '!',
    lines: '\n',
    'zero-width characters': '\u200b',
    'combining accents': '\u0301',
    addresses: 'http://',
    dashes: ' - ',
    escapes: '\\ud83d',
    'right-to-left': 'مرحبا ',
    'half characters': '\ud800',
  }),
)('a million characters of %s hold nobody up', (_, piece) => {
  const text = piece.repeat(1_000_000 / piece.length)
  const begun = performance.now()
  for (const language of ['fr', 'en', null] as const) {
    expectSound(analysis.mood(text, language))
    expectSound(
      analysis.mood(text, language, [
        { from: 3, to: 5 },
        { from: text.length - 3, to: text.length },
      ]),
    )
  }
  analysis.language(text)
  expect(performance.now() - begun).toBeLessThan(3_000)
})

test('a thousand places of a name are no more trouble than one', () => {
  const text = 'Nimbus est nul et Lumeo va bien. '.repeat(600)
  const targets = Array.from({ length: 1_000 }, (_, n) => ({ from: n * 33, to: n * 33 + 6 }))
  expect(analysis.mood(text, 'fr', targets).label).toBe('negative')
})
