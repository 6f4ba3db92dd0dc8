import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { Mood } from '../../src/model/mood.ts'
import { networkOf } from '../../src/model/network.ts'
import { bucketsOf, dayAfter, spanOf } from '../../src/model/period.ts'
import { hour, minute } from '../../src/model/time.ts'
import { type TopicKind, topicKinds } from '../../src/model/topic.ts'
import { mentions } from '../../src/store/mentions.ts'
import { migrate } from '../../src/store/migrations/index.ts'
import { posts } from '../../src/store/posts.ts'
import { everything, nothing, ours, rollups, type Sums } from '../../src/store/rollups.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Tables } from '../../src/store/tables.ts'
import { addressOf, emptyStore } from '../databases/open.ts'

test('the counts of each day are those of plain counting, whatever was added, changed and removed, in any order', async () => {
  const db = await emptyTables()
  let runs = 0
  await fc.assert(
    fc.asyncProperty(zoneAndMoments, fc.array(act, { minLength: 1, maxLength: 25 }), async (place, acts) => {
      const world = newTeam(db, `team-${++runs}`, place)
      for (const one of acts) await world.does(one)
      await world.settles()
      expect(await world.rolledUp()).toEqual(await world.counted())
    }),
    { numRuns: 30 },
  )
})

/** Zones, and days of theirs around a change of the clocks, by night in one of them at midnight. */
const zones = [
  { zone: 'Europe/Paris', around: '2026-03-29' },
  { zone: 'Europe/Paris', around: '2026-10-25' },
  { zone: 'America/Sao_Paulo', around: '2018-11-04' },
  { zone: 'America/Sao_Paulo', around: '2018-02-18' },
  { zone: 'Asia/Kathmandu', around: '2026-01-01' },
  { zone: 'Pacific/Apia', around: '2011-12-30' },
]
type Place = (typeof zones)[number]
const zoneAndMoments = fc.constantFrom(...zones)

const moods = ['negative', 'neutral', 'positive'] as const
const cast: [string, TopicKind][] = [
  ['Nimbus', 'brand'],
  ['Hélène Vasseur', 'person'],
  ['Lumeo', 'competitor'],
  ['Piles', 'theme'],
]
const said = fc.record({
  // Minutes around the day; midnights are where it may go wrong.
  at: fc.oneof(
    fc.integer({ min: -2 * 1440, max: 3 * 1440 }),
    fc.constantFrom(-1, 0, 1, 59, 60, 1439, 1440, 1500),
  ),
  label: fc.constantFrom(...moods),
  confidence: fc.constantFrom(0.2, 0.49, 0.5, 0.9),
  topics: fc.uniqueArray(
    fc.record({
      which: fc.nat(cast.length - 1),
      label: fc.constantFrom(...moods),
      confidence: fc.constantFrom(0.3, 0.8),
    }),
    { selector: ({ which }) => which, maxLength: 4 },
  ),
  language: fc.constantFrom('fr', 'en', null),
  network: fc.constantFrom('press', 'mastodon', null),
  outlet: fc.constantFrom('Le Progrès', 'mastodon.social', 'Les Échos'),
  author: fc.constantFrom('a', 'b', 'c', null),
  reach: fc.constantFrom(null, 0, 1200),
  lives: fc.integer({ min: 1, max: 20 }),
})
type Said = typeof said extends fc.Arbitrary<infer One> ? One : never
const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('hear' as const),
      said: fc.array(said, { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('count' as const), most: fc.integer({ min: 1, max: 5 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('change' as const),
      which: fc.nat(20),
      reach: fc.nat(9),
      later: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('remove' as const), upTo: fc.integer({ min: 1, max: 8 }) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('move' as const), to: fc.constantFrom(...zones) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('anew' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('react' as const),
      which: fc.nat(20),
      likes: fc.constantFrom(null, 0, 7),
      shares: fc.constantFrom(null, 3),
    }),
  },
)
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

/** A team that hears things in a place, and how a patient person would count them. */
function newTeam(db: Kysely<Tables>, team: string, place: Place) {
  let { zone } = place
  const start = spanOf({ from: place.around, to: place.around }, zone).from
  const roll = rollups(db)
  const ids: number[] = []
  let heard = 0

  async function hear(all: Said[]) {
    const filed = await posts(db).file(
      all.map((one) => ({
        ...{
          source: team,
          item: `${++heard}`,
          url: `https://piaille.fr/@a/${heard}`,
          address: null,
          title: 'T',
          text: 'T',
        },
        ...{
          outlet: one.outlet,
          outlet_words: '',
          language: one.language,
          published_at: null,
          updated_at: null,
        },
        ...{
          heard_at: start,
          author_key: one.author && keyOf(one.author),
          author: one.author,
          reach: one.reach,
        },
        ...{ network: one.network, sample: 0, fate: 'mention', forget_text_at: 1e15, forget_at: one.lives },
      })),
    )
    const kept = await mentions(db).keep(
      team,
      all.map((one, at) => ({
        postId: [...filed.values()][at]!,
        ...{ story: `${heard}`, language: one.language, heardAt: start, words: [] },
        mood: { label: one.label, score: 0, confidence: one.confidence },
        topics: one.topics.map(({ which, label, confidence }) => ({
          name: cast[which]![0],
          kind: cast[which]![1],
          mood: { label, score: 0, confidence },
        })),
        saidAt: start + one.at * minute,
      })),
    )
    ids.push(...kept.values())
  }

  async function change(which: number, { reach, later }: { reach: number; later: boolean }) {
    const id = ids[which % Math.max(ids.length, 1)]
    if (id === undefined) return
    await db.transaction().execute(async (db) => {
      await rollups(db).changed(team, [id])
      const post = db.selectFrom('mentions').select('post_id').where('id', '=', id)
      await db.updateTable('posts').set({ reach }).where('id', 'in', post).execute()
      if (!later) return
      await db
        .updateTable('mentions')
        .set(({ eb }) => ({ said_at: eb('said_at', '+', 5 * hour) }))
        .where('id', '=', id)
        .execute()
      await rollups(db).changed(team, [id])
    })
  }

  async function react(which: number, counts: { likes: number | null; shares: number | null }) {
    const id = ids[which % Math.max(ids.length, 1)]
    const row = await db
      .selectFrom('mentions')
      .select('post_id')
      .where('id', '=', id ?? 0)
      .executeTakeFirst()
    if (id === undefined || !row) return
    await db.transaction().execute(async (db) => {
      await db
        .insertInto('post_engagement')
        .values({ post_id: row.post_id, ...counts, comments: null, views: null, followers: null, ...never })
        .onConflict((conflict) => conflict.column('post_id').doUpdateSet(counts))
        .execute()
      await rollups(db).changed(team, [id])
    })
  }

  async function remove(upTo: number) {
    await db.transaction().execute(async (db) => {
      const going = await db
        .selectFrom('mentions as m')
        .innerJoin('posts as p', 'p.id', 'm.post_id')
        .select('m.id')
        .where('m.team', '=', team)
        .where('p.forget_at', '<=', upTo)
        .execute()
      await rollups(db).changed(
        team,
        going.map(({ id }) => id),
      )
      await db.deleteFrom('posts').where('source', '=', team).where('forget_at', '<=', upTo).execute()
    })
  }

  async function does(one: Act) {
    if (one.does === 'hear') await hear(one.said)
    if (one.does === 'count') await roll.settle(team, zone, one.most)
    if (one.does === 'change') await change(one.which, one)
    if (one.does === 'react') await react(one.which, { likes: one.likes, shares: one.shares })
    if (one.does === 'remove') await remove(one.upTo)
    if (one.does === 'move') zone = one.to.zone
    if (one.does === 'anew') await roll.anew(team, zone)
  }

  const period = { from: dayAfter(place.around, -5), to: dayAfter(place.around, 6) }
  const topics = [everything, ours, ...cast.map(([name]) => name)]

  /** Day by day and topic by topic, what the roll-ups say. */
  async function rolledUp() {
    const all: Record<string, unknown> = {}
    for (const topic of topics) {
      const days = await roll.byDay(team, [topic], period)
      for (const [day, sums] of days) all[`${topic} ${day}`] = sums
      all[`${topic} by network`] = mentionsOf(await roll.by(team, [topic], period, 'network'))
      all[`${topic} by language`] = mentionsOf(await roll.by(team, [topic], period, 'language'))
      all[`${topic} outlets`] = Object.fromEntries(await roll.outlets(team, { topic, period }))
      all[`${topic} authors`] = await roll.authors(team, { topic, period })
    }
    return all
  }

  /** The same, by looking at each mention. */
  async function counted() {
    const rows = await db
      .selectFrom('mentions as m')
      .innerJoin('posts as p', 'p.id', 'm.post_id')
      .leftJoin('post_engagement as e', 'e.post_id', 'p.id')
      .selectAll('m')
      .select(['e.likes', 'e.shares'])
      .select(['p.network', 'p.url', 'p.title', 'p.reach', 'p.outlet', 'p.author_key'])
      .where('m.team', '=', team)
      .execute()
    const towards = await db.selectFrom('mention_topics').selectAll().where('team', '=', team).execute()
    const all: Record<string, unknown> = {}
    for (const topic of topics) {
      const these = rows.flatMap((row) => {
        const its = towards.filter(({ mention_id }) => mention_id === row.id)
        const [main] = its.sort((a, b) => rankOf(a.kind) - rankOf(b.kind))
        const shown =
          topic === everything
            ? (main ?? row)
            : topic === ours
              ? main
              : its.find((one) => one.topic === topic)
        if (!shown || (topic === ours && !['brand', 'person'].includes(main!.kind))) return []
        return [{ ...row, label: shown.label as Mood, confidence: shown.confidence }]
      })
      for (const { from: day } of bucketsOf(period, 'day')) {
        const span = spanOf({ from: day, to: day }, zone)
        const today = these.filter(({ said_at }) => said_at >= span.from && said_at < span.to)
        if (today.length > 0) all[`${topic} ${day}`] = sumsOf(today)
      }
      all[`${topic} by network`] = tallied(these, (row) => networkOf({ ...row, title: row.title ?? '' }))
      all[`${topic} by language`] = tallied(these, ({ language }) => language ?? '')
      all[`${topic} outlets`] = tallied(these, ({ outlet }) => outlet)
      const named = these.filter(({ author_key }) => author_key !== null)
      const authors = new Set(named.map(({ author_key }) => author_key)).size
      all[`${topic} authors`] = { authors, error: 0, mentions: named.length }
    }
    return all
  }

  return { does, rolledUp, counted, settles: () => roll.settle(team, zone) }
}

type Row = { label: Mood; confidence: number } & Record<'reach' | 'likes' | 'shares', number | null>

function sumsOf(rows: Row[]): Sums {
  const sums = nothing()
  for (const { label, confidence, reach, likes, shares } of rows) {
    if (likes !== null || shares !== null) sums.engaged++
    sums.likes += Number(likes ?? 0)
    sums.shares += Number(shares ?? 0)
    sums.mentions++
    sums[label]++
    if (confidence < 0.5) sums.unsure++
    if (reach !== null) sums.reached++
    sums.reach += reach ?? 0
  }
  return sums
}

const never = { at: 0, next_at: null, leased_until: 0, failures: 0 }
const keyOf = (author: string) => author.repeat(32)
const rankOf = (kind: string) => topicKinds.indexOf(kind as TopicKind)
const mentionsOf = (all: Map<string, Sums>) =>
  Object.fromEntries([...all].map(([what, { mentions }]) => [what, mentions]))
function tallied<Row>(rows: Row[], nameOf: (row: Row) => string): Record<string, number> {
  const all: Record<string, number> = {}
  for (const row of rows) all[nameOf(row)] = (all[nameOf(row)] ?? 0) + 1
  return all
}

/** The tables themselves, for what the store never does to them. */
async function emptyTables(): Promise<Kysely<Tables>> {
  const url = addressOf(await emptyStore())
  const db = url
    ? await (await import('../../src/store/postgres.ts')).openServer(url, async () => {}, {})
    : openSqlite(':memory:')
  if (!url) await migrate(db)
  onTestFinished(() => db.destroy())
  return db
}
