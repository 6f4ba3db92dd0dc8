import { quicknet } from '../model/drand.ts'
import { Oops } from '../model/oops.ts'
import { readAddress } from './address.ts'
import { shown } from './problem.ts'

/** Relays of the public chain; none of them has to be trusted, the second is asked where the first is silent. */
export const usualDrand = ['https://api.drand.sh', 'https://drand.cloudflare.com'].map(
  (relay) => `${relay}/${quicknet.hash}`,
)

/**
 * Where public random values for draws come from: addresses of one chain that end with its hash, parted by commas or
 * blanks; empty where that is switched off. Throws Oops.
 */
export function readDrand(text: string): string[] {
  if (/^(?:off|non|no|none|aucune?)$/iu.test(text)) return []
  const all = text.split(/[\s,;]+/u).filter((one) => one !== '')
  const hashes = all.map((one) => /\/([0-9a-f]{64})\/?$/u.exec(readAddress(one))?.[1])
  if (all.length === 0 || hashes.some((hash) => hash === undefined || hash !== hashes[0]))
    throw new Oops('settings.env-drand', { given: shown(text), near: usualDrand[0]! })
  return all.map((one) => one.replace(/\/$/u, ''))
}
