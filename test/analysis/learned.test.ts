import { readFileSync, statSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrationOf, macroOf } from '../../bench/mood.ts'
import { clausesOf } from '../../src/analysis/clauses.ts'
import { kindsOf } from '../../src/analysis/learned/kinds.ts'
import { fileOf, learnedOf, readBack, written } from '../../src/analysis/learned/model.ts'
import { strangenessOf } from '../../src/analysis/learned/strange.ts'
import { tokensOf } from '../../src/analysis/learned/tokens.ts'
import { corpusOf, learn } from '../../src/analysis/learned/train.ts'
import { lexiconOf } from '../../src/analysis/lexicon/index.ts'
import { felt, mood } from '../../src/analysis/mood.ts'
import { type Language, moods } from '../../src/model/mood.ts'

describe.each([
  ['fr', { macroF1: 80, recall: 72 }],
  ['en', { macroF1: 78, recall: 70 }],
] as const)('what was learned in %s', (language, floors) => {
  const posts = corpusOf(language)
  const kept = posts.filter((post) => post.kept)
  const pairs = kept.map(
    ({ text, label }) => [label, mood(text, language).label] as [typeof label, typeof label],
  )

  test('is byte for byte what `npm run train` makes of the corpus', () => {
    const learned = learn(
      posts.filter((post) => !post.kept),
      language,
    )
    expect(written(learned).equals(readFileSync(fileOf(language)))).toBe(true)
  })

  test('is small, and refuses to be read where a part is missing', () => {
    expect(statSync(fileOf(language)).size).toBeLessThan(1_000_000)
    expect(() => readBack(readFileSync(fileOf(language)).subarray(0, -1))).toThrow(/npm run train/)
  })

  test('judges posts it never saw nearly as two readers did', () => {
    expect(macroOf(pairs)).toBeGreaterThan(floors.macroF1)
    for (const label of moods) {
      const all = pairs.filter(([is]) => is === label)
      const found = all.filter(([, as]) => as === label)
      expect((100 * found.length) / all.length).toBeGreaterThan(floors.recall)
    }
  })

  test('is right about as often as it says', () => {
    expect(calibrationOf(kept, language).calibrationError).toBeLessThan(5)
  })
})

test('towards somebody who stands beside a rival the rules decide, not what was learned of the whole text', () => {
  const text = 'Trois semaines sans internet chez Lumeo, mais Nimbus a répondu en dix minutes'
  const [nimbus, lumeo] = ['Nimbus', 'Lumeo'].map((name) => {
    const from = text.indexOf(name)
    return mood(text, 'fr', [{ from, to: from + name.length }])
  })
  expect(mood(text, 'fr').confidence).not.toBe(nimbus!.confidence)
  expect(nimbus!.score).toBeGreaterThan(lumeo!.score)
})

test('who speaks otherwise than our posts is judged with less sureness', () => {
  const { seen } = learnedOf('en')!
  const strangeness = (text: string, tagged = false) => strangenessOf(text, tokensOf(text), seen, tagged)
  const plain = 'Not happy with this kettle, it leaks every time'
  const news = `${'Aldermen Quillfeather and Ostrander of Zephyrville rebuked Mrs Thistlewood on Tuesday, '.repeat(3)}.`
  expect(strangeness(plain)).toBeLessThan(0.2)
  expect(strangeness(news)).toBeGreaterThan(0.8)
  expect(strangeness(plain, true)).toBeGreaterThan(strangeness(plain))
  expect(strangeness('')).toBeLessThan(0.2)
  // The same complaint, from somebody that we know and from strangers.
  const strange =
    'Zorblax wuffled, glimfray at Quendle Vorpath, Threnody Oxbow: not happy with this kettle, it leaks'
  expect(mood(strange, 'en').confidence).toBeLessThan(mood(plain, 'en').confidence)
})

test('what was learned of a kind of word holds for one that no post has', () => {
  const sides = (text: string) => {
    const clauses = clausesOf(text, lexiconOf('en'))
    return [...kindsOf(tokensOf(text), clauses).subarray(0, tokensOf(text).hashes.length)]
  }
  expect(sides('so execrable, but sublime!')).toEqual(sides('so abject, but marvellous!'))
  expect(new Set(sides('so execrable, but sublime!')).size).toBeGreaterThan(3)
  expect(sides('the box is here')).toEqual([0, 0, 0, 0])
})

describe('the words that carried a judgement', () => {
  const wordsOf = (text: string, language: Language) => felt(text, language).map(({ words }) => words)

  test.each([
    ['Mon frigo a encore lâché, j’ai tout renvoyé', 'fr', 'renvoyé'],
    ['SAV injoignable, on me raccroche au nez', 'fr', 'raccroche'],
    ['Ma fille adore sa veilleuse', 'fr', 'adore'],
    ['Still waiting on the refund', 'en', 'Still waiting'],
  ] as const)('of « %s » (%s) are among them %s', (text, language, word) => {
    expect(wordsOf(text, language)).toContain(word)
  })

  test('are none where nothing was felt, and never small words of every day', () => {
    expect(wordsOf('La boutique ouvre à 9 h rue des Lilas', 'fr')).toEqual([])
    expect(wordsOf('Does anyone know if they ship to Ireland?', 'en')).toEqual([])
    const small = ['hier', 'jours', 'tout', 'en', 'yesterday', 'all', 'year', 'if', 'without']
    const posts = [
      'La lampe clignote depuis hier, tout est à refaire, trois jours de perdus',
      'App logs me out every single day all year, yesterday twice, if it starts without an error',
    ]
    for (const [at, language] of (['fr', 'en'] as const).entries())
      for (const word of wordsOf(posts[at]!, language)) expect(small).not.toContain(word)
  })

  test('stand in the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...corpusOf('fr').slice(0, 2_000)), ({ text }) => {
        for (const { words } of felt(text, 'fr')) expect(text).toContain(words)
      }),
    )
  })
})

test.each(
  Object.entries({
    nothing: '',
    'a megabyte': 'Service lamentable, plus jamais ! '.repeat(30_000),
    'one emoji': '🎉',
    'half an emoji': '\ud83c',
    capitals: 'SERVICE LAMENTABLE PLUS JAMAIS',
    'zero-width characters': 'ser\u200bvice la\u200bmen\u200dtable',
    'right-to-left': 'خدمة سيئة جدا \u202eservice\u202c',
    'mixed scripts': 'Сервис service 服务 lamentable',
    'look-alikes': 'serviсe lаmentable',
    'left-over HTML': '<p class="x">Service&nbsp;<b>lamentable</b><br/></p><script>x()</script>',
  }),
)('%s is judged, and always alike', (_, text) => {
  for (const language of ['fr', 'en', 'es', null] as const) {
    const { label, score, confidence } = mood(text, language)
    expect(moods).toContain(label)
    expect(Math.abs(score)).toBeLessThanOrEqual(1)
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
    mood('something else in between', 'en')
    expect(mood(text, language)).toEqual({ label, score, confidence })
    expect(felt(text, language).length).toBeLessThanOrEqual(5)
  }
})

test.each([
  'SERVICE LAMENTABLE, PLUS JAMAIS',
  'ser\u200bvice la\u200bmen\u200btable, plus jamais',
  'serviсe lаmentable, plus jamais',
  '<p class="super">Service <b>lamentable</b>, plus jamais</p>',
])('what hides « lamentable » hides no complaint: %s', (text) => {
  expect(mood(text, 'fr').label).toBe('negative')
})

test('whatever is written gets an answer in range, the same every time', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('fr', 'en', 'pt', null),
      (text, language) => {
        const { label, score, confidence } = mood(text, language as Language | null)
        expect(moods).toContain(label)
        expect(score >= -1 && score <= 1 && confidence >= 0 && confidence <= 1).toBe(true)
        mood('between', 'en')
        expect(mood(text, language as Language | null)).toEqual({ label, score, confidence })
        felt(text, language as Language | null)
      },
    ),
    { numRuns: 500 },
  )
})
