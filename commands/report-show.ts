import type { Asked, Pressed } from '../src/chat/command.ts'
import { periodWords } from '../src/chat/dates.ts'
import type { Button, Message } from '../src/chat/message.ts'
import type { ReadBy } from '../src/chat/options.ts'
import { Oops } from '../src/model/oops.ts'
import { lengthOf, type Period } from '../src/model/period.ts'
import {
  approvalOf,
  newestComment,
  type Reader,
  type Report,
  type ReportPlan,
  readers,
  reportAfter,
  soFar,
} from '../src/model/report.ts'
import { dayIn } from '../src/model/time.ts'
import { folded } from '../src/model/words.ts'
import type { Composed } from '../src/reports/board/composing.ts'
import { isNobody, leftOf, planFor, targetsOf, waitsForApproval } from '../src/reports/board/report-life.ts'
import { plain, together } from '../src/texts/marked.ts'
import { placesWords, planOf, reportOf, sentWords } from './report-find.ts'

/** For whom: `board`, « direction », « équipe ». */
export const readerOption = {
  kind: 'choice' as const,
  names: { en: ['reader', 'for'], fr: ['lecteur', 'pour'] },
  about: 'report.about-reader' as const,
  read(raw: string): Reader {
    const wanted = folded(raw)
    const found = readers.find((reader) =>
      words[reader].some((word) => wanted !== '' && word.startsWith(wanted)),
    )
    if (!found) throw new Oops('report.reader-unknown', { given: raw })
    return found
  },
  choices: ({ say }: ReadBy) =>
    readers.map((value) => ({ value, label: say.plain(`report.reader-${value}`) })),
}

const words: Record<Reader, string[]> = {
  board: ['board', 'direction', 'comite', 'codir', 'boss', 'management'],
  team: ['team', 'equipe', 'community managers'],
}

/** The report as it would go out, in the reader's own words, to who asked alone. */
export async function preview(
  asked: Asked,
  { reader, period: given }: { reader: Reader; period: Period },
): Promise<Message> {
  const { team, now } = asked
  const short = soFar(given, dayIn(now, team.timeZone))
  if (lengthOf(short) > longest) throw new Oops('report.too-long', { most: longest })
  const plan = planFor(team, { period: given, reader }, now)
  // What a plan will send is one report from the first look at it on: what is said of it is not said twice.
  const period = plan ? given : short
  const store = asked.store
  const { composed } = await import('../src/reports/board/composing.ts')
  const whole = await composed({ store, team, now, plan, reader, period }, store.together)
  return shown(asked, whole, plan)
}

/** In the language of who looks at it; it goes out in the team's. */
async function shown(asked: Asked, whole: Composed, plan: ReportPlan | null): Promise<Message> {
  const { team, say, now } = asked
  const { report } = whole
  const { messageOf, sheetFor } = await import('../src/reports/board/composing.ts')
  const sheet = sheetFor(whole, { team, now, say })
  const message = await messageOf(sheet, now)
  const targets = targetsOf(team, plan)
  const approval = approvalOf(report)
  const left = leftOf(targets, report)
  const goesOut = plan !== null && report.period.to >= dayIn(now, team.timeZone)
  return {
    ...message,
    note: together([
      say('report.preview', { places: placesWords(targets, say) }),
      goesOut
        ? say('report.goes-out', { time: say.at(reportAfter(now, plan, team.timeZone), now, team.timeZone) })
        : null,
      report.sent.length > 0 ? say('report.sent-already-to', { places: sentWords(report, say) }) : null,
      waitsForApproval(plan, report)
        ? say('report.waits-approval', { nth: newestComment(report).nth })
        : null,
      approval
        ? say('report.approved-by', { name: approval.name, time: say.time(approval.at, now, team.timeZone) })
        : null,
      message.note,
    ]),
    about: `report:${report.id}`,
    shows: String(newestComment(report).nth),
    buttons: buttonsOf(asked, report, { plan, nobodyLeft: isNobody(left) || goesOut }),
    quiet: true,
  }
}

function buttonsOf(
  { say }: Asked,
  report: Report,
  { plan, nobodyLeft }: { plan: ReportPlan | null; nobodyLeft: boolean },
): Button[] {
  const value = String(newestComment(report).nth)
  const open = report.sent.length === 0
  return [
    ...(open ? [{ action: 'report.edit', label: say.plain('report.edit'), value }] : []),
    ...(open && waitsForApproval(plan, report)
      ? [{ action: 'report.approve', label: say.plain('report.approve'), value }]
      : []),
    ...(nobodyLeft || waitsForApproval(plan, report)
      ? []
      : [{ action: 'report.send', label: say.plain('report.send'), value, style: 'primary' as const }]),
    { action: 'report.past', label: say.plain('report.past') },
  ]
}

/** Those that were sent, the newest first. */
export async function pastReports({ team, store, say, now }: Asked): Promise<Message> {
  const all = await store.reports.sent(team.name, 15)
  if (all.length === 0)
    return { quiet: true, title: say.plain('report.past-title'), text: say('report.past-none') }
  return {
    quiet: true,
    title: say.plain('report.past-title'),
    items: all.map((report) => ({
      title: periodWords(report.period, say),
      text: say('report.past-line', {
        reader: say.plain(`report.reader-${report.reader}`),
        time: say.time(report.sent[0]!.at, now, team.timeZone),
        places: sentWords(report, say),
      }),
      buttons: [{ action: 'report.show', label: say.plain('report.show'), about: `report:${report.id}` }],
    })),
  }
}

/** As its numbers are today, with the comment that was sent. */
export async function shownAgain(asked: Asked & Pressed): Promise<Message> {
  const { team, now, store } = asked
  const report = await reportOf(asked, store, asked.about)
  const plan = planOf(team, report)
  const { reader, period } = report
  const { composed } = await import('../src/reports/board/composing.ts')
  const whole = await composed({ store, team, now, plan, reader, period }, store.together)
  return shown(asked, whole, plan)
}

export const quoted = (text: string) =>
  together(text.split('\n').map((line) => `> ${plain(line)}` as ReturnType<typeof plain>))

/** Days: a year, and what a leap year has more. */
const longest = 366
