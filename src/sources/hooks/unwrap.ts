import { withoutCounting } from '../../model/address.ts'
import { webOf } from './event.ts'

/**
 * Where a link of a mail leads, out of the wrappers that alerts, newsletters and mail filters put around it (those that
 * carry the address in plain sight; nobody is asked), and without what only counts clicks. Null for no web address.
 */
export function unwrapped(written: string): string | null {
  let at = webOf(written)
  for (let left = mostWrappers; at !== null && left > 0; left--) {
    const inner = insideOf(new URL(at))
    if (inner === null) break
    at = inner
  }
  return at === null ? null : withoutCounting(at)
}

function insideOf(url: URL): string | null {
  for (const name of carriers) {
    const inner = webOf(url.searchParams.get(name))
    if (inner !== null) return inner
  }
  return proofpoint(url)
}

/** What wrappers call the address that they carry. */
const carriers = [
  'url',
  'u',
  'q',
  'target',
  'to',
  'dest',
  'destination',
  'redirect',
  'redirect_url',
  'redirect_to',
  'link',
]

/** Proofpoint writes addresses in alphabets of its own: `https-3A__host_path`, `/v3/__https://host/path__;…`. */
function proofpoint({ hostname, pathname, href, searchParams }: URL): string | null {
  if (!/(?:^|\.)urldefense(?:\.proofpoint)?\.com$/.test(hostname)) return null
  const third = /\/v3\/__(https?:.+?)__;/.exec(href)?.[1]
  if (third) return webOf(third.replace(/^(https?):\/(?!\/)/, '$1://'))
  const second = pathname.startsWith('/v2/') ? searchParams.get('u') : null
  try {
    return second ? webOf(decodeURIComponent(second.replaceAll('-', '%').replaceAll('_', '/'))) : null
  } catch {
    return null
  }
}

const mostWrappers = 4
