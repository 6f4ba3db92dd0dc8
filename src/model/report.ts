import { type Weekday, weekdayOf } from './digest.ts'
import { Oops } from './oops.ts'
import { type Day, dayAfter, type Period } from './period.ts'
import { type Account, accountKey, may, type Role } from './person.ts'
import type { Instant } from './post.ts'
import type { Place, Purpose, SettingPlace } from './team.ts'
import { day, dayIn, hour, instantOf, localOf } from './time.ts'

/** For whom a report is written: the board, in a page without jargon; the team, with the work and the details. */
export const readers = ['board', 'team'] as const
export type Reader = (typeof readers)[number]

export const reportRhythms = ['month', 'week', 'day'] as const
export type ReportRhythm = (typeof reportRhythms)[number]

/** A report of the settings. `comment`: `draft` sends what Vigie drafts, `ask` asks the team for its words before. */
export type ReportPlan = {
  name: string
  reader: Reader
  every: ReportRhythm
  /** The day of the month, or of the week; null where it comes every day. */
  on: number | Weekday | null
  /** A local time `HH:MM`. */
  at: string
  to: Purpose | Place | null
  mail: string[]
  comment: 'draft' | 'ask'
  approve: boolean
  place?: SettingPlace
}

/** The last moment for a report, up to and with `now`. */
export const reportBefore = (now: Instant, plan: ReportPlan, timeZone: string): Instant =>
  momentNear(now, plan, timeZone, -1, (at) => at <= now)

/** The next moment for a report after `now`. */
export const reportAfter = (now: Instant, plan: ReportPlan, timeZone: string): Instant =>
  momentNear(now, plan, timeZone, 1, (at) => at > now)

function momentNear(
  now: Instant,
  { every, on, at }: ReportPlan,
  timeZone: string,
  step: 1 | -1,
  fits: (at: Instant) => boolean,
): Instant {
  const { year, month, day } = localOf(now, timeZone)
  const [hour, minute] = at.split(':').map(Number)
  for (let days = 0; ; days += step) {
    const date = new Date(Date.UTC(year, month - 1, day + days))
    const shown = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
    const isIt =
      every === 'day' ||
      (every === 'week' ? weekdayOf(shown.year, shown.month, shown.day) === on : shown.day === on)
    const moment = isIt ? instantOf({ ...shown, hour: hour!, minute: minute! }, timeZone) : null
    if (moment !== null && fits(moment)) return moment
  }
}

/** What a report that is due then is about: the month before, the seven days before, the day before. */
export function periodFor(dueAt: Instant, { every }: Pick<ReportPlan, 'every'>, timeZone: string): Period {
  const to = dayAfter(dayIn(dueAt, timeZone), -1)
  if (every === 'day') return { from: to, to }
  if (every === 'week') return { from: dayAfter(to, -6), to }
  const last = dayAfter(`${dayIn(dueAt, timeZone).slice(0, 7)}-01`, -1)
  return { from: `${last.slice(0, 7)}-01`, to: last }
}

/** How long before its time the team is asked for its comment, in ms. */
export const askedBefore: Record<ReportRhythm, number> = { month: 3 * day, week: day, day: 2 * hour }

/** What is said of a period in the words of people, and who wrote them: null where Vigie drafted it. */
export type CommentVersion = {
  nth: number
  text: string
  by: { person: string; name: string; account: Account | null } | null
  at: Instant
}

export type ReportApproval = { nth: number; person: string; name: string; account: Account; at: Instant }

/** A report for a period: composed when it is sent, and with it what was said and by whom. */
export type Report = {
  id: number
  team: string
  /** The name of its plan; that of its reader where somebody asked for it by hand. */
  plan: string
  reader: Reader
  period: Period
  versions: CommentVersion[]
  approvals: ReportApproval[]
  /** Where it was sent, and when. */
  sent: { to: string; at: Instant; by: string | null }[]
  madeAt: Instant
  /** When the team was asked for a comment; when it was told that it waits for an approval. */
  askedAt: Instant | null
  heldAt: Instant | null
}

export const newestComment = ({ versions }: Pick<Report, 'versions'>): CommentVersion => versions.at(-1)!

/** Whether people have given it words, or let those of Vigie stand: then nobody drafts them anew. */
export const isTheirs = ({ versions, approvals }: Pick<Report, 'versions' | 'approvals'>) =>
  versions.some(({ by }) => by !== null) || approvals.length > 0

/** Who let the newest version go out; null where nobody did. */
export const approvalOf = (report: Pick<Report, 'versions' | 'approvals'>): ReportApproval | null =>
  report.approvals.find(({ nth }) => nth === newestComment(report).nth) ?? null

type Doer = { id: string; name: string; role: Role; account: Account }

/**
 * Somebody lets the version go out that they saw. Throws Oops where they may not, wrote it themselves, or it is
 * another by now; null where they did already.
 */
export function approveComment(
  report: Report,
  by: Doer,
  { version, at }: { version: number; at: Instant },
): ReportApproval | null {
  const newest = newestComment(report)
  if (report.sent.length > 0) throw new Oops('report.sent-already')
  if (!may(by.role, 'approver')) throw new Oops('report.approver-needed')
  if (version !== newest.nth) throw new Oops('report.changed-since', { name: newest.by?.name ?? 'Vigie' })
  if (newest.by && isSame(newest.by, by)) throw new Oops('report.own')
  if (approvalOf(report)) return null
  return { nth: version, person: by.id, name: by.name, account: by.account, at }
}

const isSame = (one: NonNullable<CommentVersion['by']>, other: Doer) =>
  one.person === other.id || (one.account !== null && accountKey(one.account) === accountKey(other.account))

/** A period as it is asked for: never beyond today, never without a day. Throws Oops. */
export function soFar({ from, to }: Period, today: Day): Period {
  if (from > to) throw new Oops('report.backwards', { from, to })
  if (from > today) throw new Oops('report.future', { from })
  return { from, to: to > today ? today : to }
}

/** The longest comment, in characters. */
export const longestComment = 2_000
