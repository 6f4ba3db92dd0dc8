import type { FastifyReply, FastifyRequest } from 'fastify'
import { Oops } from '../model/oops.ts'

/**
 * Turns away, before anything is read, every request that does not come from the workspace's own page or from this
 * machine's address bar. The loopback address alone does not: any web page that somebody visits can have their
 * browser ask 127.0.0.1 (Origin, Sec-Fetch-Site), or give its own name that address later on (Host).
 */
export const guard = (address: () => string) => async (request: FastifyRequest, reply: FastifyReply) => {
  reply.headers(headers)
  const hosts = hostsOf(address())
  const { host, origin, 'sec-fetch-site': site } = request.headers
  if (!hosts.includes(host ?? '')) throw new Oops('workspace.wrong-host', { address: address() })
  const ours = origin === undefined || hosts.some((known) => origin === `http://${known}`)
  if (!ours || !['same-origin', 'none', undefined].includes(site as string | undefined))
    throw new Oops('workspace.wrong-origin', { address: address() })
}

/** Ways to write the loopback address with this port. */
function hostsOf(address: string): string[] {
  const { port } = new URL(address)
  // Browsers leave out port 80, the usual one.
  return ['127.0.0.1', 'localhost', '[::1]'].flatMap((name) =>
    port === '' ? [name, `${name}:80`] : [`${name}:${port}`],
  )
}

const headers = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // Text can then not become markup, even by a mistake of ours: innerHTML throws.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}
