import { Unavailable, type Values } from '../model/oops.ts'
import type { Identity } from '../model/publication.ts'
import { day } from '../model/time.ts'
import { NotSent } from './connector.ts'

/** What a server answered that did not do what was asked: its status, its headers, its own words where it gave some. */
export type Refusal = { status: number; headers: Headers; words?: unknown }

/**
 * What such an answer means. That somebody said no is certain; a server that fell over may have published before it
 * did, unless it asks to be asked again.
 */
export function failureOf(identity: Identity, { status, headers, words }: Refusal): Unavailable {
  const values: Values = {
    name: identity.name,
    host: hostOf(identity),
    status: `${status}`,
    words: shortened(words),
  }
  const message = `${values.host} answered ${status}`
  const retryAfter = retryAfterIn(headers)
  if (status === 429) return new NotSent(message, { key: 'publish.too-many', values, retryAfter })
  if (status === 408 || status >= 500 || status < 300) {
    const again = status === 503 && headers.has('retry-after')
    const key = again ? 'publish.busy' : 'publish.failed'
    return again
      ? new NotSent(message, { key, values, retryAfter })
      : new Unavailable(message, { key, values, retryAfter })
  }
  const said = values.words === '' ? '' : '-said'
  const key = told.has(status) ? `publish.status-${status}` : `publish.refused${said}`
  return new NotSent(message, { key, values, refused: true })
}

/** It answered what is no answer: a page, half of one, something of another shape. */
export const nonsense = (identity: Identity, cause?: unknown) =>
  new Unavailable(`${hostOf(identity)} answered what cannot be read`, {
    key: 'publish.unreadable',
    values: { host: hostOf(identity), name: identity.name },
    cause,
  })

/** The post that is answered is not there, or not for this identity. */
export const gone = (identity: Identity, key = 'publish.gone') =>
  new NotSent(`${hostOf(identity)} does not have the post that is answered`, {
    key,
    values: { host: hostOf(identity), name: identity.name },
    refused: true,
  })

export const hostOf = ({ server }: Pick<Identity, 'server'>) => URL.parse(server)?.host ?? server

const told = new Set([401, 403, 404, 410])

/** What is no text, as some servers' error is none, says nothing. */
function shortened(words: unknown): string {
  const line = typeof words === 'string' ? words.replace(/\s+/gu, ' ').trim() : ''
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}
const longest = 200

/**
 * How long (ms) it asks us to wait: by the header of HTTP, in seconds or as a date, or by those in which Mastodon (a
 * date) and Bluesky (seconds since 1970) say when their limit begins anew. At most a day.
 */
export function retryAfterIn(headers: Headers, now = Date.now()): number | undefined {
  const written = headers.get('retry-after')?.trim()
  const reset = headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset')
  const wait = written
    ? /^\d+(?:\.\d+)?$/.test(written)
      ? Number(written) * 1000
      : Date.parse(written) - now
    : reset
      ? (/^\d+$/.test(reset) ? Number(reset) * 1000 : Date.parse(reset)) - now
      : Number.NaN
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), day) : undefined
}

/** Of failures of the connection: those that came before a byte was sent. */
export function isUnsent(error: unknown): boolean {
  if (error instanceof NotSent) return true
  if (error instanceof Unavailable && error.key !== undefined) return unsentKeys.has(error.key)
  for (let cause = error, depth = 0; cause && depth < 5; cause = (cause as Error).cause, depth++) {
    const { code } = cause as NodeJS.ErrnoException
    if (typeof code === 'string' && unsentCodes.test(code)) return true
  }
  return false
}

const unsentKeys = new Set(
  'no-address scheme private unknown-host no-name-server closed no-connection certificate-expired certificate-own certificate-other'
    .split(' ')
    .map((key) => `door.${key}`),
)
const unsentCodes =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|ERR_TLS_CERT_ALTNAME_INVALID|UNABLE_TO_VERIFY_LEAF_SIGNATURE)$/

/** A failure of the connection, or of whoever made it, as what it means for what was to be published. */
export function mishap(identity: Identity, error: unknown): Unavailable {
  if (error instanceof Unavailable && !isUnsent(error)) return error
  const values = { host: hostOf(identity), name: identity.name }
  const message = error instanceof Error ? error.message : String(error)
  if (isUnsent(error)) {
    const known = error instanceof Unavailable ? error : undefined
    return new NotSent(message, {
      key: known?.key ?? 'publish.closed',
      values: known?.values ?? values,
      retryAfter: known?.retryAfter,
      refused: known?.refused,
      cause: error,
    })
  }
  return new Unavailable(message, { key: 'publish.no-answer', values, cause: error })
}
