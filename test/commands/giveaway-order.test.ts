import { expect, test } from 'vitest'
import { quicknet, timeOfRound } from '../../src/model/drand.ts'
import { verifyProof } from '../../src/model/draw-verify.ts'
import { Unavailable } from '../../src/model/oops.ts'
import { hour, minute } from '../../src/model/time.ts'
import { proofOfGiveaway } from '../../src/reports/giveaway-proof.ts'
import { newGiveawayWorld } from './giveaway-world.ts'

// The order in which things become known, as somebody would look at it who trusts the organiser of nothing.

type World = Awaited<ReturnType<typeof newGiveawayWorld>>

async function withEntrants({ line = '/tirage lancer lampe durée:1h', beacon = true } = {}) {
  const silent = new Map<string, 'for a while' | 'for good'>()
  const world: World = await newGiveawayWorld({
    beacon,
    local: {
      say: (channel, ...more) =>
        silent.has(channel)
          ? Promise.reject(new Unavailable('silent', { refused: silent.get(channel) === 'for good' }))
          : world.chat.say(channel, ...more),
    },
  })
  await world.mia.types(line)
  await world.settle()
  for (const one of ['theo', 'ravi', 'lea', 'tom']) await world.person(one).presses('🎉 Participer')
  return { ...world, silent }
}

const closing = async ({ theo }: World) =>
  (await theo.sees()).filter((words) => words.includes('Participations closes'))
const roundIn = (words: string) => Number(/tour (\d+) de drand/.exec(words)?.[1])
const proofOf = async ({ store, team }: World) =>
  proofOfGiveaway(store, (await store.giveaways.get('nimbus', 1))!, { team, chats: new Map() })

test('hash, seal and round stand in the channel, in one message, before the value exists', async () => {
  const world = await withEntrants()
  await world.after(hour)
  const [words, ...more] = await closing(world)
  expect(more).toEqual([])
  const giveaway = (await world.store.giveaways.get('nimbus', 1))!
  expect(words).toContain(giveaway.entriesHash)
  expect(words).toContain(giveaway.commitment)
  expect(words).not.toContain(giveaway.seed)
  expect(words, 'what there is to win').toMatch(/À gagner.*lampe/s)
  expect(roundIn(words!)).toBe(giveaway.round)
  expect(timeOfRound(quicknet, roundIn(words!))).toBeGreaterThanOrEqual(world.clock() + 20_000)
  expect(world.beacon.asked, 'nobody could ask for it yet').toEqual([])
  expect(await proofOf(world), 'the seed is nobody’s before the draw').toBeNull()

  await world.after(30_000)
  expect(world.beacon.asked).toEqual([roundIn(words!)])
  const proof = (await proofOf(world))!
  expect(proof.frozen).toMatchObject({ round: roundIn(words!), entriesHash: giveaway.entriesHash })
  expect(verifyProof(JSON.parse(JSON.stringify(proof)))).toMatchObject({ holds: true, trust: 'nobody' })
})

test('nobody comes or goes once entries are closed', async () => {
  const world = await withEntrants()
  world.time.now += hour
  await world.giveaways.look()
  const { entriesHash } = (await world.store.giveaways.get('nimbus', 1))!
  for (const label of ['🎉 Participer', 'Me retirer']) await world.theo.presses(label).catch(() => null)
  await world.mia.types('/tirage modifier 1 lot:"Deux lampes"')
  await world.settle()
  await world.after(30_000)
  const proof = (await proofOf(world))!
  expect(proof.frozen).toMatchObject({ entries: 4, entriesHash })
  expect(proof.prizes).toEqual(['lampe'])
})

test('what stands there only after its value says so, names another round, and nobody chose among the two', async () => {
  const world = await withEntrants()
  const { store, silent } = world
  // The chat takes nothing until long after the first round.
  silent.set('communaute', 'for a while')
  await world.after(hour)
  const first = (await store.giveaways.get('nimbus', 1))!.round!
  await world.after(15_000)
  expect(await closing(world)).toEqual([])
  await world.after(minute)
  expect((await store.giveaways.get('nimbus', 1))!.state, 'nothing is drawn from what nobody read').toBe(
    'frozen',
  )
  silent.clear()
  for (let tries = 0; tries < 20 && (await closing(world)).length < 2; tries++) await world.after(minute)
  const [late, again] = await closing(world)
  expect(roundIn(late!)).toBe(first)
  expect(again).toContain('ne compte pas')
  expect(roundIn(again!)).toBeGreaterThan(first)
  for (let tries = 0; tries < 5; tries++) await world.after(minute)
  const proof = (await proofOf(world))!
  expect(world.beacon.asked).toEqual([roundIn(again!)])
  expect(proof.frozen.round).toBe(roundIn(again!))
  expect(verifyProof(JSON.parse(JSON.stringify(proof)))).toMatchObject({ holds: true, trust: 'nobody' })
})

test('after a restart between hash and value the round stays the one that was named', async () => {
  const world = await withEntrants()
  await world.after(hour)
  const [words] = await closing(world)
  const restarted = await newGiveawayWorld({ store: world.store, time: world.time })
  await restarted.after(3 * hour)
  expect(await closing(restarted)).toEqual([words])
  expect((await proofOf(restarted))!.frozen.round).toBe(roundIn(words!))
})

test('a value that cannot be had is not replaced by another round, and the proof says whom one trusts', async () => {
  const world = await withEntrants()
  world.beacon.silent = true
  await world.after(hour)
  for (let tries = 0; tries < 8; tries++) await world.after(minute)
  const [words] = await closing(world)
  expect(new Set(world.beacon.asked)).toEqual(new Set([roundIn(words!)]))
  const proof = (await proofOf(world))!
  expect(verifyProof(JSON.parse(JSON.stringify(proof)))).toMatchObject({ holds: true, trust: 'unreached' })
})

test('where no public value is mixed in, that is said before anybody enters', async () => {
  const world = await withEntrants({ beacon: false })
  const [begun] = await world.theo.sees()
  expect(begun).toContain('vous faites confiance à l’organisateur')
  await world.after(hour)
  await world.after(5000)
  const proof = (await proofOf(world))!
  expect(verifyProof(JSON.parse(JSON.stringify(proof)))).toMatchObject({ holds: true, trust: 'organiser' })
})

test('of two channels one is enough, where the other is silent until the value is there', async () => {
  const world = await withEntrants({ line: '/tirage lancer lampe durée:1h salon:#communaute,#veille' })
  expect((await world.store.giveaways.get('nimbus', 1))!.places.length).toBe(2)
  world.silent.set('veille', 'for a while')
  await world.after(hour)
  await world.after(30_000)
  await world.after(5000)
  const proof = (await proofOf(world))!
  expect(verifyProof(JSON.parse(JSON.stringify(proof)))).toMatchObject({ holds: true, trust: 'nobody' })
})

test('where nobody could read the hash, no public value makes it look as if nobody had chosen', async () => {
  const world = await withEntrants()
  world.silent.set('communaute', 'for good')
  await world.after(hour)
  for (let tries = 0; tries < 5; tries++) await world.after(minute)
  const proof = (await proofOf(world))!
  expect(world.beacon.asked).toEqual([])
  expect(verifyProof(JSON.parse(JSON.stringify(proof)))).toMatchObject({ holds: true, trust: 'unreached' })
})
