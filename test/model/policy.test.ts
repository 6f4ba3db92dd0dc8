import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roles } from '../../src/model/person.ts'
import {
  draftsItself,
  followable,
  judge,
  type Policy,
  usualPolicy,
  type WordRule,
} from '../../src/model/policy.ts'
import { readQuery } from '../../src/model/query.ts'
import { anyMention } from '../../src/model/when.ts'
import { mentionOf } from './mentions-made.ts'

const both = (text: string) => ({ fr: text, en: text })
const rule = (name: string, words: string, more: Partial<WordRule> = {}): WordRule => ({
  name,
  words: readQuery(words),
  languages: null,
  why: both(name),
  do: 'refuse',
  ...more,
})

const policy: Policy = {
  ...usualPolicy,
  tone: { address: 'vous', exclamations: 1, emojis: 1, capitals: false, words: null, do: 'warn' },
  facts: [
    {
      name: 'warranty',
      say: both('Nos lampes sont garanties 5 ans, et la liseuse coûte 149,90 €.'),
      topics: null,
    },
  ],
  claims: 'warn',
  links: ['https://nimbus.example/aide'],
  contacts: ['sav@nimbus.example', '+33 4 99 00 11 22'],
  avoid: [
    rule('blame', '"votre faute"', { do: 'warn' }),
    rule('jargon', 'ticket', { languages: ['en'], do: 'warn' }),
  ],
  promises: [
    rule('refund', '"nous vous remboursons" OR "vous serez remboursé"'),
    rule('gift', 'voucher', { languages: ['en'] }),
  ],
  private: [
    { name: 'order', when: { ...anyMention, words: readQuery('commande OR colis') }, why: both('privé') },
  ],
  escalate: [
    {
      name: 'legal',
      when: { ...anyMention, words: readQuery('avocat') },
      why: both('avocat'),
      to: 'noor',
      hide: false,
    },
    {
      name: 'hate',
      when: { ...anyMention, words: readQuery('crevez') },
      why: both('haine'),
      to: 'admin',
      hide: true,
    },
  ],
  approvals: {
    number: 1,
    by: 'staff',
    rules: [
      {
        name: 'press',
        when: { ...anyMention, networks: ['press'] },
        rules: null,
        number: null,
        by: 'approver',
        alone: null,
      },
      { name: 'delicate', when: anyMention, rules: ['legal', 'hate'], number: 2, by: 'admin', alone: false },
      { name: 'cheap', when: anyMention, rules: ['blame'], number: 3, by: 'member', alone: null },
    ],
  },
  alone: true,
}

const verdictOf = (text: string, more: Partial<Parameters<typeof judge>[1]> = {}) => {
  const mention = more.mention ?? mentionOf('Ma lampe Nimbus est en panne')
  return judge(text, {
    mention,
    network: mention.post.network,
    language: 'fr',
    policy,
    public: true,
    ...more,
  })
}
const broken = (...asked: Parameters<typeof verdictOf>) =>
  verdictOf(...asked).broken.map(({ rule, words }) => (words ? `${rule}: ${words}` : rule))

test('a draft that keeps to the policy says to which parts of it', () => {
  expect(verdictOf('Bonjour, merci de nous l’avoir dit. Écrivez-nous.')).toEqual({
    broken: [],
    follows: ['personal', 'promises', 'avoid', 'facts', 'links', 'tone'],
    approvals: 1,
    by: 'staff',
    alone: true,
    private: null,
    escalate: [],
    hide: null,
    tooLong: null,
  })
})

test('a promise nobody may make is quoted as it was written', () => {
  expect(broken('Bien sûr : NOUS  VOUS\nremboursons.')).toContain('refund: NOUS VOUS remboursons')
})

test('a rule that warns holds for mentions in its languages, one that refuses whatever language is answered', () => {
  expect(broken('Votre ticket est ouvert')).toEqual([])
  expect(broken('Your ticket is open', { language: 'en' })).toEqual(['jargon: ticket'])
  expect(broken('A voucher is on its way')).toEqual(['gift: voucher'])
  expect(broken('A voucher is on its way', { language: 'en' })).toEqual(['gift: voucher'])
  expect(broken('A voucher is on its way', { language: null })).toEqual(['gift: voucher'])
})

test.each([
  ['Tu peux nous écrire.', ['tone: Tu']],
  ['Nous allons t’aider.', ['tone: t']],
  ['Ta lampe, ton choix', ['tone: Ta']],
  ['Le ton monte, a-t-il dit, un tiens vaut mieux.', []],
  ['Vous écriviez « tu me manques ».', []],
  ['Merci ! Merci !', ['tone']],
  ['Merci 💡🎉', ['tone']],
  ['Merci 👩🏽‍🔧', []],
  ['ÉCRIVEZ NOUS vite', ['tone: ÉCRIVEZ NOUS']],
  ['Le SAV vous répond.', []],
])('the tone: %s', (text, expected) => {
  expect(broken(text)).toEqual(expected)
})

test('a brand that says tu minds vous, and rendez-vous is neither', () => {
  const tu = { ...policy, tone: { ...policy.tone, address: 'tu' as const } }
  expect(broken('Prends rendez-vous', { policy: tu })).toEqual([])
  expect(broken('Nous vous écoutons', { policy: tu })).toEqual(['tone: vous'])
  expect(broken('Tu l’as, ton rendez-vous', { policy: tu })).toEqual([])
})

test.each([
  ['Elle est garantie 5 ans et coûte 149,90 €.', []],
  ['Elle coûte 149.9 €.', []],
  ['Elle est garantie 10 ans.', ['figures: 10 ans']],
  ['Moins 20 % cette semaine', ['figures: 20 %']],
  ['Vendue 1 200 fois', ['figures: 1 200']],
  ['Une lampe, 2 ampoules', []],
  ['Réponse sous 48 h', ['figures: 48 h']],
  ['Appelez le +33 4 99 00 11 22', []],
  ['Tout est là : https://nimbus.example/aide/2026', []],
  ['Tout est là : https://www.nimbus.example', []],
  ['Voyez https://evil.example/nimbus.example', ['links: https://evil.example/nimbus.example']],
  ['Voyez nimbus.example.evil.com', ['links: nimbus.example.evil.com']],
])('figures and links that nobody vouches for: %s', (text, expected) => {
  expect(broken(text)).toEqual(expected)
})

test('a figure that the mention gave may be said again', () => {
  const mention = mentionOf('149 € pour une lampe Nimbus, trois semaines, 12 appels !')
  expect(broken('12 appels, c’est trop : nous regardons.', { mention })).toEqual([])
})

test('personal data is minded in public, and not in a private message', () => {
  expect(broken('Votre commande n° 2026-118842 part')).toContain('personal-data: 2026-118842')
  expect(broken('Écrivez à sav@nimbus.example')).toEqual([])
  expect(broken('Écrivez à mia@nimbus.example')).toEqual(['personal-data: mia@nimbus.example'])
  const inPrivate = verdictOf('Votre numéro : 06 39 98 12 34', { public: false })
  expect(inPrivate.broken.filter(({ rule }) => rule === 'personal-data')).toEqual([])
  expect(inPrivate.follows).not.toContain('personal')
})

test('what belongs in private must be offered in public first', () => {
  const mention = mentionOf('Toujours pas reçu ma commande Nimbus')
  const silent = verdictOf('Nous sommes désolés.', { mention })
  expect(silent.private).toEqual({ rule: 'order', why: both('privé') })
  expect(silent.broken).toMatchObject([{ rule: 'order', do: 'warn', why: { key: 'policy.no-offer' } }])
  const offered = verdictOf('Désolés. Écrivez-nous en message privé.', { mention })
  expect(offered.broken).toEqual([])
  expect(offered.follows).toContain('private')
  expect(verdictOf('Désolés.', { mention, public: false }).private).toBeNull()
})

test('who must know, whether it may be hidden, and who approves then', () => {
  const legal = verdictOf('Nous transmettons.', { mention: mentionOf('Mon avocat vous écrira') })
  expect(legal).toMatchObject({
    escalate: [{ rule: 'legal', to: 'noor', why: both('avocat') }],
    hide: null,
    approvals: 2,
    by: 'admin',
    alone: false,
  })
  expect(verdictOf('Non.', { mention: mentionOf('crevez tous') }).hide).toEqual({
    rule: 'hate',
    why: both('haine'),
  })
})

test('the most that any rule asks for is asked: by network, by a rule that is broken, never less than usual', () => {
  const press = mentionOf('Nimbus rappelle', { post: { network: 'press' } })
  expect(verdictOf('Merci.', { mention: press })).toMatchObject({ approvals: 1, by: 'approver', alone: true })
  expect(verdictOf('C’est votre faute.', { mention: press })).toMatchObject({ approvals: 3, by: 'approver' })
  expect(verdictOf('C’est votre faute.')).toMatchObject({ approvals: 3, by: 'staff' })
})

test('what is grave stands before what is slight', () => {
  const turned = {
    ...policy,
    promises: [rule('refund', 'remboursons', { do: 'warn' })],
    avoid: [rule('blame', '"votre faute"')],
  }
  const { broken } = verdictOf('Merci !! C’est votre faute, nous vous remboursons.', { policy: turned })
  expect(broken.map((one) => `${one.do} ${one.rule}`)).toEqual(['refuse blame', 'warn refund', 'warn tone'])
})

test('the length is counted as the network counts', () => {
  const limit = { most: 5, count: (text: string) => [...new Intl.Segmenter().segment(text)].length }
  expect(verdictOf('Merci', { limit }).tooLong).toBeNull()
  expect(verdictOf('Merci 👩🏽‍🔧', { limit }).tooLong).toEqual({ length: 7, most: 5 })
})

test('a mention whose text is gone, or without topics, is judged all the same', () => {
  const gone = mentionOf(null, { topics: [], language: null })
  expect(verdictOf('Merci de votre message.', { mention: gone }).broken).toEqual([])
})

test('a rule may have Vigie draft by itself', () => {
  const drafts = [
    { name: 'complaints', when: { ...anyMention, moods: ['negative' as const] }, why: both('') },
  ]
  expect(draftsItself(mentionOf('en panne'), { drafts })?.name).toBe('complaints')
  expect(draftsItself(mentionOf('magnifique', { feels: 'positive' }), { drafts })).toBeNull()
  expect(draftsItself(mentionOf('en panne'), usualPolicy)).toBeNull()
})

// Drafts of pieces that break rules, and of others that do not.
const piece = fc.constantFrom(
  'Bonjour',
  'merci',
  'nous vous remboursons',
  'votre faute',
  'tu',
  '!',
  '!!!',
  '06 39 98 12 34',
  'a@b.example',
  'https://evil.example',
  '10 ans',
  '5 ans',
  'voucher',
  '💡',
  'ÉCRIVEZ NOUS',
  'en message privé',
  '\n',
  '\u202e',
  '{',
)
const draft = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((all) => all.join(' ')),
  fc.string({ unit: 'binary' }),
)
const said = fc.constantFrom('en panne', 'ma commande', 'mon avocat', 'crevez', '06 39 98 12 34', '')
const language = fc.constantFrom('fr' as const, 'en' as const, 'es' as const, null)

test('a verdict is the same twice, follows nothing that it breaks, and asks for people that there can be', () => {
  fc.assert(
    fc.property(draft, said, language, fc.boolean(), (text, mention, language, isPublic) => {
      const ask = { mention: mentionOf(mention), language, public: isPublic }
      const verdict = verdictOf(text, ask)
      expect(verdictOf(text, ask)).toEqual(verdict)
      expect(verdict.approvals).toBeGreaterThanOrEqual(1)
      expect(roles).toContain(verdict.by)
      expect(new Set(verdict.follows).size).toBe(verdict.follows.length)
      for (const part of verdict.follows) expect(followable).toContain(part)
      const rules = verdict.broken.map(({ rule }) => rule)
      if (rules.includes('tone')) expect(verdict.follows).not.toContain('tone')
      if (rules.includes('personal-data')) expect(verdict.follows).not.toContain('personal')
      if (rules.includes('refund')) expect(verdict.follows).not.toContain('promises')
      if (rules.includes('links')) expect(verdict.follows).not.toContain('links')
      for (const { words } of verdict.broken) expect(words ?? '').not.toMatch(/\n/)
    }),
    { numRuns: 1000 },
  )
})

test('more words never mend a draft: what was promised or shown stays so', () => {
  fc.assert(
    fc.property(draft, draft, (text, more) => {
      const grave = (one: string) =>
        verdictOf(one).broken.filter(({ rule }) => ['refund', 'blame'].includes(rule)).length
      expect(grave(`${text}\n. ${more}`)).toBeGreaterThanOrEqual(grave(text))
    }),
  )
})

test('a draft of 20,000 characters is judged at once', () => {
  for (const text of ['a', 'ab ', '1 ', '!', 'é.', 'https://x', '@a ', 'TU ', '« ', '0 1 '])
    verdictOf(text.repeat(20_000 / text.length))
}, 8_000)

test.each([
  ['Voyez bit.ly/abc', ['links: bit.ly/abc']],
  ['Voyez t.me/nimbus', ['links: t.me/nimbus']],
  ['Voyez remboursement-nimbus.xyz', ['links: remboursement-nimbus.xyz']],
  ['Voyez nimbus.museum/salle', ['links: nimbus.museum/salle']],
  ['Merci.Nous regardons, M. Dupont et/ou vous.', []],
  ['Merci d’avoir écrit.À bientôt', []],
])('a link needs no scheme: %s', (text, expected) => {
  expect(broken(text)).toEqual(expected)
})
