import { z } from 'zod'
import { networks } from '../model/network.ts'
import { Oops } from '../model/oops.ts'
import {
  type ConnectorKind,
  connectorKinds,
  type Identity,
  usualNetworks,
  visibilities,
} from '../model/publication.ts'
import type { SettingPlace } from '../model/team.ts'
import { readAddress } from './address.ts'
import { isMap, list, map } from './loose.ts'
import { readName } from './names.ts'
import { type Problem, problem, shown } from './problem.ts'
import { namesIn, repeats } from './repeats.ts'
import { oneOrMore } from './route-shape.ts'
import { readSecret, type Variables } from './secrets.ts'
import { text } from './shape.ts'
import type { Sheet } from './sheet.ts'

/** `identities:` of a team: the accounts from which its replies go out. Secrets are named, `env:NAME`. */
export const identitiesShape = (env: Variables) => {
  const secret = text((name) => readSecret(name, env)).optional()
  return z.array(
    z.strictObject({
      name: text(readName),
      kind: z.enum(connectorKinds),
      server: text(readSafeAddress).optional(),
      handle: text(readHandle).optional(),
      token: secret,
      password: secret,
      key: secret,
      secret: text((name) => readWebhookSecret(readSecret(name, env))).optional(),
      networks: oneOrMore(z.enum(networks)).optional(),
      visibility: z.enum(visibilities).optional(),
    }),
  )
}

export type IdentitySettings = z.output<ReturnType<typeof identitiesShape>>[number]

/** Of settings without a mistake. */
export function identityOf(given: IdentitySettings, at: SettingPlace): Identity {
  const { name, kind, server, handle, visibility } = given
  const [secret] = needs[kind].filter((one) => isSecret(one))
  return {
    ...{ name, kind, at },
    server: (server ?? blueskyServer).replace(/\/+$/, ''),
    handle: handle ?? null,
    networks: given.networks ?? (kind === 'webhook' ? [] : usualNetworks[kind]),
    secrets: { [secret!]: given[secret as SecretName]! },
    ...(visibility ? { visibility } : {}),
  }
}

const secretNames = ['token', 'password', 'key', 'secret'] as const
type SecretName = (typeof secretNames)[number]
type Setting = Exclude<keyof IdentitySettings, 'name' | 'kind'>
const isSecret = (one: Setting): one is SecretName => (secretNames as readonly string[]).includes(one)

const needs: Record<ConnectorKind, Setting[]> = {
  mastodon: ['server', 'token'],
  bluesky: ['handle', 'password'],
  discourse: ['server', 'handle', 'key'],
  webhook: ['server', 'secret', 'networks'],
}
const mayHave: Record<ConnectorKind, Setting[]> = {
  mastodon: ['networks', 'visibility'],
  bluesky: ['server', 'networks'],
  discourse: [],
  webhook: [],
}

/** What no single value shows: names twice, what a kind needs and lacks, what it has no use for. */
export function identitiesCheck(sheet: Sheet): Problem[] {
  const { identities } = map(sheet.value)
  return [
    ...repeats(sheet, namesIn(sheet, 'identities')),
    ...list(identities).flatMap((given, at): Problem[] => {
      const kind = connectorKinds.find((one) => one === map(given).kind)
      if (!kind || !isMap(given)) return []
      const path = ['identities', at]
      const known = new Set<string>(['name', 'kind', ...needs[kind], ...mayHave[kind]])
      const missing = needs[kind].filter((one) => !(one in given))
      const useless = Object.keys(given).filter((one) => !known.has(one) && settings.has(one))
      return [
        ...missing.map((setting) =>
          problem(sheet.file, sheet.place([...path, 'kind']), 'settings.identity-needs', {
            kind,
            setting,
            example: examples[setting],
          }),
        ),
        ...useless.map((setting) =>
          problem(sheet.file, sheet.place([...path, setting], 'key'), 'settings.identity-useless', {
            kind,
            setting,
            known: [...needs[kind], ...mayHave[kind]].join(', '),
          }),
        ),
      ]
    }),
  ]
}

const settings = new Set<string>(['server', 'handle', 'networks', 'visibility', ...secretNames])

const examples: Record<Setting, string> = {
  server: 'https://mamot.fr',
  handle: 'nimbus.example',
  token: 'env:ACME_MASTODON',
  password: 'env:ACME_BLUESKY',
  key: 'env:ACME_FORUM',
  secret: 'env:ACME_WEBHOOK',
  networks: '[facebook, instagram]',
  visibility: 'unlisted',
}

const blueskyServer = 'https://bsky.social'

/** Secrets travel there: over the open internet only under TLS. Throws Oops. */
export function readSafeAddress(text: string): string {
  const address = readAddress(text)
  const { protocol, hostname } = new URL(address)
  if (protocol === 'https:' || ownHouse.test(hostname)) return address
  throw new Oops('settings.identity-plain', { given: shown(address) })
}

/** Names and addresses that lead nowhere outside. */
export const ownHouse =
  /^(?:localhost|[^.]+|.*\.(?:localhost|local|internal|lan|home\.arpa)|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|\[(?:::1|f[cd][^\]]*)\])$/i

const readHandle = (text: string) => readName(text).replace(/^@/, '')

/** As Standard Webhooks writes them: 24 to 64 bytes in base64, behind `whsec_`. Throws Oops, without quoting it. */
function readWebhookSecret(secret: string): string {
  const bytes = /^whsec_([A-Za-z\d+/]+={0,2})$/.exec(secret)?.[1]
  const length = bytes ? Buffer.from(bytes, 'base64').length : 0
  if (length < 24 || length > 64) throw new Oops('settings.identity-whsec')
  return secret
}
