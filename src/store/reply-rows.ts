import type { Kysely, Selectable } from 'kysely'
import type { Language } from '../model/mood.ts'
import type { Role } from '../model/person.ts'
import type { Approval, Reply, ReplyState, ReplyVersion } from '../model/reply.ts'
import { listedNumbers } from './batch.ts'
import type { Tables } from './tables.ts'

/** These replies with all that belongs to them, in the order asked for. */
export async function wholeOf(db: Kysely<Tables>, team: string, ids: number[]): Promise<Reply[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('replies')
    .selectAll()
    .where('team', '=', team)
    .where('id', 'in', ids)
    .execute()
  const versions = await db
    .selectFrom('reply_versions')
    .selectAll()
    .where('reply_id', 'in', ids)
    .orderBy('nth')
    .execute()
  const approvals = await db
    .selectFrom('reply_approvals')
    .selectAll()
    .where('reply_id', 'in', ids)
    .where('void_at', 'is', null)
    .orderBy('id')
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const of = <Row extends { reply_id: number }>(all: Row[]) => all.filter((one) => one.reply_id === id)
    const own = of(approvals).filter(({ version }) => version === row.version)
    return [replyOf(row, of(versions).map(versionOf), own.map(approvalOf))]
  })
}

const replyOf = (
  row: Selectable<Tables['replies']>,
  versions: ReplyVersion[],
  approvals: Approval[],
): Reply => ({
  id: row.id,
  team: row.team,
  mention: row.mention_id,
  state: row.state as ReplyState,
  versions,
  approvals,
  language: row.language as Language | null,
  needs: row.needs,
  role: row.role as Role,
  alone: row.alone === 1,
  identity: row.identity,
  key: row.publish_key,
  goesAt: row.goes_at,
  expiresAt: row.expires_at,
  remindedAt: row.reminded_at,
  published:
    row.published_at === null ? null : { id: row.published_id, url: row.published_url, at: row.published_at },
  why: row.why,
  madeAt: row.made_at,
})

const versionOf = (row: Selectable<Tables['reply_versions']>): ReplyVersion => ({
  nth: row.nth,
  text: row.text,
  by:
    row.person === null
      ? null
      : { person: row.person, name: row.name ?? '', account: row.account && JSON.parse(row.account) },
  how: JSON.parse(row.how),
  at: row.at,
})

const approvalOf = (row: Selectable<Tables['reply_approvals']>): Approval => ({
  person: row.person,
  name: row.name,
  account: row.account && JSON.parse(row.account),
  at: row.at,
})

/** The topics of mentions, by mention. */
export async function topicsOf(db: Kysely<Tables>, ids: number[]): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('mention_topics')
    .select(['mention_id', 'topic'])
    .where('mention_id', 'in', listedNumbers(ids))
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ mention_id }) => mention_id)].map(([id, of]) => [
      id,
      of.map(({ topic }) => topic),
    ]),
  )
}
