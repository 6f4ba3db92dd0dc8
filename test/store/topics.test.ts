import { expect, test } from 'vitest'
import { newWorld, saturday } from '../world.ts'

const lueur = { name: 'Lueur', key: 'lueur', kind: 'brand' as const, text: 'lueur' }
const mia = { by: 'Mia', at: saturday }
const noor = { by: 'Noor', at: saturday + 60_000 }

test('a name is there once in a team; another team may have it too', async () => {
  const { store } = await newWorld()
  expect(await store.topics.add('nimbus', lueur, mia)).toBe(true)
  expect(await store.topics.add('nimbus', { ...lueur, name: 'LUEUR', text: 'autre' }, noor)).toBe(false)
  expect(await store.topics.add('lumeo', lueur, noor)).toBe(true)
  expect(await store.topics.list('nimbus')).toMatchObject([{ ...lueur, by: 'Mia', at: saturday, version: 1 }])
  expect(await store.topics.list()).toHaveLength(2)
  expect(await store.topics.named('lumeo', 'lueur')).toMatchObject({ by: 'Noor' })
})

test('of two changes to the same version the first one counts', async () => {
  const { store } = await newWorld()
  await store.topics.add('nimbus', lueur, mia)
  expect(await store.topics.change('nimbus', { ...lueur, text: 'lueurs', version: 1 }, noor)).toBe(true)
  expect(await store.topics.change('nimbus', { ...lueur, text: 'autre', version: 1 }, mia)).toBe(false)
  expect(await store.topics.named('nimbus', 'lueur')).toMatchObject({
    text: 'lueurs',
    by: 'Noor',
    version: 2,
  })
  expect(await store.topics.lastStep('nimbus', 'lueur')).toMatchObject({ did: 'changed', ...noor })
})

test('what is removed is gone once, and who did it stays known', async () => {
  const { store } = await newWorld()
  await store.topics.add('nimbus', lueur, mia)
  expect(await store.topics.remove('lumeo', 'lueur', noor)).toBe(false)
  expect(await store.topics.remove('nimbus', 'lueur', noor)).toBe(true)
  expect(await store.topics.remove('nimbus', 'lueur', mia)).toBe(false)
  expect(await store.topics.lastStep('nimbus', 'lueur')).toEqual({ did: 'removed', ...noor })
})

test('the version grows with all that changes something, and with nothing else', async () => {
  const { store } = await newWorld()
  const versions = [await store.topics.version()]
  const after = async (work: Promise<boolean>) => {
    await work
    versions.push(await store.topics.version())
  }
  await after(store.topics.add('nimbus', lueur, mia))
  await after(store.topics.add('nimbus', lueur, mia))
  await after(store.topics.change('nimbus', { ...lueur, version: 1 }, mia))
  await after(store.topics.change('nimbus', { ...lueur, version: 1 }, mia))
  await after(store.topics.remove('nimbus', 'lueur', mia))
  await after(store.topics.remove('nimbus', 'lueur', mia))
  expect(versions).toEqual([0, 1, 1, 2, 2, 3, 3])
})

test('a query that no longer reads is given with what is wrong with it', async () => {
  const { store } = await newWorld()
  await store.topics.add('nimbus', { ...lueur, text: 'NOT' }, mia)
  expect(await store.topics.list('nimbus')).toMatchObject([
    { text: 'NOT', query: null, problem: { key: 'query.ends-early' } },
  ])
})
