import { brotliCompressSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Oops } from '../../src/model/oops.ts'
import { readFeed } from '../../src/sources/reader.ts'
import { reading } from './shorthand.ts'

const million = 1_000_000
const inChannel = (inside: string) => `<rss version="2.0"><channel><title>Lampes</title>${inside}`
const item = (inside: string) => `<item>${inside}</item>`

// Each of these held some reader for seconds, or for ever. Here each costs less than the second that is allowed, and
// never holds those who wait for more than 50 ms at once, on a quiet machine; a busy one needs up to three times that.
const limit = { all: 3_000, atOnce: 200, memory: 256 }
const most = 10 * million
const full = (piece: string, size = most) => piece.repeat(Math.floor(size / piece.length))
const inJson = (items: string) =>
  `{"version":"https://jsonfeed.org/version/1","title":"Lampes","items":[${items}`
const hostile: [string, string, (found: { titles: string[]; title: string }) => boolean][] = [
  [
    'tags 100,000 deep',
    inChannel(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}${item('<title>Un</title>')}`),
    ({ titles }) => titles[0] === 'Un',
  ],
  [
    'tags 100,000 deep in a text',
    inChannel(item(`<title>Un</title><description>${'<a>'.repeat(100_000)}`)),
    ({ titles }) => titles[0] === 'Un',
  ],
  [
    '200,000 items that nobody closes',
    inChannel('<item><title>Un'.repeat(200_000)),
    ({ titles }) => titles.length === 5_000,
  ],
  ['a million items', inChannel('<item/>'.repeat(million)), ({ titles }) => titles.length === 5_000],
  [
    'an attribute of 10 MB',
    inChannel(item(`<link href="${'a'.repeat(10 * million)}"/><title>Un</title>`)),
    ({ titles }) => titles[0] === 'Un',
  ],
  [
    'a million attributes',
    inChannel(`<item ${'a="b" '.repeat(million)}><title>Un</title></item>`),
    ({ titles }) => titles[0] === 'Un',
  ],
  [
    '5 MB of &',
    inChannel(item(`<title>${'&'.repeat(5 * million)}</title>`)),
    ({ titles }) => titles[0]!.startsWith('&&&'),
  ],
  [
    '5 MB of invented entities',
    inChannel(item(`<title>${'&zq;&qz1;'.repeat(500_000)}</title>`)),
    ({ titles }) => titles[0]!.startsWith('&zq;'),
  ],
  ['10 MB of <', inChannel('<'.repeat(10 * million)), ({ titles }) => titles.length === 0],
  [
    '2 million closing tags',
    inChannel(`${'<a>'.repeat(30)}${'</b>'.repeat(2 * million)}`),
    ({ titles }) => titles.length === 0,
  ],
  [
    'quotes that nobody closes',
    inChannel(item(`<title>Un</title><description><![CDATA[<p>${'<a b="'.repeat(300_000)}`)),
    ({ titles }) => titles[0] === 'Un',
  ],
  [
    'comments that nobody closes',
    inChannel(item(`<title>Un</title><description><![CDATA[<p>${'<!-- '.repeat(300_000)}`)),
    ({ titles }) => titles[0] === 'Un',
  ],
  [
    'white space',
    inChannel(item(`<link>${' \n'.repeat(2 * million)}</link><title>${' '.repeat(million)}`)),
    ({ titles }) => titles[0] === '',
  ],
  [
    'namespaces without end',
    inChannel(
      Array.from({ length: 20_000 }, (_, at) => `<item xmlns:a${at}="https://n.example/${at}"/>`).join(''),
    ),
    ({ titles }) => titles.length === 5_000,
  ],
  [
    'entities that grow out of each other',
    `<!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>${inChannel(item('<title>&c;</title>'))}`,
    ({ titles }) => titles[0] === '&c;',
  ],
  [
    'one long entity, used again and again',
    `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(50_000)}">]>${inChannel(item(`<title>${'&a;'.repeat(50)}</title>`).repeat(4_000))}`,
    ({ titles }) => titles.join('').length < 2 * million,
  ],
  [
    'an entity from elsewhere',
    `<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>${inChannel(item('<title>&a;</title>'))}`,
    ({ titles }) => titles[0] === '&a;',
  ],
  ['10 MB of items', inChannel(full('<item/>')), ({ titles }) => titles.length === 5_000],
  ['10 MB of tags that nobody closes', inChannel(full('<a>')), ({ title }) => title === 'Lampes'],
  ['10 MB of CDATA with nothing in it', inChannel(item(`<title>${full('<![CDATA[]]>')}`)), () => true],
  [
    '10 MB of small CDATA',
    inChannel(full('<item><title><![CDATA[a]]></title></item>')),
    ({ titles }) => titles.length === 5_000,
  ],
  ['10 MB of comments', inChannel(`${full('<!---->')}<![CDATA[x]]>`), ({ titles }) => titles.length === 0],
  ['10 MB of tags that are odd', inChannel(full('<a b>')), ({ title }) => title === 'Lampes'],
  ['10 MB of closing tags that are odd', inChannel(full('</a >')), ({ title }) => title === 'Lampes'],
  ['a comment of 10 MB of signs', inChannel(`<!-- -- ${full('>')}`), ({ title }) => title === 'Lampes'],
  ['an odd tag of 10 MB of signs', inChannel(`<a b ='${full('>')}`), ({ title }) => title === 'Lampes'],
  ['10 MB of instructions', inChannel(`${full('<?a?>')}<![CDATA[x]]>`), ({ titles }) => titles.length === 0],
  [
    '10 MB of nothing before',
    full('\n') + inChannel(item('<title>Un</title>')),
    ({ titles }) => titles.length === 1,
  ],
  [
    'null bytes in titles',
    inChannel(item(`<title>${full('\0')}a</title>`)),
    ({ titles }) => titles.length === 1,
  ],
  ['10 MB of null bytes', full('\0'), () => false],
  [
    'authors that look like addresses',
    inChannel(full(item(`<author>${' '.repeat(900)}x${'('.repeat(900)}</author>`))),
    ({ titles }) => titles.length === 5_000,
  ],
  [
    'authors in names that nobody closes',
    inChannel(full(item(`<author>${'<name>'.repeat(160)}</author>`))),
    ({ titles }) => titles.length === 5_000,
  ],
  [
    'dates of many months',
    inChannel(full(item(`<pubDate>${'mar '.repeat(25)}</pubDate>`))),
    ({ titles }) => titles.length === 5_000,
  ],
  [
    'dates of many hours',
    inChannel(full(item(`<pubDate>${'1:'.repeat(50)}</pubDate>`))),
    ({ titles }) => titles.length === 5_000,
  ],
  ['a page of bases', `<html><head>${full('<base')}`, () => false],
  ['a page of links', `<html><head>${full('<link rel=alternate>')}`, () => false],
  ['JSON of a million items', `${inJson(full('{"id":1},'))}{}]}`, ({ titles }) => titles.length === 5_000],
  ['JSON of broken items', `${inJson(full('{"id":oops},'))}{}]}`, ({ titles }) => titles.length === 0],
  ['JSON of commas', inJson(full(',')), () => false],
  ['JSON of lists', `[${full('[],')}1]`, () => false],
  [
    'JSON of one text',
    `${inJson(`{"id":1,"content_html":"${full('a')}`)}"}]}`,
    ({ titles }) => titles.length === 1,
  ],
  ['JSON of backslashes', inJson(`{"id":1,"title":"${full('\\\\')}`), ({ titles }) => titles.length === 1],
  [
    'JSON of one item with everything in it',
    `${inJson(`{"id":1,${Array.from({ length: 500_000 }, (_, at) => `"k${at}":1`).join(',')}}`)}]}`,
    ({ titles }) => titles.length === 1,
  ],
  ['a DOCTYPE without an end', `<!DOCTYPE rss [${'<!ENTITY "'.repeat(300_000)}`, () => false],
]

test.each(hostile)(
  'a hostile feed costs little and does no harm: %s',
  { retry: 2 },
  async (_, text, right) => {
    const bytes = Buffer.from(text)
    const watch = newWatch()
    const feed = await readFeed(bytes).catch((error: unknown) => error)
    const spent = await watch.end()
    if (feed instanceof Error) expect(feed).toBeInstanceOf(Oops)
    else {
      const { posts, title } = feed as Awaited<ReturnType<typeof readFeed>>
      expect(right({ title, titles: posts.map((post) => post.title) })).toBe(true)
    }
    expect(spent.all).toBeLessThan(limit.all)
    expect(spent.atOnce).toBeLessThan(limit.atOnce)
    expect(spent.memory).toBeLessThan(limit.memory)
  },
)

/** What the thread spends in all and between two turns of others, in ms of processor, and MB of memory. */
function newWatch() {
  const now = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  const memory = () => process.memoryUsage.rss() / 2 ** 20
  const start = { at: now(), memory: memory() }
  const most = { atOnce: 0, memory: 0 }
  let last = start.at
  let going = true
  const turn = () => {
    const at = now()
    most.atOnce = Math.max(most.atOnce, at - last)
    most.memory = Math.max(most.memory, memory() - start.memory)
    last = now()
    if (going) setImmediate(turn)
  }
  setImmediate(turn)
  return {
    async end() {
      const all = now() - start.at
      await new Promise((resolve) => setImmediate(resolve))
      going = false
      return { all, ...most }
    },
  }
}

test('JSON without end is no feed, and is not even unpacked', async () => {
  for (const nest of ['[', '{"a":', '[{"a":'])
    await expect(reading(`{"items":${nest.repeat(million)}`)).rejects.toMatchObject({ key: 'feed.json' })
  const brackets = {
    version: 'https://jsonfeed.org/version/1',
    items: [{ id: '1', content_text: '[{"\\'.repeat(500) }],
  }
  expect((await reading(JSON.stringify(brackets))).posts.length).toBe(1)
})

test('of more items than anybody can read the newest are kept, in their order, and it says how many are not', async () => {
  const day = (at: number) => new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString()
  const items = Array.from({ length: 30_000 }, (_, at) =>
    item(`<guid>${at}</guid><pubDate>${day(at)}</pubDate>`),
  )
  const { posts, dropped } = await reading(inChannel(items.join('')))
  expect([posts.length, posts[0]!.id, posts.at(-1)!.id, dropped]).toEqual([5_000, '25000', '29999', 25_000])
})

test('others get their turn while a long feed is read', async () => {
  const bytes = Buffer.from(
    inChannel(
      item('<title>Un</title><description>&lt;p&gt;Deux trois&lt;/p&gt;</description>').repeat(100_000),
    ),
  )
  let turns = 0
  const counting = setInterval(() => turns++, 1)
  await readFeed(bytes)
  clearInterval(counting)
  expect(turns).toBeGreaterThan(3)
})

test('a broken, cut or scrambled feed gives a feed or says why not, and nothing else ever', async () => {
  const whole = [
    inChannel(
      item(
        '<title>L&eacute;gende &amp; <![CDATA[<b>x</b>]]></title><link>https://n.example/?a=1&amp;b=2</link><guid isPermaLink="false">g</guid><pubDate>Tue, 14 Jul 2026 10:00:00 +0200</pubDate><dc:creator>Mia</dc:creator>',
      ),
    ),
    '<!DOCTYPE feed [<!ENTITY a "b">]><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://n.example/"><title type="html">&lt;b&gt;&a;</title><entry><link href="un"/><author><name>Mia</name></author><content type="xhtml"><div><p>Un</p></div></content><source><title>x</title></source></entry></feed>',
    '{"version":"https://jsonfeed.org/version/1","title":"x","authors":[{"name":"Mia"}],"items":[{"id":1,"content_html":"<p>x</p>","date_published":"2026-07-14T10:00:00Z","tags":["a"]}]}',
  ].map((text) => Buffer.from(text))
  const piece = fc.oneof(
    fc
      .constantFrom(
        '<',
        '>',
        '</',
        '/>',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '&',
        ';',
        '"',
        "'",
        '<item>',
        '</item>',
        '<entry>',
        '</feed>',
        '<source>',
        '<link href=x',
        'xmlns="y"',
        '{',
        '}',
        '[',
        'null',
        '\u0000',
        '\ufffe',
      )
      .map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
  )
  const cut = fc.record({ from: fc.nat(600), drop: fc.nat(60), put: piece })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...whole),
      fc.array(cut, { minLength: 1, maxLength: 6 }),
      async (feed, cuts) => {
        let bytes = feed
        for (const { from, drop, put } of cuts)
          bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + drop)])
        try {
          const { posts } = await readFeed(bytes, { url: 'https://n.example/flux', charset: null })
          for (const post of posts)
            expect(post.publishedAt === null || Number.isFinite(post.publishedAt)).toBe(true)
        } catch (error) {
          if (!(error instanceof Oops)) throw error
        }
      },
    ),
    { numRuns: 1_500 },
  )
})

test('what is packed and was never unpacked is no feed', async () => {
  const packed = inChannel(item('<title>Un</title>').repeat(20))
  for (const bytes of [
    gzipSync(packed),
    brotliCompressSync(packed),
    Buffer.alloc(1_000_000),
    Buffer.from([0xff, 0xfe]),
  ])
    await expect(readFeed(bytes)).rejects.toBeInstanceOf(Oops)
})
