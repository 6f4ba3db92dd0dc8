import { expect, test } from 'vitest'
import { type NewsKind, newsIn, newsKey } from '../../src/delivery/news.ts'
import type { Mood } from '../../src/model/mood.ts'
import { type Copy, grown, outletsOnce, untoldYet } from '../../src/model/story.ts'
import type { TopicKind } from '../../src/model/topic.ts'

let copies = 0
const names: Record<TopicKind, string> = {
  brand: 'Nimbus',
  person: 'Hélène Vasseur',
  competitor: 'Lumeo',
  sector: 'Éclairage',
  theme: 'Design',
}
const scores = { negative: -0.6, neutral: 0, positive: 0.6 }

/** A copy about the brand in this mood, unless it says otherwise. */
function copy(mood: Mood = 'neutral', more: Partial<Copy> & { kinds?: TopicKind[] } = {}): Copy {
  const mention = ++copies
  const { kinds = ['brand'], ...rest } = more
  const topics = kinds.map((kind) => ({ name: names[kind], kind, mood, score: scores[mood] }))
  const base = { mention, outlet: `Média ${mention}`, url: null, reach: null, heardAt: mention }
  return { ...base, topics, ...rest }
}

const many = (count: number) => Array.from({ length: count }, () => copy())

function newsOf(kind: NewsKind, before: Copy[], since: Copy[]) {
  const tally = (copies: Copy[]) => grown(untoldYet, copies, outletsOnce(copies).length)
  const until = before.at(-1)!.mention
  const now = tally([...before, ...since])
  return newsIn(kind, { told: before[0]!.topics, before: tally(before), now, since: until })
}

function said(kind: NewsKind, before: Copy[], since: Copy[]): string | null {
  const news = newsOf(kind, before, since)
  return news && newsKey(news)
}

test.each([
  [1, 3, null],
  [1, 4, 'outlets-5'],
  [4, 1, 'outlets-5'],
  [5, 4, null],
  [9, 1, 'outlets-10'],
  [3, 57, 'outlets-50'],
  [24, 1, 'outlets-25'],
  [99, 1, 'outlets-100'],
  [100, 149, null],
  [100, 150, 'outlets-250'],
  [400, 700, 'outlets-1000'],
])('from %i outlets, %i more are news as %s', (before, more, news) => {
  expect(said('outlets', many(before), many(more))).toBe(news)
})

test('an outlet that tells it again is one outlet, however it is written', () => {
  const again = Array.from({ length: 20 }, () => copy('neutral', { outlet: 'Le Monde' }))
  expect(said('outlets', [copy('neutral', { outlet: 'LE MONDE' })], again)).toBeNull()
  const outlets = outletsOnce([{ outlet: 'Échos' }, { outlet: 'Le Fil' }, { outlet: 'echos' }])
  expect(outlets).toMatchObject([
    { outlet: 'Échos', times: 2 },
    { outlet: 'Le Fil', times: 1 },
  ])
})

const moods = (...all: Mood[]) => all.map((mood) => copy(mood))
const ofLumeo = { kinds: ['competitor' as const] }

test.each([
  ['the first that speaks ill', moods('neutral'), moods('neutral', 'negative'), 'mood-first'],
  ['after praise too', moods('positive'), moods('negative'), 'mood-first'],
  ['another that speaks ill', moods('neutral', 'negative'), moods('negative'), null],
  ['what was told as negative', moods('negative'), moods('negative'), null],
  ['praise after praise', moods('positive'), moods('positive'), null],
  ['most turn against it', moods('positive', 'negative'), moods('negative'), 'mood-negative'],
  [
    'many at once: the turn, not the first',
    moods('positive'),
    moods('negative', 'negative'),
    'mood-negative',
  ],
  ['a draw turns nothing', moods('positive', 'negative'), moods('neutral'), null],
  ['most come round', moods('negative', 'positive'), moods('positive'), 'mood-positive'],
  ['still mostly against it', moods('negative', 'negative'), moods('positive'), null],
  ['ill of a competitor is no news of ours', [copy('neutral', ofLumeo)], [copy('negative', ofLumeo)], null],
  [
    'ill of our director in a story about her',
    [copy('neutral', { kinds: ['person'] })],
    [copy('negative', { kinds: ['person'] })],
    'mood-first',
  ],
])('the mood: %s', (_what, before, since, news) => {
  expect(said('mood', before, since)).toBe(news)
})

const reaching = (...all: (number | null)[]) => all.map((reach) => copy('neutral', { reach }))

test.each([
  ['ten times the widest', reaching(5000, 800), reaching(50_000), true],
  ['less than that', reaching(5000), reaching(49_999), false],
  ['nobody’s reach was known', reaching(null, null), reaching(1_000_000), false],
  ['its own reach is unknown', reaching(5000), reaching(null), false],
  ['ten times a handful', reaching(3), reaching(60), false],
  ['from nobody to many', reaching(0), reaching(2000), true],
])('the reach: %s', (_what, before, since, news) => {
  expect(said('reach', before, since) !== null).toBe(news)
})

test('of several that reach far, the widest is told', () => {
  const before = reaching(1000)
  const since = reaching(20_000, 90_000, 40_000)
  const news = newsOf('reach', before, since)
  expect(news).toMatchObject({ reach: 90_000, times: 90, mention: since[1]!.mention })
})

const about = (kinds: TopicKind[]) => [copy('neutral', { kinds })]

test.each([
  ['she enters', about(['brand']), about(['brand', 'person']), 'person-Hélène Vasseur'],
  ['she was there when it was told', about(['brand', 'person']), about(['person']), null],
  ['she is named again', [...about(['brand']), ...about(['person'])], about(['person']), null],
  ['it was not about the brand', about(['competitor']), about(['person']), null],
  ['nobody', about(['brand']), about(['brand']), null],
])('somebody the team named: %s', (_what, before, since, news) => {
  expect(said('person', before, since)).toBe(news)
})
