import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { withCutCopy } from './copies.ts'
import { newChance } from './seeded.ts'
import { stampOf } from './wal.ts'

/**
 * Kills a writer at random instants and copies its files, each time with the log cut at random bytes. Throws unless
 * every copy opens clean and holds exactly what was written but for the transactions that the cut reached, in
 * order; and unless what was acknowledged is all there where nothing was cut. Gives what there was to see.
 */
export async function cutAgainAndAgain(
  folder: string,
  { seed, cuts, lives }: { seed: number; cuts: number; lives: number },
) {
  const chance = newChance(seed)
  const figures = { seed, cuts: 0, lives: 0, written: 0, acknowledged: 0, reached: 0, most: 0, logs: 0 }
  const logs = new Set<string>()
  for (; figures.lives < lives; figures.lives++) {
    const acknowledged = await writeAndDie(folder, figures.written, chance.between(20, 250))
    const whole = await withCutCopy(folder, uncut, ({ database }) => written(database))
    if (whole < acknowledged)
      throw new Error(`${acknowledged} were acknowledged, ${whole} are there: seed ${seed}`)
    for (let left = cuts / lives; left > 0; left--)
      await withCutCopy(folder, chance, ({ database, lost, at }) => {
        const there = written(database)
        // Further back than the first post stand the migrations.
        const expected = Math.max(whole - lost, 0)
        if (there !== expected)
          throw new Error(`cut at byte ${at}: ${there} of ${expected} are there: seed ${seed}`)
        figures.cuts++
        if (lost > 0) figures.reached++
        figures.most = Math.max(figures.most, lost)
      })
    Object.assign(figures, { written: whole, acknowledged })
    logs.add(stampOf(join(folder, 'vigie.db-wal'))?.salts ?? '')
  }
  return { ...figures, logs: logs.size }
}

/** How many posts are there: the first ones, without a gap. */
function written(database: DatabaseSync): number {
  if (!database.prepare("select 1 from sqlite_schema where name = 'posts'").get()) return 0
  const all = database.prepare("select item, title from posts where source = 'writer' order by id").all()
  for (const [at, { item, title }] of all.entries())
    if (item !== `${at}` || title !== item) throw new Error(`post ${at} is ${item}: ${title}`)
  return all.length
}

/** How many were acknowledged in the end. */
async function writeAndDie(folder: string, from: number, many: number): Promise<number> {
  const child = spawn(process.execPath, ['test/faults/writer.ts', folder, `${from}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  let lines = 0
  child.stdout.on('data', (text) => {
    told += text
    lines = told.split('\n').length - 1
    if (lines >= many) child.kill('SIGKILL')
  })
  await once(child, 'close')
  if (child.signalCode !== 'SIGKILL') throw new Error(`the writer ended by itself: ${child.exitCode}`)
  // A line that was being written when it died may lack its end.
  const last = told.split('\n').at(-2)
  return last === undefined ? from : Number(last) + 1
}

/** Cuts nothing. */
const uncut = { ...newChance(0), between: (_: number, most: number) => most }
