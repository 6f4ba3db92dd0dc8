import { type Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../src/store/migrations/index.ts'
import { openFile } from '../../src/store/opening.ts'
import { openServer } from '../../src/store/postgres.ts'
import type { Tables } from '../../src/store/tables.ts'
import { trail } from '../../src/store/trail.ts'
import { addressOf, emptyStore } from '../databases/open.ts'

/** A database with a trail of so many steps, as somebody has it who can do anything to it. */
async function newTrail(steps: number): Promise<Kysely<Tables>> {
  const url = addressOf(await emptyStore())
  const db = url === null ? await openFile(null, migrate) : await openServer(url, migrate, {})
  onTestFinished(() => db.destroy())
  for (let at = 1; at <= steps; at++)
    await trail(db).add('nimbus', {
      ...{ did: 'reply-approved', about: `reply:${at}`, who: 'p8rJ', at },
      detail: { version: 1, state: 'approved' },
    })
  return db
}

const refused = 'the trail is only ever added to'

test('a trail is only ever added to: the database refuses everything else', async () => {
  const db = await newTrail(3)
  const before = await db.selectFrom('trail').selectAll().execute()
  const row = before[0]!
  await expect(db.updateTable('trail').set({ who: 'nobody' }).execute()).rejects.toThrow(refused)
  await expect(db.deleteFrom('trail').where('seq', '=', 3).execute()).rejects.toThrow(refused)
  await expect(sql`delete from trail`.execute(db)).rejects.toThrow(refused)
  const again = { ...row, did: 'reply-refused' }
  await expect(db.insertInto('trail').values(again).execute()).rejects.toThrow()
  await expect(
    db
      .insertInto('trail')
      .values(again)
      .onConflict((conflict) => conflict.columns(['team', 'seq']).doUpdateSet({ did: 'reply-refused' }))
      .execute(),
  ).rejects.toThrow(refused)
  await expect(sql`truncate trail`.execute(db)).rejects.toThrow()
  await expect(
    sql`insert or replace into trail select team, seq, at, 'x', about, who, detail, prev, hash from trail`.execute(
      db,
    ),
  ).rejects.toThrow()
  expect(await db.selectFrom('trail').selectAll().execute()).toEqual(before)
  expect(await trail(db).check('nimbus')).toMatchObject({ is: 'whole', head: { seq: 3 } })
})

/** Somebody who may do anything to the database gets past it; what they did is seen all the same. */
async function tampered(db: Kysely<Tables>, work: (db: Kysely<Tables>) => Promise<unknown>) {
  const postgres = (await sql`select version()`.execute(db).catch(() => null)) !== null
  if (postgres) await sql`alter table trail disable trigger all`.execute(db)
  else
    for (const name of ['trail_not_changed', 'trail_not_deleted', 'trail_in_order'])
      await sql`drop trigger ${sql.ref(name)}`.execute(db)
  await work(db)
}

test.each<[string, (db: Kysely<Tables>) => Promise<unknown>, { at: number; why: string }]>([
  [
    'a name was changed',
    (db) => db.updateTable('trail').set({ who: 'nobody' }).where('seq', '=', 4).execute(),
    { at: 4, why: 'changed' },
  ],
  [
    'a fact was changed',
    (db) => db.updateTable('trail').set({ detail: '{}' }).where('seq', '=', 1).execute(),
    { at: 1, why: 'changed' },
  ],
  [
    'a time was changed',
    (db) => db.updateTable('trail').set({ at: 1 }).where('seq', '=', 7).execute(),
    { at: 7, why: 'changed' },
  ],
  [
    'one was taken out',
    (db) => db.deleteFrom('trail').where('seq', '=', 5).execute(),
    { at: 5, why: 'missing' },
  ],
  [
    'the first was taken out',
    (db) => db.deleteFrom('trail').where('seq', '=', 1).execute(),
    { at: 1, why: 'missing' },
  ],
])('the check says where: %s', async (_, work, broken) => {
  const db = await newTrail(7)
  await tampered(db, work)
  expect(await trail(db).check('nimbus')).toEqual({ is: 'broken', ...broken })
})

test('an end that was cut off is missed by who wrote the head down, and by what stands in the replies', async () => {
  const db = await newTrail(7)
  const head = await trail(db).head('nimbus')
  expect(await trail(db).check('nimbus', { seq: 7, hash: head.hash.slice(0, 12) })).toMatchObject({
    is: 'whole',
  })
  await tampered(db, (db) => db.deleteFrom('trail').where('seq', '>', 5).execute())
  expect(await trail(db).check('nimbus')).toMatchObject({ is: 'whole' })
  expect(await trail(db).check('nimbus', head)).toEqual({ is: 'broken', at: 6, why: 'cut' })
})

test('a trail that was written anew from a place on does not pass through the head that somebody kept', async () => {
  const db = await newTrail(5)
  const head = await trail(db).head('nimbus')
  await tampered(db, (db) => db.deleteFrom('trail').where('seq', '>', 3).execute())
  for (const at of [4, 5, 6])
    await trail(db).add('nimbus', { did: 'reply-refused', about: `reply:${at}`, who: null, at })
  expect(await trail(db).check('nimbus')).toMatchObject({ is: 'whole' })
  expect(await trail(db).check('nimbus', head)).toEqual({ is: 'broken', at: 5, why: 'changed' })
})

test('each team has a trail of its own, and an empty one is whole', async () => {
  const db = await newTrail(2)
  await trail(db).add('acme', { did: 'reply-drafted', about: 'reply:9', who: null, at: 5 })
  expect(await trail(db).teams()).toEqual(['acme', 'nimbus'])
  expect(await trail(db).check('acme')).toMatchObject({ is: 'whole', head: { seq: 1 } })
  expect(await trail(db).check('nobody')).toEqual({ is: 'whole', head: { seq: 0, hash: '' } })
})
