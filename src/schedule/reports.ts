import type { Logger } from 'pino'
import { periodWords } from '../chat/dates.ts'
import { reportAsk } from '../delivery/report-ask.ts'
import type { Instant } from '../model/post.ts'
import {
  askedBefore,
  newestComment,
  periodFor,
  type ReportPlan,
  reportAfter,
  reportBefore,
} from '../model/report.ts'
import { channelFor, type Team } from '../model/team.ts'
import { hour, minute, quietUntil } from '../model/time.ts'
import {
  askAbout,
  isNobody,
  leftOf,
  sendReport,
  targetsOf,
  waitsForApproval,
} from '../reports/board/report-life.ts'
import type { Store } from '../store/store.ts'
import { together } from '../texts/marked.ts'
import { sayIn } from '../texts/texts.ts'
import { wakeAt } from './waking.ts'

type Parts = {
  store: Store
  teams: Team[]
  clock: () => Instant
  log: Logger
  /** Called after something was queued for a channel or for the mail. */
  wake: () => void
}

/**
 * The reports of the settings: asks for a comment before their time where they wish, and sends them at their time. Cron
 * only wakes, the clock and the store say what is due. One that was missed is sent late, once; in quiet hours it waits
 * for their end; one whose comment has to be approved waits for that.
 */
export function newReports({ store, teams, clock, log, wake }: Parts) {
  const began = clock()
  let looking: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined
  let waking: ReturnType<typeof wakeAt> | undefined
  /** Something waits for an approval. */
  let held = false

  /** One at a time; who comes while another waits for their turn looks with them. */
  function look() {
    waiting ??= looking.then(() => {
      waiting = undefined
      return all()
    })
    looking = waiting
    return waiting
  }

  async function all() {
    held = false
    for (const team of teams)
      for (const plan of team.reports ?? [])
        try {
          if (plan.comment === 'ask' || plan.approve) await ask(team, plan)
          await send(team, plan)
        } catch (err) {
          log.error({ err, team: team.name }, 'a report could not be composed; trying again in a minute')
        }
  }

  /** The team reads the draft of the next one in time; what was not asked then is not asked when it is late. */
  async function ask(team: Team, plan: ReportPlan) {
    const now = clock()
    const dueAt = reportAfter(now, plan, team.timeZone)
    if (now < dueAt - askedBefore[plan.every] || isQuiet(team, now)) return
    const period = periodFor(dueAt, plan, team.timeZone)
    const known = await store.reports.find(team.name, { plan: plan.name, period })
    if (known && (known.askedAt !== null || known.sent.length > 0)) return
    const { composed } = await import('../reports/board/composing.ts')
    const { report } = await composed({ store, team, now, plan, reader: plan.reader, period }, store.together)
    const asked = await store.together(async (store) => {
      await store.turns.take()
      if (!(await store.reports.mark(report.id, 'asked_at', now))) return false
      const places = [channelFor(team, 'approvals')]
      await store.living.begin(team.name, askAbout(report.id), {
        places,
        message: reportAsk(report, plan, { team, now }),
        now,
      })
      return true
    })
    if (asked) wake()
  }

  async function send(team: Team, plan: ReportPlan) {
    const now = clock()
    const dueAt = reportBefore(now, plan, team.timeZone)
    const late = now - dueAt > hour
    const period = periodFor(dueAt, plan, team.timeZone)
    const known = await store.reports.find(team.name, { plan: plan.name, period })
    const targets = targetsOf(team, plan)
    if (isNobody(leftOf(targets, known ?? { sent: [] }))) return
    // What fell due before Vigie knew the team is nobody's: it was never promised.
    if (!known && late && !(await knewThen(team, plan, dueAt))) return
    if (late && isQuiet(team, now)) return
    if (known && waitsForApproval(plan, known)) return hold(team, plan, known.id, dueAt)
    const { composed, messageOf, sheetFor } = await import('../reports/board/composing.ts')
    const whole = await composed({ store, team, now, plan, reader: plan.reader, period }, store.together)
    if (waitsForApproval(plan, whole.report)) return hold(team, plan, whole.report.id, dueAt)
    const sheet = sheetFor(whole, { team, now })
    const drawn = await messageOf(sheet, now)
    const say = sayIn(team.locale)
    const said = say('report.late', { due: say.at(dueAt, now, team.timeZone) })
    const message = now - dueAt > punctual ? { ...drawn, text: together([said, drawn.text]) } : drawn
    const sent = await store.together((store) =>
      sendReport(
        store,
        team,
        { plan, report: whole.report, sheet, message, composedAt: now },
        { by: null, now: clock() },
      ),
    )
    if (sent) wake()
  }

  /** Whether this plan was at work then: it has sent before, or this process has run since. */
  async function knewThen(team: Team, plan: ReportPlan, dueAt: Instant): Promise<boolean> {
    if (dueAt >= began) return true
    const sent = await store.reports.sent(team.name, 60)
    return sent.some((report) => report.plan === plan.name)
  }

  /** Its time is there, and nobody has approved its comment: said once, and sent as soon as somebody does. */
  async function hold(team: Team, plan: ReportPlan, id: number, dueAt: Instant) {
    held = true
    const now = clock()
    if (isQuiet(team, now)) return
    const told = await store.together(async (store) => {
      await store.turns.take()
      const report = await store.reports.get(team.name, id, { hold: true })
      if (!report || !waitsForApproval(plan, report)) return false
      if (!(await store.reports.mark(id, 'held_at', now))) return false
      const say = sayIn(team.locale)
      const about = askAbout(id)
      const place = channelFor(team, 'approvals')
      await store.living.begin(team.name, about, {
        places: [place],
        message: reportAsk(report, plan, { team, now }),
        now,
      })
      const { nth } = newestComment(report)
      const payload = {
        text: say('report.held', {
          plan: plan.name,
          period: periodWords(report.period, say),
          time: say.at(dueAt, now, team.timeZone),
          nth,
        }),
        about,
        shows: String(nth),
        react: ['✅'],
        buttons: [{ action: 'report.approve', label: say.plain('report.approve'), value: String(nth) }],
      }
      await store.living.notice(team.name, about, 'held', payload, now)
      return true
    })
    if (told) wake()
  }

  return {
    look,
    /** Somebody did something: what waits for an approval may go. */
    wake: () => void (waking && held && look()),
    start() {
      waking = wakeAt('* * * * *', look)
      // Composing takes its time: nobody's start waits for it.
      void look()
    },
    async stop() {
      await waking?.stop()
      await looking
    },
  }
}

const isQuiet = (team: Team, now: Instant) => quietUntil(now, team.quietHours, team.timeZone) !== null

/** Milliseconds: what is sent by then is on time. */
const punctual = 15 * minute
