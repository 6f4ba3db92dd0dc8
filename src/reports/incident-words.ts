import { spentWords } from '../chat/spent.ts'
import type { IncidentTimes, Lesson } from '../model/incident-lessons.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import type { Say } from '../texts/texts.ts'
import { lengthWords } from './curve-chart.ts'
import type { IncidentReport } from './incident-past.ts'

/** Who reads it, when, and where its clock is. */
export type Read = { say: Say; now: Instant; team: Team }

/** What happened, a sentence each. */
export function storyOf(
  { incident, first, drivers, curve }: IncidentReport,
  { say, now, team }: Read,
): string[] {
  const at = (moment: Instant) => say.at(moment, now, team.timeZone)
  const { openedAt, openedBy } = incident
  const { count, moods, authors, outlets } = drivers
  const began =
    openedBy === null
      ? say.plain('crisis-report.noticed', { time: at(openedAt) })
      : say.plain('crisis-report.opened', { name: openedBy, time: at(openedAt) })
  if (count === 0) return [began, say.plain('crisis-report.nothing-heard')]
  const percent = Math.round((moods.negative / count) * 100)
  const counts = [
    say.plain('crisis-report.counts', { count, percent }),
    authors > 0 ? say.plain('crisis-report.authors', { count: authors }) : null,
    say.plain('crisis-report.outlets', { count: outlets }),
  ]
  return [
    began,
    first && openedBy === null
      ? say.plain('crisis-report.first', {
          outlet: first.outlet,
          time: at(first.at),
        })
      : null,
    `${counts.filter((one) => one).join(', ')}.`,
    curve && peakWords(curve, { say, now, team }),
  ].filter((line) => line !== null)
}

function peakWords(
  { slots, counts, usual }: NonNullable<IncidentReport['curve']>,
  { say, now, team }: Read,
): string {
  const peak = counts.reduce((most, one) => (one.count > most.count ? one : most))
  const known = usual?.[counts.indexOf(peak)] ?? 0
  const said = {
    count: peak.count,
    length: lengthWords(slots.step, say),
    time: say.time(peak.at, now, team.timeZone),
  }
  // Where hardly anything is usual, there is nothing to set beside it.
  return known < 0.05
    ? say.plain('crisis-report.peak', said)
    : say.plain('crisis-report.peak-usual', {
        ...said,
        usual: known < 10 ? Math.round(known * 10) / 10 : Math.round(known),
      })
}

/** How long each step took; what was not done says so. Steps that have no meaning here are left out. */
export function timeRows({ incident, times }: IncidentReport, say: Say): { name: string; value: string }[] {
  const shown: (keyof IncidentTimes)[] =
    incident.cause === 'liked'
      ? ['notice', 'over']
      : incident.drill
        ? ['take', 'note', 'control', 'over']
        : ['notice', 'take', 'answer', 'control', 'over']
  const missing = say.plain(incident.state === 'over' ? 'crisis-report.not-done' : 'crisis-report.not-yet')
  return shown
    .filter((one) => times[one] !== null || one !== 'notice')
    .map((one) => ({
      name: say.plain(`crisis-report.time-${one}`),
      value: times[one] === null ? missing : spentWords(times[one], say),
    }))
}

/** A moment with its day and year: a page is kept, and read later. */
export const datedWords = (at: Instant, read: Read): string => calendar(read).format(at)

const calendar = ({ say, team: { timeZone } }: Read) =>
  new Intl.DateTimeFormat(say.locale === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
  })

/** What to change, a sentence each. */
export const lessonWords = (lesson: Lesson, say: Say): string =>
  say.plain(`crisis-report.lesson-${lesson.is}`, {
    ...('length' in lesson ? { length: spentWords(lesson.length, say) } : {}),
    ...('count' in lesson ? { count: lesson.count } : {}),
    ...('left' in lesson ? { what: listOf(lesson.left, 2), count: lesson.left.length } : {}),
    ...('names' in lesson ? { what: listOf(lesson.names) } : {}),
  })

const listOf = (all: string[], most = 6) => {
  const shown = all.slice(0, most).map((one) => (one.length > 80 ? `${one.slice(0, 79).trimEnd()}…` : one))
  return `${shown.join(' · ')}${all.length > shown.length ? ` (+${all.length - shown.length})` : ''}`
}

/** From when to when, and how long. */
export function lastedWords({ incident }: IncidentReport, read: Read): string {
  const { say, now } = read
  const to = incident.overAt ?? now
  const length = spentWords(to - incident.openedAt, say)
  return say.plain('crisis-report.lasted', {
    span: calendar(read).formatRange(incident.openedAt, to),
    length,
  })
}
