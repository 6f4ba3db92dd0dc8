import type { Logger } from 'pino'
import type { Chat, Told } from '../chat/chat.ts'
import type { Message } from '../chat/message.ts'
import { Unavailable } from '../model/oops.ts'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { minute } from '../model/time.ts'
import { type Delivery, rhythm } from '../store/deliveries.ts'
import type { Store } from '../store/store.ts'
import { freshDue, isTooOld, movedMessage } from './takeover.ts'

/**
 * Tells what is waiting, one message at a time in each channel; a slow channel holds up no other.
 * `wake` says that something may be due; `stop` waits for what is being said.
 */
export function newSender(parts: {
  store: Store
  chats: Map<ChatName, Chat>
  teams: Team[]
  clock: () => Instant
  log: Logger
}) {
  const { store, chats, teams, clock, log } = parts
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
    const found = await chats.get(place.chat)?.find(place.channel, id, threadOf(delivery))
    if (found && found !== 'unknown') await store.deliveries.told(id, foundVersion(delivery), found, clock())
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
      if (delivery.thread === 'gone')
        await store.deliveries.giveUp(delivery.id, 'the message above was not told')
      else if (delivery.told) await edit(chat, delivery, delivery.told)
      else if (await store.deliveries.begin(delivery.id, clock())) await say(chat, delivery)
    } catch (error) {
      await put(delivery, error)
    }
  }

  /** In place; a message too old for that is taken over by a fresh one, to which it then points. */
  async function edit(chat: Chat, delivery: Delivery, told: Told) {
    const { id, movedTo, wanted } = delivery
    const team = teams.find(({ name }) => name === delivery.team)
    const payload = delivery.payload as Message
    if (movedTo === null && isTooOld(delivery, chat.editsFor, clock())) {
      const dueAt = freshDue(team, clock())
      return store.together((store) => store.stories.handOver(id, { now: clock(), dueAt }))
    }
    if (movedTo === null) await chat.change(told, payload)
    else if (movedTo !== 'gone' && team)
      await chat.change(told, movedMessage(payload, { ...movedTo, url: chat.linkTo?.(movedTo) }, team))
    await store.deliveries.told(id, wanted, told, clock())
  }

  /** What was tried before may have arrived although its answer was lost: then it is not said again. */
  async function say(chat: Chat, delivery: Delivery) {
    const { place, id, payload, attempts, wanted } = delivery
    const thread = threadOf(delivery)
    const found = attempts > 0 ? await chat.find(place.channel, id, thread) : null
    if (found && found !== 'unknown') return store.deliveries.told(id, foundVersion(delivery), found, clock())
    const told = await chat.say(place.channel, payload as Message, {
      delivery: id,
      ...(thread ? { thread } : {}),
    })
    await store.deliveries.told(id, wanted, told, clock())
  }

  /** It did not go out: never again when the chat refuses, else later, with more patience each time. */
  async function put(delivery: Delivery, error: unknown) {
    const reason = error instanceof Error ? error.message : String(error)
    log.warn({ delivery: delivery.id, channel: delivery.place.channel, reason }, 'a message did not go out')
    if (error instanceof Unavailable && error.refused) return store.deliveries.giveUp(delivery.id, reason)
    const patience = Math.min(2 ** delivery.attempts * 1000, 10 * minute)
    const asked = error instanceof Unavailable ? (error.retryAfter ?? patience) : patience
    // An edit whose answer was lost may have arrived, and counts.
    const wait = delivery.told ? Math.max(asked, rhythm) : asked
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

const threadOf = ({ thread }: Delivery) => (thread && thread !== 'gone' ? thread.id : undefined)

/** Nobody knows which version was found: if there are several, it is brought up to date once more. */
const foundVersion = ({ wanted }: Delivery) => Math.max(wanted - 1, 1)

const longestSleep = 30_000
const restAfterFailure = 5_000
