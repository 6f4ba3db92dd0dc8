import {
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type RawBuilder,
  type SqlBool,
  sql,
} from 'kysely'
import type { Mention, MentionPost, MentionState, TopicMood } from '../model/mention.ts'
import type { Language, Mood, Sentiment } from '../model/mood.ts'
import { networkOf } from '../model/network.ts'
import type { Instant } from '../model/post.ts'
import { type TopicKind, topicKinds } from '../model/topic.ts'
import { folded } from '../model/words.ts'
import { insertMany, listed, listedNumbers } from './batch.ts'
import { feedNumbers } from './finds.ts'
import { letters } from './letters.ts'
import { newestReplies } from './mention-replies.ts'
import { promises } from './promises.ts'
import { indexWords, withWords } from './search.ts'
import type { MentionRow, Tables } from './tables.ts'

export type MentionToKeep = {
  postId: number
  story: string
  language: Language | null
  mood: Sentiment
  topics: TopicMood[]
  heardAt: Instant
  saidAt: Instant
  words: string[]
  /** It is filed with the past, and no news. */
  past?: boolean
}

/** What a list of mentions is narrowed to. `mood` is that towards `topic` where one is named, else towards the main topic. */
export type MentionFilter = {
  topic?: string | undefined
  since?: Instant | undefined
  mood?: Mood | undefined
  outlet?: string | undefined
  words?: string[] | undefined
  sources?: string[] | undefined
}

export type MentionStep = {
  is: MentionState['is']
  by: string
  at: Instant
  why?: string | undefined
  personId?: string | undefined
  from?: string | undefined
}

/** A place in a list, newest first: what comes after it is older. */
export type Cursor = { saidAt: Instant; id: number }

export const mentions = (db: Kysely<Tables>) => ({
  /** Keeps mentions of a team; gives their numbers by post. A post that the team already mentions is left as it is. */
  async keep(team: string, found: MentionToKeep[]): Promise<Map<number, number>> {
    const kept = await insertMany(
      db,
      'mentions',
      ['team', 'post_id', 'story', 'language', 'label', 'score', 'confidence', 'heard_at', 'said_at', 'past'],
      found.map(({ postId, story, language, mood, heardAt, saidAt, past }) => ({
        team,
        post_id: postId,
        story,
        language,
        ...mood,
        heard_at: heardAt,
        said_at: saidAt,
        past: Number(past ?? false),
      })),
      'on conflict (team, post_id) do nothing',
    )
    const fresh = kept.map(({ row, id }) => ({ ...found[row]!, id }))
    await insertMany(
      db,
      'mention_topics',
      ['mention_id', 'team', 'topic', 'kind', 'label', 'score', 'confidence'],
      fresh.flatMap(({ id, topics }) =>
        topics.map(({ name, kind, mood }) => ({ mention_id: id, team, topic: name, kind, ...mood })),
      ),
    )
    await indexWords(
      db,
      fresh.map(({ id, words }) => ({ mention: id, words })),
    )
    return new Map(fresh.map(({ postId, id }) => [postId, id]))
  },

  /** The mentions a filter selects, newest first, at most `most`, after a place in the list. */
  async list(
    team: string,
    filter: MentionFilter,
    more: { after?: Cursor; most: number },
  ): Promise<Mention[]> {
    let query = db
      .selectFrom('mentions as m')
      .select('m.id')
      .where((where) => selected(db, where, team, filter))
    const { after } = more
    if (after)
      query = query.where((where) =>
        where.or([
          where('m.said_at', '<', after.saidAt),
          where.and([where('m.said_at', '=', after.saidAt), where('m.id', '<', after.id)]),
        ]),
      )
    const rows = await query.orderBy('m.said_at', 'desc').orderBy('m.id', 'desc').limit(more.most).execute()
    return this.these(
      team,
      rows.map(({ id }) => id),
    )
  },

  /**
   * How many mentions a filter selects, in all and by mood (towards the topic, where one is named, else towards the
   * main one), and how many of them have a confidence under `sureFrom` percent.
   */
  async count(
    team: string,
    filter: MentionFilter,
    sureFrom = 0,
  ): Promise<Record<Mood | 'all' | 'uncertain', number>> {
    const { topic } = filter
    const label = topic === undefined ? towardsMain<Mood>('label') : towards(topic)
    const confidence = topic === undefined ? towardsMain<number>('confidence') : confidenceTowards(topic)
    const rows = await db
      .selectFrom('mentions as m')
      .select([label.as('mood'), sql<number>`count(*)`.as('count')])
      .select(sql<number>`sum(case when ${confidence} < ${sureFrom / 100} then 1 else 0 end)`.as('uncertain'))
      .where((where) => selected(db, where, team, filter))
      .groupBy(sql.ref('mood'))
      .execute()
    const counts = { negative: 0, neutral: 0, positive: 0, all: 0, uncertain: 0 }
    for (const { mood, count, uncertain } of rows) {
      counts[mood] = Number(count)
      counts.all += Number(count)
      counts.uncertain += Number(uncertain)
    }
    return counts
  },

  async get(team: string, id: number): Promise<Mention | null> {
    return (await this.these(team, [id]))[0] ?? null
  },

  /** These mentions whole, in the order asked for; a number that is none of the team's is left out. */
  async these(team: string, ids: number[]): Promise<Mention[]> {
    const rows = await db
      .selectFrom('mentions as m')
      .innerJoin('posts as p', 'p.id', 'm.post_id')
      .leftJoin('authors as a', 'a.author_key', 'p.author_key')
      .leftJoin('post_engagement as e', 'e.post_id', 'p.id')
      .leftJoin('post_edits as was', 'was.post_id', 'p.id')
      .leftJoin('mention_steps as s', (join) =>
        join.on(sql<boolean>`s.id = (select max(id) from mention_steps where mention_id = m.id)`),
      )
      .selectAll('m')
      .select(['p.url', 'p.outlet', 'p.published_at', 'p.sample', 'p.title', 'p.text', 'a.name as author'])
      .select([
        'p.network',
        'p.reach',
        'p.deleted_at',
        'p.edited_at',
        'was.title as was_title',
        'was.text as was_text',
      ])
      .select(['e.likes', 'e.shares', 'e.comments', 'e.views', 'e.followers'])
      .select(['s.is', 's.person', 's.person_id', 's.given_by', 's.at', 's.why'])
      .where('m.team', '=', team)
      .where('m.id', 'in', listedNumbers(ids))
      .execute()
    const topics = await db
      .selectFrom('mention_topics')
      .selectAll()
      .where('mention_id', 'in', listedNumbers(ids))
      .where('team', '=', team)
      .orderBy('topic')
      .execute()
    const replies = await newestReplies(db, team, ids)
    const [promised, snoozed] = await Promise.all([
      promises(db).these(team, ids),
      promises(db).snoozed(team, ids),
    ])
    const byId = new Map(rows.map((row) => [row.id, row]))
    return ids.flatMap((id) => {
      const row = byId.get(id)
      if (!row) return []
      const reply = replies.get(id)
      const { title, text, url, outlet } = row
      const reach = row.reach ?? row.followers
      const network = networkOf({ network: row.network, url, title: title ?? '' })
      // Who wrote it is forgotten with what they wrote, whatever else they wrote since.
      const author = text === null ? null : row.author
      return {
        id,
        team,
        post: {
          title,
          text,
          author,
          url,
          outlet,
          publishedAt: row.published_at,
          network,
          reach: reach === null ? null : Number(reach),
          sample: row.sample === 1,
          engagement: reactionsIn(row),
          ...becameOf(row),
        },
        topics: topics
          .filter(({ mention_id }) => mention_id === id)
          .map((topic) => ({ name: topic.topic, kind: topic.kind as TopicKind, mood: sentiment(topic) }))
          .sort((a, b) => topicKinds.indexOf(a.kind) - topicKinds.indexOf(b.kind)),
        mood: sentiment(row),
        language: row.language as Language | null,
        story: row.story,
        heardAt: row.heard_at,
        state: stateOf(row),
        promised: promised.get(id) ?? null,
        snoozedUntil: snoozed.get(id) ?? null,
        ...(row.off_topic === 1 ? { offTopic: true } : {}),
        ...(reply ? { reply } : {}),
      }
    })
  },

  /** How a mention is judged now: its topics with the mood towards each, and the mood of the whole. */
  async judge(
    team: string,
    id: number,
    { language, mood, topics }: Pick<MentionToKeep, 'language' | 'mood' | 'topics'>,
  ) {
    await db
      .updateTable('mentions')
      .set({ language, ...mood })
      .where('team', '=', team)
      .where('id', '=', id)
      .execute()
    if (topics.length === 0) return
    await db.deleteFrom('mention_topics').where('team', '=', team).where('mention_id', '=', id).execute()
    await insertMany(
      db,
      'mention_topics',
      ['mention_id', 'team', 'topic', 'kind', 'label', 'score', 'confidence'],
      topics.map(({ name, kind, mood }) => ({ mention_id: id, team, topic: name, kind, ...mood })),
    )
  },

  /** Where a story stands, in the order it was heard. */
  async outlets(team: string, story: string): Promise<{ outlet: string; url: string | null }[]> {
    return db
      .selectFrom('mentions as m')
      .innerJoin('posts as p', 'p.id', 'm.post_id')
      .select(['p.outlet', 'p.url'])
      .where('m.team', '=', team)
      .where('m.story', '=', story)
      .orderBy('m.id')
      .execute()
  },

  /**
   * Writes down who did what with a mention, `from` whom they have it where it was handed over. What was answered, or
   * needs no answer, is promised no more and reminded of no more. To be run in a transaction.
   */
  async step(team: string, id: number, step: MentionStep) {
    const { is, by, at, why, personId, from } = step
    await db
      .insertInto('mention_steps')
      .values({
        mention_id: id,
        team,
        is,
        person: by,
        person_id: personId ?? null,
        given_by: from ?? null,
        at,
        why: why ?? null,
      })
      .execute()
    await promises(db).wake(team, id)
    if (is !== 'answered' && is !== 'ignored') return
    await promises(db).stop(team, id, { why: is, now: at })
    await promises(db).hush(team, id)
    await letters(db).drop(team, id)
  },
})

/** What people did with it, null where its place counts nothing. */
function reactionsIn(row: Record<'likes' | 'shares' | 'comments' | 'views', number | null>) {
  const count = (one: number | null) => (one === null ? null : Number(one))
  const { likes, shares, comments, views } = row
  if ([likes, shares, comments, views].every((one) => one === null)) return null
  return { likes: count(likes), shares: count(shares), comments: count(comments), views: count(views) }
}

/** What became of it at its place. What it said before an edit is kept as long as what it says now. */
function becameOf(row: {
  deleted_at: number | null
  edited_at: number | null
  text: string | null
  was_title: string | null
  was_text: string | null
}): Pick<MentionPost, 'deletedAt' | 'edited'> {
  const { deleted_at, edited_at, text, was_title, was_text } = row
  if (deleted_at !== null) return { deletedAt: deleted_at }
  if (edited_at === null) return {}
  const was = text === null || was_text === null ? null : { title: was_title ?? '', text: was_text }
  return { edited: { at: edited_at, was } }
}

/** The mood of mention `m` towards one of its topics. */
const towards = (topic: string) =>
  sql<Mood>`(select label from mention_topics where mention_id = m.id and topic = ${topic})`

const confidenceTowards = (topic: string) =>
  sql<number>`(select confidence from mention_topics where mention_id = m.id and topic = ${topic})`

/** What is shown of a mention: towards its main topic (`mainTopic`, of several of a kind the first by name). */
const towardsMain = <Value>(column: 'label' | 'confidence') => sql<Value>`coalesce((
  select ${sql.ref(column)} from mention_topics where mention_id = m.id
  order by case kind ${sql.join(
    topicKinds.map((kind, rank) => sql`when ${sql.lit(kind)} then ${sql.lit(rank)}`),
    sql` `,
  )} end, topic limit 1), ${sql.ref(`m.${column}`)})`

const sentiment = (row: { label: string; score: number; confidence: number }): Sentiment => ({
  label: row.label as Mood,
  score: row.score,
  confidence: row.confidence,
})

function stateOf(row: {
  is: string | null
  person: string | null
  person_id: string | null
  given_by: string | null
  at: number | null
  why: string | null
}): MentionState {
  if (row.is === null || row.is === 'new') return { is: 'new' }
  return {
    is: row.is as 'taken',
    by: row.person!,
    at: row.at!,
    ...(row.why === null ? {} : { why: row.why }),
    ...(row.person_id === null ? {} : { id: row.person_id }),
    ...(row.given_by === null ? {} : { from: row.given_by }),
  }
}

function selected(
  db: Kysely<Tables>,
  where: ExpressionBuilder<Tables & { m: MentionRow }, 'm'>,
  team: string,
  filter: MentionFilter,
) {
  const { topic, since, mood, outlet, words, sources } = filter
  const all: Expression<SqlBool>[] = [where('m.team', '=', team)]
  if (since !== undefined) all.push(where('m.said_at', '>=', since))
  if (topic !== undefined)
    all.push(sql<SqlBool>`${towards(topic)} ${mood === undefined ? sql`is not null` : sql`= ${mood}`}`)
  else if (mood !== undefined) all.push(sql<SqlBool>`${towardsMain('label')} = ${mood}`)
  if (outlet !== undefined) all.push(ofPost(sql`' ' || outlet_words like ${`% ${folded(outlet)}%`}`))
  // From the sources to the mentions: most teams have more of these than any source has posts.
  if (sources !== undefined)
    all.push(sql<SqlBool>`m.post_id in (
      select id from posts where source in ${listed(sources)}
      union all
      select post_id from post_finds where feed_id in ${listedNumbers(feedNumbers(sources))})`)
  if (words !== undefined && words.length > 0) all.push(withWords(db, words))
  return where.and(all)
}

const ofPost = (condition: RawBuilder<unknown>) =>
  sql<SqlBool>`exists (select 1 from posts where id = m.post_id and ${condition})`
