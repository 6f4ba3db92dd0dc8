import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Oops } from '../../src/model/oops.ts'
import { hitsOf, readQuery } from '../../src/model/query.ts'
import { wordsOf } from '../../src/model/words.ts'

const finds = (query: string, text: string) => hitsOf(readQuery(query), wordsOf(text)) !== null

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
])('%s in “%s”: %s', (query, text, found) => {
  expect(finds(query, text)).toBe(found)
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
  ['lampe 💡', 'query.nothing-to-find', [6, 8]],
  [`${'('.repeat(60)}a${')'.repeat(60)}`, 'query.too-deep', [50, 51]],
  [`${'NOT '.repeat(10_000)}a`, 'query.too-deep', [200, 203]],
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
      .array(fc.constantFrom('(', ')', '"', '«', ' ', 'AND', 'OU', 'NOT', '#', '@', 'lampe', 'l’été'))
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
