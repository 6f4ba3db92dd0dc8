import { expect, test } from 'vitest'
import { newGroup } from '../../src/store/group.ts'

/** A store that counts its commits and undoes what failed. */
function newCounting() {
  const kept: string[] = []
  let commits = 0
  const grouped = newGroup<string[]>(async (work) => {
    const draft = [...kept]
    await work(draft)
    kept.splice(0, kept.length, ...draft)
    commits++
  })
  return { kept, commits: () => commits, grouped }
}

test('works that come together share a commit, each with its own answer', async () => {
  const { grouped, kept, commits } = newCounting()
  const keep = (name: string) => grouped(async (store) => store.push(name))
  expect(await Promise.all(['a', 'b', 'c', 'd'].map(keep))).toEqual([1, 2, 3, 4])
  expect(kept).toEqual(['a', 'b', 'c', 'd'])
  expect(commits()).toBe(1)
})

test('one that fails takes nobody with it, and nothing is kept twice', async () => {
  const { grouped, kept } = newCounting()
  const works = ['a', 'b', 'wrong', 'c'].map((name) =>
    grouped(async (store) => {
      store.push(name)
      if (name === 'wrong') throw new Error('a bug of ours')
      return name
    }),
  )
  const answers = await Promise.allSettled(works)
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(kept).toEqual(['a', 'b', 'c'])
})
