import { oneLine } from '../chat/shorten.ts'
import type { Rung, Tick } from './chart-frame.ts'
import { newDrawing } from './chart-process.ts'

/** Bars from above to below; `first` are the ones to look at, `says` stands at their end. */
export type Bars = {
  title: string
  below: string
  bars: { label: string; value: number; says: string; first: boolean }[]
}

/**
 * Mentions in slots of time, one beside the other, with what is usual as a line and what was done as numbered marks.
 * All words are written already; places along the time are from 0 to 1.
 */
export type Curve = {
  title: string
  below: string
  slots: { count: number; negative: number }[]
  /** What is usual in each slot; null where nobody knows yet. */
  usual: number[] | null
  /** The last slot is not over yet. */
  unfinished: boolean
  /** From where to where it lasted. */
  lasted: { from: number; to: number }
  ticks: { at: number; label: string }[]
  marks: { at: number; label: string }[]
  legend: { negative: string; others: string; usual: string; peak: string }
}

/**
 * Lines over time, one point for each bucket, null where nothing is known (said in the words of `unknown`). All words
 * are written already; `scale` are the lines across, from below to above (see chart-scale.ts), and hold all values.
 */
export type Lines = {
  title: string
  below: string
  /** `end` stands beside the last point. */
  series: { name: string; points: (number | null)[]; end?: string }[]
  /** The days before, in pale, point by point beside the others. */
  before: { name: string; points: (number | null)[] } | null
  goal: { value: number; label: string } | null
  scale: Rung[]
  ticks: Tick[]
  /** The last bucket is not over yet; `begun` says so. */
  unfinished: boolean
  begun?: string
  unknown?: string
}

/** How a part looks: as its mood, as what is left, or in the colour of its place among several. */
export type PartLook = 'negative' | 'neutral' | 'positive' | 'rest' | number

/** Bars over time, each made of parts, the first one at the bottom; `values` null where nothing is known. */
export type Stack = {
  title: string
  below: string
  parts: { name: string; look: PartLook }[]
  bars: { values: number[] | null; says?: string }[]
  scale: Rung[]
  ticks: Tick[]
  unfinished: boolean
}

/** Bars from above to below, each made of the same parts (one or several); `says` stands at its end. */
export type Shares = {
  title: string
  below: string
  parts: { name: string; look: PartLook }[]
  rows: { label: string; values: number[]; says: string; first: boolean }[]
  /** Of several parts, whether their names stand above; they do where it is not said. */
  legend?: boolean
}

export type Drawing =
  | ({ kind: 'bars' } & Bars)
  | ({ kind: 'curve' } & Curve)
  | ({ kind: 'lines' } & Lines)
  | ({ kind: 'stack' } & Stack)
  | ({ kind: 'shares' } & Shares)

/**
 * Each draws a PNG, the same bytes for the same drawing, in another process (chart-process.ts): nobody waits for it
 * but who asked. Throws what went wrong there, or that it took too long.
 */
export const barChart = (bars: Bars) => drawn({ kind: 'bars', ...bars })
export const curveChart = (curve: Curve) => drawn({ kind: 'curve', ...curve })
export const lineChart = (lines: Lines) => drawn({ kind: 'lines', ...lines })
export const stackChart = (stack: Stack) => drawn({ kind: 'stack', ...stack })
export const shareChart = (shares: Shares) => drawn({ kind: 'shares', ...shares })

const { draw, ready } = newDrawing()

/** Whoever knows that a chart will be drawn may say so before: the process begins while numbers are read. */
export const readyToDraw = () => ready()

const drawn = (given: Drawing): Promise<Uint8Array> => draw(drawable(given))

/** The font has no pictures: they are left out rather than drawn as empty boxes; and so is what no drawing can hold. */
function drawable(given: unknown): unknown {
  if (typeof given === 'string') return inFont(given)
  if (Array.isArray(given)) return given.map(drawable)
  if (given === null || typeof given !== 'object') return given
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, drawable(value)]))
}

const inFont = (text: string) =>
  oneLine(
    text.replace(
      /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u200d\ufe0f\p{Noncharacter_Code_Point}]/gu,
      '',
    ),
  )
