import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Oops } from '../../src/model/oops.ts'
import { readTemplate, renderTemplate, variablesIn } from '../../src/model/template.ts'

const said = (template: string, values: Record<string, string | null> = {}) =>
  renderTemplate(readTemplate(template), values)?.text ?? null

test('variables are said, in either language', () => {
  const values = { author: 'Gérard', brand: 'Nimbus', answerer: 'Mia', 'fact:warranty': 'Garantie 5 ans.' }
  expect(said('Bonjour {auteur}, {Marque} vous répond. {fait:warranty} {prénom}', values)).toBe(
    'Bonjour Gérard, Nimbus vous répond. Garantie 5 ans. Mia',
  )
  expect(said('Hello {author}, {brand} here. {fact: warranty} {answerer}', values)).toBe(
    'Hello Gérard, Nimbus here. Garantie 5 ans. Mia',
  )
})

test('an optional part goes where its variable is empty', () => {
  expect(said('Bonjour[ {auteur}], merci.')).toBe('Bonjour, merci.')
  expect(said('Bonjour[ {auteur}], merci.', { author: 'Gérard P.' })).toBe('Bonjour Gérard P., merci.')
  expect(said('Merci[, {auteur}]\u202f! À bientôt.')).toBe('Merci\u202f! À bientôt.')
})

test('a sentence without its variable goes, and a paragraph without its sentences', () => {
  const template = 'Merci. Tout est expliqué ici\u00a0: {lien}. À bientôt.\n\n[{prénom}, pour {marque}]'
  expect(said(template, { brand: 'Nimbus' })).toBe('Merci. À bientôt.')
  expect(said(template, { brand: 'Nimbus', answerer: 'Mia', link: 'https://nimbus.example' })).toBe(
    'Merci. Tout est expliqué ici\u00a0: https://nimbus.example. À bientôt.\n\nMia, pour Nimbus',
  )
  expect(said('{lien}')).toBeNull()
  expect(renderTemplate(readTemplate('Oui. {lien}.'), {})).toEqual({ text: 'Oui.', left: 1 })
})

test('who is called by an initial ends no sentence twice', () => {
  expect(said('Merci {auteur}. À bientôt.', { author: 'Gérard P.' })).toBe('Merci Gérard P. À bientôt.')
  expect(said('Merci… {auteur}...', { author: 'Gérard' })).toBe('Merci… Gérard...')
})

test('a value that carries markup, braces or line breaks is as good as none', () => {
  for (const author of ['{marque}', '<script>', 'a`b', '[x](y)', '\u0007bell', '\ud800', '  ', '\u200b'])
    expect(said('Bonjour[ {auteur}], merci.', { author }), author).toBe('Bonjour, merci.')
  expect(said('Merci {auteur}.', { author: 'Jean\n\nPaul' })).toBe('Merci Jean Paul.')
})

test.each([
  ['{auteurs}', 'canned.variable', { from: 0, to: 9 }],
  ['Bonjour {}', 'canned.variable', { from: 8, to: 10 }],
  ['Bonjour {auteur', 'canned.bracket', { from: 8, to: 9 }],
  ['Bonjour }', 'canned.bracket', { from: 8, to: 9 }],
  ['Bonjour [ {auteur}', 'canned.bracket', { from: 8, to: 9 }],
  ['a [b [{auteur}] c]', 'canned.bracket', { from: 2, to: 3 }],
  ['Bonjour [madame]', 'canned.bracket-plain', { from: 8, to: 16 }],
  ['Merci.\n\nBonjour {nom}', 'canned.variable', { from: 16, to: 21 }],
  ['  ', 'settings.empty', undefined],
])('%j is refused at its place', (template, key, at) => {
  try {
    readTemplate(template)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(Oops)
    expect(error).toMatchObject({ key, at })
  }
})

// Templates as people write them: sentences of words, variables and optional parts, in paragraphs.
const word = fc.constantFrom('Bonjour', 'merci', 'de', 'votre', 'lampe', 'l’équipe', 'à')
const variable = fc.constantFrom('{auteur}', '{lien}', '{marque}', '{fait:x}')
const optional = variable.map((one) => `[ ${one}]`)
const sentence = fc
  .array(fc.oneof({ weight: 4, arbitrary: word }, variable, optional), { minLength: 1, maxLength: 6 })
  .chain((parts) => fc.constantFrom('.', '\u202f!', '…').map((end) => parts.join(' ') + end))
const template = fc
  .array(
    fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => all.join('\n\n'))
const value = fc.option(
  fc.oneof(fc.constantFrom('Ravi', '', ' ', 'Gérard P.'), fc.string(), fc.string({ unit: 'binary' })),
)

test('whatever is filled in, neither braces nor brackets, gaps nor empty lines stay', () => {
  fc.assert(
    fc.property(template, value, value, value, value, (text, author, link, brand, fact) => {
      const made = renderTemplate(readTemplate(text), { author, link, brand, 'fact:x': fact })
      if (made === null) return
      expect(made.text).not.toMatch(/[{}[\]]|undefined|null|\n{3}|^\s|\s$| {2}| [,.]/u)
      for (const paragraph of made.text.split('\n\n')) expect(paragraph).toMatch(/[\p{L}\p{N}]/u)
    }),
    { numRuns: 2000 },
  )
})

test('with every variable filled in, nothing is left out', () => {
  const values = { author: 'Ravi', link: 'https://nimbus.example', brand: 'Nimbus', 'fact:x': 'Cinq ans' }
  fc.assert(
    fc.property(template, (text) => {
      const made = renderTemplate(readTemplate(text), values)!
      expect(made.left).toBe(0)
      const count = (needle: string, all: string) => all.split(needle).length - 1
      expect(count('Ravi', made.text)).toBe(count('{auteur}', text))
      expect(count('Cinq ans', made.text)).toBe(count('{fait:x}', text))
    }),
  )
})

test('reading any text gives a template or says what is wrong with it', () => {
  const soup = fc.array(fc.constantFrom('{', '}', '[', ']', 'auteur', ' ', '\n', '.', 'a', '{auteur}'), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(
      soup.map((all) => all.join('')),
      (text) => {
        try {
          variablesIn(readTemplate(text))
        } catch (error) {
          expect(error).toBeInstanceOf(Oops)
        }
      },
    ),
    { numRuns: 2000 },
  )
})
