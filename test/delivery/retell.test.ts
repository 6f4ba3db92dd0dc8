import { expect, test } from 'vitest'
import type { Post } from '../../src/model/post.ts'
import type { Team } from '../../src/model/team.ts'
import { newWorld, nimbus, read } from '../world.ts'
import { hour, minute } from './fake-chat.ts'

const title = 'Nimbus présente sa nouvelle lampe de bureau, fabriquée à Lyon'

/** A story that was told: `spreads` is one batch, `news` what its thread says and has said, oldest first. */
async function newStory(team: Team = { ...nimbus, sample: false }) {
  const world = await newWorld({ teams: [team] })
  const { hear, post, store, time, waiting } = world
  let outlets = 0
  const copy = (more: Partial<Post> = {}) =>
    post('Elle éclaire.', { title, outlet: `Média ${++outlets}`, author: null, ...more })
  const spreads = (count: number, more: Partial<Post> = {}) =>
    hear(Array.from({ length: count }, () => copy(more)))
  /** What the team is told by now, as it reads; edits are left out. */
  async function told() {
    const all = []
    for (;;) {
      const due = await store.deliveries.due(time.now, [])
      if (due.length === 0) return all
      for (const { id, payload, wanted, told, thread } of due) {
        if (!told)
          all.push({ text: read(payload as object), thread: thread && thread !== 'gone' ? thread.id : null })
        await store.deliveries.told(id, wanted, told ?? { channel: 'e-reputation', id }, time.now)
      }
    }
  }
  const texts = async () => (await told()).map(({ text }) => text)
  const later = (ms: number) => {
    time.now += ms
  }
  await spreads(1)
  await told()
  later(minute)
  return { ...world, copy, spreads, told, texts, later, waiting }
}

test('a jump from one outlet to sixty says fifty, once', async () => {
  const { spreads, texts, later } = await newStory()
  await spreads(59)
  expect(await texts()).toEqual([
    'Repris par 60 médias, dont Média 2, Média 3, Média 4\u00a0: +59 depuis 14:30',
  ])
  await spreads(1)
  later(hour)
  expect(await texts()).toEqual([])
})

test('the widest outlets are named, with where they tell it', async () => {
  const { hear, copy, told, store } = await newStory()
  await hear([
    copy(),
    copy({ outlet: 'Le Monde', reach: 900, url: 'https://monde.example/1' }),
    copy(),
    copy({ outlet: 'La Gazette', reach: 40 }),
  ])
  const [news] = await store.deliveries.due(Number.MAX_SAFE_INTEGER, [])
  expect((news!.payload as { text: string }).text).toContain(
    'dont [Le Monde](https://monde.example/1), [La Gazette]',
  )
  expect(await told()).toHaveLength(1)
})

test('steps that come within minutes are one: the later waits, and a third takes its place', async () => {
  const { spreads, texts, later, store, time } = await newStory()
  await spreads(5)
  expect(await texts()).toEqual([expect.stringContaining('6 médias')])
  later(2 * minute)
  await spreads(5)
  expect(await texts()).toEqual([])
  later(2 * minute)
  await spreads(20)
  await spreads(1)
  expect(await texts()).toEqual([])
  later(6 * minute)
  expect(await texts()).toEqual([expect.stringMatching(/32 médias.*\+26 depuis 14:31/)])
  expect(
    (await store.stories.news('nimbus', 'post-1', nimbus.channels.alerts)).map(({ about }) => about),
  ).toEqual(['mention:1/outlets-5', 'mention:1/outlets-25'])
  time.now += hour
  expect(await texts()).toEqual([])
})

test('at night news waits for the morning, and the newer replaces the older', async () => {
  const { spreads, texts, later, time } = await newStory()
  time.now = Date.parse('2026-11-21T22:00Z')
  await spreads(5)
  later(hour)
  await spreads(5)
  later(hour)
  await spreads(20)
  expect(await texts()).toEqual([])
  time.now = Date.parse('2026-11-22T06:00Z')
  expect(await texts()).toEqual([expect.stringMatching(/31 médias.*\+30 depuis 21 nov\., 14:30/)])
})

test('a story that grows before it is told says so itself: its thread does not', async () => {
  const { hear, copy, time, store, later } = await newStory()
  time.now = Date.parse('2026-11-21T22:00Z')
  const other = { title: 'Le prix du design de Milan va cette année à la lampe Brume de Nimbus' }
  await hear([copy(other)])
  await hear(Array.from({ length: 11 }, () => copy(other)))
  time.now = Date.parse('2026-11-22T06:00Z')
  const due = await store.deliveries.due(time.now, [])
  expect(due.map(({ payload }) => read(payload as object))).toEqual([expect.stringContaining('6 autres')])
  await store.deliveries.told(due[0]!.id, due[0]!.wanted, { channel: 'e-reputation', id: 'm' }, time.now)
  later(minute)
  await hear([copy(other)])
  expect((await store.stories.news('nimbus', due[0]!.id, nimbus.channels.alerts)).length).toBe(0)
})

test('the first copy that speaks ill is told with its words, and once', async () => {
  const { spreads, hear, copy, texts, later } = await newStory()
  const ill = { text: 'Une honte : ma lampe Nimbus est en panne, service client lamentable, à fuir.' }
  await hear([copy(ill)])
  expect(await texts()).toEqual([
    expect.stringMatching(
      /^Première reprise négative\u00a0: .* de mal de Nimbus[\s\S]*service client lamentable/,
    ),
  ])
  later(hour)
  await spreads(2, ill)
  expect(await texts()).toEqual([])
})

test('an outlet of far larger reach, and somebody the team named, in English too', async () => {
  const { hear, copy, texts, later } = await newStory({ ...nimbus, sample: false, locale: 'en' })
  await hear([copy({ reach: 900 })])
  await texts()
  later(hour)
  await hear([copy({ reach: 120_000, outlet: 'Le Monde' })])
  expect(await texts()).toEqual([
    expect.stringMatching(/^Le Monde picks it up: up to 120,000 people, 133 times the widest reach so far\n/),
  ])
  later(hour)
  await hear([copy({ text: 'Hélène Vasseur la montre.' })])
  expect(await texts()).toEqual([
    expect.stringMatching(/^Hélène Vasseur enters the story, which was about Nimbus alone\n/),
  ])
})

test('news goes below the alert it is about; two channels have their own', async () => {
  const { hear, copy, told, later } = await newStory()
  const other = {
    title: 'Des lampes rappelées en urgence dans toute la France',
    text: 'Lumeo est concernée.',
  }
  await hear([copy(other)])
  await hear([copy({ ...other, text: 'Nimbus est concernée aussi.' })])
  const alerts = await told()
  expect(alerts).toHaveLength(2)
  later(minute)
  await hear([copy(other), copy(other), copy(other)])
  const news = await told()
  expect(news.map(({ text }) => text.slice(0, 19))).toEqual(['Repris par 5 médias', 'Repris par 5 médias'])
  expect(new Set(news.map(({ thread }) => thread)).size).toBe(2)
})

test('two batches that arrive together count every outlet, and say a step once', async () => {
  const { spreads, texts, store, waiting } = await newStory()
  await Promise.all([spreads(2), spreads(1), spreads(2), spreads(2)])
  expect(await texts()).toEqual([expect.stringContaining('8 médias')])
  await spreads(1)
  const [edit] = await waiting()
  expect(read(edit!.message)).toMatch(/, 3 autres$/m)
  expect(await store.mentions.outlets('nimbus', 'post-1')).toHaveLength(9)
})

test('an outlet that tells a story over and over is named once, with how often', async () => {
  const { spreads, waiting } = await newStory()
  await spreads(130, { outlet: 'Mastodon' })
  const [edit] = await waiting()
  expect(read(edit!.message)).toContain('Repris par: Média 1, Mastodon ×130')
})
