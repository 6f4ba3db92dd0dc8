import { setTimeout as after } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Door, newDoor } from '../../src/http.ts'
import { findFeed } from '../../src/sources/find-feed.ts'
import { linkedFeeds, shownFeeds } from '../../src/sources/page-feeds.ts'
import { link, newSites, page, redirect, rss } from '../commands/sites.ts'

async function newWay() {
  const sites = await newSites()
  const door = newDoor({ allowPrivate: ['127.0.0.1'], userAgent: 'Vigie test' })
  onTestFinished(() => door.close())
  const find = (path: string, patience = { ask: 5_000, search: 10_000 }) =>
    findFeed(door, `${sites.base}${path}`, Date.now(), patience)
  return { ...sites, find }
}

test('a site that does not answer is given up after its time', async () => {
  const { served, find } = await newWay()
  served.set('/', () => {})
  await expect(find('/', { ask: 300, search: 1_000 })).rejects.toMatchObject({
    key: 'door.too-slow',
    values: { seconds: 0.3 },
  })
})

test('a site that answers slowly, again and again, is given up after the time of all', async () => {
  const { served, find, asked } = await newWay()
  served.set('/', page(''))
  const slow = async (_request: unknown, response: { writeHead(status: number): { end(): void } }) => {
    await after(400)
    response.writeHead(404).end()
  }
  for (const path of ['/feed', '/rss', '/atom.xml', '/rss.xml', '/feed.xml', '/index.xml'])
    served.set(path, (request, response) => void slow(request, response))
  await expect(find('/', { ask: 5_000, search: 900 })).rejects.toMatchObject({ key: 'sources.none-found' })
  expect(asked.length).toBeLessThan(6)
})

test('a page that moved names its feeds by where it is now, and by its base', async () => {
  const { served, find, base } = await newWay()
  served.set('/vieux', redirect('/blog/accueil'))
  served.set('/blog/accueil', page(link('flux.xml')))
  served.set('/blog/flux.xml', (_request, response) => void response.end(rss('Blog', ['Un'])))
  expect(await find('/vieux')).toMatchObject({ is: 'feed', url: `${base}/blog/flux.xml` })
  served.set('/a', page(`<base href="/ailleurs/">${link('flux.xml')}`))
  served.set('/ailleurs/flux.xml', (_request, response) => void response.end(rss('Ailleurs', ['Un'])))
  expect(await find('/a')).toMatchObject({ is: 'feed', url: `${base}/ailleurs/flux.xml` })
})

test('feeds of all kinds are found, whatever they are called by their server', async () => {
  const { served, find } = await newWay()
  const bodies = [
    rss('RSS', ['Un']),
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom</title><entry><title>Un</title><id>1</id></entry></feed>',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'JSON',
      items: [{ id: '1', title: 'Un' }],
    }),
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>RDF</title></channel><item><title>Un</title></item></rdf:RDF>',
  ]
  for (const [nth, body] of bodies.entries()) {
    served.set(
      `/${nth}`,
      (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(body),
    )
    expect(await find(`/${nth}`)).toMatchObject({ is: 'feed', feed: { posts: [{ title: 'Un' }] } })
  }
})

describe('what a page names', () => {
  const at = 'https://a.example/blog/'
  const cases: [string, string, string[]][] = [
    ['unquoted', '<link rel=alternate type=application/rss+xml href=/f>', ['https://a.example/f']],
    [
      'single quotes, capitals',
      "<LINK REL='ALTERNATE' TYPE='application/atom+xml' HREF='f'>",
      ['https://a.example/blog/f'],
    ],
    [
      'references',
      '<link rel="alternate" type="text/xml" href="/f?a=1&amp;b=2">',
      ['https://a.example/f?a=1&b=2'],
    ],
    ['rel feed', '<link rel="feed" href="/f">', ['https://a.example/f']],
    [
      'a JSON feed',
      '<link rel="alternate" type="application/json" href="/feed.json">',
      ['https://a.example/feed.json'],
    ],
    [
      'the API of WordPress',
      '<link rel="alternate" type="application/json" title="JSON" href="/wp-json/wp/v2/pages/2">',
      [],
    ],
    ['another language', '<link rel="alternate" hreflang="en" href="/en/feed">', []],
    ['an icon', '<link rel="icon" type="application/rss+xml" href="/f">', []],
    [
      'twice',
      '<link rel="alternate" type="application/rss+xml" href="/f"><link rel="alternate" type="application/rss+xml" href="https://a.example/f">',
      ['https://a.example/f'],
    ],
    ['in a comment', '<!-- <link rel="alternate" type="application/rss+xml" href="/f"> -->', []],
    [
      'a comment without end',
      '<!-- <link rel="alternate" type="application/rss+xml" href="/f">',
      ['https://a.example/f'],
    ],
  ]
  test.for(cases)('%s', ([, html, urls]) => {
    expect(linkedFeeds(html, at).map(({ url }) => url)).toEqual(urls)
  })

  test('its links for people count by their look', () => {
    const html =
      '<a href="/rss">RSS</a><a href="/a-propos">x</a><a href="/x" type="application/rss+xml">y</a><a href="/feed/?cat=2">z</a>'
    expect(shownFeeds(html, at).map(({ url }) => new URL(url).pathname)).toEqual(['/rss', '/x', '/feed/'])
  })
})

test('a site that leads from https to http for good is kept as it was asked for', async () => {
  const body = Buffer.from(rss('Blog', ['Un']))
  const door = {
    get: async () => ({
      status: 200,
      headers: {},
      body,
      url: 'http://a.example/f',
      moved: ['http://a.example/f'],
    }),
  } as unknown as Door
  expect(await findFeed(door, 'https://a.example/f', Date.now())).toMatchObject({
    url: 'https://a.example/f',
  })
})

test('a feed whose address is too long to be kept is refused, and not proposed by its page', async () => {
  const { served, find } = await newWay()
  const far = `/f?${'x'.repeat(3_000)}`
  served.set(far, (_request, response) => void response.end(rss('Blog', ['Un'])))
  served.set('/moved', redirect(far))
  await expect(find(far)).rejects.toMatchObject({ key: 'option.address-long' })
  expect(await find('/moved')).toMatchObject({ url: expect.stringMatching(/\/moved$/) })
  expect(linkedFeeds(link(`https://a.example/${'é'.repeat(500)}`), 'https://a.example/')).toEqual([])
})

describe('hostile pages cost little', () => {
  const mega = 2 ** 20
  const pages: [string, string][] = [
    ['a million links', '<link rel="alternate" type="application/rss+xml" href="/f">'.repeat(100_000)],
    ['a page of addresses that all but end like a feed', `<a href="${'/feed?'.repeat(320)}#">`.repeat(500)],
    ['a page of paths of feeds', `<a href="${'/feed/'.repeat(320)}x">`.repeat(500)],
    ['links without end', '<link rel="alternate" '.repeat(200_000)],
    ['comments without end', '<!--'.repeat(mega)],
    ['comments', '<!---->'.repeat(mega / 2)],
    ['quotes', `<link rel="${'"'.repeat(4 * mega)}`],
    ['blanks in a tag', `<link ${' '.repeat(4 * mega)}>`],
    ['anchors', '<a href="/rss/'.repeat(300_000)],
    ['passwords', '<input type='.repeat(300_000)],
    [
      'many different feeds',
      Array.from(
        { length: 50_000 },
        (_, at) => `<link rel=alternate type=application/rss+xml title=${at} href=/f${at}>`,
      ).join(''),
    ],
  ]
  test.for(pages)('%s', async ([, html]) => {
    const { served, find } = await newWay()
    served.set('/', page(html))
    const began = process.cpuUsage()
    await find('/').catch((error: { key?: string }) => expect(error.key).toMatch(/^(?:sources|feed|door)\./))
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1000).toBeLessThan(2_500)
  })
})
