import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import { standardHeaders } from '../web/hook-world.ts'
import type { Given, Said } from './hooks-child.ts'
import { newChance } from './seeded.ts'

export type Figures = {
  kills: number
  /** Calls, and how many of them were acknowledged; of the others nobody knows. */
  calls: number
  acknowledged: number
  /** Sent, acknowledged in the end, and what is there of it. */
  sent: number
  posts: number
  mentions: number
  lost: string[]
  twice: string[]
  undeleted: string[]
  waiting: number
}

const speed = 60
const secret = `whsec_${Buffer.from('s'.repeat(32)).toString('base64')}`

/**
 * Calls a webhook of a process that is killed again and again: as it starts, as it answers, right after it did, while
 * it works off what it was sent. Like its senders, who calls goes on with each until it is acknowledged, and forgets it
 * then. In the end everything that was acknowledged is there, once.
 */
export async function killHooks(
  place: Given['place'],
  { seed, kills, progress = () => {} }: { seed: number; kills: number; progress?: (nth: number) => void },
): Promise<Figures> {
  const chance = newChance(seed)
  const began = Date.now()
  const is = Date.UTC(2026, 10, 22, 9)
  const clock = () => Math.round(is + (Date.now() - began) * speed)
  const acknowledged: string[] = []
  const deleted: string[] = []
  const open: { id: string; body: string }[] = []
  let nth = 0
  let calls = 0

  /** Every eighth time something that was acknowledged is deleted. */
  function next() {
    const gone = chance.happens(1 / 8) ? acknowledged.filter((id) => !deleted.includes(id)).at(-1) : undefined
    if (gone !== undefined) {
      deleted.push(gone)
      return { id: `gone-${gone}`, body: JSON.stringify({ type: 'post.deleted', data: { id: gone } }) }
    }
    const id = `p${++nth}`
    return { id, body: JSON.stringify({ id, text: `Ma lampe Nimbus numéro ${id}`, author: `ravi ${id}` }) }
  }

  async function send(port: number, one: { id: string; body: string }) {
    calls++
    const headers = standardHeaders(one.body, { secret, at: clock(), id: one.id })
    const answer = await fetch(`http://127.0.0.1:${port}/hooks/nimbus/crm`, {
      method: 'POST',
      headers,
      body: one.body,
    }).catch(() => null)
    if (answer?.status !== 200) return
    open.splice(open.indexOf(one), 1)
    if (one.id.startsWith('p')) acknowledged.push(one.id)
  }

  async function born() {
    const given: Given = { place, secret, time: { is, at: began, speed } }
    const child = spawn(process.execPath, ['test/faults/hooks-child.ts'], {
      env: { ...process.env, GIVEN: JSON.stringify(given) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const gone = once(child, 'exit')
    const ready = (await Promise.race([once(child, 'message'), gone])) as [Said] | [number | null]
    const [said] = ready
    return {
      child,
      gone,
      port: said !== null && typeof said === 'object' && 'port' in said ? said.port : null,
    }
  }

  for (let kill = 0; kill < kills; kill++) {
    const { child, gone, port } = await born()
    if (port === null) throw new Error('it died by itself')
    const least = acknowledged.length + chance.below(12)
    const late = chance.between(0, 25)
    for (let left = 60; left > 0 && acknowledged.length < least; left--) {
      const all = Array.from({ length: chance.between(1, 4) }, () => open[chance.below(open.length)] ?? add())
      await Promise.all([...new Set(all)].map((one) => send(port, one)))
    }
    // In the middle of calls that are under way.
    const more = [add(), add()].map((one) => send(port, one))
    await after(late)
    kill9(child)
    await gone
    await Promise.all(more)
    progress(kill + 1)
  }
  const { child, gone, port } = await born()
  if (port === null) throw new Error('it died by itself')
  for (let left = 2_000; left > 0 && open.length > 0; left--) await send(port, open[0]!)
  let end = await asked(child)
  // What the killed ones held is taken up when their leases end.
  for (let left = 100; left > 0 && end.waiting > 0; left--) {
    await after(50)
    end = await asked(child)
  }
  kill9(child)
  await gone

  function add() {
    const one = next()
    open.push(one)
    return one
  }

  const there = new Set(end.mentions)
  return {
    ...{
      kills,
      calls,
      acknowledged: acknowledged.length,
      sent: nth,
      posts: end.posts,
      mentions: end.mentions.length,
    },
    lost: acknowledged.filter((id) => !there.has(id) && !deleted.includes(id)),
    twice: end.mentions.filter((id, at) => end.mentions.indexOf(id) !== at),
    undeleted: deleted.filter((id) => end.deleted.filter((one) => one === id).length !== 1),
    waiting: end.waiting,
  }
}

async function asked(child: ChildProcess) {
  const answer = once(child, 'message') as Promise<[Said]>
  child.send('how is it')
  const [said] = await answer
  if (!('mentions' in said)) throw new Error('no answer')
  return said
}

const kill9 = (child: ChildProcess) => void child.kill('SIGKILL')
