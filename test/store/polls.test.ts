import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { endPoll, makePoll, severalAccounts, withSettings } from '../../src/delivery/poll-life.ts'
import type { PollPlan } from '../../src/model/poll.ts'
import { sealWith } from '../../src/store/seal.ts'
import { openStore } from '../../src/store/store.ts'
import { emptyStore, sameStore } from '../databases/open.ts'
import { newWorld, nimbus, saturday } from '../world.ts'

const plan: PollPlan = {
  question: 'Quel logo ?',
  choices: ['bleu', 'vert'],
  kind: 'single',
  most: 1,
  anonymous: true,
  results: 'always',
  suggestions: 'no',
  quorum: null,
  who: [],
  endsVotes: null,
  places: [{ chat: 'local', channel: 'communaute' }],
  by: 'Mia',
}
const times = { startsAt: saturday, endsAt: null, now: saturday }
const pressing = (value: string) => ({
  about: 'poll:1',
  buttons: [{ action: 'poll.vote', label: 'x', value }],
})

test('a hundred people who press at once in two processes, each twice, are a hundred votes', async () => {
  const store = await emptyStore()
  const [one, other] = [await newWorld({ store }), await newWorld({ store: await sameStore(store) })]
  await one.mia.types('/poll "Logo?" bleu | vert anonyme:oui')
  await Promise.all(
    Array.from({ length: 100 }, (_, nth) => nth).flatMap((nth) =>
      [one, other].map((world) =>
        world.somebody(`v${nth}`, `V${nth}`).presses('x', pressing(String(1 + (nth % 2)))),
      ),
    ),
  )
  expect(await store.pollVotes.ballots(1)).toEqual([
    { ballot: [1], count: 50 },
    { ballot: [2], count: 50 },
  ])
})

test('a poll that everybody ends at once ends once, and the vote that was waited for is the last one', async () => {
  const store = await emptyStore()
  const [one, other] = [await newWorld({ store }), await newWorld({ store: await sameStore(store) })]
  await one.mia.types('/poll "Logo?" bleu | vert votes:10')
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, nth) =>
      (nth % 2 ? one : other).somebody(`v${nth}`, `V${nth}`).presses('x', pressing('1')),
    ),
  )
  expect(await store.pollVotes.ballots(1)).toEqual([{ ballot: [1], count: 10 }])
  expect(await store.polls.get('nimbus', 1)).toMatchObject({ state: 'ended', ended: { why: 'votes' } })
  expect(answers.filter(({ fleeting }) => fleeting)).toHaveLength(10)
})

test('after the end no file of the database holds what would tell who voted what', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-polls-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const store = await openStore(folder)
  const seal = sealWith('of the test')
  const id = await store.together((store) => makePoll(store, nimbus, plan, times))
  const { salt } = (await store.polls.get('nimbus', id))!
  const voters = Array.from({ length: 40 }, (_, nth) => seal(salt!, `poll ${id} local:local/v${nth}`))
  for (const [nth, voter] of voters.entries())
    await store.together(async (store) => {
      await store.polls.lock('nimbus', id)
      await store.pollVotes.put(id, { voters: [voter], voter, name: null, at: null }, [1 + (nth % 2)])
    })
  const bytes = async () => {
    const files = (await readdir(folder)).filter((name) => name.startsWith('vigie.db'))
    return Buffer.concat(await Promise.all(files.map((name) => readFile(join(folder, name))))).toString(
      'latin1',
    )
  }
  expect(await bytes()).toContain(salt)
  const poll = (await store.polls.get('nimbus', id))!
  const end = { why: 'hand' as const, by: 'Mia', now: saturday, seal, people: [] }
  await store.together((store) => endPoll(store, poll, end))
  await store.polls.erased()
  const left = await bytes()
  expect(left).not.toContain(salt)
  for (const voter of voters) expect(left).not.toContain(voter)
  expect(await store.pollVotes.ballots(id)).toEqual([
    { ballot: [1], count: 20 },
    { ballot: [2], count: 20 },
  ])
  await store.close()
})

test('in a large poll a press reads the ballots once a second, and what was taken back leaves nothing', async () => {
  const store = await emptyStore()
  const world = await newWorld({ store })
  const choices = Array.from({ length: 25 }, (_, at) => `c${at}`).join(' | ')
  await world.mia.types(`/poll "Logo?" ${choices} type:ranked`)
  await store.together(async (store) => {
    await store.polls.lock('nimbus', 1)
    for (let nth = 0; nth < 600; nth++) {
      const ballot = [1 + (nth % 25), 1 + ((nth + 1 + Math.floor(nth / 25)) % 25)]
      const voter = `v${nth}`
      await store.pollVotes.put(1, { voters: [voter], voter, name: 'V', at: saturday }, ballot)
    }
  })
  expect((await store.pollVotes.ballots(1)).length).toBeGreaterThan(500)
  const read = vi.spyOn(store.pollVotes, 'ballots')
  const rank = { about: 'poll:1', buttons: [{ action: 'poll.next', label: 'x', value: '3' }] }
  for (let nth = 0; nth < 5; nth++) await world.somebody(`p${nth}`, 'P').presses('x', rank)
  expect(read).toHaveBeenCalledTimes(1)
  world.time.now += 1_000
  await world.theo.presses('x', rank)
  expect(read).toHaveBeenCalledTimes(2)
  expect(await store.pollVotes.count(1)).toBe(606)

  await store.together(async (store) => {
    await store.polls.lock('nimbus', 1)
    await store.pollVotes.drop(
      1,
      Array.from({ length: 600 }, (_, nth) => `v${nth}`),
    )
  })
  expect(await store.pollVotes.ballots(1)).toEqual([{ ballot: [3], count: 6 }])
  expect(await store.pollVotes.count(1)).toBe(6)
})

test('accounts of the settings and joined ones are one list, however long the chain', async () => {
  const store = await emptyStore()
  const account = (user: string) => ({ chat: 'local' as const, workspace: 'local', user })
  const [one, two, three, four] = ['a', 'b', 'c', 'd'].map(account)
  const person = (id: string, accounts: (typeof one)[]) => ({
    ...nimbus.people[0]!,
    id,
    accounts: accounts.map((one) => one!),
  })
  const team = { ...nimbus, people: [person('a', [one, two]), person('c', [three, four])] }
  for (const one of [two!, three!]) await store.people.meet(one, 'A', 'fr', saturday)
  await store.links.join(two!, three!, { by: 'A', at: saturday })
  const users = (accounts: { user: string }[]) => accounts.map(({ user }) => user).sort()
  expect((await severalAccounts(store, team)).map(users)).toEqual([['a', 'b', 'c', 'd']])
  expect(users(withSettings(team, [two!, three!]))).toEqual(['a', 'b', 'c', 'd'])
})
