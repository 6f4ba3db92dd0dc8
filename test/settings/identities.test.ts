import { expect, test } from 'vitest'
import { knownSecrets } from '../../src/settings/known-secrets.ts'
import { acmeWith, teamOf } from './world.ts'

const env = {
  ACME_MASTODON: 'token-of-mastodon',
  ACME_BLUESKY: 'abcd-efgh-ijkl-mnop',
  ACME_FORUM: 'key-of-the-forum',
  ACME_CRM: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  ACME_SHORT: 'whsec_c2hvcnQ=',
}

/** Line 27 is where the identities begin. */
const withIdentities = (...lines: string[]) =>
  teamOf(`${acmeWith()}identities:\n${lines.map((line) => `  - ${line}`).join('\n')}\n`, env)

test('an identity of each kind says who speaks where, with secrets from the environment', async () => {
  const { teams, problems } = await withIdentities(
    '{ name: Acme on Mastodon, kind: mastodon, server: "https://mamot.fr/", token: env:ACME_MASTODON, visibility: unlisted }',
    '{ name: Acme on Bluesky, kind: bluesky, handle: "@acme.example", password: env:ACME_BLUESKY }',
    '{ name: Forum, kind: discourse, server: https://acme.example/forum, handle: mia, key: env:ACME_FORUM }',
    '{ name: CRM, kind: webhook, server: https://crm.acme.example/vigie, secret: env:ACME_CRM, networks: [facebook, instagram] }',
  )
  expect(problems).toEqual([])
  const file = 'teams/acme/team.yaml'
  expect(teams[0]!.identities).toEqual([
    {
      ...{ name: 'Acme on Mastodon', kind: 'mastodon', server: 'https://mamot.fr', handle: null },
      ...{ networks: ['mastodon'], secrets: { token: 'token-of-mastodon' }, visibility: 'unlisted' },
      at: { file, line: 28 },
    },
    {
      ...{ name: 'Acme on Bluesky', kind: 'bluesky', server: 'https://bsky.social', handle: 'acme.example' },
      ...{ networks: ['bluesky'], secrets: { password: 'abcd-efgh-ijkl-mnop' } },
      at: { file, line: 29 },
    },
    {
      ...{ name: 'Forum', kind: 'discourse', server: 'https://acme.example/forum', handle: 'mia' },
      ...{ networks: ['forum'], secrets: { key: 'key-of-the-forum' } },
      at: { file, line: 30 },
    },
    {
      ...{ name: 'CRM', kind: 'webhook', server: 'https://crm.acme.example/vigie', handle: null },
      ...{ networks: ['facebook', 'instagram'], secrets: { secret: env.ACME_CRM } },
      at: { file, line: 31 },
    },
  ])
  // None of them gets into a log.
  expect(knownSecrets({ teams, tokens: {} }, {})).toEqual(
    expect.arrayContaining(Object.values(env).slice(0, 4)),
  )
})

test('a team without identities has none', async () => {
  expect((await teamOf(acmeWith(), env)).teams[0]!.identities).toEqual([])
})

type Row = [mistake: string, line: string, key: string, values?: Record<string, string>]

test.each<Row>([
  [
    'no token',
    '{ name: A, kind: mastodon, server: https://mamot.fr }',
    'identity-needs',
    { kind: 'mastodon', setting: 'token' },
  ],
  [
    'no handle',
    '{ name: A, kind: bluesky, password: env:ACME_BLUESKY }',
    'identity-needs',
    { setting: 'handle' },
  ],
  [
    'no server',
    '{ name: A, kind: discourse, handle: mia, key: env:ACME_FORUM }',
    'identity-needs',
    { setting: 'server' },
  ],
  [
    'a webhook for nothing',
    '{ name: A, kind: webhook, server: https://a.example, secret: env:ACME_CRM }',
    'identity-needs',
    { setting: 'networks' },
  ],
  [
    'another network’s secret',
    '{ name: A, kind: mastodon, server: https://mamot.fr, token: env:ACME_MASTODON, password: env:ACME_BLUESKY }',
    'identity-useless',
    { setting: 'password' },
  ],
  [
    'a forum for networks',
    '{ name: A, kind: discourse, server: https://a.example, handle: mia, key: env:ACME_FORUM, networks: forum }',
    'identity-useless',
    { setting: 'networks' },
  ],
  [
    'a secret in the file',
    '{ name: A, kind: mastodon, server: https://mamot.fr, token: abc123 }',
    'secret-pasted',
  ],
  [
    'a variable that is not set',
    '{ name: A, kind: mastodon, server: https://mamot.fr, token: env:ACME_NOWHERE }',
    'secret-missing',
    { name: 'ACME_NOWHERE' },
  ],
  [
    'a network nobody knows',
    '{ name: A, kind: mastadon, server: https://mamot.fr, token: env:ACME_MASTODON }',
    'choice-near',
    { near: 'mastodon' },
  ],
  [
    'a slip in a key',
    '{ name: A, kind: mastodon, sever: https://mamot.fr, token: env:ACME_MASTODON }',
    'key-unknown-near',
    { near: 'server' },
  ],
  [
    'a server without https',
    '{ name: A, kind: mastodon, server: http://mamot.fr, token: env:ACME_MASTODON }',
    'identity-plain',
  ],
  [
    'a server that is none',
    '{ name: A, kind: mastodon, server: mamot.fr, token: env:ACME_MASTODON }',
    'address-near',
  ],
  [
    'a password in the address',
    '{ name: A, kind: webhook, server: "https://mia:secret@a.example", secret: env:ACME_CRM, networks: x }',
    'address-password',
  ],
  [
    'a secret of a webhook that is none',
    '{ name: A, kind: webhook, server: https://a.example, secret: env:ACME_FORUM, networks: x }',
    'identity-whsec',
  ],
  [
    'one that is too short',
    '{ name: A, kind: webhook, server: https://a.example, secret: env:ACME_SHORT, networks: x }',
    'identity-whsec',
  ],
  [
    'a visibility for few',
    '{ name: A, kind: mastodon, server: https://mamot.fr, token: env:ACME_MASTODON, visibility: private }',
    'choice',
  ],
])('%s is a mistake on its line', async (_mistake, line, key, values = {}) => {
  const { problems } = await withIdentities(
    '{ name: Other, kind: bluesky, handle: a.example, password: env:ACME_BLUESKY }',
    line,
  )
  expect(problems.map((one) => [one.key, one.line])).toContainEqual([`settings.${key}`, 29])
  const problem = problems.find((one) => one.key === `settings.${key}`)!
  expect(problem).toMatchObject({ file: 'teams/acme/team.yaml', values })
  expect(JSON.stringify(problems)).not.toContain('abc123')
})

test('a name stands only once; a server in the house needs no certificate', async () => {
  const one =
    '{ name: Forum, kind: discourse, server: "http://forum.local:8080", handle: mia, key: env:ACME_FORUM }'
  const { problems } = await withIdentities(one, one.replace('Forum,', 'forum,'))
  expect(problems).toMatchObject([{ key: 'settings.twice', line: 29 }])
  expect((await withIdentities(one)).problems).toEqual([])
})
