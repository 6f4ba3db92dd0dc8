import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newRuleWatch, type Rule, type Ruled, usualRule } from '../../src/model/rule.ts'
import { dayIn } from '../../src/model/time.ts'
import { anyMention } from '../../src/model/when.ts'

const minute = 60_000
const hour = 60 * minute

const rule: Rule = {
  ...usualRule,
  name: 'any',
  when: anyMention,
  written: null,
  reach: null,
  share: null,
  late: null,
}
const mention = (id: number, heardAt: number, label: 'negative' | 'positive' = 'negative'): Ruled => {
  const mood = { label, score: 0, confidence: 1 }
  const post = { network: 'web' as const, title: '', text: '', author: `a${id}`, url: null }
  return {
    id,
    heardAt,
    mood,
    language: null,
    topics: [{ name: 'Nimbus', kind: 'brand', mood }],
    post: { ...post, reach: null, publishedAt: null, outlet: 'Blog' },
  }
}

test('whatever is heard when, and however often it starts anew, it rests between alerts and keeps to the most a day', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ after: fc.integer({ min: 0, max: 12 * hour }), restart: fc.boolean() }), {
        maxLength: 80,
      }),
      fc.integer({ min: 10 * minute, max: 24 * hour }),
      fc.integer({ min: 1, max: 4 }),
      (heard, pause, most) => {
        const given = { ...rule, pause, most }
        const events: number[] = []
        const rang: number[] = []
        let now = Date.UTC(2026, 9, 23)
        let watch = newRuleWatch(given, 'Europe/Paris')
        for (const [id, { after, restart }] of heard.entries()) {
          now += after
          if (restart) watch = newRuleWatch(given, 'Europe/Paris', events)
          const match = watch.hear(mention(id, now))!
          if (match.does !== 'same') events.push(now)
          if (match.does === 'rings') rang.push(now)
        }
        for (const [nth, at] of rang.entries())
          if (nth > 0) expect(at - rang[nth - 1]!).toBeGreaterThanOrEqual(pause)
        const days = Map.groupBy(rang, (at) => dayIn(at, 'Europe/Paris'))
        for (const all of days.values()) expect(all.length).toBeLessThanOrEqual(most)
        expect(rang.length > 0).toBe(heard.length > 0)
      },
    ),
  )
})

test('a clock that was a year ahead keeps no rule quiet for a year', () => {
  const now = Date.UTC(2026, 10, 22)
  const ahead = now + 365 * 24 * hour
  expect(newRuleWatch(rule, 'UTC', [ahead]).hear(mention(1, now))!.does).toBe('rings')
  expect(newRuleWatch(rule, 'UTC', [now - hour]).hear(mention(1, now))!.does).toBe('same')
})

test('a share rings exactly where more than so many percent of enough mentions are negative', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 2, max: 12 }),
      (bad, over, least) => {
        const share = { over, least, within: 2 * hour }
        const watch = newRuleWatch({ ...rule, share }, 'UTC')
        const rings = bad.map((one, id) =>
          watch.hear(mention(id, id * minute, one ? 'negative' : 'positive')),
        )
        const first = rings.findIndex((match) => match?.does === 'rings')
        const wanted = bad.findIndex((_, at) => {
          const part = bad.slice(0, at + 1).filter((one) => one).length / (at + 1)
          return at + 1 >= least && part * 100 > over + 1e-9
        })
        expect(first).toBe(wanted)
      },
    ),
  )
})
