import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Routed, tellingsOf } from '../../src/delivery/routes.ts'
import type { TopicMood } from '../../src/model/mention.ts'
import { languages, type Mood, moods } from '../../src/model/mood.ts'
import { networks } from '../../src/model/network.ts'
import { type Route, routeTo, untold, usualRoutes } from '../../src/model/route.ts'
import { placeKey } from '../../src/model/team.ts'
import { type TopicKind, topicKinds } from '../../src/model/topic.ts'
import { nimbus, saturday } from '../world.ts'

const kindOf: Record<string, TopicKind> = {
  Nimbus: 'brand',
  'Hélène Vasseur': 'person',
  Lumeo: 'competitor',
  Éclairage: 'sector',
}
const topic = (name: string, label: Mood = 'neutral'): TopicMood => ({
  name,
  kind: kindOf[name]!,
  mood: { label, score: 0, confidence: 1 },
})
type Said = Partial<Routed['post']> & Pick<Partial<Routed>, 'language'>
const mention = (topics: TopicMood[], { language = 'fr', ...post }: Said = {}): Routed => ({
  topics,
  language,
  post: { network: 'press', reach: null, sample: false, ...post },
})
const told = (routes: Route[], said: Routed, now = saturday) =>
  tellingsOf(said, { ...nimbus, routes }, now).map(
    ({ place, route, when }) => `${placeKey(place)} ${route} ${when}`,
  )
const presse = { chat: 'local', channel: 'presse' } as const

test('without routes of its own, a team hears of itself in its alerts, and of the rest in its watch', () => {
  const alerts = ['local:#e-reputation alerts now']
  expect(told(usualRoutes, mention([topic('Nimbus')]))).toEqual(alerts)
  expect(told(usualRoutes, mention([topic('Lumeo'), topic('Hélène Vasseur')]))).toEqual(alerts)
  expect(told(usualRoutes, mention([topic('Lumeo'), topic('Éclairage')]))).toEqual([
    'local:#veille watch now',
  ])
})

test.each<[string, Partial<Route>, Routed, boolean]>([
  ['a topic', { topics: ['Lumeo'] }, mention([topic('Nimbus'), topic('Lumeo')]), true],
  ['another topic', { topics: ['Lumeo'] }, mention([topic('Nimbus')]), false],
  ['one of some kinds', { kinds: ['brand', 'person'] }, mention([topic('Hélène Vasseur')]), true],
  [
    'a topic of another kind',
    { topics: ['Lumeo', 'Nimbus'], kinds: ['brand'] },
    mention([topic('Lumeo')]),
    false,
  ],
  ['a network', { networks: ['press', 'blog'] }, mention([topic('Nimbus')]), true],
  ['another network', { networks: ['blog'] }, mention([topic('Nimbus')]), false],
  ['a language', { languages: ['fr'] }, mention([topic('Nimbus')]), true],
  [
    'a language that nobody knows',
    { languages: ['fr'] },
    mention([topic('Nimbus')], { language: null }),
    false,
  ],
  ['enough reach', { reach: 1000 }, mention([topic('Nimbus')], { reach: 1000 }), true],
  ['too little reach', { reach: 1000 }, mention([topic('Nimbus')], { reach: 999 }), false],
  ['a reach that nobody knows', { reach: 1 }, mention([topic('Nimbus')]), false],
  [
    'all conditions but one',
    { reach: 1, languages: ['en'] },
    mention([topic('Nimbus')], { reach: 5 }),
    false,
  ],
  ['a mood', { moods: ['negative'] }, mention([topic('Nimbus', 'negative')]), true],
  ['another mood', { moods: ['negative'] }, mention([topic('Nimbus', 'positive')]), false],
])('a route that asks for something: %s', (_, asked, said, fits) => {
  expect(told([routeTo('alerts', asked)], said)).toHaveLength(fits ? 1 : 0)
})

test('what is negative for a competitor and positive for us does not ring as negative of us', () => {
  const said = mention([topic('Nimbus', 'positive'), topic('Lumeo', 'negative')])
  const ofUs = routeTo('alerts', { kinds: ['brand'], moods: ['negative'] })
  const ofThem = routeTo('watch', { topics: ['Lumeo'], moods: ['negative'] })
  expect(told([ofUs], said)).toEqual([])
  expect(told([ofUs, ofThem], said)).toEqual(['local:#veille watch now'])
  const [telling] = tellingsOf(
    said,
    { ...nimbus, routes: [routeTo('watch', { moods: ['negative'] })] },
    saturday,
  )
  expect(telling!.topics.map(({ name }) => name)).toEqual(['Lumeo'])
})

test('a mention takes every route it fits, once for each channel, up to one that says stop', () => {
  const said = mention([topic('Nimbus', 'negative')])
  const all = [routeTo('alerts'), routeTo(presse), routeTo('alerts', { name: 'again' }), routeTo('watch')]
  expect(told(all, said)).toEqual([
    'local:#e-reputation alerts now',
    'local:#presse presse now',
    'local:#veille watch now',
  ])
  expect(told([routeTo('alerts'), routeTo(presse, { stop: true }), routeTo('watch')], said)).toHaveLength(2)
  const passed = routeTo(presse, { stop: true, kinds: ['theme'] })
  expect(told([routeTo('alerts'), passed, routeTo('watch')], said)).toHaveLength(2)
  const byName = { chat: 'local', channel: 'veille' } as const
  expect(told([routeTo('watch'), routeTo(byName)], said)).toEqual(['local:#veille watch now'])
})

test('of two routes to one channel the soonest tells: at once before the digest, by day before the morning', () => {
  const said = mention([topic('Nimbus')])
  const digest = routeTo('watch', { name: 'digest', when: 'digest' })
  const now = routeTo('watch', { name: 'now' })
  for (const routes of [
    [digest, now],
    [now, digest],
  ])
    expect(told(routes, said)).toEqual(['local:#veille now now'])
  const loud = routeTo('watch', { name: 'loud', quiet: 'none' })
  const night = Date.parse('2026-11-21T23:00Z')
  expect(told([now, loud], said, night)).toEqual(['local:#veille loud now'])
  expect(told([now, loud], said, saturday)).toEqual(['local:#veille now now'])
})

test('a route has quiet hours of its own, or the team’s; the digest has its hour, and a sample never waits', () => {
  const night = Date.parse('2026-11-21T23:00Z')
  const dueAt = (more: Partial<Route>, said = mention([topic('Nimbus')]), at = night) =>
    new Date(tellingsOf(said, { ...nimbus, routes: [routeTo('alerts', more)] }, at)[0]!.dueAt).toISOString()
  expect(dueAt({})).toBe('2026-11-22T06:00:00.000Z')
  expect(dueAt({ quiet: 'none' })).toBe('2026-11-21T23:00:00.000Z')
  expect(dueAt({ quiet: { from: '12:00', to: '18:00' } })).toBe('2026-11-21T23:00:00.000Z')
  expect(dueAt({ quiet: { from: '12:00', to: '18:00' } }, undefined, saturday)).toBe(
    '2026-11-21T17:00:00.000Z',
  )
  expect(dueAt({ when: 'digest' })).toBe('2026-11-22T07:30:00.000Z')
  expect(dueAt({}, mention([topic('Nimbus')], { sample: true }))).toBe('2026-11-21T23:00:00.000Z')
})

const some = <Value>(values: readonly Value[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: null })
const anyRoute: fc.Arbitrary<Route> = fc.record({
  name: fc.string({ minLength: 1, maxLength: 5 }),
  topics: some(Object.keys(kindOf)),
  kinds: some(topicKinds),
  moods: some(moods),
  networks: some(networks),
  languages: some(languages),
  reach: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
  to: fc.constantFrom<Route['to']>('alerts', 'watch', 'community', presse, {
    chat: 'slack',
    channel: 'presse',
  }),
  when: fc.constantFrom('now', 'digest'),
  quiet: fc.constantFrom<Route['quiet']>(null, 'none', { from: '10:00', to: '20:00' }),
  stop: fc.boolean(),
})
const anyMention = fc
  .record({
    topics: fc.uniqueArray(fc.tuple(fc.constantFrom(...Object.keys(kindOf)), fc.constantFrom(...moods)), {
      selector: ([name]) => name,
      minLength: 1,
    }),
    language: fc.constantFrom(null, ...languages),
    network: fc.constantFrom(...networks),
    reach: fc.option(fc.nat(100), { nil: null }),
    sample: fc.boolean(),
  })
  .map(({ topics, ...said }) =>
    mention(
      topics.map(([name, label]) => topic(name, label)),
      said,
    ),
  )

test('whatever the routes, each channel is told at most once, by a route that leads there, and never before now', () => {
  fc.assert(
    fc.property(fc.array(anyRoute, { maxLength: 6 }), anyMention, (routes, said) => {
      const team = { ...nimbus, routes }
      const tellings = tellingsOf(said, team, saturday)
      const places = tellings.map(({ place }) => placeKey(place))
      expect(new Set(places).size).toBe(places.length)
      for (const { dueAt, route, topics, place } of tellings) {
        expect(dueAt).toBeGreaterThanOrEqual(saturday)
        expect(topics.length).toBeGreaterThan(0)
        const leading = routes.filter(({ name }) => name === route).map(({ to }) => to)
        expect(leading.map((to) => placeKey(typeof to === 'string' ? team.channels[to] : to))).toContain(
          placeKey(place),
        )
      }
      // Whether it is told at all hangs on no order, and on no route that it does not fit.
      const alone = routes.flatMap((route) => tellingsOf(said, { ...nimbus, routes: [route] }, saturday))
      expect(tellings.length > 0).toBe(alone.length > 0)
    }),
  )
})

const wide = anyRoute.map((route): Route => ({ ...route, networks: null, languages: null, reach: null }))

test('a topic that is not called untold is told, whatever is said of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(anyRoute, wide), { minLength: 3, maxLength: 6 }),
      anyMention,
      (routes, said) => {
        const gaps = untold({ topics: nimbus.topics, routes }).map(({ name }) => name)
        fc.pre(said.topics.some(({ name }) => !gaps.includes(name)))
        expect(told(routes, said)).not.toEqual([])
      },
    ),
  )
})
