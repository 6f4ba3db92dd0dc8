/**
 * What tells two addresses of one feed from those of two: scheme, `www.`, capitals of the host, a slash at the end and
 * what stands behind `#` do not matter; everything else may.
 */
export function feedKey(address: string): string {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return address
  const host = url.host.replace(/^www\./, '').replace(/:(?:80|443)$/, '')
  return `${host}${url.pathname.replace(/\/+$/, '')}${url.search}`
}
