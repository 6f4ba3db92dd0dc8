import { z } from 'zod'
import { type BrandAccount, type PlatformKind, platformKinds } from '../model/brand-account.ts'
import { Oops } from '../model/oops.ts'
import type { SettingPlace } from '../model/team.ts'
import { readSafeAddress } from './identities.ts'
import { isMap, list, map } from './loose.ts'
import { readName } from './names.ts'
import { type Problem, problem, shown } from './problem.ts'
import { namesIn, repeats } from './repeats.ts'
import { readSecret, type Variables } from './secrets.ts'
import { text } from './shape.ts'
import type { Sheet } from './sheet.ts'

/** `accounts:` of a team: its accounts on platforms, which are counted once a day. Secrets are named, `env:NAME`. */
export const accountsShape = (env: Variables) => {
  const secret = text((name) => readSecret(name, env)).optional()
  const address = text(readSafeAddress).optional()
  return z.array(
    z.strictObject({
      name: text(readName),
      kind: z.enum(platformKinds),
      server: address,
      /** Another address than the platform's own: a proxy, or a stand-in. */
      at: address,
      handle: text((name) => readName(name).replace(/^@/, '')).optional(),
      channel: text(readYoutubeChannel).optional(),
      page: text(readNumber).optional(),
      instagram: text(readNumber).optional(),
      repository: text(readRepository).optional(),
      token: secret,
      key: secret,
    }),
  )
}

export type AccountSettings = z.output<ReturnType<typeof accountsShape>>[number]

/** Of settings without a mistake. */
export function accountOf(given: AccountSettings, at: SettingPlace): BrandAccount {
  const { name, kind, token, key, page, instagram } = given
  return {
    ...{ name, kind, at },
    server: (given.at ?? given.server ?? usualServers[kind] ?? '').replace(/\/+$/, ''),
    who: given.handle ?? given.channel ?? instagram ?? page ?? given.repository ?? null,
    ...(kind === 'meta' ? { network: instagram ? 'instagram' : 'facebook' } : {}),
    secret: token ?? key ?? null,
  }
}

type Setting = Exclude<keyof AccountSettings, 'name' | 'kind'>

/** Each of these; of those in one list, one. */
const needs: Record<PlatformKind, Setting[][]> = {
  mastodon: [['server'], ['handle']],
  bluesky: [['handle']],
  youtube: [['channel'], ['key']],
  discourse: [['server']],
  meta: [['page', 'instagram'], ['token']],
  github: [['repository']],
}
const mayHave: Record<PlatformKind, Setting[]> = {
  mastodon: ['token', 'at'],
  bluesky: ['server', 'at'],
  youtube: ['at'],
  discourse: ['key', 'at'],
  meta: ['at'],
  github: ['token', 'at'],
}

const usualServers: Partial<Record<PlatformKind, string>> = {
  bluesky: 'https://public.api.bsky.app',
  youtube: 'https://www.googleapis.com',
  meta: 'https://graph.facebook.com/v23.0',
  github: 'https://api.github.com',
}

const examples: Record<Setting, string> = {
  server: 'https://mamot.fr',
  at: 'http://localhost:8080',
  handle: 'nimbus',
  channel: 'UC0123456789abcdefghijkl',
  page: '"123456789012345"',
  instagram: '"17841400000000000"',
  repository: 'nimbus/lamp',
  token: 'env:ACME_TOKEN',
  key: 'env:ACME_KEY',
}
const settings = new Set<string>(Object.keys(examples))

/** What no single value shows: names twice, what a kind needs and lacks, what it has no use for. */
export function accountsCheck(sheet: Sheet): Problem[] {
  const { accounts } = map(sheet.value)
  return [
    ...repeats(sheet, namesIn(sheet, 'accounts')),
    ...list(accounts).flatMap((given, at): Problem[] => {
      const kind = platformKinds.find((one) => one === map(given).kind)
      if (!kind || !isMap(given)) return []
      const path = ['accounts', at]
      const known = [...needs[kind].flat(), ...mayHave[kind]]
      const missing = needs[kind].filter((any) => !any.some((one) => one in given))
      const useless = Object.keys(given).filter(
        (one) => settings.has(one) && !(known as string[]).includes(one),
      )
      return [
        ...missing.map(([setting]) =>
          problem(sheet.file, sheet.place([...path, 'kind']), 'settings.account-needs', {
            kind,
            setting: setting!,
            example: examples[setting!],
          }),
        ),
        ...useless.map((setting) =>
          problem(sheet.file, sheet.place([...path, setting], 'key'), 'settings.account-useless', {
            kind,
            setting,
            known: known.join(', '),
          }),
        ),
      ]
    }),
  ]
}

/** `UC…`, or a handle with its @. Throws Oops. */
function readYoutubeChannel(text: string): string {
  const given = text.trim().replace(/^https:\/\/(?:www\.)?youtube\.com\/(?:channel\/)?/i, '')
  if (/^UC[\w-]{22}$/.test(given) || /^@[\p{L}\p{N}._-]{3,}$/u.test(given)) return given
  throw new Oops('settings.account-channel', { given: shown(text) })
}

function readNumber(text: string): string {
  if (/^\d{5,25}$/.test(text.trim())) return text.trim()
  throw new Oops('settings.account-number', { given: shown(text) })
}

function readRepository(text: string): string {
  const given = text.trim().replace(/^https:\/\/github\.com\/|\/$|\.git$/gi, '')
  if (/^[\w.-]+\/[\w.-]+$/.test(given)) return given
  throw new Oops('settings.account-repository', { given: shown(text) })
}
