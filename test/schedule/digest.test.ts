import pino from 'pino'
import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { type Route, routeTo } from '../../src/model/route.ts'
import type { Team } from '../../src/model/team.ts'
import { day, hour, minute } from '../../src/model/time.ts'
import { newDigests } from '../../src/schedule/digest.ts'
import { unconfirmed } from '../../src/store/outbox.ts'
import { newWorld, nimbus, read, saturday } from '../world.ts'

const themes = routeTo('watch', { name: 'Thèmes', when: 'digest' })
const log = pino({ level: 'silent' })
/** Sunday, half past eight in Paris. */
const morning = Date.parse('2026-11-22T07:30Z')

async function newMorning({ routes = [themes], ...more }: { routes?: Route[] } & Partial<Team> = {}) {
  const team: Team = { ...nimbus, ...more, routes }
  const world = await newWorld({ teams: [team] })
  const { store, clock, time, waiting } = world
  let woken = 0
  const parts = { store, teams: [team], clock, log, wake: () => woken++ }
  const digests = newDigests(parts)
  /** What is told when somebody looks at this time. */
  async function at(moment: number, looking = digests): Promise<{ channel: string; message: Message }[]> {
    time.now = moment
    await looking.look()
    return waiting()
  }
  return { ...world, team, parts, digests, at, woken: () => woken }
}

test('at half past eight what was gathered is one message: stories, mood, the worst and the best', async () => {
  const { hear, post, at, woken } = await newMorning()
  const title = 'Nimbus rappelle dix mille lampes pour un défaut de câble'
  await hear([
    post('Le fabricant rappelle.', { title, outlet: 'Le Journal' }),
    post('Rappel massif.', { title, outlet: 'La Gazette' }),
    post('Ma lampe Nimbus est en panne, service client lamentable, une honte', { author: 'ravi' }),
    post('J’adore ma lampe Nimbus, elle est magnifique, merci', { author: 'theo' }),
    post('Nimbus ouvre une boutique à Lyon', { author: 'lea' }),
  ])
  expect(await at(morning - minute)).toEqual([])
  const [digest, ...others] = await at(morning)
  expect(others).toEqual([])
  expect(woken()).toBe(1)
  expect(digest!.channel).toBe('veille')
  expect(digest!.message.items!.map(({ title, mood }) => [title, mood])).toEqual([
    [title, expect.anything()],
    ['ravi · Mastodon', 'negative'],
    ['theo · Mastodon', 'positive'],
    ['lea · Mastodon', 'neutral'],
  ])
  const words = read(digest!.message).replaceAll(/[\u00a0\u202f]/g, ' ')
  expect(words).toMatch(/^Digest de 08:30 : 5 mentions\n/)
  expect(words).toMatch(/\d négatives? · \d neutres? · 1 positive · tonalité nette [+-]?\d+/)
  expect(words).toContain('1 actualité reprise à plusieurs endroits')
  expect(words).toContain('2 mentions d’une même actualité : Le Journal, La Gazette · mention 1')
  expect(words).toContain('La plus négative · mention 3')
  expect(words).toContain('La plus positive · mention 4')
  expect(await at(morning + minute)).toEqual([])
})

test('it is told once: nothing more that day, and the next day only what is new', async () => {
  const { heard, at } = await newMorning()
  await heard('Nimbus brille')
  expect(await at(morning)).toHaveLength(1)
  await heard('Nimbus scintille encore davantage')
  expect(await at(morning + 5 * hour)).toEqual([])
  const [next] = await at(morning + day)
  expect(next!.message.title).toMatch(/1 mention$/)
  expect(next!.message.items).toHaveLength(1)
  expect(next!.message.items![0]!.quote).toBe('Nimbus scintille encore davantage')
})

test('what another process kept a moment too late for a digest is in the next one', async () => {
  const { heard, at, time } = await newMorning()
  await heard('Nimbus brille')
  expect(await at(morning)).toHaveLength(1)
  time.now = morning - 1
  await heard('Nimbus scintille encore davantage')
  expect(await at(morning + minute)).toEqual([])
  expect(await at(morning + day)).toHaveLength(1)
})

test('missed while Vigie was off, it is told late, once, and says so', async () => {
  const { heard, at, parts } = await newMorning()
  await heard('Nimbus brille')
  const after = newDigests(parts)
  const [late, ...others] = await at(morning + 2 * day + 3 * hour, after)
  expect(others).toEqual([])
  expect(read(late!.message)).toContain('Avec du retard\u00a0: il était prévu à 08:30.')
  expect(await at(morning + 2 * day + 4 * hour, after)).toEqual([])
})

test('a late one does not ring at night: it waits for the end of quiet hours', async () => {
  const { heard, at } = await newMorning()
  await heard('Nimbus brille')
  expect(await at(Date.parse('2026-11-22T22:00Z'))).toEqual([])
  const [late] = await at(Date.parse('2026-11-23T06:00Z'))
  expect(read(late!.message)).toContain('Avec du retard\u00a0: il était prévu hier à 08:30.')
})

test('what is heard after half past eight waits for tomorrow, also where no digest was told before', async () => {
  const { heard, at, time } = await newMorning()
  time.now = morning + hour
  await heard('Nimbus brille')
  expect(await at(morning + 2 * hour)).toEqual([])
  expect(await at(morning + day)).toHaveLength(1)
})

test('a quiet morning says so in one line; one that was missed says nothing', async () => {
  const { at } = await newMorning()
  const [quiet] = await at(morning)
  expect(read(quiet!.message).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
    'Digest de 08:30 : rien à signaler\nRien de nouveau depuis hier 14:30. J’écoute 0 source.',
  )
  expect(await at(morning + 20 * minute)).toEqual([])
  expect(await at(morning + day + 2 * hour)).toEqual([])
  expect(await at(morning + 2 * day)).toHaveLength(1)
})

test('a start in the afternoon does not make up for a morning without mentions', async () => {
  const { at, parts, time } = await newMorning()
  time.now = morning + 30 * minute
  expect(await at(morning + 40 * minute, newDigests(parts))).toEqual([])
})

test('days, hour and time zone are the team’s', async () => {
  const { heard, at } = await newMorning({
    timeZone: 'America/Montreal',
    digest: { at: '07:15', days: ['monday'] },
  })
  await heard('Nimbus brille')
  expect(await at(Date.parse('2026-11-22T12:15Z'))).toEqual([])
  expect(await at(Date.parse('2026-11-23T12:14Z'))).toEqual([])
  const [digest] = await at(Date.parse('2026-11-23T12:15Z'))
  expect(read(digest!.message)).toMatch(/Digest de 07:15/)
})

test('what could not be heard is said: what lasts, and what lasted for more than a moment', async () => {
  const { store, heard, at } = await newMorning({ locale: 'en' })
  await heard('Nimbus brille')
  const names = ['Blog', 'Forum', 'Journal', 'Radio']
  await store.feeds.watch(
    'nimbus',
    names.map((name) => ({ name, url: `https://${name.toLowerCase()}.example/feed` })),
    saturday,
  )
  const [blog, forum, journal, radio] = await Promise.all(
    names.map(async (name) => (await store.feeds.get(`https://${name.toLowerCase()}.example/feed`))!.id),
  )
  const times = (now: number) => ({ now, nextAt: now + 5 * minute })
  const why = { words: 'it answered 500' }
  await store.feeds.failed(blog!, why, times(saturday + hour))
  await store.feeds.failed(blog!, why, times(saturday + 2 * hour))
  await store.feeds.failed(forum!, why, times(saturday + hour))
  await store.feeds.read(forum!, {}, times(saturday + 4 * hour))
  await store.feeds.failed(journal!, why, times(saturday + hour))
  await store.feeds.read(journal!, {}, times(saturday + hour + 10 * minute))
  await store.feeds.read(radio!, {}, times(saturday + hour))
  const [digest] = await at(morning)
  expect(read(digest!.message)).toContain(
    [
      'What I could not hear: ⚠️ Blog, unreadable since yesterday 15:30: it answered 500',
      'Forum, unreadable since yesterday 15:30, heard again yesterday at 18:30: it answered 500',
    ].join('\n'),
  )
  expect(read(digest!.message)).not.toMatch(/Journal|Radio/)
  const [next] = await at(morning + day)
  expect(read(next!.message)).toContain('Blog, unreadable')
  expect(read(next!.message)).not.toContain('Forum')
})

test('what could not be told is said, for certain or perhaps, until somebody dismisses it', async () => {
  const alerts = routeTo('alerts', { kinds: ['brand'], stop: true })
  const { store, heard, time, at } = await newMorning({ locale: 'en', routes: [alerts, themes] })
  const untold = async (thing: string, reason: string) => {
    await heard(`La lampe Nimbus : ${thing}`)
    const [alert] = await store.deliveries.due(time.now, [])
    await store.deliveries.begin(alert!.id, time.now)
    await store.deliveries.giveUp(alert!.id, reason, { inDoubt: reason === unconfirmed, mayRepeat: false })
    return alert!.id
  }
  await untold('câble', 'is_archived')
  await untold('abat-jour', unconfirmed)
  const seen = await untold('vis', unconfirmed)
  await store.deliveryList.dismiss('nimbus', seen, { by: 'Mia', now: time.now })
  const [digest] = await at(morning)
  expect(read(digest!.message)).toContain(
    [
      'What I could not tell you: ⛔ 1 message was given up',
      '❔ 1 message perhaps arrived: no answer ever came',
      '/deliveries state:given-up names what was not told.',
    ].join('\n'),
  )
  const [next] = await at(morning + day)
  expect(read(next!.message)).not.toContain('could not tell')
})

test('of many mentions the first twenty-five are shown, and how to see the rest', async () => {
  const { hear, post, at } = await newMorning({ locale: 'en' })
  const words =
    'abat ampoule bois cuir dune eau fer gris huile ivoire jade kaki lin miel nacre or pin quartz roche sel'
  const all = words.split(' ').flatMap((word) => [`Nimbus ${word} un`, `Nimbus ${word.repeat(3)} deux`])
  await hear(all.map((text) => post(text)))
  const [digest] = await at(morning)
  expect(digest!.message.items).toHaveLength(25)
  expect(read(digest!.message)).toContain('15 more: /mentions since:2026-11-21')
})

test('two channels have a digest each, and what rings at once is in neither', async () => {
  const { heard, at } = await newMorning({
    routes: [
      routeTo('alerts', { kinds: ['brand'], stop: true }),
      routeTo('watch', { when: 'digest' }),
      routeTo('community', { when: 'digest', languages: ['en'] }),
    ],
  })
  await heard('Nimbus brille')
  await heard('Lumeo is the best lamp I ever had')
  await heard('L’éclairage change')
  const told = await at(morning)
  expect(told.map(({ channel, message }) => [channel, message.items?.length]).sort()).toEqual([
    ['communaute', 1],
    ['e-reputation', 1],
    ['veille', 2],
  ])
})

test('the digest shows the mood towards the topic that its route is about', async () => {
  const { heard, at } = await newMorning({
    routes: [routeTo('watch', { topics: ['Lumeo'], when: 'digest' })],
  })
  await heard('J’adore ma lampe Nimbus. Lumeo est une honte, une arnaque lamentable.')
  const [digest] = await at(morning)
  expect(digest!.message.items!.map(({ mood }) => mood)).toEqual(['negative'])
})

test('the digest counts the moods that are less sure than the team asks for, and marks them', async () => {
  const text = 'J’adore ma lampe Nimbus, elle est magnifique, merci'
  const unsure = await newMorning({ sureFrom: 100 })
  await unsure.heard(text)
  const [digest] = await unsure.at(morning)
  const words = read(digest!.message).replaceAll(/[\u00a0\u202f]/g, ' ')
  expect(words).toContain('1 positive · dont 1 incertaine · tonalité nette +100')
  expect(words).toContain('mention 1 · tonalité incertaine')
  const sure = await newMorning()
  await sure.heard(text)
  expect(read((await sure.at(morning))[0]!.message)).not.toContain('incertaine')
})

test('when a route is taken away, what waited for its digest is still told', async () => {
  const { heard, at, parts, team } = await newMorning()
  await heard('Nimbus brille')
  const without = newDigests({ ...parts, teams: [{ ...team, routes: [routeTo('alerts')] }] })
  expect(await at(morning, without)).toHaveLength(1)
  expect(await at(morning + day, without)).toEqual([])
})

test('a digest that cannot be queued is not closed: nothing is lost, and the next look tells it once', async () => {
  const { heard, at, store, parts } = await newMorning()
  const id = await heard('Nimbus brille')
  const broken = newDigests({
    ...parts,
    store: {
      ...store,
      together: (work) =>
        store.together((inside) =>
          work({
            ...inside,
            deliveries: {
              ...inside.deliveries,
              add: async () => {
                throw new Error('the machine stopped')
              },
            },
          }),
        ),
    },
  })
  expect(await at(morning, broken)).toEqual([])
  expect(await store.digests.of('nimbus', id)).toMatchObject([{ dueAt: null }])
  expect(await at(morning + minute)).toHaveLength(1)
  expect(await store.digests.of('nimbus', id)).toMatchObject([{ dueAt: morning }])
  expect(await at(morning + 2 * minute)).toEqual([])
})

test('two processes that look at the same moment tell it once', async () => {
  const { heard, parts, time, waiting } = await newMorning()
  await heard('Nimbus brille')
  time.now = morning
  const [one, other] = [newDigests(parts), newDigests(parts)]
  await Promise.all([one.look(), other.look()])
  expect(await waiting()).toHaveLength(1)
})

test('why says in which digest a mention was', async () => {
  const { heard, at, mia, time } = await newMorning()
  const id = await heard('Nimbus brille')
  await at(morning)
  time.now = morning + hour
  expect(read(await mia.types(`/why ${id}`)).replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(
    'Signalée: dans #veille, avec le digest de 08:30, par la route « Thèmes »',
  )
  time.now = morning + 2 * day
  expect(read(await mia.types(`/why ${id}`))).toMatch(/avec le digest du 22 nov\..*08:30/)
})
