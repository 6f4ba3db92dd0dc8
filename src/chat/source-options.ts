import { longestAddress } from '../model/address.ts'
import { Oops } from '../model/oops.ts'
import type { SourceSetting } from '../model/team.ts'
import { folded, visible } from '../model/words.ts'
import { readEvery } from '../settings/every.ts'
import { readName } from '../settings/names.ts'
import type { Key } from '../texts/texts.ts'
import type { Option, ReadBy } from './options.ts'

type More = { required?: boolean; loose?: boolean }
type Names = Option<unknown>['names']

/** The address of a site or a feed, in normal form; `bare` where nobody said whether it is https. */
export type SiteAddress = { address: string; bare: boolean }

/** A site's or a feed's address as people paste it, whatever came along. */
export const site = <Given extends More>(names: Names, about: Key, more = {} as Given) => ({
  kind: 'text' as const,
  names,
  about,
  verbatim: true,
  ...more,
  read: (raw: string) => readSite(raw),
})

/**
 * Takes the address out of `<https://…|a label>`, `[a title](https://…)`, « lisez https://… ! », `feed://…`,
 * `@mia@social.example` and plain `example.org`. Throws Oops where there is none.
 */
export function readSite(raw: string): SiteAddress {
  // What is longer is refused by its length; nobody reads on for it.
  const text = visible(raw.slice(0, 2 * longestAddress)).trim()
  const handle = /^@([\w.-]+)@([\p{L}\p{N}.-]+\.\p{L}{2,})$/u.exec(text)
  const written = handle ? `https://${handle[2]}/@${handle[1]}` : (addressIn(text) ?? text)
  const given = text.slice(0, 100)
  if (written.length > longestAddress) throw new Oops('option.address-long', { most: longestAddress })
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/iu.exec(written)?.[1]?.toLowerCase()
  if (scheme && !/^https?$/.test(scheme)) throw new Oops('sources.scheme', { given, scheme })
  const url = URL.parse(scheme ? written : `https://${written}`)
  const likely = scheme ? url?.hostname : bare.test(written)
  if (!url || !likely || /\s/u.test(written)) throw new Oops('sources.no-address', { given })
  // A name and a password would end up in lists and logs.
  url.username = url.password = url.hash = ''
  // As it is sent, what is no ASCII is longer.
  if (url.href.length > longestAddress) throw new Oops('option.address-long', { most: longestAddress })
  return { address: url.href, bare: !scheme }
}

function addressIn(text: string): string | null {
  const quoted = /\b(?:href|xmlurl)\s*=\s*["']?([^\s"'<>]+)/iu.exec(text)?.[1] ?? text
  const whole = quoted.replace(/\b(?:feed|rss|pcast|podcast|itpc|view-source):(?:\/\/)?(?=https?:)/giu, '')
  // Whether that is https or http, they do not say.
  const plain = whole.replace(/\b(?:feed|rss|pcast|podcast|itpc):\/\//giu, '')
  const [found] = /https?:\/\/[^\s<>"“”„«»|]+/iu.exec(plain) ?? []
  if (found) return trimmed(found)
  const words = plain.split(/[\s<>"“”„«»|]+/u).map(trimmed)
  // Something else with a scheme is shown as it stands, and refused.
  return (
    words.find((word) => /^[a-z][a-z0-9+.-]*:\/\//iu.test(word)) ??
    words.find((word) => bare.test(word)) ??
    null
  )
}

const bare =
  /^(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]+(?::\d{1,5})?(?:[/?#]\S*)?$|^(?:localhost|\[[\da-f:.]+\])(?::\d{1,5})?(?:[/?#]\S*)?$/iu

/** Without the marks of the sentence that it stood in; a bracket that it opened itself belongs to it. */
function trimmed(address: string): string {
  let strangers = 0
  for (const sign of address) strangers += sign === ')' ? 1 : sign === '(' ? -1 : 0
  let end = address.length
  for (; end > 0; end--) {
    const sign = address[end - 1]!
    if (sign === ')' && strangers > 0) strangers--
    else if (!marks.has(sign)) break
  }
  return address.slice(0, end)
}

const marks = new Set(".,;:!?'’]}*`")

/** An OPML file: its address, or the whole of it as it was pasted. */
export const opml = <Given extends More>(names: Names, about: Key, more = {} as Given) => ({
  kind: 'text' as const,
  names,
  about,
  verbatim: true,
  ...more,
  read: (raw: string): { text: string } | SiteAddress =>
    /<(?:opml|outline|\?xml)\b/iu.test(raw) ? { text: raw } : readSite(raw),
})

/** The name of a source to be, or of its folder: one line in which something can be seen, read and typed. */
export const sourceName = <Given extends More>(names: Names, about: Key, more = {} as Given) => ({
  kind: 'text' as const,
  names,
  about,
  ...more,
  read: readSourceName,
})

/** Throws Oops. */
export function readSourceName(raw: string): string {
  const name = visible(raw).normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (folded(name) === '') throw new Oops('sources.no-name')
  return readName(name)
}

/** How often a source is read: 5 minutes to 24 hours, in ms; null for what its rhythm suggests (`auto`). */
export const every = (names: Names, about: Key) => ({
  kind: 'text' as const,
  names,
  about,
  read: (raw: string): number | null =>
    /^(?:auto|automatic|automatique|usual|default|defaut|none|aucun)$/u.test(folded(raw))
      ? null
      : readEvery(raw),
})

/** One of the team's sources, by the beginning of its name; `offered` says which of them are proposed. */
export const source = <Given extends More>(
  names: Names,
  about: Key,
  offered: (source: SourceSetting) => boolean,
  more = {} as Given,
) => ({
  kind: 'text' as const,
  names,
  about,
  ...more,
  read: (raw: string) => raw.trim(),
  choices: ({ team }: ReadBy) =>
    team.sources.filter(offered).map(({ name }) => ({ value: name, label: name })),
})
