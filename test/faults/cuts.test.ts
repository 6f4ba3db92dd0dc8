import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite.ts'
import { openStore } from '../../src/store/store.ts'
import { withCutCopy } from './copies.ts'
import { cutAgainAndAgain } from './cuts.ts'
import { emptyPlace } from './places.ts'
import { newChance, seedOf } from './seeded.ts'

test('copies of the files of a killed process, cut at any byte, hold what was written before', async () => {
  const { folder } = await emptyPlace()
  const seed = seedOf()
  const figures = await cutAgainAndAgain(folder, { seed, cuts: 10, lives: 2 })
  expect(figures, `seed ${seed}`).toMatchObject({ cuts: 10 })
  expect(figures.acknowledged).toBeGreaterThan(20)
})

test('a first start that is cut short at any moment can be started again', async () => {
  const { folder } = await emptyPlace()
  const store = await openStore(folder)
  onTestFinished(() => store.close())
  const parts = 12
  for (let nth = 0; nth <= parts; nth++) {
    const between = (least: number, most: number) => least + Math.floor(((most - least) * nth) / parts)
    // Opening the copy is what is tested.
    await withCutCopy(folder, { ...newChance(0), between }, () => {})
  }
})

test('what is acknowledged was told to the disk', async () => {
  const { folder } = await emptyPlace()
  const db = openSqlite(join(folder, 'vigie.db'))
  const { rows } = await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(db)
  await db.destroy()
  // 2 is FULL: the log is synced before a transaction is said to be kept.
  expect(rows).toEqual([{ synchronous: 2 }])
})
