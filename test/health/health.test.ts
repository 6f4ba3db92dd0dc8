import { expect, test } from 'vitest'
import { newHealth } from '../../src/health/health.ts'
import { newPulse } from '../../src/health/pulse.ts'

const limit = 20
const never = () => new Promise<never>(() => {})

function parts() {
  const [sending, looking] = [newPulse(() => 1), newPulse(() => 1)]
  looking.clock()
  return {
    teams: 2,
    counts: async (): Promise<Record<string, number>> => ({ told: 3 }),
    sender: { pulse: sending, wake: () => void sending.clock() },
    polling: looking,
    limit,
  }
}

test('all is well while the store answers, the sender goes round and the polling looks', async () => {
  expect(await newHealth(parts())()).toEqual({ ok: true, teams: 2, deliveries: { told: 3 } })
})

test.each([
  ['does not answer', never],
  ['fails', async () => Promise.reject(new Error('secret'))],
])('a store that %s is named, and nothing hangs', async (_, counts) => {
  const health = newHealth({ ...parts(), counts })
  const answers = await Promise.all([health(), health()])
  for (const answer of answers)
    expect(answer).toEqual({ ok: false, teams: 2, why: ['the store does not answer within 0.02 s'] })
})

test('a store that hangs is not asked again and again', async () => {
  let asked = 0
  const health = newHealth({
    ...parts(),
    counts: () => {
      asked++
      return never()
    },
  })
  for (let at = 0; at < 3; at++) await health()
  expect(asked).toBe(1)
})

test('a sender that has stopped is named', async () => {
  const { sender, ...rest } = parts()
  const health = newHealth({ ...rest, sender: { ...sender, wake: () => {} } })
  expect(await health()).toMatchObject({ ok: false, why: [expect.stringMatching(/^the sender has stopped/)] })
  expect(await health()).toMatchObject({ ok: false })
})

test('a polling that never looked is named', async () => {
  const health = newHealth({ ...parts(), polling: newPulse(() => 1) })
  expect(await health()).toMatchObject({ ok: false, why: [expect.stringMatching(/^the polling of feeds/)] })
})
