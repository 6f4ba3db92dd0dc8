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
import type { Store } from '../store/store.ts'
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

  async function work() {
    const now = clock()
    for (const poll of await store.polls.ending(now)) await safely(poll, () => end(poll))
    for (const series of await store.pollSeries.due(now)) await safely(series, () => goOn(series))
    for (const poll of await store.polls.starting(now)) await safely(poll, () => begin(poll))
    for (const poll of await store.polls.unannounced()) await safely(poll, () => announce(poll))
  }

  /** A mistake in one poll is nobody else's. */
  async function safely(what: { id: number; team: string }, work: () => Promise<void>) {
    if (!teamOf(what)) return
    await work().catch((err) => log.error({ err, poll: what.id }, 'a poll could not go on; trying again'))
    wake()
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
      if (poll.endsAt !== null && poll.endsAt <= now)
        await store.polls.cancel(poll.id, { at: now, by: 'Vigie' })
      else await beginPoll(store, teamOf(poll)!, poll.id, now)
    })

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
      const message = endMessage(polled, { say: sayIn(team.locale), now, team }, chart ?? [])
      await store.living.notice(team.name, `poll:${poll.id}`, 'end', message, now)
    })
  }

  return newMoments({ work, next: store.polls.nextMoment, shared: store.shared, clock, log })
}
