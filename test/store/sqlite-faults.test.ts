import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { expect, inject, onTestFinished, test } from 'vitest'
import { oopsText } from '../../src/bot/excusing.ts'
import { Oops } from '../../src/model/oops.ts'
import { alone } from '../../src/store/alone.ts'
import { StoreDown } from '../../src/store/fault.ts'
import { inTheWay, openFile } from '../../src/store/opening.ts'
import { openStore } from '../../src/store/store.ts'
import type { Tables } from '../../src/store/tables.ts'
import { sayIn } from '../../src/texts/texts.ts'

const only = test.skipIf(inject('postgres'))

async function newFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-faults-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A database with an empty table, in a file; who finds it held waits so many ms. */
async function newFile(patience?: number) {
  const folder = await newFolder()
  const db = await openFile(
    folder,
    (db) => sql`create table t (n int, words text)`.execute(db).then(() => {}),
    patience ? { patience } : {},
  )
  onTestFinished(() => db.destroy())
  return { db, file: join(folder, 'vigie.db') }
}

const insert = (db: Kysely<Tables>, n: number) =>
  db.transaction().execute((db) => sql`insert into t (n) values (${n})`.execute(db))
const kept = async (db: Kysely<Tables>) =>
  (await sql<{ n: number }>`select n from t order by n`.execute(db)).rows.map(({ n }) => n)

/** Another process holds the file until it is told to let go. */
async function held(file: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'lock-holder.ts'), file])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return async () => {
    const free = once(child.stdout, 'data')
    child.stdin.write('go\n')
    await free
  }
}

/** What went wrong, as it is told. */
const told = (opening: Promise<unknown>, locale: 'en' | 'fr' = 'en') =>
  opening.then(
    () => 'nothing',
    (error) => {
      expect(error).toBeInstanceOf(Oops)
      return oopsText(error, sayIn(locale)).replaceAll('\\', '')
    },
  )

only('a file that another process holds is waited for, and the event loop runs meanwhile', async () => {
  const { db, file } = await newFile()
  const letGo = await held(file)
  const inserting = insert(db, 1)
  // By now it was refused once. Were it waiting inside SQLite, nothing here could tell the other process to let go.
  await setImmediate()
  await letGo()
  await inserting
  expect(await kept(db)).toEqual([1])
})

only('held for longer, who asks is told, and everybody behind them soon after', async () => {
  const { db, file } = await newFile(200)
  const letGo = await held(file)
  const begun = performance.now()
  const all = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7, 8].map((n) => insert(db, n)))
  // One after the other they would have waited eight times as long.
  expect(performance.now() - begun).toBeLessThan(4 * 200)
  for (const one of all) expect((one as PromiseRejectedResult).reason).toBeInstanceOf(StoreDown)
  await letGo()
  await insert(db, 9)
  expect(await kept(db)).toEqual([9])
})

only('while a writer holds the file, readers read', async () => {
  const { db, file } = await newFile(200)
  await insert(db, 1)
  await held(file)
  expect(await kept(db)).toEqual([1])
})

only(
  'a full disk undoes the whole transaction, says so by name, and what fits is kept afterwards',
  async () => {
    const { db } = await newFile()
    await insert(db, 1)
    await sql`pragma max_page_count = 20`.execute(db)
    const work = db.transaction().execute(async (db) => {
      await sql`insert into t (n) values (2)`.execute(db)
      const flood = sql`insert into t (n, words) values (3, ${'x'.repeat(200_000)})`.execute(db)
      await expect(flood).rejects.toMatchObject({ name: 'StoreDown', key: 'store.full' })
      // Somebody who goes on regardless must not write outside of any transaction.
      await sql`insert into t (n) values (4)`.execute(db)
    })
    await expect(work).rejects.toThrow()
    expect(await kept(db)).toEqual([1])
    await insert(db, 5)
    expect(await kept(db)).toEqual([1, 5])
  },
)

only('what failed is thrown, not that the rollback after it found nothing to undo', async () => {
  const { db } = await newFile()
  await sql`pragma max_page_count = 20`.execute(db)
  const work = db
    .transaction()
    .execute((db) => sql`insert into t (words) values (${'x'.repeat(200_000)})`.execute(db))
  await expect(work).rejects.toMatchObject({ key: 'store.full' })
})

only('a file that is no database, or a folder in its place, is named with the cure', async () => {
  const folder = await newFolder()
  await writeFile(join(folder, 'vigie.db'), 'Dear diary, '.repeat(500))
  expect(await told(openStore(folder))).toBe(
    `${folder}/vigie.db is no database of Vigie. Move this file away, or name another folder with VIGIE_DATA; nothing was started.`,
  )
  const other = await newFolder()
  await mkdir(join(other, 'vigie.db'))
  expect(await told(openStore(other))).toMatch(/vigie\.db cannot be opened \(unable to open database file\)/)
})

only('a folder that cannot be made is named with the cure', async () => {
  const file = join(await newFolder(), 'file')
  await writeFile(file, '')
  for (const folder of [file, join(file, 'data')]) {
    expect(await told(openStore(folder))).toContain(`The folder ${folder} cannot be made or used (`)
    expect(await told(alone(folder), 'fr')).toMatch(/VIGIE_DATA\u202f; rien n’a démarré\.$/)
  }
})

only('a file that stays held at the start is named, and what may hold it', async () => {
  const folder = await newFolder()
  await (await openStore(folder)).close()
  await held(join(folder, 'vigie.db'))
  const opening = openFile(folder, (db) => sql`create table t (n int)`.execute(db).then(() => {}), {
    patience: 100,
  })
  expect(await told(opening)).toMatch(/vigie\.db is in use by another program/)
})

only('a database of a newer Vigie is left alone, with its reason', async () => {
  const folder = await newFolder()
  await (await openStore(folder)).close()
  const database = new DatabaseSync(join(folder, 'vigie.db'))
  database.exec(`insert into kysely_migration values ('999-from-later', '2030-01-01T00:00:00.000Z')`)
  database.close()
  expect(await told(openStore(folder))).toContain('it knows “999-from-later”')
})

test.each([
  [5, 'is in use by another program'],
  [8, 'can only be read'],
  [8 + (4 << 8), 'can only be read'],
  [10 + (3 << 8), 'cannot be opened'],
  [11, 'is damaged'],
  [13, 'The disk that holds /data/vigie.db is full'],
  [14, 'cannot be opened'],
])('what SQLite calls %i has words', (errcode, words) => {
  const error = Object.assign(new Error('its words'), { errcode })
  const oops = inTheWay(error, '/data/vigie.db')
  expect(oops).toBeInstanceOf(Oops)
  expect(sayIn('en').plain((oops as Oops).key as 'store.full', (oops as Oops).values)).toContain(words)
})
