import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { openStore } from '../../src/store/store.ts'

/** Where a Vigie keeps things: its folder, and its PostgreSQL database where it has one. */
export type Place = { folder: string; url: string | null }

/** A delivery, as far as it is counted. */
export type Row = {
  id: string
  rule: string
  channel: string
  payload: string
  state: string
  wanted: number
  told: number
  told_id: string | null
  about: string
  story: string | null
  thread_of: string | null
  in_doubt: number
  in_summary: string | null
  may_repeat: number
  attempts: number
  reason: string | null
}

/** Looks into the store past the parts that keep it; `read` gives the rows of a query without parameters. */
export async function lookInto<Result>(place: Place, work: (read: Read) => Promise<Result>): Promise<Result> {
  if (place.url === null) {
    const database = new DatabaseSync(join(place.folder, 'vigie.db'), { readOnly: true })
    database.exec('PRAGMA busy_timeout = 5000')
    try {
      return await work(async (sql) => database.prepare(sql).all() as never)
    } finally {
      database.close()
    }
  }
  const client = new Client({ connectionString: place.url })
  await client.connect()
  try {
    return await work(async (sql) => (await client.query(sql)).rows)
  } finally {
    await client.end()
  }
}

type Read = <One>(sql: string) => Promise<One[]>

export const deliveriesIn = (place: Place) =>
  lookInto(place, (read) => read<Row>('select * from deliveries order by id'))

/** A mention for a digest: what it is about, and the moment of the digest that holds it. */
export type Gathered = { title: string; channel: string; due_at: number | string | null }

export const gatheredIn = (place: Place) =>
  lookInto(place, (read) =>
    read<Gathered>(
      `select p.title, i.channel, d.due_at from digest_items i join mentions m on m.id = i.mention_id
       join posts p on p.id = m.post_id left join digests d on d.id = i.digest_id`,
    ),
  )

/** What an admin would try again: given up because the chat said no. Gives how many of them wait again. */
export async function tryAgain({ folder, url }: Place): Promise<number> {
  const given = await lookInto({ folder, url }, (read) =>
    read<{ id: string; team: string }>(
      `select id, team from deliveries
       where state = 'given-up' and in_summary is null and reason <> 'unconfirmed' order by id`,
    ),
  )
  const store = await openStore(folder, { url })
  try {
    let count = 0
    for (const { id, team } of given)
      await store.together(async ({ deliveryList }) => {
        if ((await deliveryList.retry(team, id, { by: 'Mia', now: 0 })) === 'retried') count++
      })
    return count
  } finally {
    await store.close()
  }
}

/** Whether nothing waits any more, and every feed was read after a moment. */
export const isCalm = (place: Place, since: number) =>
  lookInto(place, async (read) => {
    const [open] = await read<{ count: number | string }>(
      `select count(*) as count from deliveries
       where state in ('waiting', 'sending') or (state = 'told' and told < wanted and in_summary is null)`,
    )
    const feeds = await read<{ last_read_at: number | string | null }>('select last_read_at from feeds')
    const known = feeds.filter(({ last_read_at }) => Number(last_read_at ?? 0) > since)
    return Number(open!.count) === 0 && feeds.length > 0 && known.length === feeds.length
  })

/** Every feed is due now. */
export async function askAllNow({ url }: Place) {
  const client = new Client({ connectionString: url ?? '' })
  await client.connect()
  await client.query('update feeds set next_at = 0').finally(() => client.end())
}
