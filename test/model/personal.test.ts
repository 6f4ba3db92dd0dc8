import fc from 'fast-check'
import { expect, test } from 'vitest'
import { personalIn } from '../../src/model/personal.ts'

// Addresses and numbers made up: .example (RFC 2606), 01 99 00… (kept free for fiction by the ARCEP), 555-01…, and
// account and card numbers of their makers' documents.
const found: [kind: string, text: string, quoted?: string][] = [
  ['email', 'Écrivez à gerard.p@mail.example, vite', 'gerard.p@mail.example'],
  ['email', 'gerard (at) mail.example'],
  ['email', 'g\u200berard@mail.example'],
  ['phone', 'Rappelez-moi au 01 99 00 12 34.', '01 99 00 12 34'],
  ['phone', '06.39.98.12.34'],
  ['phone', '0199001234'],
  ['phone', '+33 1 99 00 12 34'],
  ['phone', '0033199001234'],
  ['phone', 'call me: (212) 555-0143'],
  ['phone', 'or on 020 7946 0958'],
  ['phone', '０１ ９９ ００ １２ ３４'],
  ['iban', 'FR14 2004 1010 0505 0001 3M02 606'],
  ['iban', 'mon iban : GB82WEST12345698765432'],
  ['card', '4111 1111 1111 1111'],
  ['insurance', '2 55 08 14 168 025 38'],
  ['order', 'Votre commande n° 2026-118842 part demain', '2026-118842'],
  ['order', 'commande 118842'],
  ['order', 'Your order #A-77120 is on its way', 'A-77120'],
  ['order', 'dossier CD778821'],
  ['order', 'le numéro de suivi est 6A12345678901', undefined],
  ['home', 'au 12 bis rue des Lilas, 69003 Lyon', undefined],
]

test.each(found)('%s: %s', (kind, text, quoted) => {
  const all = personalIn(text)
  expect(all.map((one) => one.kind)).toEqual([kind])
  if (quoted) expect(all[0]!.text).toBe(quoted)
})

const nothing = [
  'Merci pour votre commande !',
  'Votre commande arrivera en 2026.',
  'Envoyez-nous votre numéro de commande en message privé.',
  'Nos lampes sont garanties 5 ans, la liseuse coûte 149,90 €.',
  'Le rappel concerne 12 000 lampes vendues entre mars et juin 2026.',
  'Tout est là : https://nimbus.example/aide?ref=1234567890123456 et https://nimbus.example/commande/118842',
  'Du lundi au vendredi, de 9 h à 18 h.',
  'Le 22/11/2026 à 14:30, salle 204.',
  '@gerard_p@social.example merci',
  'ISBN 978-2-07-036822-8',
  'FR15 2004 is no account, nor GB83WEST12345698765432, nor 4111 1111 1111 1112',
  '2 55 08 14 168 025 39',
]

test.each(nothing)('nothing personal: %s', (text) => {
  expect(personalIn(text)).toEqual([])
})

test('what is the brand’s own is nobody’s: an address, a number however it is written, a whole domain', () => {
  const own = ['sav@nimbus.example', '+33 4 99 00 11 22', 'lampes.example']
  expect(personalIn('sav@nimbus.example, +33 4 99 00 11 22, +33499001122, lyon@lampes.example', own)).toEqual(
    [],
  )
  expect(personalIn('mia@nimbus.example', own)).toHaveLength(1)
  expect(personalIn('mia@pas-lampes.example', own)).toHaveLength(1)
})

test('several are all found, each as one thing', () => {
  const text = 'ravi@mail.example, 06 39 98 12 34, commande n°118842, FR14 2004 1010 0505 0001 3M02 606'
  expect(personalIn(text).map(({ kind }) => kind)).toEqual(['email', 'iban', 'phone', 'order'])
})

test('an e-mail address is found wherever it stands', () => {
  const words = fc.array(fc.constantFrom('Bonjour', 'merci', 'écrivez', 'à', 'votre', 'lampe'), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(words, words, (before, after) => {
      const text = [...before, 'ravi.v@mail.example', ...after].join(' ')
      expect(personalIn(text)).toEqual([{ kind: 'email', text: 'ravi.v@mail.example' }])
    }),
  )
})

test('long nonsense costs no more than its length', () => {
  for (const piece of ['1', '1 ', 'a.', '@', 'a@', '+33 ', 'commande ', 'rue a ', '0 1', 'FR14 2'])
    expect(() => personalIn(piece.repeat(20_000 / piece.length))).not.toThrow()
}, 5_000)
