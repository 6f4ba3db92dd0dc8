import { expect, test } from 'vitest'
import { knownSecrets } from '../../src/settings/known-secrets.ts'
import { acmeWith, teamOf } from './world.ts'

const env = { ACME_YOUTUBE: 'key-of-youtube-0123456789', ACME_META: 'token-of-meta' }

/** Line 27 is where the accounts begin. */
const withAccounts = (...lines: string[]) =>
  teamOf(`${acmeWith()}accounts:\n${lines.map((line) => `  - ${line}`).join('\n')}\n`, env)

test('an account of each kind says who is counted where, with secrets from the environment', async () => {
  const { teams, problems } = await withAccounts(
    '{ name: Mastodon, kind: mastodon, server: "https://mamot.fr/", handle: "@acme" }',
    '{ name: Bluesky, kind: bluesky, handle: acme.example }',
    '{ name: YouTube, kind: youtube, channel: "https://www.youtube.com/channel/UC0123456789abcdefghijkl", key: env:ACME_YOUTUBE }',
    '{ name: Forum, kind: discourse, server: https://forum.acme.example }',
    '{ name: Instagram, kind: meta, instagram: "17841400000000000", token: env:ACME_META }',
    '{ name: Code, kind: github, repository: https://github.com/acme/lamp, at: "http://localhost:8080/" }',
  )
  expect(problems).toEqual([])
  expect(teams[0]!.accounts).toMatchObject([
    { kind: 'mastodon', server: 'https://mamot.fr', who: 'acme', secret: null, at: { line: 28 } },
    { kind: 'bluesky', server: 'https://public.api.bsky.app', who: 'acme.example' },
    { kind: 'youtube', who: 'UC0123456789abcdefghijkl', secret: env.ACME_YOUTUBE },
    { kind: 'discourse', server: 'https://forum.acme.example', who: null },
    { kind: 'meta', who: '17841400000000000', network: 'instagram', secret: env.ACME_META },
    { kind: 'github', who: 'acme/lamp', server: 'http://localhost:8080' },
  ])
  // None of them gets into a log.
  expect(knownSecrets({ teams, tokens: {} }, {})).toEqual(expect.arrayContaining(Object.values(env)))
})

test('what is wrong with an account is told by its line, with the cure, and no secret is quoted', async () => {
  const { problems } = await withAccounts(
    '{ name: A, kind: mastodon, handle: acme }',
    '{ name: B, kind: youtube, channel: acme, key: AIzaSyPasted }',
    '{ name: C, kind: github, repository: lamp }',
    '{ name: D, kind: meta, page: "123456789", token: env:ACME_NONE }',
    '{ name: E, kind: meta, token: env:ACME_META }',
    '{ name: F, kind: bluesky, handle: acme, page: "123456789" }',
    '{ name: f, kind: discourse, server: "http://forum.example" }',
    '{ name: G, kind: linkedin }',
  )
  expect(problems.map(({ key, line }) => `${line} ${key}`).sort()).toEqual([
    '28 settings.account-needs',
    '29 settings.account-channel',
    '29 settings.secret-pasted',
    '30 settings.account-repository',
    '31 settings.secret-missing',
    '32 settings.account-needs',
    '33 settings.account-useless',
    '34 settings.identity-plain',
    '34 settings.twice',
    '35 settings.choice',
  ])
  expect(JSON.stringify(problems)).not.toContain('AIzaSyPasted')
})
