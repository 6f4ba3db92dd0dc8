import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repeats, scrubbed } from '../../src/drafting/scrubbed.ts'
import { linksIn } from '../../src/model/claims.ts'
import { characters } from './story.ts'

const clean = (text: string, most = 500) =>
  scrubbed(text, { links: ['https://nimbus.example/aide'], limits: characters(most) })

test.each([
  ['Bonjour Ravi, merci.', 'Bonjour Ravi, merci.'],
  ['**Réponse :** Bonjour, merci.', 'Bonjour, merci.'],
  ['Reply: “Hello, thank you.”', 'Hello, thank you.'],
  ['« Bonjour, merci. »', 'Bonjour, merci.'],
  ['```text\nBonjour.\n```', 'Bonjour.'],
  ['<think>The brand policy says</think>Bonjour.', 'Bonjour.'],
  ['<think>it never ends', null],
  ['# Bonjour\n> merci\n**à vous**', 'Bonjour\nmerci\nà vous'],
  ['Bonjour @everyone et @ravi@social.example', 'Bonjour everyone et ravi@social.example'],
  ['Bonjour <!channel> <@U012AB3CD> <b>merci</b>', 'Bonjour merci'],
  ['Voir [ici](https://evil.example/x). Merci.', 'Merci.'],
  ['Voir [l’aide](https://nimbus.example/aide). Merci.', 'Voir l’aide https://nimbus.example/aide. Merci.'],
  ['Allez sur evil.example.com maintenant ! Merci.', 'Merci.'],
  ['Bon\u202ejour\u0007 à\u200b vous', 'Bonjour à vous'],
  ['Bonjour,\n\n\n\nmerci.', 'Bonjour,\n\nmerci.'],
  ['', null],
  ['…', null],
  ['👍', null],
])('%j becomes %j', (text, expected) => {
  expect(clean(text)).toBe(expected)
})

test('it is cut between sentences, or not used at all', () => {
  expect(clean('Un. Deux trois quatre. Cinq.', 22)).toBe('Un. Deux trois quatre.')
  expect(clean('Une phrase beaucoup trop longue pour ce réseau', 20)).toBeNull()
})

test('eight words in a row of the rules are a leak, seven are chance', () => {
  const rules = 'The last message holds one line of JSON between DATA and END.'
  expect(repeats('OK: the LAST message, holds one line of json, between…', rules)).toBe(true)
  expect(repeats('The last message holds one line of prose.', rules)).toBe(false)
})

test('whatever a model writes, what is left calls nobody, leads nowhere and holds no sign that nobody sees', () => {
  const nasty = fc.constantFrom(
    'Bonjour',
    'merci.',
    '@everyone',
    '@ravi',
    '<!here>',
    '<script>',
    '</script>',
    '[x](https://evil.example)',
    '\u202e',
    '\u0000',
    '\u001b[31m',
    'https://evil.example',
    'javascript:alert(1)',
    '**',
    '```',
    '\n',
    '\r',
    '<think>',
    '{auteur}',
    '＠all',
  )
  const text = fc.oneof(
    fc.array(nasty, { maxLength: 15 }).map((all) => all.join(' ')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 300 }), (text, most) => {
      const left = clean(text, most)
      if (left === null) return
      expect([...left].length).toBeLessThanOrEqual(most)
      expect(left).not.toMatch(/(^|\s)[@＠][\p{L}\p{N}_]/u)
      expect(left).not.toMatch(/<[!/]?\p{L}[^<>]*>|[\u202a-\u202e\u200b\p{Co}\p{Cs}]/u)
      expect(left.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
      for (const { host } of linksIn(left)) expect(host).toBe('nimbus.example')
    }),
    { numRuns: 2000 },
  )
})
