import { expect, test } from 'vitest'
import { pack } from '../../src/chat/discord/custom-id.ts'
import { readQuery } from '../../src/model/query.ts'
import type { Team } from '../../src/model/team.ts'
import { newWorld, nimbus, read as readNobreak, saturday } from '../world.ts'

const day = 86_400_000
const people = ['ana', 'bob', 'cleo', 'dan', 'eve', 'flo']
/** What a message says, with blanks that are all the same. */
const read = (message: Parameters<typeof readNobreak>[0]) => plain(readNobreak(message))
const plain = (text: string | undefined) => (text ?? '').replace(/[\u00a0\u202f\u2009]/g, ' ')
type World = Awaited<ReturnType<typeof newWorld>>

/** Two weeks of a small sector that says the same things as ever, and in the second week: lamps that fold. */
function sectorOf(world: World) {
  const usual = [
    'Lumeo baisse ses prix avant Noël',
    'Éclairage des bureaux : que choisir cet hiver',
    'Lumeo ouvre une boutique à Nantes',
    'Éclairage public : la mairie éteint plus tôt',
    'Lumeo recrute des designers',
    'Éclairage de scène, notre dossier',
  ]
  const posts = Array.from({ length: 24 }, (_, at) =>
    world.post(`${usual[at % 6]}, numéro ${at} de la série`, {
      author: people[at % 6]!,
      publishedAt: saturday - (at < 12 ? 9 : 2) * day - at * 60_000,
    }),
  )
  const folding = [
    'Lumeo présente une lampe solaire pliable, et je la veux',
    'Testé : la lampe solaire pliable de Lumeo tient huit heures',
    'L’éclairage de camping se réinvente avec la lampe solaire pliable',
    'Que vaut vraiment la lampe solaire pliable de Lumeo ?',
    'Les lampes solaires pliables de Lumeo partent vite',
    'Lumeo en rupture : la lampe solaire pliable plaît trop',
    'Une lampe solaire pliable pour le balcon, l’éclairage malin',
    'Offrir une lampe solaire pliable Lumeo à Noël, bonne idée',
  ]
  return [
    ...posts,
    ...folding.map((text, at) =>
      world.post(text, { author: people[at % 6]!, publishedAt: saturday - at * 3_600_000 }),
    ),
  ]
}

test('Mia sees which theme rises in her sector, reads it, and may watch it', async () => {
  const world = await newWorld()
  await world.hear(sectorOf(world))
  const all = await world.mia.types('/veille secteur')
  expect(all).toMatchObject({ title: 'Concurrents et secteur, 15–21 novembre 2026', quiet: true })
  expect(read(all)).toContain('Part de voix : Nimbus 0 % · Lumeo 100 %')
  expect(read(all)).toContain('Thèmes qui montent: lampe solaire pliable (8)')

  const rising = await world.mia.presses('Thèmes qui montent', all)
  expect(rising.items).toHaveLength(1)
  expect(rising.instead).toBe(true)
  expect(read(rising)).toMatch(
    /^lampe solaire pliable\nsignal (?:net|faible) · 4\d(?:,\d)? % de ce qui se dit, rien sur la période précédente · 8 mentions, 6 médias ou auteurs/m,
  )
  const read8 = await world.mia.presses('Voir les mentions', rising)
  expect(read8.title).toBe('Les plus récentes de 8 mentions')
  expect(read8.items).toHaveLength(8)
  expect(read8.items!.every(({ quote }) => /pliable/.test(quote!))).toBe(true)
  expect(read(await world.mia.presses('Suivre ce thème', rising))).toMatch(/lampe solaire pliable/)
})

test('the same is asked in every way that people ask', async () => {
  const { mia, noor, theo } = await newWorld()
  for (const line of [
    '/vigie landscape',
    '/veille secteur',
    '/watch competitors',
    '/vigie veille concurrence',
    '/secteur',
  ])
    expect((await mia.types(line)).title, line).toBe('Concurrents et secteur, 15–21 novembre 2026')
  const topics = await mia.types('/veille')
  expect((await mia.presses('Concurrents et secteur', topics)).title).toBe(
    'Concurrents et secteur, 15–21 novembre 2026',
  )
  expect(plain((await noor.types('/watch sector lumeo period:2026-10')).title)).toBe(
    'Lumeo, 1 – 31 October 2026',
  )
  expect(read(await noor.types('/watch sector'))).toMatch(/No mention of any topic, 15 – 21 November 2026\./)
  expect(read(await mia.types('/veille secteur période:demain'))).toMatch(/période/)
  expect(read(await theo.types('/watch sector'))).not.toMatch(/share/i)
})

test('copies of one story are no theme, and one voice is none however often it speaks', async () => {
  const world = await newWorld()
  const before = Array.from({ length: 12 }, (_, at) =>
    world.post(`Lumeo ouvre encore une boutique, et c’est déjà la ${at + 2}e de l’année`, {
      author: people[at % 6]!,
      publishedAt: saturday - 10 * day,
    }),
  )
  const copies = Array.from({ length: 12 }, (_, at) =>
    world.post('Lumeo lance une verrière chauffante pour les terrasses des cafés de Lyon et de Nantes', {
      author: people[at % 6]!,
      publishedAt: saturday - at * 1000,
    }),
  )
  const loud = Array.from({ length: 12 }, (_, at) =>
    world.post(
      `Lumeo cache un défaut électrique, preuve ${at} : ${['prise', 'câble', 'socle'][at % 3]} ${at}`,
      {
        author: 'grognon',
        publishedAt: saturday - at * 1000,
      },
    ),
  )
  await world.hear([...before, ...copies, ...loud])
  const rising = await world.mia.presses('Thèmes qui montent', await world.mia.types('/veille secteur'))
  expect(rising.items).toEqual([])
  expect(read(rising)).toContain('Aucun thème ne monte nettement')
})

test('without a period before, nothing is called rising', async () => {
  const world = await newWorld()
  await world.hear(sectorOf(world).slice(12))
  const rising = await world.mia.presses('Thèmes qui montent', await world.mia.types('/veille secteur'))
  expect(read(rising)).toContain('Rien à comparer pour l’instant')
})

test('what a competitor publishes itself is told apart where its query names it', async () => {
  const team: Team = {
    ...nimbus,
    topics: [
      nimbus.topics[0]!,
      { name: 'Lumeo', kind: 'competitor', query: readQuery('lumeo OR @lumeo OR lumeo.example') },
      { name: 'Clairval', kind: 'competitor', query: readQuery('clairval') },
    ],
  }
  const world = await newWorld({ teams: [team] })
  const own = [
    { url: 'https://mastodon.social/@lumeo/112233445566', author: 'Lumeo' },
    { url: 'https://blog.lumeo.example/nouveautes', author: 'La rédaction' },
    { url: 'https://bsky.app/profile/lumeo.bsky.social/post/3k', author: 'lumeo.bsky.social' },
  ]
  const others = [
    { url: 'https://mastodon.social/@lumeofan/112233445567', author: 'lumeofan' },
    { url: 'https://notlumeo.example/avis', author: 'Paul' },
  ]
  await world.hear([
    ...own.map((more, at) => world.post(`Lumeo vous présente sa nouveauté ${at}`, more)),
    ...others.map((more, at) => world.post(`Lumeo m’a déçu, épisode ${at}`, more)),
    world.post('Clairval ouvre un atelier'),
  ])
  const { items } = await world.mia.presses('Qui dit quoi', await world.mia.types('/veille secteur'))
  const said = (name: string) => read({ items: items!.filter(({ title }) => title === name) })
  expect(said('Lumeo')).toMatch(/5 mentions.* · 3 publiées par Lumeo\n/)
  expect(said('Lumeo')).toMatch(/\nPublié par Lumeo : (?:Lumeo vous présente sa nouveauté \d(?: · )?){3}/)
  expect(said('Clairval')).toMatch(/ne se distingue pas du reste : sa requête ne nomme ni compte ni site/)
})

test('the questions of people become ideas, without anybody’s name', async () => {
  const world = await newWorld()
  const ask = (text: string, author: string) => world.post(text, { author })
  await world.hear([
    ask('Bonjour @lumeo, comment remplacer la batterie de ma lampe Lumeo ? Merci', '@gerard_p'),
    ask('Comment on remplace la batterie d’une lampe Lumeo ?', 'Lucie Bertin'),
    ask('Gerard, comment remplacer la batterie de la lampe Lumeo ?', 'Mo'),
    ask('Sérieusement Lumeo ?', 'Zoé'),
    ask('Lucie Bertin a raison, où acheter un abat-jour Lumeo à Lyon ?', 'Max'),
    ask('Les designers de Lumeo sont vraiment doués', 'Ana'),
  ])
  const ideas = await world.mia.presses('Idées de sujets', await world.mia.types('/veille secteur'))
  expect(ideas.items!.map(({ title }) => plain(title))).toEqual([
    'Comment on remplace la batterie d’une lampe Lumeo ?',
  ])
  expect(read(ideas)).toContain(
    'posée 3 fois, par 3 personnes · sujet : Lumeo\nPiste : un mode d’emploi pas à pas',
  )
  expect(JSON.stringify(ideas)).not.toMatch(/gerard|lucie|bertin/i)
})

test('a theme of the others in which the brand is absent is a gap', async () => {
  const world = await newWorld()
  const verbs = ['promet', 'détaille', 'défend', 'étend']
  const stories = (words: string, about: string, count: number) =>
    Array.from({ length: count }, (_, at) =>
      world.post(
        `${about} ${verbs[at % 4]} ${words}, épisode ${at} vu de ${['Lyon', 'Lille', 'Nice'][at % 3]}`,
        {
          author: people[at % 6]!,
        },
      ),
    )
  await world.hear([
    ...stories('sa garantie décennale', 'Lumeo', 12),
    ...stories('vise les hôtels', 'Lumeo', 8),
    ...stories('vise les hôtels', 'Nimbus', 6),
    ...stories('fête ses dix ans', 'Nimbus', 8),
  ])
  const gaps = await world.mia.presses('Angles morts', await world.mia.types('/veille secteur'))
  expect(gaps.items!.map(({ title }) => title)).toEqual(['garantie décennale'])
  expect(read(gaps)).toMatch(/12 actualités sur les autres, 0 \/ 14 sur vous/)
})

test('every button fits into what chats carry, whatever the team is called', async () => {
  const world = await newWorld()
  await world.hear(sectorOf(world))
  const all = await world.mia.types('/veille secteur')
  const rising = await world.mia.presses('Thèmes qui montent', all)
  const buttons = [...all.buttons!, ...rising.buttons!, ...rising.items!.flatMap(({ buttons }) => buttons!)]
  expect(buttons.length).toBeGreaterThan(10)
  for (const { action, value } of buttons)
    expect(pack({ action, value: value!, team: 'a-team-of-a-long-name-it' }).length).toBeLessThanOrEqual(100)
})

test('an old button, and one that somebody made up, change nothing', async () => {
  const world = await newWorld()
  await world.hear(sectorOf(world))
  const all = await world.mia.types('/veille secteur')
  const pressed = (action: string, value: string) =>
    world.mia.presses('x', { ...all, buttons: [{ action: `sector-page.${action}`, label: 'x', value }] })
  for (const value of ['', '.', 'x'.repeat(60), '1.2.zzzzzzzzzzzz', '../..', '.7kn7..abcd'])
    for (const action of ['rising', 'read']) {
      world.time.now += 60_000
      expect(read(await pressed(action, value)), `${action} ${value}`).toMatch(/bouton|conservées/)
    }
  expect(read(await pressed('watch', '" OR *'))).not.toBe('')
})
