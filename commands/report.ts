import { type Action, type Asked, command, type Pressed } from '../src/chat/command.ts'
import type { Form, Message } from '../src/chat/message.ts'
import { period } from '../src/chat/period.ts'
import { periodBefore } from '../src/model/period.ts'
import { longestComment } from '../src/model/report.ts'
import { dayIn } from '../src/model/time.ts'
import type { Say } from '../src/texts/texts.ts'
import { approved, edited, fillComment, tookBack } from './report-comment.ts'
import { mailedAgain, sentNow } from './report-send.ts'
import { pastReports, preview, readerOption, shownAgain } from './report-show.ts'

/** A report on a period: looked at, commented on, sent. */
export default command({
  name: 'report',
  names: { fr: 'rapport' },
  also: ['reports', 'rapports'],
  about: 'report.about',
  for: 'staff',
  quiet: true,
  options: {
    period: period({ en: ['period'], fr: ['période'] }, 'report.about-period'),
    reader: readerOption,
  },

  run: (asked) => {
    const { reader = 'board', period = lastMonth(asked) } = asked.options
    return preview(asked, { reader, period })
  },

  on: {
    edit: { ...quiet(edited), label: 'report.edit', form: commentForm, fill: fillComment },
    approve: { ...quiet(approved), reaction: '✅', label: 'report.approve', takenBack: tookBack },
    send: quiet(sentNow),
    past: quiet(pastReports),
    show: quiet(shownAgain),
    'mail-again': quiet(mailedAgain),
  },
})

/** What the board asks for when it says nothing. */
function lastMonth({ now, team }: Asked) {
  const first = `${dayIn(now, team.timeZone).slice(0, 7)}-01`
  return periodBefore({ from: first, to: lastOf(first) })
}

const lastOf = (first: string) => {
  const [year, month] = first.split('-').map(Number)
  return new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10)
}

function quiet(run: (asked: Asked & Pressed) => Promise<Message | null>): Action {
  return { for: 'staff', quiet: true, run }
}

function commentForm(say: Say): Form {
  return {
    title: say.plain('report.edit-title'),
    inputs: [
      {
        name: 'text',
        label: say.plain('report.edit-text'),
        hint: say.plain('report.edit-hint', { most: longestComment }),
        kind: 'text',
        required: true,
        most: longestComment,
      },
    ],
    submit: say.plain('report.keep'),
  }
}
