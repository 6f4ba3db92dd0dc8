import fc from 'fast-check'
import { expect, test } from 'vitest'
import { secondOpinion } from '../../src/sources/rss-parser.ts'
import { reading } from './shorthand.ts'

type Item = { title: string; link: string; id: string; date: string }

const rss = (items: Item[], title: string, link: string, version = '2.0') =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="${version}" xmlns:atom="http://www.w3.org/2005/Atom"><channel><atom:link rel="self" href="https://x.example/self"/><title>${title}</title><link>${link}</link><description>d</description>${items
    .map(
      (item) =>
        `<item><title>${item.title}</title><link>${item.link}</link><guid isPermaLink="false">${item.id}</guid><pubDate>${item.date}</pubDate><description>Texte</description></item>`,
    )
    .join('')}</channel></rss>`

const rdf = (items: Item[], title: string, link: string) =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="${link}"><title>${title}</title><link>${link}</link></channel>${items
    .map(
      (item) =>
        `<item rdf:about="${item.id}"><title>${item.title}</title><link>${item.link}</link><dc:date>${item.date}</dc:date></item>`,
    )
    .join('')}</rdf:RDF>`

const atom = (items: Item[], title: string, link: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title><id>urn:x</id><link rel="self" href="https://x.example/self"/><link rel="alternate" href="${link}"/>${items
    .map(
      (item) =>
        `<entry><title>${item.title}</title><id>${item.id}</id><link rel="alternate" type="text/html" href="${item.link}"/><published>${item.date}</published><updated>2026-08-01T00:00:00Z</updated><content type="html">&lt;p&gt;Texte&lt;/p&gt;</content></entry>`,
    )
    .join('')}</feed>`

type Family = { write: typeof rss; dates: (at: Date) => string[]; without: ('id' | 'publishedAt')[] }
const iso = (at: Date) => [at.toISOString(), at.toISOString().replace(/\.\d+Z$/u, '+00:00'), shifted(at)]
const shifted = (at: Date) => new Date(at.getTime() + 7_200_000).toISOString().replace(/\.\d+Z$/u, '+02:00')
const rfc822 = (at: Date) => {
  const utc = at.toUTCString()
  return [utc, utc.replace('GMT', '+0000'), utc.slice(5).replace('GMT', 'Z'), utc.replace('GMT', 'UT')]
}
const families: Record<string, Family> = {
  'RSS 2.0': { write: rss, dates: rfc822, without: [] },
  'RSS 0.92': { write: (items, title, link) => rss(items, title, link, '0.92'), dates: rfc822, without: [] },
  // rss-parser leaves out rdf:about, the only id that RSS 1.0 has, and gives dc:date only as a text.
  'RSS 1.0': { write: rdf, dates: iso, without: ['id', 'publishedAt'] },
  'Atom 1.0': { write: atom, dates: iso, without: [] },
}

const word = fc.constantFrom(
  'Lampe',
  'été',
  'Nimbus',
  '&amp;',
  'R&amp;D',
  '&lt;3',
  '«',
  '»',
  '💡',
  '日本',
  'a',
  '&#233;',
  '&#xE9;',
  '1',
  '%',
  '“x”',
  '<![CDATA[A & B]]>',
)
const title = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
const path = fc.array(fc.constantFrom('a', 'été', '1', '-', '?b=1', '&amp;c=2', '#d', '%20'), {
  maxLength: 5,
})
const address = path.map((pieces) => `https://nimbus.example/${pieces.join('')}`)
const moment = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  .map((at) => new Date(Math.floor(at.getTime() / 1000) * 1000))
const items = fc.array(
  fc.record({
    title,
    link: address,
    id: fc.oneof(address, fc.uuid(), fc.stringMatching(/^tag:n\.example,20[0-9]{2}:[a-z0-9]{1,9}$/u)),
    at: moment,
    form: fc.nat(10),
  }),
  { maxLength: 5 },
)

test.each(Object.entries(families))('two readers agree on well-formed feeds: %s', async (_, family) => {
  const only = (post: object) =>
    Object.fromEntries(Object.entries(post).filter(([key]) => !family.without.includes(key as 'id')))
  await fc.assert(
    fc.asyncProperty(items, title, address, async (made, name, home) => {
      const written = made.map(({ at, form, ...rest }) => {
        const forms = family.dates(at)
        return { ...rest, date: forms[form % forms.length]! }
      })
      const text = family.write(written, name, home)
      const [ours, theirs] = [await reading(text), await secondOpinion(text)]
      if ('error' in theirs) throw new Error(theirs.error)
      expect([ours.title, ours.url]).toEqual([theirs.title, theirs.url])
      const seen = ours.posts.map(({ id, url, title, publishedAt }) => only({ id, url, title, publishedAt }))
      expect(seen).toEqual(theirs.posts.map(only))
    }),
    { numRuns: 100 },
  )
})

const one = (inside: string, attributes = ' version="2.0"') =>
  `<rss${attributes}><channel><title>L</title><item>${inside}</item></channel></rss>`
const entry = (inside: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>L</title><entry>${inside}</entry></feed>`

/** Where the two differ on well-formed feeds, and why ours stays as it is: what we read, what rss-parser does. */
const differences: [why: string, feed: string, ours: object, theirs: object | string][] = [
  [
    'a title is read by people, who want no tags',
    one('<title>&lt;b&gt;Lampe&lt;/b&gt;</title>'),
    { title: 'Lampe' },
    { title: '<b>Lampe</b>' },
  ],
  [
    'a reference that was escaped twice is one',
    one('<title>L&amp;eacute;gende</title>'),
    { title: 'Légende' },
    { title: 'L&eacute;gende' },
  ],
  [
    'white space in a title is one blank',
    one('<title>Lampe\n   neuve</title>'),
    { title: 'Lampe neuve' },
    { title: 'Lampe\n   neuve' },
  ],
  [
    'an id that is an address leads there',
    one('<guid>https://n.example/1</guid>'),
    { url: 'https://n.example/1' },
    { url: null },
  ],
  ['RSS needs no version', one('<title>Un</title>', ''), { title: 'Un' }, 'Feed not recognized'],
  [
    'a prefix is only a prefix',
    '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>L</a:title><a:entry><a:title>Un</a:title></a:entry></a:feed>',
    { title: 'Un' },
    'Feed not recognized',
  ],
  [
    'XHTML in a title is its text',
    entry('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Un <b>deux</b></div></title>'),
    { title: 'Un deux' },
    { title: '' },
  ],
  [
    'the first link for people counts, not any second one',
    entry('<link rel="edit" href="https://n.example/e"/><link rel="self" href="https://n.example/s"/>'),
    { url: null },
    { url: 'https://n.example/e' },
  ],
  [
    'xml:base is the base',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://n.example/"><title>L</title><entry><link href="1"/></entry></feed>`,
    { url: 'https://n.example/1' },
    { url: '1' },
  ],
  [
    'a local hour of another zone',
    one('<pubDate>Tue, 14 Jul 2026 12:00:00 CEST</pubDate>'),
    { publishedAt: Date.UTC(2026, 6, 14, 10) },
    {},
  ],
  [
    'French dates are dates',
    one('<pubDate>mar., 14 juil. 2026 12:00:00 +0200</pubDate>'),
    { publishedAt: Date.UTC(2026, 6, 14, 10) },
    {},
  ],
  [
    'JSON Feed is a feed',
    '{"version":"https://jsonfeed.org/version/1","title":"L","items":[{"id":"1","title":"Un"}]}',
    { title: 'Un' },
    'Non-whitespace',
  ],
  [
    'CDF is a feed',
    '<CHANNEL><TITLE>L</TITLE><ITEM><TITLE>Un</TITLE></ITEM></CHANNEL>',
    { title: 'Un' },
    'Feed not recognized',
  ],
]
test.each(differences)('known difference: %s', async (_, text, ours, theirs) => {
  expect((await reading(text)).posts[0]).toMatchObject(ours)
  const other = await secondOpinion(text)
  if (typeof theirs === 'string') expect(other).toMatchObject({ error: expect.stringContaining(theirs) })
  else expect((other as { posts: object[] }).posts[0]).toMatchObject(theirs)
})

test('where the other reader fails, it says so instead of failing too', async () => {
  expect(await secondOpinion('<html></html>')).toEqual({ error: expect.stringContaining('rss-parser: ') })
})
