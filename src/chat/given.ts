import { longestAddress, schemeOf, webAddressOf } from '../model/address.ts'
import { Oops } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { instantOf, localOf } from '../model/time.ts'
import { visible } from '../model/words.ts'
import type { Key } from '../texts/texts.ts'
import type { ReadBy } from './options.ts'
import { readSince } from './since.ts'

type Names = { en: string[]; fr: string[] }

/** What somebody else wrote, as it was pasted: its colons are no keys, its quotes and line breaks stay. */
export const pasted = (names: Names, about: Key) => ({
  kind: 'text' as const,
  names,
  about,
  loose: true,
  verbatim: true,
  read(raw: string): string {
    const inside = /^["“„«]([^"“”„«»]*)["”“»]$/u.exec(raw.trim())?.[1]
    return (inside ?? raw).trim()
  },
})

/** An address of the web as people paste it, with `https://` where they left that out. */
export const address = (names: Names, about: Key) => ({
  kind: 'text' as const,
  names,
  about,
  read: (raw: string) => readAddress(raw),
})

/** Throws Oops where it is no address that a browser should open. */
export function readAddress(raw: string): string {
  const written = visible(raw).trim()
  const given = written.slice(0, 100)
  if (written.length > longestAddress) throw new Oops('option.address-long', { most: longestAddress })
  if (/\s/u.test(written)) throw new Oops('option.address-blank', { given })
  const scheme = schemeOf(written)
  if (scheme && !/^https?$/i.test(scheme)) throw new Oops('option.address-scheme', { given, scheme })
  const address = webAddressOf(written)
  if (address === null) throw new Oops('option.address', { given })
  return address
}

/** When something was said: `hier`, `3j`, `21/11/2026`, `21/11/2026 14:05`, `yesterday 9h30`. */
export const said = (names: Names, about: Key) => ({
  kind: 'since' as const,
  names,
  about,
  read: (raw: string, by: ReadBy) => readSaid(raw, by),
})

function readSaid(raw: string, { now, team: { timeZone } }: ReadBy): Instant {
  const time = /^(.*\S)[\s,T]+(?:(?:à|at)\s+)?(\d{1,2})\s*[:h]\s*(\d{2})$/u.exec(raw.trim())
  if (!time) return readSince(raw, now, timeZone)
  const [, date, hour, minute] = [time[0], time[1]!, Number(time[2]), Number(time[3])]
  const day = localOf(readSince(date.replace(/,$/, ''), now, timeZone), timeZone)
  if (hour > 23 || minute > 59 || day.hour + day.minute > 0) throw new Oops('option.since', { given: raw })
  const at = instantOf({ ...day, hour, minute }, timeZone)
  if (at > now) throw new Oops('option.since-future', { given: raw })
  return at
}
