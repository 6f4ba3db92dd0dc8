import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFeed } from '../../src/sources/reader.ts'
import { isSigned, offerOf } from '../../src/sources/websub.ts'

const url = 'https://journal.example/feed'
const bytes = (text: string) => new TextEncoder().encode(text)
const atom = (links: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>J</title>${links}</feed>`
const offer = async (link: string, links = '', at = url) =>
  offerOf(link ? { link } : {}, await readFeed(bytes(atom(links)), { url: at }), at)

const hub = 'https://hub.example/'
const found = { hub, topic: url }

test.each([
  ['the feed says both', '', `<link rel="hub" href="${hub}"/><link rel="self" href="${url}"/>`],
  ['an address is relative', '', `<link rel="hub" href="${hub}"/><link rel="self" href="/feed"/>`],
  ['the headers say both', `<${hub}>; rel="hub", <${url}>; rel="self"`, ''],
  ['the headers say it without quotes, in capitals', `<${hub}>;rel=HUB,<${url}>;REL=self`, ''],
  ['one link is several things', `<${hub}>; rel="hub preconnect", <${url}>; title="a, b"; rel="self"`, ''],
  [
    'headers go before the feed',
    `<${hub}>; rel=hub`,
    `<link rel="hub" href="https://other.example/"/><link rel="self" href="${url}"/>`,
  ],
])('where %s', async (_, link, links) => {
  expect(await offer(link, links)).toEqual(found)
})

test.each([
  ['no hub', '', `<link rel="self" href="${url}"/>`],
  ['no name for itself', '', `<link rel="hub" href="${hub}"/>`],
  ['a hub that is none', `<javascript:alert(1)>; rel=hub, <${url}>; rel=self`, ''],
  ['a hub that everybody can listen to', `<http://hub.example/>; rel=hub, <${url}>; rel=self`, ''],
  ['an endless address', `<${hub}${'x'.repeat(3_000)}>; rel=hub, <${url}>; rel=self`, ''],
  [
    'an address that is endless as it is sent',
    '',
    `<link rel="hub" href="${hub}${'é'.repeat(700)}"/><link rel="self" href="${url}"/>`,
  ],
  ['a broken header', `<${hub}; rel=hub, ${url}>; rel=self`, ''],
])('there is nothing to subscribe to: %s', async (_, link, links) => {
  expect(await offer(link, links)).toBeNull()
})

test('a feed that everybody can listen to may have such a hub', async () => {
  const plain = 'http://journal.example/feed'
  expect(await offer(`<http://hub.example/>; rel=hub, <${plain}>; rel=self`, '', plain)).not.toBeNull()
})

test('a feed in JSON names its hub too', async () => {
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'J',
    feed_url: url,
    hubs: [{ type: 'WebSub', url: hub }],
    items: [],
  }
  expect(offerOf({}, await readFeed(bytes(JSON.stringify(json)), { url }), url)).toEqual(found)
})

test('whatever stands in a header, it is read or left, quickly', async () => {
  const feed = await readFeed(bytes(atom('')), { url })
  const piece = fc.constantFrom(
    '<',
    '>',
    ';',
    ',',
    '"',
    'rel',
    '=',
    'hub',
    'self',
    ' ',
    hub,
    '\\',
    'é',
    "rel*=UTF-8''hub",
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
      offerOf({ link: pieces.join('') }, feed, url)
    }),
  )
  for (const evil of ['<', '<>;', '<a>;"', '<a>;rel=', ',', '"'].map((part) => part.repeat(60_000))) {
    const began = performance.now()
    offerOf({ link: evil }, feed, url)
    expect(performance.now() - began).toBeLessThan(200)
  }
})

test('only what was signed with the secret is signed', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string({ minLength: 1 }), fc.string(), (body, secret, other) => {
      const made = createHmac('sha256', secret).update(body).digest('hex')
      expect(isSigned(`sha256=${made}`, body, secret)).toBe(true)
      expect(isSigned(`SHA256=${made.toUpperCase()}`, body, secret)).toBe(true)
      expect(isSigned(other, body, secret)).toBe(false)
      if (other !== secret) expect(isSigned(`sha256=${made}`, body, other)).toBe(false)
    }),
  )
  // What GitHub signs in its documentation, in the same way.
  const secret = "It's a Secret to Everybody"
  const signature = '757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'
  expect(isSigned(`sha256=${signature}`, bytes('Hello, World!'), secret)).toBe(true)
  expect(isSigned(undefined, bytes('Hello, World!'), secret)).toBe(false)
})
