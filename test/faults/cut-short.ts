import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { withCutCopy } from './copies.ts'
import type { Post } from './loopback-chat.ts'
import type { Chance } from './seeded.ts'
import { type Stamp, stampOf } from './wal.ts'

/** That something was to be said, and how much of the log was written at that moment. */
export type Asked = { delivery: string; stamp: Stamp | null }

/**
 * Cuts a copy of a killed Vigie's files and gives what is wrong with it: it has to know of everything that its chat
 * was asked to say once that much was written, to have told nothing that the chat does not hold, to owe every mention
 * its alert or its digest, and to hold every post that it will not ask its feed for again.
 */
export function cutShort(folder: string, chance: Chance, asked: Asked[], posts: Post[]): Promise<string[]> {
  const now = stampOf(join(folder, 'vigie.db-wal'))
  return withCutCopy(folder, chance, ({ at, database }) => {
    const rows = new Map(
      all<Row>(database, 'select id, state, attempts, told_id from deliveries').map((row) => [row.id, row]),
    )
    // An older log was copied into the database before this one was begun.
    const written = asked.filter(({ stamp }) => stamp && (stamp.salts !== now?.salts || stamp.size <= at))
    const forgotten = written.filter(({ delivery }) => !((rows.get(delivery)?.attempts ?? 0) > 0))
    const said = new Set(posts.map(({ id }) => id))
    const dreamt = [...rows.values()].filter(({ told_id }) => told_id !== null && !said.has(told_id))
    const owed = all<{ id: number }>(
      database,
      `select id from mentions m where not exists
       (select 1 from deliveries d where d.rule = 'alert' and d.story = m.story)
       and not exists (select 1 from digest_items i where i.mention_id = m.id)`,
    )
    const passed = all<{ etag: string; posts: number }>(
      database,
      `select etag, (select count(*) from posts where source = 'feed:' || f.id) as posts
       from feeds f where etag is not null`,
    ).filter(({ etag, posts }) => Number(/-(\d+)"$/u.exec(etag)?.[1]) > posts)
    return [
      ...forgotten.map(({ delivery }) => `cut at ${at}: ${delivery} was being said, and is forgotten`),
      ...dreamt.map(({ id }) => `cut at ${at}: ${id} was never said`),
      ...owed.map(({ id }) => `cut at ${at}: nobody is told of mention ${id}`),
      ...passed.map(({ etag, posts }) => `cut at ${at}: of ${etag} only ${posts} posts are there`),
    ]
  })
}

type Row = { id: string; state: string; attempts: number; told_id: string | null }

const all = <One>(database: DatabaseSync, sql: string) => database.prepare(sql).all() as One[]
