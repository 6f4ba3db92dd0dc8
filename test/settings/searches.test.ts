import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { placeKinds, readSearch } from '../../src/model/search.ts'
import { knownSecrets } from '../../src/settings/known-secrets.ts'
import { acmeWith, teamOf } from './world.ts'

const env = {
  ACME_BLUESKY: 'abcd-efgh-ijkl-mnop',
  ACME_REDDIT: 'reddit-feed-token',
  ACME_MASTODON: 'mastodon-token-1',
  ACME_GOOGLE: 'refresh-token-1',
}

/** Line 28 is the first search. */
const withSearches = (...lines: string[]) =>
  teamOf(`${acmeWith()}searches:\n${lines.map((line) => `  - ${line}`).join('\n')}\n`, env)

const heard = async (...lines: string[]) => {
  const { teams, problems, warnings } = await withSearches(...lines)
  expect(problems).toEqual([])
  const sources = teams[0]!.sources
    .slice(2)
    .map((one) => ({ name: one.name, url: 'url' in one ? one.url : '' }))
  return { sources, team: teams[0]!, warnings }
}

test('a search of a place looks for each topic, and is a source with its line', async () => {
  const { sources, team } = await heard(
    '{ place: hackernews }',
    '{ place: reddit, topics: Acme, in: [france, lyon], every: 20 min }',
  )
  expect(sources).toEqual([
    { name: 'Hacker News · Acme', url: 'search:hackernews?q=Acme' },
    { name: 'Hacker News · Rival', url: 'search:hackernews?q=Rival' },
    { name: 'Hacker News · Rival 2', url: 'search:hackernews?q=%22the+rival%22' },
    { name: 'Reddit · Acme', url: 'search:reddit?in=france%2Blyon&q=Acme' },
  ])
  expect(team.sources.at(-1)).toMatchObject({
    at: { file: 'teams/acme/team.yaml', line: 29 },
    every: 1_200_000,
  })
  expect(team.searchAccounts).toBeUndefined()
})

test('what a place asks for is taken from the environment, and stands in no address', async () => {
  const { sources, team } = await heard(
    '{ place: bluesky, handle: "@acme.example", password: env:ACME_BLUESKY, topics: Acme }',
    '{ place: bluesky, handle: acme.example, password: env:ACME_BLUESKY, topics: Rival, perMonth: 5000 }',
    '{ place: reddit, handle: mia, token: env:ACME_REDDIT, topics: Acme }',
    '{ place: mastodon, server: "https://mamot.fr/", token: env:ACME_MASTODON, topics: Acme }',
    '{ place: google-business, name: Acme Lyon, account: "11", location: "22", token: env:ACME_GOOGLE, about: acme }',
  )
  const all = JSON.stringify(sources)
  for (const secret of Object.values(env)) expect(all).not.toContain(secret)
  expect(knownSecrets({ teams: [team], tokens: {} }, {})).toEqual(expect.arrayContaining(Object.values(env)))
  // Who gave the same password asks with the same account.
  const accounts = sources.map(({ url }) => readSearch(url)!.account)
  expect(accounts[0]).toBe(accounts[1])
  expect(new Set(accounts).size).toBe(4)
  expect(accounts.every((one) => team.searchAccounts!.some(({ key }) => key === one))).toBe(true)
  expect(sources.at(-1)).toEqual({
    name: 'Acme Lyon',
    url: expect.stringMatching(
      /^search:google-business\?about=Acme&account=\w+&label=Acme\+Lyon&location=22&owner=11$/,
    ),
  })
  // With a token Mastodon is searched, and its tags besides.
  expect(
    sources
      .filter(({ url }) => url.startsWith('search:mastodon'))
      .map(({ url }) => Object.keys(readSearch(url)!.params)[0]),
  ).toEqual(['q', 'tags'])
})

test('what is read as it is needs no topic', async () => {
  const { sources } = await heard(
    '{ place: youtube, channel: UCBR8-60-B28hp2BmDPdntcQ, about: Acme }',
    '{ place: google-alerts, feed: "https://www.google.com/alerts/feeds/123/456" }',
    '{ place: discourse, server: https://forum.acme.example, about: Acme }',
    '{ place: discourse, server: https://forum.acme.example, topics: Acme }',
    '{ place: gdelt, lang: fr, at: "http://127.0.0.1:8080", topics: Acme }',
  )
  expect(sources.map(({ url }) => url)).toEqual([
    'search:youtube?about=Acme&channel=UCBR8-60-B28hp2BmDPdntcQ',
    'search:google-alerts?feed=123%2F456',
    'search:discourse?about=Acme&at=https%3A%2F%2Fforum.acme.example',
    'search:discourse?at=https%3A%2F%2Fforum.acme.example&q=Acme',
    'search:gdelt?at=http%3A%2F%2F127.0.0.1%3A8080&lang=fr&q=Acme',
  ])
})

test('what a place cannot look for is said, and works all the same', async () => {
  const yaml = acmeWith({ 21: "    query: 'Acme OR acm*'" })
  const { problems, warnings, teams } = await teamOf(
    `${yaml}searches:\n  - { place: hackernews, topics: Acme }\n`,
    env,
  )
  expect(problems).toEqual([])
  expect(teams[0]!.sources).toHaveLength(3)
  expect(warnings).toMatchObject([{ line: 28, key: 'settings.search-lost', values: { lost: 'acm*' } }])
})

type Row = [mistake: string, line: string, key: string, values?: Record<string, unknown>]

test.each<Row>([
  ['a place that is none', '{ place: hackernew }', 'settings.choice-near'],
  ['a place without its server', '{ place: lemmy }', 'settings.search-needs', { setting: 'server' }],
  [
    'a place without its password',
    '{ place: bluesky, handle: a.example }',
    'settings.search-needs',
    { setting: 'password' },
  ],
  [
    'half of what Reddit wants',
    '{ place: reddit, token: env:ACME_REDDIT }',
    'settings.search-needs',
    { setting: 'handle' },
  ],
  ['neither channel nor playlist', '{ place: youtube }', 'settings.search-needs', { setting: 'channel' }],
  [
    'something that is for other places',
    '{ place: hackernews, server: https://a.example }',
    'settings.search-useless',
  ],
  [
    'a limit for an account that is not there',
    '{ place: gdelt, perMonth: 1000 }',
    'settings.search-useless',
    { setting: 'perMonth' },
  ],
  [
    'a topic that is none',
    '{ place: hackernews, topics: [Acme, Nimbus] }',
    'settings.search-topic',
    { given: 'Nimbus' },
  ],
  [
    'a password in the file',
    '{ place: bluesky, handle: a.example, password: abcd-efgh }',
    'settings.secret-pasted',
  ],
  [
    'a password sent in clear',
    '{ place: mastodon, server: http://mamot.fr, token: env:ACME_MASTODON }',
    'settings.identity-plain',
  ],
  ['a channel that is none', '{ place: youtube, channel: acme }', 'settings.search-word'],
  [
    'an alert that is none',
    '{ place: google-alerts, feed: https://www.google.com/alerts }',
    'settings.search-word',
  ],
])('%s is told with its line', async (_, line, key, values = {}) => {
  const { problems, teams } = await withSearches(line)
  expect(teams).toEqual([])
  expect(problems[0]).toMatchObject({ line: 28, key, values })
})

test('a topic of which a place can be asked for nothing, and one that is too much, are told with the cure', async () => {
  const yaml = acmeWith({ 21: "    query: 'acm*'" })
  const { problems } = await teamOf(`${yaml}searches:\n  - { place: hackernews, topics: Acme }\n`, env)
  expect(problems).toMatchObject([
    { line: 28, key: 'search.nothing', values: { topic: 'Acme', lost: 'acm*' } },
  ])
  const many = Array.from({ length: 20 }, (_, at) => `mot${at}`).join(' OR ')
  const wide = acmeWith({ 21: `    query: '${many}'` })
  expect(
    (await teamOf(`${wide}searches:\n  - { place: lemmy, server: "https://jlai.lu", topics: Acme }\n`, env))
      .problems,
  ).toMatchObject([{ line: 28, key: 'search.many', values: { count: 20 } }])
})

test.each(['docs/searches.md', 'docs/searches.fr.md'])(
  'the example of %s works as it stands',
  async (file) => {
    const page = await readFile(file, 'utf8')
    const [, example] = /```yaml\n(searches:[\s\S]*?)```/u.exec(page)!
    const variables = { ...env, ACME_GOOGLE_CLIENT: 'c', ACME_GOOGLE_SECRET: 's' }
    const { problems, warnings, teams } = await teamOf(`${acmeWith()}${example}`, variables)
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
    const places = new Set(
      teams[0]!.sources.flatMap((one) => ('url' in one ? (readSearch(one.url)?.place ?? []) : [])),
    )
    expect(places.size).toBe(9)
    // Each place has its row in the table of the page.
    for (const place of placeKinds) expect(page).toContain(`| \`${place}\` |`)
  },
)
