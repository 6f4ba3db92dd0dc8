import { expect, test } from 'vitest'
import { isQuestion } from '../../src/analysis/question.ts'

test.each([
  'Comment changer l’ampoule ?',
  'Bonjour, est-ce que la garantie couvre le variateur',
  'quelqu’un sait où est la notice',
  'ça marche avec une ampoule E27 ?',
  'Merci. Et pour le câble, on fait comment ?',
  'Does anyone know how long the battery lasts',
  'How do I reset the lamp?',
  'is there a dimmer for it?',
])('somebody wants an answer: %s', (text) => {
  expect(isQuestion(text, null)).toBe(true)
})

test.each([
  'Ah bon ?',
  'hein ?',
  '?',
  'https://shop.example/?id=3',
  'Regardez https://shop.example/search?q=lampe c’est beau',
  'Comment dire',
  'Je ne sais pas comment la remercier',
  'quand même',
  'The lamp is great!',
  'Wow ???',
])('nobody waits for one: %s', (text) => {
  expect(isQuestion(text, null)).toBe(false)
})
