import { expect, test } from 'vitest'
import type { FeedPost } from '../../src/sources/reader.ts'
import { at, onlyPost, reading, rss } from './shorthand.ts'

type Row = [what: string, inside: string, expected: Partial<FeedPost>]

const titles: Row[] = [
  ['plain', '<title>Lampe</title>', { title: 'Lampe' }],
  ['references', '<title>a &amp; b &lt; c &#233; &#xE9;</title>', { title: 'a & b < c é é' }],
  ['CDATA', '<title><![CDATA[a & b < c]]></title>', { title: 'a & b < c' }],
  ['CDATA around markup', '<title><![CDATA[<em>Lampe</em> &amp; co]]></title>', { title: 'Lampe & co' }],
  ['escaped markup', '<title>&lt;em&gt;Lampe&lt;/em&gt; neuve</title>', { title: 'Lampe neuve' }],
  ['markup in numbers', '<title>&#60;em&#62;Lampe&#60;/em&#62;</title>', { title: 'Lampe' }],
  ['naked markup', '<title><em>Lampe</em> neuve</title>', { title: 'Lampe neuve' }],
  [
    'an XHTML division',
    '<title><div xmlns="http://www.w3.org/1999/xhtml"><b>Lampe</b></div></title>',
    { title: 'Lampe' },
  ],
  ['Dublin Core', '<dc:title>Lampe</dc:title>', { title: 'Lampe' }],
  ['its own before Dublin Core’s', '<title>Lampe</title><dc:title>Autre</dc:title>', { title: 'Lampe' }],
  ['a podcast’s, where it has no other', '<itunes:title>Lampe</itunes:title>', { title: 'Lampe' }],
  ['white space', '<title>\n\t Lampe \r\n neuve </title>', { title: 'Lampe neuve' }],
  ['an empty one before a full one', '<title/><title>Lampe</title>', { title: 'Lampe' }],
  ['with attributes', '<title xml:lang="fr" type="text">Lampe</title>', { title: 'Lampe' }],
  ['of a picture in the item', '<image><title>Photo</title></image><title>Lampe</title>', { title: 'Lampe' }],
  ['a comment inside', '<title>Lam<!-- x -->pe</title>', { title: 'Lampe' }],
  ['an instruction inside', '<title>Lam<?x y?>pe</title>', { title: 'Lampe' }],
  ['signs beyond 16 bits', '<title>&#128161; 💡 &#x1F4A1;</title>', { title: '💡 💡 💡' }],
]

const links: Row[] = [
  ['plain', '<link>https://n.example/1</link>', { url: 'https://n.example/1' }],
  ['with blanks around', '<link>\n https://n.example/1 \n</link>', { url: 'https://n.example/1' }],
  ['CDATA', '<link><![CDATA[https://n.example/?a=1&b=2]]></link>', { url: 'https://n.example/?a=1&b=2' }],
  [
    'a bare &',
    '<link>https://n.example/?a=1&b=2&copy=3</link>',
    { url: 'https://n.example/?a=1&b=2&copy=3' },
  ],
  ['escaped', '<link>https://n.example/?a=1&amp;b=2</link>', { url: 'https://n.example/?a=1&b=2' }],
  [
    'an empty one before a full one',
    '<link></link><link>https://n.example/1</link>',
    { url: 'https://n.example/1' },
  ],
  ['in an attribute', '<link href="https://n.example/1"/>', { url: 'https://n.example/1' }],
  [
    'a module’s beside it',
    '<atom:link rel="self" href="https://x.example"/><link>https://n.example/1</link>',
    { url: 'https://n.example/1' },
  ],
  [
    'RSS’ before a module’s',
    '<atom:link href="https://x.example"/><link>https://n.example/1</link>',
    { url: 'https://n.example/1' },
  ],
  ['the id, where that is an address', '<guid>https://n.example/1</guid>', { url: 'https://n.example/1' }],
  [
    'the id said to be an address',
    '<guid isPermaLink="true">https://n.example/1</guid>',
    { url: 'https://n.example/1' },
  ],
  [
    'not the id, when it is said to be none',
    '<guid isPermaLink="false">https://n.example/1</guid>',
    { url: null },
  ],
  [
    'its own before the id',
    '<guid>https://n.example/g</guid><link>https://n.example/1</link>',
    { url: 'https://n.example/1' },
  ],
  ['by xml:base', '<link xml:base="https://n.example/a/">1</link>', { url: 'https://n.example/a/1' }],
  ['broken over two lines', '<link>https://n.example/\n1</link>', { url: 'https://n.example/1' }],
  ['with no scheme', '<link>//n.example/1</link>', { url: '//n.example/1' }],
  ['other letters', '<link>https://n.example/été</link>', { url: 'https://n.example/été' }],
  [
    'FeedBurner’s original',
    '<link>https://n.example/1</link><feedburner:origLink>https://o.example/1</feedburner:origLink>',
    { url: 'https://n.example/1' },
  ],
]

const ids: Row[] = [
  ['plain', '<guid>n-1</guid>', { id: 'n-1' }],
  ['with an attribute', '<guid isPermaLink="false">n-1</guid>', { id: 'n-1' }],
  ['CDATA', '<guid><![CDATA[n-1&2]]></guid>', { id: 'n-1&2' }],
  ['escaped', '<guid>https://n.example/?a=1&amp;b=2</guid>', { id: 'https://n.example/?a=1&b=2' }],
  ['blanks', '<guid> n-1\n</guid>', { id: 'n-1' }],
  ['a module’s', '<atom:id>tag:n.example,2026:1</atom:id>', { id: 'tag:n.example,2026:1' }],
  ['none', '<link>https://n.example/1</link>', { id: '' }],
  ['its own before Dublin Core’s', '<dc:identifier>x</dc:identifier><guid>n-1</guid>', { id: 'n-1' }],
]

const july = at('2026-07-14T08:00:00Z')
const dates: Row[] = [
  ['pubDate', '<pubDate>Tue, 14 Jul 2026 10:00:00 +0200</pubDate>', { publishedAt: july }],
  ['CDATA', '<pubDate><![CDATA[Tue, 14 Jul 2026 10:00:00 +0200]]></pubDate>', { publishedAt: july }],
  ['blanks', '<pubDate>\n Tue,  14 Jul 2026 10:00:00 +0200 \n</pubDate>', { publishedAt: july }],
  ['dc:date', '<dc:date>2026-07-14T10:00:00+02:00</dc:date>', { publishedAt: july }],
  ['dcterms:created', '<dcterms:created>2026-07-14T08:00Z</dcterms:created>', { publishedAt: july }],
  ['dcterms:issued', '<dcterms:issued>2026-07-14T08:00:00Z</dcterms:issued>', { publishedAt: july }],
  ['dcterms:date', '<dcterms:date>2026-07-14T08:00:00Z</dcterms:date>', { publishedAt: july }],
  [
    'dcterms:modified',
    '<dcterms:modified>2026-07-14T08:00:00Z</dcterms:modified>',
    { publishedAt: july, updatedAt: july },
  ],
  ['published', '<published>2026-07-14T08:00:00Z</published>', { publishedAt: july }],
  [
    'atom:updated',
    '<atom:updated>2026-07-14T08:00:00Z</atom:updated>',
    { publishedAt: july, updatedAt: july },
  ],
  ['issued', '<issued>2026-07-14T08:00:00Z</issued>', { publishedAt: july }],
  ['modified', '<modified>2026-07-14T08:00:00Z</modified>', { updatedAt: july }],
  ['created', '<created>2026-07-14T08:00:00Z</created>', { publishedAt: july }],
  ['date', '<date>2026-07-14T08:00:00Z</date>', { publishedAt: july }],
  ['pubdate in small letters', '<pubdate>2026-07-14T08:00:00Z</pubdate>', { publishedAt: july }],
  [
    'a broken one before a good one',
    '<pubDate>hier</pubDate><dc:date>2026-07-14T08:00:00Z</dc:date>',
    { publishedAt: july },
  ],
  [
    'dc:date beside pubDate',
    '<pubDate>Tue, 14 Jul 2026 08:00:00 GMT</pubDate><dc:date>2026-07-15</dc:date>',
    { publishedAt: july, updatedAt: at('2026-07-15') },
  ],
  ['lastBuildDate', '<lastBuildDate>Tue, 14 Jul 2026 08:00:00 GMT</lastBuildDate>', { publishedAt: july }],
  ['none', '<title>x</title>', { publishedAt: null, updatedAt: null }],
  ['none that can be read', '<pubDate>bientôt</pubDate>', { publishedAt: null }],
]

const authors: Row[] = [
  ['mail and name', '<author>mia@nimbus.example (Mia Martin)</author>', { author: 'Mia Martin' }],
  ['name and mail', '<author>Mia Martin &lt;mia@nimbus.example&gt;</author>', { author: 'Mia Martin' }],
  ['name and mail in brackets', '<author>Mia Martin (mia@nimbus.example)</author>', { author: 'Mia Martin' }],
  ['name only', '<author>Mia Martin</author>', { author: 'Mia Martin' }],
  ['mail only', '<author>mia@nimbus.example</author>', { author: 'mia@nimbus.example' }],
  ['CDATA', '<author><![CDATA[Mia & Noor]]></author>', { author: 'Mia & Noor' }],
  ['dc:creator', '<dc:creator>Mia Martin</dc:creator>', { author: 'Mia Martin' }],
  ['dc:creator in CDATA', '<dc:creator><![CDATA[ Mia Martin ]]></dc:creator>', { author: 'Mia Martin' }],
  ['dc:author', '<dc:author>Mia Martin</dc:author>', { author: 'Mia Martin' }],
  ['itunes:author', '<itunes:author>Mia Martin</itunes:author>', { author: 'Mia Martin' }],
  [
    'Atom’s form',
    '<author><name>Mia Martin</name><email>mia@nimbus.example</email></author>',
    { author: 'Mia Martin' },
  ],
  [
    'Atom’s form by prefix',
    '<atom:author><atom:name>Mia Martin</atom:name><atom:uri>https://x.example</atom:uri></atom:author>',
    { author: 'Mia Martin' },
  ],
  ['accents', '<author>Zo&eacute; L&#233;vy</author>', { author: 'Zoé Lévy' }],
  [
    'not a contributor',
    '<dc:contributor>Noor</dc:contributor><dc:creator>Mia</dc:creator>',
    { author: 'Mia' },
  ],
  [
    'not who owns the podcast',
    '<itunes:owner><itunes:name>Noor</itunes:name></itunes:owner>',
    { author: null },
  ],
  ['none', '<title>x</title>', { author: null }],
]

const texts: Row[] = [
  ['description', '<description>Bonjour</description>', { text: 'Bonjour' }],
  [
    'escaped',
    '<description>&lt;p&gt;Bonjour &amp;amp; salut&lt;/p&gt;</description>',
    { text: 'Bonjour & salut' },
  ],
  ['CDATA', '<description><![CDATA[<p>Bonjour &eacute;</p>]]></description>', { text: 'Bonjour é' }],
  ['naked markup', '<description><p>Bonjour <b>Mia</b></p></description>', { text: 'Bonjour Mia' }],
  [
    'naked XHTML by prefix',
    '<description><xh:div xmlns:xh="http://www.w3.org/1999/xhtml"><xh:p>Un</xh:p><xh:p>Deux</xh:p></xh:div></description>',
    { text: 'Un\nDeux' },
  ],
  [
    'content:encoded',
    '<description>Court</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded>',
    { text: 'Long' },
  ],
  [
    'content:encoded under another prefix',
    '<description>Court</description><c:encoded xmlns:c="http://purl.org/rss/1.0/modules/content/">&lt;p&gt;Long&lt;/p&gt;</c:encoded>',
    { text: 'Long' },
  ],
  [
    'xhtml:body',
    '<description>Court</description><body xmlns="http://www.w3.org/1999/xhtml"><p>Long</p></body>',
    { text: 'Long' },
  ],
  ['body', '<description>Court</description><body>Long</body>', { text: 'Long' }],
  ['xhtml:div', '<div xmlns="http://www.w3.org/1999/xhtml"><p>Long</p></div>', { text: 'Long' }],
  ['summary', '<summary>Bonjour</summary>', { text: 'Bonjour' }],
  [
    'atom:summary',
    '<atom:summary type="html">&lt;p&gt;Bonjour&lt;/p&gt;</atom:summary>',
    { text: 'Bonjour' },
  ],
  ['dc:description', '<dc:description>Bonjour</dc:description>', { text: 'Bonjour' }],
  ['dcterms:abstract', '<dcterms:abstract>Bonjour</dcterms:abstract>', { text: 'Bonjour' }],
  ['itunes:summary', '<itunes:summary>Bonjour</itunes:summary>', { text: 'Bonjour' }],
  [
    'media:description',
    '<media:group><media:description type="plain">Bonjour</media:description></media:group>',
    { text: 'Bonjour' },
  ],
  ['fullitem', '<fullitem>&lt;p&gt;Bonjour&lt;/p&gt;</fullitem>', { text: 'Bonjour' }],
  [
    'script and style left out',
    '<description>&lt;style&gt;p{}&lt;/style&gt;&lt;script&gt;x()&lt;/script&gt;vu</description>',
    { text: 'vu' },
  ],
  ['the first of two alike', '<description>Un</description><description>Deux</description>', { text: 'Un' }],
  [
    'a table in naked markup',
    '<description><table><tr><td>a</td><td>b</td></tr></table></description>',
    { text: 'a\nb' },
  ],
  [
    'naked markup with a title in it',
    '<title>T</title><description><div><title>non</title><p>oui</p></div></description>',
    { title: 'T', text: 'oui' },
  ],
  [
    'signs that are no markup',
    '<description>1 &lt; 2 &amp; 3 &gt; 2</description>',
    { text: '1 < 2 & 3 > 2' },
  ],
  ['none', '<title>x</title>', { text: '' }],
]

const file = (url: string, type: string | null) => ({ url, type })
const others: Row[] = [
  ['categories', '<category>a</category><category domain="d">b</category>', { categories: ['a', 'b'] }],
  ['categories in CDATA', '<category><![CDATA[R&D]]></category>', { categories: ['R&D'] }],
  ['dc:subject', '<dc:subject>a</dc:subject>', { categories: ['a'] }],
  [
    'Atom’s categories',
    '<atom:category term="a"/><category term="b" label="B"/>',
    { categories: ['a', 'B'] },
  ],
  [
    'podcasts’ categories',
    '<itunes:category text="Arts"><itunes:category text="Design"/></itunes:category>',
    { categories: ['Arts', 'Design'] },
  ],
  ['media:category', '<media:category>a</media:category>', { categories: ['a'] }],
  ['empty categories', '<category/><category> </category>', { categories: [] }],
  [
    'a reference in a category',
    '<category>&lt;b&gt; &amp; c&eacute;</category>',
    { categories: ['<b> & cé'] },
  ],
  [
    'an enclosure',
    '<enclosure url="https://n.example/a.mp3" length="1" type="audio/mpeg"/>',
    { enclosures: [file('https://n.example/a.mp3', 'audio/mpeg')] },
  ],
  [
    'several enclosures',
    '<enclosure url="https://n.example/a.mp3"/><enclosure url="https://n.example/b.mp3" type="audio/mpeg"/>',
    { enclosures: [file('https://n.example/a.mp3', null), file('https://n.example/b.mp3', 'audio/mpeg')] },
  ],
  [
    'an enclosure with & in it',
    '<enclosure url="https://n.example/?a=1&amp;b=2"/>',
    { enclosures: [file('https://n.example/?a=1&b=2', null)] },
  ],
  [
    'media:content in a group',
    '<media:group><media:content url="https://n.example/v.mp4" type="video/mp4"/></media:group>',
    { enclosures: [file('https://n.example/v.mp4', 'video/mp4')] },
  ],
  ['an enclosure without an address', '<enclosure type="audio/mpeg"/>', { enclosures: [] }],
  ['a thumbnail', '<media:thumbnail url="https://n.example/v.jpg"/>', { image: 'https://n.example/v.jpg' }],
  [
    'a podcast’s picture',
    '<itunes:image href="https://n.example/v.jpg"/>',
    { image: 'https://n.example/v.jpg' },
  ],
  ['slash:comments', '<slash:comments>7</slash:comments>', { comments: 7 }],
  ['thr:total', '<thr:total>8</thr:total>', { comments: 8 }],
  [
    'thr:total by another prefix',
    '<t:total xmlns:t="http://purl.org/syndication/thread/1.0">8</t:total>',
    { comments: 8 },
  ],
  ['thr:count', '<atom:link rel="replies" href="x" thr:count="9"/>', { comments: 9 }],
  ['where comments are is no count', '<comments>https://n.example/1#comments</comments>', { comments: null }],
  ['dc:language', '<dc:language>fr-CA</dc:language>', { language: 'fr-CA' }],
  ['xml:lang', '<title xml:lang="fr">x</title>', { language: 'fr' }],
  ['the source', '<source url="https://o.example/rss">Autre</source>', { outlet: 'Autre' }],
]

const item = (inside: string) => onlyPost(rss(inside))
for (const [field, rows] of Object.entries({ titles, links, ids, dates, authors, texts, others }))
  test.each(rows)(`RSS, ${field}: %s`, async (_, inside, expected) => {
    expect(await item(inside)).toMatchObject(expected)
  })

const channels: [string, string, object][] = [
  ['title', '<title>Lampes &amp; <![CDATA[cie]]></title>', { title: 'Lampes & cie' }],
  [
    'title, not its picture’s',
    '<image><title>Logo</title><url>u</url><link>https://x.example</link></image><title>Lampes</title><link>https://n.example/</link>',
    { title: 'Lampes', url: 'https://n.example/' },
  ],
  [
    'title, not its search field’s',
    '<textInput><title>Chercher</title><link>https://x.example</link></textInput><title>Lampes</title>',
    { title: 'Lampes', url: null },
  ],
  ['title, not its items’', '<item><title>Un</title></item><title>Lampes</title>', { title: 'Lampes' }],
  ['link', '<link>https://n.example/</link>', { url: 'https://n.example/' }],
  [
    'link beside its own',
    '<atom:link href="https://n.example/rss" rel="self" type="application/rss+xml"/><link>https://n.example/</link>',
    { url: 'https://n.example/', self: 'https://n.example/rss' },
  ],
  [
    'link beside its own under a prefix of its own',
    '<a10:link xmlns:a10="http://www.w3.org/2005/Atom" href="https://n.example/rss" rel="self"/><link>https://n.example/</link>',
    { url: 'https://n.example/', self: 'https://n.example/rss' },
  ],
  ['hub', '<atom:link rel="hub" href="https://hub.example/"/>', { hub: 'https://hub.example/' }],
  ['language', '<language>fr-fr</language>', { language: 'fr-fr' }],
  ['dc:language', '<dc:language>fr</dc:language>', { language: 'fr' }],
  ['pubDate', '<pubDate>Tue, 14 Jul 2026 10:00:00 +0200</pubDate>', { updatedAt: july }],
  [
    'lastBuildDate before pubDate',
    '<pubDate>Mon, 13 Jul 2026 10:00:00 +0200</pubDate><lastBuildDate>Tue, 14 Jul 2026 10:00:00 +0200</lastBuildDate>',
    { updatedAt: july },
  ],
  ['dc:date', '<dc:date>2026-07-14T08:00:00Z</dc:date>', { updatedAt: july }],
  ['ttl', '<ttl> 60 </ttl>', { ttl: 3_600_000 }],
]
test.each(channels)('RSS, channel: %s', async (_, inside, expected) => {
  expect(await reading(`<rss version="2.0"><channel>${inside}</channel></rss>`)).toMatchObject(expected)
})
