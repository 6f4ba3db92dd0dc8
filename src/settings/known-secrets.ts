import { isSearch } from '../model/search.ts'
import type { Variables } from './secrets.ts'
import type { Settings } from './settings.ts'

/** Every secret that an operator gave us: in the environment, in what teams name there, in addresses. */
export function knownSecrets(
  { teams, tokens }: Pick<Settings, 'teams' | 'tokens'>,
  env: Variables,
): string[] {
  const feeds = teams.flatMap(({ sources }) =>
    // What a search looks for is no secret; what it asks with is.
    sources.flatMap((one) => (one.kind === 'feed' && !isSearch(one.url) ? [one.url] : [])),
  )
  const identities = teams.flatMap(({ identities = [] }) => identities)
  return [
    ...secretsIn(env),
    ...textsIn(tokens),
    ...identities.flatMap(({ secrets }) => textsIn(secrets)),
    ...teams.flatMap(({ searchAccounts = [] }) => searchAccounts.flatMap(({ secrets }) => textsIn(secrets))),
    ...teams.flatMap(({ webhooks = [] }) =>
      webhooks.flatMap(({ secrets, verify }) => textsIn([secrets, verify])),
    ),
    ...teams.flatMap(({ accounts = [] }) => accounts.flatMap(({ secret }) => textsIn(secret))),
    ...teams.flatMap(({ mail }) => textsIn(mail?.server.password)),
    ...[...feeds, ...identities.map(({ server }) => server)].flatMap((url) => [
      ...inAddress(url),
      ...asked(url),
    ]),
  ]
}

/** The secrets that stand in the environment: by their names, and the passwords in its addresses. */
export const secretsIn = (env: Variables): string[] =>
  Object.entries(env).flatMap(([name, value]) => {
    const text = value?.trim() ?? ''
    return [...(secretNames.test(name) && text !== '' ? [text] : []), ...inAddress(text)]
  })

const secretNames = /TOKEN|SECRET|PASSW|CREDENTIAL|(?:^|_)(?:KEY|DSN|PASS|PGPASSWORD)$|DATABASE_URL/i

/** The password of an address, as it is written and as it is meant. */
function inAddress(text: string): string[] {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text) || !URL.canParse(text)) return []
  const { password } = new URL(text)
  return password === '' ? [] : [password, meant(password)]
}

/** What a feed's address says behind its question mark, where that has the length of a key. */
const asked = (url: string) =>
  URL.canParse(url) ? [...new URL(url).searchParams.values()].filter(({ length }) => length >= 16) : []

function meant(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(textsIn)
      : []
