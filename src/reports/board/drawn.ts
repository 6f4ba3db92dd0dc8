import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Sheet } from './sheet.ts'

/** `compress` is off where somebody wants to read the PDF's streams. */
export type ToDraw = { sheet: Sheet; at: number; compress: boolean; want: ('pdf' | 'charts')[] }

/** In base64; the charts as PNG in the order they have in the sheet. */
export type DrawnSheet = { pdf: string | null; charts: string[] }

/**
 * Draws a report in a process of its own: nobody waits for it, what breaks there breaks nothing here, and its memory
 * is given back. `at` stands in the PDF as its date. Throws what went wrong there, or after 30 s.
 */
export async function drawn(
  sheet: Sheet,
  {
    at,
    compress = true,
    want = ['pdf', 'charts'],
  }: { at: number; compress?: boolean; want?: ToDraw['want'] },
): Promise<DrawnSheet> {
  const drawing = spawn(process.execPath, ['--max-semi-space-size=4', program], {
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
  drawing.stdin.end(JSON.stringify({ sheet, at, compress, want } satisfies ToDraw))
  const [out, said, code] = await Promise.all([text(drawing.stdout), text(drawing.stderr), ended])
  if (code !== 0 || out.length === 0) throw new Error(`a report was not drawn: ${said.trim().slice(-500)}`)
  return JSON.parse(out)
}

const program = fileURLToPath(new URL('./drawing.ts', import.meta.url))
const longest = 30_000
