import { type Kysely, sql } from 'kysely'
import { breathe } from '../breath.ts'
import type { Instant } from '../model/post.ts'
import type { TopicKind } from '../model/topic.ts'
import { listed } from './batch.ts'
import type { Tables } from './tables.ts'

/** From a moment to another (not). */
export type Span = { from: Instant; to: Instant }

/** A story in a period: how often it was told, where, and by the first of those mentions what it is. */
export type StoryThen = {
  story: string
  mention: number
  count: number
  negative: number
  outlets: number
  /** 0 where nobody knows. */
  reach: number
  firstAt: Instant
  title: string
  outlet: string
  url: string | null
}

/** A mention that waits for an answer. */
export type Waiting = { mention: number; title: string; outlet: string; url: string | null; at: Instant }

/** A promise's rule in a period: how many it was made for, and how they ended. */
export type PromiseThen = { rule: string; made: number; kept: number; missed: number }

/** Whom a report asks for: mentions of topics of these kinds, or of one topic. */
export type About = { kinds: readonly TopicKind[] } | { topic: string }

/**
 * What happened in a period, for reports. Mentions count by when they were published. What may be many is asked for
 * piece by piece, so that everybody else gets their turn in between.
 */
export const happened = (db: Kysely<Tables>) => ({
  /** The stories that were told most, the most first: first those of each piece, then these over the whole period. */
  async stories(team: string, span: Span, about: About, most: number): Promise<StoryThen[]> {
    const counts = new Map<string, number>()
    for (const { from, to } of turnsOf(span)) {
      const { rows } = await sql<{ story: string; count: number }>`
        select m.story, count(*) as count from mentions m
        where m.team = ${team} and m.said_at >= ${from} and m.said_at < ${to} and ${isAbout(about)}
        group by m.story order by count desc, m.story limit ${perTurn}`.execute(db)
      for (const { story, count } of rows) counts.set(story, (counts.get(story) ?? 0) + Number(count))
      await breathe()
    }
    const top = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3 * most)
    const stories = await whole(
      db,
      team,
      span,
      about,
      top.map(([story]) => story),
    )
    return stories.sort((a, b) => b.count - a.count || a.mention - b.mention).slice(0, most)
  },

  /** How many of these stories' mentions were in another period, by story. */
  async tellings(team: string, span: Span, about: About, stories: string[]): Promise<Map<string, number>> {
    const found = await whole(db, team, span, about, stories)
    return new Map(found.map(({ story, count }) => [story, count]))
  },

  /** Negative mentions of the team's own that nobody answered or set aside, the widest first. */
  async unanswered(
    team: string,
    span: Span,
    most: number,
  ): Promise<{ count: number; oldest: Waiting | null; shown: Waiting[] }> {
    let count = 0
    let oldest: Waiting | null = null
    const all: (Waiting & { reach: number })[] = []
    for (const { from, to } of turnsOf(span)) {
      const open = sql`from mentions m join posts p on p.id = m.post_id
        where m.team = ${team} and m.said_at >= ${from} and m.said_at < ${to} and m.past = 0
          and exists (select 1 from mention_topics t where t.mention_id = m.id and t.kind in ('brand', 'person') and t.label = 'negative')
          and not exists (select 1 from replies r where r.team = m.team and r.mention_id = m.id and r.published_at is not null)
          and coalesce((select s."is" from mention_steps s where s.mention_id = m.id order by s.id desc limit 1), 'new') in ('new', 'taken')`
      const counted = await sql<{ count: number }>`select count(*) as count ${open}`.execute(db)
      const here = Number(counted.rows[0]?.count ?? 0)
      count += here
      if (here > 0) {
        const { rows } = await sql<WaitingRow>`
          select m.id as mention, p.title, p.text, p.outlet, p.url, m.said_at as at, coalesce(p.reach, 0) as reach ${open}
          order by reach desc, m.id limit ${most}`.execute(db)
        all.push(...rows.map((row) => ({ ...waitingOf(row), reach: Number(row.reach) })))
        oldest ??= all.toSorted((a, b) => a.at - b.at)[0] ?? null
      }
      await breathe()
    }
    const shown = all.sort((a, b) => b.reach - a.reach || a.at - b.at).slice(0, most)
    return { count, oldest, shown }
  },

  /** Of each rule what was promised in the period, the most often missed first; what still runs counts as neither. */
  async promises(team: string, span: Span, now: Instant): Promise<PromiseThen[]> {
    const { rows } = await sql<Record<'made' | 'kept' | 'missed', number> & { rule: string }>`
      select rule, count(*) as made,
        sum(case when stopped_at is not null and stopped_at <= due_at then 1 else 0 end) as kept,
        sum(case when coalesce(stopped_at, ${now}) > due_at then 1 else 0 end) as missed
      from promises where team = ${team} and started_at >= ${span.from} and started_at < ${span.to}
        and coalesce(stop_why, 'answered') = 'answered'
      group by rule`.execute(db)
    return rows
      .map(({ rule, ...counts }) => ({
        rule,
        made: Number(counts.made),
        kept: Number(counts.kept),
        missed: Number(counts.missed),
      }))
      .sort((a, b) => b.missed - a.missed || b.made - a.made)
  },

  /** How many answers went out through Vigie, and how many mentions were marked as answered or set aside by hand. */
  async work(
    team: string,
    { from, to }: Span,
  ): Promise<{ replies: number; answered: number; ignored: number }> {
    const { rows } = await sql<{ did: string; count: number }>`
      select 'reply' as did, count(*) as count from replies
      where team = ${team} and published_at >= ${from} and published_at < ${to}
      union all
      select s."is" as did, count(distinct s.mention_id) as count from mention_steps s
      where s.team = ${team} and s.at >= ${from} and s.at < ${to} and s."is" in ('answered', 'ignored')
      group by s."is"`.execute(db)
    const of = (did: string) => Number(rows.find((row) => row.did === did)?.count ?? 0)
    return { replies: of('reply'), answered: of('answered'), ignored: of('ignored') }
  },

  /** The last answers that went out, newest first: where, by whom. */
  async replies(
    team: string,
    { from, to }: Span,
    most: number,
  ): Promise<{ at: Instant; by: string | null; outlet: string; title: string; url: string | null }[]> {
    const { rows } = await sql<WaitingRow & { by: string | null; there: string | null }>`
      select r.published_at as at, v.name as by, p.outlet, p.title, p.text, r.published_url as there, p.url
      from replies r
      join reply_versions v on v.reply_id = r.id and v.nth = r.version
      join mentions m on m.id = r.mention_id join posts p on p.id = m.post_id
      where r.team = ${team} and r.published_at >= ${from} and r.published_at < ${to}
      order by r.published_at desc, r.id desc limit ${most}`.execute(db)
    return rows.map((row) => ({
      at: Number(row.at),
      by: row.by,
      outlet: row.outlet,
      title: titleOf(row),
      url: row.there ?? row.url,
    }))
  },
})

type WaitingRow = {
  mention: number
  title: string | null
  text: string | null
  outlet: string
  url: string | null
  at: number
  reach: number
}

async function whole(
  db: Kysely<Tables>,
  team: string,
  { from, to }: Span,
  about: About,
  stories: string[],
): Promise<StoryThen[]> {
  if (stories.length === 0) return []
  // The plus keeps databases from walking through all mentions of the period: these are found by their stories.
  type Row = Omit<WaitingRow, 'at'> &
    Record<'count' | 'negative' | 'outlets' | 'first_at', number> & { story: string }
  const { rows } = await sql<Row>`
    select c.*, p.title, p.text, p.outlet, p.url from (
      select m.story, count(*) as count, min(m.id) as mention, min(m.said_at) as first_at,
        count(distinct q.outlet_words) as outlets, coalesce(sum(q.reach), 0) as reach,
        sum(case when ${isNegative(about)} then 1 else 0 end) as negative
      from mentions m join posts q on q.id = m.post_id
      where m.team = ${team} and m.story in ${listed(stories)}
        and +m.said_at >= ${from} and +m.said_at < ${to} and ${isAbout(about)}
      group by m.story
    ) c join mentions f on f.id = c.mention join posts p on p.id = f.post_id`.execute(db)
  return rows.map((row) => ({
    story: row.story,
    mention: Number(row.mention),
    count: Number(row.count),
    negative: Number(row.negative),
    outlets: Number(row.outlets),
    reach: Number(row.reach),
    firstAt: Number(row.first_at),
    title: titleOf(row),
    outlet: row.outlet,
    url: row.url,
  }))
}

const isAbout = (about: About) =>
  sql`exists (select 1 from mention_topics t where t.mention_id = m.id and ${named(about)})`

const isNegative = (about: About) =>
  sql`exists (select 1 from mention_topics t where t.mention_id = m.id and ${named(about)} and t.label = 'negative')`

const named = (about: About) =>
  'topic' in about ? sql`t.topic = ${about.topic}` : sql`t.kind in ${listed([...about.kinds])}`

const waitingOf = (row: WaitingRow): Waiting => ({
  mention: Number(row.mention),
  title: titleOf(row),
  outlet: row.outlet,
  url: row.url,
  at: Number(row.at),
})

/** A title, or the beginning of what has none; what is forgotten has neither. */
function titleOf({ title, text }: { title: string | null; text: string | null }): string {
  const words = (title?.trim() || text?.trim() || '').replace(/\s+/g, ' ')
  return words.length > longestTitle
    ? `${words
        .slice(0, longestTitle - 1)
        .toWellFormed()
        .trimEnd()}…`
    : words
}

/** In steps: no calendar is needed to take turns. */
function turnsOf({ from, to }: Span): Span[] {
  const turns: Span[] = []
  for (let at = from; at < to; at += turnLength) turns.push({ from: at, to: Math.min(at + turnLength, to) })
  return turns
}

/** Ms. A team with a million mentions a month has ten thousand of them in that time: some 15 ms. */
const turnLength = 6 * 3_600_000
/** What was told less often in each of them is not among the most told of a month. */
const perTurn = 200
const longestTitle = 110
