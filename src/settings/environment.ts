import { Oops } from '../model/oops.ts'
import { readAddress } from './address.ts'
import { choose } from './choice.ts'
import { readDrand, usualDrand } from './drand.ts'
import { environmentChecks } from './environment-checks.ts'
import { readSender, readSmtp, type SharedMail } from './mail.ts'
import { attempt, nowhere, type Problem, problem, shown } from './problem.ts'
import { readReachable } from './reachable.ts'
import type { SlackTokens, Variables } from './secrets.ts'
import type { Variable } from './variables.ts'

/** What stands in the environment or in `.env` (`.env.example` explains each variable). */
export type Environment = {
  /** Folders. */
  config: string
  data: string
  /** The local workspace's, on the loopback address; 0 takes a free one. */
  port: number
  logLevel: LogLevel
  /** Addresses, ranges (CIDR) and host names within that the outgoing door may reach all the same. */
  allowPrivate: string[]
  /** Signs and hides what must not be guessed; null: Vigie makes one of its own. */
  secret: string | null
  /** PostgreSQL; null: SQLite in the data folder. */
  databaseUrl: string | null
  /** The door for webhooks and proof pages; null: closed. */
  publicDoor: { port: number; url: string } | null
  /** Relays of the chain of public random values that draws use; empty: switched off. */
  drand: string[]
  /** What may write drafts, behind an address that speaks as OpenAI's does; null: nothing. */
  model: { url: string; name: string; key: string | null } | null
  /** The mail server of all teams, and from whom their mail comes where they do not say. */
  mail: SharedMail
  slack: { tokens: SlackTokens | null; apiUrl: string | null }
  discord: { token: string | null; apiUrl: string | null }
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** Reads the environment: defaults where a variable is absent, empty or wrong, and everything that is wrong. */
export function readEnvironment(env: Variables): { environment: Environment; problems: Problem[] } {
  const problems: Problem[] = []
  const blame = (setting: string, oops: Oops) =>
    problems.push(problem(place, nowhere, oops.key, { setting, ...oops.values }))
  const plain = (name: Variable) => env[name]?.trim() || null
  function take<T, Otherwise>(name: Variable, make: (text: string) => T, otherwise: Otherwise) {
    const text = plain(name)
    const made = text === null ? null : attempt(() => make(text))
    if (made && 'oops' in made) blame(name, made.oops)
    return made && 'value' in made ? made.value : otherwise
  }
  const environment: Environment = {
    config: plain('VIGIE_CONFIG') ?? 'config',
    data: plain('VIGIE_DATA') ?? 'data',
    port: take('PORT', readPort, 3000),
    logLevel: take('LOG_LEVEL', (text) => choose(text, logLevels), 'info'),
    allowPrivate: take('VIGIE_ALLOW_PRIVATE', readReachable, []),
    secret: take('VIGIE_SECRET', readLongSecret, null),
    databaseUrl: take('DATABASE_URL', readDatabase, null),
    publicDoor: null,
    drand: take('VIGIE_DRAND', readDrand, usualDrand),
    model: null,
    mail: { server: take('SMTP_URL', readSmtp, null), from: take('SMTP_FROM', readSender, null) },
    slack: { tokens: null, apiUrl: take('SLACK_API_URL', readAddress, null) },
    discord: { token: plain('DISCORD_TOKEN'), apiUrl: take('DISCORD_API_URL', readAddress, null) },
  }
  const [publicPort, publicUrl] = [
    take('VIGIE_PUBLIC_PORT', readPort, null),
    take('VIGIE_PUBLIC_URL', readAddress, null),
  ]
  const [modelUrl, model] = [take('VIGIE_MODEL_URL', readAddress, null), plain('VIGIE_MODEL')]
  const [token, appToken, signingSecret] = [
    plain('SLACK_BOT_TOKEN'),
    plain('SLACK_APP_TOKEN'),
    plain('SLACK_SIGNING_SECRET'),
  ]
  if (publicPort !== null && publicUrl !== null) environment.publicDoor = { port: publicPort, url: publicUrl }
  if (modelUrl !== null && model !== null)
    environment.model = { url: modelUrl, name: model, key: plain('VIGIE_MODEL_KEY') }
  if (token && (appToken || signingSecret)) environment.slack.tokens = { token, appToken, signingSecret }
  for (const [name, oops] of environmentChecks(env, plain)) blame(name, oops)
  return { environment, problems }
}

function readPort(text: string): number {
  if (/^\d{1,5}$/u.test(text) && Number(text) <= 65535) return Number(text)
  throw new Oops('settings.env-port', { given: shown(text) })
}

function readLongSecret(text: string): string {
  if (text.length >= leastSecret) return text
  throw new Oops('settings.env-secret-short', { least: leastSecret })
}

function readDatabase(text: string): string {
  if (/^postgres(?:ql)?:$/u.test(URL.canParse(text) ? new URL(text).protocol : '')) return text
  // The rest of the address may hold a password.
  throw new Oops('settings.env-database', { given: shown(/^[a-z][a-z\d+.-]*:/iu.exec(text)?.[0] ?? '…') })
}

/** Letters: as many as hold 128 bits when written in hex. */
const leastSecret = 32

/** Where people look for these, whether or not they came from the file. */
const place = '.env'
