import { parse } from 'csv-parse/sync'
import { afterEach, expect, test } from 'vitest'
import { catalogue } from '../../src/reports/kpi/catalogue.ts'
import { newPublicServer } from '../../src/web/public.ts'
import { newWorld, nimbus, saturday } from '../world.ts'

const stops: (() => Promise<void>)[] = []
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())))

const sure = expect.stringMatching(/^(?:high|medium)$/)
const token = 'T'.repeat(43)

/** Nimbus with five mentions in three days, and its public port. */
async function opened(more: { longest?: number; most?: number } = {}) {
  const world = await newWorld()
  const day = 86_400_000
  await world.hear([
    world.post('Ma lampe Nimbus est en panne, quelle honte', { publishedAt: saturday - 2 * day }),
    world.post('J’adore ma lampe Nimbus, un bonheur', {
      publishedAt: saturday - day,
      author: 'Lucie Bertin',
    }),
    world.post('Nimbus ouvre à Lyon', { publishedAt: saturday - day }),
    world.post('Nimbus et Lumeo exposent à Lyon', { publishedAt: saturday }),
    world.post('Lumeo baisse ses prix', { publishedAt: saturday }),
  ])
  const made = { name: 'Looker', by: 'Mia', at: saturday, most: 20 }
  await world.store.readingTokens.make('nimbus', token, made)
  const errors: unknown[] = []
  const log = { error: (facts: object) => void errors.push(facts) }
  const { store, clock } = world
  const server = newPublicServer({
    port: 0,
    doors: [],
    figures: { store, teams: [nimbus], clock, ...more },
    log,
  })
  stops.push(server.stop)
  const address = `http://127.0.0.1:${await server.start()}`
  const get = (path: string, more: RequestInit = {}) => fetch(address + path, more)
  return {
    ...world,
    get,
    errors,
    figures: (query = '', format = 'json') => get(`/figures/${token}.${format}${query}`),
  }
}

const asked = '?measure=volume&topic=nimbus&from=2026-11-19&to=2026-11-21'

test('a spreadsheet reads the numbers of its days, with what stands behind them', async () => {
  const { figures } = await opened()
  const answer = await figures(asked, 'csv')
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const rows = parse(await answer.text(), { bom: true, columns: true }) as Record<string, string>[]
  const values = (kind: string) =>
    rows.filter(({ row }) => row === kind).map(({ from, value }) => `${from} ${value}`)
  expect(values('total')).toEqual(['2026-11-19 4'])
  expect(values('series')).toEqual(['2026-11-19 1', '2026-11-20 2', '2026-11-21 1'])
  const before = rows.find(({ row }) => row === 'before')
  expect(before, 'nobody listened then').toMatchObject({
    from: '2026-11-16',
    value: '',
    confidence: 'unknown',
  })
  expect(before!.reason).toMatch(/\w/)
  expect(rows[0]).toMatchObject({ measure: 'volume', topic: 'Nimbus', unit: 'count', confidence: sure })
  expect(rows[0]!.formula).toContain('Posts that mention')
})

test('French spreadsheets get semicolons and commas where they ask for them', async () => {
  const { figures } = await opened()
  const text = await (
    await figures(`?measure=share-of-voice&from=2026-11-19&to=2026-11-21&locale=fr`, 'csv')
  ).text()
  expect(text).toContain('row;measure;name;')
  expect(text).toMatch(/;Part de voix;;2026-11-19;2026-11-21;;;0,6\d+;ratio;/)
})

test('a program asks with a header, and may ask for all there is', async () => {
  const { get } = await opened()
  const headers = { authorization: `Bearer ${token}` }
  const all = (await (
    await get('/figures.json?from=2026-11-19&to=2026-11-21&parts=network,topic', { headers })
  ).json()) as {
    measures: {
      measure: string
      total: { value: number | null; confidence: string; reason: string | null }
      parts: object
    }[]
  }
  const named = (key: string) => all.measures.find(({ measure }) => measure === key)!
  expect(named('volume').total.value).toBe(4)
  expect(named('volume').parts).toHaveProperty('network')
  expect(all.measures.length).toBeGreaterThan(4)
  for (const { total } of all.measures)
    if (total.value === null)
      expect(total).toMatchObject({ confidence: 'unknown', reason: expect.stringMatching(/\w/) })
  expect(JSON.stringify(all), 'nobody is named').not.toMatch(/Lucie|Bertin|ravi/i)
  expect((await get('/figures.json', { headers: { authorization: 'Bearer no' } })).status).toBe(404)
  expect((await get('/figures.json')).status).toBe(404)
})

test('many numbers of all topics for all days at once are too much', async () => {
  const { figures } = await opened()
  const keys = catalogue.slice(0, 20).map(({ measure }) => measure.key)
  const topics = nimbus.topics.map(({ name }) => encodeURIComponent(name))
  const answer = await figures(`?measure=${keys}&topic=${topics}&from=2025-11-21&to=2026-11-21`)
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { error: 'too-much', parameter: 'measure', most: 20_000 },
  ])
})

test.each([
  ['?measure=happiness', 'unknown-measure', 'measure'],
  ['?measure=volume&measure=reach', 'parameter-twice', 'measure'],
  [`?measure=${'a,'.repeat(40)}`, 'too-many', 'measure'],
  ['?topic=Moon', 'unknown-topic', 'topic'],
  ['?from=yesterday', 'no-day', 'from'],
  ['?to=2026-02-30', 'no-day', 'to'],
  ['?from=2026-11-20&to=2026-11-19', 'ends-before-it-begins', 'to'],
  ['?from=2027-01-01&to=2027-01-02', 'not-begun', 'from'],
  ['?from=2000-01-01', 'period-too-long', 'from'],
  ['?from=2024-01-01&by=day', 'period-too-long', 'from'],
  ['?by=hour', 'unknown-grain', 'by'],
  ['?parts=author', 'unknown-part', 'parts'],
  ['?locale=de', 'unknown-locale', 'locale'],
  ['?__proto__=1', 'unknown-parameter', '__proto__'],
  ['?measure=%00%0a<script>', 'unknown-measure', 'measure'],
])('%s is refused in words a program understands', async (query, error, parameter) => {
  const { figures } = await opened()
  const answer = await figures(query, 'csv')
  expect([answer.status, await answer.json()]).toMatchObject([400, { error, parameter }])
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
})

test('a token that opens nothing is told nothing, and nothing but reading is possible', async () => {
  const { get, store, figures, errors } = await opened()
  const nothing = async (path: string, method = 'GET') => {
    const answer = await get(path, { method })
    expect([path, answer.status, await answer.text()]).toEqual([path, 404, ''])
  }
  await nothing(`/figures/${'U'.repeat(43)}.csv`)
  await nothing(`/figures/${'U'.repeat(43)}.csv?measure=happiness`)
  await nothing(`/figures/${token}`)
  await nothing(`/figures/${token}.xml`)
  await nothing(`/figures/${token}.csv/more`)
  await nothing('/figures/..%2f..%2fetc.csv')
  for (const method of ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
    await nothing(`/figures/${token}.csv`, method)
  expect((await store.readingTokens.live('nimbus'))[0]!.usedAt, 'a refusal is no reading').toBe(null)
  expect((await figures(asked)).status).toBe(200)
  const { id, usedAt } = (await store.readingTokens.live('nimbus'))[0]!
  expect(usedAt).toBe(saturday)
  await store.readingTokens.revoke('nimbus', id, { by: 'Noor', at: saturday })
  await nothing(`/figures/${token}.csv`)
  expect(errors).toEqual([])
})

test('who asks too often waits, and what takes too long is let go', async () => {
  const { figures, time } = await opened({ most: 2 })
  await figures(asked)
  await figures(asked)
  const third = await figures(asked)
  expect([third.status, third.headers.get('retry-after'), await third.json()]).toEqual([
    429,
    '60',
    { error: 'too-many-requests', per_minute: 2 },
  ])
  time.now += 61_000
  expect((await figures(asked)).status).toBe(200)
  const slow = await opened({ longest: -1 })
  const answer = await slow.figures('')
  expect([answer.status, await answer.json()]).toMatchObject([503, { error: 'took-too-long' }])
})
