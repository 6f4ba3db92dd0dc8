import type { Kysely } from 'kysely'
import type { Instant } from '../model/post.ts'
import { insertMany } from './batch.ts'
import type { Tables } from './tables.ts'

/** Who told Vigie of a mention, how, and where; `topic` is the one they named, null where the text showed it. */
export type Addition = {
  how: 'pasted' | 'reported'
  by: string
  channel: string
  topic: string | null
  at: Instant
}

export const additions = (db: Kysely<Tables>) => ({
  /** Writes down who added these mentions; the first to do so stays. */
  async keep(team: string, mentions: number[], { how, by, channel, topic, at }: Addition) {
    await insertMany(
      db,
      'additions',
      ['mention_id', 'team', 'how', 'person', 'channel', 'topic', 'at'],
      mentions.map((mention) => ({ mention_id: mention, team, how, person: by, channel, topic, at })),
      'on conflict (mention_id) do nothing',
    )
  },

  /** Who added a mention by hand; null where a source brought it. */
  async of(team: string, mention: number): Promise<Addition | null> {
    const row = await db
      .selectFrom('additions')
      .selectAll()
      .where('team', '=', team)
      .where('mention_id', '=', mention)
      .executeTakeFirst()
    if (!row) return null
    const { how, person, channel, topic, at } = row
    return { how: how as Addition['how'], by: person, channel, topic, at }
  },
})
