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
 * Draws bars as a PNG, the same bytes for the same bars, in a process of its own: nobody waits for it, what breaks
 * there breaks nothing here, and its memory is given back. Throws what went wrong there, or after 20 s.
 */
export async function barChart(bars: Bars): Promise<Uint8Array> {
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
  drawing.stdin.end(JSON.stringify(inFont(bars)))
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

const drawable = (text: string) =>
  oneLine(
    text.replace(
      /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u200d\ufe0f\p{Noncharacter_Code_Point}]/gu,
      '',
    ),
  )

const program = fileURLToPath(new URL('./chart-drawing.ts', import.meta.url))
const longest = 20_000
