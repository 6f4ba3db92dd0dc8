import type { Message } from '../../chat/message.ts'
import type { Period } from '../../model/period.ts'
import type { Instant } from '../../model/post.ts'
import { isTheirs, newestComment, type Reader, type Report, type ReportPlan } from '../../model/report.ts'
import type { Team } from '../../model/team.ts'
import { reportAbout } from '../../store/reports.ts'
import type { Parts } from '../../store/store.ts'
import { type Say, sayIn } from '../../texts/texts.ts'
import { type Board, boardOf } from './board.ts'
import { drawn } from './drawn.ts'
import { reportMessage } from './message.ts'
import type { Sheet } from './sheet.ts'
import { sheetOf } from './sheet-of.ts'
import { draftedComment } from './words.ts'

// Much is needed to compose a report, and most days none is: whoever composes one loads this then.

export type Asked = {
  store: Parts
  team: Team
  now: Instant
  plan: ReportPlan | null
  reader: Reader
  period: Period
}

/** What a period was like, and the report that holds what is said of it: begun here where nobody has begun it. */
export type Composed = { board: Board; report: Report }

/**
 * Reads the facts and begins the report, or drafts its comment anew as long as nobody has written or approved one. To
 * be called outside of transactions: reading takes its time. `together` runs what is written.
 */
export async function composed(
  { store, team, now, plan, reader, period }: Asked,
  together: <Result>(work: (store: Parts) => Promise<Result>) => Promise<Result>,
): Promise<Composed> {
  const board = await boardOf({ store, team, now }, { period, reader })
  const text = draftedComment(board, { say: sayIn(team.locale), team, now })
  const name = plan?.name ?? reader
  const report = await together(async (store) => {
    await store.turns.take()
    const report = await store.reports.begin(team.name, { plan: name, reader, period }, text, now)
    if (isTheirs(report) || report.sent.length > 0 || newestComment(report).text === text) return report
    const newest = newestComment(report)
    // Whoever lets a version go out lets the words go out that they saw.
    if (plan?.approve) await store.reports.write(report.id, { nth: newest.nth + 1, text, by: null, at: now })
    else await store.reports.redraft(report.id, text, now)
    if (report.askedAt !== null) await store.living.touch(team.name, reportAbout(report.id), { soon: true })
    return (await store.reports.get(team.name, report.id))!
  })
  return { board, report }
}

/** What the report says, with the comment that stands: in the team's language, or in that of who looks at it. */
export const sheetFor = (
  { board, report }: Composed,
  { team, now, say = sayIn(team.locale) }: Pick<Asked, 'team' | 'now'> & { say?: Say },
): Sheet => sheetOf(board, newestComment(report), { say, team, now })

/** The same as a message with its files; drawn in a process of its own. */
export const messageOf = async (sheet: Sheet, now: Instant): Promise<Message> =>
  reportMessage(sheet, await drawn(sheet, { at: now }))
