import type { Message } from '../../chat/message.ts'
import type { Period } from '../../model/period.ts'
import type { Instant } from '../../model/post.ts'
import {
  approvalOf,
  newestComment,
  periodFor,
  type Reader,
  type Report,
  type ReportPlan,
  reportAfter,
  reportBefore,
} from '../../model/report.ts'
import { type Place, placeKey, type Team } from '../../model/team.ts'
import type { Parts } from '../../store/store.ts'
import type { Sheet } from './sheet.ts'

/** Who gets a report of a plan: channels, and addresses of mail. A sample team sends none: it speaks for nobody. */
export type Targets = { places: Place[]; mail: string[] }

/** The plan that a period is for, where the settings have one; else it is sent nowhere by itself. */
export const planFor = (
  { reports = [], timeZone }: Pick<Team, 'reports' | 'timeZone'>,
  { period, reader }: { period: Period; reader: Reader },
  now: Instant,
): ReportPlan | null =>
  reports.find((plan) => {
    if (plan.reader !== reader) return false
    const due = [reportBefore(now, plan, timeZone), reportAfter(now, plan, timeZone)]
    return due.some((at) => {
      const of = periodFor(at, plan, timeZone)
      return of.from === period.from && of.to === period.to
    })
  }) ?? null

export function targetsOf(team: Team, plan: ReportPlan | null): Targets {
  const to = plan === null ? 'watch' : plan.to
  const places = to === null ? [] : [typeof to === 'string' ? team.channels[to] : to]
  return { places, mail: plan && team.mail && !team.sample ? plan.mail : [] }
}

/** Where it has not been sent yet. */
export function leftOf({ places, mail }: Targets, { sent }: Pick<Report, 'sent'>): Targets {
  const known = new Set(sent.map(({ to }) => to))
  return {
    places: places.filter((place) => !known.has(placeKey(place))),
    mail: mail.filter((address) => !known.has(mailKey(address))),
  }
}

export const mailKey = (address: string) => `mail:${address}`

export const isNobody = ({ places, mail }: Targets) => places.length === 0 && mail.length === 0

/** Whether its comment still waits for somebody's approval. */
export const waitsForApproval = (plan: ReportPlan | null, report: Report) =>
  plan?.approve === true && approvalOf(report) === null

/**
 * Sends it, each place once: kept, queued for the channels and for the mail in one transaction, so that a crash loses
 * nothing and tells nothing twice. Null where somebody was faster, the comment is another by now, an approval was taken
 * back meanwhile, or a post went at its place after `composedAt`, which it may quote. Gives where it goes.
 */
export async function sendReport(
  store: Parts,
  team: Team,
  {
    plan,
    report,
    sheet,
    message,
    composedAt,
  }: { plan: ReportPlan | null; report: Report; sheet: Sheet; message: Message; composedAt: Instant },
  { by, now, dueAt = now }: { by: string | null; now: Instant; dueAt?: Instant },
): Promise<Targets | null> {
  await store.turns.take()
  const fresh = await store.reports.get(team.name, report.id, { hold: true })
  if (!fresh || newestComment(fresh).text !== newestComment(report).text) return null
  if (waitsForApproval(plan, fresh)) return null
  if (await store.postChanges.wentAfter(composedAt)) return null
  const left = leftOf(targetsOf(team, plan), fresh)
  if (isNobody(left)) return null
  await store.reports.keepSheet(report.id, sheet)
  const about = `report:${report.id}`
  for (const place of left.places) await store.reports.send(report.id, placeKey(place), { by, at: now })
  await store.deliveries.add(
    left.places.map((place) => ({
      team: team.name,
      rule: 'digest',
      about,
      place,
      payload: message,
      dueAt,
      held: dueAt > now,
    })),
    now,
  )
  for (const address of left.mail) {
    await store.reports.send(report.id, mailKey(address), { by, at: now })
    const domain = /@([^@>]+)>?$/.exec(team.mail!.from)![1]!
    await store.mails.add(team.name, report.id, { address, domain }, now)
  }
  await store.living.end(team.name, askAbout(report.id), now)
  return left
}

/** What the message that asks for a comment is about. */
export const askAbout = (id: number) => `report:${id}`
