import type { Logger } from 'pino'
import type { Asked } from '../chat/command.ts'
import type { Message } from '../chat/message.ts'
import { beginPoll, endPoll, makePoll, polledOf, severalAccounts } from '../delivery/poll-life.ts'
import { endMessage, type Polled } from '../delivery/poll-message.ts'
import type { Poll } from '../model/poll.ts'
import type { Instant } from '../model/post.ts'
import { nextAfter } from '../model/rhythm.ts'
import type { Team } from '../model/team.ts'
import type { Series } from '../store/poll-series.ts'
import { atOnce } from '../store/polls.ts'
import type { Parts, Store } from '../store/store.ts'
import { sayIn } from '../texts/texts.ts'
import { newMoments } from './moments.ts'

/** Draws a poll's result; null where that cannot be done. */
export type Draw = (polled: Polled, team: Team) => Promise<NonNullable<Message['files']> | null>

/**
 * Begins and ends polls at their moments, begins those again that come again, and tells how each one ended. What was
 * due while Vigie was off is done late: a poll that ends then says so, one of a series that would be over is passed over.
 */
export function newPolls({
  store,
  teams,
  seal,
  draw,
  clock,
  log,
  wake,
}: {
  store: Store
  teams: Team[]
  seal: Asked['seal']
  draw: Draw
  clock: () => Instant
  log: Logger
  /** Called after something has changed that is to be told. */
  wake: () => void
}) {
  const teamOf = ({ team }: { team: string }) => teams.find(({ name }) => name === team)
  const names = () => teams.map(({ name }) => name)
  /** Since when this process looks after polls. */
  let since: Instant | null = null
  /** Whether something could not be done in the last round, or was left for the next one. */
  let left: 'failed' | 'more' | null = null
  let lookedAt = 0
  let stopping = false
  const announcing = new Map<number, Promise<void>>()

  async function work() {
    const now = clock()
    since ??= now
    lookedAt = now
    left = null
    const ending = await store.polls.ending(now, names())
    for (const poll of ending) await safely(poll, () => end(poll))
    for (const series of await store.pollSeries.due(now, names())) await safely(series, () => goOn(series))
    const starting = await store.polls.starting(now, names())
    for (const poll of starting) await safely(poll, () => begin(poll))
    if (Math.max(ending.length, starting.length) >= atOnce) left ??= 'more'
    await announceAll()
  }

  /** A mistake in one poll is nobody else's. */
  async function safely(what: { id: number; team: string }, work: () => Promise<void>) {
    await work().catch((err) => {
      left = 'failed'
      log.error({ err, poll: what.id }, 'a poll could not go on; trying again')
    })
    wake()
  }

  /** The ends are told beside all else, a few at a time: a chart takes seconds, and nobody's end waits for another's. */
  async function announceAll() {
    const waiting = await store.polls.unannounced(names())
    for (const poll of waiting) {
      if (stopping || announcing.size >= mostDrawings) return
      if (announcing.has(poll.id)) continue
      const told = announce(poll)
        .then(() => true)
        .catch((err) => {
          log.error({ err, poll: poll.id }, 'the end of a poll could not be told; trying again')
          return false
        })
      announcing.set(
        poll.id,
        told.then(async (told) => {
          announcing.delete(poll.id)
          wake()
          if (told) await announceAll().catch((err) => log.error({ err }, 'no ends of polls could be read'))
        }),
      )
    }
  }

  /** Until all ends that are to be told now are. */
  async function announced() {
    while (announcing.size > 0) await Promise.all(announcing.values())
  }

  /** What was due and could not be done is tried soon, and keeps nobody else's moment back. */
  async function next(): Promise<Instant | null> {
    const at = await store.polls.nextMoment(lookedAt, names())
    if (left === null) return at
    const again = left === 'failed' ? lookedAt + soon : lookedAt
    return at === null ? again : Math.min(at, again)
  }

  const end = (poll: Poll) =>
    store.together(async (store) => {
      const people = await severalAccounts(store, teamOf(poll)!)
      await endPoll(store, poll, { why: 'time', by: null, now: clock(), seal, people })
    })

  const begin = (poll: Poll) =>
    store.together(async (store) => {
      const now = clock()
      // It would be over: whoever looks for it finds it cancelled.
      if (poll.endsAt === null || poll.endsAt > now) await beginPoll(store, teamOf(poll)!, poll.id, now)
      else if (await store.polls.cancel(poll.id, { at: now, by: 'Vigie' })) await tellMissed(store, poll, now)
    })

  /** Staff planned it, and counts on it. */
  function tellMissed({ deliveries }: Parts, poll: Poll, now: Instant) {
    const team = teamOf(poll)!
    const say = sayIn(team.locale)
    const payload: Message = {
      title: poll.question,
      text: say('poll.missed', { time: say.at(poll.startsAt, now, team.timeZone) }),
    }
    const about = `poll:${poll.id}/missed`
    const place = team.channels.alerts
    return deliveries.add([{ team: team.name, rule: 'notice', about, place, payload, dueAt: now }], now)
  }

  /** The one that is due begins, late where its end still lies ahead; the next one waits for its time. */
  const goOn = (series: Series) =>
    store.together(async (store) => {
      const now = clock()
      const team = teamOf(series)!
      const { rhythm, plan, nextAt } = series
      // Of those that were missed, the last one counts.
      let due = nextAfter(rhythm, nextAt - 1, team.timeZone)
      let next = nextAfter(rhythm, due.startsAt, team.timeZone)
      while (next.startsAt <= now) [due, next] = [next, nextAfter(rhythm, next.startsAt, team.timeZone)]
      if (!(await store.pollSeries.goOn(series, next.startsAt)) || due.endsAt <= now) return
      await makePoll(store, team, plan, { ...due, startsAt: now, series: series.id, now })
    })

  /** The end is told in the thread, with its chart; without where that cannot be drawn. */
  async function announce(poll: Poll) {
    const team = teamOf(poll)!
    const polled = await polledOf(store, team, poll.id)
    if (!polled) return
    if (poll.anonymous) await store.polls.erased()
    const chart = await draw(polled, team).catch((err) => {
      log.warn({ err, poll: poll.id }, 'the chart of a poll could not be drawn')
      return null
    })
    await store.together(async (store) => {
      const now = clock()
      if (!(await store.polls.announced(poll.id, now))) return
      const wasOff = poll.endsAt !== null && since !== null && since > poll.endsAt
      const message = endMessage(
        polled,
        { say: sayIn(team.locale), now, team },
        { chart: chart ?? [], wasOff },
      )
      await store.living.notice(team.name, `poll:${poll.id}`, 'end', message, now)
    })
  }

  const moments = newMoments({ work, next, shared: store.shared, clock, log })
  return {
    ...moments,
    /** Does what is due now, and waits until all of it is told; for tests that hold the clock. */
    async look() {
      await moments.look()
      await announced()
    },
    async start() {
      stopping = false
      await moments.start()
    },
    async stop() {
      stopping = true
      await moments.stop()
      await announced()
    },
  }
}

/** Charts are drawn one or two at a time: each takes a process of its own. */
const mostDrawings = 2
/** Milliseconds after which what failed is tried again. */
const soon = 3_000
