import { schedule } from 'node-cron'
import type { Logger } from 'pino'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { day } from '../model/time.ts'
import type { Store } from '../store/store.ts'

type Parts = { store: Store; teams: Team[]; clock: () => Instant; log: Logger }

/** Every night, and at every start, what has outlived its retention is erased. */
export function newForgetting({ store, teams, clock, log }: Parts) {
  async function forget() {
    try {
      const gone = await store.posts.forget(clock())
      for (const team of teams) {
        const before = clock() - team.keep.texts * day
        await store.deliveries.forget(team.name, before)
        await store.localMessages.forget(
          Object.values(team.channels).map(({ channel }) => channel),
          before,
        )
      }
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
