import { type Kysely, sql } from 'kysely'
import type { Mood } from '../model/mood.ts'
import type { Instant } from '../model/post.ts'
import { type Copy, grown, outletKey, outletsOnce, type Tally, untoldYet } from '../model/story.ts'
import type { TopicKind } from '../model/topic.ts'
import { insertMany, listed, listedNumbers } from './batch.ts'
import type { Tables } from './tables.ts'

type Story = { team: string; story: string }

/** A place that told a story: what stood there first, and how often it was told there. */
export type StoryOutlet = { outlet: string; url: string | null; times: number }

/**
 * How the stories that are kept up to date stand: who told them is counted as they come, since a story may have
 * thousands of copies and each of them changes its message. Reading all of it is for a story's first news.
 */
export const storyTallies = (db: Kysely<Tables>) => ({
  /** Counts what came since the last time; gives how the story stands. How it stood at `marks` is kept for `at`. To be run in a transaction. */
  async grow({ team, story }: Story, marks: number[], now: Instant): Promise<Tally> {
    const last = await latest(db, { team, story })
    const fresh = await copiesAfter(db, { team, story }, last.mention)
    const steps = [...new Set(marks)].filter((mark) => mark >= last.mention).sort((a, b) => a - b)
    let { tally } = last
    for (const [at, mark] of [...steps, Number.POSITIVE_INFINITY].entries()) {
      const from = at === 0 ? last.mention : steps[at - 1]!
      const some = fresh.filter(({ mention }) => mention > from && mention <= mark)
      tally = grown(tally, some, await addOutlets(db, { team, story }, some, tally.outlets))
      const mention = Number.isFinite(mark) ? mark : (fresh.at(-1)?.mention ?? last.mention)
      await db
        .insertInto('story_tallies')
        .values({ team, story, mention, tally: JSON.stringify(tally), at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    await prune(db, { team, story }, Math.min(...marks))
    return tally
  },

  /** How a story stood at a mention, null where that was not kept. */
  async at({ team, story }: Story, mention: number): Promise<Tally | null> {
    const row = await db
      .selectFrom('story_tallies')
      .select('tally')
      .where('team', '=', team)
      .where('story', '=', story)
      .where('mention', '=', mention)
      .executeTakeFirst()
    return row ? (JSON.parse(row.tally) as Tally) : null
  },

  /** The first places that told a story, in their order. */
  firstOutlets: ({ team, story }: Story, most: number): Promise<StoryOutlet[]> =>
    db
      .selectFrom('story_outlets')
      .select(['outlet', 'url', 'times'])
      .where('team', '=', team)
      .where('story', '=', story)
      .orderBy('nth')
      .limit(most)
      .execute(),

  /** How many places had told a story by then. */
  async outletsBy({ team, story }: Story, at: Instant): Promise<number> {
    const row = await db
      .selectFrom('story_outlets')
      .select('nth')
      .where('team', '=', team)
      .where('story', '=', story)
      .where('heard_at', '<=', at)
      .orderBy('heard_at', 'desc')
      .orderBy('nth', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.nth ?? 0
  },

  /** The places that reach most people, of all but the first `after`, which leave `count`. */
  widest({ team, story }: Story, { after, count, most }: { after: number; count: number; most: number }) {
    // A few are found and sorted, many are looked through from the widest on: a sum keeps an index from being used.
    const few = count <= fewSorted
    return db
      .selectFrom('story_outlets')
      .select(['outlet', 'url', 'times'])
      .where('team', '=', team)
      .where('story', '=', story)
      .where(few ? sql`nth` : sql`nth + 0`, '>', after)
      .orderBy(few ? sql`reach + 0` : 'reach', 'desc')
      .orderBy('nth')
      .limit(most)
      .execute()
  },

  /** Forgets what did not grow since a moment: it is counted anew if it ever does. */
  async forget(before: Instant) {
    for (const table of ['story_outlets', 'story_tallies'] as const)
      await db
        .deleteFrom(table)
        .where(
          sql<boolean>`not exists (select 1 from story_tallies t where t.team = ${sql.ref(`${table}.team`)}
            and t.story = ${sql.ref(`${table}.story`)} and t.at >= ${before})`,
        )
        .execute()
  },
})

const fewSorted = 500

async function latest(db: Kysely<Tables>, { team, story }: Story) {
  const row = await db
    .selectFrom('story_tallies')
    .select(['mention', 'tally'])
    .where('team', '=', team)
    .where('story', '=', story)
    .orderBy('mention', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? { mention: row.mention, tally: JSON.parse(row.tally) as Tally }
    : { mention: 0, tally: untoldYet }
}

/** Who told a story after a mention, in the order it was heard. */
async function copiesAfter(db: Kysely<Tables>, { team, story }: Story, mention: number): Promise<Copy[]> {
  const rows = await db
    .selectFrom('mentions as m')
    .innerJoin('posts as p', 'p.id', 'm.post_id')
    .leftJoin('post_engagement as e', 'e.post_id', 'p.id')
    .select(['m.id', 'p.outlet', 'p.url', 'm.heard_at'])
    .select(sql<number | null>`coalesce(p.reach, e.followers)`.as('reach'))
    .where('m.team', '=', team)
    .where('m.story', '=', story)
    .where('m.id', '>', mention)
    .orderBy('m.id')
    .execute()
  if (rows.length === 0) return []
  const topics = await db
    .selectFrom('mention_topics')
    .select(['mention_id', 'topic', 'kind', 'label', 'score'])
    .where('mention_id', 'in', listedNumbers(rows.map(({ id }) => id)))
    .execute()
  const of = Map.groupBy(topics, ({ mention_id }) => mention_id)
  return rows.map(({ id, outlet, url, reach, heard_at }) => ({
    mention: id,
    outlet,
    url,
    reach: reach === null ? null : Number(reach),
    heardAt: heard_at,
    topics: (of.get(id) ?? []).map(({ topic, kind, label, score }) => ({
      name: topic,
      kind: kind as TopicKind,
      mood: label as Mood,
      score,
    })),
  }))
}

/** Counts the outlets of copies; gives how many had not told the story before. */
async function addOutlets(db: Kysely<Tables>, { team, story }: Story, copies: Copy[], known: number) {
  if (copies.length === 0) return 0
  const outlets = outletsOnce(copies).map((one) => ({ ...one, key: outletKey(one.outlet) }))
  const there = await db
    .selectFrom('story_outlets')
    .select('outlet_key')
    .where('team', '=', team)
    .where('story', '=', story)
    .where('outlet_key', 'in', listed(outlets.map(({ key }) => key)))
    .execute()
  const old = new Set(there.map(({ outlet_key }) => outlet_key))
  let nth = known
  const rows = outlets.map(({ key, outlet, url, reach, heardAt, times }) => ({
    team,
    story,
    outlet_key: key,
    nth: old.has(key) ? 0 : ++nth,
    outlet,
    url,
    reach: reach ?? 0,
    heard_at: heardAt,
    times,
  }))
  await insertMany(
    db,
    'story_outlets',
    ['team', 'story', 'outlet_key', 'nth', 'outlet', 'url', 'reach', 'heard_at', 'times'],
    rows,
    'on conflict (team, story, outlet_key) do update set times = story_outlets.times + excluded.times',
  )
  return nth - known
}

/** How it stood before is kept only where news that is not told yet begins. */
async function prune(db: Kysely<Tables>, { team, story }: Story, before: number) {
  const old = await db
    .selectFrom('story_tallies')
    .select('mention')
    .where('team', '=', team)
    .where('story', '=', story)
    .where('mention', '<', before)
    .execute()
  if (old.length === 0) return
  const begun = await db
    .selectFrom('deliveries')
    .select('since_mention')
    .where('team', '=', team)
    .where('story', '=', story)
    .where('rule', '=', 'news')
    .where('state', 'in', ['waiting', 'set-aside'])
    .execute()
  const kept = new Set(begun.map(({ since_mention }) => since_mention))
  const gone = old.map(({ mention }) => mention).filter((mention) => !kept.has(mention))
  await db
    .deleteFrom('story_tallies')
    .where('team', '=', team)
    .where('story', '=', story)
    .where('mention', 'in', listedNumbers(gone))
    .execute()
}
