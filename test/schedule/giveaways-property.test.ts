import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verifyProof } from '../../src/model/draw-verify.ts'
import { hour, minute } from '../../src/model/time.ts'
import { proofOfGiveaway } from '../../src/reports/giveaway-proof.ts'
import { newGiveawayWorld } from '../commands/giveaway-world.ts'
import { rounds } from '../rounds.ts'

const people = ['theo', 'ravi', 'lea', 'tom', 'noor']

type Act =
  | { is: 'enter' | 'leave' | 'claim'; who: string }
  | { is: 'pause' | 'resume' | 'end' | 'cancel' | 'restart' | 'edit' }
  | { is: 'reroll'; prize: number }
  | { is: 'wait'; length: number }

const who = fc.constantFrom(...people)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ is: fc.constant('enter' as const), who }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('leave' as const), who }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('claim' as const), who }) },
  { weight: 2, arbitrary: fc.constant({ is: 'pause' as const }) },
  { weight: 2, arbitrary: fc.constant({ is: 'resume' as const }) },
  { weight: 1, arbitrary: fc.constant({ is: 'end' as const }) },
  { weight: 1, arbitrary: fc.constant({ is: 'cancel' as const }) },
  { weight: 2, arbitrary: fc.constant({ is: 'edit' as const }) },
  { weight: 3, arbitrary: fc.constant({ is: 'restart' as const }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('reroll' as const), prize: fc.constantFrom(1, 2) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      is: fc.constant('wait' as const),
      length: fc.constantFrom(minute, 10 * minute, hour),
    }),
  },
)

/** What ought to be: who is in, and until when. */
type Model = {
  state: 'running' | 'paused' | 'over' | 'cancelled'
  in: Set<string>
  endsAt: number
  pausedAt: number
}

async function play(acts: Act[]) {
  let world = await newGiveawayWorld({ people: ['lea', 'tom'] })
  const { store, time, team } = world
  await world.mia.types('/tirage lancer "2 x lampe" durée:1h délai:30min')
  await world.settle()
  const model: Model = { state: 'running', in: new Set(), endsAt: time.now + hour, pausedAt: 0 }

  const pressed = (user: string, action: string) =>
    world.bot
      .answer({
        chat: 'local',
        account: { chat: 'local', workspace: 'local', user },
        name: user,
        channel: 'communaute',
        at: time.now,
        kind: 'button',
        action: `giveaway.${action}`,
        about: 'giveaway:1',
      })
      .then((message) => world.wordsOf(message!))
  const mia = (line: string) => world.mia.types(line).then(world.wordsOf)
  const over = () => {
    if (model.state === 'running' && time.now >= model.endsAt) model.state = 'over'
  }

  for (const one of acts) {
    // Nobody is too fast for the bot, nor in and out too often.
    time.now += 21_000
    over()
    if (one.is === 'wait') await world.after(one.length)
    if (one.is === 'restart') world = await newGiveawayWorld({ people: ['lea', 'tom'], store, time })
    if (one.is === 'enter') {
      const said = await pressed(one.who, 'enter')
      const open = model.state === 'running'
      expect(/You are in|vous participez/i.test(said), said).toBe(open)
      if (open) model.in.add(one.who)
    }
    if (one.is === 'leave') {
      const said = await pressed(one.who, 'leave')
      const gone = model.state === 'running' && model.in.has(one.who)
      expect(/no longer in|ne participez plus/.test(said), said).toBe(gone)
      if (gone) model.in.delete(one.who)
    }
    if (one.is === 'pause' && /^Le tirage 1 est suspendu/.test(await mia('/tirage suspendre 1'))) {
      expect(model.state).toBe('running')
      Object.assign(model, { state: 'paused', pausedAt: time.now })
    }
    if (one.is === 'resume' && /^Le tirage 1 reprend/.test(await mia('/tirage reprendre 1'))) {
      expect(model.state).toBe('paused')
      Object.assign(model, { state: 'running', endsAt: model.endsAt + time.now - model.pausedAt })
    }
    if (one.is === 'edit' && /^Le tirage 1 est modifié/.test(await mia('/tirage modifier 1 durée:2h'))) {
      expect(['running', 'paused']).toContain(model.state)
      model.endsAt = time.now + 2 * hour
    }
    if (one.is === 'end' && /^Le tirage 1 se termine/.test(await mia('/tirage terminer 1'))) {
      expect(['running', 'paused']).toContain(model.state)
      model.state = 'over'
    }
    if (one.is === 'cancel' && /^Le tirage 1 est annulé/.test(await mia('/tirage annuler 1'))) {
      expect(['running', 'paused']).toContain(model.state)
      model.state = 'cancelled'
    }
    if (one.is === 'reroll') await mia(`/tirage suivant 1 gagnant:${one.prize} raison:"au hasard"`)
    if (one.is === 'claim') await pressed(one.who, 'claim')
    over()
    if (one.is === 'wait' || one.is === 'restart') {
      await world.settle()
      const kept = (await store.giveaways.get('nimbus', 1))!
      expect(['running', 'paused', 'cancelled'].includes(kept.state) ? kept.state : 'over').toBe(model.state)
      expect(kept.entrants).toBe(model.in.size)
    }
  }
  await world.after(minute)
  if (model.state === 'paused') await mia('/tirage terminer 1')
  await world.after(4 * hour)
  for (let nth = 0; nth < 12; nth++) await world.after(31 * minute)
  const giveaway = (await store.giveaways.get('nimbus', 1))!
  return { world, giveaway, model, team }
}

test('whatever is done in whatever order, who is in is in once, and each is drawn and told once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
      const { world, giveaway, model, team } = await play(acts)
      const { store } = world
      expect(giveaway.state).toBe(model.state === 'cancelled' ? 'cancelled' : 'closed')
      expect(giveaway.entrants).toBe(model.in.size)
      const entries = await store.giveawayEntries.all(1)
      const people = [
        ...(
          await store.giveawayEntries.who(
            1,
            entries.map(({ receipt }) => receipt),
          )
        ).values(),
      ]
      expect(people.map(({ person }) => person).sort()).toEqual([...model.in].sort())
      const winners = await store.giveawayWinners.all(1)
      expect(new Set(winners.map(({ receipt }) => receipt)).size).toBe(winners.length)
      for (const { who } of winners) expect(model.in).toContain(who?.person)
      const seen = await world.mia.sees()
      const times = (words: string) => seen.filter((one) => one.includes(words)).length
      const drawn = model.state !== 'cancelled' && model.in.size > 0
      expect(times('Les gagnants : 2 × lampe\n1.')).toBe(drawn ? 1 : 0)
      expect(times('Participations closes')).toBe(drawn ? 1 : 0)
      expect(winners.length).toBeGreaterThanOrEqual(drawn ? Math.min(2, model.in.size) : 0)
      for (const user of ['theo', 'ravi', 'lea', 'tom', 'noor']) {
        const letters = (await world.person(user).sees()).filter((words) =>
          /Vous avez gagné|You won/.test(words),
        )
        expect(letters.length).toBeLessThanOrEqual(winners.filter(({ who }) => who?.person === user).length)
      }
      if (!drawn) return
      const proof = await proofOfGiveaway(store, giveaway, { team, chats: new Map() })
      expect(verifyProof(JSON.parse(JSON.stringify(proof)))).toMatchObject({ holds: true })
    }),
    { numRuns: rounds(12, 40) },
  )
}, 120_000)
