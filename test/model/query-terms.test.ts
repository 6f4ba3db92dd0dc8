import { describe, expect, test } from 'vitest'
import { readQuery } from '../../src/model/query.ts'
import { asksAuthor, loneTerms, soughtTerms, termText } from '../../src/model/query-terms.ts'

const textsIn = (written: string, terms: typeof loneTerms) =>
  terms(readQuery(written)).map((term) => termText(term, written))

describe('terms that are enough by themselves', () => {
  test.each([
    ['Orange', ['Orange']],
    ['Orange OR Free', ['Orange', 'Free']],
    ['Orange AND forfait', []],
    ['Orange NOT fruit', ['Orange']],
    ['Orange lang:fr', ['Orange']],
    ['Orange site:lemonde.fr', []],
    ['Orange NEAR/5 forfait', []],
    ['Orange OR (Free AND forfait) OR title:Shell', ['Orange', 'Shell']],
    ['(Orange OR Free) NOT (jus OR libre)', ['Orange', 'Free']],
    ['(Orange OR Free) AND forfait', []],
    ['NOT fruit Orange', ['Orange']],
  ])('%s', (written, lone) => {
    expect(textsIn(written, loneTerms)).toEqual(lone)
  })
})

describe('terms that are looked for, as they were written', () => {
  test.each([
    ['Éclairage OR #Lampe OR @Mia', ['Éclairage', '#lampe', '@mia']],
    ['"Hélène Vasseur" AND lamp* NOT météo', ['Hélène Vasseur', 'lamp*']],
    ['nimbus nimbus NEAR Lyon', ['nimbus', 'Lyon']],
    ['nimbus-lampes.example OR 💡 OR site:a.fr', ['nimbus-lampes.example', '💡']],
  ])('%s', (written, terms) => {
    expect(textsIn(written, soughtTerms)).toEqual(terms)
  })
})

test('a query that asks who wrote is known, however deep', () => {
  const asks = (text: string) => asksAuthor(readQuery(text))
  expect(['author:mia', 'a OR (b NOT auteur:mia)'].map(asks)).toEqual([true, true])
  expect(['mia', 'title:mia', '@mia', 'a NEAR b'].map(asks)).toEqual([false, false, false, false])
})
