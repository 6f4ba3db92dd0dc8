import { expect, test } from 'vitest'
import { mood } from '../../src/analysis/mood.ts'
import type { Language, Mood } from '../../src/model/mood.ts'

const placesOf = (name: string, text: string) =>
  [...text.matchAll(new RegExp(name, 'gu'))].map(({ index }) => ({ from: index, to: index + name.length }))

const towards = (name: string, text: string, language: Language) =>
  mood(text, language, placesOf(name, text)).label

test.each<[string, nimbus: Mood, lumeo: Mood]>([
  ['Nimbus est top mais Lumeo m’a volé', 'positive', 'negative'],
  ['Lumeo m’a volé, heureusement Nimbus est top', 'positive', 'negative'],
  ['Nimbus est top. Lumeo refuse de rembourser. Une honte.', 'positive', 'negative'],
  ['Nimbus est mieux que Lumeo', 'positive', 'negative'],
  ['Nimbus est moins fiable que Lumeo', 'negative', 'positive'],
  ['Je préfère Nimbus à Lumeo', 'positive', 'negative'],
  ['Contrairement à Lumeo, Nimbus répond vite et le service est excellent.', 'positive', 'negative'],
  ['Nimbus est fiable, contrairement à Lumeo', 'positive', 'negative'],
  ['Nimbus et Lumeo sont nuls', 'negative', 'negative'],
  ['@nimbus j’adore Nimbus, mais quelle horreur cette pub de Lumeo', 'positive', 'negative'],
])('in French « %s » is %s towards Nimbus and %s towards Lumeo', (text, nimbus, lumeo) => {
  expect(towards('Nimbus', text, 'fr')).toBe(nimbus)
  expect(towards('Lumeo', text, 'fr')).toBe(lumeo)
})

test.each<[string, nimbus: Mood, lumeo: Mood]>([
  ['Nimbus is great but Lumeo stole my money', 'positive', 'negative'],
  ['Nimbus is great. Lumeo stole my money. Awful service.', 'positive', 'negative'],
  ['Nimbus is better than Lumeo', 'positive', 'negative'],
  ['Nimbus is worse than Lumeo', 'negative', 'positive'],
  ['Unlike Lumeo, Nimbus is reliable and helpful', 'positive', 'negative'],
  ['I love Nimbus and I hate Lumeo', 'positive', 'negative'],
])('in English "%s" is %s towards Nimbus and %s towards Lumeo', (text, nimbus, lumeo) => {
  expect(towards('Nimbus', text, 'en')).toBe(nimbus)
  expect(towards('Lumeo', text, 'en')).toBe(lumeo)
})

test('what is said after a name is said of it until somebody else is named', () => {
  const text = 'J’ai acheté une lampe Nimbus. Le pied est bancal. Le service client est nul.'
  expect(towards('Nimbus', text, 'fr')).toBe('negative')
})

test('a place is not taken for a rival', () => {
  expect(towards('Nimbus', 'Ma lampe Nimbus, reçue à Lyon en deux jours, est superbe', 'fr')).toBe('positive')
})

test('a name that is itself a word of praise says nothing', () => {
  expect(towards('Belle Merveille', 'La boutique Belle Merveille ouvre lundi à Lille', 'fr')).toBe('neutral')
  expect(towards('Belle Merveille', 'Belle Merveille m’a volé', 'fr')).toBe('negative')
})

test('with no places given, or none in the text, the whole text is judged', () => {
  const text = 'Lumeo m’a volé'
  expect(mood(text, 'fr', [])).toEqual(mood(text, 'fr'))
  expect(mood(text, 'fr', [{ from: 900, to: 906 }])).toEqual(mood(text, 'fr'))
})

test('a name far into a long text is found there', () => {
  const text = `${'La pluie tombe sur la ville. '.repeat(2_000)}Nimbus est une arnaque.`
  expect(towards('Nimbus', text, 'fr')).toBe('negative')
})

test('the mood towards a name is the same whatever was asked of the text before', () => {
  const text = 'Super U est nul. Best Buy m’a volé, mais Nimbus est super. Merci Super U !'
  const asked = ['Super U', 'Best Buy', 'Nimbus', 'nobody'].map((name) => placesOf(name, text))
  const languages = ['fr', 'en', null] as const
  const alone = languages.map((language) =>
    asked.map((places) => {
      mood('Une autre phrase', 'fr')
      return mood(text, language, places)
    }),
  )
  const together = languages.map((language) => asked.map((places) => mood(text, language, places)))
  expect(together).toEqual(alone)
  expect(new Set(alone[0]!.map(({ score }) => score)).size).toBe(asked.length)
})
