import { spawn } from 'node:child_process'
import { buffer, text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { oneLine } from '../chat/shorten.ts'

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

export type Drawing = ({ kind: 'bars' } & Bars) | ({ kind: 'curve' } & Curve)

/** Draws bars as a PNG; see `drawn`. */
export const barChart = (bars: Bars) => drawn({ kind: 'bars', ...inFont(bars) })

/** Draws a curve as a PNG; see `drawn`. */
export const curveChart = (curve: Curve) => drawn({ kind: 'curve', ...curveInFont(curve) })

/**
 * Draws a PNG, the same bytes for the same drawing, in a process of its own: nobody waits for it, what breaks there
 * breaks nothing here, and its memory is given back. Throws what went wrong there, or after 20 s.
 */
async function drawn(given: Drawing): Promise<Uint8Array> {
  const drawing = spawn(process.execPath, [program], {
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: longest,
    // It draws, and needs to know nothing of ours.
    env: {},
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    drawing.once('error', reject)
    drawing.once('close', resolve)
  })
  drawing.stdin.on('error', () => {})
  drawing.stdin.end(JSON.stringify(given))
  const [png, said, code] = await Promise.all([buffer(drawing.stdout), text(drawing.stderr), ended])
  if (code !== 0 || png.length === 0) throw new Error(`a chart was not drawn: ${said.trim().slice(-500)}`)
  return png
}

/** The font has no pictures: they are left out rather than drawn as empty boxes; and so is what no drawing can hold. */
const inFont = ({ title, below, bars }: Bars): Bars => ({
  title: drawable(title),
  below: drawable(below),
  bars: bars.map((bar) => ({ ...bar, label: drawable(bar.label), says: drawable(bar.says) })),
})

const curveInFont = ({ title, below, ticks, marks, legend, ...more }: Curve): Curve => ({
  ...more,
  title: drawable(title),
  below: drawable(below),
  ticks: ticks.map(({ at, label }) => ({ at, label: drawable(label) })),
  marks: marks.map(({ at, label }) => ({ at, label: drawable(label) })),
  legend: {
    negative: drawable(legend.negative),
    others: drawable(legend.others),
    usual: drawable(legend.usual),
    peak: drawable(legend.peak),
  },
})

const drawable = (text: string) =>
  oneLine(
    text.replace(
      /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u200d\ufe0f\p{Noncharacter_Code_Point}]/gu,
      '',
    ),
  )

const program = fileURLToPath(new URL('./chart-drawing.ts', import.meta.url))
const longest = 20_000
