import { expect, test } from 'vitest'
import { type Route, routeTo } from '../src/model/route.ts'
import { newWorld, nimbus, read } from './world.ts'

const presse = { chat: 'local', channel: 'presse' } as const
const withRoutes = (...routes: Route[]) => newWorld({ teams: [{ ...nimbus, routes }] })
const channelsOf = (all: { channel: string }[]) => all.map(({ channel }) => channel).sort()
const night = Date.parse('2026-11-21T23:00Z')
const waitingFor = async ({ store }: Awaited<ReturnType<typeof newWorld>>, channel = 'veille') =>
  (await store.digests.waiting('nimbus', { chat: 'local', channel })).map(({ mention }) => mention)

test('a mention that fits several routes is told where they lead, once in each channel', async () => {
  const { heard, waiting } = await withRoutes(
    routeTo('alerts', { kinds: ['brand'] }),
    routeTo(presse, { networks: ['press'] }),
    routeTo('alerts', { name: 'again', moods: ['negative'] }),
  )
  await heard('Nimbus en panne, une honte', { title: 'Nimbus déçoit', url: 'https://journal.example/1' })
  await heard('Nimbus brille', { url: 'https://mastodon.example/@ravi/112233445566' })
  expect(channelsOf(await waiting())).toEqual(['e-reputation', 'e-reputation', 'presse'])
})

test('what fits no route is kept, tells nobody, and says so when asked', async () => {
  const { heard, waiting, store, mia, noor } = await withRoutes(routeTo('alerts', { kinds: ['brand'] }))
  const id = await heard('Lumeo sort une lampe solaire')
  expect(await waiting()).toEqual([])
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 1 })
  expect(read(await mia.types(`/why ${id}`))).toContain(
    'Signalée: nulle part\u00a0: elle ne correspond à aucune de vos routes (alerts)',
  )
  expect(read(await noor.types(`/why ${id}`))).toContain(
    'Told: nowhere: it fits none of your routes (alerts)',
  )
})

test('a source that says where it is from is believed by the routes', async () => {
  const { heard, waiting } = await withRoutes(routeTo(presse, { networks: ['linkedin'] }))
  await heard('Nimbus recrute', { network: 'linkedin', url: 'https://journal.example/1', title: 'Nimbus' })
  await heard('Nimbus éclaire', { url: 'https://journal.example/2', title: 'Nimbus encore' })
  expect(channelsOf(await waiting())).toEqual(['presse'])
})

test('what is for the digest rings nowhere; why says which digest, and by which route', async () => {
  const world = await withRoutes(routeTo('watch', { name: 'Thèmes', when: 'digest' }))
  const id = await world.heard('Nimbus brille')
  expect(await world.waiting()).toEqual([])
  expect(await waitingFor(world)).toEqual([id])
  expect(read(await world.mia.types(`/why ${id}`))).toMatch(
    /Signalée: attend le digest du 22 nov\..*08:30 dans #veille, par la route «\sThèmes\s»/,
  )
})

test('why names the route that told a mention', async () => {
  const { heard, waiting, noor } = await withRoutes(routeTo('alerts', { name: 'Marque' }))
  const id = await heard('Nimbus brille')
  await waiting()
  expect(read(await noor.types(`/why ${id}`))).toContain('in #e-reputation at 14:30, by the route “Marque”')
})

const title = 'Nimbus rappelle dix mille lampes pour un défaut de câble'

test('a story that waits for the digest and then must ring, rings with all its outlets and waits no more', async () => {
  const world = await withRoutes(
    routeTo('watch', { name: 'urgent', reach: 1000 }),
    routeTo('watch', { name: 'calm', when: 'digest' }),
  )
  const { hear, post, waiting, mia } = world
  await hear([post('Un câble fond.', { title, outlet: 'La Gazette' })])
  expect(await waitingFor(world)).toHaveLength(1)
  await hear([post('Un câble fond aussi ici.', { title, outlet: 'Le Monde', reach: 5000 })])
  expect(await waitingFor(world)).toEqual([])
  const [alert, ...others] = await waiting()
  expect(others).toEqual([])
  expect(alert!.message.about).toBe('mention:2')
  expect(read(alert!.message)).toContain('La Gazette')
  expect(read(await mia.types('/why 1'))).toContain('avec la mention 2, qui raconte la même actualité')
})

test('a story that rang in a channel is counted there, not gathered for its digest', async () => {
  const world = await withRoutes(
    routeTo('watch', { name: 'urgent', reach: 1000 }),
    routeTo('watch', { name: 'calm', when: 'digest' }),
  )
  const { hear, post, waiting } = world
  await hear([post('Un câble fond.', { title, outlet: 'Le Monde', reach: 5000 })])
  await hear([post('Un câble fond.', { title, outlet: 'La Gazette' })])
  expect(await waitingFor(world)).toEqual([])
  expect(read((await waiting())[0]!.message)).toContain('La Gazette')
})

test('a story that waits for the morning rings at once when a route without quiet hours takes it', async () => {
  const { hear, post, store, time } = await withRoutes(
    routeTo('alerts', { name: 'grave', reach: 1000, quiet: 'none' }),
    routeTo('alerts'),
  )
  time.now = night
  await hear([post('Un câble fond.', { title, outlet: 'La Gazette' })])
  expect(await store.deliveries.due(time.now, [])).toEqual([])
  await hear([post('Un câble fond.', { title, outlet: 'Le Monde', reach: 5000 })])
  expect(await store.deliveries.due(time.now, [])).toHaveLength(1)
})

test('a story in two batches of one moment is gathered once for each mention, in each channel with a digest', async () => {
  const world = await withRoutes(routeTo('watch', { when: 'digest' }), routeTo(presse, { when: 'digest' }))
  const { hear, post } = world
  const twice = [post('Un câble fond.', { title }), post('Un câble fond.', { title })]
  await hear(twice)
  await hear(twice)
  expect(await waitingFor(world)).toHaveLength(2)
  expect(await waitingFor(world, 'presse')).toHaveLength(2)
})
