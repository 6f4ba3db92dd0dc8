import { describe, expect, test } from 'vitest'
import type { Team } from '../../src/model/team.ts'
import { day, hour, minute } from '../../src/model/time.ts'
import { nimbus } from '../world.ts'
import { feed, newWeb, read, rss } from './sites.ts'

const set = {
  name: 'Presse',
  kind: 'feed' as const,
  url: 'https://presse.example/flux',
  at: { file: 'teams/nimbus/team.yaml', line: 12 },
}

/** A world in which Mia added a blog, which was read. */
async function newBlog({ teams = [nimbus] as Team[] } = {}) {
  const web = await newWeb({ teams })
  const url = '<link>https://blog.example/nimbus</link>'
  web.served.set('/blog', feed(rss('Blog', ['Nimbus brille', 'Il pleut']).replace('<item>', `<item>${url}`)))
  for (const { name, sources } of teams)
    await web.store.feeds.watch(
      name,
      sources.flatMap((one) => (one.kind === 'feed' ? [{ ...one }] : [])),
      web.time.now,
    )
  await web.mia.presses('Garder', await web.mia.types(`/sources ajouter ${web.base}/blog`))
  await web.waiting()
  web.asked.length = 0
  const health = async (name = 'Blog') =>
    (await web.store.feeds.health('nimbus')).find((one) => one.name === name)!
  return { ...web, health }
}

describe('a source added in the chat', () => {
  test('is paused, and read again without ringing for what came meanwhile', async () => {
    const { mia, noor, served, asked, look, time, waiting, store } = await newBlog()
    expect(read(await mia.types('/sources suspendre blog'))).toMatch(
      /^Source suspendue : Blog\nElle n’est plus lue/,
    )
    expect(read(await mia.types('/sources pause Blog'))).toMatch(/déjà suspendue, depuis 14:30, par Mia/)
    expect(read(await noor.types('/sources'))).toMatch(
      /Blog\n⏸️ Paused since 14:30, by Mia. \/sources resume goes on.\nadded by Mia, 14:30/,
    )
    time.now += 3 * day
    served.set('/blog', feed(rss('Blog', ['Nimbus en panne', 'Nimbus brille', 'Il pleut'])))
    await look()
    expect(asked).toEqual([])

    expect(read(await mia.types('/sources reprendre Blog'))).toMatch(/^Lecture reprise : Blog\n/)
    await look()
    expect(asked).toEqual(['/blog'])
    expect(await waiting()).toEqual([])
    expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 2 })
    expect(read(await mia.types('/sources reprendre Blog'))).toMatch(/n’est pas suspendue/)

    served.set('/blog', feed(rss('Blog', ['Nimbus repart', 'Nimbus en panne'])))
    time.now += day
    await look()
    expect((await waiting()).map(({ message }) => message.items![0]!.title)).toEqual(['Nimbus repart'])
  })

  test('gets its own interval, from the last reading on', async () => {
    const { mia, noor, time, health, look, asked } = await newBlog()
    const read1 = (await health()).lastReadAt!
    expect(read(await mia.types('/sources intervalle Blog toutes:"5 min"'))).toMatch(
      /^Source modifiée : Blog\nIntervalle de lecture désormais : 5 min, sauf si le site/,
    )
    expect(await health()).toMatchObject({ every: 5 * minute, nextAt: read1 + 5 * minute })
    time.now += 5 * minute
    await look()
    expect(asked).toEqual(['/blog'])
    expect((await health()).nextAt).toBe(time.now + 5 * minute)
    expect(read(await noor.types('/sources blog'))).toContain('read every 5 min')

    await mia.types('/sources change Blog every:1day')
    time.now += 5 * minute
    await look()
    expect((await health()).nextAt).toBe(time.now + day)
    expect(read(await mia.types('/sources modifier Blog intervalle:auto'))).toContain('à son propre rythme')
    expect((await health()).every).toBeNull()
    expect(read(await mia.types('/sources modifier blog intervalle:30 min'))).toContain('désormais : 30 min')
    for (const [given, words] of [
      ['3 minutes', /« 3 minutes » : un intervalle va de/],
      ['1min', /« 1min » : un intervalle va de 5 min à 24 h/],
      ['2 jours', /un intervalle va de 5 min à 24 h/],
      ['souvent', /« souvent » n’est pas un intervalle ; écrivez par exemple 15 min/],
      ['-5min', /« -5min » n’est pas un intervalle/],
      ['15', /« 15 » n’est pas un intervalle/],
    ] as const)
      expect(read(await mia.types(`/sources modifier Blog intervalle:"${given}"`)), given).toMatch(words)
  })

  test('is renamed, unless another has the name; its folder changes as well', async () => {
    const { mia, store, served, base } = await newBlog({ teams: [{ ...nimbus, sources: [set] }] })
    served.set('/autre', feed(rss('Autre', ['Un'])))
    await mia.presses('Garder', await mia.types(`/sources ajouter ${base}/autre`))
    expect(read(await mia.types('/sources renommer Blog en:"Le blog de Zoé"'))).toMatch(
      /^Source modifiée : Le blog de Zoé\nElle s’appelait Blog\./,
    )
    expect(read(await mia.types('/sources renommer "le blog de zoe" en:PRESSE'))).toMatch(
      /La source Presse existe déjà/,
    )
    expect(read(await mia.types('/sources renommer "le blog de zoe" en:autre'))).toMatch(
      /La source Autre existe déjà/,
    )
    expect(read(await mia.types('/sources modifier "le blog" dossier:Amis'))).toContain('Dossier : Amis')
    // The same name written otherwise is free for its own.
    expect(read(await mia.types('/sources renommer "le blog" en:"LE BLOG DE ZOE"'))).toMatch(
      /^Source modifiée : LE BLOG/,
    )
    expect(read(await mia.types('/sources modifier "le blog" nom:"LE BLOG DE ZOE"'))).toMatch(
      /est déjà ainsi/,
    )
    expect((await store.addedSources.list()).map(({ name, folder }) => [name, folder])).toEqual([
      ['LE BLOG DE ZOE', 'Amis'],
      ['Autre', null],
    ])
    expect((await store.feeds.health('nimbus')).map(({ name }) => name)).toContain('LE BLOG DE ZOE')
  })

  test('is removed once somebody says so; its mentions stay, and it can come back', async () => {
    const { mia, noor, store, base, asked, look, time } = await newBlog()
    const ask = await mia.types('/sources retirer blog')
    expect(read(ask)).toMatch(/^Retirer Blog \?\nElle ne sera plus lue. .* : 2 publications en 7 jours/)
    expect(await store.addedSources.list()).toHaveLength(1)
    expect(read(await mia.presses('Retirer', ask))).toBe('Source retirée : Blog. Ses mentions restent.')
    expect(read(await mia.presses('Retirer', ask))).toMatch(/n’existe plus : Mia l’a retirée, 14:30/)
    expect(read(await mia.types('/sources retirer blog'))).toMatch(/n’existe plus : Mia l’a retirée/)
    time.now += hour
    await look()
    expect(asked).toEqual([])
    expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 1 })
    expect(read(await noor.types('/sources'))).toMatch(/^0 sources/)
    expect(read(await noor.types('/mentions'))).toContain('Nimbus brille')
    expect(read(await noor.types('/why https://blog.example/nimbus'))).toMatch(/Nimbus brille|Blog/)

    const kept = await mia.presses('Garder', await mia.types(`/sources ajouter ${base}/blog`))
    expect(read(kept)).toContain('2 publications classées sans bruit, 1 vous concerne')
  })
})

test('one that was added and cannot be read says what to type', async () => {
  const { mia, served, time, look } = await newBlog()
  served.delete('/blog')
  time.now += day
  await look()
  const list = read(await mia.types('/sources'))
  expect(list).toMatch(/Blog\n⚠️ Illisible depuis .*\(404\)/)
  expect(list).toMatch(/corrigez-la ou retirez-la \(\/sources retirer Blog\)\./)
  expect(list).toContain('ajoutée par Mia')
})

test('what stands in the settings is shown with its place, and changed there', async () => {
  const { mia, store } = await newBlog({ teams: [{ ...nimbus, sources: [set] }] })
  for (const verb of ['suspendre', 'reprendre', 'retirer'])
    expect(read(await mia.types(`/sources ${verb} presse`))).toMatch(
      /^La source Presse est dans les réglages \(teams\/nimbus\/team.yaml:12\) : modifiez-la là\./,
    )
  expect(read(await mia.types('/sources modifier pres nom:Autre'))).toMatch(/team.yaml:12/)
  expect(read(await mia.types('/sources suspendre gazette'))).toMatch(
    /Aucune source ajoutée ici ne s’appelle « gazette ». Il y a : Blog/,
  )
  expect(read(await mia.types('/sources'))).toMatch(
    /retirez-la \(teams\/nimbus\/team.yaml:12\).\nElle n’a jamais été lue.\nBlog/,
  )
  expect((await store.feeds.health('nimbus')).map(({ pausedAt }) => pausedAt)).toEqual([null, null])
})

test('a pause is of one team alone, and the shortest interval of two teams wins', async () => {
  const lumeo = {
    ...nimbus,
    ...{
      name: 'lumeo',
      title: 'Lumeo',
      channels: { ...nimbus.channels, alerts: { chat: 'local' as const, channel: 'l' } },
    },
    people: [],
  }
  const { mia, store, time, health, look, asked, waiting, served } = await newBlog({ teams: [nimbus, lumeo] })
  const [blog] = await store.addedSources.list()
  const doing = { by: 'Zoe', at: time.now }
  await store.together((store) =>
    store.addedSources.add('lumeo', [{ ...blog!, folder: null, every: 10 * minute }], doing),
  )
  await look()
  await waiting()
  await mia.types('/sources modifier Blog intervalle:1h')
  time.now += 2 * hour
  await look()
  expect((await health()).nextAt).toBe(time.now + 10 * minute)

  await mia.types('/sources suspendre Blog')
  served.set('/blog', feed(rss('Blog', ['Nimbus encore', 'Nimbus brille'])))
  time.now += 10 * minute
  asked.length = 0
  await look()
  expect(asked).toEqual(['/blog'])
  expect((await waiting()).map(({ channel }) => channel)).toEqual(['l'])
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 1 })

  await store.together((store) => store.addedSources.pause('lumeo', 'blog', doing))
  time.now += day
  asked.length = 0
  await look()
  expect(asked).toEqual([])
})

test('names of sources are offered while somebody types, those that the command can do something with', async () => {
  const { mia, bot, time } = await newBlog({ teams: [{ ...nimbus, sources: [set] }] })
  const offered = (line: string, typed: string) => {
    const [, command = '', text = ''] = /^\/(\S+)\s?(.*)$/u.exec(line)!
    const account = { chat: 'local' as const, workspace: 'local', user: 'mia' }
    const heard = { chat: 'local' as const, account, name: 'Mia', channel: 'veille', at: time.now }
    return bot
      .complete({ ...heard, kind: 'command', command, text }, 'source', typed)
      .map(({ value }) => value)
  }
  expect(offered('/sources', '')).toEqual(['Presse', 'Blog'])
  expect(offered('/sources suspendre', 'bl')).toEqual(['Blog'])
  expect(offered('/sources reprendre', '')).toEqual([])
  await mia.types('/sources suspendre Blog')
  expect(offered('/sources suspendre', '')).toEqual([])
  expect(offered('/sources reprendre', '')).toEqual(['Blog'])
  expect(offered('/sources retirer', '')).toEqual(['Blog'])
})

test('a form shows a source as it is', async () => {
  const { mia } = await newBlog()
  await mia.types('/sources modifier Blog intervalle:2h dossier:Amis')
  const form = mia.before('/sources modifier Blog').form!
  expect(form.inputs.map(({ name, value }) => [name, value])).toEqual([
    ['name', 'Blog'],
    ['every', '2\u00a0h'],
    ['folder', 'Amis'],
  ])
  const values = { name: 'Blog', every: '2\u00a0h', folder: 'Famille' }
  expect(read(await mia.types('/sources modifier Blog', { values }))).toContain('Dossier : Famille')
})

test('many sources are turned page by page, and narrowed by a name', async () => {
  const { mia, noor, store, time } = await newBlog()
  const many = Array.from({ length: 45 }, (_, nth) => {
    const name = `Gazette ${String(nth + 1).padStart(2, '0')}`
    return { name, key: name.toLowerCase(), url: `https://g${nth}.example/f`, folder: null, every: null }
  })
  await store.together((store) => store.addedSources.add('nimbus', many, { by: 'Mia', at: time.now }))
  const first = await mia.types('/sources')
  expect(first.title).toBe('46 sources')
  expect(first.items).toHaveLength(20)
  const second = await mia.presses('Suivantes', first)
  expect(second.items![0]!.title).toBe('Gazette 20')
  expect((await mia.presses('Suivantes', second)).items).toHaveLength(6)
  expect((await mia.presses('Précédentes', second)).items!.map(({ title }) => title)).toEqual(
    first.items!.map(({ title }) => title),
  )
  expect((await noor.types('/sources gazette 12')).items!.map(({ title }) => title)).toEqual(['Gazette 12'])
  expect(read(await noor.types('/sources lumos'))).toMatch(
    /“lumos” is neither a source nor something \/sources can do/,
  )
})

test('a button to remove one removes that one, whatever it is called by now', async () => {
  const { mia, noor, store, served, base } = await newBlog()
  served.set('/autre', feed(rss('Autre', ['Nimbus brille'])))
  const names = async () => (await store.addedSources.list('nimbus')).map(({ name }) => name)
  const asked = await mia.types('/sources retirer Blog')
  await mia.types('/sources modifier Blog nom:Ancien')
  await mia.presses('Garder', await mia.types(`/sources ajouter ${base}/autre nom:Blog`))
  expect(read(await mia.presses('Retirer', asked))).toMatch(
    /^Source retirée : Ancien. Ses mentions restent.\nElle s’appelait Blog\.$/,
  )
  expect(await names()).toEqual(['Blog'])
  // Who presses again is told that it is gone; the other one stays.
  expect(read(await mia.presses('Retirer', asked))).not.toContain('Source retirée')
  expect(await names()).toEqual(['Blog'])
  expect(read(await noor.types('/sources'))).toContain('Blog')
})

test('a source that the settings name since is changed there, by whichever name', async () => {
  const { mia, store, time } = await newBlog({ teams: [{ ...nimbus, sources: [set] }] })
  const { url } = set
  await store.together((store) =>
    store.addedSources.add('nimbus', [{ name: 'Journal', key: 'journal', url, folder: null, every: null }], {
      by: 'Mia',
      at: time.now,
    }),
  )
  for (const verb of ['suspendre', 'retirer'])
    expect(read(await mia.types(`/sources ${verb} Presse`)), verb).toContain('teams/nimbus/team.yaml:12')
  for (const verb of ['suspendre', 'reprendre', 'retirer'])
    expect(read(await mia.types(`/sources ${verb} Journal`)), verb).not.toMatch(/^(?:Source|Lecture|Retirer)/)
  expect((await store.addedSources.list('nimbus')).map(({ name, paused }) => [name, paused])).toEqual([
    ['Blog', null],
    ['Journal', null],
  ])
})
