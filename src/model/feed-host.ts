/** Whom an address asks, as queues are kept by: host and port; an address that is none is its own queue. */
export const hostOf = (url: string) => URL.parse(url)?.host.replace(/^www\./, '') || url
