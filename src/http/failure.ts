import { Unavailable, type Values } from '../model/oops.ts'

/** What happened, in words, without the secrets that an address may hold; `timedOut` is the time limit (ms), where that ran out. */
export function unavailable(error: unknown, url: URL, timedOut: number | null): Unavailable {
  if (error instanceof Unavailable) return error
  if (timedOut !== null)
    return new Unavailable(`${url.host} did not answer in full within ${timedOut / 1000} s`, {
      cause: error,
      key: 'door.too-slow',
      values: { host: url.host, seconds: timedOut / 1000 },
    })
  const causes = [error, (error as Error)?.cause]
  const own = causes.find((cause) => cause instanceof Unavailable)
  if (own) return own
  const code = (error as NodeJS.ErrnoException)?.code ?? ''
  const why = code || (error instanceof Error ? error.message : String(error))
  return mishap(url.host, why, error)
}

/** A failure of the network by its code, where we have words for it. */
export const mishap = (host: string, code: string, cause?: unknown) =>
  new Unavailable(`${host}: ${code}`, {
    cause,
    key: Object.hasOwn(told, code) ? `door.${told[code]}` : 'door.failed',
    values: { host, code, seconds: connectTimeout / 1000 },
  })

const told: Record<string, string> = {
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'no-name-server',
  ECONNREFUSED: 'closed',
  ECONNRESET: 'hung-up',
  UND_ERR_SOCKET: 'hung-up',
  UND_ERR_CONNECT_TIMEOUT: 'no-connection',
  UND_ERR_HEADERS_OVERFLOW: 'long-headers',
  CERT_HAS_EXPIRED: 'certificate-expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-own',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-other',
  Z_DATA_ERROR: 'damaged',
}

/** It is we who say no. */
export const refused = (message: string, key: string, values: Values) =>
  new Unavailable(message, { refused: true, key, values })

/** Milliseconds that a connection may take to come about. */
export const connectTimeout = 10_000
