import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { random } from '../../bench/feeds.ts'
import { Oops } from '../../src/model/oops.ts'
import { readDate } from '../../src/sources/dates.ts'
import { type Feed, readFeed } from '../../src/sources/reader.ts'

/** Feeds as they are found, one of each family: what mutants grow out of. With FUZZ_FEEDS, the files of that folder too. */
export function wild(): Buffer[] {
  const folder = process.env.FUZZ_FEEDS
  const found = folder ? readdirSync(folder).map((name) => readFileSync(join(folder, name))) : []
  return [
    ...grown.map((text) => Buffer.from(text)),
    Buffer.from(grown[0]!, 'latin1'),
    Buffer.from(`\ufeff${grown[1]}`, 'utf16le'),
    ...found,
  ]
}

const grown = [
  `<?xml version="1.0" encoding="iso-8859-1"?>\n<!DOCTYPE rss [<!ENTITY nim "Nimbus">]>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel><title>L\u00e9gendes &amp; lampes</title><link>https://nimbus.example/</link><image><title>Logo</title><url>https://nimbus.example/i.png</url></image><language>fr-fr</language><ttl>60</ttl>
${[1, 2, 3, 4].map((n) => `<item><title><![CDATA[Lampe n\u00b0 ${n} <b>neuve</b>]]></title><link>https://nimbus.example/${n}?a=1&amp;b=2</link><guid isPermaLink="false">n-${n}</guid><pubDate>Tue, 1${n} Jul 2026 10:00:00 +0200</pubDate><dc:creator>Mia</dc:creator><category>lampe</category><description>Court &eacute;t&#233; &nim;</description><content:encoded><![CDATA[<p>Un <a href="https://x.example/?q=\u00e9">lien</a></p><script>x()</script>]]></content:encoded><enclosure url="https://nimbus.example/${n}.mp3" type="audio/mpeg"/><slash:comments>${n}</slash:comments></item>`).join('\n')}
</channel></rss>`,
  `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://nimbus.example/"><title type="html">Le &lt;b&gt;blog&lt;/b&gt;</title><id>urn:uuid:1</id><link rel="self" href="a.xml"/><link href="/"/><updated>2026-07-14T08:00:00Z</updated><author><name>Mia</name></author>
${[1, 2, 3].map((n) => `<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Lampe <em>${n}</em></div></title><id>tag:nimbus.example,2026:${n}</id><link rel="alternate" href="${n}"/><published>2026-07-1${n}T10:00:00+02:00</published><updated>2026-07-15T08:00:00.123Z</updated><category term="a" label="A"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Bonjour 💡</p></div></content><source><title>Autre</title></source></entry>`).join('\n')}</feed>`,
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://n.example/"><title>RDF</title><link>https://n.example/</link></channel>${[1, 2].map((n) => `<item rdf:about="https://n.example/${n}"><title>Un ${n}</title><link>https://n.example/${n}</link><dc:date>2026-07-1${n}</dc:date></item>`).join('')}</rdf:RDF>`,
  `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped">Vieux</title><entry><title>Un</title><issued>2003-12-13T08:29:29-04:00</issued><content type="text/html" mode="base64">PHA+VW48L3A+</content></entry></feed>`,
  `<CHANNEL HREF="https://n.example/"><TITLE>CDF</TITLE><ITEM HREF="https://n.example/1" LASTMOD="1998-11-05T22:12"><TITLE>Un</TITLE><ABSTRACT>a</ABSTRACT></ITEM></CHANNEL>`,
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'L',
    authors: [{ name: 'Mia' }],
    items: [1, 2, 3].map((n) => ({
      id: `${n}`,
      title: `Un ${n} é`,
      content_html: '<p>x "y"</p>',
      date_published: '2026-07-14T10:00:00+02:00',
      tags: ['a'],
      attachments: [{ url: 'a.mp3', mime_type: 'audio/mpeg' }],
    })),
  }),
]

const tokens =
  `< > </ /> <![CDATA[ ]]> <!-- --> & &amp; &# &#x ; " ' <item> </item> <entry> </entry> <title> </title> </feed> </channel>
  <source> <link\u00a0href=x xmlns="y" xmlns:a="http://www.w3.org/2005/Atom" <a:title> type="xhtml" mode="base64" xml:base="//" <!DOCTYPE
  <!ENTITY\u00a0a\u00a0"b"> { } [ ] , : \\ \\u null "items":[ \0 \ufffe \ufeff \ud83d 2026 Jul +0200 T Z ?> <?xml encoding="utf-16" encoding="shift_jis"`
    .split(/[ \n]+/u)
    .filter(Boolean)
    .map((token) => Buffer.from(token.replaceAll('\u00a0', ' ')))

/** One of the feeds, changed in a few places: cut, doubled, crossed with another, bits turned, odd pieces put in. */
export function mutant(feeds: Buffer[], next: () => number): Buffer {
  const below = (most: number) => Math.floor(next() * most)
  const pick = <Some>(all: Some[]) => all[below(all.length)]!
  let bytes = Buffer.from(pick(feeds))
  for (let change = 1 + below(6); change > 0; change--) {
    const at = below(bytes.length)
    const to = Math.min(bytes.length, at + below(next() < 0.8 ? 40 : bytes.length))
    const put = (piece: Uint8Array, until = at) => {
      bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(until)])
    }
    const kind = below(8)
    if (kind === 0) put(Buffer.alloc(0), to)
    else if (kind === 1) put(bytes.subarray(at, to))
    else if (kind === 2 && bytes.length > 0) bytes[at]! ^= 1 << below(8)
    else if (kind === 3) put(pick(tokens), to)
    else if (kind === 4) put(pick(feeds).subarray(below(2_000), below(4_000)), to)
    else if (kind === 5) put(Buffer.concat(Array.from({ length: 1 + below(300) }, () => pick(tokens))))
    else if (kind === 6) put(Buffer.concat(Array(1 + below(2_000)).fill(pick(tokens))))
    else put(pick(tokens))
    if (bytes.length > 1_000_000) bytes = bytes.subarray(0, 1_000_000)
  }
  return next() < 0.2 ? bytes.subarray(0, below(bytes.length + 1)) : bytes
}

/** Reads it and holds the reader to what it promises of any bytes: a feed as it should be, or an Oops; and quickly. */
export async function tried(bytes: Uint8Array): Promise<Feed | null> {
  const before = process.threadCpuUsage()
  let feed: Feed | null = null
  try {
    feed = await readFeed(bytes, { url: 'https://n.example/flux' })
  } catch (error) {
    if (!(error instanceof Oops)) throw error
  }
  const { user, system } = process.threadCpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(1_000)
  for (const post of feed?.posts ?? []) {
    expect(post.title).not.toMatch(unfit)
    expect(post.text).not.toMatch(unfitText)
    expect(post.author ?? '').not.toMatch(unfit)
    expect(post.url ?? '').not.toMatch(/^\s*(?:javascript|data|vbscript):/iu)
    for (const at of [post.publishedAt, post.updatedAt]) expect(at === null || Number.isFinite(at)).toBe(true)
    for (const text of [post.id, post.title, post.text, ...(post.categories ?? [])])
      expect(typeof text).toBe('string')
  }
  return feed
}

const unfit = /[\0-\x1f\ufffe\uffff]/
const unfitText = /[\0-\x09\x0b-\x1f\ufffe\uffff]/

const dates =
  `Tue, 14 Jul 2026 10:00:00 +0200|2026-07-14T10:00:00.123+02:00|Tue Jul 14 10:00:00 2026|mar. 14 juillet 2026 à 12h00 CEST|14/07/2026 10:00 PM|
20260714T100000Z|2026-195|Sat, 01 Jan 00 00:00:00 EST|1er août 2026|7/4/2026 3:05:00 PM|1784023200|26-07-14|Tue, 14-Jul-26 10:00:00 GMT`.split(
    /\|\n?/u,
  )
const bits = [...'0123456789:-+/.,TZ ()apmhé', 'GMT', 'Jul', 'mar.', 'CEST', '99', '2026', 'AM', 'août']

/** A date, changed in a few places; read, it is a moment or none, and the moment reads back as itself. */
export function triedDate(next: () => number): string {
  const below = (most: number) => Math.floor(next() * most)
  let text = dates[below(dates.length)]!
  for (let change = below(5); change > 0; change--) {
    const at = below(text.length + 1)
    text = text.slice(0, at) + bits[below(bits.length)]! + text.slice(at + below(4))
  }
  const at = readDate(text)
  if (at !== null) {
    const year = new Date(at).getUTCFullYear()
    if (!Number.isFinite(at)) throw new Error(`“${text}” is ${at}`)
    if (year > 999 && year < 9_999 && readDate(new Date(at).toISOString()) !== at)
      throw new Error(`“${text}” is ${new Date(at).toISOString()}, which reads as another moment`)
  }
  return text
}

export { random }
