import { expect, test } from 'vitest'
import { secondOpinion } from '../../src/sources/rss-parser.ts'
import { reading } from './shorthand.ts'

// Well-formed feeds, on which two readers have no reason to differ.
const feeds: Record<string, string> = {
  'RSS 2.0': `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>Lampes &amp; cie</title><link>https://nimbus.example/</link><description>d</description>
    <item><title>Été : la lampe « Nimbus »</title><link>https://nimbus.example/1?a=1&amp;b=2</link><guid isPermaLink="false">n-1</guid><pubDate>Tue, 14 Jul 2026 10:00:00 +0200</pubDate><description>Court</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded></item>
    <item><title><![CDATA[R&D]]></title><link>https://nimbus.example/2</link><guid>https://nimbus.example/2</guid><pubDate>Mon, 13 Jul 2026 23:59:59 GMT</pubDate></item></channel></rss>`,
  'RSS 0.91':
    '<rss version="0.91"><channel><title>Vieux</title><link>https://vieux.example/</link><item><title>Un</title><link>https://vieux.example/1</link></item></channel></rss>',
  'RSS 1.0': `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://rdf.example/"><title>RDF</title><link>https://rdf.example/</link></channel>
    <item rdf:about="https://rdf.example/1"><title>Un</title><link>https://rdf.example/1</link><dc:date>2026-07-14T10:00:00+02:00</dc:date></item></rdf:RDF>`,
  'Atom 1.0': `<feed xmlns="http://www.w3.org/2005/Atom"><title>Atome</title><link rel="self" href="https://atome.example/a.xml"/><link rel="alternate" href="https://atome.example/"/>
    <entry><title>Un</title><id>tag:atome.example,2026:1</id><link rel="alternate" href="https://atome.example/1"/><published>2026-07-14T08:00:00Z</published><updated>2026-07-15T08:00:00Z</updated></entry></feed>`,
}

// Known differences, each with its reason.
const without: Record<string, ('id' | 'publishedAt')[]> = {
  // rss-parser leaves out rdf:about, the only id that RSS 1.0 has, and tells dc:date only as text.
  'RSS 1.0': ['id', 'publishedAt'],
}

test.each(Object.entries(feeds))('two readers agree on a well-formed feed: %s', async (kind, text) => {
  const [ours, theirs] = [await reading(text), await secondOpinion(text)]
  if ('error' in theirs) throw new Error(theirs.error)
  const only = <Post extends object>(post: Post) =>
    Object.fromEntries(
      Object.entries(post).filter(([key]) => !(without[kind] as string[] | undefined)?.includes(key)),
    )
  expect([ours.title, ours.url]).toEqual([theirs.title, theirs.url])
  const seen = ours.posts.map(({ id, url, title, publishedAt }) => only({ id, url, title, publishedAt }))
  expect(seen).toEqual(theirs.posts.map(only))
})

test('where the other reader fails, it says so instead of failing too', async () => {
  expect(await secondOpinion('<html></html>')).toEqual({ error: expect.stringContaining('rss-parser: ') })
})
