import { Oops } from '../model/oops.ts'
import { shown } from './problem.ts'

/** An address on the web, as it was written. Throws Oops, with the address that was probably meant. */
export function readAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/u.test(url.protocol)) throw notWeb(text)
  // Node's fetch refuses these, and a password in an address ends up in logs.
  if (url.username || url.password) throw new Oops('settings.address-password')
  return text
}

function notWeb(text: string): Oops {
  const near = `https://${text.trim().replace(/^feed:(?:\/\/)?|^\/\//iu, '')}`
  const given = shown(text)
  if (looksLikeSite.test(near) && URL.canParse(near))
    return new Oops('settings.address-near', { given, near: shown(near) })
  return new Oops('settings.address', { given })
}

const looksLikeSite = /^https:\/\/(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u
