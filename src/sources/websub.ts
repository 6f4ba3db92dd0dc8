import { createHmac, timingSafeEqual } from 'node:crypto'
import { addressOf } from './addresses.ts'
import type { Feed } from './reader.ts'

/** Where a feed can be subscribed to (WebSub, https://www.w3.org/TR/websub/), and the name it has there. */
export type Offer = { hub: string; topic: string }

/**
 * What an answer offers: its Link headers first, then what the feed itself says. Null where it lacks a hub or a name
 * for itself, or where its hub would be less private than itself.
 */
export function offerOf(headers: Record<string, string>, feed: Feed, url: string): Offer | null {
  const links = linksOf(headers.link ?? '')
  const hub = plain(addressOf(links.find(({ rels }) => rels.includes('hub'))?.href, url) ?? feed.hub)
  const topic = plain(addressOf(links.find(({ rels }) => rels.includes('self'))?.href, url) ?? feed.self)
  if (!hub || !topic || !isWeb(hub) || !isWeb(topic) || hub.length + topic.length > longest) return null
  if (/^https:/iu.test(url) && !/^https:/iu.test(hub)) return null
  return { hub, topic }
}

const isWeb = (address: string) => /^https?:/iu.test(address) && URL.canParse(address)

/** As it was written, where that is what is sent; other letters take several bytes each. */
const plain = (address: string | null | undefined) =>
  address && /[^\x21-\x7e]/u.test(address) ? URL.parse(address)?.href : address

/** In bytes: the store finds them by both together. */
const longest = 2_000

/** The links of a Link header (RFC 8288): `<address>; rel="one two", …`. */
function linksOf(header: string): { href: string; rels: string[] }[] {
  const links = []
  for (const [, href = '', more = ''] of header.slice(0, longestHeader).matchAll(link)) {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/iu.exec(more)
    links.push({ href, rels: (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/u) })
  }
  return links
}

const link = /<([^<>]*)>((?:[^,"<]|"[^"]*")*)/gu
const longestHeader = 16_384

/**
 * Whether a push was signed with our secret: `sha256=…` and its kin, in hexadecimal. Compared in a time that tells
 * nothing.
 */
export function isSigned(header: string | undefined, body: Uint8Array, secret: string): boolean {
  const [, method = '', signature = ''] =
    /^\s*(sha1|sha256|sha384|sha512)=([\da-f]+)\s*$/iu.exec(header ?? '') ?? []
  if (!method) return false
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
