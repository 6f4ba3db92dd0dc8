import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Instant } from '../model/post.ts'
import { leaseLength, leaseRenewal } from '../store/leases.ts'
import type { Store } from '../store/store.ts'

type Parts = {
  /** The job's name, the same in every process: `discord gateway`. */
  name: string
  store: Pick<Store, 'leases'>
  clock: () => Instant
  log: Logger
  /** Called when the job is ours. What it throws gives the job back; it is tried again, here or elsewhere. */
  begin: () => Promise<void>
  /** Called when the job is no longer ours, or Vigie stops. */
  end: () => Promise<void>
}

/**
 * A job that one of several processes does at a time: whoever holds its lease. When that one is killed another takes
 * over as soon as the lease is over; one that cannot renew its lease ends the job before anybody else may begin it.
 */
export function newHolder({ name, store, clock, log, begin, end }: Parts) {
  const owner = randomUUID()
  let heldUntil: Instant | null = null
  let looking: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  function look() {
    looking = looking
      .then(takeOrKeep)
      .catch((err) => log.error({ err, job: name }, 'a shared job could not be begun or ended'))
    return looking
  }

  async function takeOrKeep() {
    const now = clock()
    const until = now + leaseLength
    const ours = await store.leases.hold(name, owner, { now, until }).catch((err) => {
      log.warn({ err, job: name }, 'a shared job could not be asked for')
      // Nobody else takes it while our lease lasts; the next look might come too late to notice its end.
      return heldUntil !== null && now + leaseRenewal < heldUntil ? 'as before' : false
    })
    if (ours === 'as before') return
    if (!ours) await lose()
    else if (heldUntil === null) await win(until)
    else heldUntil = until
  }

  async function win(until: Instant) {
    heldUntil = until
    log.info({ job: name }, 'this process does a shared job from now on')
    try {
      await begin()
    } catch (error) {
      heldUntil = null
      await store.leases.letGo(name, owner)
      throw error
    }
  }

  async function lose() {
    if (heldUntil === null) return
    heldUntil = null
    log.info({ job: name }, 'another process does a shared job from now on')
    await end()
  }

  return {
    look,
    async start() {
      timer = setInterval(look, leaseRenewal)
      await look()
    },
    /** Ends the job and gives it back, so that nobody waits for the lease. */
    async stop() {
      clearInterval(timer)
      await looking
      if (heldUntil === null) return
      await lose()
      await store.leases.letGo(name, owner)
    },
    get held() {
      return heldUntil !== null
    },
  }
}
