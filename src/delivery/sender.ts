import type { Logger } from 'pino'
import type { Chat } from '../chat/chat.ts'
import type { Message } from '../chat/message.ts'
import { Unavailable } from '../model/oops.ts'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import { minute } from '../model/time.ts'
import type { Delivery } from '../store/deliveries.ts'
import type { Store } from '../store/store.ts'

/**
 * Tells what is waiting, one message at a time in each channel; a slow channel holds up no other.
 * `wake` says that something may be due; `stop` waits for what is being said.
 */
export function newSender(parts: {
  store: Store
  chats: Map<ChatName, Chat>
  clock: () => Instant
  log: Logger
}) {
  const { store, chats, clock, log } = parts
  const telling = new Map<string, Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let running = false
  let shaken = false
  let round: Promise<void> = Promise.resolve()

  async function start() {
    for (const delivery of await store.deliveries.interrupted()) await settle(delivery)
    running = true
    wake()
  }

  /** A process died while telling this: the channel's history says whether it arrived. */
  async function settle(delivery: Delivery) {
    const { place, id } = delivery
    const found = await chats.get(place.chat)?.find(place.channel, id)
    if (found && found !== 'unknown') await store.deliveries.told(id, delivery.wanted, found, clock())
    else
      await store.deliveries.later(
        id,
        clock(),
        found === null ? 'interrupted' : 'interrupted; may be a repeat',
      )
  }

  function wake() {
    if (!running) return
    round = round.then(look).catch(complain)
  }

  function complain(error: unknown) {
    log.error({ err: error }, 'the store does not answer; what waits is told later')
    shaken = true
    sleep(restAfterFailure)
  }

  async function look() {
    if (!running) return
    if (shaken && telling.size === 0) {
      // What was being told when the store failed has no result: the channel knows.
      for (const delivery of await store.deliveries.interrupted()) await settle(delivery)
      shaken = false
    }
    for (const delivery of await store.deliveries.due(clock(), [...telling.keys()])) {
      const channel = `${delivery.place.chat}#${delivery.place.channel}`
      const done = () => {
        telling.delete(channel)
        wake()
      }
      telling.set(channel, tell(delivery).catch(complain).then(done))
    }
    const next = await store.deliveries.nextDue()
    if (next !== null && telling.size === 0) sleep(Math.min(Math.max(next - clock(), 0), longestSleep))
  }

  function sleep(length: number) {
    clearTimeout(timer)
    timer = setTimeout(wake, length)
  }

  async function tell(delivery: Delivery) {
    try {
      const chat = chats.get(delivery.place.chat)
      if (!chat) throw new Unavailable(`${delivery.place.chat} is not connected`, { retryAfter: minute })
      if (delivery.told) await chat.change(delivery.told, delivery.payload as Message)
      else if (!(await store.deliveries.begin(delivery.id, clock()))) return
      const told = delivery.told ?? (await say(chat, delivery))
      await store.deliveries.told(delivery.id, delivery.wanted, told, clock())
    } catch (error) {
      await put(delivery, error)
    }
  }

  /** What was tried before may have arrived although its answer was lost: then it is not said again. */
  async function say(chat: Chat, { place, id, payload, attempts }: Delivery) {
    const found = attempts > 0 ? await chat.find(place.channel, id) : null
    return found && found !== 'unknown'
      ? found
      : chat.say(place.channel, payload as Message, { delivery: id })
  }

  /** It did not go out: never again when the chat refuses, else later, with more patience each time. */
  async function put(delivery: Delivery, error: unknown) {
    const reason = error instanceof Error ? error.message : String(error)
    log.warn({ delivery: delivery.id, channel: delivery.place.channel, reason }, 'a message did not go out')
    if (error instanceof Unavailable && error.refused) return store.deliveries.giveUp(delivery.id, reason)
    const patience = Math.min(2 ** delivery.attempts * 1000, 10 * minute)
    const wait = error instanceof Unavailable ? (error.retryAfter ?? patience) : patience
    await store.deliveries.later(delivery.id, clock() + wait, reason)
  }

  async function stop() {
    running = false
    clearTimeout(timer)
    await round
    await Promise.allSettled(telling.values())
  }

  return { start, wake, stop }
}

const longestSleep = 30_000
const restAfterFailure = 5_000
