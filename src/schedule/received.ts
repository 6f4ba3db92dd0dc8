import type { Logger } from 'pino'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { day, hour, minute } from '../model/time.ts'
import { StoreDown } from '../store/fault.ts'
import { leaseLength } from '../store/leases.ts'
import type { Received } from '../store/received.ts'
import type { Store } from '../store/store.ts'
import { newHookAnswers } from './hook-answers.ts'
import { newHookCounts } from './hook-counts.ts'
import { type HookWork, newHookWork } from './hook-work.ts'

type Parts = HookWork & { store: Store; teams: Team[]; clock: () => Instant; log: Logger }

/**
 * What webhooks were sent is worked off, oldest first, the way of what was polled. Killed in between, it is heard
 * again, which changes nothing. `answers` is what the public port asks.
 */
export function newReceived(parts: Parts) {
  const { store, teams, clock, log } = parts
  const counts = newHookCounts(clock)
  const answers = newHookAnswers({ store, teams, counts, clock, log, wake })
  const work = newHookWork(parts)
  let working: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let running = false
  let sweptAt = Number.NEGATIVE_INFINITY

  /** Works off what waits, and keeps what was counted. */
  async function look() {
    wake()
    await working
    const counted = counts.take()
    if (counted.length > 0)
      await store
        .together((store) => store.received.count(counted))
        .catch((err) => {
          counts.putBack(counted)
          complain('calls of webhooks could not be counted')(err)
        })
    if (Math.abs(clock() - sweptAt) < hour) return
    sweptAt = clock()
    const now = clock()
    await store.received
      .forget({ keys: now - keysKept, unread: now - unreadKept, counts: now - countsKept })
      .then(() => store.postChanges.forget(now - keysKept))
      .catch(complain('what webhooks were sent long ago could not be erased'))
  }

  async function workOff() {
    for (;;) {
      const now = clock()
      const all = await store.received.claim(now, { leasedUntil: now + leaseLength, most: atOnce })
      for (const one of all) await workOn(one)
      if (all.length === 0) return
    }
  }

  async function workOn(one: Received) {
    try {
      await work(one)
    } catch (err) {
      if (err instanceof StoreDown) throw err
      const giveUp = one.tries + 1 >= mostTries
      const { team, hook } = one
      log.error({ err, team, hook, giveUp }, 'what a webhook was sent cannot be worked off')
      const now = clock()
      await store.received.failed(one.id, { now, again: now + minute, giveUp })
      if (giveUp) counts.add(team, hook, 'unreadable')
    }
  }

  function wake() {
    working = working.then(workOff).catch(complain('what webhooks were sent could not be worked off yet'))
  }

  const complain = (what: string) => (err: unknown) => log.error({ err }, what)

  function again() {
    if (running) timer = setTimeout(() => void look().then(again), pause)
  }

  return {
    answers,
    look,
    /** Nothing waits where nobody calls; what an earlier life left is worked off all the same. */
    start() {
      running = true
      void look().then(again)
    },
    /** Waits for what is under way. */
    async stop() {
      running = false
      clearTimeout(timer)
      await working
      const counted = counts.take()
      await store.received.count(counted).catch(complain('calls of webhooks could not be counted'))
    },
  }
}

const pause = 5_000
/** Few: a thousand comments take seconds, and whoever is killed holds all of them for a while. */
const atOnce = 5
const mostTries = 5
/** Nobody sends anything again after a month; platforms try for days. */
const keysKept = 30 * day
const unreadKept = 7 * day
/** The month that is, and the one before. */
const countsKept = 62 * day
