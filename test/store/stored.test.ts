import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { newWorld, nimbus } from '../world.ts'

test('page by page a team sees each of its posts once, newest first, and none of another’s', async () => {
  const heardBy = fc.array(fc.constantFrom('nimbus', 'lumeo'), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(heardBy, fc.integer({ min: 1, max: 40 }), async (teams, look) => {
      const other = { ...nimbus, name: 'lumeo', title: 'Lumeo', people: [] }
      const { store, hear, post, time } = await newWorld({ teams: [nimbus, other] })
      const mine: string[] = []
      const sources: string[] = []
      for (const team of ['nimbus', 'lumeo']) {
        await store.feeds.watch(team, [{ name: team, url: `https://${team}.example/feed` }], time.now)
        sources.push((await store.stored.sources(team))[0]!.source)
      }
      for (const team of teams) {
        const one = post('Il pleut')
        await hear([one], { source: sources[team === 'nimbus' ? 0 : 1]!, teams: [team] })
        if (team === 'nimbus') mine.unshift(one.url!)
      }
      const seen: (string | null)[] = []
      for (let before: number | null = null; ; ) {
        const { posts, next } = await store.stored.page('nimbus', [sources[0]!], { before, look })
        seen.push(...posts.map(({ url }) => url))
        if (next === null) break
        before = next
      }
      expect(seen).toEqual(mine)
      await store.close()
    }),
    { numRuns: inject('postgres') ? 4 : 15 },
  )
})

test('what a team mentions is there whatever its source, with its author; forgotten texts are not', async () => {
  const { store, hear, post, time } = await newWorld()
  await hear([post('Nimbus brille', { author: 'Ravi' }), post('Il pleut', { author: 'Zoe' })])
  const page = () => store.stored.page('nimbus', [], { before: null, look: 10 })
  expect((await page()).posts).toMatchObject([{ text: 'Nimbus brille', author: 'Ravi' }])
  expect((await store.stored.page('lumeo', [], { before: null, look: 10 })).posts).toEqual([])
  time.now += 91 * 86_400_000
  await store.posts.forget(time.now)
  expect((await page()).posts).toEqual([])
})
