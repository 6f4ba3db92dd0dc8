import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'

type Waiting = { drawing: string; done(png: Uint8Array): void; failed(error: Error): void }

/**
 * Draws what the program can draw, given as JSON, in a process of its own: what breaks there breaks nothing here, and
 * its memory is given back. The process is begun when something is to be drawn and ends when nothing was for `idle` ms,
 * or after a few hundred drawings. They are drawn one after the other; who waits longer than `longest` ms for one is
 * told so, and the others go on in a new process. Each answer is a frame: a byte (0: a PNG, 1: what went wrong), the
 * length of the rest in four, and the rest.
 */
export function newDrawing({ idle = 30_000, longest = 20_000, most = 200, program = usualProgram } = {}) {
  const waiting: Waiting[] = []
  let pen: Pen | null = null
  let resting: NodeJS.Timeout | undefined

  function draw(drawing: unknown): Promise<Uint8Array> {
    return new Promise((done, failed) => {
      waiting.push({ drawing: JSON.stringify(drawing), done, failed })
      next()
    })
  }

  function next() {
    clearTimeout(resting)
    if (pen?.busy) return
    const [first] = waiting
    if (!first) return rest()
    if (pen && pen.drawn >= most) end()
    const mine = taken()
    mine?.begin(first.drawing, () => gone(mine, `it took longer than ${longest} ms`), longest)
  }

  /** A machine that has no room for a process says so to who asked. */
  function taken(): Pen | null {
    try {
      pen ??= newPen(program, { answered, gone })
      return pen
    } catch (error) {
      waiting.shift()?.failed(error as Error)
      setImmediate(next)
      return null
    }
  }

  function answered(ok: boolean, answer: Buffer) {
    const { done, failed } = waiting.shift()!
    if (ok) done(answer)
    else failed(notDrawn(answer.toString()))
    next()
  }

  /** It died, or was too slow: what it was drawing is lost, the others are not. */
  function gone(whose: Pen, why: string) {
    if (whose !== pen) return
    end()
    if (whose.busy) waiting.shift()?.failed(notDrawn(why))
    next()
  }

  function rest() {
    resting = setTimeout(end, idle)
    // Nobody stays awake for a pen that lies still.
    resting.unref()
  }

  function end() {
    pen?.end()
    pen = null
  }

  /** Begins the process where there is none, before there is anything to draw. */
  function ready() {
    if (pen || waiting.length > 0) return
    if (taken()) rest()
  }

  return { draw, ready, end, pid: () => pen?.pid ?? null }
}

const notDrawn = (why: string) => new Error(`a chart was not drawn: ${why.trim().slice(-500)}`)

type Pen = ReturnType<typeof newPen>

/** One process; while it lies still nothing waits for it. */
function newPen(
  program: string,
  heard: { answered(ok: boolean, answer: Buffer): void; gone(pen: Pen, why: string): void },
) {
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(process.execPath, [program], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // It draws, and needs to know nothing of ours.
    env: {},
  })
  let said = ''
  let come: Buffer = Buffer.alloc(0)
  let patience: NodeJS.Timeout | undefined

  child.stdin.on('error', () => {})
  child.stderr.on('data', (more: Buffer) => (said = (said + more.toString()).slice(-2000)))
  child.stdout.on('data', (more: Buffer) => {
    come = Buffer.concat([come, more])
    if (come.length < head || come.length < head + come.readUInt32BE(1)) return
    const [ok, answer] = [come[0] === 0, Buffer.from(come.subarray(head))]
    come = Buffer.alloc(0)
    still()
    pen.drawn += 1
    heard.answered(ok, answer)
  })
  child.once('error', (error) => heard.gone(pen, error.message))
  child.once('close', (code, signal) => heard.gone(pen, said || `the process ended (${signal ?? code})`))

  const pen = {
    /** Something is drawn there. */
    busy: false,
    drawn: 0,
    pid: child.pid,
    begin(drawing: string, late: () => void, longest: number) {
      pen.busy = true
      awake('ref')
      patience = setTimeout(late, longest)
      child.stdin.write(`${drawing}\n`)
    },
    end() {
      clearTimeout(patience)
      awake('unref')
      child.stdin.end()
      if (pen.busy) child.kill('SIGKILL')
    },
  }

  function still() {
    clearTimeout(patience)
    pen.busy = false
    awake('unref')
  }

  function awake(how: 'ref' | 'unref') {
    child[how]()
    for (const pipe of [child.stdin, child.stdout, child.stderr]) (pipe as Socket)[how]()
  }

  awake('unref')
  return pen
}

/** Bytes before an answer. */
const head = 5
const usualProgram = fileURLToPath(new URL('./chart-drawing.ts', import.meta.url))
