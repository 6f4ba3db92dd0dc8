import { minute } from './time.ts'

/** Whom an address asks, as queues are kept by: host and port; an address that is none is its own queue. */
export const hostOf = (url: string) => URL.parse(url)?.host.replace(/^www\./, '') || url

/** How long (ms) a host is left alone after it was asked. */
export const pauseOf = (host: string): number => pauses[host] ?? usualPause

export const usualPause = 1_000
/** Without a key Reddit answers one request a minute of each address. */
const pauses: Record<string, number> = { 'reddit.com': minute, 'old.reddit.com': minute }
