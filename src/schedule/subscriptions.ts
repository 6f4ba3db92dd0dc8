import type { Logger } from 'pino'
import type { Post as Sending } from '../http.ts'
import type { Instant } from '../model/post.ts'
import { day, hour } from '../model/time.ts'
import type { Store } from '../store/store.ts'
import { newHubAnswers } from './hub-answers.ts'
import { newHubCalls } from './hub-calls.ts'
import { newKeys } from './hub-keys.ts'
import { newPushed } from './pushed.ts'
import type { Batch } from './reading.ts'

type Parts = {
  store: Store
  door: Sending
  /** The public address, where hubs push to; null while there is none. */
  base: string | null
  secret: string
  clock: () => Instant
  log: Logger
  hear: (batch: Batch) => Promise<unknown>
}

/** Feeds that offer it are pushed by their hubs (WebSub), for as long as these keep their promises. */
export function newSubscriptions({ store, door, base, secret, clock, log, hear }: Parts) {
  const keys = newKeys(secret)
  const call = base === null ? null : newHubCalls({ store, door, base, keys, clock, log })
  const hearPushed = newPushed({ store, clock, log, hear })
  const answers = newHubAnswers({ store, keys, clock, log, wake })
  let calling: Promise<void> = Promise.resolve()
  let hearing: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let running = false
  let sweptAt = Number.NEGATIVE_INFINITY

  /** Asks hubs what is to be asked, and hears what was pushed. */
  async function look() {
    if (call) calling = calling.then(call).catch(complain('hubs could not be asked'))
    else calling = calling.then(() => store.together((store) => store.subscriptions.none(clock())))
    wake()
    await Promise.all([calling.catch(complain('hubs could not be forgotten')), hearing])
    if (Math.abs(clock() - sweptAt) < hour) return
    sweptAt = clock()
    await store.subscriptions.forgetPushes(clock() - kept).catch(complain('old pushes could not be erased'))
  }

  function wake() {
    hearing = hearing.then(hearPushed).catch(complain('what was pushed could not be heard yet'))
  }

  const complain = (what: string) => (err: unknown) => log.error({ err }, what)

  function again() {
    if (running) timer = setTimeout(() => void look().then(again), pause)
  }

  return {
    answers,
    look,
    /** Nobody waits for hubs. Without a public address there is nothing to wait for. */
    start() {
      running = call !== null
      void look().then(again)
    },
    /** Waits for what is under way. */
    async stop() {
      running = false
      clearTimeout(timer)
      await Promise.allSettled([calling, hearing])
    },
  }
}

const pause = 15_000
/** What was heard is known again for so long. */
const kept = 8 * day
