import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { newDrawing } from '../../src/reports/chart-process.ts'

const program = fileURLToPath(new URL('./pen.ts', import.meta.url))

function pen(more: Parameters<typeof newDrawing>[0] = {}) {
  const drawing = newDrawing({ program, ...more })
  onTestFinished(drawing.end)
  const draw = async (what: string) => Buffer.from(await drawing.draw(what)).toString()
  return { ...drawing, draw }
}

test('one process draws all that comes, in order, and is there for the next', async () => {
  const { draw, pid } = pen()
  const answers = await Promise.all(['pid', 'one', 'two', 'pid'].map(draw))
  expect(answers.slice(1, 3)).toEqual(['one', 'two'])
  expect(answers[0]).toBe(answers[3])
  expect(await draw('pid')).toBe(String(pid()))
})

test('what breaks there is told to who asked, and the others are drawn in a new process', async () => {
  const { draw } = pen()
  const first = await draw('pid')
  const [refused, died, shouted, well] = await Promise.allSettled(['refuse', 'die', 'shout', 'pid'].map(draw))
  expect(refused).toMatchObject({ reason: { message: 'a chart was not drawn: refuse' } })
  expect(died).toMatchObject({ reason: { message: 'a chart was not drawn: the process ended (3)' } })
  expect(shouted).toMatchObject({ reason: { message: 'a chart was not drawn: out of ink' } })
  expect(well).toMatchObject({ status: 'fulfilled' })
  expect((well as { value: string }).value).not.toBe(first)
})

test('one that takes too long is given up, and its process is gone', async () => {
  const { draw, pid } = pen({ longest: 4_000 })
  const hung = draw('sleep')
  const behind = draw('pid')
  const slow = pid()!
  await expect(hung).rejects.toThrow('it took longer than 4000 ms')
  expect(await behind).not.toBe(String(slow))
  await expect.poll(() => isThere(slow)).toBe(false)
})

test('a process that lies still ends, and gives its memory back; the next chart begins another', async () => {
  const { draw, pid } = pen({ idle: 50 })
  const first = Number(await draw('pid'))
  await expect.poll(() => isThere(first)).toBe(false)
  expect(pid()).toBe(null)
  expect(Number(await draw('pid'))).not.toBe(first)
})

test('after so many drawings a new process takes over', async () => {
  const { draw } = pen({ most: 2 })
  const [one, two, three] = [await draw('pid'), await draw('pid'), await draw('pid')]
  expect(two).toBe(one)
  expect(three).not.toBe(one)
})

test('a program whose last chart is drawn ends by itself', () => {
  const chart = new URL('../../src/reports/chart.ts', import.meta.url).href
  const bars = { title: 'a', below: 'b', bars: [{ label: 'c', value: 1, says: '1', first: true }] }
  const code = `import { barChart, readyToDraw } from '${chart}'
    readyToDraw()
    console.log((await barChart(${JSON.stringify(bars)})).length)`
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    timeout: 25_000,
  })
  expect(status).toBe(0)
  expect(Number(stdout.toString())).toBeGreaterThan(1_000)
}, 30_000)

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
