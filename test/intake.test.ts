import { expect, test } from 'vitest'
import { newAnalysis } from '../src/analysis/analysis.ts'
import { newStories, traceFrom } from '../src/analysis/stories.ts'
import type { Message } from '../src/chat/message.ts'
import { newIntake } from '../src/intake.ts'
import { readQuery } from '../src/model/query.ts'
import { newWorld, nimbus, read, saturday } from './world.ts'

test('a post about the brand becomes a mention with its mood, and an alert in the team’s channel', async () => {
  const { heard, store, waiting } = await newWorld()
  const id = await heard('Ma lampe Nimbus est encore en panne, service client lamentable', { by: 'ravi' })

  const mention = await store.mentions.get('nimbus', id)
  expect(mention).toMatchObject({ language: 'fr', mood: { label: 'negative' }, state: { is: 'new' } })
  expect(mention!.topics).toMatchObject([{ name: 'Nimbus', kind: 'brand', mood: { label: 'negative' } }])

  const [alert, ...others] = await waiting()
  expect(others).toEqual([])
  expect(alert!.channel).toBe('e-reputation')
  expect(read(alert!.message)).toContain('Mention négative : Nimbus'.replace(' :', '\u00a0:'))
  expect(alert!.message.items![0]!.at).toBe(saturday)
  expect(read(alert!.message)).toContain('ravi · Mastodon')
})

test('what concerns nobody is kept without its author, and tells nobody', async () => {
  const { hear, post, store, waiting } = await newWorld()
  const taken = await hear([post('Il pleut sur Lyon'), post('Nimbus et la météo de demain')])
  expect(taken).toEqual({ filed: 2, mentions: { nimbus: 0 } })
  expect(await waiting()).toEqual([])
  expect(await store.posts.count('feed:1')).toBe(2)
})

test('the same post heard again is known: one mention, one alert', async () => {
  const { hear, post, waiting, store } = await newWorld()
  const once = post('Nimbus, quelle belle lampe')
  await hear([once, once])
  await hear([once])
  await hear([{ ...once, title: 'Changed' }])
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 1 })
  expect(await waiting()).toHaveLength(1)
})

test('the same news in three outlets is one alert that names them', async () => {
  const { hear, post, waiting } = await newWorld()
  const title = 'Nimbus rappelle dix mille lampes pour un défaut de câble'
  await hear([post('Le fabricant lyonnais rappelle…', { title, outlet: 'Le Journal', author: null })])
  await hear([
    post('Rappel massif chez Nimbus.', {
      title: `${title} - La Gazette`,
      outlet: 'La Gazette',
      author: null,
    }),
  ])
  await hear([post('On en parle.', { title, outlet: 'Lumière Hebdo', author: null })])
  const told = await waiting()
  expect(told).toHaveLength(1)
  expect(read(told[0]!.message)).toContain('Repris par: Le Journal, La Gazette, Lumière Hebdo')
})

test('a competitor rings in the watch, the brand in the alerts', async () => {
  const { heard, waiting } = await newWorld()
  await heard('Lumeo sort une lampe solaire')
  await heard('Nimbus répond à Lumeo')
  expect((await waiting()).map(({ channel }) => channel).sort()).toEqual(['e-reputation', 'veille'])
})

test('a first look at a feed files what is there and rings nowhere', async () => {
  const { hear, post, waiting, store } = await newWorld()
  const taken = await hear([post('Nimbus ici'), post('autre chose')], { first: true })
  expect(taken).toEqual({ filed: 2, mentions: { nimbus: 1 } })
  expect(await waiting()).toEqual([])
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 1 })
})

test('at night alerts wait for the morning, but not those of a sample', async () => {
  const { hear, post, store, time } = await newWorld()
  time.now = Date.parse('2026-11-21T22:00Z')
  await hear([post('Nimbus brille la nuit')])
  expect(await store.deliveries.due(time.now, [])).toEqual([])
  expect(await store.deliveries.due(Date.parse('2026-11-22T06:00Z'), [])).toHaveLength(1)
  await hear([post('Nimbus brille en exemple')], { sample: true })
  expect(await store.deliveries.due(time.now, [])).toHaveLength(1)
})

test('a date in the future counts from when the post was heard', async () => {
  const { heard, store } = await newWorld()
  await heard('Nimbus demain', { publishedAt: saturday + 86_400_000 })
  await heard('Nimbus aujourd’hui')
  expect(await store.mentions.list('nimbus', { since: saturday + 1 }, { most: 10 })).toEqual([])
})

test('two teams that watch the same feed each have their mention', async () => {
  const other = { ...nimbus, name: 'lumeo', title: 'Lumeo', people: [] }
  const { hear, post, store } = await newWorld({ teams: [nimbus, other] })
  const taken = await hear([post('Nimbus contre Lumeo')])
  expect(taken.mentions).toEqual({ nimbus: 1, lumeo: 1 })
  expect((await store.mentions.list('lumeo', {}, { most: 5 }))[0]!.team).toBe('lumeo')
})

test('texts and authors are forgotten at their time, counts later', async () => {
  const { heard, store, time } = await newWorld()
  const id = await heard('Nimbus en panne', { by: 'ravi' })
  time.now = saturday + 91 * 86_400_000
  await store.posts.forget(time.now)
  expect(await store.mentions.get('nimbus', id)).toMatchObject({
    post: { title: null, text: null, author: null },
  })
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 1 })
  expect(await store.mentions.count('nimbus', { words: ['panne'] })).toMatchObject({ all: 0 })
  time.now = saturday + 396 * 86_400_000
  await store.posts.forget(time.now)
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 0 })
})

test('news that comes up again a month later rings again', async () => {
  const { hear, post, waiting, time } = await newWorld()
  const title = 'Nimbus rappelle dix mille lampes pour un défaut'
  await hear([post('un', { title })])
  await waiting()
  time.now += 30 * 86_400_000
  await hear([post('deux', { title })])
  const again = await waiting()
  expect(again.map(({ message }) => message.about)).toEqual(['mention:2'])
})

test('a story told in the watch rings in the alerts once an outlet names the brand', async () => {
  const { hear, post, waiting } = await newWorld()
  const title = 'Des lampes rappelées en urgence dans toute la France'
  await hear([post('Lumeo est concernée.', { title, outlet: 'Le Journal' })])
  await hear([post('Nimbus est concernée aussi.', { title, outlet: 'La Gazette' })])
  expect((await waiting()).map(({ channel }) => channel).sort()).toEqual(['e-reputation', 'veille'])
})

test('what its feed still shows is known for as long as it does, its text is not', async () => {
  const { hear, post, store, time, waiting } = await newWorld()
  const old = post('Il pleut sur Lyon')
  const mention = post('Nimbus brille')
  for (let week = 0; week < 60; week++) {
    await hear([old, mention])
    await store.posts.forget(time.now)
    time.now += 7 * 86_400_000 - 3_600_000
  }
  expect(await store.posts.count('feed:1')).toBe(2)
  expect(await store.mentions.count('nimbus', { words: ['brille'] })).toMatchObject({ all: 0 })
  expect(await waiting()).toHaveLength(1)
})

test('who wrote something is forgotten with it, whatever else they write later', async () => {
  const { heard, store, time } = await newWorld()
  const first = await heard('Ma lampe Nimbus fume depuis ce matin, que faire', { by: 'ravi' })
  time.now = saturday + 60 * 86_400_000
  const second = await heard('Nimbus toujours en panne', { by: 'ravi' })
  time.now = saturday + 91 * 86_400_000
  await store.posts.forget(time.now)
  expect((await store.mentions.get('nimbus', first))!.post).toMatchObject({ text: null, author: null })
  expect((await store.mentions.get('nimbus', second))!.post.author).toBe('ravi')
  expect((await store.mentions.get('nimbus', first))!.story).not.toMatch(/fume|lampe/)
})

const recall = {
  first: {
    title: 'Nimbus rappelle 12 000 lampes de chevet pour risque de surchauffe',
    text: 'Le fabricant lyonnais Nimbus rappelle 12 000 lampes de chevet Brume vendues depuis mars : le transformateur peut surchauffer. Les clients sont invités à les débrancher.',
  },
  edited: {
    title: 'Surchauffe : Nimbus contraint de rappeler 12 000 lampes',
    text: 'Nimbus, fabricant de lampes à Lyon, rappelle 12 000 lampes de chevet Brume vendues depuis mars. Leur transformateur peut surchauffer ; les clients doivent les débrancher.',
  },
  other: {
    title: 'Nimbus ouvre une boutique de lampes de chevet à Lille',
    text: 'Le fabricant lyonnais Nimbus ouvre samedi sa première boutique à Lille, rue de Béthune. Les clients pourront y faire réparer leurs lampes.',
  },
}

test('edited and retitled, the same news is one alert; other news of the same brand is another', async () => {
  const { hear, post, waiting } = await newWorld()
  const news = (what: keyof typeof recall, outlet: string) =>
    post('', { ...recall[what], outlet, author: null })
  await hear([news('first', 'Le Fil')])
  await hear([news('edited', 'Capital')])
  await hear([news('other', 'Le Nord')])
  const alerts = (await waiting()).filter(isAlert)
  expect(alerts.map(({ message }) => message.about)).toEqual(['mention:1', 'mention:3'])
  expect(read(alerts[0]!.message)).toContain('Repris par: Le Fil, Capital')
})

test('a story is known again after a restart', async () => {
  const { hear, post, store, clock, waiting } = await newWorld()
  await hear([post('', recall.first)])
  await waiting()
  const stories = newStories()
  for (const { trace, ...kept } of await store.storyTraces.since(0))
    stories.recall({ ...kept, trace: traceFrom(trace) })
  const parts = { store, teams: [nimbus], analysis: newAnalysis(), stories, secret: 'of the test', clock }
  const batch = { source: 'feed:2', outlet: 'Capital', teams: ['nimbus'] }
  await newIntake(parts)({ ...batch, posts: [post('', recall.edited)] })
  expect((await waiting()).filter(isAlert).map(({ message }) => message.about)).toEqual(['mention:1'])
})

/** News in a thread has no title. */
const isAlert = ({ message }: { message: Message }) => message.title !== undefined

test('a topic may look at who wrote, where, in what language, and in the title alone', async () => {
  const topic = (name: string, query: string) => ({ name, kind: 'theme' as const, query: readQuery(query) })
  const topics = [
    topic('titre', 'titre:rappel*'),
    topic('site', 'site:journal.example lampe'),
    topic('langue', 'lampe langue:fr'),
    topic('auteur', 'author:mia'),
  ]
  const { hear, post, store } = await newWorld({ teams: [{ ...nimbus, topics }] })
  const url = 'https://www.journal.example/1'
  await hear([
    post('On rappelle la lampe, dit le journal', { title: 'Une lampe rappelée hier', url, author: 'Mia' }),
    post('The lampe is nice and I really like it', { title: 'About a lampe', author: null }),
  ])
  const [mention, ...others] = await store.mentions.list('nimbus', {}, { most: 5 })
  expect(mention!.topics.map(({ name }) => name).sort()).toEqual(['auteur', 'langue', 'site', 'titre'])
  expect(others).toEqual([])
})
