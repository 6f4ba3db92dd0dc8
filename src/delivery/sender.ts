import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Chat } from '../chat/chat.ts'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { channelKey } from '../store/channels.ts'
import { leaseLength, leaseRenewal } from '../store/leases.ts'
import type { Delivery } from '../store/outbox.ts'
import type { Store } from '../store/store.ts'
import { newTelling } from './telling.ts'

/**
 * Tells what is waiting, one message at a time in each channel; a slow channel holds up no other. Several processes
 * share the channels: each takes one by a lease for as long as it tells a message there, and what a dead one was
 * telling is looked for and told by another.
 * `wake` says that something may be due; `stop` waits for what is being said.
 */
export function newSender(parts: {
  store: Store
  chats: Map<ChatName, Chat>
  teams: Team[]
  clock: () => Instant
  log: Logger
}) {
  const { store, clock, log } = parts
  const owner = randomUUID()
  const tell = newTelling({ ...parts, owner })
  const telling = new Map<string, Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let holding: NodeJS.Timeout | undefined
  let running = false
  let round: Promise<void> = Promise.resolve()

  async function start() {
    // Whoever is alone need not wait until the leases of the one before are over.
    if (!store.shared) await store.channels.free()
    running = true
    holding = setInterval(() => void hold().catch(complain), leaseRenewal)
    wake()
  }

  const busy = () => [...telling.keys()]

  /** What is still being told stays ours. */
  async function hold() {
    if (telling.size > 0) await store.channels.renew(busy(), owner, clock() + leaseLength)
  }

  function wake() {
    if (!running) return
    round = round.then(look).catch(complain)
  }

  function complain(error: unknown) {
    log.error({ err: error }, 'the store does not answer; what waits is told later')
    sleep(restAfterFailure)
  }

  async function look() {
    if (!running) return
    await store.deliveries.resume({ now: clock(), busy: busy(), owner })
    for (const delivery of await store.deliveries.due(clock(), busy(), owner)) begin(delivery)
    const now = clock()
    const next = await store.deliveries.nextDue({ now, busy: busy(), owner })
    // Others may have left something meanwhile, or died.
    if (next !== null || store.shared)
      sleep(Math.min(Math.max((next ?? longestSleep + now) - now, 0), longestSleep))
  }

  function begin(delivery: Delivery) {
    const channel = channelKey(delivery.place)
    const over = () => void telling.delete(channel)
    // At once again where the store fails would be in everybody's way.
    telling.set(channel, tell(delivery).finally(over).then(wake, complain))
  }

  function sleep(length: number) {
    if (!running) return
    clearTimeout(timer)
    timer = setTimeout(wake, length)
  }

  async function stop() {
    running = false
    clearTimeout(timer)
    await round
    await Promise.allSettled(telling.values())
    clearInterval(holding)
  }

  return { start, wake, stop }
}

const longestSleep = 30_000
const restAfterFailure = 5_000
