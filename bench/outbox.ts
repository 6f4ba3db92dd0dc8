import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../src/store/dialect.ts'
import { leaseLength } from '../src/store/leases.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { openSqlite } from '../src/store/sqlite.ts'
import { openStore, type Store } from '../src/store/store.ts'
import type { Tables } from '../src/store/tables.ts'
import { startServer } from '../test/databases/server.ts'

/**
 * What the sender asks of the store between two messages (what is due, a channel and a row taken, one told, what is
 * due next), and what `/deliveries` shows, while 5,000 wait in 50 channels: after 300,000 that were told, beside an outbox without a past. In
 * milliseconds, the median of `rounds`, on both databases; the ratio says what a past costs.
 */
export async function outbox({ rounds = 15, waiting = 5_000, told = 300_000 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-bench-'))
  const server = await startServer()
  try {
    const results: Record<string, object> = {}
    for (const url of [null, `${server.address}/postgres`]) {
      const young = await measured({ folder: join(folder, 'young'), url, rounds, waiting, told: 0 })
      const old = await measured({ folder: join(folder, 'old'), url, rounds, waiting, told })
      results[url ? 'postgres' : 'sqlite'] = Object.fromEntries(
        Object.entries(old).map(([what, ms]) => {
          const before = young[what]!
          return [what, { 'ms after': round(ms), 'ms without': round(before), ratio: round(ms / before) }]
        }),
      )
    }
    return { waiting, told, ...results }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

type Outbox = { folder: string; url: string | null; rounds: number; waiting: number; told: number }

async function measured({ folder, url, rounds, waiting, told }: Outbox): Promise<Record<string, number>> {
  const store = await openStore(folder, { url })
  const db = url ? openPostgres(url) : openSqlite(join(folder, 'vigie.db'))
  try {
    await sql`delete from channels`.execute(db)
    await sql`delete from deliveries`.execute(db)
    await fill(db, { count: told, state: 'told' })
    await fill(db, { count: waiting, state: 'waiting' })
    // As PostgreSQL does by itself every now and then.
    await sql.raw(url ? 'vacuum analyze' : 'analyze').execute(db)
    return await askedAgainAndAgain(store, rounds)
  } finally {
    await db.destroy()
    await store.close()
  }
}

async function askedAgainAndAgain(store: Store, rounds: number) {
  const times: Record<string, number[]> = {}
  const owner = randomUUID()
  let now = began
  async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    const start = performance.now()
    const result = await work()
    times[what] = [...(times[what] ?? []), performance.now() - start]
    return result
  }
  for (let nth = -3; nth < rounds; nth++) {
    if (nth === 0) for (const what of Object.keys(times)) delete times[what]
    now += 60_000
    await timed('resume', () => store.deliveries.resume({ now, busy: [], owner }))
    const [first] = await timed('due', () => store.deliveries.due(now, [], owner))
    await timed('claim', () =>
      store.together(async (store) => {
        await store.channels.claim(first!.place, owner, { now, until: now + leaseLength })
        await store.deliveries.begin(first!.id, now)
      }),
    )
    await timed('told', () =>
      store.together(async (store) => {
        await store.deliveries.told(first!.id, 1, { channel: first!.place.channel, id: `m${nth}` }, now)
        await store.channels.rest(first!.place, owner, { until: now + 1_000, failed: false })
      }),
    )
    await timed('next due', () => store.deliveries.nextDue({ now, busy: [], owner }))
  }
  for (let nth = 0; nth < rounds; nth++) {
    await timed('list', () => store.deliveryList.list('nimbus', {}, { most: 9 }))
    await timed('list counts', () => store.deliveryList.counts('nimbus', {}))
    await timed('list queues', () => store.deliveryList.queues('nimbus', {}))
  }
  return Object.fromEntries(Object.entries(times).map(([what, all]) => [what, median(all)]))
}

const began = Date.UTC(2026, 10, 21, 13, 30)

/** Rows of one state in 50 channels, a minute apart; nearly all that was told is as it should be. */
async function fill(db: Kysely<Tables>, { count, state }: { count: number; state: 'told' | 'waiting' }) {
  const numbers = isPostgres(db)
    ? sql`(select generate_series(1, cast(${count} as bigint)) as n) as numbers`
    : sql`(with recursive counted(n) as (select 1 union all select n + 1 from counted where n < ${count}) select n from counted) as numbers`
  if (count === 0) return
  const done = state === 'told' ? 1 : 0
  const at = sql`cast(${began} as bigint) - 60000 * cast(${count} - n as bigint)`
  const name = sql`cast(${state} as text)`
  await sql`
    insert into deliveries (id, team, rule, about, story, chat, channel, payload, state, wanted, told, attempts, due_at,
      told_channel, told_id, told_at, created_at)
    select ${name} || n, 'nimbus', 'alert', ${name} || ':' || n, 'story' || n, 'slack', 'channel-' || (n % 50),
      ${payload}, ${state}, 1, ${done}, ${done}, ${at}, 'channel-' || (n % 50),
      case when ${done} = 1 then 'm' || n end, case when ${done} = 1 then ${at} end, ${at}
    from ${numbers}`.execute(db)
}

const payload = JSON.stringify({ title: 'Mention négative : Nimbus', items: [{ quote: 'x'.repeat(1200) }] })

const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!
const round = (value: number) => +value.toFixed(2)
