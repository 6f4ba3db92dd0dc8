import { type Kysely, sql } from 'kysely'
import type { Instant } from '../model/post.ts'
import type { Tables } from './tables.ts'

/** What a source brought since a moment; `oldest` and `newest` say when the oldest and the newest of it was published. */
export type Activity = { posts: number; mentions: number; oldest: Instant | null; newest: Instant | null }

export const sourceActivity = (db: Kysely<Tables>) => ({
  /** What each of a team's sources brought since a moment, by the source's address. */
  async of(team: string, since: Instant): Promise<Map<string, Activity>> {
    const { rows } = await sql<{ url: string } & Activity>`
      select f.url, count(p.id) as posts, count(m.id) as mentions, min(p.said_at) as oldest, max(p.said_at) as newest
      from team_sources s
      join feeds f on f.id = s.feed_id
      left join (
        select id, source, case when published_at < heard_at then published_at else heard_at end as said_at
        from posts where heard_at >= ${since}
        union all
        select p.id, 'feed:' || found.feed_id,
          case when p.published_at < p.heard_at then p.published_at else p.heard_at end
        from post_finds found join posts p on p.id = found.post_id where p.heard_at >= ${since}
      ) p on p.source = 'feed:' || coalesce(f.same_as, f.id) and p.said_at >= ${since}
      left join mentions m on m.post_id = p.id and m.team = s.team
      where s.team = ${team}
      group by f.url`.execute(db)
    return new Map(
      rows.map(({ url, posts, mentions, oldest, newest }) => [
        url,
        { posts: Number(posts), mentions: Number(mentions), oldest, newest },
      ]),
    )
  },

  /** How many watched feeds are fine, cannot be read, and were not read yet. */
  async states(): Promise<Record<'fine' | 'failing' | 'waiting', number>> {
    const { rows } = await sql<{ state: 'fine' | 'failing' | 'waiting'; count: number }>`
      select state, count(*) as count from (
        select case when failure is not null then 'failing' when last_read_at is null then 'waiting' else 'fine' end as state
        from feeds
        where url not like 'samples:%' and id in (select feed_id from team_sources where paused_at is null)
      ) as all_of_them group by state`.execute(db)
    return {
      ...{ fine: 0, failing: 0, waiting: 0 },
      ...Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])),
    }
  },
})
