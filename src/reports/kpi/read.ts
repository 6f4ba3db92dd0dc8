import type { Asked, Figure, Measure, MeasurePart, Part, Reading } from '../../model/measure.ts'
import { families } from '../../model/measure.ts'
import {
  bucketsOf,
  dayAfter,
  type Grain,
  isDay,
  lengthOf,
  type Period,
  periodBefore,
} from '../../model/period.ts'
import { dayIn } from '../../model/time.ts'
import { catalogue, measuredOf } from './catalogue.ts'
import { type Facts, type Measured, unknown } from './measured.ts'
import { standingOf } from './standing.ts'

/**
 * A measure over a period, and over the one before, as long as this one; where the period is not over, as long as the
 * days of it that are. Never throws where there is no data: the figure says so. Oops for a measure that does not exist.
 */
export async function readMeasure(facts: Facts, key: string, asked: Asked): Promise<Reading> {
  const measured = measuredOf(key)
  const { measure } = measured
  const figure = await figureOf(measured, facts, asked)
  if (!isPeriod(asked.period))
    return { measure, asked, figure, before: figure, beside: asked.period, change: null }
  const { over: days, before: beside } = comparedDays(measure, asked.period, facts)
  const before = await figureOf(measured, facts, { ...asked, period: beside })
  const read = { measure, asked, figure, before, beside }
  if (days === null) return { ...read, over: unknown('figure.not-over'), change: null }
  if (days.to >= asked.period.to) return { ...read, change: changeOf(measure, before, figure) }
  const over = figure.known ? await figureOf(measured, facts, { ...asked, period: days }) : figure
  return { ...read, over, change: changeOf(measure, before, over) }
}

/** Several at once, in the order asked for. */
export async function readMeasures(facts: Facts, keys: readonly string[], asked: Asked): Promise<Reading[]> {
  const readings: Reading[] = []
  for (const key of keys) readings.push(await readMeasure(facts, key, asked))
  return readings
}

/** A measure day by day, week by week, month by month; days to come are unknown. */
export async function readSeries(
  facts: Facts,
  key: string,
  asked: Asked,
  grain: Grain,
): Promise<{ bucket: Period; figure: Figure }[]> {
  const measured = measuredOf(key)
  const refused = refusal(measured, facts, asked)
  const buckets = isPeriod(asked.period) ? bucketsOf(asked.period, grain) : []
  if (refused) return buckets.map((bucket) => ({ bucket, figure: refused }))
  const today = dayIn(facts.now, facts.team.timeZone)
  const begun = buckets.filter(({ from }) => from <= today)
  const figures = measured.series
    ? await measured.series(facts, asked, begun)
    : await oneByOne(begun, (period) => measured.read(facts, { ...asked, period }))
  return buckets.map((bucket, at) => ({ bucket, figure: figures[at] ?? unknown('figure.to-come') }))
}

/** What a measure is made of, the most first; empty where it cannot be taken apart so, or there is nothing. */
export async function readParts(facts: Facts, key: string, asked: Asked, by: MeasurePart): Promise<Part[]> {
  const measured = measuredOf(key)
  if (!measured.parts || !measured.measure.by.includes(by) || refusal(measured, facts, asked)) return []
  return measured.parts(facts, asked, by)
}

/** The measures that this team has something for now, in the order of their families. */
export async function measuresOf(facts: Facts): Promise<Measure[]> {
  const had: Measure[] = []
  await standingOf(facts)
  for (const { measure, collected } of catalogue) if (await collected(facts)) had.push(measure)
  return had.sort((one, other) => families.indexOf(one.family) - families.indexOf(other.family))
}

async function figureOf(measured: Measured, facts: Facts, asked: Asked): Promise<Figure> {
  return refusal(measured, facts, asked) ?? (await measured.read(facts, asked))
}

/** What nobody can know: of a period that ends before it begins or lies ahead, or asked of what a measure does not tell apart. */
function refusal({ measure }: Measured, { team, now }: Facts, asked: Asked): Figure | undefined {
  const { from, to } = asked.period
  if (!isPeriod(asked.period)) return unknown('figure.no-day', { given: isDay(from) ? to : from })
  if (to < from) return unknown('figure.backwards', { from, to })
  if (from > dayIn(now, team.timeZone)) return unknown('figure.to-come')
  for (const by of ['topic', 'account', 'channel'] as const)
    if (asked[by] !== undefined && !measure.by.includes(by)) return unknown(`figure.not-by-${by}`)
  return undefined
}

/**
 * The days of a period that are over (null where none is), and as many before it to compare them with. What there is
 * (members, followers) is there today as well; what happens is not over with today.
 */
export function comparedDays(
  measure: Measure,
  period: Period,
  { team, now }: Facts,
): { over: Period | null; before: Period } {
  const before = periodBefore(period)
  const today = dayIn(now, team.timeZone)
  const last = isStock(measure) ? today : dayAfter(today, -1)
  if (period.to <= last || period.from > today) return { over: period, before }
  if (period.from > last) return { over: null, before }
  const over = { from: period.from, to: last }
  const to = dayAfter(before.from, lengthOf(over) - 1)
  return { over, before: { from: before.from, to: to < before.to ? to : before.to } }
}

/** Whether a measure is what there is at the end of its days, where others are what happened in them. */
export const isStock = ({ key }: Measure) => ['members', 'followers', 'stars'].includes(key)

const isPeriod = ({ from, to }: Period) => isDay(from) && isDay(to)

/** Null where nothing can be compared: one of them is unknown, was not watched for the whole time, or is nothing. */
export function changeOf({ unit }: Measure, before: Figure, now: Figure): number | null {
  if (!before.known || !now.known || before.partly || now.partly) return null
  if (before.currency !== now.currency) return null
  if (unit === 'percent' || unit === 'score') return now.value - before.value
  return before.value === 0 ? null : now.value / before.value - 1
}

async function oneByOne<From, To>(all: From[], make: (one: From) => Promise<To>): Promise<To[]> {
  const made: To[] = []
  for (const one of all) made.push(await make(one))
  return made
}
