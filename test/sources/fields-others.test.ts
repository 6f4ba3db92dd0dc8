import { expect, test } from 'vitest'
import type { FeedPost } from '../../src/sources/reader.ts'
import { at, onlyPost, reading } from './shorthand.ts'

type Row = [what: string, inside: string, expected: Partial<FeedPost>]
const atom = (inside: string, more = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">${more}<entry>${inside}</entry></feed>`
const july = at('2026-07-14T08:00:00Z')
const base64 = (text: string) => Buffer.from(text).toString('base64')

const entries: Row[] = [
  ['a title', '<title>Lampe</title>', { title: 'Lampe' }],
  [
    'a title that is text',
    '<title type="text">a &lt; b &lt;b&gt;c&lt;/b&gt; &amp;amp;</title>',
    { title: 'a < b <b>c</b> &amp;' },
  ],
  [
    'a title in HTML',
    '<title type="html">&lt;b&gt;Lampe&lt;/b&gt; &amp;amp; co &amp;eacute;</title>',
    { title: 'Lampe & co é' },
  ],
  [
    'a title in HTML in CDATA',
    '<title type="html"><![CDATA[<b>Lampe</b> &amp; co]]></title>',
    { title: 'Lampe & co' },
  ],
  [
    'a title in XHTML',
    '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Lampe <em>&amp; co</em> &lt;</div></title>',
    { title: 'Lampe & co <' },
  ],
  [
    'a title in XHTML by prefix',
    '<title type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:b>Lampe</x:b></x:div></title>',
    { title: 'Lampe' },
  ],
  [
    'a title of an old type',
    '<title type="text/html" mode="escaped">&lt;b&gt;Lampe&lt;/b&gt;</title>',
    { title: 'Lampe' },
  ],
  [
    'a title in base64',
    `<title type="text/plain" mode="base64">${base64('Lampe été')}</title>`,
    { title: 'Lampe été' },
  ],
  [
    'a title as XML',
    '<title type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml">Lampe</div></title>',
    { title: 'Lampe' },
  ],
  [
    'an id',
    '<id> tag:n.example,2026:1\n</id>',
    { id: 'tag:n.example,2026:1', url: null, uri: 'tag:n.example,2026:1' },
  ],
  [
    'an id that is an address',
    '<id>https://n.example/1</id>',
    { id: 'https://n.example/1', url: 'https://n.example/1' },
  ],
  ['a link', '<link href="https://n.example/1"/>', { url: 'https://n.example/1' }],
  [
    'a link for people before one for machines',
    '<link type="application/atom+xml" href="https://n.example/1.atom"/><link type="text/html" href="https://n.example/1"/>',
    { url: 'https://n.example/1' },
  ],
  [
    'a link, not to itself',
    '<link rel="self" href="https://n.example/s"/><link rel="alternate" href="https://n.example/1"/>',
    { url: 'https://n.example/1' },
  ],
  [
    'a link, not to what is related',
    '<link rel="related" href="https://x.example"/><link rel="via" href="https://y.example"/><link rel="alternate" href="https://n.example/1"/>',
    { url: 'https://n.example/1' },
  ],
  [
    'a link by IANA’s long name',
    '<link rel="http://www.iana.org/assignments/relation/alternate" href="https://n.example/1"/>',
    { url: 'https://n.example/1' },
  ],
  [
    'a link by its base',
    '<link xml:base="https://n.example/a/" href="1"/>',
    { url: 'https://n.example/a/1' },
  ],
  ['a link, escaped', '<link href="https://n.example/?a=1&amp;b=2"/>', { url: 'https://n.example/?a=1&b=2' }],
  [
    'a link with a bare &',
    '<link href="https://n.example/?a=1&b=2"/>',
    { url: 'https://n.example/?a=1&b=2' },
  ],
  ['a link in single quotes', "<link href='https://n.example/1'/>", { url: 'https://n.example/1' }],
  [
    'a link with blanks around the sign',
    '<link rel = "alternate" href = "https://n.example/1" />',
    { url: 'https://n.example/1' },
  ],
  ['a link as a text', '<link>https://n.example/1</link>', { url: 'https://n.example/1' }],
  ['published', '<published>2026-07-14T10:00:00+02:00</published>', { publishedAt: july, updatedAt: null }],
  ['updated', '<updated>2026-07-14T08:00:00Z</updated>', { publishedAt: july, updatedAt: july }],
  [
    'both',
    '<updated>2026-07-15T08:00:00Z</updated><published>2026-07-14T08:00:00Z</published>',
    { publishedAt: july, updatedAt: july + 86_400_000 },
  ],
  ['issued', '<issued>2026-07-14T08:00:00Z</issued>', { publishedAt: july }],
  ['issued without a zone', '<issued>2026-07-14T08:00</issued>', { publishedAt: july }],
  ['modified', '<modified>2026-07-14T08:00:00Z</modified>', { updatedAt: july }],
  ['created', '<created>2026-07-14T08:00:00Z</created>', { publishedAt: july }],
  ['pubDate in Atom', '<pubDate>Tue, 14 Jul 2026 08:00:00 GMT</pubDate>', { publishedAt: july }],
  [
    'an author',
    '<author><name>Mia</name><uri>https://mia.example</uri><email>mia@n.example</email></author>',
    { author: 'Mia' },
  ],
  ['an author’s address only', '<author><email>mia@n.example</email></author>', { author: 'mia@n.example' }],
  [
    'an author, not a contributor',
    '<contributor><name>Noor</name></contributor><author><name>Mia</name></author>',
    { author: 'Mia' },
  ],
  ['an author in CDATA', '<author><name><![CDATA[Mia & Noor]]></name></author>', { author: 'Mia & Noor' }],
  ['an author’s reference', '<author><name>Zo&#xeb; &amp; co</name></author>', { author: 'Zoë & co' }],
  [
    'the first of two authors',
    '<author><name>Mia</name></author><author><name>Noor</name></author>',
    { author: 'Mia' },
  ],
  ['a summary', '<summary>Bonjour</summary>', { text: 'Bonjour' }],
  ['a summary in HTML', '<summary type="html">&lt;p&gt;Bonjour&lt;/p&gt;</summary>', { text: 'Bonjour' }],
  ['content before a summary', '<summary>Court</summary><content>Long</content>', { text: 'Long' }],
  [
    'content in HTML',
    '<content type="html">&lt;p&gt;Un&lt;/p&gt;&lt;p&gt;Deux&lt;/p&gt;</content>',
    { text: 'Un\nDeux' },
  ],
  [
    'content in XHTML',
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un <a href="x">lien</a></p></div></content>',
    { text: 'Un lien' },
  ],
  [
    'content in XHTML with an entry’s words inside',
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><title>non</title><p>Un</p><summary>Deux</summary></div></content>',
    { text: 'Un\nDeux', title: '' },
  ],
  ['content that is text', '<content type="text">a &lt;b&gt; c</content>', { text: 'a <b> c' }],
  [
    'content in base64',
    `<content type="text/html" mode="base64">${base64('<p>Été</p>')}</content>`,
    { text: 'Été' },
  ],
  [
    'content in base64 over lines',
    `<content type="text/html" mode="base64">\n${base64('<p>Un été</p>').replace(/(.{6})/g, '$1\n ')}</content>`,
    { text: 'Un été' },
  ],
  [
    'content in base64 by its type alone',
    `<content type="text/plain" mode="base64">${base64('Un été')}</content>`,
    { text: 'Un été' },
  ],
  [
    'a text in base64 as Atom 1.0 has it',
    `<content type="application/octet-stream">${base64('Un été')}</content><summary>Court</summary>`,
    { text: 'Court' },
  ],
  [
    'content from elsewhere',
    '<content type="video/mp4" src="https://n.example/v.mp4"/><summary>Court</summary>',
    { text: 'Court' },
  ],
  [
    'content of many parts',
    '<content type="multipart/alternative"><content type="text/plain">Un</content><content type="text/html" mode="escaped">&lt;p&gt;Deux&lt;/p&gt;</content></content>',
    { text: 'Un' },
  ],
  ['content as naked markup', '<content><p>Un <b>deux</b></p></content>', { text: 'Un deux' }],
  [
    'content as another XML',
    '<content type="application/xml"><x xmlns="https://x.example"><y>Un</y></x></content>',
    { text: 'Un' },
  ],
  [
    'mode xml',
    '<content type="application/xhtml+xml" mode="xml"><p xmlns="http://www.w3.org/1999/xhtml">Un</p></content>',
    { text: 'Un' },
  ],
  [
    'categories',
    '<category term="a"/><category term="b" label="B &amp; co" scheme="s"/>',
    { categories: ['a', 'B & co'] },
  ],
  [
    'an enclosure',
    '<link rel="enclosure" type="audio/mpeg" href="https://n.example/a.mp3"/>',
    { enclosures: [{ url: 'https://n.example/a.mp3', type: 'audio/mpeg' }] },
  ],
  ['thr:total', '<thr:total>5</thr:total>', { comments: 5 }],
  [
    'thr:count',
    '<link rel="replies" type="application/atom+xml" href="https://n.example/c" thr:count="4"/>',
    { comments: 4 },
  ],
  ['its own language', '<title xml:lang="fr">Lampe</title>', { language: 'fr' }],
  ['its own language on the entry', '</entry><entry xml:lang="fr"><title>Lampe</title>', { language: 'fr' }],
  [
    'a video’s title and words',
    '<media:group xmlns:media="http://search.yahoo.com/mrss/"><media:title>Lampe</media:title><media:description>Bonjour</media:description><media:thumbnail url="https://n.example/v.jpg"/></media:group>',
    { title: 'Lampe', text: 'Bonjour', image: 'https://n.example/v.jpg' },
  ],
  [
    'where it comes from',
    '<source><title>Autre</title><id>x</id><updated>2020-01-01T00:00:00Z</updated><author><name>Noor</name></author></source><title>Lampe</title>',
    { title: 'Lampe', outlet: 'Autre', id: '', publishedAt: null, author: 'Noor' },
  ],
  [
    'what it answers',
    '<thr:in-reply-to ref="tag:x" href="https://x.example"/><link href="https://n.example/1"/>',
    { url: 'https://n.example/1' },
  ],
]
test.each(entries)('Atom: %s', async (what, inside, expected) => {
  const { posts } = await reading(atom(inside))
  expect(posts.at(-1), what).toMatchObject(expected)
})

const feeds: [string, string, object][] = [
  ['title', '<title type="html">Lampes &amp;amp; &lt;b&gt;cie&lt;/b&gt;</title>', { title: 'Lampes & cie' }],
  ['subtitle is no title', '<subtitle>Sous</subtitle><title>Lampes</title>', { title: 'Lampes' }],
  [
    'link',
    '<link rel="self" href="https://n.example/a"/><link href="https://n.example/"/>',
    { url: 'https://n.example/', self: 'https://n.example/a' },
  ],
  [
    'link as Atom 0.3 writes it',
    '<link rel="alternate" type="text/html" href="https://n.example/"/>',
    { url: 'https://n.example/' },
  ],
  ['id', '<id>urn:uuid:1</id>', { id: 'urn:uuid:1', uri: 'urn:uuid:1' }],
  ['updated', '<updated>2026-07-14T08:00:00Z</updated>', { updatedAt: july }],
  ['modified', '<modified>2026-07-14T08:00:00Z</modified>', { updatedAt: july }],
  ['hub', '<link rel="hub" href="https://hub.example/"/>', { hub: 'https://hub.example/' }],
  ['its author is its entries’', '<author><name>Mia</name></author>', { posts: [{ author: 'Mia' }] }],
  ['its language is its entries’', '<x/></feed><feed xml:lang="fr">', { language: 'fr' }],
]
test.each(feeds)('Atom, feed: %s', async (_, inside, expected) => {
  expect(await reading(atom('', inside))).toMatchObject(expected)
})

const one = {
  title: 'Lampes',
  url: 'https://n.example/',
  posts: [{ title: 'Un', url: 'https://n.example/1', publishedAt: july }],
}
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const purl = 'http://purl.org/rss/1.0/'
const dc = 'http://purl.org/dc/elements/1.1/'
const body = (p: string, about = '') =>
  `<${p}channel><${p}title>Lampes</${p}title><${p}link>https://n.example/</${p}link></${p}channel><${p}item${about}><${p}title>Un</${p}title><${p}link>https://n.example/1</${p}link>`
const date = (p: string) => `<${p}date>2026-07-14T10:00:00+02:00</${p}date>`
const rss = (p: string) => `${body(p)}<${p}pubDate>Tue, 14 Jul 2026 08:00:00 GMT</${p}pubDate></${p}item>`
const anyAtom = (p: string) =>
  `<${p}title>Lampes</${p}title><${p}link rel="alternate" href="https://n.example/"/><${p}entry><${p}title>Un</${p}title><${p}link rel="alternate" href="https://n.example/1"/><${p}published>2026-07-14T08:00:00Z</${p}published></${p}entry>`

const families: Record<string, string> = {
  'RSS 2.0': `<rss version="2.0">${rss('').replace('</channel>', '')}</channel></rss>`,
  'RSS 2.0, items behind the channel': `<rss version="2.0">${rss('')}</rss>`,
  'RSS without a version': `<rss>${rss('')}</rss>`,
  'RSS 0.92': `<rss version="0.92">${rss('')}</rss>`,
  'RSS of an unknown version': `<rss version="3.14">${rss('')}</rss>`,
  'RSS 0.91 with Netscape’s DOCTYPE': `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91">${rss('')}</rss>`,
  'RSS 2.0 with Userland’s namespace': `<rss version="2.0" xmlns="http://backend.userland.com/rss2">${rss('')}</rss>`,
  'RSS 2.0 in a namespace nobody knows': `<rss version="2.0" xmlns="https://unknown.example/">${rss('')}</rss>`,
  'RSS 2.0 by prefix': `<r:rss version="2.0" xmlns:r="http://blogs.law.harvard.edu/tech/rss">${rss('r:')}</r:rss>`,
  'RSS in capitals': `<RSS VERSION="2.0">${rss('').toUpperCase().replaceAll('HTTPS://N.EXAMPLE', 'https://n.example').replaceAll('>LAMPES', '>Lampes').replaceAll('>UN', '>Un')}</RSS>`,
  'a channel without rss around it': `${rss('')}`,
  'RSS 1.0': `<rdf:RDF xmlns:rdf="${rdf}" xmlns="${purl}" xmlns:dc="${dc}">${body('')}${date('dc:')}</item></rdf:RDF>`,
  'RSS 1.0, RDF as the default': `<RDF xmlns="${rdf}" xmlns:rss="${purl}" xmlns:d="${dc}">${body('rss:')}${date('d:')}</rss:item></RDF>`,
  'RSS 1.0 with other prefixes': `<r:RDF xmlns:r="${rdf}" xmlns:s="${purl}" xmlns:x="${dc}">${body('s:', ' r:about="https://n.example/1"')}${date('x:')}</s:item></r:RDF>`,
  'RSS 1.0 without namespaces': `<rdf:RDF>${body('')}${date('dc:')}</item></rdf:RDF>`,
  'RSS 1.0 with namespaces where they are used': `<rdf:RDF xmlns:rdf="${rdf}">${body('').replaceAll(/<(channel|item)/g, `<$1 xmlns="${purl}"`)}<date xmlns="${dc}">2026-07-14T08:00Z</date></item></rdf:RDF>`,
  'RSS 0.90': `<rdf:RDF xmlns:rdf="${rdf}" xmlns="http://my.netscape.com/rdf/simple/0.9/">${body('')}<dc:date>2026-07-14T08:00:00Z</dc:date></item></rdf:RDF>`,
  'RSS 0.90, the channel’s namespace': `<rdf:RDF xmlns:rdf="${rdf}" xmlns="http://channel.netscape.com/rdf/simple/0.9/">${body('')}<dc:date>2026-07-14T08:00:00Z</dc:date></item></rdf:RDF>`,
  'RSS 1.1': `<Channel xmlns="http://purl.org/net/rss1.1#" xmlns:rdf="${rdf}" rdf:about="x"><title>Lampes</title><link>https://n.example/</link><items rdf:parseType="Collection"><item rdf:about="https://n.example/1"><title>Un</title><link>https://n.example/1</link><dc:date>2026-07-14T08:00:00Z</dc:date></item></items></Channel>`,
  'Atom 1.0': `<feed xmlns="http://www.w3.org/2005/Atom">${anyAtom('')}</feed>`,
  'Atom 1.0 by prefix': `<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">${anyAtom('atom:')}</atom:feed>`,
  'Atom 1.0 by an odd prefix': `<x-1:feed xmlns:x-1="http://www.w3.org/2005/Atom">${anyAtom('x-1:')}</x-1:feed>`,
  'Atom 1.0 by https': `<f:feed xmlns:f="https://www.w3.org/2005/Atom">${anyAtom('f:')}</f:feed>`,
  'Atom without a namespace': `<feed>${anyAtom('')}</feed>`,
  'Atom in a namespace nobody knows': `<feed xmlns="https://unknown.example/">${anyAtom('')}</feed>`,
  'Atom by a prefix that nobody knows': `<zz:feed xmlns:zz="https://unknown.example/">${anyAtom('zz:')}</zz:feed>`,
  'RSS by a prefix that nobody declared': `<zz:rss>${rss('zz:')}</zz:rss>`,
  'Atom 0.3': `<feed version="0.3" xmlns="http://purl.org/atom/ns#">${anyAtom('').replaceAll('published', 'issued')}</feed>`,
  'Atom 0.3 by prefix': `<a:feed version="0.3" xmlns:a="http://purl.org/atom/ns#">${anyAtom('a:').replaceAll('published', 'issued')}</a:feed>`,
  'Atom 0.2': `<feed version="0.2" xmlns="http://purl.org/atom/ns#">${anyAtom('').replaceAll('published', 'created')}</feed>`,
  'Echo, before it was Atom': `<e:feed xmlns:e="http://purl.org/echo/">${anyAtom('e:').replaceAll('published', 'created')}</e:feed>`,
  'Pie, before it was Echo': `<p:feed xmlns:p="http://purl.org/pie/">${anyAtom('p:').replaceAll('published', 'created')}</p:feed>`,
  CDF: '<CHANNEL HREF="https://n.example/"><TITLE>Lampes</TITLE><ITEM HREF="https://n.example/1" LASTMOD="2026-07-14T08:00"><TITLE>Un</TITLE><ABSTRACT>a</ABSTRACT></ITEM></CHANNEL>',
  'CDF with links inside':
    '<Channel><A HREF="https://n.example/"/><Title>Lampes</Title><Item LastMod="2026-07-14T08:00Z"><A Href="https://n.example/1">Un</A><Title>Un</Title></Item></Channel>',
  'CDF by its base':
    '<CHANNEL BASE="https://n.example/" HREF=""><A HREF="https://n.example/"/><TITLE>Lampes</TITLE><ITEM HREF="1" LASTMOD="1996-07-14"><TITLE>Un</TITLE></ITEM></CHANNEL>'.replace(
      '1996-07-14',
      '2026-07-14T08:00',
    ),
  'JSON Feed 1': JSON.stringify({
    version: 'https://jsonfeed.org/version/1',
    title: 'Lampes',
    home_page_url: 'https://n.example/',
    items: [
      { id: '1', title: 'Un', url: 'https://n.example/1', date_published: '2026-07-14T10:00:00+02:00' },
    ],
  }),
  'JSON Feed 1.1': JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Lampes',
    home_page_url: 'https://n.example/',
    items: [{ id: 1, title: 'Un', url: '/1', date_published: '2026-07-14T08:00:00.000Z' }],
  }),
  'JSON Feed with a mark before': `\ufeff${JSON.stringify({ version: 'https://jsonfeed.org/version/1', title: 'Lampes', home_page_url: 'https://n.example/', items: [{ id: 'https://n.example/1', title: 'Un', date_modified: '2026-07-14T08:00:00Z' }] })}`,
}
test.each(Object.entries(families))('a family of feeds is read: %s', async (_, text) => {
  expect(await reading(text)).toMatchObject(one)
})

const json = (item: object, feed: object = {}) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Lampes', items: [item], ...feed })
const jsonRows: [string, object, Partial<FeedPost>][] = [
  ['title', { id: '1', title: 'a < b & c' }, { title: 'a < b & c' }],
  ['no title', { id: '1', content_text: 'x' }, { title: '', text: 'x' }],
  ['a number for an id', { id: 17 }, { id: '17' }],
  ['HTML', { id: '1', content_html: '<p>Un &amp; deux</p>' }, { text: 'Un & deux' }],
  ['text', { id: '1', content_text: 'Un <b> deux &amp;' }, { text: 'Un <b> deux &amp;' }],
  ['both', { id: '1', content_html: '<p>Un</p>', content_text: 'Un' }, { text: 'Un' }],
  ['a summary', { id: '1', summary: 'Court' }, { text: 'Court' }],
  [
    'an address',
    { id: '1', url: 'https://n.example/1', external_url: 'https://x.example/' },
    { url: 'https://n.example/1' },
  ],
  ['an address elsewhere', { id: '1', external_url: 'https://x.example/' }, { url: 'https://x.example/' }],
  ['an author of version 1', { id: '1', author: { name: 'Mia' } }, { author: 'Mia' }],
  ['authors of version 1.1', { id: '1', authors: [{ name: 'Mia' }, { name: 'Noor' }] }, { author: 'Mia' }],
  ['tags', { id: '1', tags: ['a', 'b', 3] }, { categories: ['a', 'b', '3'] }],
  ['pictures', { id: '1', image: 'https://n.example/i.png' }, { image: 'https://n.example/i.png' }],
  ['a banner', { id: '1', banner_image: 'https://n.example/i.png' }, { image: 'https://n.example/i.png' }],
  [
    'attachments',
    { id: '1', attachments: [{ url: 'https://n.example/a.mp3', mime_type: 'audio/mpeg' }] },
    { enclosures: [{ url: 'https://n.example/a.mp3', type: 'audio/mpeg' }] },
  ],
  ['language', { id: '1', language: 'fr' }, { language: 'fr' }],
  [
    'both dates',
    { id: '1', date_published: '2026-07-14T08:00:00Z', date_modified: '2026-07-15T08:00:00Z' },
    { publishedAt: july, updatedAt: july + 86_400_000 },
  ],
  [
    'nonsense',
    { id: '1', title: ['a'], tags: 'a', authors: 'Mia', attachments: [null, 3, {}], date_published: {} },
    { title: '', categories: [], author: null, enclosures: [], publishedAt: null },
  ],
]
test.each(jsonRows)('JSON Feed: %s', async (_, item, expected) => {
  expect(await onlyPost(json(item))).toMatchObject(expected)
})

const broken: [string, string, string[]][] = [
  [
    'cut in an item',
    '{"version":"https://jsonfeed.org/version/1","title":"L","items":[{"id":"1","title":"Un"},{"id":"2","title":"De',
    ['Un', 'De'],
  ],
  [
    'cut in a reference',
    '{"version":"https://jsonfeed.org/version/1","title":"L","items":[{"id":"2","title":"De\\u00',
    ['De'],
  ],
  [
    'a backslash too many',
    '{"version":"https://jsonfeed.org/version/1","title":"L","items":[{"id":"2","title":"l\\\'ete \\u00e9"}]}',
    ["l'ete é"],
  ],
  [
    'cut between items',
    '{"version":"https://jsonfeed.org/version/1","title":"L","items":[{"id":"1","title":"Un"},',
    ['Un'],
  ],
  [
    'commas too many',
    '{"version":"https://jsonfeed.org/version/1","title":"L","items":[{"id":"1","title":"Un"},],}',
    ['Un'],
  ],
  [
    'a line break in a string',
    '{"version":"https://jsonfeed.org/version/1","title":"L","items":[{"id":"1","title":"Un\ndeux"}]}',
    ['Un deux'],
  ],
  [
    'one broken item',
    '{"version":"https://jsonfeed.org/version/1","title":"L","items":[{"id":"1","title":"Un"},{"id":oops},{"id":"3","title":"Trois"}]}',
    ['Un', 'Trois'],
  ],
  [
    'items before everything',
    '{"items":[{"id":"1","title":"Un"}],"title":"L","version":"https://jsonfeed.org/version/1"}',
    ['Un'],
  ],
]
test.each(broken)('of a broken JSON Feed all is kept that can be: %s', async (_, text, titles) => {
  expect((await reading(text)).posts.map(({ title }) => title)).toEqual(titles)
})
