import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { newDoor } from '../../src/http.ts'
import { reasonOf, Unavailable } from '../../src/model/oops.ts'
import { type FetchState, fetchFeed, retryAfterIn } from '../../src/sources/feed.ts'
import { reasonWords, sayIn } from '../../src/texts/texts.ts'

const now = Date.parse('2026-07-14T10:00:00Z')
const minute = 60_000
const day = 24 * 60 * minute
const feed =
  '<rss><channel><title>Lampes</title><ttl>30</ttl><item><title>Un</title><link>/1</link></item></channel></rss>'

/** A feed on loopback, and the way to ask for it with what is known so far. */
async function publishing(answer: RequestListener) {
  const asked: IncomingHttpHeaders[] = []
  const server = createServer((request, response) => {
    asked.push(request.headers)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const door = newDoor({ userAgent: 'Vigie/test', allowPrivate: ['127.0.0.0/8'] })
  onTestFinished(async () => {
    await door.close()
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/flux`
  const none: FetchState = { url, etag: null, lastModified: null, bodyHash: null }
  return {
    url,
    asked,
    ask: (known: Partial<FetchState> = {}) => fetchFeed(door, { ...none, ...known }, now),
  }
}

const problem = async (status: number, headers: Record<string, string> = {}) => {
  const { ask } = await publishing((_, response) => response.writeHead(status, headers).end('no'))
  return ask().then(
    () => new Error('it did not fail'),
    (error: unknown) => error as Unavailable,
  ) as Promise<Unavailable>
}

test('the first answer brings the feed, and what to ask with the next time', async () => {
  const { ask, asked, url } = await publishing((_, response) =>
    response.writeHead(200, { etag: 'W/"1"', 'last-modified': 'Tue, 14 Jul 2026 09:00:00 GMT' }).end(feed),
  )
  const fetched = await ask()
  expect(fetched).toMatchObject({
    unchanged: false,
    etag: 'W/"1"',
    lastModified: 'Tue, 14 Jul 2026 09:00:00 GMT',
    freshFor: 30 * minute,
    url,
    moved: [],
  })
  if (!fetched.unchanged) expect(fetched.feed.posts[0]!.url).toBe(new URL('/1', url).href)
  // Nothing known, nothing sent: an empty validator turns a 304 into a 200 on some servers.
  expect(asked[0]).not.toHaveProperty('if-none-match')
  expect(asked[0]).not.toHaveProperty('if-modified-since')
})

test('the second time it asks only for what is new', async () => {
  const { ask, asked } = await publishing((_, response) =>
    response.writeHead(304, { 'cache-control': 'max-age=3600' }).end(),
  )
  const known = { etag: '"1"', lastModified: 'Tue, 14 Jul 2026 09:00:00 GMT', bodyHash: 'h' }
  expect(await ask(known)).toMatchObject({ unchanged: true, ...known, freshFor: 60 * minute })
  expect(asked[0]).toMatchObject({
    'if-none-match': '"1"',
    'if-modified-since': 'Tue, 14 Jul 2026 09:00:00 GMT',
  })
  await ask({ ...known, etag: '', lastModified: 'a\nb' })
  expect(asked[1]).not.toHaveProperty('if-none-match')
  expect(asked[1]).not.toHaveProperty('if-modified-since')
})

test('the same bytes again are nothing new', async () => {
  const { ask } = await publishing((_, response) => response.end(feed))
  const { bodyHash } = await ask()
  expect(await ask({ bodyHash })).toMatchObject({ unchanged: true, bodyHash })
})

test('the encoding that HTTP names counts', async () => {
  const { ask } = await publishing((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/xml; charset="windows-1251"' })
      .end(
        Buffer.concat([
          Buffer.from('<rss><channel><title>'),
          Buffer.of(0xeb),
          Buffer.from('</title></channel></rss>'),
        ]),
      ),
  )
  expect(await ask()).toMatchObject({ feed: { title: 'л' } })
})

test('a page instead of a feed is a mistake that a person can mend', async () => {
  const { ask } = await publishing((_, response) =>
    response.end('<html><link rel="alternate" type="application/atom+xml" href="/a.xml"></html>'),
  )
  await expect(ask()).rejects.toMatchObject({
    name: 'Oops',
    key: 'feed.page-with-link',
    values: { feed: expect.stringMatching(/^http:.*\/a\.xml$/u) },
  })
})

test.each([
  [{ 'cache-control': 'max-age=7200' }, 120 * minute],
  [{ 'cache-control': 'public, max-age=60' }, 30 * minute],
  [{ 'cache-control': 'max-age=99999999' }, day],
  [{ 'cache-control': 'no-cache', expires: 'Tue, 14 Jul 2026 12:00:00 GMT' }, 30 * minute],
  [{ date: 'Tue, 14 Jul 2026 09:00:00 GMT', expires: 'Tue, 14 Jul 2026 11:00:00 GMT' }, 120 * minute],
  [
    {
      'cache-control': 'public',
      date: 'Tue, 14 Jul 2026 09:00:00 GMT',
      expires: 'Tue, 14 Jul 2026 10:00:00 GMT',
    },
    60 * minute,
  ],
  [{ expires: '0' }, 30 * minute],
])(
  'the longest of what headers and feed ask for is how long it stays fresh: %o',
  async (headers, expected) => {
    const { ask } = await publishing((_, response) =>
      response.writeHead(200, headers as Record<string, string>).end(feed),
    )
    expect((await ask()).freshFor).toBe(expected)
  },
)

test('a server that says when to come back is heard', async () => {
  for (const status of [403, 429, 503])
    expect((await problem(status, { 'retry-after': '120' })).retryAfter).toBe(2 * minute)
  expect((await problem(500, { 'retry-after': '120' })).retryAfter).toBeUndefined()
  expect((await problem(429)).retryAfter).toBeUndefined()
})

test.each([
  ['0', minute],
  ['3600', 60 * minute],
  ['99999999999', day],
  ['Tue, 14 Jul 2026 12:00:00 GMT', 120 * minute],
  ['Mon, 13 Jul 2026 12:00:00 GMT', minute],
  ['soon', undefined],
  ['', undefined],
])('Retry-After: %s', (written, expected) => {
  expect(retryAfterIn(written, now)).toBe(expected)
})

const wordsOf = (error: Unavailable) => reasonWords(reasonOf(error), sayIn('en'))

test('what is gone for good is refused, the rest may come back', async () => {
  const gone = await problem(410)
  expect(gone).toBeInstanceOf(Unavailable)
  expect([gone.refused, wordsOf(gone)]).toEqual([true, expect.stringContaining('gone for good (410)')])
  for (const status of [401, 403, 404, 429, 500, 503]) {
    const error = await problem(status)
    expect([error.refused, wordsOf(error)]).toEqual([
      false,
      expect.stringMatching(new RegExp(`^127\\.0\\.0\\.1:\\d+ .*\\(${status}\\)`, 'u')),
    ])
  }
})
