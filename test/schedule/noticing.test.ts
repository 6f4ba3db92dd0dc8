import pino from 'pino'
import { expect, test } from 'vitest'
import { newNoticing } from '../../src/schedule/noticing.ts'
import { newChance } from '../analysis/bursts/made-mentions.ts'
import { newWorld, nimbus, read } from '../world.ts'

const minute = 60_000
const hour = 60 * minute

/** A brand whose minutes pass one by one, with what is said of it. */
async function newWatchedBrand(seed = 1) {
  const world = await newWorld()
  const chance = newChance(seed)
  let [toFail, failed] = [0, 0]
  /** As the store, but that it lets go what an alert writes as often as it shall. */
  const store: typeof world.store = {
    ...world.store,
    together: (work) =>
      world.store.together((parts) =>
        work({
          ...parts,
          incidents: {
            ...parts.incidents,
            async open(...given) {
              if (failed >= toFail) return parts.incidents.open(...given)
              failed++
              throw new Error('disk I/O error')
            },
          },
        }),
      ),
  }
  const make = () =>
    newNoticing({
      store,
      teams: [nimbus],
      clock: world.clock,
      log: pino({ level: 'silent' }),
      wake: () => {},
    })
  let noticing = make()
  await noticing.recall()

  /** So many minutes, with `each` posts a minute on average; of those `bad` are complaints. */
  async function pass(
    minutes: number,
    each: number,
    { bad = 0.1, by, said }: { bad?: number; by?: string; said?: (random: () => number) => string } = {},
  ) {
    for (let at = 0; at < minutes; at++) {
      const posts = Array.from({ length: chance.poisson(each) }, () => {
        const author = by ?? `author ${Math.floor(chance.random() * 5000)}`
        const words = said ?? (chance.random() < bad ? complaint : remark)
        const text = `${words(chance.random)} ${Math.floor(chance.random() * 1e6)}`
        return world.post(text, {
          author,
          outlet: by ? 'Mastodon' : `outlet ${Math.floor(chance.random() * 30)}`,
        })
      })
      if (posts.length > 0) await world.hear(posts)
      world.time.now += minute
      await noticing.look()
    }
  }

  const restart = async () => {
    noticing = make()
    await noticing.recall()
  }
  const fails = (times: number) => {
    toFail = times
  }
  return {
    ...world,
    pass,
    restart,
    fails,
    failed: () => failed,
    incidents: () => world.store.incidents.list('nimbus', 50),
  }
}

const pick = (all: string[], random: () => number) => all[Math.floor(random() * all.length)]!
const complaint = (random: () => number) =>
  `${pick(['Ma lampe Nimbus', 'Cette Nimbus', 'La Nimbus du salon', 'Encore une Nimbus qui'], random)} ${pick(
    ['est en panne', 'a pris feu', 'est cassée, honteux', 'ne marche plus, quelle arnaque'],
    random,
  )}`
const remark = (random: () => number) =>
  `${pick(['Vu une lampe Nimbus', 'Nimbus ouvre', 'Quelqu’un connaît Nimbus', 'La Nimbus est livrée'], random)} ${pick(
    ['à Lyon', 'lundi', 'au salon', 'en mars'],
    random,
  )}`
const praise = (random: () => number) =>
  `${pick(['J’adore ma lampe Nimbus', 'Merci Nimbus', 'Bravo Nimbus', 'Superbe Nimbus'], random)}, ${pick(
    ['elle est magnifique', 'quelle merveille', 'je suis ravie', 'un bonheur'],
    random,
  )}`

test('a storm of complaints becomes one incident, told once, that a restart tells no second time', async () => {
  const brand = await newWatchedBrand()
  await brand.pass(150, 0.05)
  expect(await brand.incidents()).toEqual([])

  await brand.pass(25, 1.2, { bad: 0.9 })
  const [incident, ...others] = await brand.incidents()
  expect(others).toEqual([])
  expect(incident).toMatchObject({ cause: 'bad', topic: 'Nimbus', state: 'firing' })
  await brand.living.look()
  const told = (await brand.waiting()).filter(({ message }) => message.about === `crisis:${incident!.id}`)
  expect(told.map(({ channel }) => channel)).toContain('e-reputation')
  const shown = read(told[0]!.message)
  expect(shown).toMatch(/mentions négatives en (5 minutes|15 minutes|1 heure), contre/)
  expect(shown).toContain('Personne ne s’en occupe encore')

  await brand.restart()
  await brand.pass(20, 1.2, { bad: 0.9 })
  expect(await brand.incidents()).toHaveLength(1)
})

test('what happened before a crash is known after it', async () => {
  const brand = await newWatchedBrand(2)
  await brand.pass(150, 0.05)
  await brand.pass(2, 2, { bad: 0.9 })
  const before = await brand.incidents()
  await brand.restart()
  await brand.pass(10, 2, { bad: 0.9 })
  expect(before.length).toBeLessThanOrEqual(1)
  expect(await brand.incidents()).toHaveLength(1)
})

test('one author with a hundred posts, a backlog and a first reading are no crisis', async () => {
  const brand = await newWatchedBrand(3)
  await brand.pass(150, 0.05)
  await brand.pass(30, 4, { bad: 1, by: 'ravi' })
  const old = { publishedAt: brand.time.now - 6 * hour }
  await brand.hear(
    Array.from({ length: 200 }, (_, at) => brand.post(`Nimbus en panne ${at}`, { ...old, author: `a${at}` })),
  )
  await brand.pass(3, 0)
  await brand.hear(
    Array.from({ length: 200 }, (_, at) => brand.post(`Nimbus cassée ${at}`, { author: `b${at}` })),
    { first: true, source: 'feed:2' },
  )
  await brand.pass(5, 0)
  expect(await brand.incidents()).toEqual([])
})

test('a silence keeps an alert quiet, and counts it', async () => {
  const brand = await newWatchedBrand(4)
  await brand.pass(150, 0.05)
  const until = brand.time.now + 5 * hour
  const silence = { topic: 'Nimbus', mood: null, until, reason: 'essai de la sirène', by: 'Mia' }
  await brand.store.silences.add('nimbus', silence, brand.time.now)
  await brand.pass(25, 1.2, { bad: 0.9 })
  expect(await brand.incidents()).toEqual([])
  expect(await brand.store.silences.of('nimbus', brand.time.now)).toMatchObject([{ reason: silence.reason }])
  expect((await brand.store.silences.of('nimbus', brand.time.now))[0]!.muted).toBeGreaterThan(0)
})

test('what people like is told too, in the watch, and asks nobody to act', async () => {
  const brand = await newWatchedBrand(5)
  await brand.pass(150, 0.05)
  await brand.pass(20, 1.5, { bad: 0, said: praise })
  await brand.living.look()
  expect(await brand.incidents()).toMatchObject([{ cause: 'liked', severity: 'minor' }])
  const told = (await brand.waiting()).filter(({ message }) => message.about === 'crisis:1')
  expect(told.map(({ channel }) => channel)).toEqual(['veille'])
  expect(told[0]!.message.mood).toBe('positive')
  expect(read(told[0]!.message)).toMatch(/^Ça plaît/)
  expect(read(told[0]!.message)).not.toContain('Personne ne s’en occupe')
  expect(await brand.store.freezes.of('nimbus', 'minor')).toBeNull()
})

test('a crisis of the brand keeps quiet what comes with it, and not what a competitor is in', async () => {
  const brand = await newWatchedBrand(6)
  await brand.pass(150, 0.05)
  const both = () => 'Nimbus : l’éclairage en panne, et Lumeo aussi, quelle honte'
  await brand.pass(25, 1.5, { bad: 1, said: both })
  const all = await brand.incidents()
  expect(all.map(({ topic }) => topic).sort()).toEqual(['Lumeo', 'Nimbus'])
  const nimbus = all.find(({ topic }) => topic === 'Nimbus')!
  const steps = await brand.store.incidents.steps(nimbus.id)
  expect(steps).toContainEqual(expect.objectContaining({ did: 'inhibited', what: 'Éclairage' }))
})

test('a clock that is set back and forth raises nothing, and breaks nothing', async () => {
  const brand = await newWatchedBrand(7)
  await brand.pass(150, 0.05)
  brand.time.now -= 2 * hour
  await brand.pass(30, 0.05)
  brand.time.now += 30 * hour
  await brand.pass(30, 0.05)
  expect(await brand.incidents()).toEqual([])
  await brand.pass(25, 1.5, { bad: 0.9 })
  expect(await brand.incidents()).toHaveLength(1)
})

test('a crisis that the store could not keep is kept a minute later', async () => {
  const brand = await newWatchedBrand(8)
  await brand.pass(150, 0.05)
  brand.fails(3)
  await brand.pass(25, 1.5, { bad: 0.9 })
  expect(brand.failed()).toBe(3)
  expect(await brand.incidents()).toHaveLength(1)
})

test('one that nobody closed for a month is another event than the next one', async () => {
  const brand = await newWatchedBrand(9)
  await brand.pass(150, 0.05)
  await brand.pass(25, 1.5, { bad: 0.9 })
  await brand.store.incidents.move(1, ['firing'], 'taken', { by: 'Mia', at: brand.time.now })
  brand.time.now += 30 * 24 * hour
  await brand.pass(150, 0.05)
  await brand.pass(25, 1.5, { bad: 0.9 })
  expect((await brand.incidents()).map(({ state }) => state)).toEqual(['firing', 'over'])
})
