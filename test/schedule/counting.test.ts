import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import type { Chat } from '../../src/chat/chat.ts'
import type { BrandAccount } from '../../src/model/brand-account.ts'
import type { Asked } from '../../src/model/measure.ts'
import type { ChatName } from '../../src/model/person.ts'
import type { Team } from '../../src/model/team.ts'
import { readMeasure, readParts } from '../../src/reports/kpi/read.ts'
import { newCounting } from '../../src/schedule/counting.ts'
import type { Store } from '../../src/store/store.ts'
import { newChatAtThePort } from '../chat/slack-like.ts'
import { emptyStore } from '../databases/open.ts'
import { page } from '../publish/stand-in.ts'
import { nimbus, saturday } from '../world.ts'
import { openPlatforms } from './platforms.ts'

const hour = 3_600_000
const day = 24 * hour
const november = { period: { from: '2026-11-01', to: '2026-11-30' } }

async function newDesk(
  accounts: (platforms: Awaited<ReturnType<typeof openPlatforms>>) => BrandAccount[] = () => [],
  more: { team?: Partial<Team>; chats?: Chat[]; store?: Store; timeout?: number } = {},
) {
  const platforms = await openPlatforms()
  const store = more.store ?? (await emptyStore())
  const time = { now: saturday }
  const clock = () => time.now
  const team: Team = { ...nimbus, sample: false, accounts: accounts(platforms), ...more.team }
  const chats = new Map<ChatName, Chat>((more.chats ?? []).map((chat) => [chat.name, chat]))
  const log = pino({ level: 'silent' })
  const { timeout = 10_000 } = more
  const another = () =>
    newCounting({ store, teams: [team], chats, door: platforms.door, timeout, clock, log })
  const counting = another()
  await counting.start()
  onTestFinished(() => counting.stop())
  await counting.look()
  const facts = () => ({ store, team, now: time.now })
  const reading = (key: string, asked: Partial<Asked> = {}) =>
    readMeasure(facts(), key, { ...november, ...asked })
  const figure = async (key: string, asked: Partial<Asked> = {}) => (await reading(key, asked)).figure
  return { ...platforms, store, time, team, counting, another, facts, reading, figure }
}

test('every platform tells what it has: followers, and what the posts of each day brought about', async () => {
  const all = ['mastodon', 'bluesky', 'youtube', 'discourse', 'meta', 'github'] as const
  const { figure, facts, server } = await newDesk(({ account }) => all.map((kind) => account(kind)))
  expect(await figure('followers')).toMatchObject({ known: true, value: 1_250 + 320 + 5_400 + 3_000 })
  expect(await readParts(facts(), 'followers', november, 'account')).toMatchObject([
    { label: 'Youtube', value: 5_400 },
    { label: 'Meta', value: 3_000 },
    { label: 'Mastodon', value: 1_250 },
    { label: 'Bluesky', value: 320 },
  ])
  expect(await figure('members')).toMatchObject({ value: 212, sources: ['Discourse'] })
  expect(await figure('stars')).toMatchObject({ value: 77 })
  // 10 + 11 + 12 on Mastodon, 4 on Bluesky, 40 on YouTube, 60 on Facebook.
  expect(await figure('likes')).toMatchObject({ value: 137 })
  const today = { period: { from: '2026-11-21', to: '2026-11-21' } }
  expect(await figure('likes', { ...today, account: 'Mastodon' })).toMatchObject({ value: 21 })
  expect(await figure('shares', { account: 'Bluesky' })).toMatchObject({ value: 2 })
  expect(await figure('views')).toMatchObject({ value: 800, sources: ['Youtube'] })
  // (33 + 6 + 3) of 1,250 who follow.
  expect(await figure('engagement-rate-audience', { account: 'Mastodon' })).toMatchObject({
    value: 42 / 1_250,
    of: 1_250,
  })
  // Facebook alone tells its reach: 60 + 5 + 15 of 1,000 people.
  expect(await figure('engagement-rate-reach')).toMatchObject({ value: 0.08, of: 1_000, sources: ['Meta'] })
  // Keys and tokens stand in no address.
  for (const { path, query } of server.asked) expect(`${path}?${query}`).not.toMatch(/a-key|a-token/)
})

test('an account is counted once a day, in the small hours; a day without a count is not 0', async () => {
  const { figure, reading, time, counting, server, counts, store } = await newDesk(({ account }) => [
    account('mastodon'),
  ])
  const asked = () => server.asked.filter(({ path }) => path.endsWith('lookup')).length
  await counting.look()
  expect(asked()).toBe(1)
  const [row] = await store.countedAccounts.of('nimbus')
  const local = new Date(row!.nextAt).toLocaleTimeString('en-GB', { timeZone: 'Europe/Paris' })
  expect(local).toMatch(/^03:/)
  expect(row!.nextAt - time.now).toBeLessThan(day)
  counts.followers = 1_300
  time.now = row!.nextAt
  await counting.look()
  expect(asked()).toBe(2)
  expect(await figure('followers')).toMatchObject({ value: 1_300 })
  // Vigie was off for a week, and comes back.
  counts.followers = 1_375
  time.now += 7 * day
  await counting.look()
  const week = { period: { from: '2026-11-23', to: '2026-11-29' } }
  const { figure: now, before, change } = await reading('followers', week)
  expect([now, before]).toMatchObject([{ value: 1_375 }, { value: 1_300 }])
  expect(change).toBeCloseTo(75 / 1_300)
  expect(await figure('followers', { period: { from: '2026-11-24', to: '2026-11-28' } })).toMatchObject({
    known: false,
    because: { key: 'figure.not-counted' },
  })
  expect(await figure('followers', { period: { from: '2026-10-01', to: '2026-10-31' } })).toMatchObject({
    known: false,
    because: { key: 'figure.counted-since' },
  })
})

const said = async (
  trouble: Parameters<Awaited<ReturnType<typeof openPlatforms>>['server']['trouble']>[0],
) => {
  const timeout = 'before' in trouble && trouble.before === 'hangs' ? 300 : 10_000
  const watched = ({ account, server }: Awaited<ReturnType<typeof openPlatforms>>) => {
    server.trouble(trouble)
    return [account('mastodon')]
  }
  const desk = await newDesk(watched, { timeout })
  const [row] = await desk.store.countedAccounts.of('nimbus')
  return { ...desk, row: row!, figure: await desk.figure('followers') }
}

test.each([
  ['a token that is refused', { before: { status: 401, json: { error: 'x' } } }, 'count.signed-out'],
  ['a page in place of an answer', { before: page(403) }, 'count.closed'],
  ['an account that is not there', { before: { status: 404, json: {} } }, 'count.gone'],
  ['a server that is down', { before: page(503) }, 'count.down'],
  ['a page with 200', { before: page(200) }, 'count.unreadable'],
  ['half an answer', { after: { status: 200, body: '{"id":"17","follo' } }, 'count.unreadable'],
  ['silence', { before: 'hangs' }, 'door.too-slow'],
  ['no word at all', { before: 'drops' }, 'door.hung-up'],
  [
    'a field that is called otherwise',
    { after: { status: 200, json: { id: '17', fans: 3 } } },
    'count.changed',
  ],
  [
    'a field that is text by now',
    { after: { status: 200, json: { id: '17', followers_count: '3' } } },
    'count.changed',
  ],
  ['less than nothing', { after: { status: 200, json: { id: '17', followers_count: -3 } } }, 'count.changed'],
] as const)('%s is no number: it is unknown, and why is said', async (_name, trouble, key) => {
  const { figure, row, time } = await said(trouble as never)
  expect(figure).toMatchObject({ known: false, because: { key } })
  expect(row).toMatchObject({ fails: 1, countedAt: null })
  expect(row.nextAt).toBeGreaterThan(time.now)
})

test('what changed is named', async () => {
  const { figure } = await said({ after: { status: 200, json: { id: '17', fans: 3 } } })
  expect(figure).toMatchObject({ because: { values: { field: 'followers_count' } } })
})

test('a platform that asks for patience gets it; without a word of how long, ever more of it', async () => {
  const polite = await said({ before: { status: 429, json: {}, headers: { 'retry-after': '7200' } } })
  expect(polite.row.nextAt).toBe(polite.time.now + 2 * hour)
  const { server, counting, store, time } = await said({ before: { status: 429, json: {} } })
  const waits: number[] = []
  for (let nth = 0; nth < 4; nth++) {
    const [row] = await store.countedAccounts.of('nimbus')
    waits.push(row!.nextAt - time.now)
    time.now = row!.nextAt
    server.trouble({ before: { status: 429, json: {} } })
    await counting.look()
  }
  expect(waits.map((wait) => wait / 60_000)).toEqual([5, 10, 20, 40])
  const [row] = await store.countedAccounts.of('nimbus')
  time.now = row!.nextAt
  server.trouble()
  await counting.look()
  expect((await store.countedAccounts.of('nimbus'))[0]).toMatchObject({ fails: 0, trouble: {} })
})

test('one account in trouble is left out of the sum, and named', async () => {
  const { counting, store, time, server, figure } = await newDesk(({ account }) => [
    account('mastodon'),
    account('bluesky'),
  ])
  for (let nth = 0; nth < 12; nth++) {
    const rows = await store.countedAccounts.of('nimbus')
    time.now = Math.min(...rows.map(({ nextAt }) => nextAt))
    if (time.now > saturday + 2 * day) break
    server.trouble({ before: page(503), on: '/xrpc/', times: 9 })
    await counting.look()
  }
  const tomorrow = { period: { from: '2026-11-22', to: '2026-11-23' } }
  expect(await figure('followers', tomorrow)).toMatchObject({
    value: 1_250,
    sure: 'medium',
    because: { key: 'figure.without', values: { accounts: 'Bluesky' } },
  })
  expect(await figure('followers', { ...tomorrow, account: 'Bluesky' })).toMatchObject({
    known: false,
    because: { key: 'count.down' },
  })
  expect(await figure('followers', { account: 'Instagram' })).toMatchObject({
    known: false,
    because: { key: 'figure.no-such-account', values: { accounts: 'Bluesky, Mastodon' } },
  })
})

test('several processes count an account once', async () => {
  const { another, server, time, store, counting } = await newDesk(({ account }) => [account('mastodon')])
  const [row] = await store.countedAccounts.of('nimbus')
  time.now = row!.nextAt
  const others = [another(), another()]
  await Promise.all([counting, ...others].map((one) => one.look()))
  expect(server.asked.filter(({ path }) => path.endsWith('lookup'))).toHaveLength(2)
  for (const one of others) await one.stop()
})

test('who is no longer in the settings is asked for no longer', async () => {
  const { store, counting } = await newDesk(({ account }) => [account('mastodon')])
  await counting.stop()
  await newDesk(() => [], { store })
  expect(await store.countedAccounts.of('nimbus')).toEqual([])
})

const help = { chat: 'discord' as ChatName, channel: 'entraide' }

test('a chat counts its members; what an absent intent hides is said, and is not 0', async () => {
  const { chat } = newChatAtThePort('discord')
  let hidden: Awaited<ReturnType<NonNullable<Chat['census']>>>['hidden'] = {
    joins: { key: 'count.discord-members' },
    leaves: { key: 'count.discord-members' },
  }
  chat.census = async () => ({ members: 840, hidden })
  const { figure, counting, time } = await newDesk(() => [], { chats: [chat], team: { listens: [help] } })
  expect(await figure('members')).toMatchObject({ value: 840, sources: ['discord'] })
  expect(await figure('joins')).toEqual({
    known: false,
    because: { key: 'count.discord-members', values: {} },
  })
  hidden = {}
  time.now += day
  await counting.look()
  const sunday = { period: { from: '2026-11-22', to: '2026-11-22' } }
  expect(await figure('joins', sunday)).toMatchObject({ known: true, value: 0 })
  expect(await figure('joins')).toMatchObject({ known: true, value: 0, partly: true })
})

test('a team without accounts, and one whose chat counts nothing, are told so', async () => {
  const { figure } = await newDesk()
  expect(await figure('followers')).toMatchObject({ because: { key: 'figure.no-account' } })
  expect(await figure('joins')).toMatchObject({ because: { key: 'figure.no-community' } })
  const { chat } = newChatAtThePort('discord')
  delete chat.census
  const deaf = await newDesk(() => [], { chats: [chat], team: { listens: [help] } })
  expect(await deaf.figure('members')).toMatchObject({ because: { key: 'count.no-census' } })
})
