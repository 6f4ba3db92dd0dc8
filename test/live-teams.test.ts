import { expect, test } from 'vitest'
import { newLiveTeams } from '../src/live-teams.ts'
import { newWorld, nimbus, saturday } from './world.ts'

const mia = { by: 'Mia', at: saturday }
const lueur = { name: 'Lueur', key: 'lueur', kind: 'brand' as const, text: 'lueur' }

test('what another process adds is seen at the next look, and what did not change is not read again', async () => {
  const { store } = await newWorld()
  const { teams, refresh } = await newLiveTeams([nimbus], store)
  const before = teams[0]!.topics
  await refresh()
  expect(teams[0]!.topics).toBe(before)

  await store.topics.add('nimbus', lueur, mia)
  expect(teams[0]!.topics).toBe(before)
  await refresh()
  const after = teams[0]!.topics
  expect(after.map(({ name }) => name)).toEqual([...nimbus.topics.map(({ name }) => name), 'Lueur'])
  expect(after.at(-1)).toMatchObject({ text: 'lueur', added: mia })
  expect(teams[0]!.topics).toBe(after)

  await store.topics.remove('nimbus', 'lueur', mia)
  await refresh()
  expect(teams[0]!.topics).toEqual(nimbus.topics)
})

test('a look that fails is made up for by the next one', async () => {
  const { store } = await newWorld()
  let broken = false
  const list = () => (broken ? Promise.reject(new Error('gone')) : store.topics.list())
  const { teams, refresh } = await newLiveTeams([nimbus], { ...store, topics: { ...store.topics, list } })
  await store.topics.add('nimbus', lueur, mia)
  broken = true
  await expect(refresh()).rejects.toThrow('gone')
  broken = false
  await refresh()
  expect(teams[0]!.topics.at(-1)!.name).toBe('Lueur')
})

test('a topic that the settings no longer have is a past one as long as mentions name it', async () => {
  const { store, heard } = await newWorld()
  await heard('Ma lampe Nimbus est en panne')
  const [lumeo] = nimbus.topics.filter(({ name }) => name === 'Lumeo')
  const { teams } = await newLiveTeams([{ ...nimbus, topics: [lumeo!] }], store)
  expect(teams[0]!.pastTopics).toEqual([{ name: 'Nimbus' }])
})
