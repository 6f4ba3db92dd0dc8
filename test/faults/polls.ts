import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import type { Message } from '../../src/chat/message.ts'
import { openStore } from '../../src/store/store.ts'
import type { Answer, Ask, Given } from './poll-child.ts'
import { newChance } from './seeded.ts'

const choices = ['blue', 'green', 'red']

/** What each person was told last that they had voted; null for nothing, 'unsure' once an answer was lost to a kill. */
type Ledger = Map<string, string | null>
type Poll = { anonymous: boolean; ledger: Ledger }

export type Figures = {
  kills: number
  polls: number
  acknowledged: number
  /** Votes that were acknowledged and do not count, or count although they were taken back. */
  lost: string[]
  /** Polls that were begun or ended twice or not at all, as people read it; of anonymous ones what is left of who voted. */
  told: string[]
}

const people = 20
const usualSpeed = 60

/** Runs polls in a process that is killed again and again while people vote and polls end; lets all of them end, and counts. */
export async function killPolls(
  folder: string,
  { seed, kills, progress = () => {} }: { seed: number; kills: number; progress?: (nth: number) => void },
): Promise<Figures> {
  const chance = newChance(seed)
  const polls = new Map<number, Poll>()
  let is = Date.UTC(2026, 2, 2, 9)
  let acknowledged = 0
  let open: number | null = null
  let nth = 0

  function live(speed = usualSpeed) {
    const began = Date.now()
    const given: Given = { folder, time: { is, at: began, speed } }
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_COMPILE_CACHE: join(tmpdir(), 'vigie-compiled'),
      FAULTS_LOG: process.env.FAULTS_LOG ?? 'silent',
      GIVEN: JSON.stringify(given),
    }
    const child = spawn(process.execPath, ['test/faults/poll-child.ts'], {
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
    const ask = (one: Omit<Ask, 'nth'>) =>
      new Promise<Answer | null>((resolve) => {
        const asked = { ...one, nth: ++nth }
        waiting.set(asked.nth, resolve)
        if (child.connected) child.send(asked)
        else resolve(null)
      })
    return { child, ready, ask }
  }

  async function presses(ask: ReturnType<typeof live>['ask'], id: number) {
    const user = `u${chance.below(people)}`
    const takesBack = chance.happens(0.2)
    const value = String(1 + chance.below(choices.length))
    const { ledger } = polls.get(id)!
    const before = ledger.get(user) ?? null
    ledger.set(user, 'unsure')
    const about = `poll:${id}`
    const answer = await ask(
      takesBack ? { user, action: 'poll.back', about } : { user, action: 'poll.vote', about, value },
    )
    if (!answer) return
    const voted = /Your vote: (\w+)/.exec(answer.words)?.[1]
    if (voted) ledger.set(user, voted)
    else if (/not voted/.test(answer.words)) ledger.set(user, null)
    // Over, or too fast: nothing has changed.
    else ledger.set(user, before)
    acknowledged++
  }

  async function lifeUntilKilled() {
    const { child, ready, ask } = live()
    if (chance.happens(0.15)) {
      await after(chance.below(700))
      return kill(child)
    }
    if (!(await ready)) return
    if (open === null) {
      const anonymous = chance.happens(0.5)
      const line = `"Logo?" ${choices.join(' | ')} until:"in 3 min" anonymous:${anonymous ? 'yes' : 'no'}`
      const answer = await ask({ user: 'mia', line })
      const id = /Poll (\d+) is on its way/.exec(answer?.words ?? '')?.[1]
      if (id === undefined) throw new Error(`no poll: ${answer?.words}`)
      open = Number(id)
      polls.set(open, { anonymous, ledger: new Map() })
    }
    const id = open
    const all: Promise<void>[] = []
    for (let count = chance.between(5, 40); count > 0; count--) {
      const doing = presses(ask, id)
      // The same person twice at once would not know what they were told last.
      await doing
      all.push(doing)
    }
    if (chance.happens(0.35)) {
      void ask({ user: 'mia', action: 'poll.end', about: `poll:${id}` })
      open = null
      await after(chance.below(300))
    } else {
      const last = presses(ask, id)
      await after(chance.below(30))
      all.push(last)
    }
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
    if (chance.happens(0.3)) open = null
    progress(count)
  }
  const last = live(600)
  await last.ready
  await after(2_500)
  await kill(last.child)
  return { kills, polls: polls.size, acknowledged, ...(await counted(folder, polls)) }
}

async function counted(folder: string, polls: Map<number, Poll>): Promise<Pick<Figures, 'lost' | 'told'>> {
  const lost: string[] = []
  const told: string[] = []
  const store = await openStore(folder)
  try {
    const said = await store.localMessages.history('games', 'mia', { most: 5_000 })
    const times = (id: number, title: string) =>
      said.filter(({ payload }) => {
        const message = payload ? (JSON.parse(payload) as Message) : {}
        return message.about === `poll:${id}` && message.title?.startsWith(title)
      }).length
    for (const [id, { anonymous, ledger }] of polls) {
      const poll = (await store.polls.get('nimbus', id))!
      if (poll.state !== 'ended') told.push(`${id}: ${poll.state}`)
      if (times(id, '📊') !== 1) told.push(`${id}: begun ${times(id, '📊')} times`)
      if (times(id, 'The result') !== 1) told.push(`${id}: ended ${times(id, 'The result')} times`)
      const ballots = await store.pollVotes.ballots(id)
      const sure = [...ledger.values()].filter((vote) => vote !== 'unsure')
      const unsure = ledger.size - sure.length
      for (const [nth, choice] of choices.entries()) {
        const count = ballots.find(({ ballot }) => ballot[0] === nth + 1)?.count ?? 0
        const known = sure.filter((vote) => vote === choice).length
        if (count < known || count > known + unsure)
          lost.push(`${id}: ${choice} ${count}, acknowledged ${known}+${unsure}`)
      }
      const votes = await store.pollVotes.open(id)
      if (anonymous && (votes.length > 0 || poll.salt !== null)) told.push(`${id}: who voted is still there`)
      for (const [user, vote] of anonymous ? [] : ledger) {
        const kept = votes.filter(({ name }) => name === user).map(({ ballot }) => choices[ballot[0]! - 1]!)
        if (vote !== 'unsure' && String(kept) !== (vote ?? ''))
          lost.push(`${id}: ${user} voted ${vote}, kept ${kept}`)
      }
    }
  } finally {
    await store.close()
  }
  return { lost, told }
}
