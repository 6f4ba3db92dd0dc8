import { type Kysely, sql } from 'kysely'
import { type Reason, reasonOf } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { type Query, readQuery } from '../model/query.ts'
import type { TopicKind } from '../model/topic.ts'
import { attempt } from '../settings/problem.ts'
import type { Tables, TopicRow } from './tables.ts'

/**
 * A topic as it was added in the chat; `by` and `at` say who wrote it last, and when. Its `query` is null where
 * what was typed then (`text`) no longer reads, because of `problem`.
 */
export type KeptTopic = {
  team: string
  name: string
  key: string
  kind: TopicKind
  text: string
  query: Query | null
  problem: Reason | null
  version: number
  by: string
  at: Instant
}

/** What a person wants of a topic: `key` is its name as it is compared. */
export type TopicToKeep = Pick<KeptTopic, 'name' | 'key' | 'kind' | 'text'>

type Doing = { by: string; at: Instant }

export const topics = (db: Kysely<Tables>) => ({
  /** The topics added for a team, or for all of them, oldest first. */
  async list(team?: string): Promise<KeptTopic[]> {
    let query = db.selectFrom('topics').selectAll().orderBy('id')
    if (team !== undefined) query = query.where('team', '=', team)
    return (await query.execute()).map(kept)
  },

  async named(team: string, key: string): Promise<KeptTopic | null> {
    const row = await db
      .selectFrom('topics')
      .selectAll()
      .where('team', '=', team)
      .where('name_key', '=', key)
      .executeTakeFirst()
    return row ? kept(row) : null
  },

  /** Keeps a new topic; false when the team has one of that name. */
  async add(team: string, { name, key, kind, text }: TopicToKeep, { by, at }: Doing): Promise<boolean> {
    const row = await db
      .insertInto('topics')
      .values({ team, name, name_key: key, kind, query: text, version: 1, by, at })
      .onConflict((conflict) => conflict.columns(['team', 'name_key']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row) await step(db, { team, name_key: key, did: 'added', query: text, by, at })
    return row !== undefined
  },

  /** Changes a topic that is still at this version; false when it is not, or is gone. */
  async change(
    team: string,
    { key, kind, text, version }: Omit<TopicToKeep, 'name'> & { version: number },
    { by, at }: Doing,
  ): Promise<boolean> {
    const row = await db
      .updateTable('topics')
      .set({ kind, query: text, by, at, version: version + 1 })
      .where('team', '=', team)
      .where('name_key', '=', key)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst()
    if (row) await step(db, { team, name_key: key, did: 'changed', query: text, by, at })
    return row !== undefined
  },

  /** Removes a topic, whatever its version; false when it is gone. What it found stays. */
  async remove(team: string, key: string, { by, at }: Doing): Promise<boolean> {
    const row = await db
      .deleteFrom('topics')
      .where('team', '=', team)
      .where('name_key', '=', key)
      .returning('query')
      .executeTakeFirst()
    if (row) await step(db, { team, name_key: key, did: 'removed', query: row.query, by, at })
    return row !== undefined
  },

  /** What was done last with topics of this name, and by whom. */
  async lastStep(team: string, key: string): Promise<{ did: string; by: string; at: Instant } | null> {
    const row = await db
      .selectFrom('topic_steps')
      .select(['did', 'by', 'at'])
      .where('team', '=', team)
      .where('name_key', '=', key)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    return row ?? null
  },

  /** A number that grows whenever a topic of any team was added, changed or removed, by whichever process. */
  async version(): Promise<number> {
    // Not the greatest number: of two that are written at once, the lower may come to light last.
    const count = db.selectFrom('topic_steps').select(sql<number>`count(*)`.as('count'))
    return Number((await count.executeTakeFirstOrThrow()).count)
  },

  /** Every topic that a mention of the team names, those that were removed too. */
  async mentioned(team: string): Promise<{ name: string }[]> {
    return db
      .selectFrom('mention_topics')
      .select('topic as name')
      .distinct()
      .where('team', '=', team)
      .orderBy('topic')
      .execute()
  },

  /** How many mentions each topic of a team has since then, by name. */
  async counts(team: string, since: Instant): Promise<Map<string, number>> {
    const rows = await db
      .selectFrom('mentions as m')
      .innerJoin('mention_topics as t', 't.mention_id', 'm.id')
      .select(['t.topic', sql<number>`count(*)`.as('count')])
      .where('m.team', '=', team)
      .where('m.said_at', '>=', since)
      .groupBy('t.topic')
      .execute()
    return new Map(rows.map(({ topic, count }) => [topic, Number(count)]))
  },
})

const step = (db: Kysely<Tables>, values: Omit<Tables['topic_steps'], 'id'>) =>
  db.insertInto('topic_steps').values(values).execute()

function kept({ name_key: key, query: text, ...row }: Omit<TopicRow, 'id'>): KeptTopic {
  const { team, name, kind, version, by, at } = row
  const read = attempt(() => readQuery(text))
  const [query, problem] = 'value' in read ? [read.value, null] : [null, reasonOf(read.oops)]
  return { team, name, key, kind: kind as TopicKind, text, query, problem, version, by, at }
}
