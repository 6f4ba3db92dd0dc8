import pino from 'pino'
import { expect, test } from 'vitest'
import { newLiveTeams } from '../../src/live-teams.ts'
import { Unavailable } from '../../src/model/oops.ts'
import type { Post } from '../../src/model/post.ts'
import { readQuery } from '../../src/model/query.ts'
import type { SearchAccount } from '../../src/model/search.ts'
import { hour, minute } from '../../src/model/time.ts'
import { newFollowing } from '../../src/schedule/following.ts'
import type { Searching } from '../../src/schedule/searching.ts'
import { nimbus, saturday } from '../world.ts'
import { newWeb, read } from './sites.ts'

/** A world whose places say this, whatever they are asked; `asked` are the addresses of the searches. */
async function newPlaces(posts: Partial<Post>[] | Error, accounts: SearchAccount[] = []) {
  const asked: string[] = []
  const search: Searching = async ({ url }) => {
    asked.push(url)
    if (posts instanceof Error) throw posts
    const all = posts.map((post, at) => ({
      ...{
        id: `${at}`,
        url: `https://news.ycombinator.com/item?id=${at}`,
        title: '',
        text: '',
        author: 'ravi',
      },
      ...{ publishedAt: saturday - (at + 1) * hour, updatedAt: null },
      ...post,
    }))
    const feed = { id: url, title: '', url: null, updatedAt: null, posts: all }
    const found = {
      etag: null,
      lastModified: null,
      bodyHash: 'h',
      freshFor: null,
      url,
      moved: [],
      note: null,
    }
    return { ...found, unchanged: false, feed, offer: null }
  }
  const topics = [
    ...nimbus.topics,
    {
      name: 'Lampes',
      kind: 'theme' as const,
      query: readQuery('lampadaire OR veilleuse OR ampoul*'),
      text: 'lampadaire OR veilleuse OR ampoul*',
    },
  ]
  const teams = [{ ...nimbus, topics, ...(accounts.length > 0 ? { searchAccounts: accounts } : {}) }]
  return { ...(await newWeb({ teams, search: () => search })), asked }
}

test('a topic is searched for at a place, tried first, kept once somebody says so, paused and removed', async () => {
  const { mia, noor, store, waiting, asked } = await newPlaces([
    { text: 'La lampe nimbus grésille' },
    { text: 'nimbus et météo' },
  ])
  const shown = await mia.types('/sources ajouter lieu:hackernews sujet:nimbus')
  const words = read(shown)
  expect(words).toMatch(
    /^Pas encore gardée : Hacker News · Nimbus\nOn demande à Hacker News : nimbus météo|nimbus/,
  )
  expect(words).toContain('Sur ses 2 publications, 1 aurait été une mention : Nimbus 1.')
  expect(asked).toHaveLength(1)
  expect(await store.addedSources.list()).toEqual([])

  expect(read(await mia.presses('Garder', shown))).toContain(
    '2 publications classées sans bruit, 1 vous concerne',
  )
  expect((await waiting()).map(({ channel }) => channel)).toEqual(['veille'])
  const list = read(await noor.types('/sources'))
  expect(list).toContain('Search on Hacker News: nimbus')
  expect(list).toContain('Hacker News: 5,000 of 5,000 left per hour')
  expect(read(await mia.types('/sources ajouter lieu:"Hacker News" sujet:nimbus'))).toMatch(/déjà/)

  await mia.types('/sources suspendre "Hacker News · Nimbus"')
  expect((await store.feeds.health('nimbus'))[0]!.pausedAt).not.toBeNull()
  const exported = await mia.types('/sources exporter')
  expect(read(exported)).toContain('1 recherche n’y est pas')
  expect(exported.files).toEqual([])
  await mia.presses('Retirer', await mia.types('/sources retirer "Hacker News · Nimbus"'))
  expect(await store.addedSources.list()).toEqual([])
})

test('a topic that takes several searches is kept whole, and what cannot be looked for is said', async () => {
  const { mia, store } = await newPlaces([])
  const shown = await mia.types('/sources add place:hackernews topic:Lampes name:"HN lampes"')
  expect(read(shown)).toContain('Et 1 autre recherche pour couvrir tout le sujet')
  expect(read(shown)).toContain('Il ne sait pas chercher : ampoul*')
  await mia.presses('Garder', shown)
  expect((await store.addedSources.list()).map(({ name, url }) => [name, url])).toEqual([
    ['HN lampes', 'search:hackernews?q=lampadaire'],
    ['HN lampes 2', 'search:hackernews?q=veilleuse'],
  ])
})

test('what is missing is asked for, and secrets never in the chat', async () => {
  const { mia } = await newPlaces([])
  const says = async (line: string) => read(await mia.types(`/sources ajouter ${line}`))
  expect(await says('lieu:nulle-part sujet:Nimbus')).toMatch(
    /n’est pas un lieu où je sais chercher. Lieux : google-news,/,
  )
  expect(await says('lieu:hackernew sujet:Nimbus')).toMatch(/vouliez-vous dire lieu:hackernews/)
  expect(await says('lieu:gdelt sujet:Nimbus serveur:evil.example')).toMatch(/^GDELT est un lieu unique/)
  expect(await says('lieu:youtube sujet:Nimbus')).toMatch(/^YouTube ne se cherche pas par sujet/)
  expect(await says('lieu:Instagram sujet:Nimbus')).toMatch(/^Instagram ne laisse personne chercher/)
  expect(await says('lieu:reddit')).toMatch(/Quel sujet chercher sur Reddit/)
  expect(await says('lieu:mastodon sujet:Nimbus')).toMatch(/Dites lequel : serveur:piaille.fr/)
  expect(await says('lieu:bluesky sujet:Nimbus')).toMatch(/searches:.* jamais dans la messagerie/)
})

test('the account of the settings is used, on its server', async () => {
  const account = {
    place: 'mastodon' as const,
    base: 'https://mamot.fr',
    key: 'k1',
    handle: null,
    secrets: { token: 't' },
  }
  const { mia, asked } = await newPlaces([], [account])
  await mia.types('/sources ajouter lieu:mastodon sujet:Nimbus')
  await mia.types('/sources ajouter lieu:mastodon sujet:Nimbus serveur:piaille.fr')
  expect(asked).toEqual([
    'search:mastodon?account=k1&at=https%3A%2F%2Fmamot.fr&q=nimbus+-meteo',
    'search:mastodon?at=https%3A%2F%2Fpiaille.fr&tags=nimbus',
  ])
})

test('a place that does not answer is told as what it is', async () => {
  const values = { place: 'Reddit', seconds: 40 }
  const { mia } = await newPlaces(
    new Unavailable('x', { key: 'place.budget-spent', values, retryAfter: 40 * minute }),
  )
  const said = read(await mia.types('/sources ajouter lieu:reddit sujet:Nimbus'))
  expect(said).toMatch(/Reddit a été interrogé autant qu’il le permet : prochain essai dans 40 s/)
})

test('a search of the chat follows its topic, with its name, its folder and its pause', async () => {
  const { mia, store, time } = await newPlaces([])
  await mia.presses('Enregistrer', await mia.types('/watch add Lueur kind:competitor query:lueur'))
  const shown = await mia.types('/sources add place:hackernews topic:Lueur folder:Concurrents')
  await mia.presses('Garder', shown)
  await mia.types('/sources pause "Hacker News · Lueur"')

  const { teams, refresh } = await newLiveTeams([nimbus], store)
  const follow = newFollowing({
    store,
    teams,
    refresh,
    clock: () => time.now,
    log: pino({ level: 'silent' }),
  })
  const searches = async () =>
    (await store.addedSources.list()).map(({ name, url, folder, paused }) => [name, url, folder, paused?.by])
  await follow()
  expect(await searches()).toEqual([
    ['Hacker News · Lueur', 'search:hackernews?q=lueur', 'Concurrents', 'Mia'],
  ])

  await mia.presses('Enregistrer', await mia.types('/watch change lueur query:"lampe lueur" OR lueurs'))
  time.now += minute
  await follow()
  expect(await searches()).toEqual([
    ['Hacker News · Lueur', 'search:hackernews?q=%22lampe+lueur%22', 'Concurrents', 'Mia'],
    ['Hacker News · Lueur 2', 'search:hackernews?q=lueurs', 'Concurrents', 'Mia'],
  ])
  // Nobody can ask Hacker News for this: what is there stays.
  await mia.presses('Enregistrer', await mia.types('/watch change lueur query:lueu*'))
  time.now += minute
  await follow()
  expect(await searches()).toHaveLength(2)
})

test('with a new token in the settings, searches of the chat ask with the new one; what somebody removed stays removed', async () => {
  const account = (key: string) => ({
    ...{ place: 'mastodon' as const, base: 'https://mamot.fr', key, handle: null, secrets: { token: key } },
  })
  const { mia, store, time } = await newPlaces([], [account('old1')])
  await mia.presses('Garder', await mia.types('/sources ajouter lieu:mastodon sujet:Nimbus'))
  const addresses = async () => (await store.addedSources.list()).map(({ url }) => url)
  expect((await addresses()).length).toBeGreaterThan(0)
  expect(await addresses()).toEqual((await addresses()).filter((url) => url.includes('account=old1')))

  const started = async () => {
    const { teams, refresh } = await newLiveTeams([{ ...nimbus, searchAccounts: [account('new2')] }], store)
    const log = pino({ level: 'silent' })
    return newFollowing({ store, teams, refresh, clock: () => time.now, log })
  }
  const before = (await addresses()).length
  // Two processes start together.
  const both = await Promise.all([started(), started()])
  await Promise.all(both.map((follow) => follow()))
  expect(await addresses()).toHaveLength(before)
  expect(await addresses()).toEqual((await addresses()).filter((url) => url.includes('account=new2')))
})
