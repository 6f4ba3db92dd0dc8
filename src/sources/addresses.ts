/**
 * An address as it was written, absolute where a base is known. Null for what nobody should ever be led to
 * (`javascript:`), and for none.
 */
export function addressOf(written: string | null | undefined, base: string | null): string | null {
  // A reference that was escaped once too often is a common slip, and never meant in an address.
  const address = written
    ?.trim()
    .replace(/[\0-\x1f]+ */g, '')
    .replaceAll('&amp;', '&')
  if (!address || address.length > longest || /^(?:javascript|data|vbscript):/iu.test(address)) return null
  if (hasScheme(address) || base === null) return address
  return URL.parse(address, base)?.href ?? address
}

const longest = 8_192

export const hasScheme = (address: string) => /^[a-z][a-z0-9+.-]*:/iu.test(address)

/** A base for others: only an absolute web address is one. */
export function baseOf(written: string | null | undefined, outer: string | null): string | null {
  const address = addressOf(written, outer)
  return address !== null && /^https?:\/\//iu.test(address) ? address : outer
}
