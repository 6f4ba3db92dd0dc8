import { periodWords } from '../chat/dates.ts'
import type { Message } from '../chat/message.ts'
import type { Instant } from '../model/post.ts'
import { approvalOf, newestComment, type Report, type ReportPlan, reportAfter } from '../model/report.ts'
import type { Team } from '../model/team.ts'
import { reportAbout } from '../store/reports.ts'
import { plain, together } from '../texts/marked.ts'
import { type Say, sayIn } from '../texts/texts.ts'
import type { Writer } from './living.ts'
import { quotation } from './reply-words.ts'

/** What the message that asks for a comment says now: for the living messages (src/delivery/living.ts). */
export const writeReportAsk: Writer = async ({ store, team, id, now }) => {
  const report = await store.reports.get(team.name, Number(id))
  if (!report) return null
  const plan = team.reports?.find(({ name }) => name === report.plan) ?? null
  return reportAsk(report, plan, { team, now })
}

/** The comment as it stands, for the team to edit and, where the settings wish, to approve, before the report goes out. */
export function reportAsk(
  report: Report,
  plan: ReportPlan | null,
  { team, now }: { team: Team; now: Instant },
): Message {
  const say = sayIn(team.locale)
  const version = newestComment(report)
  const sent = report.sent[0]
  const period = periodWords(report.period, say)
  const approve = plan?.approve === true && !sent
  const base: Message = {
    title: say.plain(sent ? 'report.ask-title-sent' : 'report.ask-title', { period }),
    text: together([
      sent
        ? say('report.ask-sent', { time: say.at(sent.at, now, team.timeZone) })
        : plan &&
          say('report.ask', {
            plan: plan.name,
            time: say.at(dueFor(report, plan, team), now, team.timeZone),
          }),
      versionWords(report, say),
      quotation(plain(version.text)),
    ]),
    about: reportAbout(report.id),
    shows: String(version.nth),
    team: team.name,
  }
  if (sent) return base
  return {
    ...base,
    fields: [{ name: say.plain('report.ask-state'), value: stateWords(report, plan, say) }],
    ...(approve ? { note: say('report.ask-approve'), react: ['✅'] } : {}),
    buttons: [
      {
        action: 'report.edit',
        label: say.plain('report.edit'),
        value: String(version.nth),
        style: 'primary',
      },
      ...(approve && !approvalOf(report)
        ? [{ action: 'report.approve', label: say.plain('report.approve'), value: String(version.nth) }]
        : []),
    ],
  }
}

function versionWords(report: Report, say: Say) {
  const { nth, by } = newestComment(report)
  return by ? say('report.ask-version', { nth, name: by.name }) : say('report.ask-drafted', { nth })
}

function stateWords(report: Report, plan: ReportPlan | null, say: Say) {
  if (!plan?.approve) return say('report.ask-free')
  const approval = approvalOf(report)
  return approval ? say('report.ask-approved', { name: approval.name }) : say('report.ask-waits')
}

/** The moment of its plan that lies next after its period. */
const dueFor = ({ period }: Report, plan: ReportPlan, { timeZone }: Team): Instant =>
  reportAfter(Date.parse(`${period.to}T12:00:00Z`), plan, timeZone)
