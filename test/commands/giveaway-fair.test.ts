import pino from 'pino'
import { expect, test } from 'vitest'
import { newStories } from '../../src/analysis/stories.ts'
import { quicknet, timeOfRound } from '../../src/model/drand.ts'
import { verifyProof } from '../../src/model/draw-verify.ts'
import { Unavailable } from '../../src/model/oops.ts'
import type { Account } from '../../src/model/person.ts'
import { day, hour, minute } from '../../src/model/time.ts'
import { proofOfGiveaway } from '../../src/reports/giveaway-proof.ts'
import { newForgetting } from '../../src/schedule/forget.ts'
import { newGiveaways } from '../../src/schedule/giveaways.ts'
import { newGiveawayWorld, newTestBeacon } from './giveaway-world.ts'

// What an organiser, a cheat, a slow clock and a deleted message must not be able to do to a giveaway.

type World = Awaited<ReturnType<typeof newGiveawayWorld>>
const log = pino({ level: 'silent' })
const team = 'local:local/team'

async function running(line: string, people: string[], more?: Parameters<typeof newGiveawayWorld>[0]) {
  return begun(await newGiveawayWorld(more), line, people)
}

async function begun(world: World, line: string, people: string[]) {
  await world.mia.types(`/tirage lancer ${line}`)
  await world.settle()
  for (const one of people) await world.person(one).presses('🎉 Participer')
  return world
}

async function drawn(world: World, length = hour) {
  for (const wait of [length, 30_000, 5_000]) await world.after(wait)
}

const first = async ({ store }: World) => (await store.giveaways.get('nimbus', 1))!
const edits = async (world: World, line: string) =>
  world.wordsOf(await world.mia.types(`/tirage modifier 1 ${line}`))
const holds = async (world: World) => {
  const proof = await proofOfGiveaway(world.store, await first(world), { team: world.team, chats: new Map() })
  return verifyProof(JSON.parse(JSON.stringify(proof)))
}
const all = async ({ mia }: World) => (await mia.sees()).join('\n')

test('once people are in, conditions can be eased and never tightened; the closing notice says what they are', async () => {
  const world = await newGiveawayWorld()
  await world.mia.types('/tirage lancer lampe durée:1h compte:"30 jours"')
  expect(await edits(world, 'compte:"40 jours"'), 'nobody is in').toContain('modifié')
  await world.settle()
  await world.theo.presses('🎉 Participer')
  for (const line of ['rôle:équipe', 'sans:équipe', 'compte:"50 jours"', 'membre:"1 jour"'])
    expect(await edits(world, line), line).toContain('déjà')
  expect((await first(world)).conditions).toMatchObject({ roles: [], without: [], memberAge: null })
  expect(await edits(world, 'compte:"20 jours"')).toContain('modifié')
  await world.after(hour)
  const closing = (await world.mia.sees()).find((words) => words.includes('Participations closes'))!
  expect(closing).toContain('les comptes d’au moins 20 jours')
})

test('a clock behind another one makes no proof that fails', async () => {
  const world = await running('lampe durée:1h délai:1h', ['theo', 'ravi', 'lea'])
  world.time.now += hour
  await world.giveaways.look()
  await world.giveaways.look()
  // Whoever tells it has a clock that is behind.
  world.time.now -= 5_000
  await world.settle()
  world.time.now += 6_000
  await world.settle()
  const giveaway = await first(world)
  expect(giveaway.publishedAt).toBeGreaterThanOrEqual(giveaway.frozenAt!)
  for (const length of [30_000, 5_000]) await world.after(length)
  expect(await holds(world)).toMatchObject({ holds: true, trust: 'nobody' })
  // And so has whoever passes prizes on.
  await world.after(hour + minute)
  world.time.now -= 3 * hour
  await world.mia.types('/tirage suivant 1 gagnant:1 raison:"employé"')
  expect((await world.store.giveawayWinners.all(1)).filter(({ lost }) => lost)).toHaveLength(2)
  expect(await holds(world)).toMatchObject({ holds: true })
})

test('after a month nobody is named in our tables, nor in the giveaway’s own message', async () => {
  const world = await running('lampe durée:1h délai:aucun', ['theo', 'ravi', 'lea'])
  await drawn(world)
  const won = (await world.store.giveawayWinners.all(1))[0]!.who!.name
  const shown = async () =>
    world.wordsOf((await world.seen('mia')).find(({ message }) => message.about === 'giveaway:1')!.message)
  expect(await shown()).toContain(won)
  world.time.now += 30 * day + hour
  const { store, teams, clock } = world
  const nights = newForgetting({ store, teams, stories: newStories(), storyLength: 1, clock, log })
  await nights.look()
  await world.settle()
  expect(await shown()).toMatch(/1\. [a-z2-7]{8}…/)
  expect(await shown()).not.toContain(won)
  for (const who of ['mia', 'theo', 'ravi', 'lea'])
    expect((await world.person(who).sees()).join('\n')).not.toMatch(/Theo|Ravi|Lea|reçu|receipt/)
  expect(await store.giveaways.told('nimbus', 'giveaway:1/winners', 'notice')).toEqual([])
  expect((await store.giveaways.told('nimbus', 'giveaway:1', 'living')).length).toBe(1)
  expect(await holds(world)).toMatchObject({ holds: true })
})

test('what is still being claimed is not erased; what stands still for a month is', async () => {
  const world = await running('lampe durée:1h délai:"14 jours"', ['theo', 'ravi', 'lea', 'tom'])
  await drawn(world)
  for (let nth = 0; nth < 2; nth++) await world.after(14 * day + minute)
  expect((await first(world)).state).toBe('drawn')
  world.time.now += 3 * day
  const { store, clock } = world
  const forget = () => store.giveawayEntries.forget(clock() - 30 * day, clock(), ['nimbus'])
  expect(await forget()).toEqual([])
  expect((await first(world)).state).toBe('drawn')

  await world.mia.types('/tirage lancer vase durée:1h')
  await world.settle()
  await world.ravi.presses('🎉 Participer')
  await world.mia.types('/tirage suspendre 2')
  world.time.now += 31 * day
  expect(await forget()).toContainEqual({ id: 2, team: 'nimbus' })
  expect(await store.giveawayEntries.byChat(2)).toEqual([])
  expect((await store.giveaways.get('nimbus', 2))!.state).toBe('cancelled')
})

test('a giveaway of a team that is gone wakes nobody, and keeps no other winner’s letter waiting', async () => {
  const world = await running('lampe durée:1h délai:1h', ['theo'])
  await drawn(world)
  expect(await world.store.giveawayWinners.nextLate(['nimbus'])).not.toBeNull()
  expect(await world.store.giveawayWinners.nextLate(['others'])).toBeNull()
  expect(await world.store.giveawayWinners.unwritten(['others'])).toEqual([])
})

test('every winner is named, however many they are', async () => {
  const crowd = Array.from({ length: 60 }, (_, nth) => `membre${nth}`)
  const world = await running('lampe durée:1h gagnants:60 délai:aucun', crowd, {
    people: crowd,
    local: everybodyStays,
  })
  await drawn(world)
  const notices = (await world.mia.sees()).filter((words) => words.includes('Les gagnants :')).join('\n')
  for (const one of crowd) expect(notices).toMatch(new RegExp(`M${one.slice(1)}(?!\\d)`))
  let page = world.wordsOf(await world.mia.types('/tirage 1'))
  for (let turns = 0; turns < 8 && page !== ''; turns++) {
    const next = await world.mia.presses('Suite des gagnants').catch(() => null)
    page = next ? world.wordsOf(next) : ''
    if (page.includes('60 sur 60')) return
  }
  throw new Error('the list came to no end')
}, 60_000)

test('where the message above is gone, closing and winners are said in the channel itself', async () => {
  let deleted = false
  const world: World = await newGiveawayWorld({
    local: {
      say: (channel, message, more) =>
        deleted && more?.thread
          ? Promise.reject(new Unavailable('Unknown Message', { refused: true }))
          : world.chat.say(channel, message, more),
    },
  })
  await begun(world, 'lampe durée:1h', ['theo', 'ravi'])
  deleted = true
  await drawn(world)
  expect(await all(world)).toContain('Participations closes')
  expect(await all(world)).toContain('Les gagnants : lampe')
  expect(await holds(world)).toMatchObject({ holds: true, trust: 'nobody' })
})

test('where nothing can be told in any channel the team hears of it', async () => {
  let closed = false
  const world: World = await newGiveawayWorld({
    local: {
      say: (channel, ...more) =>
        closed && channel === 'communaute'
          ? Promise.reject(new Unavailable('closed', { refused: true }))
          : world.chat.say(channel, ...more),
    },
  })
  await begun(world, 'lampe durée:1h', ['theo'])
  closed = true
  await drawn(world)
  expect((await world.mia.sees('e-reputation')).join('\n')).toContain('aucun message n’a pu être publié')
})

test('a role counts once among the bonuses', async () => {
  const world = await newGiveawayWorld()
  const said = await world.mia.types('/tirage lancer lampe durée:1h bonus:"Équipe +50; équipe +50"')
  expect(world.wordsOf(said)).toContain('figure deux fois')
  expect(await world.store.giveaways.list('nimbus', 5)).toEqual([])
})

/** Members whom the local chat does not know are asked about like others. */
const everybodyStays = { standing: async () => ({}) }

const elsewhere = (user: string): Account => ({ chat: 'local', workspace: 'elsewhere', user })

/** Presses of people whom the settings do not name. */
function strangers(world: World) {
  const { bot, time, wordsOf, store } = world
  const press = async (user: string, action = 'giveaway.enter', about = 'giveaway:1', value?: string) =>
    wordsOf(
      (await bot.answer({
        chat: 'local',
        account: elsewhere(user),
        name: user,
        channel: 'communaute',
        at: time.now,
        kind: 'button',
        action,
        about,
        ...(value ? { value } : {}),
      }))!,
    )
  const types = async (user: string, command: string) =>
    wordsOf(
      (await bot.answer({
        chat: 'local',
        account: elsewhere(user),
        name: user,
        channel: 'communaute',
        at: time.now,
        kind: 'command',
        command,
        text: '',
      }))!,
    )
  const join = (one: string, other: string) =>
    store.together(async ({ people, links }) => {
      for (const user of [one, other]) await people.meet(elsewhere(user), user, 'fr', time.now)
      await links.join(elsewhere(one), elsewhere(other), { by: one, at: time.now })
    })
  const part = (one: string, other: string) => press(one, 'link.part', '', `local:elsewhere/${other}`)
  return { press, types, join, part }
}

test('accounts that part while a giveaway runs are one entry still, and what was made stays with who made it', async () => {
  const world = await running('lampe durée:1h', [], { local: everybodyStays })
  const { press, join, part } = strangers(world)
  await join('ana', 'bea')
  expect(await press('ana')).toContain('Bonne chance')
  await part('ana', 'bea')
  expect(await press('bea')).toContain('chaque personne ne participe qu’une fois')
  expect(await press('ana')).toContain('participez déjà')
  expect(await press('ana', 'giveaway.leave')).toContain('ne participez plus')
  expect(await press('bea'), 'the other has left').toContain('Bonne chance')
  expect(await press('ana')).toContain('chaque personne ne participe qu’une fois')

  // Who is joined with somebody and puts them out again keeps nothing of theirs.
  await press('cleo')
  await join('cleo', 'dan')
  await part('dan', 'cleo')
  expect(await press('dan')).toContain('chaque personne ne participe qu’une fois')
  expect(await press('cleo')).toContain('participez déjà')
  await world.after(hour)
  expect((await first(world)).entrants).toBe(2)
  await world.after(35_000)
  const winner = (await world.store.giveawayWinners.all(1))[0]!.who!.account.user
  for (const user of ['ana', 'dan']) expect(await press(user, 'giveaway.claim')).toContain('rien à réclamer')
  expect(await press(winner, 'giveaway.claim')).toContain('est à vous')
})

test('a prize is claimed by command after the winner was joined with another account', async () => {
  const world = await running('lampe durée:1h', [], { local: everybodyStays })
  const { press, types, join } = strangers(world)
  await press('ana')
  await drawn(world)
  await join('zoe', 'ana')
  expect(await types('zoe', 'giveaway claim')).toContain('est à vous')
})

test('sets of accounts that have one in common are one person at the draw', async () => {
  const world = await running('lampe durée:1h', [], { local: everybodyStays })
  const { press } = strangers(world)
  for (const user of ['ana', 'bea', 'cleo']) await press(user)
  const [a, b, c] = ['ana', 'bea', 'cleo'].map(elsewhere)
  await world.store.giveawayEntries.dedupe(1, [
    [a!, elsewhere('nobody')],
    [elsewhere('nobody'), c!],
    [b!, elsewhere('else')],
  ])
  expect(await world.store.giveawayEntries.all(1)).toHaveLength(2)
})

test('prizes passed on one after the other draw the order once', async () => {
  const world = await running('lampe durée:1h délai:1h gagnants:2', ['theo', 'ravi', 'lea', 'tom'])
  await drawn(world)
  let reads = 0
  const { store, teams, clock } = world
  const entries = { ...store.giveawayEntries }
  const counted = (id: number) => {
    reads++
    return entries.all(id)
  }
  const counting = {
    ...store,
    giveawayEntries: { ...entries, all: counted },
  }
  const wake = () => {}
  const { beacon } = newTestBeacon(clock)
  const giveaways = newGiveaways({ store: counting, teams, chats: new Map(), beacon, clock, log, wake })
  world.time.now += hour + minute
  await giveaways.look()
  expect((await store.giveawayWinners.all(1)).filter(({ lost }) => lost)).toHaveLength(2)
  expect(reads).toBeLessThan(2)
})

test('chances that a role gave are looked at again, with each press and at the draw', async () => {
  const groups = new Map<string, string[]>()
  const world = await running('lampe durée:1h bonus:"Équipe +3" délai:aucun', ['mia', 'noor'], {
    local: {
      groups: async () => [{ group: team, name: 'Équipe' }],
      standing: async ({ user }) => ({ groups: groups.get(user) ?? [] }),
    },
  })
  expect(await first(world)).toMatchObject({ entrants: 2, weight: 8 })
  expect(await all(world)).toContain('qui l’a perdu d’ici là')
  const press = (held: string[]) =>
    world.bot.answer({
      chat: 'local',
      account: { chat: 'local', workspace: 'local', user: 'noor' },
      name: 'Noor',
      channel: 'communaute',
      at: world.time.now,
      kind: 'button',
      action: 'giveaway.enter',
      about: 'giveaway:1',
      groups: held,
    })
  await press([])
  expect((await first(world)).weight).toBe(5)
  await drawn(world)
  const winners = await world.store.giveawayWinners.all(1)
  expect(winners.filter(({ lost }) => !lost).map(({ who }) => who!.name)).toEqual(['Noor'])
})

test('one deleted role of several costs nobody a prize', async () => {
  const [vip, other] = ['local:local/vip', 'local:local/other']
  let existing = [
    { group: vip, name: 'VIP' },
    { group: other, name: 'Autre' },
  ]
  const world = await newGiveawayWorld({
    local: { groups: async () => existing, standing: async () => ({ groups: [] }) },
  })
  await world.mia.types('/tirage lancer lampe durée:1h rôle:"VIP; Autre" délai:aucun')
  await world.settle()
  await world.bot.answer({
    chat: 'local',
    account: { chat: 'local', workspace: 'local', user: 'ravi' },
    name: 'Ravi',
    channel: 'communaute',
    at: world.time.now,
    kind: 'button',
    action: 'giveaway.enter',
    about: 'giveaway:1',
    groups: [vip],
  })
  existing = existing.filter(({ group }) => group !== vip)
  await drawn(world)
  expect((await world.store.giveawayWinners.all(1)).filter(({ lost }) => !lost)).toHaveLength(1)
})

test('where a chat does not say who has a role that is asked for, it is waited for, and said', async () => {
  const world = await running('lampe durée:1h rôle:équipe délai:aucun', ['mia'], {
    local: { groups: async () => [{ group: team, name: 'Équipe' }], standing: async () => ({}) },
  })
  await drawn(world)
  expect((await first(world)).state).toBe('frozen')
  for (let nth = 0; nth < 25; nth++) await world.after(4_000)
  expect(await all(world)).toContain('il n’a pas été possible de vérifier')
})

test('an end that is named in a pause is meant as it is', async () => {
  const world = await running('lampe durée:1h', [])
  await world.mia.types('/tirage suspendre 1')
  await world.after(3 * hour)
  await edits(world, 'durée:2h')
  const endsAt = world.time.now + 2 * hour
  await world.mia.types('/tirage reprendre 1')
  expect((await first(world)).endsAt).toBe(endsAt)
})

test('a chain that cannot be asked for a moment is waited for; chats are asked about winners as patiently after that', async () => {
  const world = await running('lampe durée:1h', ['theo'])
  const { store, teams, clock } = world
  const down = { chain: true, chat: false, asked: 0 }
  const { beacon } = newTestBeacon(clock)
  const silent = {
    ...beacon,
    chain: () => (down.chain ? Promise.reject(new Unavailable('down')) : beacon.chain()),
  }
  const chat = {
    ...world.chat,
    standing: async () => {
      down.asked++
      throw new Unavailable('down')
    },
  }
  const chats = new Map([['local' as const, chat]])
  const giveaways = newGiveaways({ store, teams, chats, beacon: silent, clock, log, wake: () => {} })
  await world.after(hour)
  world.time.now = timeOfRound(quicknet, (await first(world)).round!) + 1_000
  await giveaways.look()
  await giveaways.look()
  expect(await first(world)).toMatchObject({ state: 'frozen', value: null })
  expect(down.asked, 'not drawn without it').toBe(0)
  for (let nth = 0; nth < 90; nth++) {
    world.time.now += 4_000
    await giveaways.look()
    if (down.asked > 0) break
  }
  expect(down.asked).toBeGreaterThan(0)
  expect((await first(world)).state, 'the chat may answer in a moment').toBe('frozen')
})

test('who guesses too fast is told so', async () => {
  const world = await newGiveawayWorld()
  await world.mia.types('/tirage lancer lampe durée:1h question:"Quelle couleur ?" réponse:rouge')
  await world.settle()
  const words = []
  for (let nth = 0; nth < 8; nth++)
    words.push(
      world.wordsOf(
        await world.ravi
          .presses('🎉 Participer', { answer: `bleu ${nth}` })
          .catch(() => ({ text: undefined })),
      ),
    )
  expect(words.join('\n')).toContain('Trop de réponses d’affilée')
  expect(words.join('\n')).not.toContain('entré et sorti')
})

test('in quiet hours people enter, and it ends and is drawn at its time', async () => {
  const quiet = { from: '22:00', to: '08:00' }
  const world = await newGiveawayWorld({ team: { quietHours: quiet, sample: false } })
  // 22 November 2026, 21:00 in Paris.
  world.time.now = Date.UTC(2026, 10, 22, 20, 0)
  await world.mia.types('/tirage lancer lampe durée:2h30')
  await world.settle()
  await world.after(75 * minute)
  await world.theo.presses('🎉 Participer')
  await world.after(31_000)
  expect(await all(world)).toContain('1 personne')
  await world.after(75 * minute - 31_000)
  expect((await first(world)).frozenAt).toBe(world.time.now)
  await world.after(30_000)
  await world.after(5_000)
  expect(await all(world)).toContain('Les gagnants : lampe')
})
