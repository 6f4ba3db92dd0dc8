import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { PostToFile } from '../../src/store/posts.ts'
import { openStore, type Store } from '../../src/store/store.ts'

/** Reads, waits a turn, and writes, again and again, in one transaction each time: as commands and imports do. */
export async function writeMany(store: Store, who: string, times: number) {
  for (let at = 0; at < times; at++)
    await store.together(async (store) => {
      await store.posts.unknown(who, [`${at}`])
      await setImmediate()
      await store.posts.file([post(who, at)])
    })
}

const post = (source: string, at: number): PostToFile => ({
  ...{ source, item: `${at}`, url: null, address: null, title: '', text: '', outlet: source },
  ...{ outlet_words: source, language: null, published_at: null, updated_at: null, heard_at: 1 },
  ...{ author_key: null, author: null, reach: null, network: null, sample: 0, fate: 'no-match' },
  ...{ forget_text_at: 2, forget_at: 2 },
})

if (parentPort) {
  const { folder, who, times } = workerData
  const store = await openStore(folder)
  parentPort.postMessage('ready')
  await writeMany(store, who, times)
  await store.close()
}
