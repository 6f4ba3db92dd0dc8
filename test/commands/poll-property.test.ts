import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { uniteInPolls, votersOf } from '../../src/delivery/poll-life.ts'
import { choiceKey, mostSuggestions, type PollKind, pollKinds } from '../../src/model/poll.ts'
import { emptyStore } from '../databases/open.ts'
import { rounds } from '../rounds.ts'
import { newWorld } from '../world.ts'

/** What people do with a poll; accounts are numbers, and choices too (those that do not exist are pressed as well). */
type Step =
  | { does: 'vote'; who: number; takes: number[] }
  | { does: 'take back' | 'undo' | 'look'; who: number }
  | { does: 'suggest'; who: number; text: string }
  | { does: 'join'; who: number; other: number }
  | { does: 'restart' | 'close' | 'close twice at once' }

const accounts = 4
const who = fc.nat(accounts - 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      does: fc.constant('vote' as const),
      who,
      takes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('take back', 'undo', 'look'), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('suggest' as const),
      who,
      text: fc.constantFrom('rouge', 'Rouge', 'bleu', 'rosé', 'gris', 'blanc', 'noir'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('join' as const), who, other: who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('close', 'close twice at once') }) },
)

/** A poll as a child would keep it: who has said what, in a list. */
function newModel(kind: PollKind, most: number, anonymous: boolean) {
  const votes = new Map<number, number[]>()
  const people = Array.from({ length: accounts }, (_, at) => at)
  const choices = ['bleu', 'vert']
  const suggested: { by: number; text: string }[] = []
  let open = true

  const same = (one: number) => people.flatMap((person, account) => (person === people[one] ? [account] : []))
  const mine = (one: number) => same(one).find((account) => votes.has(account))

  return {
    choices,
    votes,
    people,
    isOpen: () => open,
    close() {
      open = false
    },
    vote(one: number, takes: number[]) {
      const before = votes.get(mine(one) ?? -1) ?? []
      const wanted = [...new Set(kind === 'ranked' ? [...before, ...takes] : takes)]
      const known = wanted.every((nth) => nth <= choices.length)
      const few = kind === 'ranked' || wanted.length <= (kind === 'single' ? 1 : most)
      if (!open || !known || !few) return
      for (const account of same(one)) votes.delete(account)
      votes.set(one, kind === 'ranked' ? wanted : wanted.sort())
    },
    takeBack(one: number) {
      if (open) for (const account of same(one)) votes.delete(account)
    },
    undo(one: number) {
      const before = votes.get(mine(one) ?? -1)
      if (!open || !before || kind !== 'ranked') return
      for (const account of same(one)) votes.delete(account)
      if (before.length > 1) votes.set(one, before.slice(0, -1))
    },
    suggest(one: number, text: string) {
      const mine = suggested.filter(({ by }) => people[by] === people[one]).length
      const there = choices.some((choice) => choiceKey(choice) === choiceKey(text))
      if (!open || mine >= mostSuggestions || there) return
      suggested.push({ by: one, text })
      choices.push(text)
    },
    join(one: number, other: number) {
      const gone = people[other]!
      for (const [account, person] of people.entries()) if (person === gone) people[account] = people[one]!
    },
    /** Of a person who had voted with several accounts one vote is left: the last one, or any where nobody knows when it was cast. */
    keep(one: number, count: number, ballot: number[] | null) {
      const theirs = [...votes].filter(([account]) => people[account] === people[one])
      expect(count).toBe(Math.min(theirs.length, 1))
      if (theirs.length < 2) return
      const possible = anonymous ? theirs : theirs.slice(-1)
      const kept = possible.find(([, votes]) => String(votes) === String(ballot))
      expect(kept).toBeDefined()
      for (const [account] of theirs) if (account !== kept![0]) votes.delete(account)
    },
    /** Ballots and how often each was cast, as `1,2×3`. */
    counts: () =>
      [...Map.groupBy(votes.values(), String)].map(([ballot, all]) => `${ballot}×${all.length}`).sort(),
  }
}

async function play(steps: Step[], kind: PollKind, most: number, anonymous: boolean) {
  const store = await emptyStore()
  const names: string[] = []
  try {
    let world = await newWorld({ store })
    const model = newModel(kind, most, anonymous)
    const options = `type:${kind} ${kind === 'several' ? `max:${most}` : ''} anonymous:${anonymous ? 'yes' : 'no'}`
    await world.mia.types(`/poll "Logo?" bleu | vert suggestions:open ${options}`)
    const poll = { about: 'poll:1' }
    const press = (who: number, action: string, value?: string, values?: Record<string, string>) => {
      const button = { action: `poll.${action}`, label: 'x', ...(value === undefined ? {} : { value }) }
      const message: Message = { ...poll, buttons: [button] }
      return world.somebody(`a${who}`, `A${who}`).presses('x', message, values)
    }
    const account = (user: number) => ({ chat: 'local' as const, workspace: 'local', user: `a${user}` })
    const salt = (await store.polls.get('nimbus', 1))!.salt
    for (let user = 0; salt && user < accounts; user++)
      names.push(world.seal(salt, `poll 1 local:local/a${user}`))
    const close = () => world.noor.presses('x', { ...poll, buttons: [{ action: 'poll.end', label: 'x' }] })

    for (const one of steps) {
      world.time.now += 2_000
      if (one.does === 'vote') {
        await press(one.who, kind === 'ranked' ? 'next' : 'vote', one.takes.join(','))
        model.vote(one.who, one.takes)
      } else if (one.does === 'take back') {
        await press(one.who, 'back')
        model.takeBack(one.who)
      } else if (one.does === 'undo') {
        // Only a ranking has this button.
        if (kind === 'ranked') await press(one.who, 'undo')
        model.undo(one.who)
      } else if (one.does === 'look') await press(one.who, 'mine')
      else if (one.does === 'suggest') {
        await press(one.who, 'suggest', undefined, { text: one.text })
        model.suggest(one.who, one.text)
      } else if (one.does === 'join') {
        for (const who of [one.who, one.other])
          await store.people.meet(account(who), `A${who}`, 'fr', world.time.now)
        await store.links.join(account(one.who), account(one.other), { by: 'A', at: world.time.now })
        const joined = await store.people.sameAs([account(one.who)])
        await store.together((store) => uniteInPolls(store, joined, world.seal))
        model.join(one.who, one.other)
        const voters = votersOf({ id: 1, salt: model.isOpen() ? salt : null }, joined, world.seal)
        model.keep(
          one.who,
          (await store.pollVotes.among(1, voters)).length,
          await store.pollVotes.of(1, voters),
        )
      } else if (one.does === 'restart') {
        const { now } = world.time
        world = await newWorld({ store })
        world.time.now = now
        await world.polls.look()
      } else {
        if (one.does === 'close') await close()
        else await Promise.all([close(), close(), world.polls.look()])
        model.close()
      }
      const ballots = await store.pollVotes.ballots(1)
      const texts = (await store.polls.choices(1)).map(({ text }) => text)
      expect(texts).toEqual(model.choices)
      for (const { count } of ballots) expect(count).toBeGreaterThan(0)
      const counted = ballots.map(({ ballot, count }) => `${ballot}×${count}`).sort()
      if (model.isOpen()) expect(counted).toEqual(model.counts())
      else return await atTheEnd(counted, model)
    }
  } finally {
    await store.close()
  }

  /** One ballot for each person, of several accounts the last one where its time is known; and nothing that tells who. */
  async function atTheEnd(counted: string[], { votes, people }: ReturnType<typeof newModel>) {
    const byPerson = Map.groupBy(votes, ([account]) => people[account]!)
    expect(counted.reduce((sum, one) => sum + Number(one.split('×')[1]), 0)).toBe(byPerson.size)
    if (anonymous) {
      expect(await store.pollVotes.open(1)).toEqual([])
      expect(await store.pollVotes.among(1, names)).toEqual([])
      expect((await store.polls.get('nimbus', 1))!.salt).toBeNull()
      return
    }
    // The model keeps votes in the order in which they were cast.
    const last = [...byPerson.values()].map((all) => String(all.at(-1)![1]))
    expect(counted).toEqual(
      [...Map.groupBy(last, String)].map(([ballot, all]) => `${ballot}×${all.length}`).sort(),
    )
  }
}

test('whatever people do, in whatever order, each has one vote, and the count is right', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 40, size: 'max' }),
      fc.constantFrom(...pollKinds),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      (steps, kind, most, anonymous) => play(steps, kind, most, anonymous),
    ),
    { numRuns: rounds(40, 150) },
  )
}, 120_000)
