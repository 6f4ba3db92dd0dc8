import { Routes } from 'discord.js'
import type { Logger } from 'pino'
import { Unavailable } from '../../model/oops.ts'
import { day, hour, minute } from '../../model/time.ts'
import type { Store } from '../../store/store.ts'
import type { Lack } from '../chat.ts'
import type { Declared } from '../declared.ts'
import type { Calls } from './calls.ts'
import type { Identity } from './identity.ts'
import { hashOf, registrationOf } from './registration.ts'

/**
 * Tells Discord the commands, all of them by one PUT, when they are others than before. They stand for every server at
 * once: the list is the same everywhere, a server that invites Vigie later has them at once, and however many servers
 * there are it is one request. A PUT may be made again without harm, so it hardly matters when that is forgotten.
 */
export function newRegistering(parts: {
  calls: Calls
  identity: Identity
  commands: Declared[]
  store: Pick<Store, 'memory'>
  log: Logger
}) {
  const { calls, identity, commands, store, log } = parts
  let refused = false
  let running = false
  let failures = 0
  let timer: NodeJS.Timeout | undefined

  async function register() {
    const list = registrationOf(commands)
    const hash = hashOf(list)
    const { application } = await identity.self()
    const key = `discord:commands:${application}`
    if ((await store.memory.get(key)) === hash) return
    await calls.call('PUT', Routes.applicationCommands(application), { body: list, waits: 5_000 })
    await store.memory.set(key, hash, 30 * day)
    log.info({ counts: list.length }, 'the commands were told to Discord')
  }

  async function attempt() {
    try {
      await register()
      refused = false
    } catch (err) {
      refused = err instanceof Unavailable && err.refused
      const asked = err instanceof Unavailable ? (err.retryAfter ?? 0) : 0
      const wait = refused ? hour : Math.max(Math.min(1000 * 2 ** failures++, 10 * minute), asked)
      log.warn(
        { err, seconds: Math.round(wait / 1000) },
        'Discord did not take the commands; they are told again',
      )
      if (running) timer = setTimeout(attempt, wait).unref()
    }
  }

  return {
    async begin() {
      running = true
      void attempt()
    },
    async end() {
      running = false
      clearTimeout(timer)
    },
    lacks: (): Lack[] => (refused ? [{ key: 'discord.commands-refused' }] : []),
  }
}
