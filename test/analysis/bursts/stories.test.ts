import { describe, expect, test } from 'vitest'
import { rounds } from '../../rounds.ts'
import { type Making, newChance, play, type Story } from './made-mentions.ts'

// A made brand with 200 mentions a day, and what happens to it on a Monday afternoon. Each is played with one seed; with the soaks, with two.

type Extra = Parameters<Making['add']>[1]

/** More mentions for some minutes, `each` a minute on average. */
const more = (
  made: Making,
  minutes: number,
  each: (minute: number) => number,
  what: (made: Making) => Extra = () => ({}),
  later = 0,
) => {
  for (let minute = 0; minute < minutes; minute++)
    for (let left = made.poisson(each(minute)); left > 0; left--)
      made.add(made.event + later + minute, what(made))
}
let name = 0

type Told = { kind: string; by: number; of?: string[]; notOf?: string[] }
const stories: [string, Partial<Story>, Told[]][] = [
  ['a steady brand with three mentions a day', { perDay: 3, swing: 0 }, []],
  ['a steady brand', { swing: 0 }, []],
  ['a brand that sleeps at night', {}, []],
  [
    'a campaign that is liked',
    {
      happens: (made) =>
        more(
          made,
          360,
          (at) => Math.exp(-at / 150),
          () => ({ negative: false }),
        ),
    },
    [{ kind: 'burst', by: 45, of: ['volume'], notOf: ['negative', 'share'] }],
  ],
  [
    'a slow burn, told long before its height, and once more when it has grown',
    {
      happens: (made) =>
        more(
          made,
          1200,
          (at) => Math.min(0.4, at / 2000),
          ({ random }) => ({ negative: random() < 0.7 }),
        ),
    },
    [
      { kind: 'burst', by: 600, of: ['negative'] },
      { kind: 'growth', by: 1200 },
    ],
  ],
  [
    'a storm',
    {
      happens: (made) =>
        more(
          made,
          300,
          (at) => 3 * Math.min(1, at / 20) * Math.exp(-at / 120),
          ({ random }) => ({ negative: random() < 0.8 }),
        ),
    },
    [{ kind: 'burst', by: 20, of: ['negative'] }],
  ],
  [
    'a storm over a brand with three mentions a day',
    {
      perDay: 3,
      happens: (made) =>
        more(
          made,
          180,
          () => 0.2,
          () => ({ negative: true }),
        ),
    },
    [{ kind: 'burst', by: 60, of: ['negative'] }],
  ],
  [
    'a campaign that turns bad',
    {
      happens: (made) => {
        more(
          made,
          360,
          () => 1,
          () => ({ negative: false }),
        )
        more(
          made,
          120,
          () => 1.5,
          () => ({ negative: true }),
          300,
        )
      },
    },
    [
      { kind: 'burst', by: 45, notOf: ['negative', 'share'] },
      { kind: 'worse', by: 315, of: ['negative'] },
    ],
  ],
  [
    'as many mentions as ever, but bad ones',
    {
      happens: (made) =>
        more(
          made,
          240,
          () => 0.12,
          () => ({ negative: true }),
        ),
    },
    [{ kind: 'burst', by: 240, of: ['negative'], notOf: ['volume'] }],
  ],
  [
    'one text from three hundred accounts: many authors, hardly a mention',
    {
      happens: (made) =>
        more(
          made,
          60,
          () => 5,
          () => ({ author: `bot ${name++}`, story: 'spam', outlet: 'x', reach: 3 }),
        ),
    },
    [{ kind: 'burst', by: 10, of: ['authors'], notOf: ['volume', 'negative'] }],
  ],
  [
    'a wire story in fifty papers: many outlets, hardly a mention',
    {
      happens: (made) =>
        more(
          made,
          120,
          () => 0.4,
          () => ({ author: null, outlet: `paper ${name++}`, story: 'wire' }),
        ),
    },
    [{ kind: 'burst', by: 90, of: ['outlets'], notOf: ['volume', 'negative'] }],
  ],
  [
    'one author with three hundred posts',
    {
      happens: (made) =>
        more(
          made,
          60,
          () => 5,
          () => ({ author: 'ravi', negative: true }),
        ),
    },
    [],
  ],
  ['one voice with five million readers', { happens: ({ add, event }) => add(event, { reach: 5e6 }) }, []],
  [
    'three hours away, then all at once',
    { happens: ({ blind, event }) => blind(event - 180, event, true) },
    [],
  ],
  [
    'two days away, then all at once',
    { happens: ({ blind, event }) => blind(event - 2880, event, true) },
    [],
  ],
  ['two days away, and all lost', { happens: ({ blind, event }) => blind(event - 2880, event, false) }, []],
  [
    'a new source with its archive',
    {
      happens: ({ add, event }) => {
        for (let old = 0; old < 1500; old++) add(event, { publishedAt: Date.UTC(2026, 1, 1) })
      },
    },
    [],
  ],
]

describe.each([1, 2].slice(0, rounds(1, 2)))('with seed %i', (seed) => {
  test.each(stories)('%s', (_, story, told) => {
    const { alerts, before } = play({ perDay: 200, days: 8, swing: 0.8, seed, ...story })
    expect(before).toBe(0)
    expect(alerts.map(({ kind }) => kind)).toEqual(told.map(({ kind }) => kind))
    for (const [at, { by, of = [], notOf = [] }] of told.entries()) {
      const { after, signs } = alerts[at]!
      const named = [...new Set(signs.map(({ measure }) => measure as string))]
      expect(after).toBeLessThanOrEqual(by)
      expect(named).toEqual(expect.arrayContaining(of))
      expect(named.filter((measure) => notOf.includes(measure))).toEqual([])
    }
  })
})

describe('on the first day', () => {
  test('a burst is noticed, of a small brand and of a large one', () => {
    // The event of two days is fourteen hours after the beginning.
    const small = play({ perDay: 3, days: 2, seed: 3, happens: (made) => more(made, 60, () => 0.25) })
    const large = play({ perDay: 5000, days: 2, seed: 3, happens: (made) => more(made, 60, () => 25) })
    expect(small.alerts.map(({ kind }) => kind)).toEqual(['burst'])
    expect(large.alerts.map(({ kind }) => kind)).toEqual(['burst'])
    expect(small.before + large.before).toBe(0)
  })

  test('nothing is said of a beginning like any other', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const { alerts, before } = play({ perDay: 300, days: 2, seed, swing: 0.8 })
      expect(before + alerts.length).toBe(0)
    }
  })
})

describe('chance alone', () => {
  test('at three mentions a day raises less than one alert a month', () => {
    let alerts = 0
    const months = rounds(2, 6)
    for (let seed = 1; seed <= months; seed++) {
      const heed = play({ perDay: 3, days: 30, seed })
      alerts += heed.before + heed.alerts.length
    }
    expect(alerts).toBeLessThan(months)
  })

  test('is spread as chance is: the mean and the variance of a Poisson count', () => {
    const { poisson } = newChance(7)
    for (const mean of [0.1, 3, 40, 200]) {
      const drawn = Array.from({ length: 20_000 }, () => poisson(mean))
      const average = drawn.reduce((sum, one) => sum + one, 0) / drawn.length
      const variance = drawn.reduce((sum, one) => sum + (one - average) ** 2, 0) / drawn.length
      expect(Math.abs(average / mean - 1)).toBeLessThan(0.08)
      expect(Math.abs(variance / mean - 1)).toBeLessThan(0.1)
    }
  })
})
