import { breathe } from '../../breath.ts'
import type { Figure, Measure, MeasurePart, Part, Reading } from '../../model/measure.ts'
import { bucketsOf, type Grain, grains, lengthOf, type Period } from '../../model/period.ts'
import { catalogue } from './catalogue.ts'
import type { Facts } from './measured.ts'
import { readMeasure, readParts, readSeries } from './read.ts'

/** What is handed out: which measures, for which days, cut how, of what, and taken apart by what. */
export type ExportAsked = {
  measures: Measure[]
  period: Period
  grain: Grain
  /** Null: of all of them together. */
  topics: (string | null)[]
  account?: string
  channel?: string
  parts: (measure: Measure) => readonly MeasurePart[]
}

/** A measure of one topic with all that stands behind its chart. */
export type Exported = {
  reading: Reading
  series: { bucket: Period; figure: Figure }[]
  parts: { by: MeasurePart; parts: Part[] }[]
}

/**
 * Reads all of it, measure by measure. `goOn` is asked in between, and throws where that took too long. Whoever asks
 * keeps it small beforehand (`bucketsIn`).
 */
export async function readExport(
  facts: Facts,
  { measures, period, grain, topics, account, channel, parts }: ExportAsked,
  goOn: () => void = () => {},
): Promise<Exported[]> {
  const all: Exported[] = []
  for (const measure of measures)
    for (const topic of topics) {
      const asked = {
        period,
        ...(topic === null ? {} : { topic }),
        ...(account === undefined ? {} : { account }),
        ...(channel === undefined ? {} : { channel }),
      }
      const reading = await readMeasure(facts, measure.key, asked)
      const series = await readSeries(facts, measure.key, asked, grain)
      const apart: Exported['parts'] = []
      for (const by of parts(measure))
        apart.push({ by, parts: await readParts(facts, measure.key, asked, by) })
      all.push({
        reading,
        series,
        parts: apart.filter(({ parts }) => parts.length > 0),
      })
      goOn()
      await breathe()
    }
  return all
}

/** Into how many pieces a period is cut, without cutting it. */
export function bucketsIn(period: Period, grain: Grain): number {
  if (grain === 'day') return lengthOf(period)
  return lengthOf(period) > longestCut ? Number.POSITIVE_INFINITY : bucketsOf(period, grain).length
}

/** The finest grain, from this one on, of which there are at most so many; null where there is none. */
export const grainOfAtMost = (most: number, period: Period, from: Grain = 'day'): Grain | null =>
  grains.slice(grains.indexOf(from)).find((grain) => bucketsIn(period, grain) <= most) ?? null

/** Parts that name nobody: neither authors nor outlets, which may be a person's own. */
export const namelessParts = ({ by }: Pick<Measure, 'by'>): MeasurePart[] =>
  by.filter((part) => part !== 'author' && part !== 'outlet')

/** A measure of the catalogue. */
export const measureNamed = (key: string): Measure | undefined =>
  catalogue.find(({ measure }) => measure.key === key)?.measure

/** Days; a century is nobody's period. */
const longestCut = 40 * 366
