import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { judge, usualPolicy } from '../../src/model/policy.ts'
import { placesOf } from '../../src/model/team.ts'
import { renderTemplate } from '../../src/model/template.ts'
import { hour, minute } from '../../src/model/time.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { mentionOf } from '../model/mentions-made.ts'
import { acmeWith, settingsOf } from './world.ts'

const team = 'teams/acme/team.yaml'
const [own, ownReplies] = ['teams/acme/policy.yaml', 'teams/acme/replies.fr.yaml']
const [shared, sharedReplies] = ['defaults/policy.yaml', 'defaults/replies.fr.yaml']

const acme = async (files: Record<string, string>) => {
  const { teams, problems, warnings } = await settingsOf({ [team]: acmeWith(), ...files })
  return { team: teams[0], problems, warnings }
}

test('a team without these files answers by the usual policy, with no ready replies', async () => {
  const { team, problems } = await acme({})
  expect(problems).toEqual([])
  expect(team!.policy).toBeUndefined()
  expect(team!.canned).toBeUndefined()
})

test('a file of comments alone says nothing, which is fine', async () => {
  const { team, problems } = await acme({ [own]: '# later\n', [ownReplies]: '# later\n' })
  expect(problems).toEqual([])
  expect(team!.policy).toBeUndefined()
})

test('what teams share holds where a team says nothing, and gives way where it does', async () => {
  const { team, problems } = await acme({
    [shared]: `tone: { address: vous, exclamations: 1 }
contacts: [sav@shared.example]
avoid:
  - { name: Blame, words: '"votre faute"', why: on ne blâme pas }
  - { name: sorry, words: 'désolé', why: trop peu }
promises:
  - { name: refund, words: remboursé, why: { fr: non, en: no } }
approvals: { number: 1, by: staff, rules: [{ name: careful, rules: [refund], number: 2 }] }
grace: 30 s
`,
    [own]: `tone: { emojis: 0 }
avoid: [{ name: blame, words: ['"ta faute"', 'coupable'], why: non, do: refuse, languages: fr }]
without: [sorry]
approvals: { by: approver, alone: true, also: ["#client"] }
expires: 2 jours
`,
  })
  expect(problems).toEqual([])
  expect(team!.policy).toMatchObject({
    tone: { address: 'vous', exclamations: 1, emojis: 0, capitals: true },
    contacts: ['sav@shared.example'],
    avoid: [
      {
        name: 'blame',
        do: 'refuse',
        languages: ['fr'],
        why: { fr: 'non', en: 'non' },
        at: { file: own, line: 2 },
      },
    ],
    promises: [{ name: 'refund', do: 'refuse', why: { fr: 'non', en: 'no' }, at: { file: shared, line: 7 } }],
    approvals: { number: 1, by: 'approver', rules: [{ name: 'careful', rules: ['refund'], number: 2 }] },
    approvalsAlso: [{ chat: 'slack', channel: 'client' }],
    alone: true,
    grace: 30_000,
    expires: 48 * hour,
    claims: null,
  })
})

test('a client’s channel is one of the team’s, in the team’s own workspace, and nobody else’s', async () => {
  const slack = 'slack: { token: env:ACME_BOT, appToken: env:ACME_APP }\n'
  const env = { ACME_BOT: 'xoxb-acme', ACME_APP: 'xapp-acme' }
  const files = {
    [team]: acmeWith() + slack,
    [own]: 'approvals: { also: ["#client", "discord:#board"] }\n',
    'teams/zeta/team.yaml': acmeWith({ 8: '  alerts: "discord:#board"', 9: '  watch: "#zeta"', 10: null }),
  }
  const { teams, problems } = await settingsOf(files, env)
  const acme = teams.find(({ name }) => name === 'acme')!
  expect(acme.policy!.approvalsAlso).toEqual([
    { chat: 'slack/acme', channel: 'client' },
    { chat: 'discord', channel: 'board' },
  ])
  expect(placesOf(acme)).toContainEqual({ chat: 'slack/acme', channel: 'client' })
  expect(problems.map(({ key, file }) => [key, file])).toEqual([
    ['settings.channel-shared', 'teams/zeta/team.yaml'],
  ])
})

test('conditions take the names of the team’s topics and people, however they are written', async () => {
  const { team } = await acme({
    [own]: `escalate:
  - { name: x, when: { topics: ACME, words: [procès, avocat] }, to: noor, hide: true, why: oui }
drafts: [{ name: y, when: { moods: negative, networks: [reviews, forum] }, why: oui }]
`,
  })
  expect(team!.policy).toMatchObject({
    escalate: [{ to: 'noor', hide: true, when: { topics: ['Acme'], kinds: null } }],
    drafts: [{ when: { moods: ['negative'], networks: ['reviews', 'forum'] } }],
    grace: minute,
  })
  const mention = mentionOf('Mon avocat va vous écrire', { topics: [] })
  const at = { mention, network: 'web', language: 'fr', public: true } as const
  expect(judge('Bonjour', { ...at, policy: team!.policy! }).escalate).toEqual([])
})

test('ready replies: a team’s own before the shared ones, a namesake in place of it, one of them unused', async () => {
  const { team, problems } = await acme({
    [sharedReplies]: `- { name: merci, texts: Merci beaucoup. }
- { name: panne, when: { words: panne }, texts: ["Bonjour[ {auteur}].", { when: { networks: reviews }, text: "Oui." }] }
- { name: prix, texts: Voilà. }
`,
    [ownReplies]: `- { name: Merci, texts: "Merci de la part de {marque}." }
- { name: prix, use: false }
`,
    'teams/acme/replies.en.yaml': '- { name: thanks, texts: Thank you. }\n',
  })
  expect(problems).toEqual([])
  expect(
    team!.canned!.map(({ name, language, at }) => `${language} ${name} ${at!.file}:${at!.line}`),
  ).toEqual([
    `fr Merci ${ownReplies}:1`,
    `fr panne ${sharedReplies}:2`,
    'en thanks teams/acme/replies.en.yaml:1',
  ])
  const [first, second] = team!.canned![1]!.texts
  expect(renderTemplate(first!.template, { author: 'Ravi' })!.text).toBe('Bonjour Ravi.')
  expect(second!.when.networks).toEqual(['reviews'])
})

// What is written, in which file; what is found, at which line and column.
type Row = [
  mistake: string,
  file: string,
  text: string,
  line: number,
  key: string,
  values?: object,
  column?: number,
]
const rows: Row[] = [
  ['a slip in a part', own, 'promisses: []', 1, 'settings.key-unknown-near', { near: 'promises' }],
  ['a slip in a severity', own, 'personal: refused', 1, 'settings.choice-near', { near: 'refuse' }],
  [
    'a rule without a why',
    own,
    'avoid:\n  - name: a\n    words: b',
    2,
    'settings.missing',
    { setting: 'why' },
  ],
  [
    'a why in one language of two',
    own,
    'avoid:\n  - { name: a, words: b, why: { fr: oui } }',
    2,
    'settings.missing',
    { setting: 'en' },
  ],
  ['an empty why', own, 'avoid:\n  - { name: a, words: b, why: " " }', 2, 'settings.empty'],
  ['a query with a hole', own, 'avoid:\n  - name: a\n    words: "b OR"\n    why: c', 3, 'query.ends-early'],
  [
    'a query that is a comment',
    own,
    'avoid:\n  - name: a\n    words: b #c\n    why: d',
    3,
    'settings.query-cut',
  ],
  [
    'a query that is a comment, in a condition',
    own,
    'drafts:\n  - name: a\n    when:\n      words: b #c\n    why: d',
    4,
    'settings.query-cut',
  ],
  [
    'a rule twice, in two lists',
    own,
    'avoid: [{ name: a, words: b, why: c }]\npromises: [{ name: À, words: b, why: c }]',
    2,
    'settings.twice',
    { first: '1' },
  ],
  ['a fact twice', own, 'facts:\n  - { name: a, say: b }\n  - { name: a, say: c }', 3, 'settings.twice'],
  [
    'a topic that is not there',
    own,
    'drafts:\n  - { name: a, when: { topics: Acmee }, why: b }',
    2,
    'settings.choice-near',
    { near: 'Acme' },
    32,
  ],
  [
    'a topic in the shared policy',
    shared,
    'drafts:\n  - { name: a, when: { topics: Acme }, why: b }',
    2,
    'settings.key-unknown',
    { given: 'topics' },
  ],
  [
    'a channel in the shared policy',
    shared,
    'approvals: { also: ["#a"] }',
    1,
    'settings.key-unknown',
    { given: 'also' },
  ],
  [
    'somebody who is not there',
    own,
    'escalate:\n  - { name: a, when: { words: b }, to: nour, why: c }',
    2,
    'settings.choice-near',
    { near: 'noor' },
  ],
  [
    'somebody in the shared policy',
    shared,
    'escalate:\n  - { name: a, when: { words: b }, to: noor, why: c }',
    2,
    'settings.choice',
  ],
  [
    'an approval for a rule that is not there',
    own,
    'approvals:\n  rules:\n    - { name: a, rules: [legl], number: 2 }\nescalate: [{ name: legal, when: { words: b }, to: admin, why: c }]',
    3,
    'settings.choice-near',
    { near: 'legal' },
  ],
  ['nobody who approves', own, 'approvals: { number: 0 }', 1, 'settings.number', { least: 1, most: 9 }],
  [
    'a role that is none',
    own,
    'approvals: { by: approvers }',
    1,
    'settings.choice-near',
    { near: 'approver' },
  ],
  ['a grace that is no time', own, 'grace: soon', 1, 'settings.length'],
  ['a grace of a day', own, 'grace: 1 jour', 1, 'settings.length-range', { most: '1 h' }],
  ['an expiry of a minute', own, 'expires: 1 min', 1, 'settings.length-range'],
  ['a rule left out that nobody brought', own, 'without: [refund]', 1, 'settings.choice'],
  ['a link without https', own, 'links: [acme.example/help]', 1, 'settings.address-near'],
  [
    'a mood that is none',
    own,
    'drafts:\n  - { name: a, when: { moods: angry }, why: b }',
    2,
    'settings.choice',
  ],
  [
    'a variable that is none',
    ownReplies,
    '- name: a\n  texts:\n    - Bonjour\n    - "Bonjour {autheur}"',
    4,
    'canned.variable',
    { given: 'autheur' },
    16,
  ],
  [
    'a brace left open, in a folded text',
    ownReplies,
    '- name: a\n  texts:\n    - >-\n      Merci.\n      Bonjour {auteur',
    5,
    'canned.bracket',
    {},
    15,
  ],
  [
    'a bracket without a variable',
    ownReplies,
    '- { name: a, texts: "Bonjour [madame]" }',
    1,
    'canned.bracket-plain',
  ],
  [
    'a fact that is not there',
    ownReplies,
    '- { name: a, texts: "{fait:garanti}" }',
    1,
    'canned.fact',
    { given: 'garanti' },
  ],
  ['a reply without a text', ownReplies, '- { name: a }', 1, 'canned.no-text'],
  ['a reply twice', ownReplies, '- { name: a, texts: b }\n- { name: A, texts: c }', 2, 'settings.twice'],
  [
    'a topic that is not there, in a reply',
    ownReplies,
    '- name: a\n  when: { topics: [Acme, Rivale] }\n  texts: b',
    2,
    'settings.choice-near',
    { near: 'Rival' },
  ],
  [
    'a topic in a shared reply',
    sharedReplies,
    '- { name: a, when: { topics: Acme }, texts: b }',
    1,
    'settings.key-unknown',
  ],
  [
    'a reply that shows personal data',
    ownReplies,
    '- { name: a, texts: "Appelez Paul au 06 39 98 12 34." }',
    1,
    'canned.breaks',
    { rule: 'personal-data', words: '06 39 98 12 34' },
  ],
  ['a map for a list', ownReplies, 'merci: Merci', 1, 'settings.type-list'],
]

test.each(rows)('%s is told with its line and the cure', async (_, file, text, line, key, values, column) => {
  const { problems } = await acme({ [file]: `${text}\n` })
  expect(problems.map((one) => `${one.file}:${one.line} ${one.key}`)).toEqual([`${file}:${line} ${key}`])
  expect(problems[0]!.values).toMatchObject(values ?? {})
  if (column) expect(problems[0]!.column).toBe(column)
  for (const locale of ['fr', 'en'] as const) {
    const said = sayIn(locale).plain(key as never, problems[0]!.values)
    expect(said).not.toMatch(/\{(?:given|near|known|rule|words|least|most|setting|first)\}|undefined/)
  }
})

test('a reply that breaks a refusing rule is a mistake in the team’s own file, in the shared one a warning', async () => {
  const policy = 'promises: [{ name: refund, words: remboursé, why: non }]\n'
  const reply = '- name: panne\n  texts:\n    - Merci.\n    - Vous serez remboursé.\n'
  const mine = await acme({ [own]: policy, [ownReplies]: reply })
  expect(mine.problems).toMatchObject([
    { file: ownReplies, line: 4, key: 'canned.breaks', values: { rule: 'refund' } },
  ])
  const theirs = await acme({ [own]: policy, [sharedReplies]: reply })
  expect(theirs.problems).toEqual([])
  expect(theirs.warnings).toMatchObject([{ line: 4, key: 'canned.breaks' }])
})

test('a policy that shares nothing is the usual one', async () => {
  const { team } = await acme({ [own]: 'personal: refuse\n' })
  expect(team!.policy).toEqual(usualPolicy)
})

test.each(['docs/replies.md', 'docs/reponses.md'])('the examples of %s work as they stand', async (file) => {
  const page = await readFile(file, 'utf8')
  const examples = [...page.matchAll(/```yaml\n# config\/(\S+)\n([\s\S]*?)```/gu)]
  expect(examples).toHaveLength(2)
  // They lean on the shared files that ship: rules of theirs are named, and left out.
  const shipped = Object.fromEntries(
    await Promise.all(
      ['policy', 'replies.fr', 'replies.en'].map(async (name) => {
        const path = `defaults/${name}.yaml`
        return [path, await readFile(`config/${path}`, 'utf8')] as const
      }),
    ),
  )
  const files = Object.fromEntries(examples.map(([, path, text]) => [path!, text!]))
  const { team, problems, warnings } = await acme({ ...shipped, ...files })
  expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
  const names = team!.policy!.avoid.map(({ name }) => name)
  expect(names).toContain('competitor')
  expect(names).not.toContain('calm-down')
  const own = team!.canned!.filter(({ at }) => at!.file.startsWith('teams/'))
  expect(own).toHaveLength(1)
  expect(
    renderTemplate(own[0]!.texts[1]!.template, { 'fact:warranty': 'Deux ans.', brand: 'Acme' })!.text,
  ).toMatch(/Deux ans\.$/u)
})
