import type { Asked, Pressed } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { Oops } from '../src/model/oops.ts'
import { newestComment } from '../src/model/report.ts'
import {
  isNobody,
  leftOf,
  sendReport,
  targetsOf,
  waitsForApproval,
} from '../src/reports/board/report-life.ts'
import { placesWords, planOf, reportOf, sentWords, versionIn } from './report-find.ts'

/** It goes out now, with the version of the comment that was shown, to where it was not sent yet. */
export async function sentNow(asked: Asked & Pressed): Promise<Message> {
  const { team, store, say, now, person } = asked
  const known = await reportOf(asked, store, asked.about)
  const plan = planOf(team, known)
  const targets = targetsOf(team, plan)
  if (isNobody(targets)) throw new Oops('report.nowhere')
  if (isNobody(leftOf(targets, known)))
    throw new Oops('report.sent-everywhere', { places: sentWords(known, say) })
  const newest = newestComment(known)
  if (versionIn(asked.value, known) !== newest.nth)
    throw new Oops('report.changed-since', { name: newest.by?.name ?? 'Vigie' })
  if (waitsForApproval(plan, known)) throw new Oops('report.needs-approval', { nth: newest.nth })
  const { reader, period } = known
  const { composed, messageOf, sheetFor } = await import('../src/reports/board/composing.ts')
  const whole = await composed({ store, team, now, plan, reader, period }, store.together)
  const sheet = sheetFor(whole, { team, now })
  const message = await messageOf(sheet, now)
  const sent = await store.together((store) =>
    sendReport(
      store,
      team,
      { plan, report: whole.report, sheet, message, composedAt: now },
      { by: person.name, now },
    ),
  )
  if (!sent) throw new Oops('report.changed-since', { name: newest.by?.name ?? 'Vigie' })
  return { quiet: true, text: say('report.did-send', { places: placesWords(sent, say) }) }
}

/** Mail that failed, or that nobody knows the end of, goes once more. */
export async function mailedAgain(asked: Asked & Pressed): Promise<Message> {
  const { team, store, say, now } = asked
  const report = await reportOf(asked, store, asked.about)
  const count = await store.mails.again(team.name, report.id, now)
  if (count === 0) throw new Oops('report.nothing-again')
  return { quiet: true, text: say('report.did-mail-again', { count }) }
}
