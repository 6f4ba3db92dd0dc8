import { expect, test } from 'vitest'
import { newWorld, nimbus, read, saturday } from '../world.ts'

const hour = 3_600_000

test('Mia sees what was said, newest first, with its mood', async () => {
  const { heard, mia } = await newWorld()
  await heard('Ma lampe Nimbus est en panne, quelle honte', { publishedAt: saturday - 2 * hour })
  await heard('J’adore ma lampe Nimbus, merci !', { publishedAt: saturday - hour })
  const answer = await mia.types('/mentions')
  expect(answer).toMatchObject({ title: '2 mentions', quiet: true })
  expect(answer.items!.map(({ mood }) => mood)).toEqual(['positive', 'negative'])
  expect(read(answer)).toContain('1 négative · 0 neutre · 1 positive')
})

test.each([
  ['/mentions nimbus', 3],
  ['/mentions lumeo', 1],
  ['/mentions depuis:90min', 2],
  ['/mentions tonalité:négatif', 1],
  ['/mentions nimbus mood:positive', 1],
  ['/mentions source:gazette', 1],
  ['/mentions "en panne"', 1],
  ['/mentions panne lampe', 1],
  ['/mentions PANNE', 1],
  ['/mentions panné', 1],
  ['/vigie mentions nimbus', 3],
  ['/mentions source:"100%"', 0],
])('%s finds %i', async (line, count) => {
  const { hear, post, mia } = await newWorld()
  await hear([
    post('Ma lampe Nimbus est en panne, quelle honte', { publishedAt: saturday - 3 * hour }),
    post('J’adore ma lampe Nimbus, un bonheur', { publishedAt: saturday - hour, outlet: 'La Gazette' }),
    post('Nimbus et Lumeo exposent à Lyon', { publishedAt: saturday - hour / 2 }),
    post('Rien à voir'),
  ])
  const answer = await mia.types(line)
  expect(answer.items?.length ?? 0).toBe(count)
})

test('the mood asked for is that towards the topic asked for', async () => {
  const { heard, mia } = await newWorld()
  await heard('Nimbus est top, Lumeo est une arnaque')
  expect((await mia.types('/mentions nimbus tonalité:négatif')).items).toBeUndefined()
  const [lumeo, ...others] = (await mia.types('/mentions lumeo tonalité:négatif')).items!
  expect([lumeo!.mood, others]).toEqual(['negative', []])
})

test('without a topic, mentions are chosen and counted by the mood that is shown', async () => {
  const { heard, mia, store } = await newWorld()
  const id = await heard(
    'Nimbus est top, un vrai bonheur. Lumeo est une arnaque, une honte, un scandale, du vol',
  )
  await heard('Ma lampe Nimbus est en panne, quelle honte')
  const mention = await store.mentions.get('nimbus', id)
  // Else this story would show nothing.
  expect([mention!.mood.label, mention!.topics[0]!.mood.label]).toEqual(['negative', 'positive'])
  for (const [typed, mood] of [
    ['négatif', 'negative'],
    ['positif', 'positive'],
  ]) {
    const answer = await mia.types(`/mentions tonalité:${typed}`)
    expect(answer.items!.map((item) => item.mood)).toEqual([mood])
    expect(answer.title).toBe('1 mention')
  }
  expect(read(await mia.types('/mentions'))).toContain('1 négative · 0 neutre · 1 positive')
})

test('long lists have pages, there and back, and each mention stands on exactly one', async () => {
  const { hear, post, mia } = await newWorld()
  // Several share a moment: the page must not lose or repeat any.
  await hear(
    Array.from({ length: 12 }, (_, at) =>
      post(`Nimbus numéro ${at}`, { publishedAt: saturday - Math.floor(at / 4) * hour }),
    ),
  )
  const first = await mia.types('/mentions')
  const second = await mia.presses('Plus anciennes', first)
  const third = await mia.presses('Plus anciennes', second)
  expect(second.instead).toBe(true)
  const titles = [first, second, third].flatMap(({ items }) => items!.map(({ quote }) => quote))
  expect(new Set(titles).size).toBe(12)
  expect(titles).toHaveLength(12)
  expect(read(third)).toContain('11 à 12 sur 12')
  expect(third.buttons!.map(({ label }) => label)).toEqual(['Plus récentes'])
  expect((await mia.presses('Plus récentes', third)).items).toEqual(second.items)
})

test('a button of another person’s list shows nothing', async () => {
  const { hear, post, mia, noor } = await newWorld()
  await hear(Array.from({ length: 8 }, (_, at) => post(`Nimbus numéro ${at}`)))
  const list = await mia.types('/mentions')
  expect((await noor.presses('Plus anciennes', list)).text).toMatch(/no longer remember/)
})

test('nothing found says what was looked for, and what was not heard', async () => {
  const { store, mia, noor, time } = await newWorld()
  await store.feeds.watch('nimbus', [{ name: 'Blog', url: 'https://blog.example/feed' }], time.now)
  const [feed] = await store.feeds.claim('test', time.now, { leasedUntil: time.now + 1000, most: 5 })
  await store.feeds.failed(feed!.id, { words: 'no answer' }, { now: time.now, nextAt: time.now + 1 })
  expect(read(await mia.types('/mentions depuis:1h'))).toMatch(
    /Aucune mention[\s\S]*depuis\s: 13:30[\s\S]*1 source est illisible/,
  )
  expect(read(await noor.types('/mentions since:1h'))).toMatch(/No mention[\s\S]*1 source cannot be read/)
})

test('a member who asks is told kindly whom to turn to', async () => {
  const { theo, ravi } = await newWorld()
  expect(read(await theo.types('/mentions'))).toMatch(
    /the role “staff” or a higher one\. If you need it, ask Mia/,
  )
  expect(read(await ravi.types('/mentions'))).toMatch(
    /au rôle «\sÉquipe\s» et aux rôles au-dessus\. .* demandez à Mia/iu,
  )
})

test('a mistake is shown in its place', async () => {
  const { mia, noor } = await newWorld()
  expect(read(await mia.types('/mentions nimbus depui:24h'))).toMatch(
    /Vouliez-vous dire depuis:\s\?[\s\S]*\/mentions nimbus depui:24h/u,
  )
  expect((await noor.types('/mentions since:24x')).text).toContain('**since:24x**')
  expect((await noor.types('/vigie mentions since:24x')).text).toContain('**since:24x**')
})

test.each(['Les Échos', 'les echos', 'ÉCHOS', 'échos'])('a source is found as %s', async (given) => {
  const { heard, mia } = await newWorld()
  await heard('Nimbus entre en bourse', { outlet: 'Les Échos' })
  await heard('Nimbus ailleurs', { outlet: 'Le Parisien' })
  expect((await mia.types(`/mentions source:"${given}"`)).items).toHaveLength(1)
})

test('the pages of another team’s list stay with that team', async () => {
  const place = (channel: string) => ({ chat: 'local' as const, channel })
  const channels = { alerts: place('a-alerts'), watch: place('a-watch'), community: place('a-all') }
  const acme = { ...nimbus, name: 'acme', title: 'Acme', channels }
  const { hear, post, mia } = await newWorld({ teams: [nimbus, acme] })
  await hear(
    Array.from({ length: 8 }, (_, at) => post(`Nimbus numéro ${at}`)),
    { teams: ['acme'] },
  )
  const list = await mia.types('/mentions équipe:acme')
  expect(list.title).toBe('8 mentions')
  const next = await mia.presses('Plus anciennes', list)
  expect(next.items).toHaveLength(3)
  const first = await mia.types('/mention 1 team:acme')
  expect(read(await mia.presses('Je m’en occupe', first))).toContain('Prise en charge par Mia')
})

test('the mentions of a topic that was removed are still listed, by its name or how it begins', async () => {
  const { mia, noor, hear, post, time } = await newWorld()
  await mia.presses(
    'Enregistrer',
    await mia.types('/veille ajouter nom:Solaris type:concurrent requête:solaris'),
  )
  await hear([post('Solaris est nul')])
  await mia.presses('Retirer', await mia.types('/veille retirer Solaris'))
  for (const line of [
    '/mentions sujet:Solaris',
    '/mentions sujet:solaris tonalité:négative',
    '/mentions topic:sol',
  ])
    expect(read(await mia.types(line))).toContain('Solaris est nul')
  expect(read(await noor.types('/mentions topic:soleil'))).toMatch(/“soleil” is not one of your topics/)
  time.now += 11_000
  // One that is watched goes first, unless the removed one is named whole.
  await mia.presses(
    'Enregistrer',
    await mia.types('/veille ajouter nom:"Solaris Pro" type:concurrent requête:"solaris pro"'),
  )
  expect(read(await mia.types('/mentions sujet:solar'))).toContain('sur Solaris Pro')
  expect(read(await mia.types('/mentions sujet:solaris'))).toContain('Solaris est nul')
})
