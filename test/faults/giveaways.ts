import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as after } from 'node:timers/promises'
import type { Message } from '../../src/chat/message.ts'
import { verifyProof } from '../../src/model/draw-verify.ts'
import { proofOfGiveaway } from '../../src/reports/giveaway-proof.ts'
import { openStore } from '../../src/store/store.ts'
import type { Answer, Ask, Given } from './giveaway-child.ts'
import { newChance } from './seeded.ts'

/** What was acknowledged to somebody about a giveaway; `unsure` once an answer was lost to a kill. */
type Ledger = Map<string, 'in' | 'out' | 'unsure'>

export type Figures = {
  kills: number
  giveaways: number
  acknowledged: number
  /** Entries that were acknowledged and are gone, and people who are in although they were told that they had left. */
  lost: string[]
  twice: string[]
  /** Draws that were told twice or not at all, winners that were drawn or written to twice, proofs that do not hold. */
  told: string[]
  state: Record<string, number>
}

const people = 24
const usualSpeed = 60

/**
 * Runs giveaways in a process that is killed again and again while people press their buttons, the end comes and
 * winners are drawn; then lets everything come to its end, and counts.
 */
export async function killGiveaways(
  folder: string,
  { seed, kills, progress = () => {} }: { seed: number; kills: number; progress?: (nth: number) => void },
): Promise<Figures> {
  const chance = newChance(seed)
  const ledgers = new Map<number, Ledger>()
  let is = Date.UTC(2026, 2, 2, 9)
  let acknowledged = 0
  let open: number | null = null
  let nth = 0

  function live(speed = usualSpeed) {
    const began = Date.now()
    const given: Given = { folder, people, time: { is, at: began, speed } }
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_COMPILE_CACHE: join(tmpdir(), 'vigie-compiled'),
      FAULTS_LOG: process.env.FAULTS_LOG ?? 'silent',
      GIVEN: JSON.stringify(given),
    }
    const child = spawn(process.execPath, ['test/faults/giveaway-child.ts'], {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const waiting = new Map<number, (answer: Answer | null) => void>()
    child.on('message', (answer: Answer) => {
      waiting.get(answer.nth)?.(answer)
      waiting.delete(answer.nth)
    })
    child.once('exit', () => {
      for (const lost of waiting.values()) lost(null)
      is += (Date.now() - began) * speed
    })
    const ready = new Promise<Answer | null>((resolve) => waiting.set(0, resolve))
    const ask = (user: string, does: string) =>
      new Promise<Answer | null>((resolve) => {
        const one: Ask = { nth: ++nth, user, does }
        waiting.set(one.nth, resolve)
        if (child.connected) child.send(one)
        else resolve(null)
      })
    return { child, ready, ask }
  }

  /** Somebody presses; what they were told is written down. */
  async function presses(ask: ReturnType<typeof live>['ask'], id: number) {
    const user = `u${chance.below(people)}`
    const leaves = chance.happens(0.2)
    const ledger = ledgers.get(id)!
    const before = ledger.get(user) ?? 'out'
    ledger.set(user, 'unsure')
    const answer = await ask(user, `giveaway.${leaves ? 'leave' : 'enter'} giveaway:${id}`)
    if (!answer) return
    if (/You are in/.test(answer.words)) ledger.set(user, 'in')
    else if (/no longer in|were not in/.test(answer.words)) ledger.set(user, 'out')
    // Over, too fast, or too often: nothing has changed.
    else ledger.set(user, before)
    acknowledged++
  }

  async function lifeUntilKilled() {
    const { child, ready, ask } = live()
    const wait = chance.happens(0.15) ? chance.below(700) : null
    if (wait !== null) {
      // As it starts.
      await after(wait)
      return kill(child)
    }
    if (!(await ready)) return
    if (open === null) {
      const claim = chance.happens(0.4) ? '10min' : 'none'
      const answer = await ask('mia', `/giveaway start "2 x lamp" for:3min claim:${claim}`)
      const id = /Giveaway (\d+) is on its way/.exec(answer?.words ?? '')?.[1]
      if (id === undefined) throw new Error(`no giveaway: ${answer?.words}`)
      open = Number(id)
      ledgers.set(open, new Map())
    }
    const id = open
    const instants = chance.between(5, 40)
    const all: Promise<void>[] = []
    for (let count = 0; count < instants; count++) {
      const doing = presses(ask, id)
      // The same person twice at once would not know what they were told last.
      if (chance.happens(0.8)) await doing
      else await Promise.race([doing, after(3)])
      all.push(doing)
    }
    if (chance.happens(0.35)) {
      await ask('mia', `/giveaway end ${id}`)
      open = null
      // Frozen, published, waiting for the value, drawn: it is killed in any of them.
      await after(chance.below(900))
    } else await after(chance.below(30))
    await kill(child)
    await Promise.all(all)
  }

  async function kill(child: ChildProcess) {
    if (child.exitCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  for (let count = 1; count <= kills; count++) {
    await lifeUntilKilled()
    // The giveaway of before may have ended by itself meanwhile.
    if (chance.happens(0.3)) open = null
    progress(count)
  }
  const winding = live()
  await winding.ready
  await after(2_000)
  await kill(winding.child)
  // Nobody claims: ten minutes for each of the people, at most.
  const last = live(2_500)
  await last.ready
  await untilClosed(folder)
  await kill(last.child)
  return count(folder, ledgers, { kills, acknowledged })
}

/** Until all is closed, and told; where something never is, that is counted. */
async function untilClosed(folder: string) {
  const file = new DatabaseSync(join(folder, 'vigie.db'), { readOnly: true })
  const open = file.prepare("select count(*) as count from giveaways where state <> 'closed'")
  for (let left = 80; left > 0 && open.get()!.count !== 0; left--) await after(100)
  file.close()
  await after(1_000)
}

async function count(
  folder: string,
  ledgers: Map<number, Ledger>,
  { kills, acknowledged }: { kills: number; acknowledged: number },
): Promise<Figures> {
  const store = await openStore(folder)
  const figures: Figures = {
    kills,
    giveaways: ledgers.size,
    acknowledged,
    lost: [],
    twice: [],
    told: [],
    state: {},
  }
  try {
    const said = await store.localMessages.history('games', 'mia', { most: 5_000 })
    const titles = said.flatMap(({ payload }) => {
      const { title, about } = payload ? (JSON.parse(payload) as Message) : {}
      return title && about ? [`${about} ${title}`] : []
    })
    for (const [id, ledger] of ledgers) {
      const giveaway = (await store.giveaways.get('nimbus', id))!
      figures.state[giveaway.state] = (figures.state[giveaway.state] ?? 0) + 1
      const receipts = (await store.giveawayEntries.all(id)).map(({ receipt }) => receipt)
      const entrants = [...(await store.giveawayEntries.who(id, receipts)).values()].map(
        ({ person }) => person,
      )
      if (new Set(entrants).size !== entrants.length || entrants.length !== giveaway.entrants)
        figures.twice.push(`${id}: ${entrants.length} entries of ${giveaway.entrants}`)
      for (const [user, is] of ledger) {
        if (is === 'in' && !entrants.includes(user)) figures.lost.push(`${id}: ${user} is gone`)
        if (is === 'out' && entrants.includes(user)) figures.lost.push(`${id}: ${user} is still there`)
      }
      const winners = await store.giveawayWinners.all(id)
      if (new Set(winners.map(({ receipt }) => receipt)).size !== winners.length)
        figures.told.push(`${id}: drawn twice`)
      const times = (words: string) =>
        titles.filter((one) => one.startsWith(`giveaway:${id} ${words}`)).length
      const wins = times('🎉 The winners')
      if (wins !== 1) figures.told.push(`${id}: winners told ${wins} times`)
      if (times('🎁 Giveaway') !== 1) figures.told.push(`${id}: begun ${times('🎁 Giveaway')} times`)
      for (const { who } of winners) {
        const letters = (await store.localMessages.history('games', who!.person, { most: 5_000 })).filter(
          ({ only_for, payload }) =>
            only_for && payload?.includes(`"giveaway:${id}"`) && payload.includes('You won'),
        )
        if (letters.length > 1)
          figures.told.push(`${id}: ${who!.person} was written to ${letters.length} times`)
      }
      if (giveaway.entrants === 0) continue
      const proof = await proofOfGiveaway(store, giveaway, { team: { title: 'Nimbus' }, chats: new Map() })
      const verified = proof && verifyProof(JSON.parse(JSON.stringify(proof)))
      if (!verified?.holds) figures.told.push(`${id}: its proof does not hold`)
    }
  } finally {
    await store.close()
  }
  return figures
}
