import type { Logger } from 'pino'
import type { Chat } from '../chat/chat.ts'
import { voiceOf, wonMessage } from '../delivery/giveaway.ts'
import { nextPlaces, passOn } from '../delivery/giveaway-draw.ts'
import { nextNotice } from '../delivery/giveaway-notices.ts'
import type { Beacon } from '../draw/beacon.ts'
import type { Giveaway } from '../model/giveaway.ts'
import { Unavailable } from '../model/oops.ts'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import type { Store } from '../store/store.ts'
import { sayIn } from '../texts/texts.ts'
import { newEnding } from './giveaway-end.ts'
import { newMoments } from './moments.ts'

export type GiveawayParts = {
  store: Store
  teams: Team[]
  chats: ReadonlyMap<ChatName, Chat>
  /** Null where no public values are asked for. */
  beacon: Beacon | null
  clock: () => Instant
  log: Logger
  /** Called when something is to be told. */
  wake: () => void
}

/**
 * What happens with giveaways by itself: they end at their time, are drawn, winners are written to, and prizes that
 * nobody claims go on. Each step is one transaction that only one process does; a step that was cut off is done by
 * whoever looks next. Nothing slow holds up an end: what asks others goes on beside.
 */
export function newGiveaways(parts: GiveawayParts) {
  const { store, teams, chats, clock, log, wake } = parts
  const ending = newEnding(parts)
  /** What is under way, by what it is about: one at a time. */
  const beside = new Map<string, Promise<void>>()

  const moments = newMoments({ work, next, shared: store.shared, clock, log })

  async function work() {
    for (const giveaway of await store.giveaways.open()) {
      const team = teams.find(({ name }) => name === giveaway.team)
      if (!team) continue
      if (giveaway.state === 'running' && giveaway.endsAt <= clock())
        await done(giveaway, () => ending.end(giveaway, team))
      else if (giveaway.state === 'frozen') aside(`frozen ${giveaway.id}`, () => ending.goOn(giveaway, team))
      else if (giveaway.state === 'drawn') aside(`drawn ${giveaway.id}`, () => claims(giveaway, team))
    }
    aside('letters', letters)
  }

  /** One giveaway's mistake is no other's. */
  async function done(giveaway: Giveaway, step: () => Promise<boolean>) {
    try {
      if (await step()) wake()
    } catch (err) {
      log.error({ err, giveaway: giveaway.id }, 'a giveaway could not be ended; trying again')
      throw err
    }
  }

  /** Gives whether something changed: then there may be more to do. */
  function aside(key: string, step: () => Promise<boolean>) {
    if (beside.has(key)) return
    const going = step()
      .then((changed) => {
        if (!changed) return
        wake()
        moments.wake()
      })
      .catch((err) => log.error({ err, step: key }, 'a giveaway could not go on; trying again'))
      .finally(() => beside.delete(key))
    beside.set(key, going)
  }

  async function next(): Promise<Instant | null> {
    const open = await store.giveaways.open()
    const times: Instant[] = []
    for (const { id, state, endsAt } of open) {
      if (state === 'running') times.push(endsAt)
      if (state === 'frozen') times.push((await store.giveaways.waits(id)).at)
    }
    const late = await store.giveawayWinners.nextLate(teams.map(({ name }) => name))
    if (late !== null) times.push(late)
    return times.length === 0 ? null : Math.min(...times)
  }

  /** Prizes that nobody claimed in time go on; with the last one claimed it is over. */
  async function claims(giveaway: Giveaway, team: Team): Promise<boolean> {
    let changed = false
    for (const place of await store.giveawayWinners.late(giveaway.id, clock())) {
      const winner = (await store.giveawayWinners.all(giveaway.id)).find((one) => one.place === place)
      if (!winner) continue
      const now = clock()
      const places = await nextPlaces({ store, chats, now, patient: false }, giveaway, winner.prize)
      const passed = await store.together(async (store) => {
        await store.turns.take()
        const claimUntil = giveaway.claimFor === null ? null : now + giveaway.claimFor
        const loss = { place, reason: 'unclaimed' as const, note: null, by: null }
        if (!(await passOn(store, giveaway, loss, { ...places, claimUntil, now }))) return false
        const all = await store.giveawayWinners.all(giveaway.id)
        const lost = all.find((one) => one.place === place)!
        const next = all.find((one) => one.prize === winner.prize && !one.lost) ?? null
        const { team: name, id } = giveaway
        const notice = nextNotice(giveaway, { lost, next }, voiceOf(team, now))
        await store.living.notice(name, `giveaway:${id}`, `next-${place}`, notice, now)
        await store.living.touch(name, `giveaway:${id}`, { soon: true })
        return true
      })
      changed ||= passed
    }
    return (await closeIfClaimed(store, giveaway, clock())) || changed
  }

  /** To each winner once, one after the other: whoever takes no private messages finds their prize in the channel. */
  async function letters(): Promise<boolean> {
    for (const one of await store.giveawayWinners.unwritten(teams.map(({ name }) => name))) {
      const team = teams.find(({ name }) => name === one.team)
      const giveaway = team && (await store.giveaways.get(one.team, one.id))
      if (!giveaway || !(await store.giveawayWinners.write(one.id, one.place))) continue
      const chat = chats.get(one.chat)
      const message = wonMessage(giveaway, one, { team, say: sayIn(one.locale), now: clock() })
      const written = await writeTo(chat, one.account, message)
      await store.giveawayWinners.wrote(one.id, one.place, written)
    }
    return false
  }

  async function writeTo(
    chat: Chat | undefined,
    ...[account, message]: Parameters<NonNullable<Chat['write']>>
  ): Promise<'told' | 'refused'> {
    try {
      if (!chat?.write) return 'refused'
      await chat.write(account, message)
      return 'told'
    } catch (err) {
      if (!(err instanceof Unavailable)) log.error({ err }, 'a winner could not be written to')
      else log.info({ reason: err.message }, 'a winner takes no private message')
      return 'refused'
    }
  }

  /** Whoever presses a button wakes us: a crowd does so once in a while. */
  function wakeSoon() {
    waking ??= setTimeout(() => {
      waking = undefined
      moments.wake()
    }, breath)
  }
  let waking: NodeJS.Timeout | undefined

  return {
    /** Does what is due now, and waits for what goes on beside; for tests that hold the clock. */
    async look() {
      await moments.look()
      while (beside.size > 0) await Promise.all(beside.values())
    },
    wake: wakeSoon,
    start: moments.start,
    async stop() {
      clearTimeout(waking)
      await moments.stop()
      await Promise.all(beside.values())
    },
  }
}

/** Over once nobody has to claim any more; in one transaction. */
export const closeIfClaimed = (store: Pick<Store, 'together'>, giveaway: Giveaway, now: Instant) =>
  store.together(async (store) => {
    const winners = await store.giveawayWinners.all(giveaway.id)
    const open = winners.some(({ lost, claimedAt, claimUntil }) => !lost && !claimedAt && claimUntil !== null)
    if (open || !(await store.giveaways.close(giveaway.id, now))) return false
    await store.living.end(giveaway.team, `giveaway:${giveaway.id}`, now)
    return true
  })

/** So long (ms) what somebody did may wait to be looked at: an end is due within a second. */
const breath = 100
