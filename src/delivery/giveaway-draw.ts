import type { Chat } from '../chat/chat.ts'
import { newKeeping } from '../keeping.ts'
import { orderOf } from '../model/draw.ts'
import type { RerollReason } from '../model/draw-winners.ts'
import { type Giveaway, type Group, hindrancesOf, nextPlace, weightOf, winnersOf } from '../model/giveaway.ts'
import { Unavailable } from '../model/oops.ts'
import { type ChatName, kindOfChat } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import { minute } from '../model/time.ts'
import type { Parts, Store } from '../store/store.ts'

type Chats = ReadonlyMap<ChatName, Pick<Chat, 'standing' | 'groups'>>

/** A place that got a prize, and lost it again where its holder may not win. */
export type Drawn = { place: number; prize: number; receipt: string; ineligible: boolean }

/**
 * Every receipt in the order in which it was drawn. To work that out for 100,000 takes a second in which nobody else
 * is answered: prizes that are passed on one after the other find it kept for a while.
 */
export function orderIn(store: Parts, giveaway: Giveaway): Promise<string[]> {
  const randomness = giveaway.value?.randomness ?? null
  const name = JSON.stringify([giveaway.draw, giveaway.seed, giveaway.entriesHash, randomness])
  return keptOrders.get(name, async () => {
    const entries = await store.giveawayEntries.all(giveaway.id)
    return orderOf(entries, { seed: giveaway.seed, randomness })
  })
}

const keptOrders = newKeeping<string[]>({ most: 3, length: 5 * minute })

/**
 * Gives each prize to a place, as src/model/draw-winners.ts has it: first places first, and whoever may not win any
 * more is followed by the next. `unchecked` says that somebody could not be asked about; `patient` throws then.
 */
export async function drawPlaces(
  { store, chats, now, patient }: { store: Store; chats: Chats; now: Instant; patient: boolean },
  giveaway: Giveaway,
  order: string[],
): Promise<{ drawn: Drawn[]; unchecked: boolean }> {
  const prizes = winnersOf(giveaway)
  const check = newChecking({ store, chats, now, patient }, giveaway, order)
  const drawn: Drawn[] = []
  const waiting = Array.from({ length: Math.min(prizes, order.length) }, (_, at) => ({
    place: at + 1,
    prize: at + 1,
  }))
  let last = prizes
  for (let one = waiting.shift(); one; one = waiting.shift()) {
    const receipt = order[one.place - 1]!
    const ineligible = !(await check.mayWin(receipt))
    drawn.push({ ...one, receipt, ineligible })
    // Where nobody is left there, the prize finds nobody.
    if (ineligible && ++last <= order.length) waiting.unshift({ place: last, prize: one.prize })
  }
  return { drawn, unchecked: check.unchecked() }
}

/**
 * Who gets a prize that somebody loses: the next place of the order, and those before it who may not win. Null is
 * nobody: the order is at its end.
 */
export async function nextPlaces(
  parts: { store: Store; chats: Chats; now: Instant; patient: boolean },
  giveaway: Giveaway,
  prize: number,
): Promise<{ from: number; drawn: Drawn[] }> {
  const order = await orderIn(parts.store, giveaway)
  const check = newChecking(parts, giveaway, order)
  const from = nextPlace(giveaway, await parts.store.giveawayWinners.all(giveaway.id))
  const drawn: Drawn[] = []
  for (let place = from; place <= order.length; place++) {
    const receipt = order[place - 1]!
    const ineligible = !(await check.mayWin(receipt))
    drawn.push({ place, prize, receipt, ineligible })
    if (!ineligible) break
  }
  return { from, drawn }
}

/** What a place loses its prize for. */
export type Loss = { place: number; reason: RerollReason; note: string | null; by: string | null }

/**
 * Passes a prize on, in a transaction; false where somebody was faster: then the places have to be looked up anew.
 * `claimUntil` is for whoever gets it.
 */
export async function passOn(
  store: Parts,
  giveaway: Giveaway,
  loss: Loss,
  {
    from,
    drawn,
    claimUntil,
    now,
  }: { from: number; drawn: Drawn[]; claimUntil: Instant | null; now: Instant },
): Promise<boolean> {
  const { giveawayWinners } = store
  // The proof says that they came one after the other, whatever a clock that was set back says.
  let at = Math.max(now, giveaway.drawnAt ?? 0)
  const before = await giveawayWinners.all(giveaway.id)
  if (nextPlace(giveaway, before) !== from) return false
  let nth = 1
  for (const { lost } of before) {
    if (!lost) continue
    nth++
    at = Math.max(at, lost.at)
  }
  const { place, ...why } = loss
  if (!(await giveawayWinners.lose(giveaway.id, place, { ...why, nth, now, at }))) return false
  for (const one of drawn) {
    await giveawayWinners.add(giveaway.id, { ...one, claimUntil: one.ineligible ? null : claimUntil }, now)
    if (!one.ineligible) continue
    nth++
    const gone = { reason: 'ineligible' as const, note: null, by: null, nth, now, at }
    await giveawayWinners.lose(giveaway.id, one.place, gone)
  }
  return true
}

/** Whether who has a receipt may still win: asked of their chat, as long as that is not asked for too many. */
function newChecking(
  { store, chats, now, patient }: { store: Store; chats: Chats; now: Instant; patient: boolean },
  giveaway: Giveaway,
  order: string[],
) {
  const groups = new Map<ChatName, Promise<Set<string> | null>>()
  let unchecked = false
  let asked = 0

  async function mayWin(receipt: string): Promise<boolean> {
    const one = (await store.giveawayEntries.who(giveaway.id, [receipt])).get(receipt)
    if (!one) return false
    const chat = chats.get(one.chat)
    // Beyond this nobody waits for the rest: they met the conditions when they entered.
    if (asked++ >= mostAsked + winnersOf(giveaway)) {
      unchecked = true
      return true
    }
    try {
      if (!chat?.standing) throw new Error(`${one.chat} cannot be asked`)
      const standing = await chat.standing(one.account)
      if (standing === null) return false
      const { conditions, bonuses } = giveaway
      if (!standing.groups && [...conditions.roles, ...conditions.without, ...bonuses].length > 0)
        throw new Unavailable(`${one.chat} does not say who is in which group`)
      const gone = goneOf([...conditions.roles, ...bonuses], one.chat, await groupsOf(one.chat))
      // Whoever has fewer chances by now than they were drawn with won with chances that are not theirs.
      const groups = [...(standing.groups ?? []), ...gone.map(({ group }) => group)]
      if (one.weight > weightOf(bonuses, { groups })) return false
      return hindrancesOf(conditionsNow(giveaway, gone), standing, now).every(({ is }) => is === 'unknown')
    } catch (error) {
      if (patient && chat?.standing) throw error
      unchecked = true
      return true
    }
  }

  const groupsOf = (name: ChatName) => {
    const known =
      groups.get(name) ??
      Promise.resolve(chats.get(name)?.groups?.() ?? null).then(
        (all) => all && new Set(all.map(({ group }) => group)),
        () => null,
      )
    groups.set(name, known)
    return known
  }

  return { mayWin, unchecked: () => unchecked, of: order.length }
}

/** Where any of its roles was deleted since, nobody can tell who had that one when they entered: all who are in stay. */
function conditionsNow({ conditions }: Giveaway, gone: Group[]) {
  const keys = new Set(gone.map(({ group }) => group))
  return conditions.roles.some(({ group }) => keys.has(group)) ? { ...conditions, roles: [] } : conditions
}

/** Those of a chat's groups that are no more; none where it does not say which there are. */
function goneOf(groups: Group[], chat: ChatName, existing: Set<string> | null): Group[] {
  if (!existing) return []
  const homes = new Set([...existing].map(homeOf))
  return groups.filter(
    ({ group }) =>
      !existing.has(group) &&
      (homes.size > 0 ? homes.has(homeOf(group)) : group.startsWith(`${kindOfChat(chat)}:`)),
  )
}

/** The server or workspace of a group, as its key has it: `discord:42` of `discord:42/7`. */
const homeOf = (group: string) => group.slice(0, group.indexOf('/'))

/** More than that many calls to a chat, for one draw, would be a burden. */
const mostAsked = 200
