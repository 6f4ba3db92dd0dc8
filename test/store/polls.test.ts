import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { endPoll, makePoll } from '../../src/delivery/poll-life.ts'
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
      await store.pollVotes.put(id, { voters: [voter], name: null, at: null }, [1 + (nth % 2)])
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
