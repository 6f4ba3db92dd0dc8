import { isSearch, readSearch, searchHost } from './search.ts'
import { minute } from './time.ts'

/**
 * Whom an address asks, as queues are kept by: host and port; of a search the host of its place; an address that is
 * none is its own queue.
 */
export const hostOf = (url: string) =>
  (isSearch(url) ? searchHost(url) : URL.parse(url)?.host.replace(/^www\./, '')) || url

/** How long (ms) a host is left alone after it was asked. */
export const pauseOf = (host: string): number => pauses[host] ?? usualPause

/** The same after this address was asked: with an account of one's own a place may be asked more often. */
export const pauseAfter = (url: string, host: string): number =>
  isSearch(url) && readSearch(url)?.account ? Math.min(pauseOf(host), accountPause) : pauseOf(host)

export const usualPause = 1_000
const accountPause = 6_000
/** Without a key Reddit answers one request a minute of each address; GDELT asks for one in five seconds. */
const pauses: Record<string, number> = {
  'reddit.com': minute,
  'old.reddit.com': minute,
  'api.gdeltproject.org': 5_000,
}
