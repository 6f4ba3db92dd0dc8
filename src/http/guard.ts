import { BlockList, isIP, isIPv6 } from 'node:net'
import type { Unavailable } from '../model/oops.ts'
import { bareHost } from './address.ts'
import { refused } from './failure.ts'

/** Who says which addresses may be reached. */
export type Guard = {
  /** Throws Unavailable where an address may not even be tried. */
  checkUrl(url: URL): void
  problemWith(address: string, host: string): Unavailable | null
}

/**
 * Lets everything public through and, of what is private, only `allowed`: networks (`10.0.0.0/8`), addresses or host
 * names.
 */
export function newGuard(allowed: string[]): Guard {
  const networks = new BlockList()
  const hosts = new Set<string>()
  for (const entry of allowed.map((text) => text.trim().toLowerCase()).filter(Boolean)) {
    const [address = '', bits] = bareHost(entry).split('/')
    if (isIP(address))
      networks.addSubnet(address, Number(bits ?? (isIPv6(address) ? 128 : 32)), familyOf(address))
    else hosts.add(entry)
  }
  const problemWith = (address: string, host: string) => {
    if (hosts.has(host)) return null
    const plain = unwrapped(address)
    if (isIP(plain) && networks.check(plain, familyOf(plain))) return null
    if (isIP(plain) && !closed.check(plain, familyOf(plain))) return null
    const where = host === address ? address : `${host} (${address || 'no address'})`
    return refused(
      `${where} is a private address; if it is meant to be reached, add it to VIGIE_ALLOW_PRIVATE`,
      'door.private',
      { where },
    )
  }
  return {
    problemWith,
    checkUrl(url) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        throw refused(
          `${url.protocol} addresses are not fetched; give one that begins with https:// or http://`,
          'door.scheme',
          { scheme: url.protocol },
        )
      const host = bareHost(url.hostname)
      const problem = isIP(host) ? problemWith(host, host) : null
      if (problem) throw problem
    },
  }
}

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')

/** `::ffff:10.0.0.1` is 10.0.0.1 in other clothes, and so is `::ffff:a00:1`. */
function unwrapped(address: string): string {
  const bare = address.replace(/%.*$/u, '')
  if (!isIPv6(bare)) return bare
  const canonical = new URL(`http://[${bare}]`).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/u.exec(canonical)
  if (!mapped) return canonical
  const [high, low] = [Number.parseInt(mapped[1]!, 16), Number.parseInt(mapped[2]!, 16)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

// Addresses that are nobody's on the open internet: IANA's special-purpose registries, and the tunnels that lead
// into them (NAT64, 6to4, Teredo, the old IPv4-compatible and site-local forms).
const closed = new BlockList()
for (const network of `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
  192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
  ::/96 ::ffff:0:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/32 2001:10::/28 2001:20::/28 2001:db8::/32
  2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8`.split(/\s+/u)) {
  const [address, bits] = network.split('/') as [string, string]
  closed.addSubnet(address, Number(bits), familyOf(address))
}
