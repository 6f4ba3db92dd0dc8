import { expect, test } from 'vitest'
import { day, hour, minute } from '../../src/model/time.ts'
import { sameStore } from '../databases/open.ts'
import { newWorld, saturday } from '../world.ts'

const mia = { by: 'Mia', at: saturday }
const noor = { by: 'Noor', at: saturday + minute }
const blog = { name: 'Blog', key: 'blog', url: 'https://blog.example/f', folder: 'Amis', every: null }
const paper = { name: 'Presse', key: 'presse', url: 'https://presse.example/f', folder: null, every: hour }

test('a name and an address are there once in a team; another team may have them too', async () => {
  const { store } = await newWorld()
  const { addedSources } = store
  expect(await addedSources.add('nimbus', [blog, paper, blog], mia)).toEqual([blog, paper])
  const others = [
    { ...blog, url: 'https://autre.example/f' },
    { ...blog, name: 'Autre', key: 'autre', url: 'http://www.blog.example/f/' },
  ]
  expect(await addedSources.add('nimbus', others, noor)).toEqual([])
  expect(await addedSources.add('lumeo', [blog], noor)).toEqual([blog])
  expect(await addedSources.list('nimbus')).toMatchObject([
    { ...blog, ...mia, paused: null },
    { ...paper, ...mia },
  ])
  expect(await addedSources.list()).toHaveLength(3)
  expect(await addedSources.named('lumeo', 'blog')).toMatchObject({ by: 'Noor' })
  expect(await addedSources.named('lumeo', 'presse')).toBeNull()
  expect((await store.feeds.health('nimbus')).map(({ name, every }) => [name, every])).toEqual([
    ['Blog', null],
    ['Presse', hour],
  ])
})

test('each step is done once, is known with who did it, and is seen by other processes', async () => {
  const { store } = await newWorld()
  const { addedSources } = store
  const other = await sameStore(store)
  await addedSources.add('nimbus', [blog], mia)
  const versions = [await other.addedSources.version()]
  const after = async (work: Promise<boolean>) => {
    const done = await work
    versions.push(await other.addedSources.version())
    return done
  }
  expect(await after(addedSources.pause('nimbus', 'blog', noor))).toBe(true)
  expect(await after(addedSources.pause('nimbus', 'blog', mia))).toBe(false)
  expect(await addedSources.named('nimbus', 'blog')).toMatchObject({ paused: noor })
  expect(await after(addedSources.resume('nimbus', 'blog', mia))).toBe(true)
  expect(await after(addedSources.resume('nimbus', 'blog', mia))).toBe(false)
  const to = { name: 'Le blog', key: 'le blog', folder: null, every: 5 * minute }
  expect(await after(addedSources.change('nimbus', 'blog', to, mia))).toBe(true)
  expect(await after(addedSources.change('nimbus', 'blog', to, mia))).toBe(false)
  expect(await after(addedSources.remove('lumeo', 'le blog', noor))).toBe(false)
  expect(await after(addedSources.remove('nimbus', 'le blog', noor))).toBe(true)
  expect(await after(addedSources.remove('nimbus', 'le blog', noor))).toBe(false)
  expect(versions).toEqual([1, 2, 2, 3, 3, 4, 4, 4, 5, 5])
  expect(await addedSources.lastStep('nimbus', 'le blog')).toEqual({ did: 'removed', ...noor })
})

test('what was added outlives a start, and what the settings name comes first', async () => {
  const { store } = await newWorld()
  await store.addedSources.add('nimbus', [blog, paper], mia)
  await store.addedSources.pause('nimbus', 'presse', mia)
  const names = async () =>
    (await store.feeds.health('nimbus')).map(({ name, url, pausedAt }) => [name, url, pausedAt])

  await store.feeds.onlyFor(['nimbus'])
  await store.feeds.watch('nimbus', [], saturday)
  expect(await names()).toEqual([
    ['Blog', blog.url, null],
    ['Presse', paper.url, saturday],
  ])
  // A team that is set aside for a while finds its sources again.
  await store.feeds.onlyFor([])
  expect(await names()).toEqual([])
  await store.feeds.watch('nimbus', [{ name: 'Du fichier', url: 'http://blog.example/f/' }], saturday)
  expect(await names()).toEqual([
    ['Du fichier', 'http://blog.example/f/', null],
    ['Presse', paper.url, saturday],
  ])
  await store.feeds.watch('nimbus', [{ name: 'Du fichier', url: blog.url }], saturday)
  expect(await names()).toEqual([
    ['Du fichier', blog.url, null],
    ['Presse', paper.url, saturday],
  ])
  await store.feeds.watch('nimbus', [], saturday)
  expect((await names()).map(([name]) => name)).toEqual(['Blog', 'Presse'])
})

test('what is done with a source that the settings name since changes nothing of theirs, and its name is free', async () => {
  const { store } = await newWorld()
  const { addedSources, feeds } = store
  await addedSources.add('nimbus', [blog], mia)
  const set = [{ name: 'Du fichier', url: blog.url }]
  await feeds.watch('nimbus', set, saturday)
  const watched = async () =>
    (await feeds.health('nimbus')).map(({ name, every, pausedAt }) => [name, every, pausedAt])
  const asItWas = [['Du fichier', null, null]]
  await addedSources.pause('nimbus', 'blog', noor)
  expect(await watched()).toEqual(asItWas)
  await addedSources.resume('nimbus', 'blog', noor)
  await addedSources.change('nimbus', 'blog', { name: 'X', key: 'x', folder: null, every: hour }, noor)
  expect(await watched()).toEqual(asItWas)
  await addedSources.change('nimbus', 'x', { ...blog, every: null }, noor)
  // Nobody sees it: another one may have its name, and both are there once the settings name it no more.
  const other = { ...blog, url: 'https://autre.example/f' }
  expect(await addedSources.add('nimbus', [other], noor)).toEqual([other])
  expect(await addedSources.named('nimbus', 'blog')).toMatchObject({ url: other.url })
  await feeds.watch('nimbus', [], saturday)
  expect((await watched()).map(([name]) => name)).toEqual(['Blog', 'Blog 2'])
  await feeds.watch('nimbus', set, saturday)
  await addedSources.remove('nimbus', 'blog 2', noor)
  expect((await watched()).map(([name]) => name)).toEqual(['Blog', 'Du fichier'])
})

test('an address that is as long as any that is kept can be kept', async () => {
  const { store } = await newWorld()
  const url = `https://blog.example/?${Array.from({ length: 1_978 }, (_, at) => ((at * at * 31) % 36).toString(36)).join('')}`
  expect(url).toHaveLength(2_000)
  await store.addedSources.add('nimbus', [{ ...blog, url }], mia)
  expect((await store.addedSources.list('nimbus'))[0]!.url).toBe(url)
})

test('what the settings say of pauses and intervals is kept up to date at a start', async () => {
  const { store } = await newWorld()
  const source = { name: 'Presse', url: paper.url }
  const health = async () => (await store.feeds.health('nimbus'))[0]!
  await store.feeds.watch('nimbus', [{ ...source, every: hour, paused: true }], saturday)
  expect(await health()).toMatchObject({ every: hour, pausedAt: saturday })
  await store.feeds.watch('nimbus', [{ ...source, paused: true }], saturday + day)
  expect(await health()).toMatchObject({ every: null, pausedAt: saturday })
  await store.feeds.watch('nimbus', [source], saturday + 2 * day)
  expect(await health()).toMatchObject({ pausedAt: null })
})

test('a paused source neither fails nor counts as an outage', async () => {
  const { store } = await newWorld()
  await store.addedSources.add('nimbus', [blog], mia)
  const { id } = (await store.feeds.get(blog.url))!
  await store.feeds.failed(id, { words: 'broken' }, { now: saturday, nextAt: saturday + hour })
  expect(await store.feeds.outages('nimbus', 0)).toHaveLength(1)
  await store.addedSources.pause('nimbus', 'blog', mia)
  expect((await store.feeds.health('nimbus'))[0]!.failure).toBeNull()
  expect(await store.feeds.outages('nimbus', 0)).toEqual([])
  expect(await store.sourceActivity.states()).toEqual({ fine: 0, failing: 0, waiting: 0 })
})

test('of two that add the same at once, one does', async () => {
  const { store } = await newWorld()
  const other = await sameStore(store)
  const add = (one: typeof store) =>
    one.together(async (store) => {
      await store.turns.take()
      return (await store.addedSources.add('nimbus', [blog], mia)).length
    })
  const added = await Promise.all([add(store), add(other), add(store)])
  expect(added.sort()).toEqual([0, 0, 1])
})
