import { expect, test } from 'vitest'
import { usualDigest } from '../../src/model/digest.ts'
import { usualRoutes } from '../../src/model/route.ts'
import { isChannelOf } from '../../src/model/team.ts'
import { problemText } from '../../src/problems.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { acmeWith, settingsOf, teamOf } from './world.ts'

/** Acme's settings with these routes in front of its people: the first route stands in line 12. */
const routes = (...lines: string[]) => acmeWith({ 11: ['routes:', ...lines, 'people:'].join('\n') })
const all = '  - { name: all, to: watch }'

// Routes, and what is found, at which line and column.
type Row = [mistake: string, lines: string[], ...found: [number, string, Record<string, unknown>?, number?][]]

const rows: Row[] = [
  ['no routes in the list', ['  []'], [12, 'settings.list-empty', { setting: 'routes' }]],
  ['a route without name', ['  - { to: watch }'], [12, 'settings.missing', { setting: 'name' }]],
  ['a route to nowhere', ['  - { name: all }'], [12, 'settings.missing', { setting: 'to' }]],
  [
    'a slip in a condition',
    ['  - { name: a, network: press, to: watch }'],
    [12, 'settings.key-unknown-near', { given: 'network', near: 'networks' }, 16],
  ],
  [
    'a slip in a purpose',
    ['  - { name: a, to: wacth }'],
    [12, 'settings.choice-near', { setting: 'to', near: 'watch' }, 20],
  ],
  [
    'a channel without its sign',
    ['  - { name: a, to: presse }'],
    [12, 'settings.route-to', { given: 'presse', known: 'alerts, watch, community' }],
  ],
  [
    'a channel that is a comment',
    ['  - name: a', '    to: #presse'],
    [13, 'settings.commented', { given: '#presse' }],
  ],
  ['a channel in a chat that is none', ['  - { name: a, to: "slak:#presse" }'], [12, 'settings.choice-near']],
  [
    'a channel that cannot be',
    ['  - { name: a, to: "#La Presse" }'],
    [12, 'settings.channel', { near: 'la-presse' }],
  ],
  [
    'a topic with a slip in it',
    ['  - { name: a, topics: [Acme, Rivla], to: watch }'],
    [12, 'settings.choice-near', { setting: 'topics', given: 'Rivla', near: 'Rival' }, 31],
  ],
  [
    'a topic that is none, alone',
    ['  - { name: a, topics: Weather, to: watch }'],
    [12, 'settings.choice', { given: 'Weather', known: 'Acme, Rival' }, 24],
  ],
  [
    'a kind with a slip in it',
    ['  - { name: a, kinds: [brnad], to: watch }'],
    [12, 'settings.choice-near', { near: 'brand' }],
  ],
  [
    'a mood in French',
    ['  - { name: a, moods: négatif, to: watch }'],
    [12, 'settings.choice', { given: 'négatif' }],
  ],
  [
    'a mood that is none',
    ['  - { name: a, moods: sad, to: watch }'],
    [12, 'settings.choice', { given: 'sad' }],
  ],
  [
    'a network with a slip in it',
    ['  - { name: a, networks: [press, mastodont], to: watch }'],
    [12, 'settings.choice-near', { near: 'mastodon' }],
  ],
  [
    'a language that Vigie cannot tell',
    ['  - { name: a, languages: nl, to: watch }'],
    [12, 'settings.choice'],
  ],
  [
    'conditions that hold nothing',
    ['  - { name: a, kinds: [], to: watch }'],
    [12, 'settings.list-empty', { setting: 'kinds' }],
  ],
  ['a reach in words', ['  - { name: a, reach: many, to: watch }'], [12, 'settings.type-number']],
  ['a reach of nobody', ['  - { name: a, reach: 0, to: watch }'], [12, 'settings.number', { least: 1 }]],
  [
    'another moment',
    ['  - { name: a, to: watch, when: digset }'],
    [12, 'settings.choice-near', { near: 'digest' }],
  ],
  ['a stop in words', ['  - { name: a, to: watch, stop: yes }'], [12, 'settings.type-yes-no']],
  [
    'quiet hours that never end',
    ['  - { name: a, to: watch, quiet: { from: "22:00", to: "22:00" } }'],
    [12, 'settings.quiet-same', { given: '22:00' }],
  ],
  [
    'quiet hours of a digest',
    ['  - { name: a, to: watch, when: digest, quiet: none }'],
    [12, 'settings.route-quiet', {}, 41],
  ],
  [
    'a route twice',
    [all, '  - { name: ALL, to: alerts }'],
    [13, 'settings.twice', { given: 'ALL', first: '12' }],
  ],
  [
    'a kind that none of the topics is',
    ['  - { name: a, topics: Rival, kinds: [brand, person], to: watch }'],
    [12, 'settings.route-never'],
  ],
  [
    'a route that nothing gets to',
    ['  - { name: all, to: watch, stop: true }', '  - { name: brand, kinds: brand, to: alerts }'],
    [13, 'settings.route-hidden', { given: 'all', first: '12' }],
  ],
]

test.each(rows)('%s', async (_, lines, ...expected) => {
  const { problems, teams } = await teamOf(routes(...lines))
  expect(teams).toEqual([])
  expect(problems).toEqual(
    expected.map(([line, key, values = {}, column = expect.any(Number)]) =>
      expect.objectContaining({ line, key, column, values: expect.objectContaining(values) }),
    ),
  )
  for (const problem of problems)
    for (const locale of ['fr', 'en'] as const)
      expect(problemText(problem, sayIn(locale))).not.toMatch(/[{}]\w|undefined/)
})

test('a digest has an hour and days, and says so where they are none', async () => {
  const keys = async (digest: string) =>
    (await teamOf(acmeWith({ 6: `digest: ${digest}` }))).problems.map(({ line, key, values }) => [
      line,
      key,
      values.near,
    ])
  expect(await keys('{ at: 8h30 }')).toEqual([[6, 'settings.time-near', '08:30']])
  expect(await keys('{ days: [mondays] }')).toEqual([[6, 'settings.choice-near', 'monday']])
  expect(await keys('{ days: [] }')).toEqual([[6, 'settings.list-empty', undefined]])
  expect(await keys('{ hour: "08:30" }')).toEqual([[6, 'settings.key-unknown', undefined]])
})

test('routes are read as they stand: one value or a list, topics by any spelling, a channel of any chat', async () => {
  const { teams, problems, warnings } = await teamOf(
    routes(
      '  - { name: Press, topics: [ÀCME, rival], kinds: brand, moods: negative, networks: [press, blog], to: "#press" }',
      '  - { name: Fans, languages: [fr, en], reach: 1000, to: "discord:#fans", when: digest, stop: true }',
      '  - { name: Night, kinds: brand, to: alerts, quiet: none }',
      all,
    ),
  )
  expect([problems, warnings]).toEqual([[], []])
  expect(teams[0]!.routes).toMatchObject([
    {
      name: 'Press',
      topics: ['Acme', 'Rival'],
      kinds: ['brand'],
      moods: ['negative'],
      networks: ['press', 'blog'],
      languages: null,
      reach: null,
      to: { chat: 'slack', channel: 'press' },
      when: 'now',
      quiet: null,
      stop: false,
      at: { file: 'teams/acme/team.yaml', line: 12 },
    },
    {
      topics: null,
      languages: ['fr', 'en'],
      reach: 1000,
      to: { chat: 'discord', channel: 'fans' },
      when: 'digest',
      quiet: null,
      stop: true,
    },
    { name: 'Night', quiet: 'none' },
    { name: 'all', to: 'watch' },
  ])
  expect(isChannelOf(teams[0]!, { chat: 'slack', channel: 'press' })).toBe(true)
  expect(isChannelOf(teams[0]!, { chat: 'local', channel: 'press' })).toBe(false)
})

test('a team without routes has those of the defaults, else what is usual; its own take their place', async () => {
  const shared = `routes: [{ name: everything, to: alerts }]\ndigest: { at: "07:15", days: [monday] }\n`
  const team = async (files: Record<string, string>) => (await settingsOf(files)).teams[0]!
  const usual = await team({ 'teams/acme/team.yaml': acmeWith() })
  expect([usual.routes, usual.digest]).toEqual([usualRoutes, usualDigest])
  const some = { 'defaults/team.yaml': shared, 'teams/acme/team.yaml': acmeWith() }
  expect(await team(some)).toMatchObject({
    routes: [{ name: 'everything', to: 'alerts' }],
    digest: { at: '07:15', days: ['monday'] },
  })
  const own = await team({ ...some, 'teams/acme/team.yaml': routes(all) })
  expect(own.routes.map(({ name }) => name)).toEqual(['all'])
  const wrong = await settingsOf({
    ...some,
    'defaults/team.yaml': 'routes: [{ name: a, topics: Acme, to: "#press" }]',
  })
  expect(wrong.problems.map(({ file, key }) => [file, key])).toEqual([
    ['defaults/team.yaml', 'settings.key-unknown'],
    ['defaults/team.yaml', 'settings.choice'],
  ])
})

test('the defaults that ship say what holds without them', async () => {
  const { readSettings } = await import('../../src/settings/settings.ts')
  const { fileURLToPath } = await import('node:url')
  const { readFile } = await import('node:fs/promises')
  const config = fileURLToPath(new URL('../../config', import.meta.url))
  const shipped = await readFile(`${config}/defaults/team.yaml`, 'utf8')
  const { teams, problems } = await settingsOf({
    'defaults/team.yaml': shipped,
    'teams/acme/team.yaml': acmeWith(),
  })
  expect(problems).toEqual([])
  expect(teams[0]!.routes.map(({ at, ...route }) => route)).toEqual(usualRoutes)
  expect(teams[0]!.digest).toEqual(usualDigest)
  expect((await readSettings(config, {})).warnings).toEqual([])
})

test('routes that may leave a topic untold are a warning, not a mistake', async () => {
  const warned = async (...lines: string[]) => {
    const { warnings, problems, teams } = await teamOf(routes(...lines))
    expect([problems, teams.length]).toEqual([[], 1])
    return warnings.map(({ line, key, values }) => [line, key, values.topics])
  }
  const gap = (topics: string) => [[11, 'settings.route-gap', topics]]
  expect(await warned('  - { name: a, kinds: brand, to: alerts }')).toEqual(gap('Rival'))
  expect(await warned('  - { name: a, moods: negative, to: alerts }')).toEqual(gap('Acme, Rival'))
  expect(await warned('  - { name: a, networks: press, to: alerts }')).toEqual(gap('Acme, Rival'))
  expect(
    await warned(
      '  - { name: a, moods: negative, to: alerts }',
      '  - { name: b, moods: [neutral, positive], to: watch }',
    ),
  ).toEqual([])
  expect(await warned('  - { name: a, reach: 9, to: alerts, stop: true }', all)).toEqual([])
})

test('a channel that a route names belongs to one team', async () => {
  const { problems } = await settingsOf({
    'teams/acme/team.yaml': routes('  - { name: a, to: "#press" }', all),
    'teams/best/team.yaml': acmeWith({
      8: '  alerts: "#press"',
      9: '  watch: "#best-watch"',
      10: '  community: "#best"',
    }),
  })
  expect(problems.map(({ file, key, values }) => [file, key, values.given, values.team])).toEqual([
    ['teams/best/team.yaml', 'settings.channel-shared', 'slack:#press', 'acme'],
  ])
})
