import { expect, test } from 'vitest'
import { newCompany } from '../../src/analysis/company.ts'
import { isEveryday } from '../../src/analysis/everyday.ts'
import { wordsOf } from '../../src/model/words.ts'

const companionsOf = (term: string, texts: string[]) => {
  const company = newCompany(term)
  for (const text of texts) company.learn(wordsOf(text))
  return company.companions(5).map(({ spelled }) => spelled)
}

const rain = Array.from({ length: 40 }, (_, at) => `Averse sur le littoral, bulletin ${at}`)

test('words that stand near a name more often than elsewhere are its company, as they are spelled', () => {
  const texts = [
    'La fibre de l’opérateur Orange',
    'L’opérateur Orange vend de la fibre',
    'Selon Orange, l’opérateur répare',
    'Un bulletin sur Orange et sa fibre',
  ]
  const company = companionsOf('orange', [...texts, ...rain])
  expect(company).toContain('opérateur')
  expect(company).toContain('fibre')
  // « bulletin » is everywhere, « chez » is everyday, « répare » was said once.
  expect(company).not.toContain('bulletin')
  expect(company).not.toContain('répare')
})

test('where the name has its capital, the fruit beside it does not count', () => {
  const mixed = Array.from(
    { length: 6 },
    () => 'Une orange bien juteuse à midi. Et Orange étend sa fibre partout',
  )
  expect(companionsOf('orange', [...mixed, ...rain])).toContain('fibre')
  const apart = [...mixed, ...Array.from({ length: 30 }, () => 'Un jus bien juteux')]
  const far = apart.map((text) => text.replace('à midi', `à ${'midi '.repeat(12)}`))
  expect(companionsOf('orange', [...far, ...rain])).not.toContain('juteuse')
})

test('nothing is proposed on thin ground', () => {
  expect(companionsOf('orange', ['Orange fibre'])).toEqual([])
  expect(companionsOf('orange', ['Orange et fibre', 'Orange et forfait'])).toEqual([])
  expect(companionsOf('orange', [])).toEqual([])
})

test('everyday words of both languages are known, names that are nothing else are not', () => {
  for (const word of [
    'orange',
    'free',
    'shell',
    'apple',
    'boulanger',
    'carrefour',
    'action',
    'total',
    'match',
    'maison',
  ])
    expect(isEveryday(word), word).toBe(true)
  for (const word of ['lumeo', 'clairval', 'leclerc', 'vasseur', 'michelin'])
    expect(isEveryday(word), word).toBe(false)
})
