import { schedule } from 'node-cron'
import type { Logger } from 'pino'
import type { Instant } from '../model/post.ts'
import { placesOf, type Team } from '../model/team.ts'
import { day } from '../model/time.ts'
import type { Store } from '../store/store.ts'

type Parts = {
  store: Store
  teams: Team[]
  /** Stories of which nothing was heard for `storyLength` (ms) are over. */
  stories: { forget(before: Instant): void }
  storyLength: number
  clock: () => Instant
  log: Logger
}

/** Every night, and at every start, what has outlived its retention is erased. */
export function newForgetting({ store, teams, stories, storyLength, clock, log }: Parts) {
  async function forget() {
    try {
      const gone = await store.posts.forget(clock())
      for (const team of teams) {
        const before = clock() - team.keep.texts * day
        await store.deliveries.forget('of', [team.name], before)
        await store.localMessages.forget('in', channelNames(team), before)
      }
      // What is left of teams that the settings no longer name.
      const before = clock() - Math.min(...teams.map(({ keep }) => keep.texts)) * day
      await store.deliveries.forget(
        'not of',
        teams.map(({ name }) => name),
        before,
      )
      await store.localMessages.forget('not in', teams.flatMap(channelNames), before)
      stories.forget(clock() - storyLength)
      await store.storyTraces.forget(clock() - storyLength)
      await store.feeds.forgetOutages(clock() - outagesKept)
      await store.memory.sweep()
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

const channelNames = (team: Team) => placesOf(team).map(({ channel }) => channel)

/** A digest names those since the one before, which may be a week old. */
const outagesKept = 31 * day
