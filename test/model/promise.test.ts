import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Clocked, openAfter, openBetween, usualHours } from '../../src/model/hours.ts'
import {
  afterSteps,
  begun,
  goesOn,
  leftOf,
  nextStep,
  type Promised,
  type PromiseRule,
  ruleFor,
  stepsAt,
} from '../../src/model/promise.ts'
import { hour, minute } from '../../src/model/time.ts'
import { saturday } from '../world.ts'

const office: Clocked = {
  timeZone: 'Europe/Paris',
  hours: {
    ...usualHours,
    week: {
      ...usualHours.week,
      monday: [
        { from: '09:00', to: '12:30' },
        { from: '14:00', to: '18:00' },
      ],
      saturday: [],
      sunday: [],
    },
    holidays: 'france',
  },
}

const rule: PromiseRule = {
  name: 'fast',
  topics: null,
  kinds: null,
  moods: null,
  networks: null,
  languages: null,
  reach: null,
  within: 2 * hour,
  remind: 30 * minute,
  silence: hour,
  escalate: [
    { after: 2 * hour, to: 'admin' },
    { after: hour, to: 'noor' },
  ],
}

const ravi = { team: 'nimbus', id: 17 }

test('the first rule that fits counts, whatever those below say', () => {
  const mention = {
    topics: [
      {
        name: 'Nimbus',
        kind: 'brand' as const,
        mood: { label: 'negative' as const, score: -1, confidence: 1 },
      },
    ],
    language: 'fr' as const,
    post: { network: 'mastodon' as const, reach: 200 },
  }
  const rules = [
    { ...rule, name: 'other network', networks: ['press' as const] },
    { ...rule, name: 'other mood', moods: ['positive' as const] },
    { ...rule, name: 'other kind', kinds: ['person' as const] },
    { ...rule, name: 'other topic', topics: ['Lumeo'] },
    { ...rule, name: 'other language', languages: ['en' as const] },
    { ...rule, name: 'more reach', reach: 201 },
    { ...rule, name: 'this one', reach: 200, kinds: ['brand' as const], moods: ['negative' as const] },
    { ...rule, name: 'all' },
  ]
  expect(ruleFor(rules, mention)?.name).toBe('this one')
  expect(ruleFor(rules.slice(0, 6), mention)).toBeUndefined()
  const unknown = { ...mention, language: null, post: { ...mention.post, reach: null } }
  expect(ruleFor(rules, unknown)?.name).toBe('all')
})

test('whenever it is looked at, each step is done at most once, and in the end all of them', () => {
  const looks = fc.array(fc.integer({ min: -24 * 60, max: 5 * 24 * 60 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(looks, fc.option(fc.integer({ min: 0, max: 3000 }), { nil: null }), (looks, snooze) => {
      const snoozed = snooze === null ? null : saturday + snooze * minute
      let promised: Promised = begun(rule, ravi, saturday, office)!
      const done: string[] = []
      for (const at of [...looks.map((minutes) => saturday + minutes * minute), saturday + 9 * 24 * hour]) {
        const steps = stepsAt(promised, at, snoozed)
        // What is not said to be due is not due.
        const next = nextStep(promised, snoozed)
        if (steps.length > 0) expect(next).toBeLessThanOrEqual(at)
        if (next !== null && next > at) expect(steps).toEqual([])
        promised = afterSteps(promised, steps)
        for (const step of steps) done.push(...(step.do === 'escalate' ? step.to : [step.do]))
      }
      expect(new Set(done).size).toBe(done.length)
      expect(done.filter((one) => one !== 'remind')).toEqual(['late', 'noor', 'admin'])
      expect(nextStep(promised, snoozed)).toBeNull()
    }),
    { numRuns: 200 },
  )
})

test('however often its clock stops and goes on, it is due once its time was open', () => {
  const pauses = fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 3000 })), {
    maxLength: 4,
  })
  fc.assert(
    fc.property(pauses, (pauses) => {
      let promised: Promised = begun(rule, ravi, saturday, office)!
      let now = saturday
      let open = 0
      for (const [runs, rests] of pauses) {
        const stop = now + runs * minute
        open += openBetween(now, stop, office)
        promised = { ...promised, stopped: { why: 'ignored', at: stop } }
        now = stop + rests * minute
        promised = goesOn(promised, now, office)
        expect(promised.stopped).toBeNull()
        if (open >= rule.within) return
        expect(leftOf(promised, now, office)).toBe(rule.within - open)
        expect(promised.dueAt).toBe(openAfter(now, rule.within - open, office))
        expect(promised.escalations[0]!.at).toBe(openAfter(now, rule.within - open + hour, office))
      }
    }),
    { numRuns: 60 },
  )
})

test('what was late stays as late as it was', () => {
  const promised = begun(rule, ravi, saturday, office)!
  const stopped: Promised = { ...promised, stopped: { why: 'ignored', at: promised.dueAt + 30 * minute } }
  expect(leftOf(stopped, promised.dueAt + 99 * hour, office)).toBe(-30 * minute)
  expect(goesOn(stopped, promised.dueAt + 48 * hour, office)).toEqual({ ...promised, stopped: null })
})
