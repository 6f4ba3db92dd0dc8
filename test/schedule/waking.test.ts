import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { wakeAt } from '../../src/schedule/waking.ts'

const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000]
const noon = Date.parse('2026-11-21T12:00:00.500Z')

beforeEach(() => void vi.useFakeTimers({ now: noon }))
afterEach(() => void vi.useRealTimers())

async function newSleeper(pattern = '* * * * *') {
  let calls = 0
  const waking = wakeAt(pattern, () => void calls++)
  return {
    waking,
    /** How often it is called while so much time goes by. */
    async in(length: number) {
      const before = calls
      await vi.advanceTimersByTimeAsync(length)
      return calls - before
    },
  }
}

test('it calls every minute until it is stopped', async () => {
  const sleeper = await newSleeper()
  expect(await sleeper.in(10 * minute)).toBe(10)
  await sleeper.waking.stop()
  expect(await sleeper.in(hour)).toBe(0)
})

test('a clock that goes back an hour is noticed at once, and every minute goes on', async () => {
  const sleeper = await newSleeper()
  await sleeper.in(10 * minute)
  vi.setSystemTime(Date.now() - hour)
  expect(await sleeper.in(15 * second)).toBeGreaterThanOrEqual(1)
  expect(await sleeper.in(10 * minute)).toBe(10)
})

test('a machine that slept for a day calls once it is awake, and not for every minute it missed', async () => {
  const sleeper = await newSleeper()
  await sleeper.in(10 * minute)
  vi.setSystemTime(Date.now() + day)
  const calls = await sleeper.in(15 * second)
  expect(calls).toBeGreaterThanOrEqual(1)
  expect(calls).toBeLessThanOrEqual(2)
  expect(await sleeper.in(10 * minute)).toBe(10)
})

test('a clock that is set right by a second disturbs nobody', async () => {
  const sleeper = await newSleeper('0 * * * *')
  for (let times = 0; times < 30; times++) {
    vi.setSystemTime(Date.now() + second)
    expect(await sleeper.in(20 * second)).toBe(0)
  }
})

test('an hour of the week that is more than 24 days of timers away is waited for', async () => {
  const sleeper = await newSleeper('0 0 1 1 *')
  expect(await sleeper.in(30 * day)).toBe(0)
  expect(await sleeper.in(12 * day)).toBe(1)
  // A quarter of a million looks at the clock, beside two other workers.
}, 180_000)
