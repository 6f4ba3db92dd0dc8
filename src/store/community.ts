import { type Kysely, sql } from 'kysely'
import type { Mood } from '../model/mood.ts'
import type { Day, Period } from '../model/period.ts'
import type { Instant } from '../model/post.ts'
import type { Place } from '../model/team.ts'
import { listed } from './batch.ts'
import type { Tables } from './tables.ts'

/** A question in a community's channel; its words are gone once it was answered. */
export type Question = {
  id: number
  place: Place
  name: string | null
  text: string | null
  url: string | null
  askedAt: Instant
}

/** What was said in a channel in some days, and in which mood. */
export type ChannelMood = { place: Place; said: number } & Record<Mood, number>

/** What was said in a channel in a period, on how many days of it Vigie listened, and the first of these. */
export type ChannelSaid = { place: Place; said: number; days: number; first: Day }

/** What is heard where a community talks: counts without authors, and what somebody should answer. */
export const community = (db: Kysely<Tables>) => ({
  /** Counts one message of a day (`2026-11-22`, in the team's time zone). */
  async count(team: string, { chat, channel }: Place, day: string, mood: Mood) {
    const one = (label: Mood) => (label === mood ? 1 : 0)
    await sql`
      insert into channel_days as d (team, chat, channel, day, said, positive, neutral, negative)
      values (${team}, ${chat}, ${channel}, ${day}, 1, ${one('positive')}, ${one('neutral')}, ${one('negative')})
      on conflict (team, chat, channel, day) do update set said = d.said + 1,
        positive = d.positive + ${one('positive')}, neutral = d.neutral + ${one('neutral')},
        negative = d.negative + ${one('negative')}`.execute(db)
  },

  /** That Vigie listened on a day, even where nobody said anything: 0 messages are not the same as none heard. */
  async listened(team: string, { chat, channel }: Place, day: string) {
    await sql`
      insert into channel_days (team, chat, channel, day, said, positive, neutral, negative)
      values (${team}, ${chat}, ${channel}, ${day}, 0, 0, 0, 0)
      on conflict (team, chat, channel, day) do nothing`.execute(db)
  },

  /** What was said in a period, by channel, and on how many days Vigie listened there. */
  async said(team: string, { from, to }: Period, channel?: string): Promise<ChannelSaid[]> {
    let query = db
      .selectFrom('channel_days')
      .select(({ fn }) => [
        'chat',
        'channel',
        fn.sum<number>('said').as('said'),
        fn.countAll<number>().as('days'),
        fn.min('day').as('first'),
      ])
      .where('team', '=', team)
      .where('day', '>=', from)
      .where('day', '<=', to)
    if (channel !== undefined) query = query.where('channel', '=', channel)
    const rows = await query.groupBy(['chat', 'channel']).orderBy(sql`3`, 'desc').orderBy('channel').execute()
    return rows.map(({ chat, channel, said, days, first }) => ({
      place: { chat, channel } as Place,
      said: Number(said),
      days: Number(days),
      first,
    }))
  },

  /** On how many days of a period Vigie listened, and the first one. */
  async listenedDays(team: string, { from, to }: Period, channel?: string) {
    let query = db
      .selectFrom('channel_days')
      .select(({ fn }) => [fn.count<number>('day').distinct().as('days'), fn.min('day').as('first')])
      .where('team', '=', team)
      .where('day', '>=', from)
      .where('day', '<=', to)
    if (channel !== undefined) query = query.where('channel', '=', channel)
    const { days, first } = await query.executeTakeFirstOrThrow()
    return { days: Number(days), first: first ?? null }
  },

  /** Questions that were asked between two moments: how many, and how many of them nobody has answered. */
  async asked(team: string, { from, to }: { from: Instant; to: Instant }) {
    const row = await db
      .selectFrom('questions')
      .select(({ fn, ref }) => [
        fn.countAll<number>().as('all'),
        fn.count<number>(ref('answered_at')).as('answered'),
      ])
      .where('team', '=', team)
      .where('asked_at', '>=', from)
      .where('asked_at', '<', to)
      .executeTakeFirstOrThrow()
    return { asked: Number(row.all), unanswered: Number(row.all) - Number(row.answered) }
  },

  /** From a day on, by channel. */
  async moods(team: string, from: string): Promise<ChannelMood[]> {
    const sum = (column: 'said' | Mood) => sql<number>`sum(${sql.ref(column)})`.as(column)
    const rows = await db
      .selectFrom('channel_days')
      .select(['chat', 'channel', sum('said'), sum('positive'), sum('neutral'), sum('negative')])
      .where('team', '=', team)
      .where('day', '>=', from)
      .groupBy(['chat', 'channel'])
      .having((row) => row.fn.sum('said'), '>', 0)
      .orderBy('channel')
      .execute()
    return rows.map(({ chat, channel, ...counts }) => ({
      place: { chat, channel } as Place,
      said: Number(counts.said),
      positive: Number(counts.positive),
      neutral: Number(counts.neutral),
      negative: Number(counts.negative),
    }))
  },

  /** Keeps a question; gives its number, or null when it was heard before. */
  async ask(
    team: string,
    { chat, channel }: Place,
    asked: { message: string; author: string; name: string; text: string; url: string | null; at: Instant },
  ): Promise<number | null> {
    const row = await db
      .insertInto('questions')
      .values({
        team,
        chat,
        channel,
        message: asked.message,
        author_key: asked.author,
        name: asked.name,
        text: asked.text,
        url: asked.url,
        asked_at: asked.at,
      })
      .onConflict((conflict) => conflict.columns(['chat', 'message', 'team']).doNothing())
      .returning('id')
      .executeTakeFirst()
    return row?.id ?? null
  },

  /** Somebody else than who asked answered a message, or it was taken back: what waits is not told any more. */
  async settle(chat: string, message: string, now: Instant, by?: string) {
    let query = db
      .updateTable('questions')
      .set({ answered_at: now, name: null, text: null, url: null })
      .where('chat', '=', chat)
      .where('message', '=', message)
      .where('answered_at', 'is', null)
    if (by !== undefined) query = query.where('author_key', '!=', by)
    const settled = await query.returning('id').execute()
    await withdraw(db, settled).where('state', '=', 'waiting').where('attempts', '=', 0).execute()
  },

  /** A question that waits, or null when it was answered or forgotten. */
  async question(team: string, id: number): Promise<Question | null> {
    const row = await waiting(db, team).where('id', '=', id).executeTakeFirst()
    return row ? questionOf(row) : null
  },

  /** Questions that wait since before a moment, the oldest first. */
  async open(team: string, before: Instant, most = 10): Promise<Question[]> {
    const rows = await waiting(db, team)
      .where('asked_at', '<=', before)
      .orderBy('asked_at')
      .limit(most)
      .execute()
    return rows.map(questionOf)
  },

  async joined(team: string, chat: string, who: { author: string; name: string; at: Instant }) {
    await db
      .insertInto('newcomers')
      .values({ team, chat, author_key: who.author, name: who.name, joined_at: who.at })
      .onConflict((conflict) => conflict.columns(['team', 'chat', 'author_key']).doNothing())
      .execute()
  },

  async greet(team: string, chat: string, authors: string[], now: Instant) {
    if (authors.length === 0) return
    await db
      .updateTable('newcomers')
      .set({ greeted_at: now })
      .where('team', '=', team)
      .where('chat', '=', chat)
      .where('author_key', 'in', authors)
      .where('greeted_at', 'is', null)
      .execute()
  },

  /** Who joined between two moments, and was greeted by nobody. */
  async ungreeted(team: string, { from, to }: { from: Instant; to: Instant }): Promise<string[]> {
    const rows = await db
      .selectFrom('newcomers')
      .select('name')
      .where('team', '=', team)
      .where('joined_at', '>', from)
      .where('joined_at', '<=', to)
      .where('greeted_at', 'is', null)
      .orderBy('joined_at')
      .limit(25)
      .execute()
    return rows.map(({ name }) => name)
  },

  /** Everything that names somebody. */
  async forgetAuthor(author: string) {
    const asked = await db.selectFrom('questions').select('id').where('author_key', '=', author).execute()
    await withdraw(db, asked).execute()
    await db.deleteFrom('questions').where('author_key', '=', author).execute()
    await db.deleteFrom('newcomers').where('author_key', '=', author).execute()
    await db.deleteFrom('member_days').where('author_key', '=', author).execute()
  },

  /** What is older than anybody asks for. */
  async forget(before: Instant) {
    await db.deleteFrom('questions').where('asked_at', '<', before).execute()
    await db.deleteFrom('newcomers').where('joined_at', '<', before).execute()
  },
})

/** What is, or was, to be told of these questions. */
const withdraw = (db: Kysely<Tables>, questions: { id: number }[]) =>
  db
    .deleteFrom('deliveries')
    .where('rule', '=', 'question')
    .where('about', 'in', listed(questions.map(({ id }) => `question:${id}`)))

const waiting = (db: Kysely<Tables>, team: string) =>
  db.selectFrom('questions').selectAll().where('team', '=', team).where('answered_at', 'is', null)

const questionOf = (row: {
  id: number
  chat: string
  channel: string
  name: string | null
  text: string | null
  url: string | null
  asked_at: number
}): Question => ({
  id: row.id,
  place: { chat: row.chat, channel: row.channel } as Place,
  name: row.name,
  text: row.text,
  url: row.url,
  askedAt: row.asked_at,
})
