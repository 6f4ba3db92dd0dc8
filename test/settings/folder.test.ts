import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSettings } from '../../src/settings/settings.ts'
import { isKey } from '../../src/texts/texts.ts'
import { rounds } from '../rounds.ts'
import { acmeWith, folderOf, settingsOf, teamOf } from './world.ts'

const found = ({ problems }: Awaited<ReturnType<typeof settingsOf>>) =>
  problems.map(({ file, line, key }) => [file, line, key])

test('a folder without a team says which one to copy', async () => {
  const dir = await folderOf({})
  expect((await readSettings(dir, {})).problems).toEqual([
    {
      file: join(dir, 'teams'),
      line: 0,
      column: 0,
      key: 'settings.no-team',
      values: { folder: join(dir, 'teams') },
    },
  ])
  expect((await readSettings(join(dir, 'nowhere'), {})).problems.map(({ key }) => key)).toEqual([
    'settings.no-team',
  ])
})

test('a team without settings, beside its folder or in a folder of an odd name is told where it belongs', async () => {
  const settings = await settingsOf({
    'teams/.git/config': '',
    'teams/acme.yaml': acmeWith(),
    'teams/empty/notes.txt': 'soon',
    'teams/Our Team/team.yaml': acmeWith(),
  })
  expect(found(settings)).toEqual([
    ['teams/acme.yaml', 0, 'settings.team-loose'],
    ['teams/Our Team/team.yaml', 0, 'settings.team-name'],
    ['teams/empty/team.yaml', 0, 'settings.file-missing'],
  ])
  expect(settings.teams).toEqual([])
})

test('a file that is empty, a folder, too big or not UTF-8 is told so', async () => {
  const settings = await settingsOf({
    'teams/a/team.yaml': '# soon\n',
    'teams/b/team.yaml/notes.txt': '',
    'teams/c/team.yaml': 'a'.repeat(300_001),
    'teams/d/team.yaml': Buffer.from('title: Acme\nlocale: fr\nchat: \xe9t\xe9\n', 'latin1'),
  })
  expect(found(settings)).toEqual([
    ['teams/a/team.yaml', 1, 'settings.file-empty'],
    ['teams/b/team.yaml', 0, 'settings.file-unreadable'],
    ['teams/c/team.yaml', 0, 'settings.file-too-big'],
    ['teams/d/team.yaml', 3, 'settings.not-utf8'],
  ])
})

test('a mistake in one team leaves the others whole', async () => {
  const settings = await settingsOf({
    'teams/acme/team.yaml': acmeWith(),
    'teams/broken/team.yaml': acmeWith({ 1: 'title: 3' }),
  })
  expect(found(settings)).toEqual([['teams/broken/team.yaml', 1, 'settings.type-text']])
  expect(settings.teams.map(({ name }) => name)).toEqual(['acme'])
})

test('a team takes from the defaults what it does not say itself', async () => {
  const defaults =
    'chat: discord\nlocale: fr\nquiet: { from: "21:00", to: "08:00" }\nkeep: { texts: 10, unmatched: 3 }\n'
  const own = acmeWith({ 2: null, 3: null, 4: null, 5: null })
  const { teams, problems } = await settingsOf({
    'defaults/team.yaml': defaults,
    'teams/acme/team.yaml': own,
  })
  expect(problems).toEqual([])
  expect(teams[0]).toMatchObject({
    name: 'acme',
    title: 'Acme',
    sample: false,
    locale: 'fr',
    timeZone: 'UTC',
    quietHours: { from: '21:00', to: '08:00' },
    keep: { texts: 30, counts: 395, unmatched: 3 },
    channels: {
      alerts: { chat: 'discord', channel: 'brand' },
      community: { chat: 'discord', channel: 'fans' },
    },
  })
  const loud = await settingsOf({
    'defaults/team.yaml': defaults,
    'teams/acme/team.yaml': acmeWith({ 5: 'quiet: none' }),
  })
  expect(loud.teams[0]!.quietHours).toBeNull()
})

test('a mistake in the defaults is told at its line, and a file of comments alone is none', async () => {
  const wrong = { 'defaults/team.yaml': 'locale: fr\ntopics: []\n', 'teams/acme/team.yaml': acmeWith() }
  expect(found(await settingsOf(wrong))).toEqual([['defaults/team.yaml', 2, 'settings.key-unknown']])
  expect(found(await settingsOf({ ...wrong, 'defaults/team.yaml': '# nothing yet\n' }))).toEqual([])
})

test('people, topics and sources know where they stand', async () => {
  const { teams, tokens } = await teamOf(acmeWith({ 3: 'discord: { token: env:ACME_DISCORD }' }), {
    ACME_DISCORD: 'abc',
  })
  const [acme] = teams
  expect(acme!.people).toEqual([
    {
      id: 'mia',
      name: 'Mia',
      role: 'admin',
      locale: 'fr',
      accounts: [
        { chat: 'slack', workspace: 'T1', user: 'U1' },
        { chat: 'local', workspace: 'local', user: 'mia' },
      ],
    },
    {
      id: 'noor',
      name: 'Noor',
      role: 'member',
      locale: 'en',
      accounts: [{ chat: 'slack', workspace: 'T1', user: 'U2' }],
    },
  ])
  expect(acme!.topics).toEqual([
    {
      name: 'Acme',
      kind: 'brand',
      query: { phrase: ['acme'] },
      text: 'Acme',
      at: { file: 'teams/acme/team.yaml', line: 19 },
    },
    {
      name: 'Rival',
      kind: 'competitor',
      query: { any: [{ phrase: ['rival'] }, { phrase: ['the', 'rival'] }] },
      text: 'Rival\n"the rival"',
      at: { file: 'teams/acme/team.yaml', line: 22 },
    },
  ])
  expect(acme!.sources[0]).toEqual({
    name: 'News',
    kind: 'feed',
    url: 'https://news.example/rss',
    at: { file: 'teams/acme/team.yaml', line: 24 },
  })
  expect(tokens).toEqual({ acme: { slack: null, discord: { token: 'abc' } } })
})

test('a few repeated parts are welcome, a bomb of them is refused', async () => {
  const shared = acmeWith({
    16: '    accounts: &hers ["local:mia"]',
    17: '  noor: { name: Noor, accounts: *hers }',
  })
  expect(found(await teamOf(shared))).toEqual([['teams/acme/team.yaml', 17, 'settings.twice']])
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefgh'].map((line, at) =>
    at === 0 ? line : `${line}: &${line} [${Array(9).fill(`*${'abcdefgh'[at - 1]}`)}]`,
  )
  expect(found(await teamOf(bomb.join('\n')))).toEqual([['teams/acme/team.yaml', 8, 'settings.aliases']])
})

test('whatever stands in a team’s settings, they give a team or problems, and never an error', async () => {
  const dir = await folderOf({})
  await mkdir(join(dir, 'teams/acme'), { recursive: true })
  const pieces = fc.constantFrom(
    ...'\n|\n  |: |- |[|]|{|}|"|\'|#|&a |*a|>-\n|\\|\t|!x |? |,|title|people|topics|query|__proto__|null|env:X|.nan|.inf|%YAML 1.1\n---\n|!!binary |!!set |<<: |2001-01-01|:'.split(
      '|',
    ),
  )
  const yaml = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 }))).map((all) => all.join('')),
    fc
      .tuple(fc.integer({ min: 1, max: 26 }), fc.array(pieces))
      .map(([at, all]) => acmeWith({ [at]: all.join('') })),
  )
  await fc.assert(
    fc.asyncProperty(yaml, async (text) => {
      await writeFile(join(dir, 'teams/acme/team.yaml'), text)
      const { teams, problems } = await readSettings(dir, {})
      expect(teams.length === 1).toBe(problems.length === 0)
      const lines = text.split(/\r\n|[\r\n]/u).length
      for (const { line, column, key } of problems) {
        expect(isKey(key)).toBe(true)
        expect(line).toBeLessThanOrEqual(lines)
        expect(Math.min(line, column)).toBeGreaterThanOrEqual(1)
      }
    }),
    { numRuns: rounds(120, 400) },
  )
}, 30_000)
