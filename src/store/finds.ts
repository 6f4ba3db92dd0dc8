import type { Kysely } from 'kysely'
import { insertMany, listed, listedNumbers } from './batch.ts'
import type { Tables } from './tables.ts'

/** Which searches found which posts: several may find the same one. */
export const finds = (db: Kysely<Tables>) => ({
  /** Which of these items of a place this search did not find before. */
  async unknown(feedId: number, source: string, items: string[]): Promise<Set<string>> {
    const known = await db
      .selectFrom('posts as p')
      .innerJoin('post_finds as f', 'f.post_id', 'p.id')
      .select('p.item')
      .where('p.source', '=', source)
      .where('p.item', 'in', listed(items))
      .where('f.feed_id', '=', feedId)
      .execute()
    const unknown = new Set(items)
    for (const { item } of known) unknown.delete(item)
    return unknown
  },

  /** Which of these posts a team has heard, by any search that it follows. To be asked before what was found is kept. */
  async heardBy(team: string, postIds: number[]): Promise<Set<number>> {
    const rows = await db
      .selectFrom('post_finds as f')
      .innerJoin('team_sources as s', 's.feed_id', 'f.feed_id')
      .select('f.post_id')
      .where('s.team', '=', team)
      .where('s.filed', 'is not', null)
      .where('s.paused_at', 'is', null)
      .where('f.post_id', 'in', listedNumbers(postIds))
      .execute()
    return new Set(rows.map(({ post_id }) => post_id))
  },

  async keep(feedId: number, postIds: number[]) {
    const rows = postIds.map((post_id) => ({ feed_id: feedId, post_id }))
    await insertMany(
      db,
      'post_finds',
      ['feed_id', 'post_id'],
      rows,
      'on conflict (feed_id, post_id) do nothing',
    )
  },
})

/** The numbers of feeds by what their posts are filed under. */
export const feedNumbers = (sources: string[]) =>
  sources.flatMap((source) => (/^feed:\d+$/.test(source) ? [Number(source.slice(5))] : []))
