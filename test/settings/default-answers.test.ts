import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { judge, usualPolicy } from '../../src/model/policy.ts'
import { renderTemplate, variablesIn } from '../../src/model/template.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { mentionOf } from '../model/mentions-made.ts'

const config = fileURLToPath(new URL('../../config', import.meta.url))
const { teams, problems, warnings } = await readSettings(config, {})
const nimbus = teams.find(({ name }) => name === 'nimbus')!
const { policy = usualPolicy, canned = [] } = nimbus
const texts = canned.flatMap(({ name, language, texts }) =>
  texts.map(({ template, when }, nth) => ({
    name,
    language,
    template,
    when,
    id: `${language} ${name} ${nth}`,
  })),
)
const full = Object.fromEntries(
  ['author', 'brand', 'topic', 'link', 'contact', 'answerer', 'outlet'].map((name) => [name, 'Camille']),
)
const facts = (language: 'fr' | 'en') =>
  Object.fromEntries(policy.facts.map(({ name, say }) => [`fact:${name}`, say[language]]))

test('nothing is wrong with what ships, and nothing in it would be refused', () => {
  expect(problems).toEqual([])
  expect(warnings).toEqual([])
})

test('there are replies for what brands hear every day, the same in both languages', () => {
  const count = (language: string) => canned.filter((one) => one.language === language).length
  expect(count('fr')).toBe(count('en'))
  expect(count('fr')).toBeGreaterThanOrEqual(17)
})

test.each(canned)(
  '$language $name can be put in two ways, one of them short enough for any network',
  ({ texts }) => {
    const usual = texts.filter(({ when }) => when.networks === null)
    const lengths = usual.map(({ template }) => renderTemplate(template, full)!.text.length)
    // Some of Nimbus’s own say a single fact.
    expect(Math.min(...lengths)).toBeLessThanOrEqual(280)
  },
)

test('a brand does not repeat itself under two posts: the shared replies have two wordings and more', () => {
  for (const { name, texts, at } of canned)
    if (at!.file.startsWith('defaults/')) expect(texts.length, name).toBeGreaterThanOrEqual(2)
})

test.each(texts)('$id keeps to the policy, with every variable and with none', ({ template, language }) => {
  if (language !== 'fr' && language !== 'en') throw new Error(language)
  for (const values of [{ ...full, ...facts(language) }, facts(language)]) {
    const { text } = renderTemplate(template, values)!
    const mention = mentionOf('')
    expect(judge(text, { mention, network: 'web', language, policy, public: true }).broken).toEqual([])
    expect(text).not.toMatch(/ {2}|[{}[\]]/)
  }
})

test.each(texts.filter(({ language }) => language === 'fr'))(
  '$id is typeset as French is',
  ({ template }) => {
    expect(template.text).not.toMatch(/[^\s\u00a0\u202f][;!?»](?=\s|$)/u)
    expect(template.text).not.toMatch(/ [;:!?»]|'|« /u)
    expect(template.text).not.toMatch(/(?<!\u00a0):(?=\s|$)/u)
  },
)

test('the reasons are said in both languages, the French typeset as French is', () => {
  const rules = [...policy.avoid, ...policy.promises, ...policy.private, ...policy.escalate, ...policy.drafts]
  const said = [...rules.map(({ why }) => why), ...policy.facts.map(({ say }) => say), policy.tone.words!]
  expect(said.length).toBeGreaterThan(20)
  for (const { fr, en } of said) {
    expect(fr).not.toBe(en)
    expect(fr).not.toMatch(/ [;:!?»]|'|« |(?<!\u00a0):(?=\s|$)/u)
    expect(fr).not.toMatch(/[^\s\u00a0\u202f][;!?»](?=\s|$)/u)
  }
})

test('nobody who is hated or threatened is thanked for it', () => {
  const said = ['Sale arabe, rentre dans ton pays', 'Je vais vous tuer, je sais où vous habitez']
  for (const text of said)
    expect(
      judge('Bonjour', { mention: mentionOf(text), network: 'web', language: 'fr', policy, public: true }),
    ).toMatchObject({
      escalate: [{ to: 'approver' }],
      alone: false,
      hide: { rule: expect.stringMatching(/hate|threat/) },
    })
})

test.each([
  ['Mon avocat vous écrira', 'legal', 'fr'],
  ['I will see you in small claims court', 'legal', 'en'],
  ['Ma fille a été brûlée, nous étions aux urgences', 'harm', 'fr'],
  ['Rappelez-moi au 06 39 98 12 34', 'personal-data', 'fr'],
] as const)('%s must be known: %s', (text, rule, language) => {
  const verdict = judge('Bonjour', {
    mention: mentionOf(text),
    network: 'web',
    language,
    policy,
    public: true,
  })
  expect(verdict.escalate.map((one) => one.rule)).toEqual([rule])
})

test.each([
  'L’avocat du diable dirait que la lampe est belle',
  'Un toast à l’avocat sous ma lampe Nimbus',
  'Le rappel concerne 12 000 lampes, aucun blessé n’est signalé',
  'Cette lampe est une tuerie',
  'My Nimbus lamp burns bright',
])('nothing delicate: %s', (text) => {
  const at = { mention: mentionOf(text), network: 'web', language: 'fr', policy, public: true } as const
  expect(judge('Bonjour', at).escalate).toEqual([])
})

test('every variable of a ready reply has a sentence without it to fall back on', () => {
  for (const { template, language, id } of texts) {
    if (language !== 'fr' && language !== 'en') throw new Error(language)
    expect(
      variablesIn(template).every((name) => name in full || name in facts(language)),
      id,
    ).toBe(true)
    const left = renderTemplate(template, { ...facts(language), brand: 'Nimbus', topic: 'Nimbus' })
    expect(left?.text.length ?? 0, id).toBeGreaterThan(40)
  }
})
