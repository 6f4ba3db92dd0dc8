import type { Logger } from 'pino'
import type { Message } from '../chat/message.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { breath, type Changed } from '../store/living.ts'
import type { Parts, Store } from '../store/store.ts'

/**
 * Writes what a living message says now: `id` is what stands behind the noun of its `about` (`17` of `poll:17`). Reads
 * with the store it is given: it runs in a transaction. Null where there is nothing to be told any more.
 */
export type Writer = (asked: {
  store: Parts
  team: Team
  id: string
  now: Instant
}) => Promise<Message | null>

/**
 * Keeps living messages up to date: writes those that have changed, by the writer of their noun, when they may be
 * told again. `wake` says that something has changed; `stop` waits for what is being written.
 */
export function newLiving({
  store,
  teams,
  writers,
  clock,
  log,
  wake: told,
}: {
  store: Store
  teams: Team[]
  writers: Record<string, Writer>
  clock: () => Instant
  log: Logger
  /** Called after something was written: it is to be told. */
  wake: () => void
}) {
  let running = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  let waiting = false

  function wake() {
    if (!running || waiting) return
    waiting = true
    round = round.then(look).catch(complain)
  }

  async function look() {
    waiting = false
    const names = teams.map(({ name }) => name)
    const due = await store.living.due(clock(), names)
    for (const one of due) await write(one).catch((err) => complain(err, one.about))
    if (due.length > 0) told()
    const next = await store.living.nextDue(names)
    if (next !== null) sleep(Math.min(Math.max(next - clock(), breath), longestSleep))
    else if (store.shared) sleep(longestSleep)
  }

  async function write(changed: Changed) {
    const team = teams.find(({ name }) => name === changed.team)
    const [noun = '', id = ''] = changed.about.split(':')
    const writer = writers[noun]
    if (!team || !writer) return
    await store.together(async (store) => {
      const now = clock()
      const message = await writer({ store, team, id, now })
      if (message) await store.living.write(changed, message, now)
    })
  }

  function complain(err: unknown, about?: string) {
    log.error({ err, about }, 'a message could not be brought up to date; trying again')
    sleep(restAfterFailure)
  }

  function sleep(length: number) {
    clearTimeout(timer)
    if (running) timer = setTimeout(wake, length)
  }

  return {
    wake,
    /** Writes what is due now; for tests that hold the clock. */
    look: () => look(),
    start() {
      running = true
      wake()
    },
    async stop() {
      running = false
      clearTimeout(timer)
      await round
    },
  }
}

const longestSleep = 30_000
const restAfterFailure = 5_000
