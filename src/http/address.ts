import { refused } from './failure.ts'

/** A web address, read as a link on `base` where that is given. Throws Unavailable (`refused`) where it is none. */
export function addressOf(written: string, base?: URL): URL {
  const url = URL.parse(written, base?.href)
  if (!url)
    throw refused(`“${written.slice(0, 100)}” is no web address`, 'door.no-address', {
      given: written.slice(0, 100),
    })
  return url
}

/** The address without user name and password, for whoever sees it next. */
export function shown(url: URL): string {
  if (!url.username && !url.password) return url.href
  const copy = new URL(url)
  copy.username = copy.password = ''
  return copy.href
}

/** The header that user name and password of an address stand for. */
export function credentialsOf({ username, password }: URL): Record<string, string> {
  if (!username && !password) return {}
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}

/** Headers as a stranger may see them. */
export const withoutSecrets = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !/^(?:authorization|proxy-authorization|cookie|.*(?:token|key|secret).*)$/iu.test(name),
    ),
  )

/** A host as it is looked up: without the brackets of an IPv6 address. */
export const bareHost = (hostname: string) => hostname.replace(/^\[|\]$/gu, '')
