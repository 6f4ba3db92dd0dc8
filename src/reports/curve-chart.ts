import { titleOf } from '../chat/incident-title.ts'
import type { Attached } from '../chat/message.ts'
import type { Incident } from '../model/incident.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { day, hour, minute } from '../model/time.ts'
import type { Parts } from '../store/store.ts'
import type { Say } from '../texts/texts.ts'
import { curveChart } from './chart.ts'
import { type Slots, slotsFor, ticksIn } from './curve-slots.ts'
import { usualIn } from './curve-usual.ts'

/** What a curve of an incident shows, in numbers. */
export type IncidentCurve = {
  slots: Slots
  counts: { at: Instant; count: number; negative: number }[]
  usual: number[] | null
}

/** An incident's mentions over time as a picture, from well before it began until it was over or now; none where nothing was heard. */
export async function incidentChart(
  store: Parts,
  team: Team,
  incident: Incident,
  say: Say,
  now: Instant,
): Promise<Attached[]> {
  const curve = await incidentCurve(store, team, incident, now)
  return curve ? [await drawIncident(curve, { team, incident, say, now })] : []
}

/** The numbers of the same; null where nothing was heard. */
export async function incidentCurve(
  store: Parts,
  team: Team,
  incident: Incident,
  now: Instant,
): Promise<IncidentCurve | null> {
  const { from, overAt } = incident
  const to = Math.max(overAt ?? now, from + minute)
  const slots = slotsFor(from, to, team.timeZone, incident.drill ? drillShown : undefined)
  const begin = slots.from - 14 * day
  const [counts, before] = await Promise.all([
    store.voices.curve(incident, slots),
    store.voices.curve(incident, { from: begin, to: slots.from, step: hour }),
  ])
  if (counts.every(({ count }) => count === 0)) return null
  return { slots, counts, usual: usualIn(before, slots, team.timeZone) }
}

/** A drill takes an hour or two: 60 slots of two minutes. */
const drillShown = 118 * minute

type Drawn = { team: Team; incident: Incident; say: Say; now: Instant }

/** Draws them. */
export async function drawIncident(curve: IncidentCurve, drawn: Drawn): Promise<Attached> {
  const { team, incident, say, now } = drawn
  const { slots, counts, usual } = curve
  const along = (at: Instant) => Math.min(1, Math.max(0, (at - slots.from) / (slots.step * slots.count)))
  const title = titleOf(incident, say)
  const png = await curveChart({
    title,
    below: say.plain('curve.below', { length: lengthWords(slots.step, say), ...spanWords(slots, drawn) }),
    slots: counts,
    usual,
    unfinished: incident.overAt === null && slots.to < slots.from + slots.step * slots.count,
    lasted: { from: along(incident.from), to: along(slots.to) },
    ticks: ticksIn(slots, team.timeZone).map((at) => ({ at: along(at), label: tickWords(at, slots, drawn) })),
    marks: marksOf(incident, drawn).map(({ at, label }) => ({ at: along(at), label })),
    legend: {
      negative: say.plain('curve.negative'),
      others: say.plain('curve.others'),
      usual: say.plain('curve.usual'),
      peak: say.plain('curve.most', { count: Math.max(...counts.map(({ count }) => count)) }),
    },
  })
  return {
    name: `${say.plain('curve.file')}-${incident.id}.png`,
    type: 'image/png',
    base64: Buffer.from(png).toString('base64'),
    says: [
      title,
      saysOf(curve, drawn),
      ...marksOf(incident, { ...drawn, now }).map(({ label }) => label),
    ].join('\n'),
  }
}

/** The main numbers, for who cannot see the picture. */
function saysOf({ slots, counts, usual }: IncidentCurve, { say, now, team }: Drawn): string {
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const negative = counts.reduce((sum, one) => sum + one.negative, 0)
  const peak = counts.reduce((most, one) => (one.count > most.count ? one : most))
  const peakUsual = usual?.[counts.indexOf(peak)] ?? 0
  const time = (at: Instant) => say.time(at, now, team.timeZone)
  return [
    say.plain('curve.says', { count: all, negative, from: time(slots.from), to: time(slots.to) }),
    say.plain('curve.peak', {
      count: peak.count,
      from: time(peak.at),
      length: lengthWords(slots.step, say),
    }),
    ...(peakUsual < 0.05 ? [] : [say.plain('curve.peak-usual', { usual: rounded(peakUsual) })]),
  ].join(' ')
}

const rounded = (value: number) => (value < 10 ? Math.round(value * 10) / 10 : Math.round(value))

function marksOf(
  { openedAt, openedBy, taken, controlledAt, overAt, state }: Incident,
  { say, now, team }: Drawn,
) {
  const mark = (at: Instant, key: 'noticed' | 'opened' | 'taken' | 'controlled' | 'over', name = '') => ({
    at,
    label: say.plain(`curve.${key}`, { time: say.at(at, now, team.timeZone), name }),
  })
  return [
    openedBy === null ? mark(openedAt, 'noticed') : mark(openedAt, 'opened', openedBy),
    ...(taken ? [mark(taken.at, 'taken', taken.by)] : []),
    ...(controlledAt !== null && state !== 'taken' ? [mark(controlledAt, 'controlled')] : []),
    ...(overAt !== null && state === 'over' ? [mark(overAt, 'over')] : []),
  ]
}

/** Hours, and midnight by its day; days alone where it is more than a week. */
function tickWords(at: Instant, { from, to }: Slots, { say, team }: Drawn): string {
  const time = clockOf(say, team).format(at)
  return time === '00:00' || to - from > 8 * day ? dateOf(say, team).format(at) : time
}

const clockOf = (say: Say, { timeZone }: Team) =>
  new Intl.DateTimeFormat(languageOf(say), { timeZone, hour: '2-digit', minute: '2-digit' })

const dateOf = (say: Say, { timeZone }: Team) =>
  new Intl.DateTimeFormat(languageOf(say), { timeZone, day: 'numeric', month: 'short' })

/** With the year: a picture is handed on, and looked at later. */
const spanWords = ({ from, to }: Slots, { say, team: { timeZone } }: Drawn) => ({
  span: new Intl.DateTimeFormat(languageOf(say), {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).formatRange(from, to),
  zone: timeZone.replace(/_/g, ' '),
})

const languageOf = ({ locale }: Say) => (locale === 'fr' ? 'fr-FR' : 'en-GB')

/** "10 minutes", "2 hours", "3 days". */
export function lengthWords(length: number, say: Say): string {
  if (length < 2 * hour && length % hour !== 0)
    return say.plain('crisis.minutes', { count: Math.round(length / minute) })
  if (length < 2 * day && length % day !== 0)
    return say.plain('crisis.hours', { count: Math.round(length / hour) })
  return say.plain('curve.days', { count: Math.round(length / day) })
}
