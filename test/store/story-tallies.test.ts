import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { grown, outletsOnce, untoldYet } from '../../src/model/story.ts'
import { rounds } from '../rounds.ts'
import { newWorld, nimbus, saturday } from '../world.ts'

const title = 'Nimbus présente sa nouvelle lampe de bureau, fabriquée à Lyon'
const story = { team: 'nimbus', story: 'post-1' }

const anyCopy = fc.record({
  outlet: fc.constantFrom('Le Fil', 'LE FIL', 'Le Monde', 'Conso Matin', '***', 'La Gazette', 'Ouest Éclair'),
  text: fc.constantFrom('Elle éclaire.', 'Une honte, arnaque.', 'Magnifique !', 'Hélène Vasseur la montre.'),
  reach: fc.option(fc.integer({ min: 0, max: 9000 })),
})

test('counted piece by piece, a story stands as it does when all of it is counted at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyCopy, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      async (batches) => {
        const { store, hear, post, time } = await newWorld({ teams: [{ ...nimbus, sample: false }] })
        for (const batch of batches) {
          time.now += 60_000
          await hear(batch.map((one) => post(one.text, { ...one, title })))
        }
        const all = await store.mentions.list('nimbus', {}, { most: 200 })
        const copies = all
          .sort((a, b) => a.id - b.id)
          .map(({ id, post, topics, heardAt }) => ({
            mention: id,
            outlet: post.outlet,
            url: post.url,
            reach: post.reach,
            heardAt,
            topics: topics.map(({ name, kind, mood }) => ({
              name,
              kind,
              mood: mood.label,
              score: mood.score,
            })),
          }))
        const outlets = outletsOnce(copies)
        const middle = copies[Math.floor(copies.length / 2)]!.mention
        expect(await store.storyTallies.grow(story, [middle], time.now)).toEqual(
          grown(untoldYet, copies, outlets.length),
        )
        const first = await store.storyTallies.firstOutlets(story, 9)
        expect(first).toEqual(outlets.map(({ outlet, url, times }) => ({ outlet, url, times })))
        for (const at of [saturday, saturday + 60_000, time.now])
          expect(await store.storyTallies.outletsBy(story, at)).toBe(
            outletsOnce(copies.filter(({ heardAt }) => heardAt <= at)).length,
          )
        // Of few and of many the same are the widest.
        const among = (count: number) => store.storyTallies.widest(story, { after: 1, count, most: 3 })
        const widest = [...outlets.slice(1)].sort((a, b) => (b.reach ?? 0) - (a.reach ?? 0)).slice(0, 3)
        for (const count of [5, 5000])
          expect((await among(count)).map(({ outlet }) => outlet)).toEqual(widest.map(({ outlet }) => outlet))
      },
    ),
    { numRuns: inject('postgres') ? 4 : rounds(12, 40) },
  )
}, 60_000)

test('what is remembered of a story does not grow with its copies, and is forgotten once nothing is added', async () => {
  const { store, hear, post, time } = await newWorld({ teams: [{ ...nimbus, sample: false }] })
  const copy = (at: number) => post('Elle éclaire.', { title, outlet: `Média ${at % 9}` })
  for (let at = 0; at < 40; at++) await hear([copy(at)])
  const [last] = await store.mentions.list('nimbus', {}, { most: 1 })
  const known = async () => {
    const all = await Promise.all(
      Array.from({ length: last!.id + 1 }, (_, mention) => store.storyTallies.at(story, mention)),
    )
    return all.filter((tally) => tally !== null).length
  }
  expect(await known()).toBeLessThan(6)
  await store.storyTallies.forget(time.now)
  expect(await store.storyTallies.firstOutlets(story, 9)).toHaveLength(9)
  await store.storyTallies.forget(time.now + 1)
  expect(await known()).toBe(0)
  expect(await store.storyTallies.firstOutlets(story, 9)).toEqual([])

  await hear([copy(40)])
  expect(await store.storyTallies.firstOutlets(story, 9)).toMatchObject([
    { times: 5 },
    { times: 5 },
    {},
    {},
    {},
    {},
    {},
    {},
    {},
  ])
})
