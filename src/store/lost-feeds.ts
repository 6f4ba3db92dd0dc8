import { type Kysely, sql } from 'kysely'
import type { Reason } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { listedNumbers } from './batch.ts'
import { never } from './due-feeds.ts'
import { handful } from './known-feeds.ts'
import type { Tables } from './tables.ts'

/** A team's source that died: because `failure`, since when it could not be read; `gone`: it says so itself. */
export type LostSource = {
  team: string
  feedId: number
  name: string
  url: string
  failure: Reason
  since: Instant
  gone: boolean
}

/** A team's source that is heard again after the team was told that it died. */
export type FoundSource = Pick<LostSource, 'team' | 'feedId' | 'name' | 'url'> & { paused: boolean }

/** Which sources died and came back, as far as their teams do not know it yet. */
export const lostFeeds = (db: Kysely<Tables>) => ({
  /** Those that died, by team and name. */
  async lost(): Promise<LostSource[]> {
    const rows = await db
      .selectFrom('feeds as f')
      .innerJoin('team_sources as s', 's.feed_id', 'f.id')
      .select([
        's.team',
        's.feed_id',
        's.name',
        'f.url',
        'f.failure',
        'f.failing_since',
        'f.next_at',
        'f.dead_at',
      ])
      // Few are dead: they are where to begin.
      .where('s.feed_id', 'in', (dead) =>
        dead.selectFrom('feeds').select('id').where('dead_at', 'is not', null),
      )
      .where('s.lost_told_at', 'is', null)
      .where('s.paused_at', 'is', null)
      .orderBy('s.team')
      .orderBy('s.name')
      .execute()
    return rows.map(({ team, feed_id, name, url, failure, failing_since, next_at, dead_at }) => ({
      ...{ team, feedId: feed_id, name, url },
      failure: failure === null ? { words: '' } : JSON.parse(failure),
      since: failing_since ?? dead_at!,
      gone: next_at >= never,
    }))
  },

  /** Those that are heard again, by team and name. Who paused it has nothing to hear. */
  async found(): Promise<FoundSource[]> {
    const rows = await db
      .selectFrom('team_sources as s')
      .innerJoin('feeds as f', 'f.id', 's.feed_id')
      .select(['s.team', 's.feed_id', 's.name', 'f.url', 's.paused_at'])
      .where('s.lost_told_at', 'is not', null)
      .where('f.dead_at', 'is', null)
      .where('f.failure', 'is', null)
      .orderBy('s.team')
      .orderBy('s.name')
      .execute()
    return rows.map(({ feed_id, paused_at, ...row }) => ({
      ...row,
      feedId: feed_id,
      paused: paused_at !== null,
    }))
  },

  /** The team was told that these died, at `told`; null: that they are back. */
  async lostTold(team: string, feedIds: number[], told: Instant | null) {
    await db
      .updateTable('team_sources')
      .set({ lost_told_at: told })
      .where('team', '=', team)
      .where('feed_id', 'in', listedNumbers(feedIds))
      .execute()
  },

  /**
   * Asks dead feeds of a team again at once (null: all of them), also one that is gone for good; gives how many. Whom it was told that they died is
   * told when they are back, and not a second time that they are dead.
   */
  async askAgain(team: string, feedIds: number[] | null, now: Instant): Promise<number> {
    const { numUpdatedRows } = await db
      .updateTable('feeds')
      .set({ next_at: soonest(now), dead_at: null })
      .where('id', 'in', (theirs) =>
        theirs
          .selectFrom('team_sources')
          .select('feed_id')
          .where('team', '=', team)
          .$if(feedIds !== null, (query) => query.where('feed_id', 'in', listedNumbers(feedIds!))),
      )
      .where('dead_at', 'is not', null)
      .executeTakeFirstOrThrow()
    return Number(numUpdatedRows)
  },
})

/**
 * For whoever watches feeds from now on: they are read at once, also what is being read at this moment, failed, or is
 * gone. Of many, those that were never asked keep their turn.
 */
export const askSoon = (db: Kysely<Tables>, feedIds: number[], now: Instant) =>
  sql`
    update feeds set dead_at = null, next_at = ${soonest(now)}
    where id in (select coalesce(same_as, id) from feeds where id in ${listedNumbers(feedIds)})
      and (leased_until > 0 or dead_at is not null or (next_at > ${now} ${feedIds.length > handful ? sql`and tried_at is not null` : sql``}))
      and url not like 'samples:%'`.execute(db)

/** Now; where that was its time already, a moment before: its reader sees that it was asked for meanwhile. */
export const soonest = (now: Instant) =>
  sql<number>`case when next_at = ${now} then next_at - 1 else ${now} end`
