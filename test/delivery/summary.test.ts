import { expect, test } from 'vitest'
import { Unavailable } from '../../src/model/oops.ts'
import { read } from '../world.ts'
import { hour, minute, newPost } from './fake-chat.ts'

test('after an outage what waited in a channel is one message, the worst first, with what else is a search away', async () => {
  const { post, hear, sender, said, passes, faults, time, store } = await newPost()
  await hear(
    things(30).map((thing, at) => post(`Nimbus : ${thing}${at === 20 ? ' en panne, une honte' : ''}`)),
    { outlet: 'Le Monde' },
  )
  await hear([post('Lumeo lance une lampe')])
  let down = true
  const outage = () => {
    if (!down) return
    faults.push(outage, outage)
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  }
  faults.push(outage, outage)
  await sender.start()
  await passes(10 * minute)
  down = false
  await passes(hour)
  await sender.stop()

  const here = said.filter(({ channel }) => channel === 'e-reputation')
  expect(here).toHaveLength(1)
  const [summary] = here
  const words = read(summary!.message)
  expect(words).toContain('30 alertes en attente, réunies ici')
  expect(words).toContain('La plus ancienne attendait depuis 14:30.')
  expect(words).toContain('1 négative')
  expect(words).toMatch(/5 autres.* \/mentions depuis:21\/11\/2026/)
  expect(summary!.message.items).toHaveLength(25)
  expect(summary!.message.items![0]).toMatchObject({
    mood: 'negative',
    url: expect.stringContaining('https://'),
  })
  expect(said.filter(({ channel }) => channel === 'veille')).toHaveLength(1)

  expect(await store.deliveries.counts()).toEqual({ told: 32 })
  expect(await store.deliveries.nextDue({ now: time.now })).toBeNull()
})

test('a handful that waited is told one by one, and so is a burst that did not wait', async () => {
  const { post, hear, sender, said, passes, time } = await newPost({ chat: { pause: 1000 } })
  await hear(things(10).map((thing) => post(`Nimbus : ${thing}`)))
  time.now += hour
  await sender.start()
  await passes(minute)
  expect(said).toHaveLength(10)
  await hear(
    things(30)
      .slice(10)
      .map((thing) => post(`Nimbus : ${thing}`)),
  )
  await passes(minute)
  await sender.stop()
  expect(said).toHaveLength(30)
})

test('a summary whose answer was lost is looked for; what it tells is told by it, once', async () => {
  const { post, hear, sender, said, passes, time, faults, states } = await newPost()
  await hear(things(12).map((thing) => post(`Nimbus : ${thing}`)))
  time.now += hour
  const { promise, resolve } = Promise.withResolvers<void>()
  faults.push(() => {
    resolve()
    throw new Error('socket hang up')
  })
  await sender.start()
  await promise
  await sender.stop()
  expect(await states()).toEqual({ waiting: 13 })
  await sender.start()
  await passes(hour)
  await sender.stop()
  expect(said).toHaveLength(1)
  expect(await states()).toEqual({ told: 13 })
})

test('a summary that its channel refuses gives up what it tells, with the reason', async () => {
  const { post, hear, sender, passes, time, faults, states, store } = await newPost()
  await hear(things(12).map((thing) => post(`Nimbus : ${thing}`)))
  time.now += hour
  faults.push(() => {
    throw new Unavailable('channel is archived', { refused: true })
  })
  await sender.start()
  await passes(minute)
  await sender.stop()
  expect(await states()).toEqual({ 'given-up': 13 })
  const [one] = await store.deliveries.about('nimbus', 'mention:1')
  expect(one!.reason).toBe('channel is archived')
})

test('what may have arrived before the outage is looked for first, and is not in the summary', async () => {
  const { post, hear, heard, sender, said, passes, time, store, chat, states } = await newPost()
  await heard('Nimbus : arrivée')
  const [first] = await store.deliveries.due(time.now, [])
  await store.deliveries.begin(first!.id, time.now)
  await chat.say('e-reputation', {}, { delivery: first!.id })
  await hear(things(12).map((thing) => post(`Nimbus : ${thing}`)))
  time.now += hour
  await sender.start()
  await passes(minute)
  await sender.stop()
  expect(said).toHaveLength(2)
  expect(said[1]!.message.items).toHaveLength(12)
  expect(await states()).toEqual({ told: 14 })
})

test('news of a story that a summary tells is dropped while it waits, and goes below the summary later', async () => {
  const { post, hear, sender, said, spreads, passes, time, states } = await newPost()
  await hear(things(12).map((thing) => post(`Nimbus : ${thing}`)))
  await spreads(1, { reach: 100 })
  await spreads(1, { reach: 900_000 })
  expect((await states()).waiting).toBe(14)
  time.now += hour
  await sender.start()
  await passes(minute)
  expect(said).toHaveLength(1)
  expect(read(said[0]!.message)).toContain('2 mentions de cette actualité')
  expect(await states()).toEqual({ told: 14 })
  await spreads(8)
  await passes(hour)
  await sender.stop()
  expect(said.map(({ thread }) => thread)).toEqual([undefined, 'm0'])
})

/** Posts that nobody would take for one story. */
const things = (count: number) =>
  ['lampe', 'prise', 'ampoule', 'abat-jour', 'câble', 'socle', 'verre', 'notice', 'carton', 'vis']
    .flatMap((thing) => [`${thing} reçue`, `${thing} commandée`, `${thing} échangée`])
    .slice(0, count)
