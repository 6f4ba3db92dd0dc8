import { plainStep, severityWord } from '../chat/incident-step.ts'
import { titleOf } from '../chat/incident-title.ts'
import type { Attached } from '../chat/message.ts'
import type { Instant } from '../model/post.ts'
import { sha256, utf8 } from '../model/sha256.ts'
import { webAddress } from '../texts/marked.ts'
import type { IncidentReport } from './incident-past.ts'
import { pageStyle } from './incident-report-style.ts'
import { datedWords, lastedWords, lessonWords, type Read, storyOf, timeRows } from './incident-words.ts'

/** The whole report as a page that is complete in itself: it asks nobody for anything, runs nothing, and prints well. */
export function reportPage(report: IncidentReport, chart: Attached | null, read: Read): string {
  const { say, now, team } = read
  const { incident } = report
  const title = titleOf(incident, say)
  const kind = say.plain(incident.state === 'over' ? 'crisis-report.title' : 'crisis-report.title-so-far', {
    title,
  })
  return `<!doctype html>
<html lang="${say.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src '${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(kind)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<header>
<p class="team">${escaped(team.title)} · ${escaped(severityWord(incident.severity, say))}</p>
<h1>${escaped(kind)}</h1>
<p class="when">${escaped(lastedWords(report, read))}</p>
${incident.drill ? `<p class="drill">${escaped(say.plain('crisis-report.drill'))}</p>` : ''}
</header>
<dl class="times">${timeRows(report, say)
    .map(({ name, value }) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`)
    .join('')}</dl>
${section(
  say.plain('crisis-report.what'),
  storyOf(report, read)
    .map((line) => `<p>${escaped(line)}</p>`)
    .join(''),
)}
${chart ? section(say.plain('crisis-report.curve'), `<img src="data:${chart.type};base64,${chart.base64}" alt="${escaped(chart.says)}">`) : ''}
${change(report, read)}
${drove(report, read)}
${where(report, read)}
${answers(report, read)}
${plan(report, read)}
${timeline(report, read)}
${blind(report, read)}
<footer><p>${escaped(say.plain('crisis-report.how'))}</p><p>${escaped(say.plain('crisis-report.made', { team: team.title, time: datedWords(now, read) }))}</p></footer>
</main>
</body>
</html>
`
}

function change({ lessons }: IncidentReport, { say }: Read): string {
  const lines = lessons.map((one) => `<li>${escaped(lessonWords(one, say))}</li>`).join('')
  return lines === '' ? '' : section(say.plain('crisis-report.change'), `<ul>${lines}</ul>`)
}

function drove({ drivers: { stories, words } }: IncidentReport, { say }: Read): string {
  const rows = stories.map(({ first, count }) => [
    anchor((first.title || first.text || first.outlet).replace(/\s+/g, ' ').slice(0, 200), first.url),
    escaped(say.number(count)),
  ])
  const named =
    words.length > 0 ? `<p>${escaped(say.plain('crisis-report.words', { words: words.join(', ') }))}</p>` : ''
  const heads = [say.plain('crisis-report.story'), say.plain('crisis-report.mentions')]
  return rows.length === 0 ? '' : section(say.plain('crisis-report.stories'), table(heads, rows) + named)
}

function where({ drivers: { places, loudest, widest } }: IncidentReport, { say }: Read): string {
  const mentions = say.plain('crisis-report.mentions')
  const tables = [
    table(
      [say.plain('crisis-report.place'), mentions],
      places.map(({ name, count }) => [escaped(name), escaped(say.number(count))]),
    ),
    table(
      [say.plain('crisis-report.author'), mentions],
      loudest.map(({ name, count }) => [escaped(name), escaped(say.number(count))]),
    ),
    table(
      [say.plain('crisis-report.author'), say.plain('crisis-report.reach')],
      widest.map(({ name, reach }) => [escaped(name), escaped(say.number(reach))]),
    ),
  ]
  const shown = tables.filter((one) => one !== '')
  return shown.length === 0
    ? ''
    : section(say.plain('crisis-report.where'), `<div class="beside">${shown.join('')}</div>`)
}

function answers({ answers, incident, drivers }: IncidentReport, read: Read): string {
  const { say } = read
  if (incident.drill || incident.cause === 'liked' || drivers.count === 0) return ''
  const name = say.plain('crisis-report.answers')
  if (answers.length === 0) return section(name, `<p>${escaped(say.plain('crisis-report.no-answer'))}</p>`)
  const shown = answers.slice(0, mostRows)
  const more = answers.length - shown.length
  const heads = (['when', 'who', 'place', 'said'] as const).map((key) => say.plain(`crisis-report.${key}`))
  const rows = shown.map(({ at, by, outlet, url, said }) => [
    escaped(timeOf(at, read)),
    escaped(by ?? 'Vigie'),
    anchor(outlet, url),
    `<span class="long">${escaped(said ?? say.plain('crisis-report.no-text'))}</span>`,
  ])
  return section(
    name,
    `<p>${escaped(say.plain('crisis-report.answered', { count: answers.length }))}</p>${table(heads, rows)}${
      more > 0 ? `<p>${escaped(say.plain('crisis-report.answers-cut', { count: more }))}</p>` : ''
    }`,
  )
}

function plan({ past: { tasks }, incident }: IncidentReport, read: Read): string {
  const { say } = read
  if (tasks.length === 0) return ''
  const missing = say.plain(incident.state === 'over' ? 'crisis-report.not-done' : 'crisis-report.not-yet')
  const rows = tasks.map(({ text, owner, done }) => [
    `${done ? '☑' : '☐'} ${escaped(text)}${owner ? ` <span class="quiet">${escaped(owner)}</span>` : ''}`,
    `<span class="short">${escaped(done ? say.plain('crisis-report.done', { name: done.by, time: timeOf(done.at, read) }) : missing)}</span>`,
  ])
  return section(
    say.plain('crisis-report.plan'),
    table([say.plain('crisis-report.task'), say.plain('crisis-report.when')], rows),
  )
}

function timeline({ past: { steps } }: IncidentReport, read: Read): string {
  const { say } = read
  const shown = steps.slice(-mostSteps)
  const before = steps.length - shown.length
  const cut =
    before > 0 ? `<p>${escaped(say.plain('crisis-report.timeline-cut', { count: before }))}</p>` : ''
  const items = shown
    .map(
      (step) =>
        `<li class="${step.by === null ? 'itself' : 'said'}"><time>${escaped(timeOf(step.at, read))}</time> ${escaped(plainStep(step, say))}</li>`,
    )
    .join('')
  return section(say.plain('crisis-report.timeline-all'), `${cut}<ol>${items}</ol>`)
}

function blind({ blind, incident }: IncidentReport, read: Read): string {
  if (incident.drill) return ''
  const { say } = read
  const lines = blind.slice(0, mostRows).map(({ name, from, until }) =>
    until === null
      ? say.plain('crisis-report.blind-still', {
          name,
          since: say.since(from, read.now, read.team.timeZone),
        })
      : say.plain('crisis-report.blind-over', { name, from: timeOf(from, read), to: timeOf(until, read) }),
  )
  const said = lines.length > 0 ? lines : [say.plain('crisis-report.blind-none')]
  return section(
    say.plain('crisis-report.blind'),
    `<ul>${said.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`,
  )
}

const section = (name: string, body: string) => `<section><h2>${escaped(name)}</h2>${body}</section>`

/** Cells are HTML already. Nothing where there are no rows. */
const table = (heads: string[], rows: string[][]) =>
  rows.length === 0
    ? ''
    : `<table><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows
        .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`

/** A link to an outside address, or its words alone where it is none. */
function anchor(words: string, url: string | null): string {
  const address = url === null ? null : webAddress(url)
  return address
    ? `<a href="${escaped(address)}" rel="noopener noreferrer nofollow">${escaped(words)}</a>`
    : escaped(words)
}

const timeOf = (at: Instant, { say, now, team }: Read) => say.time(at, now, team.timeZone)

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

const styleHash = `sha256-${Buffer.from(sha256(utf8(pageStyle))).toString('base64')}`

const mostSteps = 300
const mostRows = 40
