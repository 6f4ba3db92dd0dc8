import { schedule } from 'node-cron'
import type { Logger } from 'pino'
import type { Instant } from '../model/post.ts'
import { day } from '../model/time.ts'
import type { Store } from '../store/store.ts'

/** Every night, and at every start, what has outlived its retention is erased. */
export function newForgetting({
  store,
  clock,
  log,
  texts,
}: {
  store: Store
  clock: () => Instant
  log: Logger
  texts: number
}) {
  async function forget() {
    try {
      const gone = await store.posts.forget(clock())
      await store.localMessages.forget(clock() - texts * day)
      if (gone.posts + gone.texts > 0) log.info(gone, 'forgotten, as the settings say')
    } catch (err) {
      log.error({ err }, 'what is too old could not be erased; trying again tomorrow')
    }
  }

  let task: ReturnType<typeof schedule> | undefined
  return {
    async start() {
      task = schedule('10 4 * * *', forget)
      await forget()
    },
    async stop() {
      await task?.destroy()
    },
  }
}
