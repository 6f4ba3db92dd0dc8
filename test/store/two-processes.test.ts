import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { writeMany } from './writer.ts'

test('an import beside a running Vigie: both write, neither is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-two-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const store = await openStore(folder)
  onTestFinished(() => store.close())
  const workerData = { folder, who: 'import', times: 150 }
  const worker = new Worker(new URL('./writer.ts', import.meta.url), { workerData })
  const done = once(worker, 'exit')
  const failed = once(worker, 'error').then(([error]) => Promise.reject(error))
  await Promise.race([failed, once(worker, 'message')])
  await writeMany(store, 'vigie', 150)
  await Promise.race([failed, done])
  expect(await store.posts.count('vigie')).toBe(150)
  expect(await store.posts.count('import')).toBe(150)
})
