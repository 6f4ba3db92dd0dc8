/** An address below a base, with what is asked; what is null is left out. */
export function addressIn(
  base: string,
  path: string,
  asked: Record<string, string | number | null> = {},
): string {
  const url = new URL(`${base.replace(/\/+$/, '')}${path}`)
  for (const [name, value] of Object.entries(asked))
    if (value !== null) url.searchParams.append(name, `${value}`)
  return url.href
}

/** What an address carries that only leads on to it, or the address itself. */
export function unwrapped(url: string | null, host: RegExp, names: string[]): string | null {
  const whole = url === null ? null : URL.parse(url)
  if (!whole || !host.test(whole.hostname)) return url
  const inner = names.map((name) => whole.searchParams.get(name)).find((one) => one && URL.canParse(one))
  return inner && /^https?:/i.test(inner) ? inner : url
}

/** The host of an address as people call an outlet. */
export const outletOf = (url: string | null): string | null =>
  (url === null ? null : URL.parse(url)?.hostname.replace(/^www\./, '')) || null
