import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { day, hour } from '../../src/model/time.ts'
import { type Count, count } from './count.ts'
import { newFeeds } from './feeds.ts'
import { deliveriesIn, gatheredIn, isCalm, type Place, tryAgain } from './ledger.ts'
import { type Event, newLives, newTime } from './lives.ts'
import { newLoopbackChat } from './loopback-chat.ts'
import { newChance } from './seeded.ts'
import { stampOf } from './wal.ts'

export type { Place } from './ledger.ts'

export type Figures = Count & {
  seed: number
  kills: number
  /** Lives that ended without being killed, which none should. */
  fell: number
  /** Whether it came to rest wherever it was let. */
  rested: boolean
  /** What was wrong with the cut copies. */
  cut: string[]
  /** Kills by what had just happened. */
  instants: Record<string, number>
  misbehaved: Record<string, number>
  rows: number
  /** How many that their channel had refused were tried again in the end. */
  retried: number
  /** How many posts of a feed waited to be read, at most. */
  furthest: number
  seconds: number
}

/** Where nobody can look for what was said. */
const closed = ['cercle']

/** Longer than feeds rest, than a channel waits after a failure, and than any lease. */
export const longPause = 11 * 60_000

/** Feeds, a chat, a clock, and Vigies that live in these places: one in each, all on one store. */
export async function newStage(places: [Place, ...Place[]], seed: number) {
  const [store] = places
  const began = Date.now()
  const figures = {
    seed,
    kills: 0,
    fell: 0,
    cut: [] as string[],
    instants: {} as Record<string, number>,
    rested: true,
    retried: 0,
  }
  const hear = (event: Event) => lives.notice(event)
  const chance = newChance(seed + 3)
  const feeds = await newFeeds({ chance: newChance(seed + 1), count: 4, hear })
  const stamp = () => (store.url === null ? stampOf(join(store.folder, 'vigie.db-wal')) : null)
  const chat = await newLoopbackChat({ chance: newChance(seed + 2), closed, hear, stamp })
  const time = newTime(usualSpeed)
  const lives = newLives(() => ({ feeds: feeds.addresses, chat: chat.address, time: time.given }))

  /** A quiet life, until everything is read and nothing waits; it may take its time, but not for ever. */
  async function rest() {
    time.runs(restSpeed)
    const since = time.now()
    const children = places.map(lives.begin)
    let calm = 0
    for (let left = longestRest; left > 0 && calm < lastingCalm; left--) {
      await after(100)
      if (children.some(({ exitCode }) => exitCode !== null)) throw new Error('a Vigie ended by itself')
      calm = (await isCalm(store, since).catch(() => false)) ? calm + 1 : 0
    }
    figures.rested &&= calm === lastingCalm
    await Promise.all(children.map(lives.end))
    time.runs(usualSpeed)
  }

  /**
   * Lets it come to rest, has what was refused tried again, and counts: at an hour that is not quiet, and once more
   * after the next digest.
   */
  async function end(): Promise<Figures> {
    chat.misbehave(0)
    chat.archive([])
    feeds.grow()
    await passes(untilAfternoon(time.now()))
    await rest()
    figures.retried = await tryAgain(store)
    await passes(day)
    await rest()
    const [rows, gathered] = [await deliveriesIn(store), await gatheredIn(store)]
    return {
      ...count({ stories: feeds.stories, rows, gathered, posts: chat.posts, closed }),
      ...figures,
      rows: rows.length,
      furthest: feeds.furthest,
      misbehaved: Object.fromEntries(chat.misbehaved),
      seconds: Math.round((Date.now() - began) / 1000),
    }
  }

  /** Time goes by while nobody lives; what was asked before is done by then. */
  async function passes(length: number) {
    await chat.settled()
    time.passes(length)
  }

  /** The chat misbehaves, and now and then one of its channels is archived for a while. */
  function trouble(share: number) {
    chat.misbehave(share)
    if (chance.happens(0.1)) chat.archive([chance.oneOf(['alertes', 'veille', 'cercle', 'matin'])])
    else if (chance.happens(0.4)) chat.archive([])
  }

  function killed(when: string) {
    figures.kills++
    figures.instants[when] = (figures.instants[when] ?? 0) + 1
  }

  async function stop() {
    await lives.all()
    await chat.stop()
    await feeds.stop()
  }

  return { feeds, chat, lives, figures, killed, passes, trouble, rest, end, stop }
}

/** To the next half past two in Paris, in winter. */
const untilAfternoon = (now: number) => (((13.5 * hour - now) % day) + day) % day

/** How much faster time goes: what rests for a minute rests for six seconds. */
const usualSpeed = 10
const restSpeed = 30
/** In tenths of a second. */
const longestRest = 600
/** Between the last reading and what is told of it there is a moment of calm. */
const lastingCalm = 3
