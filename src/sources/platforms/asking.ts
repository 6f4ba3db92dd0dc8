import type { z } from 'zod'
import type { Answer, Door } from '../../http.ts'
import type { BrandAccount } from '../../model/brand-account.ts'
import { Unavailable } from '../../model/oops.ts'
import type { Instant } from '../../model/post.ts'
import { retryAfterIn } from '../feed.ts'

/** How a platform is asked: through the door, now; `timeout` (ms) is that of one request. */
export type Way = {
  door: Pick<Door, 'get'>
  now: Instant
  timeZone: string
  timeout?: number
  signal?: AbortSignal
}

/**
 * What a platform answers at a path of its server, checked by a shape. Throws Unavailable that says what to do: a token
 * that is refused, an account that is not there, a field that has changed.
 */
export async function asked<Shape extends z.ZodType>(
  account: BrandAccount,
  path: string,
  shape: Shape,
  { door, now, signal, timeout = usualTimeout }: Way,
  headers: Record<string, string> = {},
): Promise<z.output<Shape>> {
  const url = `${account.server}${path}`
  const answer = await door.get(url, {
    headers: { accept: 'application/json', ...headers },
    timeout,
    most: mostBytes,
    ...(signal ? { signal } : {}),
  })
  const json = jsonIn(answer)
  if (answer.status !== 200) throw refusal(account, answer, json, now)
  const host = hostOf(account)
  if (json === undefined)
    throw new Unavailable(`${host} answered no JSON`, { key: 'count.unreadable', values: { host } })
  const checked = shape.safeParse(json)
  if (checked.success) return checked.data
  const field = checked.error.issues[0]?.path.join('.') || '?'
  throw new Unavailable(`${host} no longer says “${field}” as it used to`, {
    key: 'count.changed',
    values: { host, field },
  })
}

export const hostOf = ({ server }: Pick<BrandAccount, 'server'>) => URL.parse(server)?.host ?? server

/** The account's secret as most platforms want it. */
export const bearer = ({ secret }: BrandAccount): Record<string, string> =>
  secret === null ? {} : { authorization: `Bearer ${secret}` }

function refusal(
  account: BrandAccount,
  { status, headers }: Answer,
  json: unknown,
  now: Instant,
): Unavailable {
  const values = {
    host: hostOf(account),
    account: account.name,
    status: `${status}`,
    said: saidIn(json, account),
  }
  const retryAfter = retryAfterIn(headers['retry-after'] ?? resetIn(headers), now)
  const message = `${values.host} answered ${status}${values.said}`
  const no = (key: string) => new Unavailable(message, { key, values, refused: true })
  // GitHub says so with 403, others with 429.
  const limited = status === 429 || (status === 403 && headers['x-ratelimit-remaining'] === '0')
  if (limited) return new Unavailable(message, { key: 'count.limited', values, retryAfter })
  if (status === 401 || isTokenTrouble(json))
    return no(account.secret === null ? 'count.signed-out' : 'count.token')
  if (status === 403) return no('count.closed')
  if (status === 404 || status === 410) return no('count.gone')
  if (status >= 500 || status === 408)
    return new Unavailable(message, { key: 'count.down', values, retryAfter })
  return no('count.refused')
}

/** When a limit begins anew, in seconds since 1970 (GitHub) or as a date (Mastodon). */
function resetIn(headers: Record<string, string>): string | undefined {
  const reset = headers['x-ratelimit-reset']
  return reset && /^\d{9,}$/.test(reset) ? new Date(Number(reset) * 1000).toUTCString() : reset
}

/** Meta answers 400 to a token that is over; its code is 190. */
const isTokenTrouble = (json: unknown) =>
  (json as { error?: { code?: unknown } } | undefined)?.error?.code === 190

/** What the platform says of it, in a few words: never what it was asked with. */
function saidIn(json: unknown, { secret }: BrandAccount): string {
  const { error, message, errors } = (json ?? {}) as Record<string, unknown>
  const inner = (error as { message?: unknown } | undefined)?.message
  const words = [inner, message, Array.isArray(errors) ? errors[0] : error].find(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  )
  if (words === undefined || (secret !== null && words.includes(secret))) return ''
  const line = words.replace(/\s+/gu, ' ').trim()
  return ` — ${line.length > mostWords ? `${line.slice(0, mostWords - 1)}…` : line}`
}

function jsonIn({ body }: Answer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

const usualTimeout = 15_000
const mostBytes = 4 * 2 ** 20
const mostWords = 160
