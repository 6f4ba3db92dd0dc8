import type { Attached } from '../chat/message.ts'
import { voiceOf } from '../delivery/giveaway.ts'
import { drawPlaces, orderIn } from '../delivery/giveaway-draw.ts'
import {
  frozenNotice,
  nobodyNotice,
  suspectsNotice,
  unheardNotice,
  winnersNotices,
} from '../delivery/giveaway-notices.ts'
import type { Chain, Round } from '../model/drand.ts'
import { roundAfter, timeOfRound } from '../model/drand.ts'
import { entriesHash } from '../model/draw.ts'
import { frozenKey, type Giveaway } from '../model/giveaway.ts'
import { suspectsIn } from '../model/giveaway-groups.ts'
import { Unavailable } from '../model/oops.ts'
import type { Account } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { day, minute } from '../model/time.ts'
import { proofOfGiveaway } from '../reports/giveaway-proof.ts'
import { proofFiles } from '../reports/proof-page.ts'
import type { Parts } from '../store/store.ts'
import type { GiveawayParts } from './giveaways.ts'

/**
 * From the end of a giveaway to its winners: frozen, published, and drawn once the public value is there. Each gives
 * whether something changed.
 */
export function newEnding({ store, teams, chats, beacon, clock, log }: GiveawayParts) {
  /** Its entries are what they are from now on; their hash goes to the channel with the round that will decide. */
  function end(giveaway: Giveaway, team: Team): Promise<boolean> {
    return store.together(async (store) => {
      await store.turns.take()
      const now = clock()
      if (!(await store.giveaways.freeze(giveaway.id, now))) return false
      await freeze(store, giveaway, team, now)
      return true
    })
  }

  async function freeze(store: Parts, { id, team: name }: Giveaway, team: Team, now: Instant) {
    const about = `giveaway:${id}`
    await store.giveawayEntries.dedupe(id, [...(await store.people.joined()), ...severalOf(team)])
    const entries = await store.giveawayEntries.all(id)
    const weight = entries.reduce((sum, one) => sum + one.weight, 0)
    await store.giveaways.seal(id, { hash: entriesHash(entries), entrants: entries.length, weight })
    const frozen = (await store.giveaways.get(name, id))!
    const voice = voiceOf(team, now)
    if (entries.length === 0) {
      await store.giveaways.close(id, now)
      await store.living.end(name, about, now)
      return store.living.notice(name, about, 'nobody', nobodyNotice(frozen, voice), now)
    }
    await store.living.touch(name, about, { soon: true })
    if (frozen.chain === null)
      await store.living.notice(name, about, frozenKey(frozen), frozenNotice(frozen, voice), now)
    const suspects = suspectsIn(await store.giveawayEntries.young(id, youth))
    if (suspects.length === 0) return
    const payload = suspectsNotice(frozen, suspects, voice)
    const place = team.channels.alerts
    await store.deliveries.add(
      [{ team: name, rule: 'notice', about: `${about}/suspects`, place, payload, dueAt: now }],
      now,
    )
  }

  /** The next step of what is frozen, where its time has come. */
  async function goOn(given: Giveaway, team: Team): Promise<boolean> {
    const giveaway = await store.giveaways.get(given.team, given.id)
    if (giveaway?.state !== 'frozen') return false
    const { at, tries } = await store.giveaways.waits(giveaway.id)
    // A wait is never long: one that seems so was written before the clock was set back.
    if (at > clock() && at < clock() + longestWait) return false
    if (giveaway.publishedAt === null)
      return giveaway.chain !== null && giveaway.round === null
        ? announce(giveaway, team)
        : publish(giveaway, team)
    if (giveaway.round === null || giveaway.value !== null) return draw(giveaway, team, tries)
    const steps = await store.giveaways.steps(giveaway.id)
    if (steps.some(({ did }) => did === 'unreached')) return draw(giveaway, team, tries)
    if (await ask(giveaway, giveaway.round)) return true
    // How often the value was asked for is not how often the chats were asked about the winners.
    await store.together(({ giveaways }) => giveaways.unreached(giveaway.id, clock()))
    return draw(giveaway, team, 0)
  }

  /**
   * The round that will decide is named together with the hash, in a message that is never edited, before anybody can
   * know its value: were it named later, one could wait for a value that suits.
   */
  async function announce({ id, team: name, chain }: Giveaway, team: Team): Promise<boolean> {
    const same = await sameChain(chain!).catch(() => false)
    const asked = same ? await beacon!.roundFor(clock()).catch(() => 0) : 0
    return store.together(async (store) => {
      const now = clock()
      const round = Math.max(asked, roundAfter(chain!, now + ahead))
      if (!(await store.giveaways.announced(id, round, now + shortWait))) return false
      const frozen = (await store.giveaways.get(name, id))!
      const again = (await store.giveaways.steps(id)).some(({ did }) => did === 'withdrawn')
      const notice = frozenNotice(frozen, voiceOf(team, now), { again })
      await store.living.notice(name, `giveaway:${id}`, frozenKey(frozen), notice, now)
      return true
    })
  }

  /** Once the hash can be read, in time: what came too late to be sure of says so, and names a later round. */
  async function publish(giveaway: Giveaway, team: Team): Promise<boolean> {
    const { id, chain, round, frozenAt } = giveaway
    const { name } = team
    const { settled, first, last } = await store.giveaways.noticed(
      name,
      `giveaway:${id}/${frozenKey(giveaway)}`,
    )
    // Who told it may have a clock behind that of who froze it: for the proof times rise.
    const since = (at: Instant) => Math.max(at, frozenAt ?? 0)
    const now = clock()
    // Where nobody could read it, a public value would only look as if nobody had chosen; and the team has to know.
    if (settled && last === null && (chain !== null || giveaway.places.length > 0))
      return store.together(async (store) => {
        const published = { at: since(now), round: null, nextAt: now }
        if (!(await store.giveaways.published(id, published))) return false
        const payload = unheardNotice(giveaway, voiceOf(team, now))
        const about = `giveaway:${id}/unheard`
        const place = team.channels.alerts
        await store.deliveries.add([{ team: name, rule: 'notice', about, place, payload, dueAt: now }], now)
        return true
      })
    const comesAt = chain && round !== null ? timeOfRound(chain, round) : null
    const inTime = (at: Instant | null) => comesAt === null || (at !== null && since(at) < comesAt)
    // Everywhere in time, or somewhere in time and no time is left for the rest.
    const at =
      settled && inTime(last ?? now) ? (last ?? now) : comesAt !== null && comesAt <= now ? first : null
    if (at !== null && inTime(at))
      return store.together(async (store) => {
        if (!(await store.giveaways.published(id, { at: since(at), round, nextAt: comesAt ?? now })))
          return false
        await store.living.touch(name, `giveaway:${id}`, { soon: true })
        return true
      })
    if (settled || (first !== null && comesAt !== null && comesAt <= now))
      return store.giveaways.withdrawn(id, now)
    await store.giveaways.again(id, now + shortWait)
    return false
  }

  /** Whether the chain that was announced is the one we ask. Throws Unavailable where that is not known now. */
  async function sameChain({ hash }: Chain): Promise<boolean> {
    return beacon !== null && (await beacon.chain()).hash === hash
  }

  /** Asks for the value; gives whether the draw has to wait for it. Out of reach for long, it is drawn without. */
  async function ask({ id, chain }: Giveaway, round: number): Promise<boolean> {
    const comesAt = timeOfRound(chain!, round)
    if (comesAt > clock()) {
      await store.giveaways.again(id, comesAt)
      return true
    }
    let value: Round
    try {
      if (!beacon || !(await sameChain(chain!))) return false
      value = await beacon.value(round)
    } catch (err) {
      log.warn({ err, giveaway: id }, 'the public random value cannot be had yet')
      if (clock() > comesAt + beaconPatience) return false
      await store.giveaways.again(id, clock() + beaconWait)
      return true
    }
    await store.giveaways.keepValue(id, value, clock())
    return true
  }

  /** The winners, all at once. A chat that cannot be asked about them is waited for a little. */
  async function draw(giveaway: Giveaway, team: Team, tries: number): Promise<boolean> {
    const { id, team: name, claimFor } = giveaway
    const order = await orderIn(store, giveaway)
    const patient = tries < mostTries
    const found = await drawPlaces({ store, chats, now: clock(), patient }, giveaway, order).catch(
      async (err) => {
        if (!patient) throw err
        log.warn({ err, giveaway: id }, 'whether the winners still meet the conditions cannot be asked yet')
        await store.giveaways.again(id, clock() + beaconWait)
        return null
      },
    )
    if (!found) return false
    return store.together(async (store) => {
      const now = clock()
      const { chain, value, publishedAt } = giveaway
      const comesAt = chain && value ? timeOfRound(chain, value.round) : 0
      const at = Math.max(now, publishedAt ?? 0, comesAt)
      if (!(await store.giveaways.drawn(id, at))) return false
      const drawn = (await store.giveaways.get(name, id))!
      // Another process had the value after all: who wins follows from it alone.
      if (drawn.value?.round !== value?.round) throw new Unavailable('the value of this draw came meanwhile')
      let nth = 0
      for (const { ineligible, ...one } of found.drawn) {
        const claimUntil = ineligible || claimFor === null ? null : now + claimFor
        await store.giveawayWinners.add(id, { ...one, claimUntil }, now)
        if (ineligible)
          await store.giveawayWinners.lose(id, one.place, {
            reason: 'ineligible',
            note: null,
            by: null,
            nth: ++nth,
            now,
            at,
          })
      }
      const winners = await store.giveawayWinners.all(id)
      const files = await filesOf(store, drawn, team)
      const told = { winners, files, unchecked: found.unchecked }
      const about = `giveaway:${id}`
      for (const [at, notice] of winnersNotices(drawn, told, voiceOf(team, now)).entries())
        await store.living.notice(name, about, at === 0 ? 'winners' : `winners-${at + 1}`, notice, now)
      await store.living.touch(name, about, { soon: true })
      return true
    })
  }

  /** The proof goes along where it is small enough for every chat; the button gives it in any case. */
  async function filesOf(store: Parts, giveaway: Giveaway, team: Team): Promise<Attached[]> {
    if (giveaway.entrants > mostAttached) return []
    const proof = await proofOfGiveaway(store, giveaway, { team, chats })
    return proof ? proofFiles(proof, team.locale) : []
  }

  /** People of the settings with several accounts are one, too. */
  const severalOf = (team: Team): Account[][] =>
    (teams.find(({ name }) => name === team.name) ?? team).people
      .map(({ accounts }) => accounts)
      .filter(({ length }) => length > 1)

  return { end, goOn }
}

const youth = 90 * day
const shortWait = 500
/** How long before its value a round is named: time to reach every channel. */
const ahead = 20_000
const beaconWait = 3_000
const beaconPatience = 5 * minute
const longestWait = 10 * minute
/** So often a chat is asked again about winners: about a minute. */
const mostTries = 20
/** Receipts of as many take about a megabyte. */
const mostAttached = 10_000
