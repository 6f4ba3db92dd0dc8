import { type Kysely, sql } from 'kysely'
import type { Mood } from '../model/mood.ts'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Place } from '../model/team.ts'
import { insertMany, listedNumbers } from './batch.ts'
import type { Tables } from './tables.ts'

/** A mention for the next digest of a channel, by the route that sent it there, with the mood that route saw. */
export type ToGather = {
  mention: number
  story: string
  place: Place
  route: string
  label: Mood
  score: number
}

/** One that waits, and where it was said. */
export type Gathered = {
  mention: number
  story: string
  label: Mood
  score: number
  confidence: number
  outlet: string
  sample: boolean
  at: Instant
}

export const digests = (db: Kysely<Tables>) => ({
  async gather(team: string, all: ToGather[], now: Instant) {
    await insertMany(
      db,
      'digest_items',
      ['mention_id', 'team', 'chat', 'channel', 'route', 'story', 'label', 'score', 'at'],
      all.map(({ mention, place, ...row }) => ({ mention_id: mention, team, ...place, ...row, at: now })),
      'on conflict (mention_id, chat, channel) do nothing',
    )
  },

  /** A story that waited for a channel's digest is told there otherwise; gives how many mentions it had. */
  async leave(team: string, { chat, channel }: Place, story: string): Promise<number> {
    const { numDeletedRows } = await db
      .deleteFrom('digest_items')
      .where('team', '=', team)
      .where('chat', '=', chat)
      .where('channel', '=', channel)
      .where('story', '=', story)
      .where('digest_id', 'is', null)
      .executeTakeFirst()
    return Number(numDeletedRows)
  },

  /** The channels for which something waits. */
  async places(team: string): Promise<Place[]> {
    const rows = await db
      .selectFrom('digest_items')
      .select(['chat', 'channel'])
      .distinct()
      .where('team', '=', team)
      .where('digest_id', 'is', null)
      .execute()
    return rows.map(({ chat, channel }) => ({ chat: chat as ChatName, channel }))
  },

  /** What waits for a channel's digest, in the order it was heard. */
  async waiting(team: string, { chat, channel }: Place): Promise<Gathered[]> {
    const rows = await db
      .selectFrom('digest_items as i')
      .innerJoin('mentions as m', 'm.id', 'i.mention_id')
      .innerJoin('posts as p', 'p.id', 'm.post_id')
      .select(['i.mention_id', 'i.story', 'i.label', 'i.score', 'i.at', 'p.outlet', 'p.sample'])
      // That of the topic whose mood the route saw.
      .select(
        sql<number>`coalesce((select max(confidence) from mention_topics
          where mention_id = i.mention_id and label = i.label and score = i.score), m.confidence)`.as(
          'confidence',
        ),
      )
      .where('i.team', '=', team)
      .where('i.chat', '=', chat)
      .where('i.channel', '=', channel)
      .where('i.digest_id', 'is', null)
      .orderBy('i.mention_id')
      .execute()
    return rows.map(({ mention_id, label, sample, ...row }) => ({
      ...row,
      mention: mention_id,
      label: label as Mood,
      sample: sample === 1,
    }))
  },

  /**
   * The last digest of a channel up to a moment: the moment it was for, and when it was composed. One that lies ahead
   * was told by a clock that was wrong, and holds up none until then.
   */
  async last(
    team: string,
    { chat, channel }: Place,
    upTo: Instant,
  ): Promise<{ dueAt: Instant; composedAt: Instant } | null> {
    const row = await db
      .selectFrom('digests')
      .select(['due_at', 'composed_at'])
      .where('team', '=', team)
      .where('chat', '=', chat)
      .where('channel', '=', channel)
      .where('due_at', '<=', upTo)
      .orderBy('due_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row ? { dueAt: row.due_at, composedAt: row.composed_at } : null
  },

  /** Closes the digest for a moment over these mentions; false when that moment has one already. */
  async close(
    team: string,
    { chat, channel }: Place,
    mentions: number[],
    times: { dueAt: Instant; now: Instant },
  ): Promise<boolean> {
    const { dueAt, now } = times
    const digest = await db
      .insertInto('digests')
      .values({ team, chat, channel, due_at: dueAt, composed_at: now })
      .onConflict((conflict) => conflict.columns(['team', 'chat', 'channel', 'due_at']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!digest) return false
    await db
      .updateTable('digest_items')
      .set({ digest_id: digest.id })
      .where('team', '=', team)
      .where('chat', '=', chat)
      .where('channel', '=', channel)
      .where('mention_id', 'in', listedNumbers(mentions))
      .execute()
    return true
  },

  /** The digests that a mention is in, or waits for (`dueAt` null). */
  async of(
    team: string,
    mention: number,
  ): Promise<{ channel: string; route: string; dueAt: Instant | null }[]> {
    const rows = await db
      .selectFrom('digest_items as i')
      .leftJoin('digests as d', 'd.id', 'i.digest_id')
      .select(['i.channel', 'i.route', 'd.due_at'])
      .where('i.team', '=', team)
      .where('i.mention_id', '=', mention)
      .orderBy('i.channel')
      .execute()
    return rows.map(({ channel, route, due_at }) => ({ channel, route, dueAt: due_at }))
  },
})
