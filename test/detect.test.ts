import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { detect } from '../src/detect.ts'
import { sayIn } from '../src/texts/texts.ts'
import { newChance } from './analysis/bursts/made-mentions.ts'
import { bareEnvironment } from './program.ts'
import { rounds } from './rounds.ts'

// `vigie detect`: CSV in, CSV out, one row for each as it comes.

const head = 'timestamp,value,anomaly_score'

async function detected(text: string, { sensitivity = 'normal', pieces = 1_000 } = {}) {
  const [out, err]: [string[], string[]] = [[], []]
  async function* input() {
    for (let at = 0; at < text.length; at += pieces) yield Buffer.from(text.slice(at, at + pieces))
  }
  const say = sayIn('en')
  const fine = await detect(input(), sensitivity, {
    say,
    tell: (words) => err.push(words),
    print: (line) => out.push(line),
  })
  return { fine, out, err, alerts: out.filter((line) => line.endsWith(',1')) }
}

const stamp = (row: number, step = 5) =>
  new Date(Date.UTC(2026, 2, 2) + row * step * 60_000).toISOString().slice(0, 19).replace('T', ' ')

/** Three days of five-minute rows with 5 mentions each; from row 864 on a storm. */
function storm() {
  const { poisson } = newChance(4)
  return Array.from(
    { length: 1000 },
    (_, row) => `${stamp(row)},${row >= 864 && row < 900 ? 70 : poisson(5)}`,
  )
}
const csv = (rows: string[]) => ['timestamp,value', ...rows, ''].join('\n')

describe('rows', () => {
  test('a storm is 1 in the row that raises the alert, and 0 everywhere else', async () => {
    const rows = storm()
    const { fine, out, err, alerts } = await detected(csv(rows))
    expect([fine, err]).toEqual([true, []])
    expect(out[0]).toBe(head)
    expect(out.slice(1).map((line) => line.slice(0, -2))).toEqual(rows)
    expect(alerts).toEqual([`${rows[864]},1`])
  })

  test('what comes later changes nothing of what was said: a prefix gives the same rows', async () => {
    const rows = storm()
    const { out } = await detected(csv(rows))
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 999 }),
        fc.array(fc.integer({ min: 0, max: 1e6 }), { maxLength: 50 }),
        async (cut, others) => {
          const after = others.map((value, at) => `${stamp(cut + at)},${value}`)
          const other = await detected(csv([...rows.slice(0, cut), ...after]))
          expect(other.out.slice(0, cut + 1)).toEqual(out.slice(0, cut + 1))
        },
      ),
      { numRuns: 20 },
    )
  })

  test('a hundred times as many mentions, minutes or hours between rows: the same settings notice', async () => {
    const { poisson } = newChance(8)
    for (const [step, mean] of [
      [1, 0.05],
      [1, 180],
      [5, 500],
      [60, 8],
      [1440, 40],
    ] as const) {
      const rows = Array.from({ length: 600 }, (_, row) => {
        const value = row >= 500 && row < 510 ? Math.max(8, mean * 8) : poisson(mean)
        return `${stamp(row, step)},${value}`
      })
      const { alerts } = await detected(csv(rows))
      expect({ step, alerts: alerts.length }).toEqual({ step, alerts: 1 })
      expect(rows.indexOf(alerts[0]!.slice(0, -2))).toBeGreaterThanOrEqual(500)
    }
  })

  test('columns stand where the heading says; quotes, CRLF, a byte-order mark and cut pieces do no harm', async () => {
    const text = `\uFEFFbrand,"value",Timestamp\r\nNimbus,12,"2026-03-24 09:00:00"\r\nNimbus,7,2026-03-24T09:05:00+01:00`
    const { out, fine } = await detected(text, { pieces: 3 })
    expect(out).toEqual([head, '2026-03-24 09:00:00,12,0', '2026-03-24T09:05:00+01:00,7,0'])
    expect(fine).toBe(true)
  })

  test('without a heading the first two columns are meant', async () => {
    expect((await detected('2026-03-24 09:00:00,12')).out).toEqual([head, '2026-03-24 09:00:00,12,0'])
  })

  test('summer time that ends and clocks put back are told once, and are no burst', async () => {
    const rows = storm().slice(0, 800)
    rows.splice(300, 0, ...rows.slice(288, 300))
    const { fine, err, alerts, out } = await detected(csv(rows))
    expect(alerts).toEqual([])
    expect(err).toEqual([expect.stringMatching(/^From line 302 on, the time goes back/)])
    expect([fine, out.length]).toEqual([true, 813])
  })
})

describe('what is no row', () => {
  test('is named by its line and left out; the others count', async () => {
    const bad = [
      'x,1',
      '2026-02-30 00:00:00,1',
      '2026-03-24,NaN',
      '2026-03-24,-3',
      '2026-03-24,1e13',
      '2026-03-24,',
    ]
    const { fine, out, err } = await detected(csv([...bad, '2026-03-24,1e3', '2026-03-25,0']))
    expect(fine).toBe(false)
    expect(out).toEqual([head, '2026-03-24,1e3,0', '2026-03-25,0,0'])
    expect(err.map((words) => /^Line (\d+).*its (\w+)/.exec(words)!.slice(1).join(' '))).toEqual([
      '2 timestamp',
      '3 timestamp',
      '4 value',
      '5 value',
      '6 value',
      '7 value',
    ])
  })

  test('a thousand of them are not told a thousand times', async () => {
    const { err } = await detected(csv(Array(1000).fill('=cmd(),1')))
    expect(err).toHaveLength(21)
    expect(err.at(-1)).toBe('980 more lines were left out.')
  })

  test('a line without end, and anything at all, ends in words', async () => {
    await expect(detected('timestamp,value,'.repeat(100_000))).resolves.toBeDefined()
    await expect(detected('x'.repeat(1_000_000))).rejects.toThrow('detect.no-columns')
    await expect(detected('')).rejects.toThrow('detect.no-columns')
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const { out } = await detected(`timestamp,value\n${text}\n2026-03-24,1\n`)
        expect(out.every((line) => line === head || /^[\d :TZ.+-]+,[\d.e+-]+,[01]$/i.test(line))).toBe(true)
      }),
      { numRuns: rounds(60, 200) },
    )
  })
})

describe('as scripts see it', () => {
  test('a file or stdin, exit 0; what is wrong on stderr, exit 1', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'vigie-test-'))
    onTestFinished(() => rm(dir, { recursive: true, force: true }))
    const file = join(dir, 'nimbus.csv')
    await writeFile(file, csv(storm()))
    expect(await ran(['detect', file])).toMatchObject({ code: 0, err: '', alerts: 1 })
    expect(await ran(['detect'], csv(storm()))).toMatchObject({ code: 0, err: '', alerts: 1 })
    expect(await ran(['detect', '--sensitivity', 'calme', '-'], csv(storm()))).toMatchObject({
      code: 0,
      alerts: 1,
    })
    expect(await ran(['detect', join(dir, 'gone.csv')])).toMatchObject({ code: 1, out: '' })
    expect(await ran(['detect'], 'timestamp,value\nx,1\n')).toMatchObject({ code: 1, out: `${head}\n` })
    expect(await ran(['detect', '--sensitivity', 'loud'])).toMatchObject({ code: 1, out: '' })
    expect(await ran(['detect', 'one', 'two'])).toMatchObject({ code: 2, out: '' })
  })

  test('each row is answered before the next is read', async () => {
    const child = vigie(['detect'])
    child.stdin.write('timestamp,value\n2026-03-24 09:00:00,3\n')
    let out = ''
    while (!out.includes('09:00:00,3,0')) out += String((await once(child.stdout, 'data'))[0])
    child.stdin.write('2026-03-24 09:05:00,4\n')
    while (!out.includes('09:05:00,4,0')) out += String((await once(child.stdout, 'data'))[0])
    child.stdin.end()
    expect((await once(child, 'close'))[0]).toBe(0)
  })

  test('a reader who has seen enough leaves no stack behind', async () => {
    const child = vigie(['detect'])
    let err = ''
    child.stderr.on('data', (text) => (err += text))
    child.stdin.on('error', () => {})
    child.stdin.write('timestamp,value\n2026-03-24 09:00:00,3\n')
    await once(child.stdout, 'data')
    child.stdout.destroy()
    child.stdin.end(Array.from({ length: 1000 }, (_, row) => `${stamp(7_000 + row)},5\n`).join(''))
    const [code] = await once(child, 'close')
    expect([code, err]).toEqual([0, ''])
  })

  function vigie(args: string[]) {
    const child = spawn(process.execPath, ['src/main.ts', ...args], {
      env: bareEnvironment,
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    return child
  }

  async function ran(args: string[], input = '') {
    const child = vigie(args)
    // It may have ended before it read what is wrong.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    let [out, err] = ['', '']
    child.stdout.on('data', (text) => (out += text))
    child.stderr.on('data', (text) => (err += text))
    const [code] = await once(child, 'close')
    return { code, out, err, alerts: out.split('\n').filter((line) => line.endsWith(',1')).length }
  }
})
