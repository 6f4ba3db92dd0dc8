import { type Kysely, sql } from 'kysely'
import type { Language, Mood } from '../model/mood.ts'
import { networkOf } from '../model/network.ts'
import type { Instant } from '../model/post.ts'
import {
  type ApprovedReply,
  isOver,
  newest,
  type PublishOutcome,
  type Reply,
  type ReplyDeed,
  type ReplyStep,
  type ReplyVersion,
} from '../model/reply.ts'
import { addVersion, type Done, keepApprovals, step } from './reply-keeping.ts'
import { topicsOf, wholeOf } from './reply-rows.ts'
import { replyTimes } from './reply-times.ts'
import type { Tables } from './tables.ts'
import { shortHead } from './trail.ts'
import { turns } from './turns.ts'

export { type Done, replyAbout } from './reply-keeping.ts'

/** What a reply begins with. */
export type NewReply = Pick<
  Reply,
  'team' | 'mention' | 'language' | 'needs' | 'role' | 'alone' | 'identity' | 'expiresAt'
> & { version: Omit<ReplyVersion, 'nth' | 'at'> }

/**
 * Replies as they stand; the steps from one state to the next are decided by src/model/reply-moves.ts and kept here,
 * each with its row in the trail. What writes is to be run in a transaction that took its turn.
 */
export const replies = (db: Kysely<Tables>) => ({
  ...replyTimes(db),

  /** Begins one, waiting for approvals; gives it. */
  async add(given: NewReply, done: Omit<Done, 'did'>): Promise<Reply> {
    const { id } = await db
      .insertInto('replies')
      .values({
        team: given.team,
        mention_id: given.mention,
        state: 'waiting',
        version: 1,
        language: given.language,
        needs: given.needs,
        role: given.role,
        alone: given.alone ? 1 : 0,
        identity: given.identity,
        waits_from: done.at,
        expires_at: given.expiresAt,
        made_at: done.at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await addVersion(db, id, { ...given.version, nth: 1, at: done.at })
    const reply = (await replies(db).get(given.team, id))!
    await step(db, reply, { ...done, did: 'drafted' })
    return reply
  },

  async get(team: string, id: number): Promise<Reply | null> {
    return (await wholeOf(db, team, [id]))[0] ?? null
  },

  /** All of a mention, oldest first. */
  async ofMention(team: string, mention: number): Promise<Reply[]> {
    const rows = await db
      .selectFrom('replies')
      .select('id')
      .where('team', '=', team)
      .where('mention_id', '=', mention)
      .orderBy('id')
      .execute()
    return wholeOf(db, team, rows.map(idOf))
  },

  /** Those that something has still to happen with, oldest first. */
  async open(team: string, most: number): Promise<Reply[]> {
    const rows = await db
      .selectFrom('replies')
      .select('id')
      .where('team', '=', team)
      .where('state', 'in', openStates)
      .orderBy('id')
      .limit(most)
      .execute()
    return wholeOf(db, team, rows.map(idOf))
  },

  /** Keeps what became of one, as its rules say (`after`): versions and approvals that are new, and what is void. */
  async keep(before: Reply, after: Reply, done: Done): Promise<Reply> {
    const fresh = after.versions.filter(({ nth }) => nth > newest(before).nth)
    for (const version of fresh) await addVersion(db, after.id, version)
    await keepApprovals(db, before, after, done.at)
    await db
      .updateTable('replies')
      .set({
        state: after.state,
        version: newest(after).nth,
        needs: after.needs,
        role: after.role,
        alone: after.alone ? 1 : 0,
        identity: after.identity,
        publish_key: after.key,
        goes_at: after.goesAt,
        waits_from: newest(after).at,
        expires_at: after.expiresAt,
        reminded_at: after.remindedAt,
        published_id: after.published?.id ?? null,
        published_url: after.published?.url ?? null,
        published_at: after.published?.at ?? null,
        why: after.why,
        ended_at: isOver(after) ? done.at : null,
      })
      .where('id', '=', after.id)
      .execute()
    await step(db, after, done)
    return after
  },

  /** What was done with one, oldest first. */
  async steps(team: string, id: number): Promise<ReplyStep[]> {
    const rows = await db
      .selectFrom('reply_steps')
      .select(['did', 'version', 'what', 'by', 'at'])
      .where('team', '=', team)
      .where('reply_id', '=', id)
      .orderBy('id')
      .execute()
    return rows.map((row) => ({ ...row, did: row.did as ReplyDeed }))
  },

  /** Where the trail stood when the last thing was done with it, short enough to be told; null where nothing was. */
  async trailed(team: string, id: number): Promise<string | null> {
    const row = await db
      .selectFrom('reply_steps as s')
      .innerJoin('trail as t', (join) =>
        join.onRef('t.team', '=', 's.team').onRef('t.seq', '=', 's.trail_seq'),
      )
      .select(['t.seq', 't.hash'])
      .where('s.team', '=', team)
      .where('s.reply_id', '=', id)
      .orderBy('s.id', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row ? shortHead(row) : null
  },

  /**
   * It goes out now: from here on the network may hold it. A transaction of its own, unless it is called in one, that
   * commits before the network is asked. Null where that no longer holds: it was stopped, edited, or another process
   * was faster.
   */
  async begin(team: string, id: number, now: Instant): Promise<Reply | null> {
    return inTransaction(db, async (db) => {
      await turns(db).take()
      const before = await replies(db).get(team, id)
      if (before?.state !== 'approved' || before.goesAt === null || before.goesAt > now) return null
      const after: Reply = { ...before, state: 'publishing' }
      return replies(db).keep(before, after, { did: 'publishing', by: null, at: now })
    })
  },

  /**
   * How asking the network ended. Once published, the mention is answered by whoever wrote the newest version. Null
   * where nobody was asking. src/delivery/reply-life.ts calls it and tells what it means: use `endReply` there.
   */
  async ended(team: string, id: number, outcome: PublishOutcome, now: Instant): Promise<Reply | null> {
    return inTransaction(db, async (db) => {
      await turns(db).take()
      const before = await replies(db).get(team, id)
      if (before?.state !== 'publishing') return null
      const done = { by: null, at: now }
      if (outcome.is === 'published') {
        const { id, url } = outcome
        const after: Reply = { ...before, state: 'published', published: { id, url, at: now }, why: null }
        return replies(db).keep(before, after, { ...done, did: 'published', what: url })
      }
      const { why } = outcome
      const after: Reply =
        outcome.is === 'later'
          ? { ...before, state: 'approved', goesAt: outcome.at, why }
          : { ...before, state: outcome.is, goesAt: null, why }
      return replies(db).keep(before, after, { ...done, did: outcome.is, what: why })
    })
  },

  /** The team's published replies in a language (null: in any), the newest first, with what they answered. */
  async approved(
    team: string,
    { language, most }: { language: Language | null; most: number },
  ): Promise<ApprovedReply[]> {
    let query = db
      .selectFrom('replies as r')
      .innerJoin('reply_versions as v', (join) =>
        join.onRef('v.reply_id', '=', 'r.id').onRef('v.nth', '=', 'r.version'),
      )
      .innerJoin('mentions as m', 'm.id', 'r.mention_id')
      .innerJoin('posts as p', 'p.id', 'm.post_id')
      .leftJoin('authors as a', 'a.author_key', 'p.author_key')
      .select(['r.id', 'r.mention_id', 'r.published_at', 'v.text as reply', 'm.label', 'm.language'])
      .select(['p.title', 'p.text', 'p.url', 'p.network', 'a.name as author'])
      .where('r.team', '=', team)
      .where('r.state', '=', 'published')
      .where('v.text', '!=', '')
    if (language !== null) query = query.where('m.language', '=', language)
    const rows = await query.orderBy('r.published_at', 'desc').limit(most).execute()
    const topics = await topicsOf(
      db,
      rows.map(({ mention_id }) => mention_id),
    )
    return rows.map((row) => ({
      reply: row.id,
      text: row.reply,
      mention: {
        title: row.title,
        text: row.text,
        author: row.author,
        topics: topics.get(row.mention_id) ?? [],
        mood: row.label as Mood,
        language: row.language as Language | null,
        network: networkOf({ ...row, title: row.title ?? '' }),
      },
      at: row.published_at!,
    }))
  },

  /**
   * Those whose mention is gone go with it; of those that ended before a moment the words go, what was done with them
   * stays. Of open ones whose mention is gone nothing can become any more. The trail, which names nobody, stays.
   */
  async forget(team: string, before: Instant) {
    await db
      .deleteFrom('replies')
      .where('team', '=', team)
      .where(sql<boolean>`coalesce(ended_at, waits_from) < ${before}`)
      .where(sql<boolean>`not exists (select 1 from mentions m where m.id = replies.mention_id)`)
      .execute()
    const over = db.selectFrom('replies').select('id').where('team', '=', team).where('ended_at', '<', before)
    await db
      .updateTable('reply_versions')
      .set({ text: '' })
      .where('text', '!=', '')
      .where('reply_id', 'in', over)
      .execute()
    await db
      .updateTable('reply_steps')
      .set({ what: null })
      .where('what', 'is not', null)
      .where('reply_id', 'in', over)
      .execute()
    await db
      .updateTable('replies')
      .set({ why: null })
      .where('why', 'is not', null)
      .where('id', 'in', over)
      .execute()
  },
})

const openStates = ['waiting', 'approved', 'publishing', 'unsure', 'stuck', 'by-hand'] as const

const idOf = ({ id }: { id: number }) => id

const inTransaction = <Result>(
  db: Kysely<Tables>,
  work: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> => (db.isTransaction ? work(db) : db.transaction().execute(work))
