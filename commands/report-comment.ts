import type { Asked, Filling, Pressed } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { Oops } from '../src/model/oops.ts'
import { approvalOf, approveComment, longestComment, newestComment } from '../src/model/report.ts'
import { reportAbout } from '../src/store/reports.ts'
import type { Parts } from '../src/store/store.ts'
import { together } from '../src/texts/marked.ts'
import { doerOf, planOf, reportOf, versionIn } from './report-find.ts'
import { quoted } from './report-show.ts'

/** Other words for the comment. What somebody wrote is never lost to somebody who was faster. */
export async function edited(asked: Asked & Pressed): Promise<Message> {
  const { team, say, now, about, value, values } = asked
  const text = (values.text ?? '').replace(/\r\n?/g, '\n').trim()
  if (text === '') throw new Oops('report.empty-comment')
  if (text.length > longestComment)
    throw new Oops('report.long-comment', { length: text.length, most: longestComment })
  const doer = doerOf(asked)
  try {
    const after = await asked.store.together(async (store) => {
      await store.turns.take()
      const report = await reportOf(asked, store, about, { hold: true })
      if (report.sent.length > 0) throw new Oops('report.sent-already')
      const newest = newestComment(report)
      if (newest.nth !== versionIn(value, report))
        throw new Oops('report.changed-since', { name: newest.by?.name ?? 'Vigie' })
      if (newest.text === text) return report
      const by = { person: doer.id, name: doer.name, account: doer.account }
      await store.reports.write(report.id, { nth: newest.nth + 1, text, by, at: now })
      await store.living.touch(team.name, reportAbout(report.id), { soon: true })
      return reportOf(asked, store, about)
    })
    const key = planOf(team, after)?.approve ? 'report.did-edit-approve' : 'report.did-edit'
    return { quiet: true, text: say(key, { nth: newestComment(after).nth }) }
  } catch (error) {
    if (!(error instanceof Oops) || error.key === 'report.none') throw error
    const words = say(error.key as 'report.sent-already', error.values)
    return { quiet: true, text: together([words, say('report.your-text'), quoted(text)]) }
  }
}

/** The newest version, to be changed. */
export async function fillComment({ team, store, about }: Filling): Promise<Record<string, string>> {
  return { text: newestComment(await reportOf({ team }, store, about)).text }
}

/** Somebody lets the version go out that they saw. */
export async function approved(asked: Asked & Pressed): Promise<Message> {
  const { team, say, now, about, value } = asked
  const byReaction = value === ''
  return asked.store.together(async (store) => {
    await store.turns.take()
    const report = await reportOf(asked, store, about, { hold: true })
    if (byReaction) await needsToHaveRead(asked, report.id, newestComment(report).nth, store)
    const approval = approveComment(report, doerOf(asked), { version: versionIn(value, report), at: now })
    if (!approval) return { quiet: true, text: say('report.did-approve-before') }
    await store.reports.approve(report.id, approval)
    await store.living.touch(team.name, reportAbout(report.id), { soon: true })
    return { quiet: true, text: say('report.did-approve', { nth: approval.nth }) }
  })
}

/** An approval by reaction is taken away before it went out. */
export async function tookBack(asked: Asked & Pressed): Promise<Message | null> {
  const { team, say, about, person } = asked
  return asked.store.together(async (store) => {
    await store.turns.take()
    const report = await reportOf(asked, store, about, { hold: true })
    const approval = approvalOf(report)
    if (report.sent.length > 0 || approval?.person !== person.id) return null
    await store.reports.takeBack(report.id, approval.nth, person.id)
    await store.living.touch(team.name, reportAbout(report.id), { soon: true })
    return { quiet: true, text: say('report.did-take-back') }
  })
}

/** A reaction says nothing of the version it was given to: it counts for the newest one where that stood there long enough to be read. */
async function needsToHaveRead({ chat, by, team }: Asked, id: number, nth: number, store: Parts) {
  if (nth === 1) return
  const shown = await store.living.shown(team.name, reportAbout(id), chat)
  const isRead = shown.every(
    ({ shows, since }) => shows === String(nth) && since !== null && by.at - since >= readingTime,
  )
  if (!isRead) throw new Oops('report.changed-since', { name: by.name })
}

/** Milliseconds: nobody reads an edit and taps faster. */
const readingTime = 1_500
