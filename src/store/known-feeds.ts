import type { Kysely } from 'kysely'
import { hostOf } from '../model/feed-host.ts'
import type { Instant } from '../model/post.ts'
import { insertMany, listed } from './batch.ts'
import { never } from './due-feeds.ts'
import type { Tables } from './tables.ts'

/**
 * The numbers of feeds by their addresses; those that are not known are made. A handful of new ones is read at once;
 * many are spread, so that they fall due one after the other from the first reading on.
 */
export async function feedsAt(
  db: Kysely<Tables>,
  urls: string[],
  now: Instant,
): Promise<Map<string, number>> {
  const known = await numbersOf(db, urls)
  const fresh = [...new Set(urls)].filter((url) => !known.has(url))
  if (fresh.length === 0) return known
  const polled = fresh.filter((url) => !isSamples(url))
  const step = Math.min(firstPace, firstPass / Math.max(polled.length - handful, 1))
  const times = new Map(polled.map((url, at) => [url, now + Math.ceil(Math.max(at - handful + 1, 0) * step)]))
  const rows = fresh.map((url) => ({ url, host: hostOf(url), next_at: times.get(url) ?? never }))
  await insertMany(db, 'feeds', ['url', 'host', 'next_at'], rows, 'on conflict (url) do nothing')
  await joinMoved(db, fresh)
  return numbersOf(db, urls)
}

/** An address to which a known feed moved is read once, for both. */
async function joinMoved(db: Kysely<Tables>, urls: string[]) {
  const there = await db
    .selectFrom('feeds')
    .select(['id', 'now_at'])
    .where('now_at', 'is not', null)
    .where('now_at', 'in', listed(urls))
    .where('same_as', 'is', null)
    .execute()
  for (const { id, now_at } of there)
    await db
      .updateTable('feeds')
      .set({ same_as: id, next_at: never })
      .where('url', '=', now_at!)
      .where('same_as', 'is', null)
      .where('id', '!=', id)
      .execute()
  return there
}

async function numbersOf(db: Kysely<Tables>, urls: string[]) {
  const rows = await db.selectFrom('feeds').select(['id', 'url']).where('url', 'in', listed(urls)).execute()
  return new Map(rows.map(({ id, url }) => [url, id]))
}

/** A sample team's shipped posts are a source too, which nobody polls. */
export const isSamples = (url: string) => url.startsWith('samples:')

/** So many are read at once; beyond, one each so many ms, all of them within half an hour. */
export const handful = 20
const firstPace = 200
const firstPass = 30 * 60_000
