import type { Door, Post } from '../http.ts'
import type { Identity } from '../model/publication.ts'
import type { Team } from '../model/team.ts'

/**
 * The outgoing door as the libraries of networks want it. What they ask for goes no further than the door lets it,
 * whatever address a server names on the way.
 */
export function fetchThrough(door: Pick<Door, 'get'> & Post, signal: AbortSignal): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const headers = Object.fromEntries(request.headers)
    const ask = {
      headers,
      timeout: longest,
      most: mostBytes,
      signal: AbortSignal.any([signal, request.signal]),
    }
    const answer =
      request.method === 'POST'
        ? await door.post(request.url, { ...ask, body: new Uint8Array(await request.arrayBuffer()) })
        : await door.get(request.url, ask)
    const { 'content-encoding': _packed, 'content-length': _length, ...said } = answer.headers
    const body = bodiless.has(answer.status) ? null : Buffer.from(answer.body)
    return new Response(body, { status: answer.status, headers: said })
  }
}

/**
 * The hosts that an operator named as servers of identities: trusted, private ones too. Addresses of webhooks are
 * not, so that one into the network of the house has to be allowed.
 */
export const trustedHosts = (teams: Pick<Team, 'identities'>[]): string[] =>
  teams
    .flatMap(({ identities = [] }) => identities)
    .filter(({ kind }: Identity) => kind !== 'webhook')
    .flatMap(({ server }) => URL.parse(server)?.hostname ?? [])

const bodiless = new Set([101, 204, 205, 304])
/** Longer than any try: what ends it is the try's own signal. */
const longest = 120_000
const mostBytes = 2 * 2 ** 20
