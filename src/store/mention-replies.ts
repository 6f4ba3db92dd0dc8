import { type Kysely, sql } from 'kysely'
import type { MentionReply } from '../model/mention.ts'
import type { ReplyState } from '../model/reply.ts'
import { listedNumbers } from './batch.ts'
import type { Tables } from './tables.ts'

/** The newest reply of each of these mentions that has one: one that went out before one that did not. */
export async function newestReplies(
  db: Kysely<Tables>,
  team: string,
  mentions: number[],
): Promise<Map<number, MentionReply>> {
  const rows = await db
    .selectFrom('replies as r')
    .innerJoin('reply_versions as v', (join) =>
      join.onRef('v.reply_id', '=', 'r.id').onRef('v.nth', '=', 'r.version'),
    )
    .select(['r.id', 'r.mention_id', 'r.state', 'r.published_at', 'r.published_url', 'v.name'])
    .where('r.team', '=', team)
    .where('r.mention_id', 'in', listedNumbers(mentions))
    .orderBy(sql`case when r.state in ('refused', 'expired', 'withdrawn') then 0 else 1 end`)
    .orderBy('r.id')
    .execute()
  if (rows.length === 0) return new Map()
  const approvals = await db
    .selectFrom('reply_approvals')
    .select(['reply_id', 'name'])
    .where('reply_id', 'in', listedNumbers(rows.map(({ id }) => id)))
    .where('void_at', 'is', null)
    .orderBy('id')
    .execute()
  return new Map(
    rows.map((row) => {
      const approvedBy = approvals.filter(({ reply_id }) => reply_id === row.id).map(({ name }) => name)
      const reply: MentionReply = {
        id: row.id,
        state: row.state as ReplyState,
        by: row.name ?? approvedBy[0] ?? null,
        approvedBy: [...new Set(approvedBy)],
        publishedAt: row.published_at,
        url: row.published_url,
      }
      return [row.mention_id, reply]
    }),
  )
}
