import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { nimbus } from '../world.ts'
import { feed, newWeb, read, rss } from './sites.ts'

const outline = (name: string, url: string) => `<outline type="rss" text="${name}" xmlUrl="${url}"/>`
const opml = (...lines: string[]) =>
  `<?xml version="1.0"?>\n<opml version="2.0"><body>\n${lines.join('\n')}\n</body></opml>`

const fileOf = ({ files = [] }: Message, nth = 0) => Buffer.from(files[nth]!.base64, 'base64').toString()

test('the sources of another reader come in from an address, after a look at them', async () => {
  const { mia, noor, served, base, store, look, waiting } = await newWeb()
  served.set('/a', feed(rss('A', ['Nimbus brille'])))
  served.set('/b', feed(rss('B', ['Il pleut', 'Il neige'])))
  served.set(
    '/abonnements.opml',
    feed(
      opml(
        '<outline text="Presse">',
        outline('Journal A', `${base}/a`),
        outline('Journal B', `${base}/b`),
        outline('Encore A', `${base}/a/`),
        '</outline>',
        outline('Perdu', 'file:///etc/passwd'),
        '<outline text="Vide"/>',
      ),
    ),
  )
  expect(read(await noor.types(`/sources import ${base}/abonnements.opml`))).toMatch(/admin/)
  const plan = await mia.types(`/sources importer ${base}/abonnements.opml`)
  expect(read(plan)).toBe(
    [
      '2 sources à importer',
      'Nouvelles : Journal A, Journal B.',
      'Elles sont dans 1 dossier, qui reste.',
      '1 figure deux fois dans le fichier.',
      '⚠️ 2 lignes sont laissées de côté :',
      'ligne 8 : « file:///etc/passwd » n’est pas une adresse web ; elle devrait commencer par https:// ou http://',
      'ligne 9 : « Vide » ne nomme aucun flux : xmlUrl manque',
      'Aucune n’a encore été ouverte : /sources nommera celles qui sont illisibles.',
    ].join('\n'),
  )
  expect(await store.addedSources.list()).toEqual([])
  const done = await mia.presses('Importer 2 sources', plan)
  expect(read(done)).toMatch(/^2 sources importées\nElles sont lues l’une après l’autre .* #veille/)
  expect((await store.addedSources.list()).map(({ name, folder, by }) => [name, folder, by])).toEqual([
    ['Journal A', 'Presse', 'Mia'],
    ['Journal B', 'Presse', 'Mia'],
  ])
  await look()
  const told = await waiting()
  expect(told.map(({ channel, message }) => [channel, message.title])).toEqual([
    ['veille', 'Première lecture de 2 sources'],
  ])
  expect(read(told[0]!.message)).toContain('3 publications classées, 1 vous concerne')

  const again = await mia.types(`/sources importer ${base}/abonnements.opml`)
  expect(read(again)).toMatch(
    /^0 source à importer\nIl n’y a rien de nouveau dans ce fichier.\n2 sont déjà suivies\./,
  )
  expect(again.buttons).toEqual([])
  // Who pressed twice imports nothing twice.
  expect(read(await mia.presses('Importer 2 sources', plan))).toMatch(
    /^0 source importée\n[\s\S]*2 sont déjà suivies/,
  )
})

test('a source whose name was taken between the look and the press gets another one', async () => {
  const { mia, store, served, base, look } = await newWeb()
  const plan = await mia.types(
    `/sources importer ${opml(outline('Journal', 'https://un.example/f')).replace(/\n/g, ' ')}`,
  )
  served.set('/j', feed(rss('Journal', ['x'])))
  await mia.presses('Garder', await mia.types(`/sources ajouter ${base}/j`))
  const done = read(await mia.presses('Importer 1 source', plan))
  expect(done).toMatch(/^1 source importée\nElle/)
  expect(done).not.toContain('déjà suivie')
  const all = async () => (await store.addedSources.list('nimbus')).map(({ name, url }) => [name, url])
  expect(await all()).toEqual([
    ['Journal', `${base}/j`],
    ['Journal 2', 'https://un.example/f'],
  ])
  const again = read(await mia.presses('Importer 1 source', plan))
  expect(again).toMatch(/^0 source importée\n1 /)
  expect(again).not.toContain('sont lues')
  expect(await all()).toHaveLength(2)
  await look()
})

test('a text can be pasted, in the line or in a form; many mistakes go into a file', async () => {
  const { mia, store } = await newWeb()
  const pasted = opml(
    outline('Un blog « à "moi" »'.replaceAll('"', '&quot;'), 'https://blog.example/f'),
  ).replace(/\n/g, ' ')
  const plan = await mia.types(`/sources import ${pasted}`)
  expect(read(plan)).toContain('Nouvelles : Un blog « à "moi" ».')
  expect(mia.before('/sources importer').form!.inputs[0]).toMatchObject({ name: 'from', kind: 'text' })
  const cut = await mia.types('/sources importer', {
    values: { from: opml(outline('A', 'https://a.example/f')).replace('</opml>', '') },
  })
  expect(read(cut)).toMatch(/La fin du fichier manque : .* `?vigie import/)
  expect(read(plan)).not.toContain('La fin du fichier')
  const wrong = Array.from({ length: 30 }, (_, at) => outline(`n° ${at}`, 'nulle part'))
  const many = await mia.types('/sources importer', { values: { from: opml(...wrong) } })
  expect(read(many)).toContain('… et 20 autres, dans le fichier joint.')
  expect(many.files!.map(({ name, type }) => [name, type])).toEqual([['opml.txt', 'text/plain']])
  expect(fileOf(many).replace(/\u00a0/g, ' ')).toMatch(/^ligne 3 : « nulle part »[\s\S]*\nligne 32 : /)
  await mia.presses('Non merci', plan)
  expect(await store.addedSources.list()).toEqual([])
})

test('a thousand feeds come in at once, and soon', async () => {
  const { mia, store } = await newWeb()
  const lines = Array.from({ length: 1000 }, (_, at) => outline(`Flux ${at}`, `https://f${at}.example/rss`))
  const began = process.cpuUsage()
  const plan = await mia.types('/sources importer', { values: { from: opml(...lines) } })
  expect(plan.title).toBe('1 000 sources à importer'.replace(' ', '\u202f'))
  const done = await mia.presses(plan.buttons![0]!.label, plan)
  expect(done.title!.replace(/\s/g, ' ')).toBe('1 000 sources importées')
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(4_000)
  expect(await store.feeds.health('nimbus')).toHaveLength(1000)
  const exported = await mia.types('/sources exporter')
  expect(fileOf(exported).match(/xmlUrl/g)).toHaveLength(1000)
})

test('what cannot be imported says why', async () => {
  const { mia, served, base } = await newWeb()
  served.set('/page', (_request, response) => void response.end('<html><body>Bonjour</body></html>'))
  served.set('/403', (_request, response) => void response.writeHead(403).end())
  expect(read(await mia.types(`/sources importer ${base}/page`))).toMatch(/^Ce n’est pas un fichier OPML/)
  expect(read(await mia.types(`/sources importer ${base}/403`))).toMatch(/ne nous laisse pas entrer/)
  expect(read(await mia.types('/sources importer n’importe quoi'))).toMatch(/ne contient pas d’adresse web/)
  expect(read(await mia.types('/sources importer <opml></opml>'))).toMatch(/rien de nouveau/)
})

test('an export opens in any reader, and comes back as it was', async () => {
  const at = { file: 'teams/nimbus/team.yaml', line: 12 }
  const teams = [
    {
      ...nimbus,
      sources: [
        {
          name: 'L’Été & <Co>',
          kind: 'feed' as const,
          url: 'https://ete.example/?a=1&b="2"',
          folder: 'À "lire"',
          at,
        },
        { name: 'Exemples', kind: 'samples' as const, file: 'samples.yaml', at },
      ],
    },
  ]
  const { noor, mia, served, base } = await newWeb({ teams })
  served.set('/blog', feed(rss('Blog', ['Un'])))
  await mia.presses('Garder', await mia.types(`/sources ajouter ${base}/blog`))
  const exported = await noor.types('/sources export')
  expect(read(exported)).toMatch(/^Sources of Nimbus\n2 sources, in a file that any feed reader/)
  expect(exported.files![0]).toMatchObject({ name: 'sources-nimbus.opml', type: 'text/x-opml' })

  const other = await newWeb()
  const plan = await other.mia.types('/sources importer', { values: { from: fileOf(exported) } })
  await other.mia.presses('Importer 2 sources', plan)
  expect((await other.store.addedSources.list()).map(({ name, url, folder }) => [name, url, folder])).toEqual(
    [
      ['Blog', `${base}/blog`, null],
      ['L’Été & <Co>', 'https://ete.example/?a=1&b=%222%22', 'À "lire"'],
    ],
  )
})
