import { expect, test } from 'vitest'
import { acmeWith, teamOf } from './world.ts'

// What is written, in place of which line of the settings in world.ts; what is found, at which line and column.
type Row = [mistake: string, lines: Record<number, string | null>, ...found: Found[]]
type Found = [line: number, key: string, values?: Record<string, string | number>, column?: number]

const rows: Row[] = [
  // YAML.
  ['a tab as indentation', { 8: '\talerts: "#brand"' }, [8, 'settings.tab']],
  ['a line that fits no indentation', { 9: '   watch: "#watch"' }, [9, 'settings.indent']],
  [
    'a bracket left open',
    { 17: '  noor: { name: Noor, accounts: ["slack:T1/U2" }' },
    [17, 'settings.indent'],
  ],
  ['a quote left open', { 1: 'title: "Acme' }, [1, 'settings.quote-open', {}, 8]],
  ['a colon inside a value', { 1: 'title: Acme: the brand' }, [1, 'settings.colon']],
  ['words behind a closing quote', { 21: '    query: "Acme" OR "Acme Ltd"' }, [21, 'settings.after-quote']],
  ['a handle without quotes', { 21: '    query: @acme' }, [21, 'settings.quotes-needed', { given: '@' }]],
  ['a backslash in double quotes', { 1: 'title: "Ac\\me"' }, [1, 'settings.escape']],
  ['a line that is no setting', { 3: 'locale' }, [3, 'settings.key-expected']],
  ['a setting twice', { 3: 'title: Acme again' }, [3, 'settings.key-twice', { given: 'title' }]],
  [
    'a person twice',
    { 17: '  mia: { name: Min, accounts: ["slack:T1/U2"] }' },
    [17, 'settings.key-twice', { given: 'mia' }],
  ],
  ['a second document', { 7: '---\nchannels:' }, [7, 'settings.several-documents']],
  ['an alias to nothing', { 1: 'title: *brand' }, [1, 'settings.alias-unknown', { given: 'brand' }]],
  ['brackets without end', { 1: `title: ${'['.repeat(50_000)}` }, [1, 'settings.too-deep']],
  // What is there or not.
  [
    'a setting with a slip in it',
    { 7: 'chanels:' },
    [7, 'settings.key-unknown-near', { given: 'chanels', near: 'channels' }, 1],
  ],
  ['a setting of another program', { 3: 'zapier: x' }, [3, 'settings.key-unknown', { given: 'zapier' }]],
  [
    'a channel of another purpose',
    { 10: '  comunity: "#fans"' },
    [10, 'settings.key-unknown-near', { near: 'community' }],
  ],
  ['a slip in a person', { 14: '    rôle: admin' }, [14, 'settings.key-unknown-near', { near: 'role' }]],
  ['a slip in a topic', { 20: '    kinds: brand' }, [20, 'settings.key-unknown-near', { near: 'kind' }]],
  [
    'a slip in the quiet hours',
    { 5: 'quiet: { form: "22:00", to: "07:00" }' },
    [5, 'settings.key-unknown-near', { near: 'from' }, 10],
  ],
  ['no title', { 1: null }, [1, 'settings.missing', { setting: 'title' }]],
  ['a topic without query', { 21: null }, [19, 'settings.missing', { setting: 'query' }]],
  [
    'a source without name',
    { 24: '  - feed: https://news.example/rss', 25: null },
    [24, 'settings.missing', { setting: 'name' }],
  ],
  ['an empty setting', { 3: 'locale:' }, [3, 'settings.empty', { setting: 'locale' }]],
  ['a channel that is a comment', { 8: '  alerts: #brand' }, [8, 'settings.commented', { given: '#brand' }]],
  ['a query that is a comment', { 21: '    query: #acme' }, [21, 'settings.commented', { given: '#acme' }]],
  [
    'half a query that is a comment',
    { 21: '    query: Acme OR #acme' },
    [21, 'settings.query-cut', { given: '#acme' }],
    [21, 'query.ends-early'],
  ],
  [
    'no topics in the list',
    { 18: 'topics: []', 19: null, 20: null, 21: null, 22: null },
    [18, 'settings.list-empty', { setting: 'topics' }],
  ],
  [
    'nobody in the team',
    { 11: 'people: {}', 12: null, 13: null, 14: null, 15: null, 16: null, 17: null },
    [11, 'settings.list-empty', { setting: 'people' }],
  ],
  ['nobody at a person', { 16: '    accounts: []' }, [16, 'settings.list-empty', { setting: 'accounts' }]],
  // Types.
  ['a number for a text', { 1: 'title: 1984' }, [1, 'settings.type-text', { given: '1984' }]],
  ['a list for a text', { 1: 'title: [Acme]' }, [1, 'settings.type-text', { given: '[…]' }]],
  ['a text for a yes or no', { 3: 'sample: yes' }, [3, 'settings.type-yes-no', { given: 'yes' }]],
  ['a text for a number', { 6: 'keep: { texts: long }' }, [6, 'settings.type-number', { given: 'long' }, 16]],
  ['no number at all', { 6: 'keep: { texts: .nan }' }, [6, 'settings.type-number', { given: 'NaN' }]],
  ['half a day', { 6: 'keep: { texts: 0.5 }' }, [6, 'settings.number', { given: 0.5, least: 1 }]],
  [
    'a text for a list',
    { 16: '    accounts: "local:mia"' },
    [16, 'settings.type-list', { setting: 'accounts' }],
  ],
  ['a text for further settings', { 6: 'keep: forever' }, [6, 'settings.type-map', { given: 'forever' }]],
  [
    'a list for people',
    { 11: 'people: [mia, noor]', 12: null, 13: null, 14: null, 15: null, 16: null, 17: null },
    [11, 'settings.type-map', { setting: 'people' }],
  ],
  // Values.
  ['a name that is empty', { 13: '    name: ""' }, [13, 'settings.empty', { setting: 'name' }]],
  ['a name without end', { 13: `    name: ${'Mia '.repeat(30)}` }, [13, 'settings.name', { most: 80 }]],
  [
    'a role with a slip in it',
    { 14: '    role: aprover' },
    [14, 'settings.choice-near', { near: 'approver', setting: 'role' }, 11],
  ],
  ['a role that is none', { 14: '    role: king' }, [14, 'settings.choice', { given: 'king' }]],
  ['a language that Vigie does not speak', { 3: 'locale: de' }, [3, 'settings.choice', { given: 'de' }]],
  [
    'a kind of topic that is none',
    { 20: '    kind: brnad' },
    [20, 'settings.choice-near', { near: 'brand' }],
  ],
  ['a chat that is none', { 2: 'chat: slak' }, [2, 'settings.choice-near', { near: 'slack' }]],
  [
    'a channel in a chat that is none',
    { 10: '  community: "discrod:#fans"' },
    [10, 'settings.choice-near', { near: 'discord' }],
  ],
  [
    'a city for a time zone',
    { 4: 'timeZone: Paris' },
    [4, 'settings.time-zone-near', { near: 'Europe/Paris' }],
  ],
  [
    'a time zone that is none',
    { 4: 'timeZone: Middle/Earth_Shire' },
    [4, 'settings.time-zone', { given: 'Middle/Earth_Shire' }],
  ],
  [
    'a time in French',
    { 5: 'quiet: { from: 22h30, to: "07:00" }' },
    [5, 'settings.time-near', { near: '22:30' }, 16],
  ],
  [
    'a time that is none',
    { 5: 'quiet: { from: "22:00", to: dawn }' },
    [5, 'settings.time', { given: 'dawn' }],
  ],
  [
    'quiet hours that never end',
    { 5: 'quiet: { from: "22:00", to: "22:00" }' },
    [5, 'settings.quiet-same', { given: '22:00' }],
  ],
  [
    'quiet hours switched off in other words',
    { 5: 'quiet: nope' },
    [5, 'settings.choice-near', { near: 'none' }],
  ],
  [
    'an address without https',
    { 25: '    feed: news.example/rss' },
    [25, 'settings.address-near', { near: 'https://news.example/rss' }],
  ],
  [
    'an address for a feed reader',
    { 25: '    feed: feed://news.example/rss' },
    [25, 'settings.address-near', { near: 'https://news.example/rss' }],
  ],
  [
    'a file as an address',
    { 25: '    feed: file:///etc/passwd' },
    [25, 'settings.address', { given: 'file:///etc/passwd' }],
  ],
  [
    'an address with a password',
    { 25: '    feed: https://me:secret@news.example/rss' },
    [25, 'settings.address-password'],
  ],
  ['a source of nothing', { 25: null }, [24, 'settings.source-none']],
  [
    'a source of two things',
    { 25: '    feed: https://news.example/rss\n    samples: s.yaml' },
    [26, 'settings.source-both'],
    [26, 'settings.file-missing'],
  ],
  ['samples that are not there', { 25: '    samples: s.yaml' }, [25, 'settings.file-missing']],
  [
    'samples of somewhere else',
    { 25: '    samples: ../../../s.yaml' },
    [25, 'settings.file-name', { given: '../../../s.yaml' }],
  ],
  // Twice.
  [
    'a topic twice, whatever the accents',
    { 22: '  - { name: ÀCME, kind: theme, query: x }' },
    [22, 'settings.twice', { given: 'ÀCME', first: '19' }],
  ],
  [
    'a source twice',
    { 26: '  - { name: news, feed: "https://blog.example/" }' },
    [26, 'settings.twice', { given: 'news', first: '24' }],
  ],
  [
    'two people of the same name',
    { 17: '  noor: { name: Mia, accounts: ["slack:T1/U2"] }' },
    [17, 'settings.twice', { given: 'Mia', first: '13' }],
  ],
  [
    'two people with one account',
    { 17: '  noor: { name: Noor, accounts: ["local:local/mia"] }' },
    [17, 'settings.twice', { first: '16' }],
  ],
  // Chats.
  [
    'a channel with capitals and blanks',
    { 8: '  alerts: "#Our Brand"' },
    [8, 'settings.channel', { near: 'our-brand', chat: 'slack' }],
  ],
  [
    'a person with a capital',
    { 17: '  Noor: { name: Noor, accounts: ["slack:T1/U2"] }' },
    [17, 'settings.person-id', { given: 'Noor' }],
  ],
  [
    'an account that is just a name',
    { 16: '    accounts: [mia]' },
    [16, 'settings.account', { given: 'mia' }],
  ],
  [
    'an account without workspace',
    { 16: '    accounts: ["slack:U1"]' },
    [16, 'settings.account-workspace', { chat: 'slack' }],
  ],
  ['an account by its names', { 16: '    accounts: ["slack:acme/mia"]' }, [16, 'settings.account-slack']],
  [
    'a Discord account by its names',
    { 16: '    accounts: ["discord:acme/mia"]' },
    [16, 'settings.account-discord'],
  ],
  [
    'an account in a chat that is none',
    { 16: '    accounts: ["teams:acme/mia"]' },
    [16, 'settings.choice', { given: 'teams' }],
  ],
  // Queries, at their place in the line.
  ['a bracket too many', { 21: '    query: Acme) OR Ltd' }, [21, 'query.bracket-open-missing', {}, 16]],
  ['a bracket too few', { 21: '    query: Acme (Ltd' }, [21, 'query.bracket-close-missing', {}, 17]],
  ['an operator too many', { 21: '    query: Acme OR OR Ltd' }, [21, 'query.operator-misplaced', {}, 20]],
  ['a query that only excludes', { 21: '    query: NOT Acme' }, [21, 'query.only-not', {}, 12]],
  ['a query that is empty', { 21: "    query: ''" }, [21, 'query.empty', {}, 12]],
  ['a query of signs', { 21: '    query: "Acme !!!"' }, [21, 'query.nothing-to-find', { text: '!!!' }, 18]],
  ['a phrase without end', { 21: `    query: 'Acme OR "Acme Ltd'` }, [21, 'query.quote-missing', {}, 21]],
  [
    'a mistake in the second query',
    { 22: '  - { name: Rival, kind: competitor, query: [Rival, "Rival OR"] }' },
    [22, 'query.ends-early'],
  ],
  // Secrets.
  [
    'a secret pasted',
    { 3: 'discord: { token: MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs }' },
    [3, 'settings.secret-pasted', {}, 19],
  ],
  [
    'a secret that is not set',
    { 3: 'discord: { token: env:ACME_DISCORD }' },
    [3, 'settings.secret-missing', { name: 'ACME_DISCORD' }],
  ],
  ['half of a Slack workspace', { 3: 'slack: { token: env:ACME_SLACK }' }, [3, 'settings.slack-half']],
]

test.each(rows)('%s is told with its line, and alone', async (_, lines, ...found) => {
  const { problems, teams } = await teamOf(acmeWith(lines), { ACME_SLACK: 'xoxb-1' })
  expect(problems.map(({ line, key }) => [line, key])).toEqual(found.map(([line, key]) => [line, key]))
  expect(teams).toEqual([])
  for (const [at, [, , values = {}, column]] of found.entries()) {
    expect(problems[at]!.file).toBe('teams/acme/team.yaml')
    expect(problems[at]!.values).toMatchObject(values)
    if (column !== undefined) expect(problems[at]!.column).toBe(column)
  }
})

test('settings without a mistake have no problem', async () => {
  expect((await teamOf(acmeWith())).problems).toEqual([])
})

test('every mistake is told at once, over all files and the environment, in the order of the lines', async () => {
  const { problems } = await teamOf(
    acmeWith({
      1: null,
      4: 'timeZone: Paris',
      14: '    role: king',
      21: '    query: (',
      26: '  - { name: news, feed: nowhere }',
    }),
    { PORT: 'http' },
  )
  expect(problems.map(({ file, line, key }) => [file, line, key])).toEqual([
    ['.env', 0, 'settings.env-port'],
    ['teams/acme/team.yaml', 1, 'settings.missing'],
    ['teams/acme/team.yaml', 3, 'settings.time-zone-near'],
    ['teams/acme/team.yaml', 13, 'settings.choice'],
    ['teams/acme/team.yaml', 20, 'query.ends-early'],
    ['teams/acme/team.yaml', 25, 'settings.twice'],
    ['teams/acme/team.yaml', 25, 'settings.address'],
  ])
})

test('no secret is ever quoted', async () => {
  const token = `xoxb-${'1234567890-'.repeat(3)}secret`
  const { problems } = await teamOf(
    acmeWith({
      1: `title: [${token}]`,
      2: `chat: ${token}`,
      3: `slack: { token: ${token}, appToken: "${token}" }`,
      6: `${token}: 1`,
      16: `    accounts: ["${token}"]`,
      25: `    feed: ${token}`,
    }),
    {
      DATABASE_URL: `mysql://vigie:${token}@db/vigie`,
      PORT: token,
      VIGIE_SECRET: 'secret',
      LOG_LEVEL: token,
    },
  )
  expect(problems.length).toBeGreaterThanOrEqual(10)
  expect(JSON.stringify(problems.map(({ values }) => values))).not.toMatch(/1234567890|secret/)
})
