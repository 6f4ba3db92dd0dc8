import { expect, test } from 'vitest'
import { Oops } from '../../src/model/oops.ts'
import { onlyPost, reading, rss } from './shorthand.ts'

const at = (date: string) => Date.parse(date)

test('a feed of every family is read: RSS, RDF, Atom old and new, CDF, JSON', async () => {
  const kinds = {
    'RSS 0.91':
      '<rss version="0.91"><channel><title>Lampes</title><link>https://nimbus.example/</link><item><title>Un</title><link>https://nimbus.example/1</link></item></channel></rss>',
    'RSS without a version':
      '<rss><channel><title>Lampes</title><link>https://nimbus.example/</link><item><title>Un</title><link>https://nimbus.example/1</link></item></channel></rss>',
    'RSS 1.0': `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel rdf:about="https://nimbus.example/"><title>Lampes</title><link>https://nimbus.example/</link></channel>
      <image rdf:about="https://nimbus.example/i.png"><title>Logo</title><link>https://logo.example/</link></image>
      <item rdf:about="https://nimbus.example/1"><title>Un</title><link>https://nimbus.example/1</link></item></rdf:RDF>`,
    'RSS 1.0 with prefixes': `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/">
      <s:channel><s:title>Lampes</s:title><s:link>https://nimbus.example/</s:link></s:channel>
      <s:item r:about="https://nimbus.example/1"><s:title>Un</s:title><s:link>https://nimbus.example/1</s:link></s:item></r:RDF>`,
    'Atom 1.0':
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Lampes</title><link href="https://nimbus.example/"/><link rel="self" href="https://nimbus.example/a.xml"/><entry><title>Un</title><link rel="alternate" type="text/html" href="https://nimbus.example/1"/></entry></feed>',
    'Atom with a prefix':
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Lampes</a:title><a:link href="https://nimbus.example/"/><a:entry><a:title>Un</a:title><a:link href="https://nimbus.example/1"/></a:entry></a:feed>',
    'Atom 0.3':
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped" type="text/html">&lt;b&gt;Lampes&lt;/b&gt;</title><link rel="alternate" type="text/html" href="https://nimbus.example/"/><entry><title type="text/plain">Un</title><link rel="alternate" type="text/html" href="https://nimbus.example/1"/></entry></feed>',
    CDF: '<CHANNEL HREF="https://nimbus.example/"><TITLE>Lampes</TITLE><ITEM HREF="https://nimbus.example/1"><TITLE>Un</TITLE></ITEM></CHANNEL>',
    JSON: '{"version":"https://jsonfeed.org/version/1.1","title":"Lampes","home_page_url":"https://nimbus.example/","items":[{"id":"1","title":"Un","url":"https://nimbus.example/1"}]}',
  }
  for (const [kind, text] of Object.entries(kinds)) {
    const { title, url, posts } = await reading(text)
    const seen = { kind, title, url, posts: posts.map((post) => [post.title, post.url]) }
    expect(seen).toEqual({
      kind,
      title: 'Lampes',
      url: 'https://nimbus.example/',
      posts: [['Un', 'https://nimbus.example/1']],
    })
  }
})

test('all that an RSS item says is kept', async () => {
  const post = await onlyPost(
    rss(
      `<title>Une lampe &amp; deux ampoules</title><link>https://nimbus.example/1</link>
       <guid isPermaLink="false">nimbus-1</guid><pubDate>Tue, 14 Jul 2026 10:00:00 +0200</pubDate>
       <author>mia@nimbus.example (Mia Martin)</author><category>Lampes</category><dc:subject>Test</dc:subject>
       <description>Court.</description><content:encoded><![CDATA[<p>Long et <b>gras</b>.</p><p>Fin&nbsp;!</p>]]></content:encoded>
       <enclosure url="https://nimbus.example/1.mp3" type="audio/mpeg"/><slash:comments>12</slash:comments>
       <source url="https://autre.example/flux">L’autre journal</source>`,
      '<language>fr-FR</language>',
    ),
  )
  expect(post).toEqual({
    id: 'nimbus-1',
    url: 'https://nimbus.example/1',
    uri: null,
    title: 'Une lampe & deux ampoules',
    text: 'Long et gras.\nFin\u00a0!',
    author: 'Mia Martin',
    publishedAt: at('2026-07-14T08:00:00Z'),
    updatedAt: null,
    language: 'fr-FR',
    outlet: 'L’autre journal',
    categories: ['Lampes', 'Test'],
    image: null,
    enclosures: [{ url: 'https://nimbus.example/1.mp3', type: 'audio/mpeg' }],
    comments: 12,
  })
})

test('all that an Atom entry says is kept', async () => {
  const feed =
    await reading(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://nimbus.example/blog/">
    <title type="html">Le &amp;lt;blog&amp;gt; &lt;i&gt;Nimbus&lt;/i&gt;</title><id>urn:uuid:1</id><updated>2026-07-14T09:00:00Z</updated>
    <link rel="hub" href="https://hub.example/"/><author><name>Nimbus</name></author>
    <entry xml:base="2026/"><title type="text">a &lt; b et &lt;b&gt;</title><id>tag:nimbus.example,2026:1</id>
      <published>2026-07-13T08:00:00+02:00</published><updated>2026-07-14T08:00:00Z</updated>
      <link rel="enclosure" href="https://nimbus.example/v.mp4" type="video/mp4"/>
      <link rel="alternate" type="application/atom+xml" href="un.atom"/><link rel="alternate" href="un.html"/>
      <author><name>Noor</name><email>noor@nimbus.example</email></author>
      <category term="lampe" label="Lampe"/><thr:total>3</thr:total>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><title>pas un titre</title><p>Bonjour&#160;<em>à tous</em></p><ul><li>un</li><li>deux</li></ul></div></content>
      <source><title>Planète lampe</title><link href="https://planete.example/"/><updated>2020-01-01T00:00:00Z</updated></source>
    </entry></feed>`)
  expect(feed).toMatchObject({
    id: 'urn:uuid:1',
    title: 'Le <blog> Nimbus',
    language: 'fr',
    hub: 'https://hub.example/',
    updatedAt: at('2026-07-14T09:00:00Z'),
  })
  expect(feed.posts[0]).toMatchObject({
    id: 'tag:nimbus.example,2026:1',
    url: 'https://nimbus.example/blog/2026/un.html',
    title: 'a < b et <b>',
    text: 'Bonjour\u00a0à tous\nun\ndeux',
    author: 'Noor',
    publishedAt: at('2026-07-13T06:00:00Z'),
    updatedAt: at('2026-07-14T08:00:00Z'),
    outlet: 'Planète lampe',
    categories: ['Lampe'],
    comments: 3,
    enclosures: [{ url: 'https://nimbus.example/v.mp4', type: 'video/mp4' }],
  })
})

test.each([
  [
    'entities of HTML without any DOCTYPE',
    '<title>L&eacute;gende d&rsquo;&OElig;uvre &mdash; 5&nbsp;&euro;</title>',
    'Légende d’Œuvre — 5\u00a0€',
  ],
  ['entities escaped twice', '<title>L&amp;eacute;gende d&amp;#8217;été</title>', 'Légende d’été'],
  ['markup escaped twice', '<title>&amp;lt;b&amp;gt;Gras&amp;lt;/b&amp;gt;</title>', 'Gras'],
  ['numbers that mean windows-1252', '<title>l&#146;été &#133;</title>', 'l’été …'],
  ['CDATA', '<title><![CDATA[Lampe <b>neuve</b> &amp; belle]]></title>', 'Lampe neuve & belle'],
  ['CDATA in pieces', '<title>Lampe <![CDATA[A & B]]> fin</title>', 'Lampe A & B fin'],
  [
    'CDATA that a comment speaks of',
    '<!-- no <![CDATA[ here --><title>Lampe <![CDATA[A]]></title>',
    'Lampe A',
  ],
  ['tags that nobody escaped', '<title>Lampe <b>neuve</b> &amp; belle</title>', 'Lampe neuve & belle'],
  ['a bare &', '<title>Lampes & Cie, R&D, AT&T</title>', 'Lampes & Cie, R&D, AT&T'],
  [
    'signs that are no tags',
    '<title>2 &lt; 3, I &lt;3 you, <![CDATA[a <3 b]]></title>',
    '2 < 3, I <3 you, a <3 b',
  ],
  ['a bare < before a digit', '<title>I <3 lamps</title>', 'I <3 lamps'],
  ['a title about markup', '<title>How to use &lt;blink&gt; well</title>', 'How to use <blink> well'],
  ['characters that XML forbids', '<title>Lam\u0000pe \u0008neuve</title>', 'Lampe neuve'],
  ['many lines', '<title>\n   Lampe\n   neuve\n</title>', 'Lampe neuve'],
  ['the title of a picture', '<media:group><media:title>Lampe</media:title></media:group>', 'Lampe'],
  ['its own title before that of a picture', '<media:title>Photo</media:title><title>Lampe</title>', 'Lampe'],
  ['no title', '<description>Rien</description>', ''],
])('a title is plain text: %s', async (_, inside, title) => {
  expect((await onlyPost(rss(inside))).title).toBe(title)
})

test('what a DOCTYPE declares is understood, but nothing grows out of it', async () => {
  const feed =
    await reading(`<!DOCTYPE rss [ <!ENTITY nim "Nimbus &#233;"> <!ENTITY co 'Cie > fils'> <!ENTITY quoi "&#63;"> <!ENTITY lol "&co;&co;"> ]>
    <rss><channel><title>&co; &lol; &quoi; &inconnu;</title></channel></rss>`)
  expect(feed.title).toBe('Cie > fils &lol; ? &inconnu;')
})

test.each([
  [
    'xml:base',
    '<item xml:base="https://a.example/x/"><link>un</link></item>',
    null,
    'https://a.example/x/un',
  ],
  [
    'the feed’s own link',
    '<link>https://b.example/</link><item><link>/un</link></item>',
    'https://feeds.example/rss.xml',
    'https://b.example/un',
  ],
  [
    'where it was fetched',
    '<item><link>un</link></item>',
    'https://c.example/flux/rss.xml',
    'https://c.example/flux/un',
  ],
  ['nothing', '<item><link>/un</link></item>', null, '/un'],
  [
    'its id, when that is an address',
    '<item><guid>https://d.example/un</guid></item>',
    null,
    'https://d.example/un',
  ],
  [
    'no id that is said to be none',
    '<item><guid isPermaLink="false">https://d.example/un</guid></item>',
    null,
    null,
  ],
  ['no id that looks like none', '<item><guid>un</guid></item>', null, null],
  ['no script', '<item><link>javascript:alert(1)</link></item>', null, null],
  [
    'no reference escaped once too often',
    '<item><link><![CDATA[https://e.example/?a=1&amp;b=2]]></link></item>',
    null,
    'https://e.example/?a=1&b=2',
  ],
  [
    'Atom’s link inside RSS',
    '<item><atom:link rel="self" href="https://f.example/self"/><atom:link href="https://f.example/un"/></item>',
    null,
    'https://f.example/un',
  ],
])('a post’s address stands on %s', async (_, inside, url, expected) => {
  expect((await onlyPost(`<rss><channel>${inside}</channel></rss>`, url)).url).toBe(expected)
})

test.each([
  [
    'cut in an item',
    '<rss><channel><title>L</title><item><title>Un</title></item><item><title>Deux</title><link>https://n.example/2',
    ['Un', 'Deux'],
  ],
  ['cut in a title', '<rss><channel><item><title>Un</title></item><item><title>Deu', ['Un', 'Deu']],
  ['cut in CDATA', '<rss><channel><item><title><![CDATA[Un peu', ['Un peu']],
  ['cut in a tag', '<rss><channel><item><title>Un</title><link hre', ['Un']],
  [
    'items that nobody closes',
    '<rss><channel><item><title>Un</title><item><title>Deux</title>',
    ['Un', 'Deux'],
  ],
  [
    'titles that nobody closes',
    '<rss><channel><item><title>Un<pubDate>2026-07-14</pubDate></item><item><title>Deux<link>https://n.example</link></item>',
    ['Un', 'Deux'],
  ],
  [
    'a picture that nobody closes',
    '<rss><channel><image><title>Logo</title><item><title>Un</title></item>',
    ['Un'],
  ],
  [
    'closing tags that close nothing',
    '<rss><channel></b></item><item></i><title>Un</title></p></item></channel>',
    ['Un'],
  ],
  [
    'blank lines and a mark before',
    '\ufeff\n\n  <?xml version="1.0"?><rss><channel><item><title>Un</title></item></channel></rss>',
    ['Un'],
  ],
  [
    'a warning before',
    '<br />\n<b>Warning</b>: mysql() in <b>x.php</b><br /><rss><channel><item><title>Un</title></item></channel></rss>',
    ['Un'],
  ],
  ['capitals', '<RSS><Channel><Item><Title>Un</TITLE></ITEM></CHANNEL></RSS>', ['Un']],
  [
    'attributes without quotes',
    '<rss version=2.0><channel><item><title type=text>Un</title></item></channel></rss>',
    ['Un'],
  ],
  [
    'items outside the channel',
    '<rss><channel><title>L</title></channel><item><title>Un</title></item></rss>',
    ['Un'],
  ],
  [
    'a module that nobody declared',
    '<rss><channel><item><dc:title>Un</dc:title></item></channel></rss>',
    ['Un'],
  ],
])('of a broken feed all is kept that can be: %s', async (_, text, titles) => {
  expect((await reading(text)).posts.map(({ title }) => title)).toEqual(titles)
})

test('texts in base64 are unpacked, pictures are not taken for text', async () => {
  const entry = (content: string) => `<feed xmlns="http://purl.org/atom/ns#"><entry>${content}</entry></feed>`
  const coded = Buffer.from('<p>Été</p>').toString('base64')
  expect((await onlyPost(entry(`<content type="text/html" mode="base64">${coded}</content>`))).text).toBe(
    'Été',
  )
  expect(
    (await onlyPost(entry('<content type="image/png">iVBORw0KGgo=</content><summary>Photo</summary>'))).text,
  ).toBe('Photo')
})

test('how often a feed wants to be asked is read in milliseconds', async () => {
  expect((await reading('<rss><channel><ttl>30</ttl></channel></rss>')).ttl).toBe(1_800_000)
  const period = '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>'
  expect((await reading(`<rss><channel>${period}</channel></rss>`)).ttl).toBe(1_800_000)
})

test.each([
  ['nothing', '', 'feed.empty', undefined],
  ['blank lines', ' \n ', 'feed.empty', undefined],
  ['a text', 'Bonjour', 'feed.none', undefined],
  ['a map of a site', '<urlset><url><loc>https://n.example</loc></url></urlset>', 'feed.none', undefined],
  [
    'a television guide',
    '<tv><channel id="1"><display-name>Un</display-name></channel></tv>',
    'feed.none',
    undefined,
  ],
  [
    'RDF about something else',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><foaf:Person/></rdf:RDF>',
    'feed.none',
    undefined,
  ],
  [
    'a page',
    '<!DOCTYPE html><html><head><title>Lampes</title></head><body><rss></body></html>',
    'feed.page',
    undefined,
  ],
  [
    'a page that knows its feed',
    '<html><head><base href="https://n.example/blog/"><link href="flux.xml?a=1&amp;b=2" type="application/rss+xml" rel="alternate"></head></html>',
    'feed.page-with-link',
    'https://n.example/blog/flux.xml?a=1&b=2',
  ],
  [
    'a page that shows its feed to people only',
    '<html><body><a href="/contact">Contact</a> <a class=x href="/actu/feed/">RSS</a></body></html>',
    'feed.page-with-link',
    '/actu/feed/',
  ],
  [
    'a page that calls its feed just XML',
    '<html><head><link rel="alternate" type="text/xml" title="RSS" href="https://n.example/rss"></head></html>',
    'feed.page-with-link',
    'https://n.example/rss',
  ],
  [
    'a page with a style sheet and other languages',
    '<html><head><link rel="stylesheet" type="text/css" href="/a.css"><link rel="alternate" hreflang="en" href="/en"></head></html>',
    'feed.page',
    undefined,
  ],
  [
    'an OPML list',
    '<opml version="2.0"><body><outline xmlUrl="https://n.example/rss"/></body></opml>',
    'feed.page',
    undefined,
  ],
  ['a picture', '<svg xmlns="http://www.w3.org/2000/svg"><title>Un</title></svg>', 'feed.none', undefined],
  [
    'an error of a cloud',
    '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
    'feed.none',
    undefined,
  ],
  [
    'a SOAP envelope',
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>',
    'feed.none',
    undefined,
  ],
  ['a JSON list', '[{"id":1,"title":"Un"}]', 'feed.json', undefined],
  ['JSON that says error', '{"error":"not found"}', 'feed.json', undefined],
  ['other JSON', '{"items":[1,2]}', 'feed.json', undefined],
  ['half a JSON', '{"version":"https://jsonfeed.org/version/1","items":[', 'feed.json-broken', undefined],
])('what is no feed is refused, with the cure: %s', async (_, text, key, feed) => {
  const error = await reading(text).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(Oops)
  expect([(error as Oops).key, (error as Oops).values.feed]).toEqual([key, feed])
})
