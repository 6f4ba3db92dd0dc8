import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import type { Identity } from '../../src/model/publication.ts'
import { openStore } from '../../src/store/store.ts'
import { newBluesky } from '../publish/bluesky-stand-in.ts'
import { newDiscourse } from '../publish/discourse-stand-in.ts'
import { newMastodon } from '../publish/mastodon-stand-in.ts'
import { type Asked, page, type Said } from '../publish/stand-in.ts'
import { newReceiver } from '../publish/webhook-stand-in.ts'
import { byWebhook, onBluesky, onForum, onMastodon } from '../publish/world.ts'
import type { Answer, Ask, Given } from './publishing-child.ts'
import { newChance } from './seeded.ts'

export type Figures = {
  kills: number
  /** Where they hit: `asking`, before the network did anything; `taken`, before its answer came; else anywhere. */
  hits: Record<string, number>
  replies: number
  /** Approvals that somebody was told of. */
  approved: number
  /** What nobody could know, so that a person was asked; and how many of these stood there. */
  asked: number
  askedThere: number
  /** Texts that stand somewhere more than once. */
  twice: string[]
  /** Approved ones that in the end stand nowhere, or are held to stand where they do not. */
  lost: string[]
  state: Record<string, number>
}

type Draft = { id: number; mention: number; text: string; on: string; approved: boolean | 'unsure' }

const speed = 60

/** The library of the last one takes a second to load, in each of the lives. */
const networks = ['mastodon', 'mastodon', 'forum', 'forum', 'facebook', 'facebook', 'bluesky'] as const

/**
 * Writes and approves replies in a process that is killed again and again: between approval and publication, while
 * the network is asked, after it took them and before it said so, as the process starts. Networks misbehave by
 * chance. In the end a person answers what they are asked, and everything is counted.
 */
export async function killPublishing(
  folder: string,
  { seed, kills, progress = () => {} }: { seed: number; kills: number; progress?: (nth: number) => void },
): Promise<Figures> {
  const chance = newChance(seed)
  let is = Date.UTC(2026, 10, 22, 9)
  /** When the process that lives now was born, by the real clock. */
  let born: number | null = null
  const clock = () => is + (born === null ? 0 : (Date.now() - born) * speed)
  const [mastodon, bluesky, discourse, receiver] = [
    await newMastodon({ clock }),
    await newBluesky(),
    await newDiscourse({ clock }),
    await newReceiver(),
  ]
  const servers = { mastodon, bluesky, forum: discourse, facebook: receiver }
  const identities: Identity[] = [
    onMastodon(mastodon),
    onBluesky(bluesky),
    onForum(discourse),
    byWebhook(receiver),
  ]
  const drafts: Draft[] = []
  const hits: Record<string, number> = {}
  let nth = 0
  let written = 0
  let acknowledged = 0
  let calm = false
  /** Kills whoever asks next, at this moment of it. */
  let trap: 'asking' | 'taken' | null = null
  let victim: ChildProcess | null = null

  const publishes = ({ method, path }: Asked) => method === 'POST' && !path.includes('Session')
  async function byChance(asked: Asked, when: 'before' | 'after'): Promise<Said | 'drops' | null> {
    if (!publishes(asked)) return null
    if (trap === (when === 'before' ? 'asking' : 'taken')) {
      hits[trap] = (hits[trap] ?? 0) + 1
      trap = null
      victim?.kill('SIGKILL')
      return 'drops'
    }
    if (calm) return null
    await after(chance.below(25))
    if (!chance.happens(0.25)) return null
    const trouble: (Said | 'drops')[] =
      when === 'before'
        ? [
            'drops',
            page(502),
            { status: 429, json: {}, headers: { 'retry-after': '5' } },
            { status: 503, json: {} },
          ]
        : ['drops', page(504), { status: 500, json: {} }]
    return chance.oneOf(trouble)
  }
  for (const server of Object.values(servers)) server.byChance(byChance)

  function live() {
    const began = Date.now()
    born = began
    const given: Given = { folder, identities, time: { is, at: began, speed } }
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_COMPILE_CACHE: join(tmpdir(), 'vigie-compiled'),
      FAULTS_LOG: process.env.FAULTS_LOG ?? 'silent',
      GIVEN: JSON.stringify(given),
    }
    const child = spawn(process.execPath, ['test/faults/publishing-child.ts'], {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    victim = child
    const waiting = new Map<number, (answer: Answer | null) => void>()
    child.on('message', (answer: Answer) => {
      waiting.get(answer.nth)?.(answer)
      waiting.delete(answer.nth)
    })
    const gone = once(child, 'exit').then(() => {
      for (const lost of waiting.values()) lost(null)
      is += (Date.now() - began) * speed
      born = null
    })
    const ready = new Promise<Answer | null>((resolve) => waiting.set(0, resolve))
    const ask = (user: string, does: string, more: Partial<Ask> = {}) =>
      new Promise<Answer | null>((resolve) => {
        const one: Ask = { nth: ++nth, user, does, ...more }
        waiting.set(one.nth, resolve)
        if (child.connected) child.send(one, (error) => error && resolve(null))
        else resolve(null)
      })
    return { child, ready, gone, ask }
  }
  type Life = ReturnType<typeof live>

  /** Somebody writes, and Mia answers them; null where the process died over it. */
  async function draft({ ask }: Life): Promise<Draft | null> {
    const on = chance.oneOf(networks)
    const n = ++written
    const url = {
      mastodon: () => `https://mamot.example/@ravi/${1_000_000_000 + n}`,
      bluesky: () => bluesky.writes({ by: `ravi${n}.example` }).url,
      forum: () => discourse.writes(n),
      facebook: () => `https://facebook.com/nimbus/posts/${n}`,
    }[on]()
    if (on === 'mastodon') mastodon.writes(url)
    const mention = await ask('mia', `hears ${url}`, { network: on })
    if (!mention?.words) return null
    const text = `Toutes nos excuses, une lampe neuve part aujourd’hui (dossier ${n})`
    const answer = await ask('mia', `/reply mention:${mention.words} saying:"${text}"`)
    const id = /[Rr]eply (\d+)/.exec(answer?.words ?? '')?.[1]
    if (!id) {
      if (answer) throw new Error(`no reply: ${answer.words}`)
      return null
    }
    const one = { id: Number(id), mention: Number(mention.words), text, on, approved: false as const }
    drafts.push(one)
    return one
  }

  async function approve({ ask }: Life, one: Draft) {
    one.approved = 'unsure'
    const answer = await ask('noor', `reply.approve reply:${one.id} 1`)
    if (!answer) return
    if (!/^Approved/.test(answer.words)) throw new Error(`not approved: ${answer.words}`)
    one.approved = true
    acknowledged++
  }

  async function kill({ child, gone }: Life) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await gone
  }

  const hit = (where: string) => {
    hits[where] = (hits[where] ?? 0) + 1
  }

  async function lifeUntilKilled() {
    const life = live()
    if (chance.happens(0.1)) {
      hit('starting')
      await after(chance.below(900))
      return kill(life)
    }
    if (!(await life.ready)) return life.gone
    const doing: Promise<void>[] = []
    for (let count = chance.between(1, 3); count > 0; count--) {
      const one = await draft(life)
      if (!one) break
      if (chance.happens(0.15)) continue
      const approving = approve(life, one)
      if (chance.happens(0.8)) await approving
      doing.push(approving)
    }
    const where = chance.oneOf(['asking', 'taken', 'taken', 'approved', 'any'] as const)
    if (where === 'asking' || where === 'taken') {
      trap = where
      // Where nothing goes out any more it is killed anywhere.
      await Promise.race([life.gone, after(1_500)])
      if (trap) hit('any')
      trap = null
    } else {
      // Between the approval and the end of its grace time, or later.
      hit(where)
      await after(where === 'approved' ? chance.below(4_000 / speed) : chance.below(400))
    }
    await kill(life)
    await Promise.all(doing)
  }

  for (let count = 1; count <= kills; count++) {
    await lifeUntilKilled()
    progress(count)
  }
  calm = true
  const figures = await inTheEnd()
  await Promise.all(Object.values(servers).map((server) => server.close()))
  return figures

  /** Nothing goes wrong any more; what a person is asked they look up on the network, and answer. */
  async function inTheEnd(): Promise<Figures> {
    const counts = { asked: 0, askedThere: 0 }
    const life = live()
    await life.ready
    const store = await openStore(folder)
    const twice: string[] = []
    const lost: string[] = []
    const state: Record<string, number> = {}
    try {
      const asked = new Set<number>()
      let open = [...drafts]
      const until = Date.now() + 120_000
      while (open.length > 0 && Date.now() < until) {
        const still: Draft[] = []
        for (const one of open) {
          const reply = await store.replies.get('nimbus', one.id)
          if (!reply || ['published', 'waiting'].includes(reply.state)) continue
          still.push(one)
          if (!['unsure', 'stuck'].includes(reply.state)) continue
          const there = standing(one.text)
          if (reply.state === 'unsure' && !asked.has(reply.id)) {
            counts.asked++
            counts.askedThere += there
          }
          if (reply.state === 'stuck' && there > 0)
            lost.push(`${reply.id} stands there, and is held to be stuck`)
          asked.add(reply.id)
          // Who answers too fast is asked again.
          if (there > 0) await life.ask('noor', `reply.went-out reply:${reply.id}`, { values: { where: '' } })
          else await life.ask('noor', `reply.again reply:${reply.id}`)
        }
        open = still
        await after(50)
      }
      for (const { id, text, approved } of drafts) {
        const reply = await store.replies.get('nimbus', id)
        const there = standing(text)
        if (there > 1) twice.push(`${id} stands there ${there} times`)
        if (!reply) lost.push(`${id} is gone`)
        else {
          state[reply.state] = (state[reply.state] ?? 0) + 1
          const published = reply.state === 'published'
          if (published !== (there === 1))
            lost.push(`${id} is ${reply.state} and stands there ${there} times`)
          if (approved === true && !published) lost.push(`${id} was approved and is ${reply.state}`)
          if (approved === false && reply.state !== 'waiting')
            lost.push(`${id} was never approved and is ${reply.state}`)
        }
      }
    } finally {
      await store.close()
      await kill(life)
    }
    return { kills, hits, replies: drafts.length, approved: acknowledged, ...counts, twice, lost, state }
  }

  /** How often a text stands on any network. */
  function standing(text: string): number {
    const all = [
      ...mastodon.statuses.map(({ content }) => content),
      ...[...bluesky.records.values()].map(({ value }) => String(value.text)),
      ...discourse.posts.map(({ raw }) => raw),
      // Each call counts, although a receiver could tell them apart by their id.
      ...receiver.calls.map((event) => JSON.stringify(event)),
    ]
    return all.filter((one) => one.includes(text)).length
  }
}
