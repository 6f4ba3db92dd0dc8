import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { periodWords } from '../chat/dates.ts'
import type { Message } from '../chat/message.ts'
import { type Outcome, type Patience, sendMail } from '../mail/mail.ts'
import { type Mail, mailRest } from '../model/mail.ts'
import type { Reason } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { channelFor, type Team } from '../model/team.ts'
import type { DrawnSheet } from '../reports/board/drawn.ts'
import type { Sheet } from '../reports/board/sheet.ts'
import type { EndOfMail } from '../store/mails.ts'
import type { Store } from '../store/store.ts'
import { reasonWords, sayIn } from '../texts/texts.ts'
import { newMoments } from './moments.ts'

type Parts = {
  store: Store
  teams: Team[]
  clock: () => Instant
  log: Logger
  /** Called when something is to be told. */
  wake: () => void
  patience?: Patience
}

/**
 * Sends the mail that is due, one after the other. That a server is asked is written down before it is: what nobody
 * knows the end of is said, and never sent twice by itself.
 */
export function newMails({ store, teams, clock, log, wake, patience }: Parts) {
  const owner = randomUUID()
  const ending = new AbortController()
  const moments = newMoments({ work, next, shared: store.shared, clock, log })
  const names = () => teams.map(({ name }) => name)

  async function work() {
    for (;;) {
      if (ending.signal.aborted) return
      const now = clock()
      const mail = await store.mails.take(names(), { owner, until: now + hold }, now)
      if (!mail) return
      const team = teams.find(({ name }) => name === mail.team)!
      await (mail.state === 'unsure' ? tell(team, mail, 'unsure', diedReason) : send(team, mail))
    }
  }

  function next() {
    return store.mails.nextMoment(names())
  }

  type Drawn = { sheet: Sheet; files: DrawnSheet }
  /** One report mostly goes to several addresses: it is drawn once, and again where something in it is gone since. */
  let last: (Drawn & { report: number; says: string }) | null = null

  async function send(team: Team, mail: Mail) {
    const outcome = await tried(team, mail)
    const now = clock()
    const end = endOf(mail, outcome, { now, stopped: ending.signal.aborted })
    await store.mails.end(mail.id, owner, end, now)
    if (outcome.is === 'sent' || (outcome.is === 'later' && ending.signal.aborted)) return
    log.warn({ team: team.name, id: mail.id, state: end.state }, 'a report was not mailed')
    const why = end.state === 'failed' && outcome.is === 'later' ? gaveUp(team, outcome.why) : outcome.why
    await tell(team, mail, end.state as 'failed' | 'unsure' | 'waiting', why)
  }

  async function tried(team: Team, mail: Mail): Promise<Outcome> {
    if (!team.mail || team.sample) return { is: 'later', why: { key: 'mail.no-server', values: {} } }
    const whole = await drawnOf(team, mail).catch((err) => {
      log.error({ err, team: team.name, id: mail.id }, 'a report could not be drawn; trying again')
      return 'not-drawn' as const
    })
    if (whole === 'not-drawn') return { is: 'later', why: { key: 'mail.not-drawn', values: {} } }
    if (!whole) return { is: 'refused', why: { key: 'mail.forgotten', values: {} } }
    const { letterOf } = await import('../reports/board/letter.ts')
    const letter = letterOf(whole.sheet, whole.files, { mail, from: team.mail.from })
    return sendMail(team.mail.server, letter, { signal: ending.signal, ...(patience ? { patience } : {}) })
  }

  async function drawnOf(team: Team, mail: Mail): Promise<Drawn | null> {
    const sheet = (await store.reports.sheet(team.name, mail.report)) as Sheet | null
    if (sheet === null) return null
    const says = JSON.stringify(sheet)
    if (last?.report !== mail.report || last.says !== says) {
      const { drawn } = await import('../reports/board/drawn.ts')
      last = { report: mail.report, says, sheet, files: await drawn(sheet, { at: mail.madeAt }) }
    }
    return last
  }

  /** The team hears of each trouble once, with the cure. */
  async function tell(team: Team, mail: Mail, state: 'failed' | 'unsure' | 'waiting', why: Reason) {
    const now = clock()
    const trouble = `${state} ${'key' in why ? why.key : ''}`
    const told = await store.together(async (store) => {
      await store.turns.take()
      const report = await store.reports.get(team.name, mail.report)
      if (!report || !(await store.mails.tell(mail.id, trouble))) return false
      const say = sayIn(team.locale)
      const period = periodWords(report.period, say)
      const { address } = mail
      const payload: Message = {
        title: say.plain(`mail.${state}-title`),
        text:
          state === 'unsure'
            ? say('mail.unsure', { address, period })
            : say('mail.failed', { address, period, why: reasonWords(why, say) }),
        about: `report:${report.id}`,
        ...(state === 'waiting'
          ? { note: say('mail.goes-on', { time: say.time(lastTry(mail), now, team.timeZone) }) }
          : { buttons: [{ action: 'report.mail-again', label: say.plain('report.mail-again') }] }),
      }
      const about = `mail:${mail.id}/${mail.attempts}`
      const place = channelFor(team, 'approvals')
      await store.deliveries.add(
        [{ team: team.name, rule: 'notice', about, place, payload, dueAt: now }],
        now,
      )
      return true
    })
    if (told) wake()
  }

  return {
    look: moments.look,
    wake: moments.wake,
    async start() {
      // Nobody else works on a file: what was held in it is held by nobody.
      if (!store.shared) await store.mails.free(clock())
      await moments.start()
    },
    /** What is being handed over ends at once: it is tried again, or said to be unsure. */
    async stop() {
      ending.abort()
      await moments.stop()
    },
  }
}

function endOf(
  mail: Mail,
  outcome: Outcome,
  { now, stopped }: { now: Instant; stopped: boolean },
): EndOfMail {
  if (outcome.is === 'sent') return { state: 'sent', answer: outcome.answer }
  const answer = JSON.stringify(outcome.why)
  if (outcome.is === 'unsure') return { state: 'unsure', answer }
  if (stopped && outcome.is === 'later') return { state: 'waiting', answer, dueAt: now }
  const rest = outcome.is === 'later' ? mailRest(mail.attempts) : null
  return rest === null ? { state: 'failed', answer } : { state: 'waiting', answer, dueAt: now + rest }
}

const gaveUp = (team: Team, why: Reason): Reason => ({
  key: 'mail.gave-up',
  values: { why: reasonWords(why, sayIn(team.locale)) },
})

/** When it is given up, where nothing helps before. */
function lastTry({ attempts, dueAt }: Mail): Instant {
  let at = dueAt
  for (let tries = attempts; mailRest(tries) !== null; tries++) at += mailRest(tries)!
  return at
}

/** A process died over it. */
const diedReason: Reason = { key: 'mail.unsure', values: {} }

/** Ms: longer than one try may take. */
const hold = 5 * 60_000
