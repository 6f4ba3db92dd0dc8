import { type Kysely, sql } from 'kysely'
import { feedKey } from '../model/feed-address.ts'
import type { Instant } from '../model/post.ts'
import { keyOf, newNaming } from '../settings/free-names.ts'
import { insertMany } from './batch.ts'
import { feedsAt } from './known-feeds.ts'
import { askSoon } from './lost-feeds.ts'
import type { Store } from './store.ts'
import type { AddedSourceRow, Tables } from './tables.ts'

/** A source that was added in the chat: `by` and `at` say who added it; `every` in ms, null where it has none of its own. */
export type AddedSource = {
  team: string
  feedId: number
  name: string
  /** The name as it is compared. */
  key: string
  url: string
  folder: string | null
  every: number | null
  /** The topic that it looks for, where it is a search: it follows what becomes of that. */
  topic: string | null
  paused: { by: string; at: Instant } | null
  by: string
  at: Instant
}

export type SourceToAdd = Pick<AddedSource, 'name' | 'key' | 'url' | 'folder' | 'every'> & {
  topic?: string | null
}

/** How the first reading of a source went for a team: what it filed, or that it could not be read. */
export type FirstReading = { filed: number; aboutUs: number } | { failure: true }

type Doing = { by: string; at: Instant }

/** What teams watch besides the feeds of their settings. Whatever changes something runs in a transaction (`together`). */
export const addedSources = (db: Kysely<Tables>) => ({
  /** The sources added for a team, or for all of them, oldest first. */
  async list(team?: string): Promise<AddedSource[]> {
    let query = db.selectFrom('added_sources').selectAll().orderBy('id')
    if (team !== undefined) query = query.where('team', '=', team)
    return (await query.execute()).map(added)
  },

  async named(team: string, key: string): Promise<AddedSource | null> {
    const row = await rowOf(db, team, key)
    return row ? added(row) : null
  },

  /** A team's source by its feed, whatever it is called by now; null when it is gone. */
  async ofFeed(team: string, feedId: number): Promise<AddedSource | null> {
    const row = await db
      .selectFrom('added_sources')
      .selectAll()
      .where('team', '=', team)
      .where('feed_id', '=', feedId)
      .executeTakeFirst()
    return row ? added(row) : null
  },

  /**
   * Adds sources and watches them from now on; gives those that were added: not those whose name or address the team
   * has added before. A feed that is known is read at once. What the settings overrule has no claim to its name.
   */
  async add(team: string, sources: SourceToAdd[], { by, at }: Doing): Promise<SourceToAdd[]> {
    const there = await db
      .selectFrom('added_sources')
      .select(['id', 'name', 'name_key', 'url_key', 'overruled'])
      .where('team', '=', team)
      .execute()
    const names = new Set(there.filter(({ overruled }) => !overruled).map(({ name_key }) => name_key))
    const addresses = new Set(there.map(({ url_key }) => url_key))
    const fresh = sources.filter(({ key, url }) => {
      const free = !names.has(key) && !addresses.has(feedKey(url))
      if (free) {
        names.add(key)
        addresses.add(feedKey(url))
      }
      return free
    })
    await renameOverruled(db, there, fresh)
    const urls = fresh.map(({ url }) => url)
    const feeds = await feedsAt(db, urls, at)
    const rows = fresh.map(({ name, key, url, folder, every, topic = null }) => ({
      ...{ team, feed_id: feeds.get(url)!, name, name_key: key, url, url_key: feedKey(url), folder, every },
      ...{ topic, by, at },
    }))
    await insertMany(db, 'added_sources', addedColumns, rows)
    await insertMany(
      db,
      'team_sources',
      ['team', 'feed_id', 'name', 'every'],
      rows,
      'on conflict (team, feed_id) do nothing',
    )
    await askSoon(
      db,
      rows.map(({ feed_id }) => feed_id),
      at,
    )
    await insertMany(
      db,
      'source_steps',
      stepColumns,
      rows.map(({ name_key, url }) => ({ team, name_key, did: 'added', what: url, by, at })),
    )
    return fresh
  },

  /** Gives a source another name, folder or interval; false when it is gone. Throws where the name is taken. */
  async change(
    team: string,
    key: string,
    to: Pick<SourceToAdd, 'name' | 'key' | 'folder' | 'every'>,
    { by, at }: Doing,
  ): Promise<boolean> {
    const row = await rowOf(db, team, key)
    if (!row) return false
    const { name, folder, every } = to
    await db
      .updateTable('added_sources')
      .set({ name, name_key: to.key, folder, every })
      .where('id', '=', row.id)
      .execute()
    await watching(db, row).set({ name, every }).execute()
    if (every !== null && !row.overruled) await sooner(db, row.feed_id, { every, now: at })
    const what = JSON.stringify({ from: row.name, name, folder, every })
    await step(db, { team, name_key: to.key, did: 'changed', what, by, at })
    return true
  },

  /** Reads it no more for this team, until it is resumed; false when it was paused already, or is gone. */
  async pause(team: string, key: string, { by, at }: Doing): Promise<boolean> {
    const row = await rowOf(db, team, key)
    if (!row || row.paused_at !== null) return false
    await db
      .updateTable('added_sources')
      .set({ paused_at: at, paused_by: by })
      .where('id', '=', row.id)
      .execute()
    await watching(db, row).set({ paused_at: at }).execute()
    await step(db, { team, name_key: key, did: 'paused', what: row.url, by, at })
    return true
  },

  /**
   * Reads it again, at once; false when it was not paused, or is gone. What came meanwhile is filed without a sound,
   * as at a first reading.
   */
  async resume(team: string, key: string, { by, at }: Doing): Promise<boolean> {
    const row = await rowOf(db, team, key)
    if (!row || row.paused_at === null) return false
    await db
      .updateTable('added_sources')
      .set({ paused_at: null, paused_by: null })
      .where('id', '=', row.id)
      .execute()
    await watching(db, row).set({ paused_at: null, filed: null }).execute()
    if (!row.overruled) await askSoon(db, [row.feed_id], at)
    await step(db, { team, name_key: key, did: 'resumed', what: row.url, by, at })
    return true
  },

  /** Watches it no more; false when it is gone. What it brought stays. */
  async remove(team: string, key: string, { by, at }: Doing): Promise<boolean> {
    const row = await rowOf(db, team, key)
    if (!row) return false
    await db.deleteFrom('added_sources').where('id', '=', row.id).execute()
    if (!row.overruled)
      await db
        .deleteFrom('team_sources')
        .where('team', '=', team)
        .where('feed_id', '=', row.feed_id)
        .execute()
    await step(db, { team, name_key: key, did: 'removed', what: row.url, by, at })
    return true
  },

  /** What was done last with a source of this name, and by whom. */
  async lastStep(team: string, key: string): Promise<{ did: string; by: string; at: Instant } | null> {
    const row = await db
      .selectFrom('source_steps')
      .select(['did', 'by', 'at'])
      .where('team', '=', team)
      .where('name_key', '=', key)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    return row ?? null
  },

  /** A number that grows with everything that is done with sources of any team, by whichever process. */
  async version(): Promise<number> {
    const count = db.selectFrom('source_steps').select(sql<number>`count(*)`.as('count'))
    return Number((await count.executeTakeFirstOrThrow()).count)
  },

  /** How the first reading of an added source went; null while it is not over. */
  async firstReading(team: string, key: string): Promise<FirstReading | null> {
    const row = await db
      .selectFrom('added_sources as a')
      .innerJoin('team_sources as s', (join) =>
        join.onRef('s.feed_id', '=', 'a.feed_id').onRef('s.team', '=', 'a.team'),
      )
      .innerJoin('feeds as own', 'own.id', 'a.feed_id')
      .innerJoin('feeds as f', (join) => join.on(sql<boolean>`f.id = coalesce(own.same_as, own.id)`))
      .select(['s.filed', 's.about_us', 'f.failure', 'f.tried_at', 'a.at'])
      .where('a.team', '=', team)
      .where('a.name_key', '=', key)
      .executeTakeFirst()
    if (!row) return null
    if (row.filed !== null) return { filed: row.filed, aboutUs: row.about_us ?? 0 }
    return row.failure !== null && row.tried_at !== null && row.tried_at >= row.at ? { failure: true } : null
  },
})

/**
 * Adds many sources in portions, so that they hold up nobody, and gives those a free name whose name was taken since;
 * gives how many were added. What ended halfway goes on where it was when it is done again.
 */
export async function addMany(
  store: Pick<Store, 'together'>,
  team: string,
  sources: SourceToAdd[],
  doing: Doing,
): Promise<number> {
  let added = 0
  for (let from = 0; from < sources.length; from += portion)
    added += await store.together(async ({ turns, addedSources }) => {
      await turns.take()
      const there = await addedSources.list(team)
      const known = new Set(there.map(({ url }) => feedKey(url)))
      const naming = newNaming(new Set(there.map(({ key }) => key)))
      const fresh = sources.slice(from, from + portion).filter(({ url }) => !known.has(feedKey(url)))
      const named = fresh.map((one) => {
        const name = naming(one.name)
        return { ...one, name, key: keyOf(name) }
      })
      return (await addedSources.add(team, named, doing)).length
    })
  return added
}

const portion = 500

/**
 * For the start: a team watches what was added for it besides `set`, the addresses of its settings; what stands there
 * comes first. Gives the feeds of what was added.
 */
export async function watchAdded(db: Kysely<Tables>, team: string, set: string[]): Promise<number[]> {
  const keys = new Set(set.map(feedKey))
  const all = await db.selectFrom('added_sources').selectAll().where('team', '=', team).execute()
  const rows = all.filter(({ url_key }) => !keys.has(url_key))
  for (const { id, url_key, overruled } of all)
    if (keys.has(url_key) !== (overruled === 1))
      await db
        .updateTable('added_sources')
        .set({ overruled: overruled === 1 ? 0 : 1 })
        .where('id', '=', id)
        .execute()
  await insertMany(
    db,
    'team_sources',
    ['team', 'feed_id', 'name', 'every', 'paused_at'],
    rows,
    'on conflict (team, feed_id) do update set name = excluded.name, every = excluded.every, paused_at = excluded.paused_at',
  )
  return rows.map(({ feed_id }) => feed_id)
}

/** Names are given once: what the settings overrule, and nobody sees, makes room for new ones. */
async function renameOverruled(
  db: Kysely<Tables>,
  there: { id: number; name: string; name_key: string; overruled: number }[],
  fresh: SourceToAdd[],
) {
  const wanted = new Set(fresh.map(({ key }) => key))
  const naming = newNaming(new Set([...there.map(({ name_key }) => name_key), ...wanted]))
  for (const { id, name } of there.filter(({ overruled, name_key }) => overruled && wanted.has(name_key))) {
    const free = naming(name)
    await db
      .updateTable('added_sources')
      .set({ name: free, name_key: keyOf(free) })
      .where('id', '=', id)
      .execute()
  }
}

/** A shorter interval counts from the last reading, not only after the next one. */
const sooner = (db: Kysely<Tables>, id: number, { every, now }: { every: number; now: Instant }) =>
  sql`
    update feeds set next_at = case
      when leased_until > 0 then ${now + every}
      when tried_at + ${every} > ${now} then tried_at + ${every}
      else ${now} end
    where id in (select coalesce(same_as, id) from feeds where id = ${id})
      and failures = 0 and (leased_until > 0 or next_at > tried_at + ${every})`.execute(db)

/** How a team watches an added source; where the settings say that, nothing is changed. */
const watching = (
  db: Kysely<Tables>,
  { team, feed_id, overruled }: { team: string; feed_id: number; overruled: number },
) =>
  db
    .updateTable('team_sources')
    .where('team', '=', team)
    .where('feed_id', '=', feed_id)
    .$if(overruled === 1, (query) => query.where(sql<boolean>`false`))

const rowOf = (db: Kysely<Tables>, team: string, key: string) =>
  db
    .selectFrom('added_sources')
    .selectAll()
    .where('team', '=', team)
    .where('name_key', '=', key)
    .executeTakeFirst()

const step = (db: Kysely<Tables>, values: Omit<Tables['source_steps'], 'id'>) =>
  db.insertInto('source_steps').values(values).execute()

function added(row: Omit<AddedSourceRow, 'id' | 'overruled'>): AddedSource {
  const { team, feed_id: feedId, name, name_key: key, url, folder, every, topic, paused_at } = row
  const { paused_by, by, at } = row
  const paused = paused_at === null ? null : { by: paused_by ?? by, at: paused_at }
  return { team, feedId, name, key, url, folder, every, topic, paused, by, at }
}

const addedColumns = [
  ...['team', 'feed_id', 'name', 'name_key', 'url', 'url_key', 'folder', 'every', 'topic', 'by', 'at'],
]
const stepColumns = ['team', 'name_key', 'did', 'what', 'by', 'at']
