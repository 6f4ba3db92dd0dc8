import { describe, expect, test } from 'vitest'
import type { Door } from '../../src/http.ts'
import { minute } from '../../src/model/time.ts'
import { hasNone } from '../../src/sources/known-sites.ts'
import { newWorld, nimbus } from '../world.ts'
import { feed, link, newWeb, page, read, redirect, rss } from './sites.ts'

const journal = rss(
  'Le Journal',
  [
    {
      title: 'Nimbus sort une lampe',
      at: '2026-11-21T10:00Z',
      text: 'La lampe Nimbus arrive dans les magasins.',
    },
    { title: 'Il pleut sur Lyon', at: '2026-11-20T10:00Z', text: 'La météo du jour, sans surprise.' },
    { title: 'Le prix du pain augmente', at: '2026-11-19T10:00Z' },
    { title: 'Une lampe Lumeo', at: '2026-11-18T10:00Z' },
  ],
  '<language>fr-FR</language>',
)

test('a site is asked for its feed, shown with what would have matched, and kept once somebody says so', async () => {
  const { mia, noor, served, base, store, waiting, look, time } = await newWeb()
  served.set('/', page(link('/flux.xml', 'Le Journal')))
  served.set('/flux.xml', feed(journal))

  const shown = await mia.types(`/sources ajouter <${base}/>`)
  const words = read(shown)
  expect(words).toMatch(/^Pas encore gardée : Le Journal\nSon flux : http:\/\/127.0.0.1:\d+\/flux.xml\n/)
  expect(words).toContain('Sur ses 4 publications, 2 auraient été des mentions : Nimbus 1, Lumeo 1.')
  expect(words).toMatch(/Nimbus sort une lampe\nLa lampe Nimbus arrive dans les magasins.\nNimbus\n/)
  expect(words).toMatch(/Il pleut sur Lyon\nLa météo du jour, sans surprise.\naucun de vos sujets\n/)
  expect(shown.items).toHaveLength(3)
  expect(words).toMatch(/Rythme: environ 1 publication par jour · dernière : 11:00\nLangue: français/)
  expect(shown.quiet).toBe(true)
  expect(await store.addedSources.list()).toEqual([])

  const kept = await mia.presses('Garder', shown)
  expect(read(kept)).toBe(
    'Nouvelle source : Le Journal\n4 publications classées sans bruit, 2 vous concernent. Désormais, je vous signale ce qui est nouveau.',
  )
  // Nothing rings; the watch channel is told once how much was filed.
  expect((await waiting()).map(({ channel, message }) => [channel, message.title])).toEqual([
    ['veille', 'Première lecture d’une source'],
  ])
  expect(read(await noor.types('/sources'))).toMatch(
    /^1 source\nLe Journal\nRead at 14:30, next look .*\n4 posts in 7 days, 2 about you\nadded by Mia, 14:30/,
  )

  served.set(
    '/flux.xml',
    feed(journal.replace('<item>', '<item><title>Nimbus est en panne</title></item><item>')),
  )
  time.now += 3_600_000
  await look()
  expect((await waiting()).map(({ message }) => message.items![0]!.title)).toEqual(['Nimbus est en panne'])
})

test('who says no keeps nothing, and only an admin may add', async () => {
  const { mia, noor, served, base, store } = await newWeb()
  served.set('/flux.xml', feed(journal))
  const shown = await mia.types(
    `/sources add ${base}/flux.xml name:Presse folder:"Presse locale" every:"15 min"`,
  )
  expect(shown.title).toContain('Presse')
  expect(read(await mia.presses('Non merci', shown))).toBe('Rien n’a été modifié.')
  expect(await store.addedSources.list()).toEqual([])
  expect(read(await noor.types(`/sources add ${base}/flux.xml`))).toMatch(/admin/)

  await mia.presses('Garder', shown)
  expect(await store.addedSources.list()).toMatchObject([
    { name: 'Presse', folder: 'Presse locale', every: 900_000, by: 'Mia', url: `${base}/flux.xml` },
  ])
  // Pressed twice it is there once.
  expect(read(await mia.presses('Garder', shown))).toContain('Nouvelle source : Presse')
  expect(await store.addedSources.list()).toHaveLength(1)
})

describe('where a feed is found', () => {
  test('a page with several feeds asks which one; the same one in another format is no choice', async () => {
    const { mia, served, base, store } = await newWeb()
    served.set(
      '/',
      page(
        [
          link('/une/rss.xml', 'À la une'),
          link('/une/atom.xml', 'À la une (Atom)', 'application/atom+xml'),
          link('/culture/feed', 'Culture'),
          link('/comments/feed', 'Commentaires'),
        ].join(''),
      ),
    )
    served.set('/une/rss.xml', feed(journal))
    served.set('/culture/feed', feed(rss('Culture', ['Un film'])))
    const choice = await mia.types(`/sources ajouter ${base}`)
    expect(read(choice)).toMatch(/propose 3 flux\nLequel voulez-vous suivre/)
    const [menu] = choice.selects!
    expect(menu!.choices!.map(({ label }) => label)).toEqual([
      'À la une · /une/rss.xml',
      'Culture · /culture/feed',
      'Commentaires · /comments/feed',
    ])
    expect(menu!.choices![1]!.value.length).toBeLessThanOrEqual(60)
    const shown = await mia.chooses(undefined as never, menu!.choices![1]!.value, choice)
    expect(read(shown)).toMatch(/^Pas encore gardée : Culture/)
    expect(shown.selects![0]!.label).toBe('2 autres flux de cette page')
    await mia.presses('Garder', shown)
    expect((await store.addedSources.list()).map(({ url }) => url)).toEqual([`${base}/culture/feed`])
  })

  test('of more feeds than a menu holds it says how many it leaves out', async () => {
    const { mia, served, base } = await newWeb()
    const names = Array.from({ length: 28 }, (_, at) => `Rubrique ${String.fromCharCode(97 + at)}${at}`)
    served.set('/', page(names.map((name) => link(`/${name.replace(' ', '-')}/feed`, name)).join('')))
    const choice = await mia.types(`/sources ajouter ${base}`)
    expect(choice.selects![0]!.choices).toHaveLength(25)
    expect(read(choice)).toMatch(/Et 3 autres, que le menu ne peut pas contenir : donnez/)
  })

  test('comments beside the only feed do not ask anything', async () => {
    const { mia, served, base } = await newWeb()
    served.set(
      '/blog/',
      page(link('/blog/comments/feed/', 'Blog » Comments Feed') + link('/blog/feed/', 'Blog » Feed')),
    )
    served.set('/blog/feed/', feed(rss('Blog', ['Un', 'Deux'])))
    const shown = await mia.types(`/sources ajouter ${base}/blog/`)
    expect(read(shown)).toMatch(/^Pas encore gardée : Blog\n/)
    expect(shown.selects![0]!.label).toBe('1 autre flux de cette page')
  })

  test('a site that names none is tried where feeds usually are, a few times at most', async () => {
    const { mia, served, base, asked } = await newWeb()
    served.set(
      '/',
      page('<title>Blog</title><!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->'),
    )
    served.set('/rss', feed(rss('Blog', ['Un'])))
    expect(read(await mia.types(`/sources ajouter ${base}`))).toMatch(/^Pas encore gardée : Blog\n/)
    expect(asked).toEqual(['/', '/feed', '/rss'])

    served.set('/nulle/part/', page('<title>Rien</title>'))
    served.delete('/rss')
    asked.length = 0
    const none = read(await mia.types(`/sources ajouter ${base}/nulle/part/`))
    expect(none).toMatch(/^Rien n’a été ajouté\nJe n’ai trouvé aucun flux sur 127.0.0.1:\d+ : .* lien RSS/)
    expect(asked).toEqual([
      '/nulle/part/',
      '/nulle/part/feed',
      ...['/feed', '/rss', '/atom.xml', '/rss.xml', '/feed.xml', '/index.xml'],
    ])
  })

  test('a site that does not want to be asked is not asked further', async () => {
    const { mia, served, base, asked } = await newWeb()
    served.set('/', page(''))
    served.set('/feed', (_request, response) => void response.writeHead(429).end())
    expect(read(await mia.types(`/sources ajouter ${base}`))).toContain('aucun flux')
    expect(asked).toEqual(['/', '/feed'])
  })

  test('a profile of a Mastodon server has its feed beside it, and links shown to people count too', async () => {
    const { mia, served, base } = await newWeb()
    served.set('/@zoe', page('<title>Zoe</title>'))
    served.set('/@zoe.rss', feed(rss('Zoe', ['Nimbus, bof'])))
    expect(read(await mia.types(`/sources ajouter ${base}/@zoe`))).toMatch(
      /^Pas encore gardée : Zoe\nSon flux : .*@zoe.rss/,
    )
    served.set('/asso', page('', '<a href="/asso/flux.rss">RSS</a>'))
    served.set('/asso/flux.rss', feed(rss('Asso', ['Un'])))
    expect(read(await mia.types(`/sources ajouter ${base}/asso`))).toMatch(/^Pas encore gardée : Asso/)
  })

  test('what leads nowhere is no choice', async () => {
    const { mia, served, base } = await newWeb()
    const odd = ['http://', 'mailto:zoe@example.org', 'javascript:alert(1)', 'feed:', '', '//', '\\\\'].map(
      (href) => link(href),
    )
    served.set(
      '/',
      page(`${odd.join('')}${link(`feed:${base}/flux.xml`)}<link rel="alternate" hreflang="en" href="/en">`),
    )
    served.set('/flux.xml', feed(journal))
    expect(read(await mia.types(`/sources ajouter ${base}`))).toMatch(/^Pas encore gardée : Le Journal\n/)
  })

  test('a move for good is learned at once, another one is not', async () => {
    const { mia, served, base, store } = await newWeb()
    served.set('/vieux', redirect('/neuf.xml'))
    served.set('/neuf.xml', feed(rss('Neuf', ['Un'])))
    await mia.presses('Garder', await mia.types(`/sources ajouter ${base}/vieux`))
    served.set('/ici', redirect('/ailleurs.xml', 302))
    served.set('/ailleurs.xml', feed(rss('Ici', ['Un'])))
    await mia.presses('Garder', await mia.types(`/sources ajouter ${base}/ici`))
    expect((await store.addedSources.list()).map(({ url }) => url)).toEqual([
      `${base}/neuf.xml`,
      `${base}/ici`,
    ])
  })

  test('an address is taken as it was pasted', async () => {
    const { mia, served, base } = await newWeb()
    const bare = base.replace('http://', '')
    served.set('/flux.xml', feed(journal))
    for (const pasted of [
      `feed:${base}/flux.xml`,
      `feed://${bare}/flux.xml`,
      `${bare}/flux.xml`,
      `« ${base}/flux.xml ».`,
      `regarde (${base}/flux.xml) !`,
      `[Le Journal](${base}/flux.xml)`,
      `<${base}/flux.xml|127.0.0.1>`,
      `<link rel="alternate" href="${base}/flux.xml">`,
      `view-source:${base}/flux.xml`,
      `adresse:${base}/flux.xml nom:Test`,
    ])
      expect(read(await mia.types(`/sources ajouter ${pasted}`)), pasted).toMatch(/^Pas encore gardée : /)
  }, 30_000)
})

describe('what cannot be added says why, and what to do', () => {
  const cases: [string, RegExp][] = [
    ['/403', /ne nous laisse pas entrer \(403\)\.\nLe site refuse les programmes/],
    ['/404', /n’a rien à cette adresse \(404\) : vérifiez-la/],
    ['/401', /demande un nom et un mot de passe \(401\) : prenez un flux ouvert à tous/],
    ['/500', /problème de son côté \(500\)\.\nOuvrez-la dans un navigateur/],
    ['/login', /demande un mot de passe : Vigie ne lit que ce qui est ouvert à tous/],
    ['/huge', /la réponse dépasse 10 MB\.\nCherchez un lien RSS/],
    ['/lost', /La page donne http:\/\/127\.0\.0\.1:\d+\/noflux comme son flux, mais il n’y en a pas/],
    ['/round', /redirige plus de 5 fois\.\nCherchez/],
  ]
  test.for(cases)('%s', async ([path, words]) => {
    const { mia, served, base, store } = await newWeb()
    for (const status of [401, 403, 500])
      served.set(`/${status}`, (_request, response) => void response.writeHead(status).end('no'))
    served.set('/login', page('', '<form><input name="p" type="password"></form>'))
    served.set('/huge', (_request, response) => void response.end(Buffer.alloc(11 * 2 ** 20, 97)))
    served.set('/lost', page(link('/noflux')))
    served.set('/noflux', page('<title>Non</title>'))
    served.set('/round', redirect('/round', 302))
    const said = read(await mia.types(`/sources ajouter ${base}${path}`))
    expect(said).toMatch(/^Rien n’a été ajouté\n/)
    expect(said).toMatch(words)
    expect(said).toContain(`Adresse demandée : ${base}${path}`)
    expect(await store.addedSources.list()).toEqual([])
  })

  test('a private address is refused, and nothing reaches it', async () => {
    const { mia, served, base, asked } = await newWeb({ allow: [] })
    served.set('/', page(link('/flux.xml')))
    expect(read(await mia.types(`/sources ajouter ${base}`))).toMatch(/adresse privée .* VIGIE_ALLOW_PRIVATE/)
    expect(asked).toEqual([])
  })

  test('a page that leads to a private address does not get Vigie there', async () => {
    const { mia, served, base } = await newWeb()
    served.set('/', page(link('http://10.0.0.1/flux.xml')))
    expect(read(await mia.types(`/sources ajouter ${base}`))).toMatch(/10.0.0.1 est une adresse privée/)
  })

  test('what is no address of the web is shown as it was typed', async () => {
    const { mia } = await newWeb()
    expect(read(await mia.types('/sources ajouter le blog de Zoe'))).toMatch(
      /« le blog de Zoe » ne contient pas d’adresse web/,
    )
    expect(read(await mia.types('/sources ajouter ftp://exemple.org/flux'))).toMatch(
      /commence par « ftp: », qui ne mène pas/,
    )
    expect(read(await mia.types('/sources ajouter javascript:alert(1)'))).toMatch(
      /commence par « javascript: »|ne contient pas/,
    )
    expect(read(await mia.types('/sources add 12'))).toMatch(/« 12 » ne contient pas/)
  })

  test('a network that offers no feeds is not even asked', async () => {
    const { mia } = await newWeb()
    for (const address of ['https://www.instagram.com/nimbus/', 'x.com/nimbus'])
      expect(read(await mia.types(`/sources ajouter ${address}`))).toMatch(
        /ne propose pas de flux. Ajoutez les publications une à une avec \/mention ajouter/,
      )
    expect(['https://lemonde.fr', 'https://box.com/x', 'https://netflix.com/'].some(hasNone)).toBe(false)
  })
})

test('a feed that is watched already is said, however its address is written', async () => {
  const set = {
    ...{ name: 'Presse', kind: 'feed' as const, at: { file: 'teams/nimbus/team.yaml', line: 12 } },
    url: 'https://www.presse.example/flux/',
  }
  const { mia, served, base, asked } = await newWeb({ teams: [{ ...nimbus, sources: [set] }] })
  for (const given of [
    'presse.example/flux',
    'http://www.presse.example/flux',
    'https://presse.example/flux/#top',
  ])
    expect(read(await mia.types(`/sources ajouter ${given}`))).toBe(
      'Ce flux est déjà suivi : Presse, dans les réglages (teams/nimbus/team.yaml:12).',
    )
  expect(asked).toEqual([])

  served.set('/', page(link('/flux.xml')))
  served.set('/flux.xml', feed(journal))
  const twice = [
    await mia.types(`/sources ajouter ${base}`),
    await mia.types(`/sources ajouter ${base} nom:Autre`),
  ]
  await mia.presses('Garder', twice[0]!)
  expect(read(await mia.presses('Garder', twice[1]!))).toBe(
    'Ce flux est déjà suivi : Le Journal, ajoutée par Mia, 14:30.',
  )
  expect(read(await mia.types(`/sources ajouter ${base}/flux.xml/`))).toMatch(/déjà suivi : Le Journal/)
  expect(read(await mia.types(`/sources ajouter ${base}`))).toMatch(/déjà suivi : Le Journal/)
  expect(read(await mia.types(`/sources ajouter ${base} nom:presse`))).toMatch(/La source Presse existe déjà/)
})

test('a feed that moved since is known by its new address too', async () => {
  const { mia, served, base, time, look } = await newWeb()
  served.set('/vieux', feed(journal))
  await mia.presses('Garder', await mia.types(`/sources ajouter ${base}/vieux`))
  served.set('/vieux', redirect('/neuf'))
  served.set('/neuf', feed(journal))
  for (let reading = 0; reading < 4; reading++) {
    time.now += 86_400_000
    await look()
  }
  expect(read(await mia.types(`/sources ajouter ${base}/neuf`))).toMatch(/déjà suivi : Le Journal/)
})

test('a second feed of the same title gets a name of its own', async () => {
  const { mia, served, base, store } = await newWeb()
  for (const path of ['/a', '/b']) {
    served.set(path, feed(journal))
    await mia.presses('Garder', await mia.types(`/sources ajouter ${base}${path}`))
  }
  expect((await store.addedSources.list()).map(({ name }) => name)).toEqual(['Le Journal', 'Le Journal 2'])
})

test('without an address a form asks for one; an answer that is a day old is asked again', async () => {
  const { mia, served, base, time } = await newWeb()
  served.set('/flux.xml', feed(journal))
  expect(mia.before('/sources ajouter').form!.inputs.map(({ name }) => name)).toEqual(['address', 'name'])
  const shown = await mia.types('/sources ajouter', {
    values: { address: `${base}/flux.xml`, name: 'Presse' },
  })
  expect(shown.title).toContain('Presse')
  time.now += 90_000_000
  await new Promise((done) => setImmediate(done))
  const wrong = await mia.types('/sources ajouter', { values: { address: '', name: 'x' } })
  expect(read(wrong)).toMatch(/Donnez une adresse, ou un lieu/)
})

test('a host that answers once a minute is not asked again as soon as its feed is kept', async () => {
  const answer = { status: 200, headers: {}, body: Buffer.from(journal), moved: [] }
  const door = { get: async (url: string) => ({ ...answer, url }) } as unknown as Door
  const { mia, store, time } = await newWorld({ door })
  await mia.presses('Garder', await mia.types('/sources ajouter https://www.reddit.com/r/lampes'))
  const [source] = await store.feeds.health('nimbus')
  expect(source!.nextAt - time.now).toBe(minute)
  const claim = () => store.feeds.claim('one', time.now, { leasedUntil: time.now + minute, most: 9 })
  expect(await claim()).toEqual([])
  time.now += minute + 1
  expect(await claim()).toHaveLength(1)
})

test('words about a source that was not added end where an address ends', async () => {
  const { mia, served, base } = await newWeb()
  served.set('/', page(link('/feed')))
  served.set('/feed', page('<p>Rien</p>'))
  expect(read(await mia.types(`/sources ajouter ${base}`))).not.toMatch(/https?:\S+\.(?:\s|$)/)
  expect(read(await mia.types('/sources ajouter gopher://a.example'))).toContain(
    '« gopher: », qui ne mène pas',
  )
})
