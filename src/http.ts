import { lookup as lookUpAll } from 'node:dns/promises'
import { addressOf, credentialsOf, shown, withoutSecrets } from './http/address.ts'
import { bodiless, bodyOf, nothingOf } from './http/body.ts'
import { guardedConnector } from './http/dial.ts'
import { unavailable } from './http/failure.ts'
import { newGuard } from './http/guard.ts'
import { newLines } from './http/lines.ts'
import { Unavailable } from './model/oops.ts'

/** What came back. `url` is where it came from in the end, `moved` the permanent redirects on the way, in order. */
export type Answer = {
  status: number
  /** By name in small letters; what came several times is joined by commas. */
  headers: Record<string, string>
  body: Uint8Array
  url: string
  moved: string[]
}

/**
 * `timeout` in milliseconds for all of it, redirects included; `most` bytes of body, decompressed. A `form` is sent by
 * POST, and only where a redirect keeps it whole; a `body` likewise, as it is, and no redirect is followed with it.
 */
export type Ask = {
  headers?: Record<string, string>
  form?: Record<string, string>
  body?: string | Uint8Array
  timeout?: number
  most?: number
  signal?: AbortSignal
}

/** The way out to addresses that others chose. Every failure is an Unavailable; `refused` where it is we who say no. */
export type Door = {
  get(url: string, ask?: Omit<Ask, 'form' | 'body'>): Promise<Answer>
  close(): Promise<void>
}

/** The same, for what is sent. */
export type Post = {
  post(
    url: string,
    ask: Ask & ({ form: Record<string, string> } | { body: string | Uint8Array }),
  ): Promise<Answer>
}

/** `allowPrivate`: networks (`10.0.0.0/8`), addresses or host names that may be reached although they are private. */
export type DoorSettings = {
  userAgent: string
  allowPrivate?: string[]
  /** Every address of a name; a test may bring its own. */
  lookUp?: (host: string) => Promise<string[]>
}

export function newDoor({ userAgent, allowPrivate = [], lookUp = systemLookUp }: DoorSettings): Door & Post {
  const guard = newGuard(allowPrivate)
  const lines = newLines({
    connect: guardedConnector(guard, lookUp),
    allowH2: false,
    // Some sites send policies longer than the 16 kB that are usual.
    maxHeaderSize: 64 * 1024,
    headersTimeout: defaultTimeout,
    bodyTimeout: defaultTimeout,
  })

  async function send(written: string, ask: Ask = {}): Promise<Answer> {
    const { most = mostBytes, timeout = defaultTimeout } = ask
    const deadline = AbortSignal.timeout(timeout)
    const signal = ask.signal ? AbortSignal.any([deadline, ask.signal]) : deadline
    let url = addressOf(written)
    let headers = { ...ask.headers }
    const moved: string[] = []
    let permanent = true
    const sent = ask.body ?? (ask.form ? new URLSearchParams(ask.form).toString() : null)
    const follows = ask.body !== undefined ? nowhere : ask.form ? keeping : redirecting
    try {
      for (let redirects = 0; ; redirects++) {
        guard.checkUrl(url)
        const line = lines.take(url.origin)
        try {
          const response = await line.request({
            path: url.pathname + url.search,
            method: sent === null ? 'GET' : 'POST',
            body: sent,
            headers: {
              'user-agent': userAgent,
              'accept-encoding': 'gzip, deflate, br, zstd',
              ...(ask.form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
              ...headers,
              ...credentialsOf(url),
            },
            signal,
          })
          const location = response.headers.location
          if (!follows.has(response.statusCode) || !location) {
            const body = bodiless.has(response.statusCode)
              ? await nothingOf(response.body)
              : await bodyOf(response.body, String(response.headers['content-encoding'] ?? ''), most, signal)
            return {
              status: response.statusCode,
              headers: flat(response.headers),
              body,
              url: shown(url),
              moved,
            }
          }
          // Whatever stands in a redirect's body is not worth waiting for.
          response.body.on('error', () => {}).destroy()
          if (redirects === mostRedirects)
            throw new Unavailable(`${url.host} redirects more than ${mostRedirects} times`, {
              key: 'door.redirects',
              values: { host: url.host, most: mostRedirects },
            })
          const next = addressOf(String(location), url)
          if (next.origin !== url.origin) headers = withoutSecrets(headers)
          else if (!next.username) [next.username, next.password] = [url.username, url.password]
          permanent &&= response.statusCode === 301 || response.statusCode === 308
          if (permanent) moved.push(next.href)
          url = next
        } finally {
          line.release()
        }
      }
    } catch (error) {
      if (ask.signal?.aborted && !deadline.aborted) throw ask.signal.reason
      throw unavailable(error, url, deadline.aborted ? timeout : null)
    }
  }

  return { get: send, post: send, close: lines.close }
}

const flat = (headers: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )

const systemLookUp = async (host: string) =>
  (await lookUpAll(host, { all: true })).map(({ address }) => address)

const defaultTimeout = 20_000
const mostBytes = 10 * 2 ** 20
const mostRedirects = 5
const redirecting = new Set([301, 302, 303, 307, 308])
/** What was sent is sent again, as it was. */
const keeping = new Set([307, 308])
/** Who is given something to publish or a signature is who was meant to have it. */
const nowhere = new Set<number>()
