import pino from 'pino'
import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import type { Drafter } from '../../src/delivery/reply-drafter.ts'
import type { Policy } from '../../src/model/policy.ts'
import type { Team } from '../../src/model/team.ts'
import { hour } from '../../src/model/time.ts'
import { anyMention } from '../../src/model/when.ts'
import { newReplies } from '../../src/schedule/replies.ts'
import { broken, newReplyWorld, sorry, withPolicy, words } from '../commands/reply-world.ts'

const rule: Policy['drafts'][number] = { name: 'all', when: anyMention, why: { fr: 'x', en: 'x' } }
const night = { from: '20:00', to: '08:00' }

/** Drafts the same for everybody; `asked` are the mentions it was asked about, and `before` is awaited first. */
function newDrafts(before: (nth: number) => Promise<void> = async () => {}) {
  const asked: number[] = []
  const drafts: Drafter = async ({ mention }) => {
    asked.push(mention.id)
    await before(asked.length)
    const how = { is: 'canned' as const, name: 'merci' }
    return { drafts: [{ text: 'Bonjour, merci.', language: 'fr', how, why: 'x' }], note: null }
  }
  return { asked, drafts }
}

const others = (count: number, post: Awaited<ReturnType<typeof newReplyWorld>>['post']) =>
  Array.from({ length: count }, (_, nth) =>
    post(`Nimbus lampe numéro ${nth} ${'abcdefghijklmnop'[nth % 16]} bien ${nth * 7}`, {
      url: `https://blog.example/${nth}`,
    }),
  )

test('of sixty mentions in an hour the one that a rule names is drafted for', async () => {
  const { asked, drafts } = newDrafts()
  const when = { ...anyMention, networks: ['mastodon' as const] }
  const world = await newReplyWorld({ teams: [withPolicy({ drafts: [{ ...rule, when }] })], drafts })
  await world.hear(others(60, world.post))
  await world.replies.look()
  expect(asked).toEqual([])
  const mention = await world.heard(...broken)
  await world.replies.look()
  await world.replies.look()
  expect(asked).toEqual([mention])
})

test('a draft that fell over is tried again, and the others are drafted all the same', async () => {
  const { asked, drafts } = newDrafts(async (nth) => {
    if (nth === 1) throw new Error('the model fell over')
  })
  const world = await newReplyWorld({ teams: [withPolicy({ drafts: [rule] })], drafts })
  const one = await world.heard(...broken)
  const two = await world.heard('Nimbus, deux trois', { url: 'https://mamot.fr/@a/2' })
  await world.replies.look()
  await world.replies.look()
  expect(asked).toEqual([one, two, one])
})

test('what is heard while Vigie drafts is drafted for next; stopping waits for one draft, not for all', async () => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const reached = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const { asked, drafts } = newDrafts(async (nth) => {
    reached[nth - 1]?.resolve()
    await gates[nth - 1]?.promise
  })
  const team = withPolicy({ drafts: [rule] })
  const world = await newReplyWorld({ teams: [team] })
  const log = pino({ level: 'silent' })
  const { store, clock } = world
  const replies = newReplies({ store, teams: [team], drafts, clock, log, wake() {} })
  await world.heard(...broken)
  await replies.start()
  await reached[0]!.promise
  await world.heard('Nimbus, deux trois', { url: 'https://mamot.fr/@a/2' })
  await world.heard('Nimbus, quatre cinq', { url: 'https://mamot.fr/@a/3' })
  // Its round is over while the first draft still waits.
  replies.wake()
  await store.replies.late(clock(), ['nimbus'])
  gates[0]!.resolve()
  await reached[1]!.promise
  const stopped = replies.stop()
  gates[1]!.resolve()
  await stopped
  expect(asked.length).toBe(2)
})

test('nobody is woken by a reminder, nor by what expires at night', async () => {
  const team: Team = { ...withPolicy({ expires: 12 * hour }), quietHours: night }
  const world = await newReplyWorld({ teams: [team] })
  const mention = await world.heard(...broken)
  await world.mia.types(`/reply mention:${mention} saying:"${sorry}"`)
  await world.asked()
  const due = async () =>
    (await world.store.deliveries.due(world.clock(), []))
      .map(({ payload }) => payload as Message)
      .filter(({ about }) => about === undefined)
      .map(words)
  // 20:30, then 2:45, then 8:15 in Paris.
  world.time.now += 6 * hour
  await world.replies.look()
  expect((await world.reply()).remindedAt).not.toBeNull()
  expect(await due()).toEqual([])
  world.time.now += 6.25 * hour
  await world.replies.look()
  expect((await world.reply()).state).toBe('expired')
  expect(await due()).toEqual([])
  world.time.now += 5.5 * hour
  expect((await due()).join('\n')).toContain('attend toujours une validation')
  expect(await world.rang()).toContainEqual(expect.stringContaining('Personne n’a validé'))
})

test('what Vigie drafts at night waits for people to see it', async () => {
  const { drafts } = newDrafts()
  const team: Team = { ...withPolicy({ expires: 6 * hour, drafts: [rule] }), quietHours: night }
  const world = await newReplyWorld({ teams: [team], drafts })
  // 21:30, then 9:30 in Paris.
  world.time.now += 7 * hour
  await world.heard(...broken)
  await world.replies.look()
  world.time.now += 12 * hour
  await world.replies.look()
  expect((await world.reply()).state).toBe('waiting')
  expect(words(await world.asked())).toContain('Bonjour, merci.')
})
