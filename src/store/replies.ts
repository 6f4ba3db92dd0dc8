import { type Kysely, type Selectable, sql } from 'kysely'
import type { Language, Mood } from '../model/mood.ts'
import { networkOf } from '../model/network.ts'
import type { Role } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import {
  type Approval,
  type ApprovedReply,
  isOver,
  newest,
  type PublishOutcome,
  type Reply,
  type ReplyDeed,
  type ReplyState,
  type ReplyStep,
  type ReplyVersion,
} from '../model/reply.ts'
import { listed, listedNumbers } from './batch.ts'
import { living } from './living.ts'
import type { Tables } from './tables.ts'
import { shortHead, trail } from './trail.ts'
import { turns } from './turns.ts'

/** What a reply begins with. */
export type NewReply = Pick<
  Reply,
  'team' | 'mention' | 'language' | 'needs' | 'role' | 'alone' | 'identity' | 'expiresAt'
> & { version: Omit<ReplyVersion, 'nth' | 'at'> }

/** What is done with one, in the words of people; `sealed` is who, for the trail (null: Vigie itself). */
export type Done = {
  did: ReplyDeed
  what?: string | null
  by: { name: string; sealed: string } | null
  at: Instant
}

/** What a reply's message is called among the living ones. */
export const replyAbout = ({ id }: Pick<Reply, 'id'>) => `reply:${id}`

/**
 * Replies as they stand; the steps from one state to the next are decided by src/model/reply-moves.ts and kept here,
 * each with its row in the trail. What writes is to be run in a transaction that took its turn.
 */
export const replies = (db: Kysely<Tables>) => ({
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

  /** Approved ones of these teams that go out now, the longest due first; not those that a person publishes. */
  async due(now: Instant, teams: string[]): Promise<{ team: string; reply: number }[]> {
    const rows = await db
      .selectFrom('replies')
      .select(['team', 'id'])
      .where('state', '=', 'approved')
      .where('goes_at', '<=', now)
      .where('identity', 'is not', null)
      .where('team', 'in', listed(teams))
      .orderBy('goes_at')
      .execute()
    return rows.map(({ team, id }) => ({ team, reply: id }))
  },

  /** Those that a crisis may hold back: their time has come, or a person publishes them. */
  async leaving(now: Instant, teams: string[]): Promise<{ team: string; reply: number }[]> {
    const rows = await db
      .selectFrom('replies')
      .select(['team', 'id'])
      .where((row) =>
        row.or([
          row('state', '=', 'by-hand'),
          row.and([row('state', '=', 'approved'), row('goes_at', '<=', now)]),
        ]),
      )
      .where('team', 'in', listed(teams))
      .orderBy('id')
      .execute()
    return rows.map(({ team, id }) => ({ team, reply: id }))
  },

  /** Those of which a network was being asked when the process ended, or still is. */
  async publishing(teams: string[]): Promise<{ team: string; reply: number }[]> {
    const rows = await db
      .selectFrom('replies')
      .select(['team', 'id'])
      .where('state', '=', 'publishing')
      .where('team', 'in', listed(teams))
      .orderBy('id')
      .execute()
    return rows.map(({ team, id }) => ({ team, reply: id }))
  },

  /** When the next one is to be reminded of, or expires; null where none waits. */
  async nextLate(teams: string[]): Promise<Instant | null> {
    const row = await db
      .selectFrom('replies')
      .select(sql<number | null>`min(${momentOf})`.as('at'))
      .where('state', '=', 'waiting')
      .where('team', 'in', listed(teams))
      .executeTakeFirst()
    return row?.at ?? null
  },

  /** When the next approved one goes out; null where none does by itself. */
  async nextMoment(teams: string[]): Promise<Instant | null> {
    const row = await db
      .selectFrom('replies')
      .select(sql<number | null>`min(goes_at)`.as('at'))
      .where('state', '=', 'approved')
      .where('identity', 'is not', null)
      .where('team', 'in', listed(teams))
      .executeTakeFirst()
    return row?.at ?? null
  },

  /** Mentions heard since a moment, not with the past, that have no reply at all, oldest first. */
  async unanswered(team: string, { since, most }: { since: Instant; most: number }): Promise<number[]> {
    const rows = await db
      .selectFrom('mentions as m')
      .select('m.id')
      .where('m.team', '=', team)
      .where('m.heard_at', '>=', since)
      .where('m.past', '=', 0)
      .where(sql<boolean>`not exists (select 1 from replies r where r.team = m.team and r.mention_id = m.id)`)
      .orderBy('m.id')
      .limit(most)
      .execute()
    return rows.map(idOf)
  },

  /** Those that wait for approvals and whose half or whole time is over. */
  async late(now: Instant, teams: string[]): Promise<{ team: string; reply: number }[]> {
    const rows = await db
      .selectFrom('replies')
      .select(['team', 'id'])
      .where('state', '=', 'waiting')
      .where(momentOf, '<=', now)
      .where('team', 'in', listed(teams))
      .orderBy('id')
      .execute()
    return rows.map(({ team, id }) => ({ team, reply: id }))
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

/** When something is to be done with one that waits: it is reminded of at half its time, and expires. */
const momentOf = sql<number>`case when reminded_at is null then waits_from + (expires_at - waits_from) / 2
  else expires_at end`

const idOf = ({ id }: { id: number }) => id

const inTransaction = <Result>(
  db: Kysely<Tables>,
  work: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> => (db.isTransaction ? work(db) : db.transaction().execute(work))

const addVersion = (db: Kysely<Tables>, reply: number, { nth, text, by, how, at }: ReplyVersion) =>
  db
    .insertInto('reply_versions')
    .values({
      ...{ reply_id: reply, nth, text, at },
      person: by?.person ?? null,
      name: by?.name ?? null,
      account: by?.account ? JSON.stringify(by.account) : null,
      how: JSON.stringify(how),
    })
    .execute()

/** Approvals that are new, and those that hold no more: taken back, or of a version that is not the newest. */
async function keepApprovals(db: Kysely<Tables>, before: Reply, after: Reply, now: Instant) {
  const version = newest(after).nth
  const same = newest(before).nth === version
  const held = new Set(same ? before.approvals.map(({ person }) => person) : [])
  const holding = after.approvals.map(({ person }) => person)
  await db
    .updateTable('reply_approvals')
    .set({ void_at: now })
    .where('reply_id', '=', after.id)
    .where('void_at', 'is', null)
    .where((row) =>
      row.or([
        row('version', '!=', version),
        ...(holding.length === 0 ? [row('version', '=', version)] : [row('person', 'not in', holding)]),
      ]),
    )
    .execute()
  for (const { person, name, account, at } of after.approvals.filter(({ person }) => !held.has(person)))
    await db
      .insertInto('reply_approvals')
      .values({
        reply_id: after.id,
        version,
        ...{ person, name, at },
        account: account && JSON.stringify(account),
      })
      .execute()
}

/** Written down for people and, under a pseudonym, in the trail; its message has changed. */
async function step(db: Kysely<Tables>, reply: Reply, { did, what = null, by, at }: Done) {
  const { team, id, mention, state, key } = reply
  const { nth } = newest(reply)
  const detail = { mention, version: nth, state, needs: reply.needs, approvals: reply.approvals.length, key }
  const { seq } = await trail(db).add(team, {
    ...{ did: `reply-${did}`, about: replyAbout(reply), who: by?.sealed ?? null, at },
    detail,
  })
  await db
    .insertInto('reply_steps')
    .values({ reply_id: id, team, did, version: nth, what, by: by?.name ?? null, at, trail_seq: seq })
    .execute()
  await living(db).touch(team, replyAbout(reply), { soon: true })
}

async function topicsOf(db: Kysely<Tables>, ids: number[]): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('mention_topics')
    .select(['mention_id', 'topic'])
    .where('mention_id', 'in', listedNumbers(ids))
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ mention_id }) => mention_id)].map(([id, of]) => [
      id,
      of.map(({ topic }) => topic),
    ]),
  )
}

/** These replies with all that belongs to them, in the order asked for. */
async function wholeOf(db: Kysely<Tables>, team: string, ids: number[]): Promise<Reply[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('replies')
    .selectAll()
    .where('team', '=', team)
    .where('id', 'in', ids)
    .execute()
  const versions = await db
    .selectFrom('reply_versions')
    .selectAll()
    .where('reply_id', 'in', ids)
    .orderBy('nth')
    .execute()
  const approvals = await db
    .selectFrom('reply_approvals')
    .selectAll()
    .where('reply_id', 'in', ids)
    .where('void_at', 'is', null)
    .orderBy('id')
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const of = <Row extends { reply_id: number }>(all: Row[]) => all.filter((one) => one.reply_id === id)
    const own = of(approvals).filter(({ version }) => version === row.version)
    return [replyOf(row, of(versions).map(versionOf), own.map(approvalOf))]
  })
}

const replyOf = (
  row: Selectable<Tables['replies']>,
  versions: ReplyVersion[],
  approvals: Approval[],
): Reply => ({
  id: row.id,
  team: row.team,
  mention: row.mention_id,
  state: row.state as ReplyState,
  versions,
  approvals,
  language: row.language as Language | null,
  needs: row.needs,
  role: row.role as Role,
  alone: row.alone === 1,
  identity: row.identity,
  key: row.publish_key,
  goesAt: row.goes_at,
  expiresAt: row.expires_at,
  remindedAt: row.reminded_at,
  published:
    row.published_at === null ? null : { id: row.published_id, url: row.published_url, at: row.published_at },
  why: row.why,
  madeAt: row.made_at,
})

const versionOf = (row: Selectable<Tables['reply_versions']>): ReplyVersion => ({
  nth: row.nth,
  text: row.text,
  by:
    row.person === null
      ? null
      : { person: row.person, name: row.name ?? '', account: row.account && JSON.parse(row.account) },
  how: JSON.parse(row.how),
  at: row.at,
})

const approvalOf = (row: Selectable<Tables['reply_approvals']>): Approval => ({
  person: row.person,
  name: row.name,
  account: row.account && JSON.parse(row.account),
  at: row.at,
})
