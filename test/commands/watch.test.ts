import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { newLiveTeams } from '../../src/live-teams.ts'
import { routeTo } from '../../src/model/route.ts'
import { newWorld, nimbus, read as readAsTyped } from '../world.ts'

const day = 86_400_000

/** A world in which Nimbus listens to a blog, and some posts of it are stored. */
async function newBlog(texts: string[] = [], { others = [] as string[] } = {}) {
  const world = await newWorld()
  const sources = ['Blog', ...others].map((name) => ({
    name,
    url: `https://${name.toLowerCase()}.example/feed`,
  }))
  await world.store.feeds.watch('nimbus', sources, world.time.now)
  const feed = await world.store.feeds.get('https://blog.example/feed')
  const blog = { source: `feed:${feed!.id}`, outlet: 'Le Blog' }
  await world.hear(
    texts.map((text) => world.post(text)),
    blog,
  )
  return { ...world, blog }
}

/** As it reads: French blanks that do not break look like any other. */
const read = (message: Message) => readAsTyped(message).replace(/[\u00a0\u202f]/g, ' ')

const labels = ({ buttons = [] }: Message) => buttons.map(({ label }) => label)

test('watch lists the topics with their kind, their query, their place or who added them', async () => {
  const at = { file: 'teams/nimbus/team.yaml', line: 12 }
  const [brand, ...others] = nimbus.topics
  const topics = [{ ...brand!, at, text: 'nimbus NOT météo' }, ...others]
  const { mia, noor, heard } = await newWorld({ teams: [{ ...nimbus, topics }] })
  await heard('Nimbus brille')
  await mia.presses(
    'Enregistrer',
    await mia.types('/veille ajouter Clairval type:concurrent requête:clairval'),
  )

  const all = read(await noor.types('/watch'))
  expect(all).toMatch(
    /^5 topics\nNimbus\nnimbus NOT météo\nbrand · teams\/nimbus\/team.yaml:12 \(changed in that file\) · 1 mention in 7 days\n/,
  )
  expect(all).toMatch(/Clairval\nclairval\ncompetitor · by Mia, 14:30 · 0 mentions in 7 days/)
  expect(all).toContain('/watch try <query> shows')
  expect(all).not.toContain('/watch add')
  expect(read(await mia.types('/veille clair'))).toMatch(/^1 sujet\nClairval\n/)
  expect(read(await mia.types('/watch'))).toContain('/veille ajouter')
  expect(read(await noor.types('/watch lumos'))).toMatch(/“lumos” is neither a topic nor something/)
})

test('a try shows what a query would have caught, where, since when, and what was not seen', async () => {
  const texts = ['Lumeo sort une lampe', 'Clairval aussi, selon Lumeo', 'Il pleut sur Lyon', 'Nimbus brille']
  const { noor, mia, store, time } = await newBlog(texts, { others: ['Gazette'] })
  time.now += 2 * day
  const feed = await store.feeds.get('https://gazette.example/feed')
  await store.feeds.failed(feed!.id, { words: 'broken' }, { now: time.now, nextAt: time.now + day })

  const tried = read(await noor.types('/watch try lumeo OR clairval'))
  expect(tried).toMatch(/^2 posts would have been caught\nTried: lumeo OR clairval\n/)
  expect(tried).toContain('It catches 2 of 4 posts of the last 2 days (since 21 Nov, 14:30).')
  expect(tried).toMatch(/Clairval aussi, selon Lumeo\nClairval, Lumeo/)
  expect(tried).toContain('By outlet: Le Blog 2')
  expect(tried).toContain('Posts that concern no topic are kept for 7 days. Nothing is stored of Gazette.')
  expect(tried).toContain('1 source cannot be read right now')
  expect(read(await mia.types('/veille essayer pleut'))).toContain(
    'Elle trouve 1 publication sur 4 entendues au cours des 2 derniers jours (depuis le 21 nov., 14:30).',
  )
})

test('what other teams hear is not tried on, and who wrote what concerned nobody is not known', async () => {
  const other = { ...nimbus, name: 'lumeo', title: 'Lumeo', people: [] }
  const { noor, store, hear, post, time } = await newWorld({ teams: [nimbus, other] })
  await store.feeds.watch('lumeo', [{ name: 'Secret', url: 'https://secret.example/feed' }], time.now)
  await store.feeds.watch('nimbus', [{ name: 'Blog', url: 'https://blog.example/feed' }], time.now)
  const source = async (url: string) => `feed:${(await store.feeds.get(url))!.id}`
  await hear([post('Un secret de Zoe', { author: 'Zoe' })], {
    source: await source('https://secret.example/feed'),
    teams: ['lumeo'],
  })
  await hear([post('Rien de secret', { author: 'Zoe' }), post('Nimbus, rien de secret', { author: 'Zoe' })], {
    source: await source('https://blog.example/feed'),
    teams: ['nimbus'],
  })
  expect(read(await noor.types('/watch try secret'))).toContain('It catches 2 of 2 posts')
  const byAuthor = read(await noor.types('/watch try author:zoe'))
  expect(byAuthor).toContain('It catches 1 of 2 posts')
  expect(byAuthor).toContain('`author:` was tried on mentions alone'.replaceAll('`', ''))
})

test('mentions that outlived the rest are counted apart', async () => {
  const { noor, time, hear, post, blog, store } = await newBlog(['Nimbus, une lampe', 'Une autre lampe'])
  time.now += 10 * day
  await store.posts.forget(time.now)
  await hear([post('Encore une lampe')], blog)
  const tried = read(await noor.types('/watch try lampe'))
  expect(tried).toContain('It catches 1 of 1 posts of the last day (since 14:30).')
  expect(tried).toContain(
    'It also catches 1 of 1 older posts, kept because they are mentions (since 21 Nov, 14:30).',
  )
})

test('a query that catches nothing says what each of its words finds, and what was perhaps meant', async () => {
  const { noor, mia } = await newBlog(['La lampe de chevet Brume', 'Une lampe Brume', 'Il pleut'])
  expect(read(await noor.types('/watch try brumme AND lampe'))).toContain(
    '⚠️ It catches nothing. By themselves: “brumme” nowhere, but “brume” in 2 posts, “lampe” in 2 posts.',
  )
  expect(read(await mia.types('/veille essayer "lampe Brume Pro"'))).toMatch(
    /« lampe Brume Pro » nulle part, « lampe » dans 2 publications, « brume » dans 2 publications, « pro » nulle part/,
  )
  const nothing = await (await newBlog()).noor.types('/watch try lueur')
  expect(read(nothing)).toContain('Nothing that was heard is stored')
  expect(read(nothing)).not.toContain('⚠️')
})

test('a query that catches more than anybody reads says so', async () => {
  const texts = Array.from(
    { length: 100 },
    (_, at) => `${at < 30 ? 'Une lampe' : 'La pluie'} tombe, numéro ${at}`,
  )
  const { noor, mia, time, hear, post, blog } = await newBlog(texts)
  expect(read(await noor.types('/watch try lampe'))).toMatch(
    /⚠️ That is a lot: 30 % of what is heard, about 30 a day/,
  )
  expect(read(await noor.types('/watch try 17'))).not.toContain('⚠️')
  // A first look brings what was said long ago: that is not what a day brings.
  time.now += day
  const old = Array.from({ length: 1_400 }, (_, at) =>
    post(`Le soleil ${at}`, { publishedAt: time.now - 400 * day }),
  )
  await hear(old, blog)
  const sun = read(await mia.types('/veille essayer soleil'))
  expect(sun).toMatch(/⚠️ C’est beaucoup.: 93.% de ce qui est entendu\. Au-delà/)
})

const telecom = [
  'Ce midi, le nouveau forfait Orange arrive avec la fibre',
  'Hier, l’opérateur Orange augmente son forfait mobile',
  'Panne de fibre chez Orange, dit l’opérateur',
  'On dit que le forfait Orange coûte cher',
  'La fibre de l’opérateur Orange est en panne',
  'Une orange pressée et du pain',
]
const weather = Array.from({ length: 60 }, (_, at) => `Il pleut encore sur la ville numéro ${at}`)

test('a name that is an everyday word is warned of, with the words that stand near it', async () => {
  const { noor, mia } = await newBlog([...telecom, ...weather])
  const tried = await noor.types('/watch try Orange')
  expect(read(tried)).toMatch(/“Orange” is also an everyday word/)
  const [, instead] = /keep those that mean you: (Orange AND \(.*\)) would have caught (\d)/.exec(
    read(tried),
  )!
  expect(instead).toMatch(/forfait/)
  expect(instead).toMatch(/opérateur/)
  expect(instead).not.toMatch(/pressée/)
  const again = await noor.presses('Try this one', tried)
  expect(again.instead).toBe(true)
  expect(read(again)).toMatch(/^5 posts would have been caught\nTried: Orange AND \(/)
  expect(read(again)).not.toContain('⚠️')

  expect(read(await mia.types('/veille essayer Carrefour OR zzz'))).toMatch(
    /« Carrefour » est aussi un mot courant/,
  )
  for (const fine of ['Orange AND forfait', '"Orange Business"', '@orange', 'lumeo'])
    expect(read(await noor.types(`/watch try ${fine}`)), fine).not.toContain('everyday')
  // A sector is named by everyday words, and that is right.
  expect(read(await mia.types('/watch add Agrumes kind:sector query:orange'))).not.toContain('mot courant')
})

test('a topic added in the chat finds the next post, and one that is removed none; its mentions stay', async () => {
  const { mia, noor, hear, heard, post, blog, store } = await newBlog(['Clairval recrute'])
  const tried = await mia.types(
    '/watch add "Clairval Lampes" kind:competitor query:clairval NOT (clinique OR lycée)',
  )
  expect(read(tried)).toMatch(
    /^Pas encore enregistré : Clairval Lampes\nRequête essayée.: clairval NOT \(clinique OR lycée\)/,
  )
  expect(labels(tried)).toEqual(['Enregistrer', 'Annuler'])
  await hear([post('Clairval, avant')], blog)
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 0 })

  const saved = await mia.presses('Enregistrer', tried)
  expect(saved.instead).toBe(true)
  expect(read(saved)).toMatch(/^Sujet surveillé : Clairval Lampes/)
  const id = await heard('Clairval sort une lampe')
  expect((await store.mentions.get('nimbus', id))!.topics).toMatchObject([
    { name: 'Clairval Lampes', kind: 'competitor' },
  ])
  expect(read(await noor.types('/mentions topic:clairval'))).toMatch(/^1 mention\n/)

  const ask = await mia.types('/veille retirer clairval lampes')
  expect(read(ask)).toMatch(/^Retirer Clairval Lampes.\?\n.*Ce qu’il a trouvé reste.: 1 mention en 7 jours/)
  expect(read(await mia.presses('Annuler', ask))).toBe('Rien n’a été modifié.')
  expect(read(await mia.presses('Retirer', ask))).toBe(
    'Sujet retiré : Clairval Lampes. Ses mentions restent.',
  )
  await hear([post('Clairval encore')], blog)
  expect(await store.mentions.count('nimbus', {})).toMatchObject({ all: 1 })
  expect(read(await mia.presses('Retirer', ask))).toMatch(
    /Le sujet Clairval Lampes n’existe plus.: Mia l’a retiré, 14:30/,
  )
})

test('a query that was tried becomes a topic with a name and a kind', async () => {
  const { mia, noor, heard } = await newBlog(['Lueur sort une lampe'])
  const tried = await mia.types('/watch try lueur')
  expect(labels(tried)).toEqual(['Surveiller'])
  expect(labels(await noor.types('/watch try lueur'))).toEqual([])
  expect(read(await mia.presses('Surveiller', tried, { name: 'Lueur', kind: 'x' }))).toMatch(
    /n’est pas un type de sujet/,
  )
  await mia.presses('Surveiller', tried, { name: 'Lueur', kind: 'competitor' })
  expect(await heard('Lueur encore')).toBe(1)
})

test('changing shows what is gained and lost beside the query so far', async () => {
  const { mia, heard } = await newBlog(['Lueur en panne', 'Lueur brille', 'Lueur et Brume', 'Brume du matin'])
  await mia.presses('Enregistrer', await mia.types('/watch add Lueur kind:competitor query:lueur'))
  const tried = await mia.types('/veille modifier lueur requête:brume')
  expect(read(tried)).toContain('Par rapport à la requête actuelle : 1 en commun, 1 de plus, 2 de moins.')
  await mia.presses('Enregistrer', tried)
  await expect(heard('Lueur, encore')).rejects.toThrow('heard 0')
  expect(await heard('Brume, encore')).toBe(1)
  expect(read(await mia.types('/watch change lueur query:brume'))).toMatch(/^Le sujet Lueur est déjà ainsi/)
  expect(read(await mia.types('/watch change lueur kind:brand'))).not.toContain('Par rapport')
})

test('what stands in the settings is read-only here, whatever the accents', async () => {
  const at = { file: 'teams/nimbus/team.yaml', line: 12 }
  const topics = nimbus.topics.map((topic) => ({ ...topic, at }))
  const { mia } = await newWorld({ teams: [{ ...nimbus, topics }] })
  const refused =
    /^Le sujet (Nimbus|Éclairage) est dans les réglages \(teams\/nimbus\/team.yaml:12\).: modifiez-le là/
  expect(read(await mia.types('/watch add eclairage kind:sector query:x'))).toMatch(refused)
  expect(read(await mia.types('/watch change NIMBUS query:x'))).toMatch(refused)
  expect(read(await mia.types('/watch remove nimbus'))).toMatch(refused)
})

test('two people with the same name at once: one is kept, the other is told who was faster', async () => {
  const teams = [{ ...nimbus, people: nimbus.people.map((one) => ({ ...one, role: 'admin' as const })) }]
  const { mia, noor, store } = await newWorld({ teams })
  const first = await mia.types('/watch add Lueur kind:brand query:lueur')
  const second = await noor.types('/watch add LUÉUR kind:theme query:lueurs')
  const [hers, other] = (
    await Promise.all([mia.presses('Enregistrer', first), noor.presses('Save', second)])
  ).map(read)
  const kept = await store.topics.list('nimbus')
  // Who is first is not ours to say.
  if (/^Sujet surveillé/.test(hers!)) {
    expect(other).toMatch(/^There is a topic Lueur already, by Mia, 14:30/)
    expect(kept).toMatchObject([{ name: 'Lueur', by: 'Mia', text: 'lueur' }])
    // Whoever presses twice has what they wanted; a draft is for who made it.
    expect(read(await mia.presses('Enregistrer', first))).toMatch(/^Sujet surveillé : Lueur/)
  } else {
    expect(hers).toMatch(/LUÉUR.*Noor/)
    expect(kept).toMatchObject([{ name: 'LUÉUR', by: 'Noor', text: 'lueurs' }])
  }
  expect(read(await noor.presses('Enregistrer', first))).toMatch(/I no longer remember it/)
})

test('a topic that another changes or removes while its try is open is not undone unseen', async () => {
  const teams = [{ ...nimbus, people: nimbus.people.map((one) => ({ ...one, role: 'admin' as const })) }]
  const { mia, noor, store } = await newWorld({ teams })
  await mia.presses('Enregistrer', await mia.types('/watch add Lueur kind:brand query:lueur'))
  const open = await mia.types('/watch change lueur query:lueur OR lueurs')
  await noor.presses('Save', await noor.types('/watch change lueur query:"lueur du soir"'))
  expect(read(await mia.presses('Enregistrer', open))).toMatch(
    /^Noor a modifié le sujet Lueur entre-temps, 14:30/,
  )
  const still = await mia.types('/watch change lueur query:lueur OR lueurs')
  await noor.presses('Remove', await noor.types('/watch remove lueur'))
  expect(read(await mia.presses('Enregistrer', still))).toMatch(
    /^Le sujet Lueur n’existe plus.: Noor l’a retiré, 14:30/,
  )
  expect(await store.topics.list()).toEqual([])
  expect(read(await mia.types('/watch change lueur query:x'))).toMatch(/Noor l’a retiré/)
})

test('names are one visible line, and never markup', async () => {
  const { mia, noor, time } = await newWorld()
  const add = async (name: string) => {
    time.now += 2_000
    return mia.types(`/watch add name:"${name}" kind:brand query:lueur`)
  }
  expect(read(await add('x'.repeat(300)))).toMatch(/ne convient pas comme nom.*80 caractères au plus/)
  expect(read(await add('\u200b\u2066'))).toMatch(/au moins une lettre ou un chiffre/)
  expect(read(await add('🔥'))).toMatch(/au moins une lettre ou un chiffre/)
  const tricky = '**Lueur** [ici](https://mal.example) @everyone'
  const tried = await add(`Lu\u200beur\u202e  ${tricky}`)
  expect(tried.title).toBe(`Pas encore enregistré\u00a0: Lueur ${tricky}`)
  await mia.presses('Enregistrer', tried)
  time.now += 60_000
  expect(read(await noor.types('/watch everyone'))).toContain(`Lueur ${tricky}`)
  expect(read(await mia.types('/watch remove lueur'))).toContain(tricky)
})

test('a mistake in a query is shown in its place, in a line and in a form', async () => {
  const { mia, noor } = await newWorld()
  const shown = async (answer: Promise<Message>) => (await answer).text
  expect(await shown(noor.types('/watch try nimbus OR (lampe'))).toMatch(
    /never closed.*\n> \/watch try nimbus OR \*\*\\\(\*\*lampe$/,
  )
  expect(await shown(mia.types('/veille ajouter Lueur requête:lueur ET foo:bar type:marque'))).toMatch(
    /\n> \/veille ajouter Lueur requête:lueur ET \*\*foo:\*\*bar type:marque$/,
  )
  expect(await shown(noor.types('/vigie watch try NOT nimbus'))).toMatch(
    /\n> \/vigie watch try \*\*NOT nimbus\*\*$/,
  )
  expect(await shown(noor.types('/watch try', { values: { query: 'lampe AND\nla*pe' } }))).toMatch(
    /the asterisk.*\n> lampe AND \*\*la\\\*pe\*\*$/,
  )
  expect(await shown(noor.types('/watch try "lampe'))).toMatch(
    /never closed.*\n> \/watch try \*\*"lampe\*\*$/,
  )
  expect(read(await mia.types('/watch add Lueur kind:fish query:lueur'))).toMatch(
    /« fish » n’est pas un type/,
  )
})

test('what is missing is asked for in a form', async () => {
  const { mia, noor } = await newWorld()
  const names = (line: string, who = mia) => who.before(line).form?.inputs.map(({ name }) => name)
  expect(names('/watch')).toBeUndefined()
  expect(names('/watch try', noor)).toEqual(['query'])
  expect(names('/watch try lumeo', noor)).toBeUndefined()
  expect(names('/watch add')).toEqual(['name', 'kind', 'query'])
  expect(names('/watch add Lueur type:marque')).toEqual(['query'])
  expect(names('/watch remove')).toEqual(['name'])
  expect(names('/watch change')).toBeUndefined()
  const tried = await mia.types('/watch add Lueur', {
    values: { kind: 'brand', query: 'lueur OR "lueur du soir"' },
  })
  await mia.presses('Enregistrer', tried)
  await mia.types('/watch')
  expect(names('/watch change')).toEqual(['name', 'kind', 'query'])
  expect(mia.before('/watch change lueur').form?.inputs).toMatchObject([
    { name: 'kind', value: 'brand' },
    { name: 'query', value: 'lueur OR "lueur du soir"' },
  ])
  expect(read(await mia.types('/watch add Lueurs', { values: { kind: 'brand' } }))).toBe(
    'Il manque « La requête ».',
  )
})

test('staff list and try; only admins change what is watched, and a button that leaked does not help', async () => {
  const { mia, noor, theo } = await newWorld()
  for (const line of ['add x kind:brand query:x', 'change nimbus query:x', 'remove nimbus'])
    expect(read(await noor.types(`/watch ${line}`)), line).toMatch(/the role “admin”/)
  expect(read(await theo.types('/watch'))).toMatch(/the role “staff”/)
  const tried = await mia.types('/watch add Lueur kind:brand query:lueur')
  expect(read(await noor.presses('Enregistrer', tried))).toMatch(/the role “admin”/)
})

test('a query that no longer reads stops nothing: it rests, and the list says why', async () => {
  const { store, mia, noor, time, hear, post } = await newWorld()
  const by = { by: 'Mia', at: time.now }
  const topic = { name: 'Vieux', key: 'vieux', kind: 'theme' as const, text: 'lampe AND (' }
  await store.topics.add('nimbus', topic, by)
  await newLiveTeams([nimbus], store)
  expect((await hear([post('Vieux, une lampe')])).mentions).toEqual({ nimbus: 0 })
  expect(read(await noor.types('/watch vieux'))).toMatch(
    /Vieux\nlampe AND \(\ntheme · by Mia, 14:30\n⚠️ Not watched, because its query no longer reads: the query ends too early/,
  )
  await mia.presses('Enregistrer', await mia.types('/watch change vieux query:vieux'))
  expect((await hear([post('Vieux, encore')])).mentions).toEqual({ nimbus: 1 })
})

test('a name that the settings take later wins there, and the one of the chat rests', async () => {
  const { store, noor, mia, time } = await newWorld()
  const by = { by: 'Mia', at: time.now }
  await store.topics.add('nimbus', { name: 'lumeo', key: 'lumeo', kind: 'brand', text: 'autre' }, by)
  const { teams } = await newLiveTeams([nimbus], store)
  expect(teams[0]!.topics.map(({ name }) => name)).toEqual(nimbus.topics.map(({ name }) => name))
  expect(read(await noor.types('/watch lumeo'))).toMatch(/the settings have a topic of this name now/)
  await mia.presses('Retirer', await mia.types('/watch remove lumeo'))
  expect(await store.topics.list()).toEqual([])
})

test('help explains watch with its verbs', async () => {
  const { mia, noor } = await newWorld()
  expect(read(await mia.types('/help watch'))).toMatch(/\/veille essayer <requête>\nEssayer une requête/)
  expect(read(await noor.types('/help watch'))).not.toContain('/watch add')
  expect(read(await mia.types('/help watch add'))).toMatch(/\/veille ajouter <nom> type: requête:/)
})

test('why does not blame a topic that was added after the post was heard', async () => {
  const { mia, noor, hear, post, blog, time } = await newBlog()
  const early = post('Lueur brille', { url: 'https://blog.example/early' })
  await hear([early], blog)
  time.now += 60_000
  await mia.presses('Enregistrer', await mia.types('/watch add Lueur kind:brand query:lueur NOT pluie'))
  time.now += 60_000
  await hear([post('Lueur de pluie', { url: 'https://blog.example/late' })], blog)
  expect(read(await noor.types('/why https://blog.example/early'))).toMatch(
    /none of your topics found it: [^.]*Éclairage\./,
  )
  expect(read(await noor.types('/why https://blog.example/late'))).toMatch(
    /none of your topics found it: [^.]*Lueur\./,
  )
})

test('a topic that no route leads to a channel is said to be told nowhere, tried and saved', async () => {
  const routes = [routeTo('alerts', { topics: ['Nimbus'] })]
  const { mia, hear, post, waiting } = await newWorld({ teams: [{ ...nimbus, routes }] })
  const trial = await mia.types('/veille ajouter nom:Solaris type:marque requête:solaris')
  expect(read(trial)).toMatch(/Aucune de vos routes ne mène de Solaris à un canal.*kinds: brand, to: watch/)
  const saved = await mia.presses('Enregistrer', trial)
  expect(read(saved)).toMatch(/ce sujet sera gardé, et signalé nulle part/)
  await hear([post('Solaris est une arnaque')])
  expect(await waiting()).toEqual([])
})

test('a topic of which routes tell a part says so, and one that they tell whole says nothing', async () => {
  const routes = [
    routeTo('alerts', { kinds: ['brand'], moods: ['negative'] }),
    routeTo('watch', { kinds: ['theme'] }),
  ]
  const { noor, mia } = await newWorld({ teams: [{ ...nimbus, routes }] })
  expect(read(await noor.types('/watch try solaris'))).not.toContain('routes')
  const adding = (kind: string) => mia.types(`/veille ajouter nom:Solaris type:${kind} requête:solaris`)
  expect(read(await adding('marque'))).toMatch(
    /Certaines mentions de Solaris ne suivront aucune de vos routes/,
  )
  expect(read(await adding('thème'))).not.toContain('routes')
})

test('a single word that stands nowhere, and sources that keep nothing, are said in a whole sentence', async () => {
  const { mia, store, time, hear, post } = await newWorld()
  await hear([post('Nimbus éclaire Lyon')], { source: 'feed:7' })
  await store.feeds.watch('nimbus', [{ name: 'Le Monde, économie', url: 'https://m.example/f' }], time.now)
  const one = read(await mia.types('/veille essayer zinzolin'))
  expect(one).toMatch(/Elle ne trouve rien\s: «\szinzolin\s» nulle part\./)
  expect(one).toMatch(/Rien n’est conservé de ces sources\s: Le Monde, économie\./)
  const two = read(await mia.types('/veille essayer zinzolin AND incarnat'))
  expect(two).toMatch(/Pris seuls\s: .*zinzolin.*, .*incarnat/)
})
