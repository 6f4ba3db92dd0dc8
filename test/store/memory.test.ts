import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { memoryIn } from '../../src/store/memory.ts'
import { emptyStore, sameStore } from '../databases/open.ts'

async function folder() {
  const made = await mkdtemp(join(tmpdir(), 'vigie-test-'))
  onTestFinished(() => rm(made, { recursive: true }))
  return made
}

test('what is remembered in a file outlives a restart', async () => {
  const file = join(await folder(), 'memory.db')
  const before = memoryIn(file)
  await before.set('list', { filter: { mood: 'negative' } }, 60_000)
  await before.close()
  const after = memoryIn(file)
  expect(await after.get('list')).toEqual({ filter: { mood: 'negative' } })
  expect(await after.get('other')).toBeUndefined()
  await after.close()
})

test('a memory that cannot be opened has forgotten, and brings nothing down', async () => {
  const memory = memoryIn(join(await folder(), 'not', 'there', 'memory.db'))
  await expect(memory.get('list')).resolves.toBeUndefined()
  await expect(memory.set('list', 1, 60_000)).resolves.toBeUndefined()
})

test('what has expired is gone from the file too', async () => {
  const file = join(await folder(), 'memory.db')
  const memory = memoryIn(file)
  for (let at = 0; at < 25; at++) await memory.set(`short ${at}`, 'panne', 1)
  await memory.set('long', 'panne', 60_000)
  const until = Date.now() + 5
  while (Date.now() < until);
  await memory.sweep()
  await memory.close()
  const database = new DatabaseSync(file)
  expect(database.prepare('select count(*) as rows from keyv').get()).toEqual({ rows: 1 })
  database.close()
})

test('what one process remembers, another one on the same database finds', async () => {
  const store = await emptyStore()
  const other = await sameStore(store)
  await store.memory.set('whole:1', { title: 'Long' }, 60_000)
  if (!store.shared) return
  expect(await other.memory.get('whole:1')).toEqual({ title: 'Long' })
  await other.memory.set('whole:1', { title: 'Longer' }, 1)
  await new Promise((done) => setTimeout(done, 5))
  expect(await store.memory.get('whole:1')).toBeUndefined()
  await store.memory.sweep()
})
