import { pauseAfter } from '../model/feed-host.ts'
import type { Instant } from '../model/post.ts'
import { minute } from '../model/time.ts'
import { newId } from '../store/id.ts'
import { leaseLength, leaseRenewal } from '../store/leases.ts'
import type { Unchanged } from '../store/read-feeds.ts'
import { newHosts } from './hosts.ts'
import { type Means, newReading } from './reading.ts'

type Parts = Omit<Means, 'onRead'> & {
  /** Called before each look: for what is to be told of feeds. */
  first: () => Promise<void>
  onRead?: Means['onRead']
}

/** Reads the feeds that are due, a few at once and one at a time of each host; a feed that fails disturbs no other. */
export function newPolling({ first, onRead = () => {}, ...means }: Parts) {
  const { store, clock, log } = means
  const worker = newId(clock())
  const read = newReading({ ...means, onRead })
  const hosts = newHosts(clock)
  /** What is being read, by number; and what turned out to be unchanged, until it is kept. */
  const reading = new Map<number, Promise<void>>()
  let unchanged: Unchanged[] = []
  let timer: NodeJS.Timeout | undefined
  let running = false
  let leaving = false
  let hungry = false
  let renewedUntil = 0
  let rightAt = Number.NEGATIVE_INFINITY
  let round: Promise<void> = Promise.resolve()

  function start() {
    running = true
    leaving = false
    wake()
  }

  function wake() {
    clearTimeout(timer)
    hungry = false
    let rest = pause
    round = round.then(look).catch((err) => {
      log.error({ err }, 'due feeds could not be looked at; trying again')
      rest = restAfterFailure
    })
    round = round.then(() => {
      if (running) timer = setTimeout(wake, rest)
    })
  }

  async function look() {
    await first()
    if (!running) return
    const resting = hosts.resting()
    if (await isTime(resting)) await begin(resting)
  }

  /** What is begun and kept together costs hardly more than one: whoever can wait waits a few seconds for others. */
  async function isTime(resting: string[]): Promise<boolean> {
    const now = clock()
    const [oldest] = unchanged
    const room = atOnce - reading.size
    if (room <= few || !isRight(now) || isToHold(now)) return true
    if (oldest && Math.abs(now - oldest.now) >= patience) return true
    const done = unchanged.map(({ id }) => id)
    return store.feeds.isDue(now, { resting, done, many, patience })
  }

  /**
   * Begins to read what is due, but of hosts that rest; gives how many. Most readings bring nothing new: they are kept
   * together, with what begins. Lost in a crash, they cost one more reading each.
   */
  async function begin(resting: string[]): Promise<number> {
    const now = clock()
    const leasedUntil = now + leaseLength
    const [right, hold] = [isRight(now), isToHold(now)]
    if (!right) rightAt = now
    if (hold) renewedUntil = leasedUntil
    const most = atOnce - reading.size
    const kept = unchanged
    unchanged = []
    const { claimed, watching } = await store.together(async ({ feeds }) => {
      await feeds.unchanged(worker, kept)
      // Those that take long stay ours.
      if (hold) await feeds.renew(worker, [...reading.keys()], leasedUntil)
      const claimed = await feeds.claim(worker, now, { leasedUntil, most, resting, right })
      return { claimed, watching: await feeds.watching(claimed.map(({ id }) => id)) }
    })
    hungry = claimed.length === most
    for (const feed of claimed) {
      const done = read(feed, watching.get(feed.id) ?? [], () => leaving)
        .then((one) => void (one && unchanged.push(one)))
        .catch((err) => log.error({ err, feed: feed.url }, 'a feed could not be kept'))
        .then(() => {
          reading.delete(feed.id)
          hosts.rest(feed.host, pauseAfter(feed.url, feed.host))
          // More is due than could be begun: there is room for it now.
          if (hungry && running && reading.size <= few) wake()
        })
      reading.set(feed.id, done)
    }
    return claimed.length
  }

  /** All feeds are looked over now and then, and whenever the clock went back. */
  const isRight = (now: Instant) => now >= rightAt && now - rightAt < minute

  const isToHold = (now: Instant) => {
    const leasedUntil = now + leaseLength
    return leasedUntil - renewedUntil >= leaseRenewal || renewedUntil > leasedUntil
  }

  async function keepUnchanged() {
    if (unchanged.length === 0) return
    const all = unchanged
    unchanged = []
    await store.together((store) => store.feeds.unchanged(worker, all))
  }

  /** Reads what is due now, to the end, without a rest between two of one host. */
  async function once() {
    for (;;) {
      const begun = await begin([])
      if (begun === 0 && reading.size === 0) break
      do await Promise.race(reading.values())
      while (reading.size > few)
    }
    await keepUnchanged()
    await first()
  }

  /** Waits for what is being read; whoever is in a hurry closes the door meanwhile. */
  async function stop() {
    running = false
    leaving = true
    clearTimeout(timer)
    await round
    await Promise.allSettled(reading.values())
    await keepUnchanged().catch((err) => log.error({ err }, 'what was unchanged could not be kept'))
  }

  return { start, stop, once }
}

const atOnce = 50
const few = 12
const pause = 1_000
/** So many are begun at once, and after so long (ms) even one: whoever added a source waits for it a few seconds. */
const many = 25
const patience = 4_000
const restAfterFailure = 5_000
