import { describe, expect, test } from 'vitest'
import { mood } from '../../src/analysis/mood.ts'
import { readable } from '../../src/analysis/readable.ts'
import { english, french } from './moods.ts'

describe.each(Object.entries(french))('in French, %s', (_, posts) => {
  test.each(posts)('« %s » is %s', (text, label) => expect(mood(text, 'fr').label).toBe(label))
})

describe.each(Object.entries(english))('in English, %s', (_, posts) => {
  test.each(posts)('"%s" is %s', (text, label) => expect(mood(text, 'en').label).toBe(label))
})

test.each([
  ['es', 'Pésimo servicio, nunca más', 'Me encanta, muchas gracias'],
  ['de', 'Schlechter Service, nie wieder', 'Tolle Lampe, vielen Dank'],
  ['it', 'Pessimo servizio, che vergogna', 'Bellissima lampada, grazie mille'],
  ['pt', 'Péssimo atendimento, nunca mais', 'Adorei, muito obrigada'],
  ['es', 'Llevo esperando tres semanas, menuda vergüenza', 'Merece la pena, una maravilla de sitio'],
  ['it', 'Mi avete preso in giro, una truffa', 'Servizio impeccabile, lo consiglio a tutti'],
] as const)('in %s complaint and praise are told apart', (language, complaint, praise) => {
  expect(mood(complaint, language).label).toBe('negative')
  expect(mood(praise, language).label).toBe('positive')
})

test.each([
  ['es', 'Voy con mi hermana para pedir cita esta tarde'],
  ['it', 'Noi domani parliamo di economia'],
  ['de', 'Ich bin schon in der neuen Filiale'],
  ['pt', 'Vamos ver a cara nova do site'],
] as const)('in %s words that only sound like joy or anger are neutral: « %s »', (language, text) => {
  expect(mood(text, language).label).toBe('neutral')
})

test('signs that were escaped twice on their way are read, and places stay true', () => {
  for (const [left, meant] of [
    [String.raw`I don\u2019t like it`, 'I don’t like it'],
    [String.raw`late again \ud83d\ude21`, 'late again 😡'],
    ['I &lt;3 it', 'I <3 it'],
  ] as const) {
    expect(readable(left)).toHaveLength(left.length)
    expect(mood(left, 'en').label).toBe(mood(meant, 'en').label)
    expect(readable(left).replaceAll(' ', '')).toBe(meant.replaceAll(' ', ''))
  }
})

test('a text whose language is unknown is tried in French and in English', () => {
  expect(mood('C’est nul', null).label).toBe('negative')
  expect(mood('This is awful', null).label).toBe('negative')
  expect(mood('This is awful', null).confidence).toBeLessThan(mood('This is awful', 'en').confidence)
})

test('stronger words make a stronger score', () => {
  const scores = ['Un peu décevant', 'Décevant', 'Très décevant', 'Très décevant, une honte, du vol !'].map(
    (text) => mood(text, 'fr').score,
  )
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  expect(new Set(scores).size).toBe(scores.length)
})

test('the confidence grows with what was said, and falls where it cancels out', () => {
  const sure = (text: string) => mood(text, 'fr').confidence
  expect(sure('Décevant')).toBeLessThan(sure('Lamentable, une honte, plus jamais'))
  for (const [torn, agreed] of [
    ['Top et nul', 'Top et beau'],
    ['Beau mais fragile', 'Beau et solide'],
    ['J’aime la forme, je déteste la couleur', 'J’aime la forme, j’adore la couleur'],
  ] as const)
    expect(sure(torn)).toBeLessThan(sure(agreed) - 0.1)
  // That a fact is neither good nor bad is something to be sure of.
  expect(sure('La lampe est arrivée ce matin')).toBeGreaterThan(sure('Top et nul'))
  expect(sure('')).toBe(0)
  expect(mood('Schlecht', 'de').confidence).toBeLessThan(mood('Mauvais', 'fr').confidence)
})
