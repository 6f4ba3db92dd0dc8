import { setTimeout as wait } from 'node:timers/promises'
import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { newMoments } from '../../src/schedule/moments.ts'

/** Something that is due at moments, and when it was done. */
async function newAgenda(moments: number[]) {
  let ahead = 0
  const clock = () => Date.now() + ahead
  const left = [...moments]
  const done: { at: number; due: number }[] = []
  const agenda = newMoments({
    async work() {
      while (left.length > 0 && left[0]! <= clock()) done.push({ at: clock(), due: left.shift()! })
    },
    next: async () => left[0] ?? null,
    shared: false,
    clock,
    log: pino({ level: 'silent' }),
  })
  await agenda.start()
  onTestFinished(() => agenda.stop())
  const jump = (ms: number) => {
    ahead += ms
  }
  return { done, jump }
}

test('what is due is done within a second, and what was missed at once', async () => {
  const began = Date.now()
  const { done } = await newAgenda([began - 60_000, began + 400, began + 1_100])
  expect(done).toHaveLength(1)
  await expect.poll(() => done.length, { timeout: 5_000 }).toBe(3)
  for (const { at, due } of done.slice(1)) expect(at - due).toBeLessThan(1_000)
})

test('a clock that is put forward finds what is due', async () => {
  const { done, jump } = await newAgenda([Date.now() + 3_600_000])
  jump(3_600_000)
  await expect.poll(() => done.length, { timeout: 2_000 }).toBe(1)
})

test('what nobody can do is not asked for all the time', async () => {
  let asked = 0
  const due = Date.now() - 1
  const agenda = newMoments({
    work: async () => {},
    next: async () => {
      asked++
      return due
    },
    shared: false,
    clock: Date.now,
    log: pino({ level: 'silent' }),
  })
  await agenda.start()
  onTestFinished(() => agenda.stop())
  await wait(2_000)
  expect(asked).toBeLessThanOrEqual(2)
})

test('a store that is down for a moment is asked again', async () => {
  let down = 3
  let done = 0
  const agenda = newMoments({
    async work() {
      if (down-- > 0) throw new Error('down')
      done++
    },
    next: async () => null,
    shared: false,
    clock: Date.now,
    log: pino({ level: 'silent' }),
  })
  await agenda.start()
  onTestFinished(() => agenda.stop())
  await expect.poll(() => done, { timeout: 15_000 }).toBeGreaterThan(0)
}, 20_000)
