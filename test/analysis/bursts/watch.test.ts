import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newCounting } from '../../../src/analysis/bursts/counting.ts'
import { hourOfWeekIn, hourOfWeekUtc } from '../../../src/analysis/bursts/season.ts'
import { surprise } from '../../../src/analysis/bursts/surprise.ts'
import { newWatch, type Watch } from '../../../src/analysis/bursts/watch.ts'
import { sensitivityOf } from '../../../src/model/sensitivity.ts'
import { newChance } from './made-mentions.ts'

const monday = Date.UTC(2026, 2, 2)
const minute = 60_000

/** Tells five minutes after five minutes; gives the numbers of those that raised an alert. */
const tellAll = (watch: Watch, counts: number[], from = 0) =>
  counts.flatMap((volume, at) =>
    watch.tell(monday + (from + at) * 5 * minute, { volume }) ? [from + at] : [],
  )

/** Quiet days of five-minute steps, with `mean` in each. */
const calm = (days: number, mean: number, seed = 5) => {
  const { poisson } = newChance(seed)
  return Array.from({ length: days * 288 }, () => poisson(mean))
}

describe('one alert for one event', () => {
  test('a storm that stays as it is, is told once; one that grows threefold, again', () => {
    const watch = newWatch({ step: 5 })
    const told = tellAll(watch, [...calm(3, 5), ...Array(60).fill(60), ...Array(60).fill(400)])
    expect(told).toEqual([864, 864 + 60])
  })

  test('what is told says how many, how many usually, and in what window', () => {
    const watch = newWatch({ step: 5 })
    tellAll(watch, calm(3, 5))
    const alert = watch.tell(monday + 3 * 86_400_000, { volume: 60 })!
    expect(alert.kind).toBe('burst')
    const [sign] = alert.signs
    expect(sign).toMatchObject({ measure: 'volume', window: 5, count: 60, bad: false })
    expect(sign!.usual).toBeGreaterThan(4)
    expect(sign!.usual).toBeLessThan(6)
    expect(sign!.surprise).toBeGreaterThan(sign!.needed)
    expect(watch.standing()).toBe(true)
    tellAll(watch, calm(1, 5), 865)
    expect(watch.standing()).toBe(false)
  })

  test('a restart in the middle raises no second one, and forgets nothing', () => {
    const counts = [...calm(3, 5), ...Array(60).fill(60), ...Array(60).fill(400)]
    for (const cut of [700, 863, 865, 880, 930]) {
      const first = newWatch({ step: 5 })
      const before = tellAll(first, counts.slice(0, cut))
      const state = JSON.parse(JSON.stringify(first.toState()))
      const after = tellAll(newWatch({ step: 5 }, state), counts.slice(cut), cut)
      expect([...before, ...after]).toEqual([864, 924])
    }
  })

  test('a state of another step or version begins anew', () => {
    const watch = newWatch({ step: 5 })
    tellAll(watch, calm(3, 5))
    const state = watch.toState()
    expect(newWatch({ step: 1 }, state).look()).toEqual([])
    expect(newWatch({ step: 5 }, { ...state, version: 2 } as never).look()).toEqual([])
    expect(newWatch({ step: 5 }, state).look()).toEqual(watch.look())
  })
})

describe('clocks and gaps', () => {
  test('a clock that jumps a day ahead and back, or an hour either way, raises nothing', () => {
    for (const jump of [86_400_000, -86_400_000, 3_600_000, -3_600_000]) {
      const watch = newWatch({ step: 5 })
      const alerts = calm(4, 5).filter((volume, at) => {
        const astray = at >= 600 && at < 700 ? jump : 0
        return watch.tell(monday + at * 5 * minute + astray, { volume })
      })
      expect(alerts).toEqual([])
    }
  })

  test('hours that were not seen are no zero: the first hours after them are no burst', () => {
    const watch = newWatch({ step: 5 })
    const counts = calm(5, 5)
    expect(tellAll(watch, counts.slice(0, 600))).toEqual([])
    expect(tellAll(watch, counts.slice(900), 900)).toEqual([])
    const blind = newWatch({ step: 5 })
    const alerts = counts.filter((volume, at) =>
      blind.tell(monday + at * 5 * minute, { volume, sight: at >= 600 && at < 900 ? 0 : 1 }),
    )
    expect(alerts).toEqual([])
  })

  test('a clock that was a year ahead for an hour, or goes three days back, does not make Vigie blind', () => {
    const counts = [...calm(3, 5), ...Array(12).fill(60), ...calm(2, 5, 6), ...Array(12).fill(60)]
    const storms = [3 * 288, 5 * 288 + 12]
    for (const [astray, left] of [
      [365 * 86_400_000, 0],
      [-3 * 86_400_000, -3 * 86_400_000],
    ] as const) {
      const watch = newWatch({ step: 5 })
      const alerts = counts.flatMap((volume, at) => {
        const off = at < 900 ? 0 : at < 912 ? astray : left
        return watch.tell(monday + at * 5 * minute + off, { volume }) ? [at] : []
      })
      expect(alerts).toEqual(storms)
    }
  })

  test('three hours in which nothing was seen, and then all of it at once: no burst', () => {
    for (const told of [true, false]) {
      const watch = newWatch({ step: 5 })
      const counts = calm(4, 5)
      const alerts = counts.filter((volume, at) => {
        const time = monday + at * 5 * minute
        if (at >= 964 && at < 1000) return told && watch.tell(time, { volume: 0, sight: 0 })
        return watch.tell(time, { volume: at === 1000 ? 5 * 36 : volume })
      })
      expect(alerts).toEqual([])
    }
  })

  test('who sees half expects half', () => {
    const watch = newWatch({ step: 5 })
    tellAll(watch, calm(3, 10))
    for (let at = 0; at < 48; at++)
      watch.tell(monday + 3 * 86_400_000 + at * 5 * minute, { volume: 5, sight: 0.5 })
    const hour = watch.look().find(({ window }) => window === 60)!
    expect(hour.count).toBe(60)
    expect(Math.abs(hour.usual - 60)).toBeLessThan(6)
  })

  test('half of the sources away for a day, and back: no burst', () => {
    const watch = newWatch({ step: 5 })
    const alerts = calm(5, 10).filter((volume, at) => {
      const half = at >= 600 && at < 900
      return watch.tell(monday + at * 5 * minute, half ? { volume: volume / 2, sight: 0.5 } : { volume })
    })
    expect(alerts).toEqual([])
  })

  test('the hour of the week is that of the zone, summer time included', () => {
    const paris = hourOfWeekIn('Europe/Paris')
    expect(hourOfWeekUtc(monday)).toBe(0)
    expect(paris(monday)).toBe(1)
    expect(paris(Date.UTC(2026, 2, 29, 0, 59))).toBe(6 * 24 + 1)
    expect(paris(Date.UTC(2026, 2, 29, 1, 0))).toBe(6 * 24 + 3)
    expect(paris(monday - 3_600_000)).toBe(0)
  })

  test('a loud hour that comes every day is news at first, and none after a week; at night it is', () => {
    const { poisson } = newChance(9)
    const watch = newWatch({ step: 5 })
    const days = 16
    const alerts = Array.from({ length: days * 288 }, (_, at) => at).filter((at) => {
      const hour = Math.floor((at % 288) / 12)
      const astray = at >= (days - 1) * 288 && hour === 3
      return watch.tell(monday + at * 5 * minute, { volume: poisson(hour === 18 || astray ? 40 : 2) })
    })
    expect(alerts.filter((at) => at >= 7 * 288 && at < (days - 1) * 288)).toEqual([])
    expect(alerts.filter((at) => at >= (days - 1) * 288)).toHaveLength(1)
  })
})

describe('whatever comes', () => {
  const anything = fc.array(
    fc.oneof(
      fc.integer({ min: 0, max: 20 }),
      fc.constantFrom(0, 0.5, 1e3, 1e6, 1e12, Number.MAX_SAFE_INTEGER / 1e4),
    ),
    { minLength: 50, maxLength: 120 },
  )

  test('never more than fourteen alerts in seven days, nor three in one', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(1, 5, 60, 1440), (some, step) => {
        const watch = newWatch({ step, sensitivity: sensitivityOf(0.5)! })
        const counts = Array.from({ length: 3000 }, (_, at) => some[at % some.length]! * (1 + (at % 37)) ** 2)
        const told = counts.flatMap((volume, at) =>
          watch.tell(monday + at * step * minute, { volume: Math.min(volume, 1e12) }) ? [at * step] : [],
        )
        for (const at of told) {
          expect(told.filter((other) => other >= at && other < at + 7 * 1440).length).toBeLessThanOrEqual(14)
          expect(told.filter((other) => other >= at && other < at + 1440).length).toBeLessThanOrEqual(3)
        }
      }),
      { numRuns: 15 },
    )
  })

  test('growing without end does not ring without end', () => {
    const watch = newWatch({ step: 5 })
    const told = tellAll(
      watch,
      Array.from({ length: 30 * 288 }, (_, at) => Math.min(1e12, 1.02 ** at)),
    )
    expect(told.length).toBeGreaterThan(0)
    for (const at of told)
      expect(told.filter((other) => other >= at && other < at + 2016).length).toBeLessThan(15)
  })

  test('what is no count and what is no time is refused, and changes nothing', () => {
    const watch = newWatch()
    for (const volume of [Number.NaN, Number.POSITIVE_INFINITY, -1, 1e13])
      expect(() => watch.tell(monday, { volume })).toThrow(RangeError)
    for (const at of [Number.NaN, Number.POSITIVE_INFINITY, 1e17])
      expect(() => watch.tell(at, { volume: 1 })).toThrow(RangeError)
    expect(() => watch.tell(monday, { volume: 1, negative: Number.NaN })).toThrow(RangeError)
    expect(watch.toState()).toEqual(newWatch().toState())
    expect(watch.tell(monday, { volume: 0 })).toBeNull()
  })

  test('the readings stay numbers, also of nothing at all and of far too much', () => {
    for (const volume of [0, 1e12]) {
      const watch = newWatch({ step: 5 })
      tellAll(watch, Array(2000).fill(volume))
      for (const { count, usual, surprise, needed } of watch.look())
        expect([count, usual, surprise, needed].every(Number.isFinite)).toBe(true)
    }
  })

  test('surprise grows with the count, shrinks with what is usual, and is about one deviation of chance', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (count, usual) => {
          expect(surprise(count + 1, usual, 1e6)).toBeGreaterThanOrEqual(surprise(count, usual, 1e6))
          expect(surprise(count, usual + 1, 1e6)).toBeLessThanOrEqual(surprise(count, usual, 1e6))
        },
      ),
    )
    // A count of mean 10,000 deviates by 100.
    expect(surprise(10_300, 10_000, 1e9)).toBeCloseTo(3, 1)
  })
})

describe('counting', () => {
  const heard = { author: null, outlet: null, story: null, negative: false }
  const at = monday

  test('an author counts three times in four hours, and again afterwards', () => {
    const counting = newCounting()
    for (let post = 0; post < 300; post++)
      counting.hear({
        ...heard,
        at,
        publishedAt: at,
        author: 'ravi',
        outlet: `forum ${post}`,
        negative: true,
        reach: 10,
      })
    expect(counting.take()).toEqual({ volume: 3, negative: 3, reach: 10, authors: 1, outlets: 3 })
    expect(counting.take().volume).toBe(0)
    const later = at + 5 * 3_600_000
    counting.hear({ ...heard, at: later, publishedAt: later, author: 'ravi' })
    expect(counting.take().volume).toBe(1)
  })

  test('of one text five copies count, and all who say it', () => {
    const counting = newCounting()
    for (let copy = 0; copy < 30; copy++)
      counting.hear({ ...heard, at, publishedAt: null, outlet: `paper ${copy}`, story: 'wire' })
    expect(counting.take()).toMatchObject({ volume: 5, outlets: 30, authors: 0 })
  })

  test('what is old does not count, unless its source is always late', () => {
    const counting = newCounting()
    const old = { ...heard, at, publishedAt: at - 2 * 3_600_000 }
    counting.hear(old)
    counting.hear({ ...old, behind: 3 * 3_600_000 })
    expect(counting.take().volume).toBe(1)
  })

  test('who has no name counts each time, and a million names cost no more than some', () => {
    const counting = newCounting()
    for (let post = 0; post < 20_000; post++)
      counting.hear({ ...heard, at, publishedAt: at, author: post % 2 ? `author ${post}` : null })
    expect(counting.take()).toMatchObject({ volume: 20_000, authors: 10_000 })
  })
})

describe('sensitivity', () => {
  test('has words in both languages, and numbers', () => {
    expect(sensitivityOf('Calme')).toEqual(sensitivityOf('calm'))
    expect(sensitivityOf(' vif ')).toEqual(sensitivityOf('sharp'))
    expect(sensitivityOf('2,5')).toEqual({ ...sensitivityOf('normal'), above: 2.5 })
    for (const none of ['', 'constructor', 'high', '0', '99', '-2', '1e1', 0, Number.NaN])
      expect(sensitivityOf(none)).toBeNull()
  })

  test('sharp tells at least what normal tells, and normal what calm tells', () => {
    const counts = [...calm(3, 5), ...Array(5).fill(16), ...calm(1, 5, 6), ...Array(5).fill(19)]
    const [calmly, normal, sharp] = ['calm', 'normal', 'sharp'].map(
      (word) => tellAll(newWatch({ step: 5, sensitivity: sensitivityOf(word)! }), counts).length,
    )
    expect(calmly).toBeLessThanOrEqual(normal!)
    expect(normal).toBeLessThanOrEqual(sharp!)
    expect(sharp).toBeGreaterThan(calmly!)
  })
})
