import type { Kysely } from 'kysely'
import type { Instant } from '../model/post.ts'
import { newest, type Reply, type ReplyDeed, type ReplyVersion } from '../model/reply.ts'
import { living } from './living.ts'
import type { Tables } from './tables.ts'
import { trail } from './trail.ts'

/** What is done with one, in the words of people; `sealed` is who, for the trail (null: Vigie itself). */
export type Done = {
  did: ReplyDeed
  what?: string | null
  by: { name: string; sealed: string } | null
  at: Instant
}

/** What a reply's message is called among the living ones. */
export const replyAbout = ({ id }: Pick<Reply, 'id'>) => `reply:${id}`

export const addVersion = (db: Kysely<Tables>, reply: number, { nth, text, by, how, at }: ReplyVersion) =>
  db
    .insertInto('reply_versions')
    .values({
      ...{ reply_id: reply, nth, text, at },
      person: by?.person ?? null,
      name: by?.name ?? null,
      account: by?.account ? JSON.stringify(by.account) : null,
      how: JSON.stringify(how),
    })
    .execute()

/** Approvals that are new, and those that hold no more: taken back, or of a version that is not the newest. */
export async function keepApprovals(db: Kysely<Tables>, before: Reply, after: Reply, now: Instant) {
  const version = newest(after).nth
  const same = newest(before).nth === version
  const held = new Set(same ? before.approvals.map(({ person }) => person) : [])
  const holding = after.approvals.map(({ person }) => person)
  await db
    .updateTable('reply_approvals')
    .set({ void_at: now })
    .where('reply_id', '=', after.id)
    .where('void_at', 'is', null)
    .where((row) =>
      row.or([
        row('version', '!=', version),
        ...(holding.length === 0 ? [row('version', '=', version)] : [row('person', 'not in', holding)]),
      ]),
    )
    .execute()
  for (const { person, name, account, at } of after.approvals.filter(({ person }) => !held.has(person)))
    await db
      .insertInto('reply_approvals')
      .values({
        reply_id: after.id,
        version,
        ...{ person, name, at },
        account: account && JSON.stringify(account),
      })
      .execute()
}

/** Written down for people and, under a pseudonym, in the trail; its message has changed. */
export async function step(db: Kysely<Tables>, reply: Reply, { did, what = null, by, at }: Done) {
  const { team, id, mention, state, key } = reply
  const { nth } = newest(reply)
  const detail = { mention, version: nth, state, needs: reply.needs, approvals: reply.approvals.length, key }
  const { seq } = await trail(db).add(team, {
    ...{ did: `reply-${did}`, about: replyAbout(reply), who: by?.sealed ?? null, at },
    detail,
  })
  await db
    .insertInto('reply_steps')
    .values({ reply_id: id, team, did, version: nth, what, by: by?.name ?? null, at, trail_seq: seq })
    .execute()
  await living(db).touch(team, replyAbout(reply), { soon: true })
}
