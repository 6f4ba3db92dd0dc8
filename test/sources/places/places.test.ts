import { expect, test } from 'vitest'
import { Unavailable } from '../../../src/model/oops.ts'
import { placeKinds, writeSearch } from '../../../src/model/search.ts'
import { BudgetSpent } from '../../../src/sources/places/budget.ts'
import { fetchSearch } from '../../../src/sources/places/index.ts'
import { reasonWords, sayIn } from '../../../src/texts/texts.ts'
import { documented, now } from './answers.ts'
import { bodyOf, placeThat } from './server.ts'

test('there is an answer of each place', () => {
  expect([...new Set(documented.map(({ place }) => place))].sort()).toEqual([...placeKinds].sort())
})

for (const one of documented)
  test(`${one.place}: what is asked and read is what its documents say (${one.from})`, async () => {
    const { search, asked, url } = await placeThat(one)
    const fetched = await search()
    expect(asked[0]!.url).toMatch(one.asked)
    if (fetched.unchanged) throw new Error('nothing was read')
    expect(fetched.feed.posts).toHaveLength(1)
    expect(fetched.feed.posts[0]).toMatchObject(one.wanted)
    expect(fetched).toMatchObject({ url, moved: [], offer: null })
    // Read again it is nothing new, under the same number.
    const again = await search(fetched)
    expect(again.unchanged).toBe(true)
    // What is secret stays where it is asked for.
    const said = JSON.stringify([url, fetched])
    for (const secret of Object.values(one.account?.secrets ?? {})) expect(said).not.toContain(secret)
  })

const mishaps: [string, number, Record<string, string>, (body: string) => string][] = [
  ['401', 401, {}, () => '{"error":"no"}'],
  ['403 with a page', 403, { 'content-type': 'text/html' }, () => '<html><body>Forbidden</body></html>'],
  ['429', 429, {}, () => 'slow down'],
  ['429 with Retry-After', 429, { 'retry-after': '120' }, () => ''],
  ['500', 500, {}, () => 'oh'],
  ['a page where results should be', 200, {}, () => '<!doctype html><html><body>Consent</body></html>'],
  ['nothing at all', 200, {}, () => ''],
  ['ten megabytes', 200, {}, () => 'x'.repeat(10 * 2 ** 20)],
  ['half an answer', 200, {}, (body) => body.slice(0, body.length / 2)],
]

const wantedKeys: Record<string, RegExp> = {
  '401': /^place\.(?:status-401|refused-access)$/,
  '403 with a page': /^place\.status-403$/,
  '429': /^feed\.status-429$/,
  '429 with Retry-After': /^feed\.status-429$/,
  '500': /^feed\.status-server$/,
  'a page where results should be': /^place\.(?:no-feed|not-json)$/,
  'nothing at all': /^place\.(?:no-feed|not-json)$/,
  'ten megabytes': /^door\.too-large$/,
  'half an answer': /^place\.cut-short$/,
}

for (const one of documented)
  test(`${one.place} (${Object.keys(one.params)[0]}) misbehaves: each time it is said what happened`, async () => {
    let answer = { status: 200, headers: {} as Record<string, string>, body: '' }
    const { search } = await placeThat(one, (_, response) =>
      response.writeHead(answer.status, answer.headers).end(answer.body),
    )
    for (const [name, status, headers, bodyFrom] of mishaps) {
      answer = { status, headers, body: bodyFrom(bodyOf(one)) }
      const result = await search().then(
        (fetched) => fetched,
        (error: unknown) => error,
      )
      // A feed that is cut short keeps what came; JSON that is cut short is none.
      if (name === 'half an answer' && typeof one.body === 'string') continue
      expect(result, name).toBeInstanceOf(Unavailable)
      const { key, retryAfter, values, refused } = result as Unavailable
      expect([name, key]).toEqual([name, expect.stringMatching(wantedKeys[name]!)])
      expect([name, retryAfter]).toEqual([name, name === '429 with Retry-After' ? 120_000 : undefined])
      expect(refused).toBe(false)
      const told = (['fr', 'en'] as const).map((locale) => reasonWords({ key: key!, values }, sayIn(locale)))
      for (const words of told) expect(words).not.toMatch(/[{}]|secret|place\.|undefined/)
    }
  })

for (const one of documented.filter(({ field }) => field))
  test(`${one.place}: a field that changed is named, and is no silent nothing (${one.field!.path})`, async () => {
    const { search } = await placeThat(one, (_, response) => response.end(one.field!.breaks(bodyOf(one))))
    const error = (await search().catch((error) => error)) as Unavailable
    expect(error).toBeInstanceOf(Unavailable)
    expect([error.key, error.values.field]).toEqual(['place.changed-field', one.field!.path])
  })

for (const one of documented.filter(({ page }) => page))
  test(`${one.place}: an endless chain of pages is cut, and that is said (${Object.keys(one.params)[0]})`, async () => {
    let nth = 0
    const { search, asked } = await placeThat(one, (_, response) =>
      response.end(JSON.stringify(one.page!(nth++))),
    )
    const fetched = await search()
    expect(asked).toHaveLength(5)
    expect(new Set(asked.map(({ url }) => url)).size).toBe(5)
    if (fetched.unchanged) throw new Error('nothing was read')
    expect(fetched.note).toMatchObject({ key: 'place.note-cut' })
    expect(fetched.feed.posts.length).toBeGreaterThanOrEqual(200)
    // The next time, what is older than what was read is not asked for again.
    nth = 0
    await search({ lastModified: fetched.lastModified })
    expect(asked.length).toBeLessThanOrEqual(10)
  })

test('the same page again and again is the end of the chain', async () => {
  const one = documented.find(({ place }) => place === 'bluesky')!
  const { search, asked } = await placeThat(one, (_, response) => response.end(JSON.stringify(one.page!(0))))
  const fetched = await search()
  expect(asked).toHaveLength(2)
  expect(fetched.note).toBeNull()
})

test('a post of tomorrow does not hide those of today: how far was read is never in the future', async () => {
  const one = documented.find(({ place }) => place === 'bluesky')!
  const later = JSON.parse(JSON.stringify(one.page!(0)).replaceAll('2026-11-20', '2031-01-01'))
  const { search, asked } = await placeThat(one, (_, response) => response.end(JSON.stringify(later)))
  const fetched = await search()
  expect(Number(fetched.lastModified)).toBeLessThanOrEqual(now)
  await search(fetched)
  const since = new URL(asked.at(-1)!.url, 'http://x').searchParams.get('since')!
  expect(Date.parse(since)).toBeLessThanOrEqual(now)
  // A number that was kept before a clock was set back counts no more than now.
  await search({ lastModified: `${now + 9e11}` })
  expect(Date.parse(new URL(asked.at(-1)!.url, 'http://x').searchParams.get('since')!)).toBeLessThanOrEqual(
    now,
  )
})

test('one odd item among many is set aside, and that is said', async () => {
  const one = documented.find(({ place }) => place === 'hackernews')!
  const body = one.body as { hits: object[] }
  const odd = { ...body, hits: [{ ...body.hits[0], objectID: '2', author: 7 }, ...body.hits] }
  const { search } = await placeThat(one, (_, response) => response.end(JSON.stringify(odd)))
  const fetched = await search()
  expect(fetched.unchanged === false && fetched.feed.posts.map(({ id }) => id)).toEqual(['1'])
  expect(fetched.note).toMatchObject({ key: 'place.note-odd', values: { field: 'hits[].author', count: 1 } })
})

test('a budget that ends between two pages keeps what was read, and one that has ended asks nothing', async () => {
  const one = documented.find(({ place }) => place === 'hackernews')!
  let nth = 0
  const { search, asked } = await placeThat(one, (_, response) =>
    response.end(JSON.stringify(one.page!(nth++))),
  )
  let left = 2
  const budget = async () => {
    if (left-- <= 0) throw new BudgetSpent('hackernews', now + 60_000, now)
  }
  const fetched = await search({}, budget)
  expect(fetched.unchanged === false && fetched.feed.posts.length).toBe(200)
  expect(fetched.note).toMatchObject({ key: 'place.note-partly' })
  const error = (await search({}, budget).catch((error) => error)) as BudgetSpent
  expect([error instanceof BudgetSpent, error.until, asked.length]).toEqual([true, now + 60_000, 2])
})

test('who signs in does so once, and again when the session is forgotten', async () => {
  const one = documented.find(({ place }) => place === 'bluesky')!
  let expired = true
  const { search, asked, answers } = await placeThat(one, (request, response) => {
    expect(request.headers.authorization).toBe('Bearer jwt-1')
    if (expired) response.writeHead(400).end('{"error":"ExpiredToken","message":"Token has expired"}')
    else response.end(bodyOf(one))
    expired = false
  })
  await search()
  await search()
  expect(asked).toHaveLength(3)
  // Two sign-ins: the first, and the one after the session had run out.
  expect(answers).toHaveLength(5)
})

test('a token goes nowhere but where the settings say, whatever an address claims', async () => {
  const one = documented.find(({ place }) => place === 'bluesky')!
  const { door, account, asked } = await placeThat(one)
  const [other, elsewhere] = [await placeThat(one), 'mastodon' as const]
  const state = { etag: null, lastModified: null, bodyHash: null }
  const given = { now, account, budget: async () => {} }
  for (const search of [
    { place: one.place, base: other.base, account: account!.key, params: one.params },
    { place: elsewhere, base: account!.base, account: account!.key, params: { tags: 'x' } },
  ]) {
    const error = await fetchSearch(door, { ...state, url: writeSearch(search) }, given).catch(
      (error) => error,
    )
    expect(error.key).toBe('place.account-gone')
  }
  expect([asked, other.asked]).toEqual([[], []])
})

test('an address that no browser should open is none', async () => {
  const one = documented.find(({ place }) => place === 'gdelt')!
  const { search } = await placeThat(one, (_, response) =>
    response.end(bodyOf(one).replaceAll('https://www.leprogres.fr/nimbus', 'javascript:alert(1)')),
  )
  const fetched = await search()
  expect(fetched.unchanged === false && fetched.feed.posts.map(({ url }) => url)).toEqual([null])
})

test('what a place says in plain text is passed on', async () => {
  const one = documented.find(({ place }) => place === 'gdelt')!
  let words = 'Your query was too short or too long.'
  const { search } = await placeThat(one, (_, response) => response.end(words))
  const refused = (await search().catch((error) => error)) as Unavailable
  expect(refused).toMatchObject({ key: 'place.refused', values: { said: words } })
  words = 'Please limit requests to one every 5 seconds or contact us'
  expect(await search().catch((error) => error.key)).toBe('feed.status-429')
  words = '{}'
  expect(await search()).toMatchObject({ unchanged: false, feed: { posts: [] } })
})

test('a limit that is reached between two pages loses nothing: the rest is asked for from the same moment', async () => {
  const one = documented.find(({ place }) => place === 'hackernews')!
  let nth = 0
  const { search, asked } = await placeThat(one, (_, response) => {
    if (nth === 1) response.writeHead(429, { 'retry-after': '900' }).end()
    else response.end(JSON.stringify(one.page!(nth)))
    nth++
  })
  const since = `${now - 30 * 86_400_000}`
  const fetched = await search({ lastModified: since })
  expect(fetched.unchanged === false && fetched.feed.posts.length).toBe(100)
  expect(fetched).toMatchObject({
    lastModified: since,
    freshFor: 900_000,
    note: { key: 'place.note-partly' },
  })
  await search(fetched)
  const from = (url: string) => new URL(url, 'http://x').searchParams.get('numericFilters')
  expect(from(asked[2]!.url)).toBe(from(asked[0]!.url))
})

test('who says in other ways that we ask too often is believed', async () => {
  const inTenMinutes = now + 600_000
  const ways: [string, number, Record<string, string>, string, number][] = [
    [
      'mastodon',
      429,
      { 'x-ratelimit-reset': new Date(inTenMinutes).toISOString() },
      '{"error":"Too many requests"}',
      600_000,
    ],
    [
      'bluesky',
      429,
      { 'ratelimit-reset': `${inTenMinutes / 1000}` },
      '{"error":"RateLimitExceeded"}',
      600_000,
    ],
    ['reddit', 429, { 'x-ratelimit-reset': '537' }, '', 537_000],
    [
      'stackexchange',
      400,
      {},
      '{"error_id":502,"error_message":"too many requests from this IP, more requests available in 46472 seconds","error_name":"throttle_violation"}',
      46_472_000,
    ],
  ]
  for (const [place, status, headers, body, wait] of ways) {
    const one = documented.find((each) => each.place === place)!
    const { search } = await placeThat(one, (_, response) => response.writeHead(status, headers).end(body))
    const error = (await search().catch((error) => error)) as Unavailable
    expect([place, error.key, error.retryAfter]).toEqual([place, 'feed.status-429', wait])
  }
})

test('a forum that is overloaded is not taken for one where nothing was said', async () => {
  const one = documented.find(({ place, params }) => place === 'discourse' && params.q !== undefined)!
  const said = 'We are under extreme load'
  const { search } = await placeThat(one, (_, response) =>
    response.end(JSON.stringify({ posts: [], grouped_search_result: { error: said } })),
  )
  expect(await search().catch((error) => error)).toMatchObject({ key: 'place.refused', values: { said } })
})

test('as many articles as GDELT ever gives may not be all of them, and that is said', async () => {
  const one = documented.find(({ place }) => place === 'gdelt')!
  const [article] = (one.body as { articles: object[] }).articles
  const articles = Array.from({ length: 250 }, (_, nth) => ({
    ...article,
    url: `https://press.example/${nth}`,
  }))
  const { search } = await placeThat(one, (_, response) => response.end(JSON.stringify({ articles })))
  expect(await search()).toMatchObject({ note: { key: 'place.note-cut', values: { count: 250 } } })
})

test('an old review that was changed today ends no chain of pages', async () => {
  const one = documented.find(({ place }) => place === 'google-business')!
  let nth = 0
  const { search, asked } = await placeThat(one, (_, response) => {
    const page = one.page!(nth++) as { reviews: object[] }
    response.end(
      JSON.stringify(
        nth > 2
          ? { reviews: page.reviews }
          : {
              ...page,
              reviews: page.reviews.map((review) => ({ ...review, createTime: '2019-01-01T00:00:00Z' })),
            },
      ),
    )
  })
  await search({ lastModified: `${now - 5 * 86_400_000}` })
  expect(asked).toHaveLength(3)
})

test('a place that repeats the key it does not like does not spread it', async () => {
  for (const place of ['stackexchange', 'mastodon', 'discourse'] as const) {
    const one = documented.find((each) => each.place === place && each.account)!
    const [secret] = Object.values(one.account!.secrets)
    for (const body of [
      `{"error_message":"key ${secret} is not valid"}`,
      `{"errors":["${secret}"]}`,
      `${secret}!`,
    ]) {
      for (const status of [200, 400, 403]) {
        const { search } = await placeThat(one, (_, response) => response.writeHead(status).end(body))
        const error = await search().catch((error) => error)
        expect([place, error instanceof Unavailable]).toEqual([place, true])
        expect(JSON.stringify([error, error.message, error.values])).not.toContain(secret)
      }
    }
  }
})

test('a number without an end is kept as a short one, the same each time', async () => {
  const one = documented.find(({ place }) => place === 'hackernews')!
  const hits = [0, 1].map((nth) => ({
    ...(one.body as { hits: object[] }).hits[0],
    objectID: 'é'.repeat(9_000) + nth,
  }))
  const { search } = await placeThat(one, (_, response) =>
    response.end(JSON.stringify({ ...(one.body as object), hits })),
  )
  const ids = async () => {
    const fetched = await search()
    return fetched.unchanged ? [] : fetched.feed.posts.map(({ id }) => id)
  }
  expect((await ids()).map(({ length }) => length)).toEqual([22, 22])
  expect(new Set([...(await ids()), ...(await ids())]).size).toBe(2)
})
