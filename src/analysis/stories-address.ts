import { hashOf } from './stories-signature.ts'

/** What a link leads to, as a hash: without scheme, `www.`, fragment and what only counts clicks; 0 for none and for a front page. */
export function addressOf(url: string | null): number {
  const whole = url === null ? null : URL.parse(url)
  if (!whole) return 0
  const asked = whole.search === '' ? '' : askedOf(whole.searchParams)
  const path = whole.pathname.replace(/\/(?:amp\/?)?$/u, '')
  if (path === '' && asked === '') return 0
  const host = whole.hostname.replace(/^(?:www|m|amp)\./u, '')
  return hashOf(`${host}${path}?${asked}`)
}

const askedOf = (params: URLSearchParams) =>
  [...params]
    .filter(([name]) => !counting.test(name))
    .sort()
    .map((pair) => pair.join('='))
    .join('&')

// The names that analytics and advertising hang on links (Google, Meta, Microsoft, Mailchimp, Matomo, Piano).
const counting =
  /^(?:utm_.*|(?:fb|g|dcl|ms|tw|yc|igsh)(?:clid|id)?|at_.*|mc_[ce]id|pk_.*|mtm_.*|xtor|ref|ref_src|src|cmp|cmpid|smid|ito|oc)$/u
