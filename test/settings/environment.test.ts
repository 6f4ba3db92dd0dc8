import { readFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { usualDrand } from '../../src/settings/drand.ts'
import { readEnvironment } from '../../src/settings/environment.ts'
import { variables } from '../../src/settings/variables.ts'

test('without any variable everything has its default', () => {
  expect(readEnvironment({})).toEqual({
    environment: {
      config: 'config',
      data: 'data',
      port: 3000,
      logLevel: 'info',
      allowPrivate: [],
      secret: null,
      databaseUrl: null,
      publicDoor: null,
      drand: usualDrand,
      model: null,
      mail: { server: null, from: null },
      slack: { tokens: null, apiUrl: null },
      discord: { token: null, apiUrl: null },
    },
    problems: [],
  })
})

test('with every variable each finds its place', () => {
  const { environment, problems } = readEnvironment({
    SLACK_BOT_TOKEN: ' xoxb-1 ',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_SIGNING_SECRET: '',
    SLACK_API_URL: 'http://127.0.0.1:4000/api/',
    DISCORD_TOKEN: 'd',
    DISCORD_API_URL: 'http://127.0.0.1:4001/api',
    DATABASE_URL: 'postgres://vigie@db/vigie',
    VIGIE_CONFIG: '/etc/vigie',
    VIGIE_DATA: '/var/lib/vigie',
    PORT: '0',
    VIGIE_PUBLIC_PORT: '8080',
    VIGIE_PUBLIC_URL: 'https://vigie.acme.example',
    VIGIE_SECRET: 's'.repeat(32),
    LOG_LEVEL: 'debug',
    VIGIE_ALLOW_PRIVATE: '127.0.0.1, 10.0.0.0/8 fd00::/8,intranet.acme.example localhost',
    VIGIE_DRAND: 'off',
    VIGIE_MODEL_URL: 'http://127.0.0.1:11434/v1',
    VIGIE_MODEL: ' small ',
    SMTP_URL: 'smtp://127.0.0.1:2525?tls=never',
    SMTP_FROM: 'Vigie <vigie@acme.example>',
  })
  expect(problems).toEqual([])
  expect(environment).toEqual({
    config: '/etc/vigie',
    data: '/var/lib/vigie',
    port: 0,
    logLevel: 'debug',
    allowPrivate: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8', 'intranet.acme.example', 'localhost'],
    secret: 's'.repeat(32),
    databaseUrl: 'postgres://vigie@db/vigie',
    publicDoor: { port: 8080, url: 'https://vigie.acme.example' },
    drand: [],
    model: { url: 'http://127.0.0.1:11434/v1', name: 'small', key: null },
    mail: {
      server: { host: '127.0.0.1', port: 2525, tls: 'never', user: null, password: null },
      from: 'Vigie <vigie@acme.example>',
    },
    slack: {
      tokens: { token: 'xoxb-1', appToken: 'xapp-1', signingSecret: null },
      apiUrl: 'http://127.0.0.1:4000/api/',
    },
    discord: { token: 'd', apiUrl: 'http://127.0.0.1:4001/api' },
  })
})

test.each<[env: Record<string, string>, setting: string, key: string]>([
  [{ PORT: '65536' }, 'PORT', 'env-port'],
  [{ PORT: '-1' }, 'PORT', 'env-port'],
  [{ PORT: '3000 ou 4000' }, 'PORT', 'env-port'],
  [{ VIGIE_MODEL_URL: 'https://api.model.example/v1' }, 'VIGIE_MODEL', 'env-half'],
  [{ VIGIE_MODEL: 'small' }, 'VIGIE_MODEL_URL', 'env-half'],
  [{ VIGIE_MODEL_KEY: 'sk-1' }, 'VIGIE_MODEL_URL', 'env-half'],
  [{ VIGIE_MODEL_URL: 'localhost:11434', VIGIE_MODEL: 'small' }, 'VIGIE_MODEL_URL', 'address'],
  [{ LOG_LEVEL: 'verbose' }, 'LOG_LEVEL', 'choice'],
  [{ LOG_LEVEL: 'Info' }, 'LOG_LEVEL', 'choice-near'],
  [{ DATABASE_URL: 'mysql://db/vigie' }, 'DATABASE_URL', 'env-database'],
  [{ DATABASE_URL: 'vigie.db' }, 'DATABASE_URL', 'env-database'],
  [{ VIGIE_ALLOW_PRIVATE: '10.0.0.0/33' }, 'VIGIE_ALLOW_PRIVATE', 'env-private'],
  [{ VIGIE_ALLOW_PRIVATE: '10.0.0' }, 'VIGIE_ALLOW_PRIVATE', 'env-private'],
  [{ VIGIE_ALLOW_PRIVATE: 'http://intranet/' }, 'VIGIE_ALLOW_PRIVATE', 'env-private'],
  [{ VIGIE_ALLOW_PRIVATE: 'localhost:8080' }, 'VIGIE_ALLOW_PRIVATE', 'env-private'],
  [{ VIGIE_SECRET: 'hunter2' }, 'VIGIE_SECRET', 'env-secret-short'],
  [{ VIGIE_PUBLIC_PORT: '8080' }, 'VIGIE_PUBLIC_URL', 'env-half'],
  [{ VIGIE_PUBLIC_URL: 'https://vigie.example' }, 'VIGIE_PUBLIC_PORT', 'env-half'],
  [
    { VIGIE_PUBLIC_URL: 'https://vigie.example', VIGIE_PUBLIC_PORT: '3000' },
    'VIGIE_PUBLIC_PORT',
    'env-same-port',
  ],
  [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_BOT_TOKEN', 'env-slack-half'],
  [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN', 'env-half'],
  [{ SLACK_SIGNING_SECRET: 'abc' }, 'SLACK_BOT_TOKEN', 'env-half'],
  [{ SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_BOT_TOKEN', 'env-slack-swapped'],
  [{ SLACK_API_URL: 'slack.com/api' }, 'SLACK_API_URL', 'address-near'],
  [{ DISCORD_API_URL: 'here' }, 'DISCORD_API_URL', 'address'],
  [{ VIGIE_ALOW_PRIVATE: '10.0.0.0/8' }, 'VIGIE_ALOW_PRIVATE', 'env-unknown'],
])('%o is told of %s as %s', (env, setting, key) => {
  const { problems } = readEnvironment(env)
  expect(
    problems.map(({ file, line, key, values }) => ({ file, line, key, setting: values.setting })),
  ).toEqual([{ file: '.env', line: 0, key: `settings.${key}`, setting }])
})

test('variables of others are none of our business', () => {
  expect(readEnvironment({ PATH: '/bin', VIGIE_HOME: '/srv', SLACK_TEAM: 'x' }).problems).toEqual([])
})

test('.env.example explains every variable, sets none, and its examples hold', async () => {
  const example = await readFile(new URL('../../.env.example', import.meta.url), 'utf8')
  expect(parseEnv(example)).toEqual({})
  const shown = parseEnv(example.replace(/^# (?=[A-Z_]+=)/gmu, ''))
  expect(Object.keys(shown).sort()).toEqual([...variables].sort())
  expect(readEnvironment(shown).problems).toEqual([])
})
