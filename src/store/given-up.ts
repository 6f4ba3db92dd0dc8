import { type Kysely, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import { listed } from './batch.ts'
import { unconfirmed } from './outbox.ts'
import type { Tables } from './tables.ts'

/** How many messages were not told: given up, and perhaps told although nobody confirmed it. */
export type Untold = { givenUp: number; unconfirmed: number }

/** What could not be told, and what people do about it. */
export const givenUp = (db: Kysely<Tables>) => ({
  /**
   * Tries a given-up one again, with all that hangs on it; 'told-since' where another message told its story there
   * meanwhile, and this one is dismissed instead. Null when it is not given up (any more). To be run in a transaction.
   */
  async retry(
    team: string,
    id: string,
    more: { by: string; now: Instant },
  ): Promise<'retried' | 'told-since' | null> {
    const row = await db
      .selectFrom('deliveries')
      .select(['rule', 'told', 'in_doubt', 'in_summary'])
      .where('id', '=', id)
      .where('team', '=', team)
      .where('state', '=', 'given-up')
      .executeTakeFirst()
    if (!row) return null
    if (row.in_summary !== null) return givenUp(db).retry(team, row.in_summary, more)
    const apart = row.rule === 'summary' && row.in_doubt === 0
    const all = apart ? await takeApart(db, id) : [id]
    if (all === null) return null
    const elsewhere = row.told > 0 ? [] : await toldElsewhere(db, all)
    const again = all.filter((one) => !elsewhere.includes(one))
    await note(db, { team, all: elsewhere, did: 'dismissed', ...more })
    if (again.length === 0) return 'told-since'
    if ((await waitAgain(db, again, more.now)) === 0) return null
    await note(db, { team, all: again, did: 'retried', ...more })
    return 'retried'
  },

  /** Puts a given-up one out of sight. False when there is none. */
  async dismiss(team: string, id: string, more: { by: string; now: Instant }): Promise<boolean> {
    const found = await db
      .selectFrom('deliveries')
      .select('id')
      .where('id', '=', id)
      .where('team', '=', team)
      .where('state', '=', 'given-up')
      .executeTakeFirst()
    if (found) await note(db, { team, all: [id], did: 'dismissed', ...more })
    return found !== undefined
  },

  /** What was last tried since a moment and given up, without what somebody dismissed and what waited for a thread. */
  async untold(team: string, since: Instant): Promise<Untold> {
    const { rows } = await sql<{ all_of_them: number; perhaps: number | null }>`
      select count(*) as all_of_them, sum(case when d.reason = ${unconfirmed} then 1 else 0 end) as perhaps
      from deliveries d
      left join delivery_steps s on s.id = (select max(n.id) from delivery_steps n where n.delivery_id = d.id)
      where d.team = ${team} and d.state = 'given-up' and d.told = 0 and d.in_summary is null
        and d.started_at >= ${since} and coalesce(s.did, '') <> 'dismissed'`.execute(db)
    const perhaps = Number(rows[0]?.perhaps ?? 0)
    return { givenUp: Number(rows[0]?.all_of_them ?? 0) - perhaps, unconfirmed: perhaps }
  },
})

/** What a refused summary told stands for itself again: some may have been told meanwhile. Null where somebody was faster. */
async function takeApart(db: Kysely<Tables>, summary: string): Promise<string[] | null> {
  const { numDeletedRows } = await db
    .deleteFrom('deliveries')
    .where('id', '=', summary)
    .where('state', '=', 'given-up')
    .executeTakeFirst()
  if (numDeletedRows === 0n) return null
  const rows = await db
    .updateTable('deliveries')
    .set({ in_summary: null })
    .where('in_summary', '=', summary)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Those of these alerts whose story another message tells, or will tell, in the same channel. */
async function toldElsewhere(db: Kysely<Tables>, all: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from deliveries d where d.id in ${listed(all)} and d.rule = 'alert' and exists (
      select 1 from deliveries o
      where ${sameStory} and (o.told > 0 or o.state in ('waiting', 'sending')))`.execute(db)
  return rows.map(({ id }) => id)
}

/** Another alert, `o`, of the story that `d` tells in its channel. */
const sameStory = sql`o.team = d.team and o.story = d.story and o.chat = d.chat and o.channel = d.channel
  and o.rule = 'alert' and o.id <> d.id`

/**
 * As before they were given up: edits of what was told, or messages that wait. What may have arrived is looked for
 * first, and may be said once more. Gives how many of them there were.
 */
async function waitAgain(db: Kysely<Tables>, all: string[], now: Instant): Promise<number> {
  const set = {
    state: sql<string>`case when told > 0 then 'told' else 'waiting' end`,
    may_repeat: sql<number>`case when told = 0 and in_doubt = 1 then 0 else may_repeat end`,
    reason: null,
    due_at: now,
    held: 0,
  }
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set(set)
    .where('id', 'in', listed(all))
    .where('state', '=', 'given-up')
    .executeTakeFirst()
  // Its story may stand there by another message that nobody confirmed.
  await sql`
    update deliveries as d set may_repeat = 1
    where d.id in ${listed(all)} and d.rule = 'alert' and d.told = 0 and d.in_doubt = 0 and exists (
      select 1 from deliveries o where ${sameStory} and o.state = 'given-up' and o.in_doubt = 1)`.execute(db)
  // What a summary tells goes with it, and threads that were given up with their message, untried.
  await db.updateTable('deliveries').set(set).where('in_summary', 'in', listed(all)).execute()
  await sql`
    update deliveries set state = 'waiting', reason = null, due_at = ${now}, held = 0
    where state = 'given-up' and attempts = 0 and thread_of in (
      select id from deliveries where id in ${listed(all)} or in_summary in ${listed(all)})`.execute(db)
  // What was to point to one of them does so once it is told.
  await db
    .updateTable('deliveries')
    .set({ wanted: sql`wanted + 1`, due_at: now })
    .where('rule', '=', 'moved')
    .where('moved_to', 'in', listed(all))
    .execute()
  return Number(numUpdatedRows)
}

async function note(
  db: Kysely<Tables>,
  { team, all, did, by, now }: { team: string; all: string[]; did: string; by: string; now: Instant },
) {
  if (all.length === 0) return
  await db
    .insertInto('delivery_steps')
    .values(all.map((id) => ({ delivery_id: id, team, did, by, at: now })))
    .execute()
}
