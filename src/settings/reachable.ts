import { isIP } from 'node:net'
import { Oops } from '../model/oops.ts'
import { shown } from './problem.ts'

/** Addresses, ranges and host names, parted by commas or blanks. Throws Oops with the first that is none of them. */
export function readReachable(text: string): string[] {
  const all = text.split(/[\s,;]+/u).filter((one) => one !== '')
  const wrong = all.find((one) => !isReachable(one))
  if (wrong !== undefined) throw new Oops('settings.env-private', { given: shown(wrong) })
  return all
}

function isReachable(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (bits === undefined) return family > 0 || (hostName.test(text) && !/^[\d.]+$/u.test(text))
  const most = family === 6 ? 128 : 32
  return family > 0 && more.length === 0 && /^\d{1,3}$/u.test(bits) && Number(bits) <= most
}

const hostName =
  /^(?=.{1,253}$)[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?)*$/u
