import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newGlance } from '../../src/model/glance.ts'
import { folded, wordsOf } from '../../src/model/words.ts'

test.each([
  ["L’arnaque de l'été", 'l arnaque de l ete'],
  ['QU’EST-CE que c’est', 'qu est ce que c est'],
  ['Coca-Cola, coca cola', 'coca cola coca cola'],
  ['Œuvre, cœur, Straße, Æther', 'oeuvre coeur strasse aether'],
  ['e\u0301te\u0301', 'ete'],
  ['nim\u200bbus nim\u00adbus', 'nimbus nimbus'],
  ['ＮＩＭＢＵＳ', 'nimbus'],
  ['İstanbul', 'istanbul'],
  ['C# et node.js 2.0', 'c et node js 2 0'],
  ['💡', ''],
  ['nіmbuѕ NІMВUЅ αrnaque', 'nimbus nimbus arnaque'],
  ['мир осу kΩ', 'мир осу kω'],
  ['nim\u202ebus نيمـبوس', 'nimbus نيمبوس'],
])('%s is searched as %s', (text, words) => {
  expect(folded(text)).toBe(words)
})

test.each([
  ['Vive #Éclairage et #nimbus_lamp !', ['#eclairage', '#nimbus_lamp']],
  ['demandez à @Nimbus.', ['@nimbus']],
  ['@nimbus@mastodon.social bonjour', ['@nimbus@mastodon.social', '@nimbus']],
  ['#nіmbus_оса', ['#nimbus_оса']],
  ['@nimbus.bsky.social', ['@nimbus.bsky.social', '@nimbus']],
  ['mia@nimbus.example et https://x.example/page#nimbus', []],
  ['## @ # @@', []],
])('the tags of %s', (text, names) => {
  expect(wordsOf(text).tags.flatMap((tag) => tag.names)).toEqual(names)
})

test('each word says where it stands in the text, whatever the text is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { words, from, to } = wordsOf(text)
      words.forEach((word, at) => {
        expect(from[at]).toBeLessThan(to[at]!)
        expect(folded(text.slice(from[at], to[at]))).toBe(word)
        if (at > 0) expect(from[at]).toBeGreaterThanOrEqual(to[at - 1]!)
      })
    }),
  )
})

test('a text of a megabyte is read in one go', () => {
  expect(wordsOf('l’été '.repeat(170_000)).words).toHaveLength(340_000)
})

test('a quick look finds a word wherever a close one does, and hardly ever where it does not', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'É', 'œ', 'ß', ' ', '’', '\u00ad', 'ñ', '𝒳', '-', '\u0301'),
    maxLength: 12,
  })
  fc.assert(
    fc.property(letters, letters, (wanted, text) => {
      const words = wordsOf(wanted).words
      const stands = wordsOf(text).words.some((word) => words.includes(word))
      expect(newGlance(words)(text)).toBe(stands)
    }),
    { numRuns: 1000 },
  )
})

test('a quick look never says no where letters of other alphabets hide a word, or a word begins as wanted', () => {
  const some = fc.array(
    fc.constantFrom('n', 'і', 'm', 'b', 'я', 'ο', '1', '\u00ad', ' ', '💡', 'É', '𝒳', '\ud83d'),
    { maxLength: 10 },
  )
  fc.assert(
    fc.property(some, some, (wanted, letters) => {
      const words = wordsOf(wanted.join('')).words
      const text = letters.join('')
      const said = wordsOf(text).words
      if (said.some((word) => words.includes(word))) expect(newGlance(words)(text)).toBe(true)
      if (said.some((word) => words.some((begin) => word.startsWith(begin))))
        expect(newGlance([], words)(text)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('a quick look for beginnings passes words that only hold them', () => {
  const look = newGlance(['lampe'], ['nim'])
  expect(['vive Nimbus', 'une lampe', 'cumulonimbus', 'lampes', 'ni m'].map(look)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})
