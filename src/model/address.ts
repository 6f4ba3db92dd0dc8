import { visible } from './words.ts'

/**
 * What an address leads to, so that two ways of writing it are one: without scheme, `www.`, the trailing slash and
 * what only counts clicks, out of the envelopes that searches and networks put around it. Null for what is no
 * address of the web.
 */
export function addressKey(url: string | null): string | null {
  const whole = url === null ? null : URL.parse(url)
  if (!whole || !/^https?:$/.test(whole.protocol)) return null
  const inner = envelopes.get(whole.hostname + whole.pathname)
  const enclosed = inner?.map((name) => whole.searchParams.get(name)).find((one) => one && URL.canParse(one))
  if (enclosed) return addressKey(enclosed)
  const host = whole.host.replace(/^(?:www|m|mobile)\./, '')
  const path = whole.pathname.replace(/\/$/, '')
  const asked = whole.search === '' ? '' : `?${askedOf(whole.searchParams)}`
  return `${host}${path}${asked === '?' ? '' : asked}${placeOf(whole.hash)}`
}

/** An address without what only counts clicks. */
export function withoutCounting(url: string): string {
  const whole = URL.parse(url)
  if (!whole) return url
  for (const name of [...whole.searchParams.keys()]) if (counting.test(name)) whole.searchParams.delete(name)
  return whole.href
}

const askedOf = (params: URLSearchParams) =>
  [...params]
    .filter(([name]) => !counting.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&')

/** `#post-45` is another post of the same page; `#xtor=RSS-1` and `#:~:text=` are none. */
const placeOf = (hash: string) => (/^#(?:xtor=|at_|utm_|:~:|$)/.test(hash) ? '' : hash)

const counting =
  /^(?:utm_.*|(?:fb|g|dcl|ms|msclk|tw|tt|yc)(?:clid|id)|igshid|igsh|at_.*|mc_[ce]id|pk_.*|mtm_.*|_hs.*|xtor|ref_src|ref_url|cmpid|smid|mkt_tok|__tn__|__cft__.*|_ga|_gl)$/

/** Addresses that only lead on to the one they carry. */
const envelopes = new Map([
  ['www.google.com/url', ['url', 'q']],
  ['l.facebook.com/l.php', ['u']],
  ['lm.facebook.com/l.php', ['u']],
  ['l.instagram.com/', ['u']],
])

/**
 * An address of the web as people write it, in its normal form: without what nobody sees, with `https://` where
 * they left it out, without a name and a password. Null for what is none.
 */
export function webAddressOf(given: string): string | null {
  // Letters that nobody sees come along when an address is copied.
  const written = visible(given).trim()
  const scheme = schemeOf(written)
  if (written.length > longestAddress || /\s/u.test(written) || (scheme && !/^https?$/i.test(scheme)))
    return null
  const url = URL.parse(scheme ? written : `https://${written}`)
  if (!url || !/^[^.].*\.[\p{L}\d-]{2,}$|^localhost$|^\[/u.test(url.hostname)) return null
  // A name and a password that came along are nobody else's business.
  url.username = ''
  url.password = ''
  return url.href
}

/** `https` of `https://…`, `javascript` of `javascript:…`; undefined where there is none, or only a port. */
export const schemeOf = (written: string) => /^([a-z][a-z0-9+.-]*):(?!\d)/iu.exec(written)?.[1]

/** In characters as they are written, and in bytes as they are sent. */
export const longestAddress = 2_000

/** Whether an address is longer, as it is sent, than one that is kept. */
export const isLongAddress = (address: string) =>
  address.length > longestAddress || (URL.parse(address)?.href.length ?? 0) > longestAddress
