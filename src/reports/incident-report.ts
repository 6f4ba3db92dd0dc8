import { plainStep } from '../chat/incident-step.ts'
import { titleOf } from '../chat/incident-title.ts'
import type { Attached, Field, Message } from '../chat/message.ts'
import { link, type Marked, marked, plain, together } from '../texts/marked.ts'
import type { Say } from '../texts/texts.ts'
import { drawIncident } from './curve-chart.ts'
import { type IncidentReport, isDecision } from './incident-past.ts'
import { reportPage } from './incident-report-page.ts'
import { lastedWords, lessonWords, type Read, storyOf, timeRows } from './incident-words.ts'

export { incidentReport } from './incident-past.ts'

/** A report as a message: the main things to be read at once, the picture, and the whole as a page beside it. */
export async function reportMessage(report: IncidentReport, read: Read): Promise<Message> {
  const { say } = read
  const { incident, curve } = report
  const chart = curve ? await drawIncident(curve, { ...read, incident }) : null
  return {
    title: reportTitle(report, say),
    mood: incident.cause === 'liked' ? 'positive' : incident.cause === 'loud' ? 'neutral' : 'negative',
    text: together([
      plain(lastedWords(report, read)),
      ...storyOf(report, read).map(plain),
      incident.drill ? say('crisis-report.drill') : null,
    ]),
    fields: [
      field(
        say,
        'crisis-report.times',
        together(timeRows(report, say).map(({ name, value }) => marked`${name} · **${value}**`)),
      ),
      ...change(report, say),
      ...decisions(report, read),
      ...answered(report, say),
    ],
    files: [...(chart ? [chart] : []), pageFile(report, chart, read)],
    about: `crisis:${incident.id}`,
  }
}

export const reportTitle = ({ incident }: Pick<IncidentReport, 'incident'>, say: Say) =>
  say.plain(incident.state === 'over' ? 'crisis-report.title' : 'crisis-report.title-so-far', {
    title: titleOf(incident, say),
  })

const field = (say: Say, key: Parameters<Say>[0], value: Marked): Field => ({ name: say.plain(key), value })

function change({ lessons }: IncidentReport, say: Say): Field[] {
  const lines = lessons.map((one) => plain(lessonWords(one, say)))
  return lines.length > 0 ? [field(say, 'crisis-report.change', together(lines))] : []
}

function decisions({ past }: IncidentReport, { say, now, team }: Read): Field[] {
  const all = past.steps.filter(isDecision).slice(-mostDecisions)
  if (all.length === 0) return []
  const lines = all.map(
    (step) => marked`**${say.time(step.at, now, team.timeZone)}** ${short(plainStep(step, say))}`,
  )
  return [field(say, 'crisis-report.timeline', together(lines))]
}

function answered({ answers, incident, drivers }: IncidentReport, say: Say): Field[] {
  if (incident.drill || incident.cause === 'liked' || drivers.count === 0) return []
  const counted =
    answers.length > 0
      ? say('crisis-report.answered', { count: answers.length })
      : say('crisis-report.no-answer')
  const shown = answers.slice(0, mostAnswers).map(({ outlet, url, by }) =>
    together(
      [link(outlet, url), by && plain(by)].map((one) => one || null),
      ', ',
    ),
  )
  return [field(say, 'crisis-report.answers', together([counted, ...shown]))]
}

function pageFile(report: IncidentReport, chart: Attached | null, read: Read): Attached {
  return {
    name: `${read.say.plain('crisis-report.file')}-${report.incident.id}.html`,
    type: 'text/html',
    base64: Buffer.from(reportPage(report, chart, read)).toString('base64'),
    says: read.say.plain('crisis-report.file-says'),
  }
}

/** The page has the whole. */
const short = (text: string) => (text.length > 240 ? `${text.slice(0, 239).trimEnd()}…` : text)

const mostDecisions = 8
const mostAnswers = 5
