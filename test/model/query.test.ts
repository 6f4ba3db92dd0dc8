import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Oops } from '../../src/model/oops.ts'
import { type About, hitsOf, readQuery } from '../../src/model/query.ts'
import { wordsOf } from '../../src/model/words.ts'

const finds = (query: string, text: string, about: About = {}) =>
  hitsOf(readQuery(query), wordsOf(text), about) !== null

test.each([
  ['nimbus', 'Ma lampe Nimbus est en panne', true],
  ['nimbus', 'un cumulonimbus passe', false],
  ['arnaque', 'C’est de l’arnaque', true],
  ['arnaque', "qu'arnaque y a-t-il", true],
  ['"lampe nimbus"', 'ma LAMPE-NIMBUS', true],
  ['"lampe nimbus"', 'lampe de Nimbus', false],
  ['« lampe nimbus »', 'la lampe Nimbus', true],
  ['lampe nimbus', 'Nimbus fait une lampe', true],
  ['lampe nimbus', 'Nimbus seul', false],
  ['nimbus OR lumeo', 'Lumeo recrute', true],
  ['nimbus OU lumeo', 'Lumeo recrute', true],
  ['nimbus NOT météo', 'Nimbus et la meteo', false],
  ['nimbus SAUF météo', 'Nimbus et ses lampes', true],
  ['nimbus NON météo', 'Nimbus et ses lampes', true],
  ['nimbus NON météo', 'Nimbus et la météo', false],
  ['a OR b NOT c', 'a c', true],
  ['(a OR b) NOT c', 'a c', false],
  ['NOT c a', 'a b', true],
  ['nimbus ou lumeo', 'nimbus ou lumeo', true],
  ['nimbus ou lumeo', 'nimbus', false],
  ['#nimbus', 'vive #Nimbus', true],
  ['#nimbus', 'vive Nimbus', false],
  ['nimbus', 'vive #Nimbus', true],
  ['@nimbus', 'merci @nimbus !', true],
  ['@nimbus', 'merci @nimbus_fan', false],
  ['l’ampoule', "l'ampoule", true],
  ['coca-cola', 'un coca cola', true],
  ['nimb*', 'Vive Nimbus', true],
  ['nimb*', 'Nimb seul', true],
  ['nimb*', 'un cumulonimbus', false],
  ['écl*', 'l’Éclairage', true],
  ['l’éclair*', 'l’éclairage', true],
  ['"lampe nim*"', 'lampe Nimbus', true],
  ['"lampe nim*"', 'lampes Nimbus', false],
  ['nimbus.example', 'voir nimbus.example.', true],
  ['nimbus.example', 'https://www.nimbus.example/lampe?x=1', true],
  ['nimbus.example', 'ne cliquez pas : nimbus[.]example', true],
  ['nimbus.example', 'arnaque sur nimbus(.)example !', true],
  ['nimbus.example', 'sav@NIMBUS.example', true],
  ['nimbus.example', 'voir nimbus.example.Merci', true],
  ['nimbus.example', 'Nimbus, example', false],
  ['nimbus.example', 'nimbus example', false],
  ['nimbus.example', 'my-nimbus.example', false],
  ['nimbus.example', 'nimbus.example.org', false],
  ['nimbus.example', 'nimbus.example-shop.org', false],
  ['nimbus[.]example', 'nimbus.example', true],
  ['nimbus(.)example', 'nimbus.example', true],
  ['https://www.nimbus.example/', 'nimbus.example', true],
  ['nimbus-lampes.example', 'sur nimbus-lampes.example', true],
  ['nimbus-lampes.example', 'sur nimbus.lampes.example', false],
  ['"nimbus.example"', 'nimbus example', true],
  ['lampe NEAR nimbus', 'la lampe que fait Nimbus', true],
  ['lampe PRÈS nimbus', 'Nimbus a une lampe', true],
  ['lampe NEAR/2 nimbus', 'lampe de nimbus', true],
  ['lampe NEAR/1 nimbus', 'lampe de nimbus', false],
  ['lampe NEAR/1 nimbus', 'lampe nimbus', true],
  ['lampe NEAR nimbus', `lampe ${'a '.repeat(9)} nimbus`, true],
  ['lampe NEAR nimbus', `lampe ${'a '.repeat(10)} nimbus`, false],
  ['lampe NEAR lampe', 'une lampe', false],
  ['lampe NEAR lampe', 'lampe, lampe', true],
  ['nimbus NEAR/3 (panne OR retard)', 'Nimbus : encore du retard', true],
  ['NOT panne NEAR/2 nimbus lampe', 'lampe nimbus loin de toute panne', true],
  ['💡', 'une idée 💡 !', true],
  ['💡', 'une idée 🔥', false],
  ['nimbus 💡', 'Nimbus💡', true],
  ['nimbus 💡', 'Nimbus', false],
  ['👍', 'bien 👍🏽', true],
  ['❤️', 'j’aime ❤', true],
  ['👨', 'la famille 👨‍👩‍👧', false],
  ['🇫🇷', 'ici 🇫🇷', true],
  ['Nimbus®', 'Nimbus', true],
  ['nimbus', 'vive nimbuѕ', true],
  ['nimbus', 'nіmbuѕ', true],
  ['#nimbus', '#nіmbus', true],
  ['мир', 'мир', true],
  ['оса', 'oca', false],
  ['nim\u200bbus', 'nimbus', true],
  ['\u200enimbus NOT\u200b météo', 'nimbus et météo', false],
  ['نيمبوس', 'مصباح نيمـبوس جديد', true],
  ['"מנורת נימבוס"', '\u200fמנורת נימבוס\u200f!', true],
])('%s in “%s”: %s', (query, text, found) => {
  expect(finds(query, text)).toBe(found)
})

const post = {
  title: 'Nimbus rappelle ses lampes',
  author: 'Mia Dupont',
  url: 'https://blog.nimbus.example/rappel',
  language: 'fr-FR',
}

test.each([
  ['title:nimbus', true],
  ['Titre : nimbus', true],
  ['title:voiture', false],
  ['voiture', true],
  ['title:"ses lampes"', true],
  ['title:(voiture OR lampes)', true],
  ['title:(rappelle NEAR/2 lampes)', true],
  ['title:lampes NEAR/1 voiture', true],
  ['nimbus NOT title:voiture', true],
  ['nimbus title:(NOT lampes)', false],
  ['title:lampes*', true],
  ['author:mia', true],
  ['auteur:"mia dupont"', true],
  ['author:nimbus', false],
  ['author:(noor OR dup*)', true],
  ['author:@mia', false],
  ['site:nimbus.example', true],
  ['site:https://www.blog.nimbus.example/x', true],
  ['site:imbus.example', false],
  ['site:shop.nimbus.example', false],
  ['site:(lumeo.example OR nimbus.example)', true],
  ['nimbus lang:fr', true],
  ['nimbus langue:(en OU fr)', true],
  ['nimbus lang:en', false],
])('%s in a post: %s', (query, found) => {
  expect(finds(query, `${post.title}\nVoiture volée`, post)).toBe(found)
})

test('what a post does not say cannot be met, only excluded', () => {
  for (const field of ['title:nimbus', 'author:nimbus', 'site:nimbus.example', '(nimbus lang:fr)']) {
    expect(finds(field, 'Nimbus')).toBe(false)
    expect(finds(`nimbus NOT ${field}`, 'Nimbus')).toBe(true)
  }
})

test('a name in one piece is a handle, with or without its @', () => {
  for (const author of ['mia', '@mia', '@mia@social.example'])
    expect(finds('author:@mia', '', { author })).toBe(true)
})

test('a query of ten thousand characters is read, and a post of a megabyte searched', () => {
  const query = readQuery(`nimbus${' OR lampe'.repeat(1_110)}`)
  expect('any' in query && query.any).toHaveLength(1_111)
  expect(hitsOf(readQuery('"de nimb*"'), wordsOf('l’été de nimbus '.repeat(65_000)))).toHaveLength(65_000)
})

test('a hit says where it stands in the text', () => {
  const text = 'Oui, l’Éco-lampe !'
  const [hit] = hitsOf(readQuery('eco-lampe'), wordsOf(text))!
  expect(text.slice(hit!.from, hit!.to)).toBe('Éco-lampe')
})

test.each([
  ['', 'query.empty', undefined],
  ['"lampe', 'query.quote-missing', [0, 6]],
  ['lampe (nimbus', 'query.bracket-close-missing', [6, 7]],
  ['lampe) nimbus', 'query.bracket-open-missing', [5, 6]],
  ['lampe OR', 'query.ends-early', [8, 8]],
  ['OR lampe', 'query.operator-misplaced', [0, 2]],
  ['NOT lampe', 'query.only-not', [0, 9]],
  ['lampe OR NOT nimbus', 'query.only-not', [0, 19]],
  ['lampe #', 'query.tag-wrong', [6, 7]],
  ['lampe !!', 'query.nothing-to-find', [6, 8]],
  ['\u200b', 'query.empty', undefined],
  ['lampe ni*', 'query.prefix-short', [6, 9]],
  ['l’ar*', 'query.prefix-short', [0, 5]],
  ['lampe nim*bus', 'query.star-misplaced', [6, 13]],
  ['*nimbus', 'query.star-misplaced', [0, 7]],
  ['#nimb*', 'query.star-misplaced', [0, 6]],
  ['nimbus 💡*', 'query.star-misplaced', [7, 10]],
  ['a titel:lampe', 'query.field-unknown', [2, 8]],
  ['lampe title:', 'query.field-empty', [6, 12]],
  ['title: OR a', 'query.field-empty', [0, 6]],
  ['title:(a author:b)', 'query.field-inside', [9, 16]],
  ['site:nimbus', 'query.site-wrong', [5, 11]],
  ['a lang:french', 'query.lang-wrong', [7, 13]],
  ['lang:fr', 'query.only-not', [0, 7]],
  ['a OR lang:fr', 'query.only-not', [0, 12]],
  ['lampe NEAR', 'query.ends-early', [10, 10]],
  ['NEAR lampe', 'query.operator-misplaced', [0, 4]],
  ['a NEAR b NEAR c', 'query.near-wrong', [9, 13]],
  ['a NEAR (b c)', 'query.near-wrong', [2, 6]],
  ['a NEAR author:b', 'query.near-wrong', [2, 6]],
  ['a NEAR/0 b', 'query.near-far', [2, 8]],
  ['a PRÈS/x b', 'query.near-far', [2, 8]],
  ['a'.repeat(10_001), 'query.too-long', [10_000, 10_001]],
  [`${'('.repeat(60)}a${')'.repeat(60)}`, 'query.too-deep', [50, 51]],
  [`${'NOT '.repeat(2_000)}a`, 'query.too-deep', [200, 203]],
])('%s is refused with the place of the mistake', (query, key, at) => {
  const wrong = (() => {
    try {
      return readQuery(query)
    } catch (error) {
      return error as Oops
    }
  })()
  expect(wrong).toBeInstanceOf(Oops)
  expect(wrong).toMatchObject({ key, at: at && { from: at[0], to: at[1] } })
})

test('whatever is typed is a query or a clear mistake within it', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          '(',
          ')',
          '"',
          '«',
          ' ',
          'AND',
          'OU',
          'NOT',
          '#',
          '@',
          'lampe',
          'l’été',
          'NEAR/3',
          'title:',
          'lang:',
          'x.example',
          '*',
          '💡',
        ),
      )
      .map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      try {
        readQuery(text)
      } catch (error) {
        expect(error).toBeInstanceOf(Oops)
        const { at } = error as Oops
        if (at) expect(at.from >= 0 && at.from <= at.to && at.to <= text.length).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
