import { expect, test } from 'vitest'
import { verdictLines } from '../../src/delivery/verdict.ts'
import { judge, type Policy, usualPolicy } from '../../src/model/policy.ts'
import { readQuery } from '../../src/model/query.ts'
import { anyMention } from '../../src/model/when.ts'
import { nodesOf, textOf } from '../../src/texts/marked.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { mentionOf } from '../model/mentions-made.ts'

const both = (fr: string, en: string) => ({ fr, en })
const policy: Policy = {
  ...usualPolicy,
  tone: { ...usualPolicy.tone, exclamations: 1, address: 'vous' },
  facts: [{ name: 'x', say: both('5 ans', '5 years'), topics: null }],
  claims: 'warn',
  promises: [
    {
      name: 'remboursement',
      words: readQuery('"on vous rembourse"'),
      languages: null,
      why: both('cela se confirme en privé', 'that is confirmed in private'),
      do: 'refuse',
    },
  ],
  escalate: [
    {
      name: 'legal',
      when: { ...anyMention, words: readQuery('avocat') },
      why: both('suite juridique', 'legal action'),
      to: 'noor',
      hide: true,
    },
  ],
}

const linesOf = (text: string, said: string, locale: 'fr' | 'en', more: object = {}) => {
  const mention = mentionOf(said)
  const verdict = judge(text, { mention, network: 'mastodon', language: 'fr', policy, public: true, ...more })
  const lines = verdictLines(verdict, sayIn(locale), (to) => (to === 'noor' ? 'Noor' : to))
  return lines.map((line) => textOf(nodesOf(line)).replace(/[\u00a0\u202f]/g, ' '))
}

test('what a draft breaks is said with the rule, its words and the reason, the gravest first', () => {
  const text = 'Tu vois ! On vous rembourse ! 160 €, ou 180 €. 06 39 98 12 34 ou paul@mail.example'
  expect(linesOf(text, 'en panne', 'fr')).toEqual([
    'Contraire à la charte (données personnelles, paul@mail.example) : cette adresse e-mail n’est pas celle de la marque : une donnée personnelle ne se publie pas',
    'Contraire à la charte (données personnelles, 06 39 98 12 34) : ce numéro de téléphone n’est pas celui de la marque : une donnée personnelle ne se publie pas',
    'Contraire à la charte (remboursement, On vous rembourse) : cela se confirme en privé',
    'À revoir (chiffres, 160 €, 180 €) : ni la base de faits ni la mention ne donnent ce chiffre : vérifiez-le',
    'À revoir (ton, Tu) : la marque vouvoie',
    'À revoir (ton) : 2 points d’exclamation, 1 au plus',
  ])
})

test('what else must be known, and what it keeps to, in the reader’s language', () => {
  const limit = { most: 10, count: (text: string) => text.length }
  expect(linesOf('Nous transmettons.', 'mon avocat', 'en', { limit })).toEqual([
    'Too long: 18 characters, this network takes 10.',
    'Must be known (Noor): legal action',
    'The policy allows hiding this comment (never deleting it): legal action',
    'Keeps to the policy: the tone, figures that are vouched for, no promise nobody may make, no personal data.',
  ])
})

test('markup in a draft or in a rule stays mere text', () => {
  const line = linesOf('Tu `vois` *tout* <!channel>', 'x', 'fr', {
    policy: { ...policy, avoid: [{ ...policy.promises[0]!, name: '*x*[y](z)', words: readQuery('vois') }] },
  })
  expect(line[0]).toBe('Contraire à la charte (*x*[y](z), vois) : cela se confirme en privé')
})
