import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import type { Given } from './child.ts'
import type { Hear } from './feeds.ts'
import type { Place } from './ledger.ts'
import type { Chance } from './seeded.ts'

/** What happens while a Vigie lives: of itself, and as those that it talks to notice. */
export type Event = 'born' | 'opening' | 'running' | Parameters<Hear>[0]

/** When it is killed: so many milliseconds after this happened for the so-manieth time. */
export type Instant = { event: Event; times: number; wait: number }

/** Drawn over the whole of a life: as soon as it starts, while it opens its store, reads, keeps, tells and notes down. */
export function drawInstant(chance: Chance): Instant {
  const event = chance.oneOf(instants)
  const wait = event === 'born' ? chance.below(500) : chance.below(chance.happens(0.5) ? 8 : 80)
  return { event, times: event === 'born' || event === 'opening' ? 1 : chance.between(1, 4), wait }
}

const instants: Event[] = [
  ...(['born', 'opening', 'opening', 'fetch', 'fetch', 'fetched', 'fetched', 'fetched'] as const),
  ...(['say', 'say', 'say', 'said', 'said', 'said', 'find', 'change'] as const),
]

/** A clock that can be set, for all that live at the same time; `speed` times as fast as the real one. */
export function newTime(speed: number) {
  let time = { is: Date.UTC(2026, 2, 2, 9), at: Date.now(), speed }
  const now = () => time.is + (Date.now() - time.at) * time.speed
  return {
    now,
    get given() {
      return time
    },
    passes(length: number) {
      time = { ...time, is: now() + length, at: Date.now() }
    },
    runs(speed: number) {
      time = { is: now(), at: Date.now(), speed }
    },
  }
}

/** Starts Vigies in processes of their own. `notice` is to be told what the servers hear. */
export function newLives(given: () => Given) {
  const watching = new Set<(event: Event) => void>()
  const living = new Set<ChildProcess>()

  function begin({ folder, url }: Place) {
    const env = {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C', PORT: '0', VIGIE_DATA: folder },
      ...{ VIGIE_ALLOW_PRIVATE: '127.0.0.1', LOG_LEVEL: process.env.FAULTS_LOG ?? 'silent' },
      ...{ NODE_COMPILE_CACHE: join(tmpdir(), 'vigie-compiled'), GIVEN: JSON.stringify(given()) },
      ...(url ? { DATABASE_URL: url } : {}),
    }
    const child = spawn(process.execPath, ['test/faults/child.ts'], {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    living.add(child)
    child.once('exit', () => living.delete(child))
    child.on('message', (event: Event) => notice(event))
    return child
  }

  function notice(event: Event) {
    for (const watch of watching) watch(event)
  }

  /**
   * Waits for a drawn instant in the life of one of them; false where it did not come before long, or that one ended
   * before.
   */
  async function comes(
    { event: awaited, times: often, wait }: Instant,
    child: ChildProcess,
    longest = longestStart,
  ) {
    let times = 0
    const reached = await new Promise<boolean>((resolve) => {
      const watch = (event: Event) => {
        if (event === 'running') setTimeout(over, longestLife, false)
        if (event === awaited && ++times >= often) over(true)
      }
      const over = (reached: boolean) => {
        watching.delete(watch)
        clearTimeout(enough)
        resolve(reached)
      }
      watching.add(watch)
      const enough = setTimeout(over, longest, false)
      child.once('exit', () => over(false))
      if (awaited === 'born') over(true)
    })
    if (reached) await after(wait)
    return reached
  }

  /** As a power switch does; what it was doing is not waited for. False where it had ended by itself. */
  async function kill(child: ChildProcess): Promise<boolean> {
    if (child.exitCode !== null) return false
    child.kill('SIGKILL')
    await once(child, 'exit')
    return true
  }

  /** Asks it to stop, as Ctrl+C does. */
  async function end(child: ChildProcess) {
    if (child.exitCode !== null) return
    const gone = once(child, 'exit')
    child.send('stop')
    await Promise.race([gone, after(10_000)])
    await kill(child)
  }

  return { begin, comes, kill, end, notice, all: () => Promise.all([...living].map(kill)) }
}

/** After it runs, and until then. */
const longestLife = 1_200
const longestStart = 6_000
