import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { language } from '../../src/analysis/language.ts'
import { lettersOf } from '../../src/analysis/languages/letters.ts'

describe.each([
  [
    'fr',
    [
      'Merci',
      'C’est l’arnaque',
      'jpp de cette appli elle bug tt le tps',
      'JE SUIS TRES DECU',
      'Où est ma commande ?',
    ],
  ],
  [
    'en',
    ['See you tomorrow', 'Where’s my order??', 'this app keeps crashing smh', 'I DON’T KNOW', 'lol what'],
  ],
  ['es', ['Vamos a la playa', '¿Dónde está mi pedido?', 'no funciona nada hoy', 'qué ganas de verano']],
  ['de', ['Wo ist meine Bestellung?', 'ich hab keine Lust mehr', 'Das geht gar nicht', 'schönes Wochenende']],
  ['it', ['Dov’è il mio ordine?', 'che bella giornata', 'non funziona più niente', 'ci vediamo domani']],
  ['pt', ['Onde está o meu pedido?', 'não funciona nada hoje', 'tô com muito sono', 'a gente se vê amanhã']],
] as const)('%s', (code, posts) => {
  test.each(posts)('is told from « %s »', (text) => expect(language(text)).toBe(code))
})

test('tags, handles, addresses and emoji are not counted', () => {
  expect(
    language('@best_service #love #great https://www.example.com/the/best Ma lampe est arrivée 😍'),
  ).toBe('fr')
})

test('where there is nothing to go on, no language is claimed', () => {
  for (const text of ['', '  ', '😀', '12:30', '#promo @nimbus', 'https://nimbus.example', 'Nimbus Lumeo'])
    expect(language(text)).toBeNull()
})

test('other letters are not taken for ours', () => {
  for (const text of [
    'Привет, как дела?',
    'مرحبا بالعالم',
    '今日はいい天気です',
    'Γεια σου κόσμε',
    'สวัสดีครับ',
  ])
    expect(language(text)).toBeNull()
})

test('languages that Vigie does not read are not taken for the nearest one', () => {
  for (const text of [
    'Ik heb het niet gezien, maar het is wel goed',
    'Nu știu ce să fac acum',
    'Nie wiem, ale już jest bardzo dobrze',
    'Avui fa molt bon dia, però això encara no està fet',
    'Jag vet inte vad det är',
    'Bu çok güzel ama ben bilmiyorum',
  ])
    expect(language(text)).toBeNull()
})

test('words are the same whether a text is in plain letters or has to be read with care', () => {
  const letters = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x24f }).map((code) => String.fromCharCode(code)),
  })
  const pieces = fc.constantFrom(
    'L’',
    'ami',
    "d'",
    'ÉTÉ',
    ' ',
    '¿',
    '¡',
    '😍',
    '…',
    '“',
    '€',
    '12',
    '@mia ',
    'µ',
    'İ',
    '́',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        letters,
        fc.array(pieces).map((all) => all.join('')),
      ),
      (text) => {
        // A Greek letter behind it has the whole text read with care.
        expect([...lettersOf(text), 'α']).toEqual(lettersOf(`${text}\nα`))
        expect(lettersOf(text, 3)).toEqual(lettersOf(text).slice(0, 3))
      },
    ),
  )
})
