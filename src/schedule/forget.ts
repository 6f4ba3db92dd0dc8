import type { Logger } from 'pino'
import type { Instant } from '../model/post.ts'
import { placesOf, type Team } from '../model/team.ts'
import { day, dayIn, hour } from '../model/time.ts'
import { keysKept } from '../store/member-days.ts'
import type { Store } from '../store/store.ts'
import { wakeAt } from './waking.ts'

type Parts = {
  store: Store
  teams: Team[]
  /** Stories of which nothing was heard for `storyLength` (ms) are over. */
  stories: { forget(before: Instant): void }
  storyLength: number
  clock: () => Instant
  log: Logger
}

/**
 * Every night, and at every start, what has outlived its retention is erased. A machine that sleeps at night does so
 * in the morning.
 */
export function newForgetting({ store, teams, stories, storyLength, clock, log }: Parts) {
  let last: Instant | undefined

  /** In the hour of the night, or where that was missed. */
  async function look() {
    const now = clock()
    const missed = last === undefined || now - last > day + hour || now < last - hour
    if (missed || (new Date(now).getHours() === nightHour && now - last! > 2 * hour)) await forget()
  }

  async function forget() {
    last = clock()
    try {
      const now = clock()
      // What was counted of these stays.
      await store.rollups.close(now)
      const gone = await store.posts.forget(now)
      for (const team of teams) {
        const before = clock() - team.keep.texts * day
        await store.deliveries.forget('of', [team.name], before)
        await store.localMessages.forget('in', channelNames(team), before)
        await store.replies.forget(team.name, before)
        await store.publications.forget(team.name, before)
        await store.incidents.forgetWords(team.name, before)
        await store.incidents.forget(team.name, clock() - team.keep.counts * day)
        await store.rules.forget(team.name, clock() - team.keep.counts * day)
        const counts = clock() - team.keep.counts * day
        await store.reports.forget(team.name, { texts: before, counts })
        const counted = clock() - team.keep.counts * day
        await store.measureValues.forget(team.name, dayIn(counted, team.timeZone))
        await store.measureImports.forget(team.name, counted)
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
      await store.storyTallies.forget(clock() - storyLength)
      await store.feeds.forgetOutages(clock() - outagesKept)
      await store.community.forget(clock() - communityKept)
      await store.memberDays.forget({
        keys: dayIn(clock() - (keysKept + 1) * day, 'UTC'),
        passing: dayIn(clock() - 3 * day, 'UTC'),
        counts: dayIn(clock() - Math.max(...teams.map(({ keep }) => keep.counts)) * day, 'UTC'),
      })
      await store.pollVotes.forget(clock() - votesKept)
      await store.once.forget(clock() - day)
      const names = teams.map(({ name }) => name)
      await store.together(({ giveawayEntries }) =>
        giveawayEntries.forget(clock() - entrantsKept, clock(), names),
      )
      await store.living.forget(clock() - votesKept)
      await store.memory.sweep()
      if (gone.posts + gone.texts > 0) log.info(gone, 'forgotten, as the settings say')
    } catch (err) {
      log.error({ err }, 'what is too old could not be erased; trying again in an hour')
      last = undefined
    }
  }

  let waking: ReturnType<typeof wakeAt> | undefined
  return {
    look,
    async start() {
      waking = wakeAt('10 * * * *', look)
      await forget()
    },
    async stop() {
      await waking?.stop()
    },
  }
}

/** Of the machine's own clock. */
const nightHour = 4

const channelNames = (team: Team) => placesOf(team).map(({ channel }) => channel)

/** Questions and newcomers: nobody answers or greets them after a month. */
const communityKept = 30 * day

/** Who took part in a giveaway is known by name for so long after its draw. */
const entrantsKept = 30 * day

/** Who voted what in polls that are not anonymous, after their end; the counts stay. */
const votesKept = 30 * day

/** A report on a month, written weeks after it, names those of all its days. */
const outagesKept = 100 * day
