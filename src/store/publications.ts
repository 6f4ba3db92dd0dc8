import type { Kysely, Selectable } from 'kysely'
import type { Instant } from '../model/post.ts'
import type { ConnectorKind, Try, TryOutcome } from '../model/publication.ts'
import { minute } from '../model/time.ts'
import { listed } from './batch.ts'
import type { PublicationRow, Tables } from './tables.ts'

/** Who asks a network, one for each process, and until when nobody else looks after what it began. */
export type Holding = { owner: string; until: Instant }

/** What a try began with. */
export type NewTry = Pick<Try, 'team' | 'reply' | 'key' | 'identity' | 'kind'>

/** How asking the network ended: `settled` where it is known what became of it; else it is looked for at `lookAt`. */
export type EndOfTry = {
  outcome: TryOutcome
  answer?: string | null
  postId?: string | null
  url?: string | null
} & ({ settled: true } | { settled: false; lookAt: Instant })

/** Every try to publish a reply. Rows are only added, and told their end. */
export const publications = (db: Kysely<Tables>) => ({
  /** To be called in the transaction that begins to publish: what was not written down was not asked. */
  async begin(given: NewTry, { owner, until }: Holding, now: Instant): Promise<number> {
    const { id } = await db
      .insertInto('publications')
      .values({
        team: given.team,
        reply_id: given.reply,
        publish_key: given.key,
        identity: given.identity,
        kind: given.kind,
        began_at: now,
        held_by: owner,
        held_until: until,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  },

  /** How it ended; what is looked for again keeps the answer of the first end. */
  async end(team: string, id: number, end: EndOfTry, now: Instant) {
    const { outcome, answer, postId, url } = end
    await db
      .updateTable('publications')
      .set((row) => ({
        outcome,
        answer: row.fn.coalesce(row.val(answer ?? null), 'answer'),
        post_id: postId ?? null,
        url: url ?? null,
        ended_at: row.fn.coalesce('ended_at', row.val(now)),
        settled_at: end.settled ? now : null,
        look_at: end.settled ? null : end.lookAt,
        held_until: 0,
      }))
      .where('team', '=', team)
      .where('id', '=', id)
      .execute()
  },

  /** Looking for it takes until `until`; false where another process was faster, or it is settled. Counts the looks. */
  async look(id: number, { owner, until }: Holding, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('publications')
      .set((row) => ({ held_by: owner, held_until: until, looks: row('looks', '+', 1) }))
      .where('id', '=', id)
      .where('settled_at', 'is', null)
      .where((row) => row.or([row('held_until', '<=', now), row('held_until', '>', now + tooFar)]))
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** Those of which nobody knows what became of them and after which nobody looks now, that are to be looked for. */
  async toLookFor(teams: string[], now: Instant): Promise<Try[]> {
    const rows = await db
      .selectFrom('publications')
      .selectAll()
      .where('settled_at', 'is', null)
      .where((row) => row.or([row('held_until', '<=', now), row('held_until', '>', now + tooFar)]))
      .where((row) => row.or([row('look_at', 'is', null), row('look_at', '<=', now)]))
      .where('team', 'in', listed(teams))
      .orderBy('id')
      .execute()
    return rows.map(tryOf)
  },

  /** When something is to be looked for next; null where nothing is. */
  async nextLook(teams: string[]): Promise<Instant | null> {
    const rows = await db
      .selectFrom('publications')
      .select(['held_until', 'look_at'])
      .where('settled_at', 'is', null)
      .where('team', 'in', listed(teams))
      .execute()
    const times = rows.map(({ held_until, look_at }) => Math.max(held_until, look_at ?? 0))
    return times.length === 0 ? null : Math.min(...times)
  },

  /** What a process held that is surely gone. */
  async free() {
    await db.updateTable('publications').set({ held_until: 0 }).where('settled_at', 'is', null).execute()
  },

  /** All tries of a reply, oldest first. */
  async of(team: string, reply: number): Promise<Try[]> {
    const rows = await db
      .selectFrom('publications')
      .selectAll()
      .where('team', '=', team)
      .where('reply_id', '=', reply)
      .orderBy('id')
      .execute()
    return rows.map(tryOf)
  },

  /** What networks answered quotes people; it goes with the texts. */
  async forget(team: string, before: Instant) {
    await db
      .updateTable('publications')
      .set({ answer: null })
      .where('team', '=', team)
      .where('answer', 'is not', null)
      .where('settled_at', '<', before)
      .execute()
  },
})

/** Nobody holds a try for so long (ms): it was written before a clock was set back. */
const tooFar = 10 * minute

const tryOf = (row: Selectable<PublicationRow>): Try => ({
  id: row.id,
  team: row.team,
  reply: row.reply_id,
  key: row.publish_key,
  identity: row.identity,
  kind: row.kind as ConnectorKind | null,
  beganAt: row.began_at,
  endedAt: row.ended_at,
  outcome: row.outcome as TryOutcome | null,
  answer: row.answer,
  postId: row.post_id,
  url: row.url,
  looks: row.looks,
  settledAt: row.settled_at,
})
