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

test('a source that was added is there from the next look on, and rests where the settings have its address', async () => {
  const { store } = await newWorld()
  const at = { file: 'teams/nimbus/team.yaml', line: 12 }
  const set = { name: 'Presse', kind: 'feed' as const, url: 'https://presse.example/f', at }
  const other = { ...nimbus, name: 'lumeo', sources: [] }
  const { teams, refresh } = await newLiveTeams([{ ...nimbus, sources: [set] }, other], store)
  const before = teams[0]!.sources
  expect(before).toEqual([set])
  const added = (name: string, url: string) => ({ name, key: name, url, folder: null, every: null })
  await store.addedSources.add(
    'nimbus',
    [added('blog', 'https://blog.example/f'), added('double', 'http://www.presse.example/f/')],
    mia,
  )
  await store.addedSources.pause('nimbus', 'blog', mia)
  await refresh()
  expect(teams[0]!.sources).toEqual([
    set,
    { name: 'blog', kind: 'feed', url: 'https://blog.example/f', added: mia, paused: true },
  ])
  expect(teams[1]!.sources).toEqual([])
  const after = teams[0]!.sources
  await refresh()
  expect(teams[0]!.sources).toBe(after)
})
