import pino from 'pino'
import { expect, test } from 'vitest'
import { quicknet, timeOfRound } from '../../src/model/drand.ts'
import { commitmentOf } from '../../src/model/draw.ts'
import { verifyProof } from '../../src/model/draw-verify.ts'
import { Unavailable } from '../../src/model/oops.ts'
import { hour, minute } from '../../src/model/time.ts'
import { proofOfGiveaway } from '../../src/reports/giveaway-proof.ts'
import { newGiveaways } from '../../src/schedule/giveaways.ts'
import { newGiveawayWorld } from '../commands/giveaway-world.ts'
import { sameStore } from '../databases/open.ts'
import { nimbus } from '../world.ts'

const log = pino({ level: 'silent' })
type World = Awaited<ReturnType<typeof newGiveawayWorld>>

/** A giveaway of an hour in which these people are. */
async function running(
  line = '',
  people = ['theo', 'ravi', 'lea'],
  more: Parameters<typeof newGiveawayWorld>[0] = {},
) {
  const world = await newGiveawayWorld(more)
  await world.mia.types(`/tirage lancer lampe durée:1h ${line}`)
  await world.settle()
  for (const one of people) await world.person(one).presses('🎉 Participer')
  return world
}

async function drawn(world: World) {
  await world.after(hour)
  await world.after(30_000)
  await world.after(5_000)
}

const times = async ({ mia }: World, words: string | RegExp) =>
  (await mia.sees()).filter((one) => (typeof words === 'string' ? one.includes(words) : words.test(one)))
    .length

test('what ended while Vigie was off ends at the next start, once, and says how late', async () => {
  const before = await running()
  before.time.now += 3 * hour + 12 * minute
  const world = await newGiveawayWorld({ store: before.store, time: before.time })
  for (const length of [0, 30_000, 5_000]) await world.after(length)
  expect(await times(world, /Il s’est terminé avec 2 heures de retard\./)).toBe(1)
  expect(await times(world, 'Les gagnants : lampe')).toBe(1)
  expect((await world.store.giveaways.get('nimbus', 1))!.lateBy).toBe(2 * hour + 12 * minute)
})

test('of two processes one ends it, one draws it, one writes to the winner', async () => {
  const first = await running()
  const second = await newGiveawayWorld({ store: await sameStore(first.store), time: first.time })
  for (const length of [hour, 25_000, 5_000, 5_000]) {
    first.time.now += length
    await Promise.all([first.giveaways.look(), second.giveaways.look()])
    await first.settle()
  }
  expect(await times(first, 'Participations closes')).toBe(1)
  expect(await times(first, 'Les gagnants : lampe')).toBe(1)
  const [winner] = await first.store.giveawayWinners.all(1)
  const letters = (await first.person(winner!.who!.person).sees()).filter((one) =>
    /Vous avez gagné|You won/.test(one),
  )
  expect(letters).toHaveLength(1)
})

test('the round that decides comes after the hash was told; while its value is missing nothing is drawn', async () => {
  const world = await running()
  world.beacon.silent = true
  await world.after(hour)
  await world.after(1_000)
  const giveaway = (await world.store.giveaways.get('nimbus', 1))!
  expect(giveaway.publishedAt).toBe(world.time.now - 1_000)
  expect(timeOfRound(quicknet, giveaway.round!)).toBeGreaterThan(giveaway.publishedAt!)
  await world.after(minute)
  expect(world.beacon.asked).toContain(giveaway.round)
  expect((await world.store.giveaways.get('nimbus', 1))!.state).toBe('frozen')
  world.beacon.silent = false
  await world.after(minute)
  expect((await world.store.giveaways.get('nimbus', 1))!.value?.round).toBe(giveaway.round)
  expect(await times(world, `la valeur ${giveaway.round} de drand`)).toBe(1)
})

test('out of reach for minutes, it is drawn from the seed alone, which is said; so it is where the beacon is off', async () => {
  const silent = await running()
  silent.beacon.silent = true
  await silent.after(hour)
  for (let nth = 0; nth < 8; nth++) await silent.after(minute)
  const off = await running('', ['theo', 'ravi'], { beacon: false })
  await drawn(off)
  for (const world of [silent, off]) {
    const giveaway = (await world.store.giveaways.get('nimbus', 1))!
    expect(giveaway).toMatchObject({ state: 'drawn', value: null })
    expect(await times(world, 'vous faites confiance à l’organisateur. La preuve')).toBe(1)
    const proof = await proofOfGiveaway(world.store, giveaway, { team: nimbus, chats: new Map() })
    expect(verifyProof(JSON.parse(JSON.stringify(proof)))).toMatchObject({ holds: true })
  }
})

test('who left or lost the role is passed over at the draw, as the proof says; a deleted role keeps nobody out', async () => {
  const gone = new Set<string>()
  let roles = true
  const team = 'local:local/team'
  const world = await running('rôle:équipe gagnants:2', ['mia', 'noor'], {
    local: {
      groups: async () => (roles ? [{ group: team, name: 'Équipe' }] : []),
      standing: async ({ user }) => (gone.has(user) ? null : { groups: roles ? [team] : [] }),
    },
  })
  expect((await world.store.giveaways.get('nimbus', 1))!.entrants).toBe(2)
  gone.add('mia')
  await drawn(world)
  const winners = await world.store.giveawayWinners.all(1)
  const having = winners.filter(({ lost }) => !lost)
  expect(having.map(({ who }) => who?.person)).toEqual(['noor'])
  expect(winners.find(({ who }) => who?.person === 'mia')!.lost?.reason).toBe('ineligible')
  expect(await times(world, '1 personne a été écartée')).toBe(1)
  const giveaway = (await world.store.giveaways.get('nimbus', 1))!
  const proof = await proofOfGiveaway(world.store, giveaway, { team: nimbus, chats: new Map() })
  expect(verifyProof(JSON.parse(JSON.stringify(proof)))).toMatchObject({ holds: true })

  const other = await running('rôle:équipe', ['mia', 'noor'], {
    local: {
      groups: async () => (roles ? [{ group: team, name: 'Équipe' }] : []),
      standing: async () => ({ groups: roles ? [team] : [] }),
    },
  })
  roles = false
  expect(other.wordsOf(await other.noor.types('/giveaway 1'))).toContain('The role “Équipe” no longer exists')
  await drawn(other)
  expect((await other.store.giveawayWinners.all(1)).filter(({ lost }) => !lost)).toHaveLength(1)
})

test('a chat that cannot be asked about the winners is waited for, then they win all the same, which is said', async () => {
  const world = await running('', ['theo'], {
    local: {
      standing: async () => {
        throw new Unavailable('down')
      },
    },
  })
  await drawn(world)
  expect((await world.store.giveaways.get('nimbus', 1))!.state).toBe('frozen')
  for (let nth = 0; nth < 25; nth++) await world.after(4_000)
  expect((await world.store.giveaways.get('nimbus', 1))!.state).toBe('drawn')
  expect(await times(world, 'il n’a pas été possible de vérifier')).toBe(1)
})

test('closed private messages harm nothing: the prize is claimed in the channel', async () => {
  const world = await running('', ['ravi'], {
    local: {
      write: async () => {
        throw new Unavailable('they take no private messages', { refused: true })
      },
    },
  })
  await drawn(world)
  expect(world.wordsOf(await world.ravi.presses('🎁 Réclamer mon lot'))).toContain('est à vous')
  await world.settle()
  expect((await world.store.giveaways.get('nimbus', 1))!.state).toBe('closed')
})

test('nobody took part: it is over, and says so', async () => {
  const world = await running('', [])
  await world.after(hour)
  expect(await times(world, 'Personne n’a participé')).toBeGreaterThan(0)
  expect((await world.store.giveaways.get('nimbus', 1))!.state).toBe('closed')
})

test('two accounts that are joined later are one entry, before the end and at the draw', async () => {
  const world = await newGiveawayWorld()
  const { store, time, bot, wordsOf } = world
  await world.mia.types('/tirage lancer lampe durée:1h')
  await world.settle()
  const account = (user: string) => ({ chat: 'local' as const, workspace: 'elsewhere', user })
  const press = async (user: string) =>
    wordsOf(
      (await bot.answer({
        chat: 'local',
        account: account(user),
        name: user,
        channel: 'communaute',
        at: time.now,
        kind: 'button',
        action: 'giveaway.enter',
        about: 'giveaway:1',
      }))!,
    )
  expect(await press('zoe')).toContain('Bonne chance')
  expect(await press('zoe-2')).toContain('Bonne chance')
  await store.together((store) =>
    store.links.join(account('zoe'), account('zoe-3'), { by: 'zoe', at: time.now }),
  )
  await press('zoe-3')
  await store.together((store) =>
    store.links.join(account('zoe'), account('zoe-3'), { by: 'zoe', at: time.now }),
  )
  await store.together((store) =>
    store.links.join(account('zoe'), account('zoe-2'), { by: 'zoe', at: time.now }),
  )
  expect(await press('zoe-2')).toContain('Vous participez déjà')
  await world.after(hour)
  expect((await store.giveaways.get('nimbus', 1))!.entrants).toBe(1)
})

test('by the real clock it ends within a second of its time', async () => {
  const { store, teams } = await newGiveawayWorld()
  const seed = 'ab'.repeat(32)
  const id = await store.giveaways.start(
    {
      team: 'nimbus',
      draw: 'a'.repeat(26),
      prizes: [{ name: 'lampe', count: 1 }],
      terms: null,
      conditions: { roles: [], without: [], accountAge: null, memberAge: null, question: null },
      bonuses: [],
      endsAt: Date.now() + 700,
      claimFor: null,
      places: [],
      seed,
      commitment: commitmentOf(seed),
      chain: null,
      by: 'Mia',
    },
    Date.now(),
  )
  const giveaways = newGiveaways({
    store,
    teams,
    chats: new Map(),
    beacon: null,
    clock: Date.now,
    log,
    wake: () => {},
  })
  await giveaways.start()
  await expect
    .poll(async () => (await store.giveaways.get('nimbus', id))!.state, { timeout: 5_000 })
    .toBe('closed')
  await giveaways.stop()
  const { frozenAt, endsAt } = (await store.giveaways.get('nimbus', id))!
  expect(frozenAt! - endsAt).toBeGreaterThanOrEqual(0)
  expect(frozenAt! - endsAt).toBeLessThan(1_000)
})
