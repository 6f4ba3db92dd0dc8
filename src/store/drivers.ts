import { type Kysely, sql } from 'kysely'
import type { Mood } from '../model/mood.ts'
import { networkOf } from '../model/network.ts'
import type { Instant } from '../model/post.ts'
import type { Voice } from '../model/voice.ts'
import type { Tables } from './tables.ts'

export type Totals = {
  moods: Record<Mood, number>
  authors: number
  outlets: number
  /** The number of the first one; null where there is none, or it has no number. */
  first: number | null
}

export const drivers = (db: Kysely<Tables>) => ({
  /**
   * Those of a topic (null: of all) that were heard from a moment to another (not), the newest `most`, oldest first; only
   * those that a rule found for an incident, where that is given.
   */
  async of(
    team: string,
    topic: string | null,
    { from, to, most = 1_000, ruledBy }: { from: Instant; to: Instant; most?: number; ruledBy?: number },
  ): Promise<Voice[]> {
    const rows = await db
      .selectFrom('mentions as m')
      .innerJoin('posts as p', 'p.id', 'm.post_id')
      .leftJoin('authors as a', 'a.author_key', 'p.author_key')
      .leftJoin('post_engagement as e', 'e.post_id', 'p.id')
      .leftJoin('mention_topics as t', (join) =>
        join.onRef('t.mention_id', '=', 'm.id').on('t.topic', '=', topic ?? ''),
      )
      .select([
        'm.id',
        'm.story',
        'm.heard_at',
        'm.label as whole',
        'm.score as of_whole',
        't.label',
        't.score',
      ])
      .select(['p.title', 'p.text', 'p.url', 'p.outlet', 'p.network', 'a.name as author'])
      .select(sql<number | null>`coalesce(p.reach, e.followers)`.as('reach'))
      .where('m.team', '=', team)
      .where('m.heard_at', '>=', from)
      .where('m.heard_at', '<', to)
      .where('m.past', '=', 0)
      .$if(topic !== null, (query) => query.where('t.mention_id', 'is not', null))
      .$if(ruledBy !== undefined, (query) =>
        query.where('m.id', 'in', (those) =>
          those.selectFrom('rule_mentions').select('mention_id').where('incident_id', '=', ruledBy!),
        ),
      )
      .orderBy('m.heard_at', 'desc')
      .orderBy('m.id', 'desc')
      .limit(most)
      .execute()
    return rows.reverse().map((row) => ({
      mention: row.id,
      story: row.story,
      label: (row.label ?? row.whole) as Mood,
      score: row.score ?? row.of_whole,
      heardAt: row.heard_at,
      title: row.title,
      text: row.text,
      url: row.url,
      author: row.text === null ? null : row.author,
      outlet: row.outlet,
      network: networkOf({ network: row.network, url: row.url, title: row.title ?? '' }),
      reach: row.reach === null ? null : Number(row.reach),
    }))
  },

  /** Of all of them, however many: how many by mood, and how many different authors and outlets; and the first one. */
  async totals(
    team: string,
    topic: string | null,
    { from, to }: { from: Instant; to: Instant },
  ): Promise<Totals> {
    const mood = topic === null ? sql`m.label` : sql`t.label`
    const { rows } = await sql<
      Record<'negative' | 'neutral' | 'positive' | 'authors' | 'outlets' | 'first', number | null>
    >`
      select sum(case when ${mood} = 'negative' then 1 else 0 end) as negative,
        sum(case when ${mood} = 'neutral' then 1 else 0 end) as neutral,
        sum(case when ${mood} = 'positive' then 1 else 0 end) as positive,
        count(distinct p.author_key) as authors, count(distinct p.outlet_words) as outlets, min(m.id) as first
      from mentions m join posts p on p.id = m.post_id ${ofTopic(topic)}
      where m.team = ${team} and m.heard_at >= ${from} and m.heard_at < ${to} and m.past = 0`.execute(db)
    const row = rows[0]!
    const moods = {
      negative: Number(row.negative ?? 0),
      neutral: Number(row.neutral ?? 0),
      positive: Number(row.positive ?? 0),
    }
    const first = row.first === null ? null : Number(row.first)
    return { moods, authors: Number(row.authors), outlets: Number(row.outlets), first }
  },

  /** How many were heard of a topic, and how many of them negative, in steps of so many ms from a moment on. */
  async curve(
    team: string,
    topic: string | null,
    { from, to, step }: { from: Instant; to: Instant; step: number },
  ): Promise<{ at: Instant; count: number; negative: number }[]> {
    const mood = topic === null ? sql`m.label` : sql`t.label`
    const { rows } = await sql<{ slot: number; count: number; negative: number }>`
      select cast((m.heard_at - ${from}) / ${step} as integer) as slot, count(*) as count,
        sum(case when ${mood} = 'negative' then 1 else 0 end) as negative
      from mentions m ${ofTopic(topic)}
      where m.team = ${team} and m.heard_at >= ${from} and m.heard_at < ${to} and m.past = 0
      group by 1`.execute(db)
    const found = new Map(rows.map(({ slot, ...row }) => [Number(slot), row]))
    return Array.from({ length: Math.ceil((to - from) / step) }, (_, slot) => ({
      at: from + slot * step,
      count: Number(found.get(slot)?.count ?? 0),
      negative: Number(found.get(slot)?.negative ?? 0),
    }))
  },
})

const ofTopic = (topic: string | null) =>
  topic === null ? sql`` : sql`join mention_topics t on t.mention_id = m.id and t.topic = ${topic}`
