import { randomBytes } from 'node:crypto'
import type { Asked, Pressed } from '../src/chat/command.ts'
import type { Button, Message } from '../src/chat/message.ts'
import { aboutOf, hindranceLines, shortName, standingText } from '../src/delivery/giveaway-words.ts'
import { receiptOf } from '../src/model/draw.ts'
import { type Giveaway, hindrancesOf, isRight, weightOf } from '../src/model/giveaway.ts'
import { Oops } from '../src/model/oops.ts'
import type { Instant } from '../src/model/post.ts'
import { minute } from '../src/model/time.ts'
import { folded } from '../src/model/words.ts'
import { type Mine, Over } from '../src/store/giveaway-entries.ts'
import type { Store } from '../src/store/store.ts'
import { together } from '../src/texts/marked.ts'
import { giveawayPressed } from './giveaway-find.ts'

/**
 * Takes somebody in, once, however often they press; whoever is in already is told how they stand. `answer` is what
 * they say to its question. Throws Oops.
 */
export async function enter(asked: Asked & Pressed, answer: string | null): Promise<Message> {
  const { store, person, by, now, say } = asked
  const giveaway = await running(asked)
  const mine = await mineIn(asked, giveaway)
  if (mine) return weighed(asked, giveaway, mine)
  slowly(asked, giveaway, answer === null ? 'giveaway.too-often' : 'giveaway.guessing')
  if (await store.giveawayEntries.parted(giveaway.id, by.account)) throw new Oops('giveaway.other-account')
  const hindrances = hindrancesOf(giveaway.conditions, by, now)
  if (hindrances.length > 0) return { quiet: true, text: hindranceLines(hindrances, say) }
  const { question } = giveaway.conditions
  if (question && !isRight(answer ?? '', question.accepts, folded)) throw new Oops('giveaway.wrong-answer')
  const one = {
    receipt: receiptOf(randomBytes(26)),
    weight: weightOf(giveaway.bonuses, by),
    person: person.id,
    account: by.account,
    chat: asked.chat,
    name: by.name,
    locale: person.locale,
    accountSince: by.accountSince ?? null,
    memberSince: by.memberSince ?? null,
    at: now,
  }
  const entered = await counted(asked, giveaway, async (store) => {
    if (!(await store.giveawayEntries.enter(giveaway.id, one, now))) return false
    await store.living.touch(giveaway.team, aboutOf(giveaway))
    return true
  })
  // Pressed twice at once: the other press took them in.
  const kept = entered ? one : await mineIn(asked, giveaway)
  if (!kept) throw new Oops('giveaway.other-account')
  const grown = entered
    ? { ...giveaway, entrants: giveaway.entrants + 1, weight: giveaway.weight + one.weight }
    : giveaway
  return inMessage(asked, grown, kept, entered ? 'giveaway.entered' : 'giveaway.is-in')
}

/** How somebody stands: their entries, the odds, their receipt. */
export async function standing(asked: Asked, giveaway: Giveaway): Promise<Message> {
  const { say } = asked
  const mine = await mineIn(asked, giveaway)
  if (!mine) return { quiet: true, text: say('giveaway.not-in', { prize: shortName(giveaway) }) }
  return inMessage(asked, giveaway, mine, 'giveaway.is-in')
}

/** Lets somebody go. Throws Oops. */
export async function leave(asked: Asked & Pressed): Promise<Message> {
  const { now, say } = asked
  const giveaway = await running(asked)
  slowly(asked, giveaway, 'giveaway.too-often')
  const mine = await mineIn(asked, giveaway)
  const gone =
    mine !== null &&
    (await counted(asked, giveaway, async (store) => {
      if (!(await store.giveawayEntries.leave(giveaway.id, mine.receipt, now))) return false
      await store.living.touch(giveaway.team, aboutOf(giveaway))
      return true
    }))
  const text = gone ? say('giveaway.left', { prize: shortName(giveaway) }) : say('giveaway.was-not-in')
  return { quiet: true, instead: true, text }
}

const mineIn = ({ store, person, by }: Asked, { id }: Giveaway) =>
  store.giveawayEntries.mine(id, by.account, person.accounts)

/** Who is in already; what their groups give them is looked at again with each press, where their chat tells. */
async function weighed(asked: Asked & Pressed, giveaway: Giveaway, mine: Mine): Promise<Message> {
  const { by, now } = asked
  const to = by.groups ? weightOf(giveaway.bonuses, by) : mine.weight
  if (!mine.own || to === mine.weight) return inMessage(asked, giveaway, mine, 'giveaway.is-in')
  const change = { receipt: mine.receipt, from: mine.weight, to }
  const done = await counted(asked, giveaway, async (store) => {
    if (!(await store.giveawayEntries.reweigh(giveaway.id, change, now))) return false
    await store.living.touch(giveaway.team, aboutOf(giveaway))
    return true
  })
  if (!done) return inMessage(asked, giveaway, mine, 'giveaway.is-in')
  const changed = { ...giveaway, weight: giveaway.weight + to - mine.weight }
  return inMessage(asked, changed, { ...mine, weight: to }, 'giveaway.is-in')
}

function inMessage(
  { say }: Asked,
  giveaway: Giveaway,
  mine: { receipt: string; weight: number },
  key: 'giveaway.entered' | 'giveaway.is-in',
): Message {
  const leave: Button = { action: 'giveaway.leave', label: say.plain('giveaway.leave') }
  return {
    quiet: true,
    text: together([say(key, { prize: shortName(giveaway) }), standingText(giveaway, mine, say)]),
    note: say('giveaway.known-for'),
    buttons: giveaway.state === 'running' ? [leave] : [],
    about: aboutOf(giveaway),
    team: giveaway.team,
  }
}

/** The giveaway of a button, which people may enter and leave now. Throws Oops. */
async function running(asked: Asked & Pressed): Promise<Giveaway> {
  const giveaway = await giveawayPressed(asked, asked.about)
  if (giveaway.state === 'running' && giveaway.endsAt > asked.now) return giveaway
  throw closed(giveaway)
}

const closed = ({ state }: Giveaway) =>
  new Oops(
    state === 'paused'
      ? 'giveaway.is-paused'
      : state === 'cancelled'
        ? 'giveaway.was-cancelled'
        : 'giveaway.over',
  )

/** Shares its transaction with others who come at the same time. Throws Oops where it ended meanwhile. */
async function counted(
  asked: Asked,
  { id, team }: Giveaway,
  work: Parameters<Store['grouped']>[0],
): Promise<boolean> {
  try {
    return (await asked.store.grouped(work)) as boolean
  } catch (error) {
    if (!(error instanceof Over)) throw error
    throw closed((await asked.store.giveaways.get(team, id))!)
  }
}

/** Somebody who goes in and out, or guesses answers, is asked to wait. Kept by the store, since a world of its own has its own people. */
function slowly(
  { store, person, now }: Asked,
  { team, id }: Giveaway,
  words: 'giveaway.too-often' | 'giveaway.guessing',
) {
  const paces = known.get(store) ?? new Map<string, Instant[]>()
  known.set(store, paces)
  const key = `${team} ${id} ${person.id}`
  const times = (paces.get(key) ?? []).filter((at) => Math.abs(now - at) < minute)
  if (times.length >= mostInAMinute) throw new Oops(words)
  paces.delete(key)
  paces.set(key, [...times, now])
  if (paces.size > 20_000) paces.delete(paces.keys().next().value!)
}

const known = new WeakMap<Store, Map<string, Instant[]>>()
const mostInAMinute = 6
