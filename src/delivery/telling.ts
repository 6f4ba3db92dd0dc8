import type { Logger } from 'pino'
import type { Chat, Told } from '../chat/chat.ts'
import type { Message } from '../chat/message.ts'
import { Unavailable } from '../model/oops.ts'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { minute } from '../model/time.ts'
import { longestRest } from '../store/channels.ts'
import { leaseLength, leaseRenewal } from '../store/leases.ts'
import { type Delivery, rhythm, settling, unconfirmed } from '../store/outbox.ts'
import type { Parts, Store } from '../store/store.ts'
import { together } from '../texts/marked.ts'
import { sayIn } from '../texts/texts.ts'
import { keptReason } from './reason.ts'
import { mostAlone, summarise } from './summary.ts'
import { freshDue, isTooOld, movedMessage } from './takeover.ts'

type Means = {
  store: Store
  chats: Map<ChatName, Chat>
  teams: Team[]
  clock: () => Instant
  log: Logger
  /** This process, among those that share the store. */
  owner: string
}

/** How one delivery is told, or told later, or given up: always with its channel in hand, which rests afterwards. */
export function newTelling({ store, chats, teams, clock, log, owner }: Means) {
  return async function tell(delivery: Delivery) {
    const { id, place } = delivery
    if (delivery.thread === 'gone')
      return store.deliveries.giveUpWaiting(id, 'the message above was not told')
    const chat = chats.get(place.chat)
    const began = clock()
    if (!chat) {
      const times = { now: began, dueAt: began + minute }
      return store.deliveries.unreachable(place.chat, `${place.chat} is not connected`, times)
    }

    const claimed = await store.together(async (store) => {
      const now = clock()
      const channel = await store.channels.claim(place, owner, { now, until: now + leaseLength })
      if (!channel) return null
      // Of many that waited none begins: they are told together.
      const begun = delivery.told || isCrowded(delivery) ? null : await store.deliveries.begin(id, now)
      return { ...channel, begun }
    })
    if (!claimed) return
    try {
      if (delivery.told) return await edit(chat, delivery, delivery.told)
      if (isCrowded(delivery) && (await tellTogether(chat, delivery))) return
      const begun = claimed.begun ?? (await store.deliveries.begin(id, clock()))
      // Others may have tried it since it was read.
      if (begun) await say(chat, Object.assign(delivery, begun), began)
      else await rest(store, delivery, 0)
    } catch (error) {
      await put(delivery, error, claimed.failures)
    }
  }

  /** In place; a message too old for that is taken over by a fresh one, to which it then points. */
  async function edit(chat: Chat, delivery: Delivery, told: Told) {
    const { id, movedTo } = delivery
    const team = teamOf(delivery)
    const message = messageOf(delivery)
    // What somebody set aside rings no more: it is brought up to date where it stands.
    const tooOld = movedTo === null && isTooOld(delivery, chat.editsFor, clock())
    const dueAt = freshDue(team, clock())
    // What lives is pressed where it stands: in quiet hours it goes on there, rather than fall silent until morning.
    const staysUp = delivery.rule === 'living' && dueAt > clock()
    if (tooOld && !staysUp && !(await store.setAside.isOf(id))) {
      return store.together(async (store) => {
        await store.stories.handOver(id, { now: clock(), dueAt })
        await rest(store, delivery, 0)
      })
    }
    if (movedTo === null) await chat.change(told, message)
    else if (movedTo !== 'gone' && team)
      await chat.change(told, movedMessage(message, { ...movedTo, url: chat.linkTo?.(movedTo) }, team))
    await record(delivery, told, delivery.wanted, tooOld && staysUp ? slowRhythm : rhythm)
  }

  /**
   * What was tried before and may have arrived is not said again when the channel holds it; where nobody can look it
   * is said once more, and says so. `delivery` follows what is known, for whoever catches what goes wrong.
   */
  async function say(chat: Chat, delivery: Delivery, began: Instant) {
    const { place, id, rule } = delivery
    const thread = threadOf(delivery)
    const repeats = delivery.inDoubt
    if (delivery.inDoubt) {
      const found =
        (await chat.find(place.channel, id, thread)) ||
        (thread && rule === 'notice' ? await chat.find(place.channel, id) : null)
      if (found === 'unknown') {
        if (delivery.mayRepeat) return giveUp(delivery, unconfirmed)
        await store.deliveries.mayRepeat(id)
        delivery.mayRepeat = true
      } else {
        if (found) return record(delivery, found, foundVersion(delivery))
        Object.assign(delivery, { inDoubt: false, mayRepeat: false })
        await store.deliveries.notThere(id)
      }
    }
    // A process that stood still meanwhile may have been taken for dead.
    const now = clock()
    if (now - began > leaseRenewal && !(await store.channels.keep(place, owner, now + leaseLength))) return
    const more = { delivery: id, ...(thread ? { thread } : {}) }
    const said = chat.say(place.channel, messageOf(delivery), more).catch((error) => {
      // The message above was deleted, or its thread locked: what people must notice is said all the same.
      const closed = thread && rule === 'notice' && error instanceof Unavailable && error.refused
      if (closed) return chat.say(place.channel, messageOf(delivery), { delivery: id })
      throw error
    })
    const told = await said.catch((error) => {
      if (mayHaveArrived(error)) delivery.inDoubt = true
      // It was not said again after all.
      else if (repeats) delivery.mayRepeat = false
      throw error
    })
    delivery.inDoubt = true
    await record(delivery, told, delivery.wanted)
  }

  /** More than a handful that waited long become one message; false where they are too few, once looked at closely. */
  async function tellTogether(chat: Chat, delivery: Delivery): Promise<boolean> {
    const { place } = delivery
    const team = teamOf(delivery)
    if (!team) return false
    for (const one of await store.summaries.waiting(team.name, place, clock())) {
      if (!one.inDoubt) continue
      const found = await chat.find(place.channel, one.id)
      if (found === null) await store.deliveries.notThere(one.id)
      else if (found !== 'unknown') await store.deliveries.told(one.id, foundVersion(one), found, clock())
    }
    return store.together(async (store) => {
      const together = await summarise(store, team, place, clock())
      if (together) await rest(store, delivery, 0)
      return together
    })
  }

  /** It stands in the channel, and so does what it tells of others. */
  async function record(delivery: Delivery, told: Told, version: number, wait = rhythm) {
    const { id, rule } = delivery
    const now = clock()
    await store.together(async (store) => {
      // Of what was only found nobody knows which version it is.
      const shows = (version === delivery.wanted && (delivery.payload as Message).shows) || null
      await store.deliveries.told(id, version, told, now, { wait, shows })
      if (rule === 'summary') await store.summaries.told(id, told, now)
      await rest(store, delivery, pauseOf(delivery))
    })
  }

  /** Lets go of its channel, in which nothing is told for a while (ms). */
  function rest({ channels }: Pick<Parts, 'channels'>, { place }: Delivery, wait: number, failed = false) {
    return channels.rest(place, owner, { until: clock() + wait, failed })
  }

  /** It did not go out: never again when the chat refuses, else later, with more patience each time. */
  async function put(delivery: Delivery, error: unknown, failures: number) {
    const { id, attempts, told } = delivery
    const words = error instanceof Error ? error.message : String(error)
    log.warn({ delivery: id, channel: delivery.place.channel, reason: words }, 'a message did not go out')
    const reason = keptReason(error)
    if (error instanceof Unavailable && error.refused) return giveUp(delivery, reason)
    const limit = error instanceof Unavailable ? error.retryAfter : undefined
    const asked = Math.min(limit ?? patience(attempts), longestRest)
    // An edit whose answer was lost may have arrived, and counts.
    const wait = Math.max(asked, told ? rhythm : delivery.inDoubt ? settling : 0)
    await ifOurs(delivery, async (store) => {
      await store.deliveries.later(id, clock() + wait, reason, delivery)
      // Where one message fails the next one is tried soon; where all of them do, seldom.
      await rest(store, delivery, Math.min(limit ?? patience(failures), longestRest), true)
    })
  }

  function giveUp(delivery: Delivery, reason: string) {
    return ifOurs(delivery, async (store) => {
      const again = delivery.told ? { dueAt: clock() + patienceOfRefused(delivery.attempts) } : {}
      await store.deliveries.giveUp(delivery.id, reason, { ...delivery, ...again })
      await rest(store, delivery, pauseOf(delivery))
    })
  }

  /** Whoever took over a channel from us knows better what became of its messages. */
  function ifOurs({ place }: Delivery, work: (store: Parts) => Promise<void>) {
    return store.together(async (store) => {
      if (await store.channels.keep(place, owner, clock() + leaseLength)) await work(store)
    })
  }

  function teamOf({ team }: Delivery) {
    return teams.find(({ name }) => name === team)
  }

  function pauseOf({ place }: Delivery) {
    return chats.get(place.chat)?.pause ?? usualPause
  }

  /** What it says; a possible repeat says that it is one. */
  function messageOf(delivery: Delivery): Message {
    const message = delivery.payload as Message
    if (!delivery.mayRepeat) return message
    const say = sayIn(teamOf(delivery)?.locale ?? 'en')
    return { ...message, note: together([message.note, say('outbox.may-repeat')]) }
  }
}

const isCrowded = ({ rule, crowd }: Delivery) => rule === 'alert' && crowd > mostAlone

const threadOf = ({ thread }: Delivery) => (thread && thread !== 'gone' ? thread.id : undefined)

/** Nobody knows which version was found: if there are several, it is brought up to date once more. */
const foundVersion = ({ wanted }: { wanted: number }) => Math.max(wanted - 1, 1)

/** A chat that says when to come back took nothing, and neither did one that was never reached. */
export function mayHaveArrived(error: unknown): boolean {
  if (error instanceof Unavailable && (error.refused || error.retryAfter !== undefined)) return false
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  return !neverReached.has(code ?? cause?.code ?? '')
}

const neverReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

const patience = (failures: number) => Math.min(2 ** failures * 1000, 10 * minute)

/** What was refused is seldom taken the next time: longer each time (ms). */
const patienceOfRefused = (attempts: number) => Math.min(2 ** attempts * rhythm, longestRest)

/** Between two edits of what is too old for a chat to take many. */
const slowRhythm = 5 * minute

/** Between two messages in one channel, where the chat names no other: what both platforms take without harm. */
const usualPause = 1_000
