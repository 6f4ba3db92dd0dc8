import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newAnalysis } from '../src/analysis/analysis.ts'
import { importCsv } from '../src/import/import.ts'
import { newPastStories } from '../src/import/past.ts'
import { newIntake } from '../src/intake.ts'
import type { Oops } from '../src/model/oops.ts'
import { type Text, textIn } from '../src/sources/csv/text.ts'
import { rounds } from './rounds.ts'
import { newWorld, nimbus, saturday } from './world.ts'

const day = 86_400_000

async function newDesk() {
  const world = await newWorld()
  const { store, clock } = world
  const stories = newPastStories()
  const parts = { store, teams: [nimbus], analysis: newAnalysis(), stories, secret: 'of the test', clock }
  const hear = newIntake(parts)
  /** Imports a text; wrong lines as `line key given`. */
  async function imports(text: string | Text, more: { monthFirst?: boolean } = {}) {
    const wrong: string[] = []
    const ignored: string[] = []
    const told = ({ key, values }: Oops) =>
      [key, ...(values.given === undefined ? [] : [values.given])].join(' ')
    const found = await importCsv(typeof text === 'string' ? () => pieces(text) : text, {
      ...{ store, team: nimbus, hear, now: clock(), ...more },
      wrong: (line, why) => void wrong.push(`${line} ${told(why)}`),
      ignored: (columns) => void ignored.push(...columns),
    })
    return { ...found, wrong, ignored }
  }
  const mentions = () => store.mentions.list('nimbus', {}, { most: 1000 })
  return { ...world, imports, mentions }
}

/** In pieces as a decoder gives them: none ends within a letter. */
async function* pieces(text: string, size = 7) {
  for (let at = 0; at < text.length; ) {
    const to = at + size
    const end = /^[\udc00-\udfff]/.test(text.slice(to, to + 1)) ? to + 1 : to
    yield text.slice(at, end)
    at = end
  }
}

test('the history of an older tool is filed at its own dates, without a sound, and found again', async () => {
  const { imports, mentions, waiting, store } = await newDesk()
  const csv = `URL;Titre;Texte;Auteur;Média;Publié le;Portée;Langue;Type de source;Tonalité
https://www.journal.example/1?utm_source=x;Nimbus éclaire;"Une lampe ; ""superbe""
vraiment";Zoe;Le Journal;14/07/2026 14:05;12 500;Français;Presse;positif
;;Nimbus est en panne, quelle honte;@ravi;twitter.com;15/07/2026;1,5k;fr;Twitter;négatif
;;Il pleut sur Lyon;;;16/07/2026;;;;
`
  const found = await imports(csv)
  expect(found).toEqual({ lines: 3, filed: 3, known: 0, mentions: 2, wrong: [], ignored: ['Tonalité'] })
  expect(await mentions()).toMatchObject([
    {
      post: {
        author: '@ravi',
        outlet: 'twitter.com',
        network: 'x',
        reach: 1500,
        publishedAt: Date.parse('2026-07-14T22:00Z'),
      },
      mood: { label: 'negative' },
    },
    {
      post: {
        title: 'Nimbus éclaire',
        text: 'Une lampe ; "superbe"\nvraiment',
        author: 'Zoe',
        outlet: 'Le Journal',
        network: 'press',
        reach: 12_500,
        publishedAt: Date.parse('2026-07-14T12:05Z'),
      },
      language: 'fr',
    },
  ])
  expect(await waiting()).toEqual([])
  expect(await store.mentions.count('nimbus', { since: saturday - 30 * day })).toMatchObject({ all: 0 })
  // Texts are kept from now on, however old they are.
  await store.posts.forget(saturday + 89 * day)
  expect((await mentions())[0]!.post.text).not.toBeNull()
})

test('wrong lines are told by their place and left out, and the mended file brings only those', async () => {
  const { imports, mentions } = await newDesk()
  const lines = [
    'date,text,url,reach',
    '2026-01-01,Nimbus un,https://a.example/1,1',
    '31/02/2026,Nimbus deux,https://a.example/2,1',
    '2027-01-01,Nimbus trois,https://a.example/3,1',
    '"2026-01-04","Nimbus',
    'quatre",javascript:alert(1),1',
    '2026-01-05,Nimbus cinq,https://a.example/5,many',
    '2026-01-06,,https://a.example/6,1',
    ',Nimbus sept,https://a.example/7,1',
    '2026-01-08,Nimbus, huit,https://a.example/8,1',
    '03/24/2026,Nimbus neuf,https://a.example/9,1',
    '',
    '2026-01-10,Nimbus dix',
  ]
  const first = await imports(lines.join('\n'))
  expect(first.wrong).toEqual([
    '3 import.date 31/02/2026',
    '4 import.future 2027-01-01',
    '5 import.address javascript:alert(1)',
    '7 import.reach many',
    '8 import.no-text',
    '9 import.no-date',
    '10 import.cells',
    '11 import.month-first 03/24/2026',
  ])
  expect(first).toMatchObject({ lines: 10, filed: 2, mentions: 2 })

  lines[2] = '28/02/2026,Nimbus deux,https://a.example/2,1'
  lines[9] = '2026-01-08,"Nimbus, huit",https://a.example/8,1'
  expect(await imports(lines.join('\r\n'))).toMatchObject({ lines: 10, filed: 2, known: 2, mentions: 2 })
  expect(await mentions()).toHaveLength(4)
  expect((await imports('date,text\n03/24/2026 14:05,Nimbus neuf', { monthFirst: true })).wrong).toEqual([])
  expect((await mentions())[0]!.post.publishedAt).toBe(Date.parse('2026-03-24T13:05Z'))
})

test('what is known from a feed, or pasted, is not doubled; comments on one page stay apart', async () => {
  const { imports, heard, noor, mentions } = await newDesk()
  await heard('Nimbus brille', { url: 'https://www.journal.example/1/?utm_medium=rss' })
  await noor.types('/mention add "Nimbus, mon avis" address:https://avis.example/2')
  const found = await imports(`url,text,date,author
http://journal.example/1,Nimbus brille,2026-11-01,Le Journal
https://avis.example/2#:~:text=x,Nimbus mon avis,2026-11-01,
https://fb.example/3,Nimbus j’adore,2026-11-01,Zoe
https://fb.example/3,Nimbus je déteste,2026-11-01,Ravi
https://fb.example/3,Nimbus je déteste,2026-11-01,ravi`)
  expect(found).toMatchObject({ lines: 5, filed: 2, known: 3, mentions: 2 })
  expect(await mentions()).toHaveLength(4)
})

test('stopped half-way and imported again, nothing is doubled and nothing is missing', async () => {
  const { imports, mentions } = await newDesk()
  const words = 'la lampe éclaire encore la chambre '.repeat(6)
  const line = (_: unknown, at: number) => `2026-03-01,Nimbus numéro ${at} ${words},https://a.example/${at}`
  const lines = Array.from({ length: 700 }, line)
  const csv = `date,text,url\n${lines.join('\n')}`
  let looks = 0
  async function* cut() {
    if (++looks <= 2) return yield* pieces(csv, 500)
    yield* pieces(csv.slice(0, csv.length * 0.8), 500)
    throw new Error('killed')
  }
  await expect(imports(cut)).rejects.toThrow('killed')
  const before = (await mentions()).length
  expect(before).toBeGreaterThan(200)
  expect(before).toBeLessThan(700)
  expect(await imports(csv)).toMatchObject({ lines: 700, filed: 700 - before, known: before })
  expect(await mentions()).toHaveLength(700)
  expect(await imports(csv)).toMatchObject({ filed: 0, known: 700, mentions: 0 })
})

test('comments on a page that is a mention already are filed, the page itself is not doubled', async () => {
  const { imports, hear, post, mentions } = await newDesk()
  const page = { url: 'https://press.example/art', title: 'Nimbus présente sa lampe', author: null }
  await hear([post('Une belle lampe.', page)])
  const csv = [
    'Date,URL,Author,Title,Full Text',
    '2026-03-04,https://press.example/art,Paul,,nimbus nul',
    '2026-03-05,https://press.example/art,Anna,,nimbus super',
    '2026-03-03,https://www.press.example/art/,Zoe,Nimbus présente sa lampe,Une belle lampe qui…',
  ].join('\n')
  expect(await imports(csv)).toMatchObject({ lines: 3, filed: 2, known: 1, mentions: 2 })
  expect(await imports(csv)).toMatchObject({ lines: 3, filed: 0, known: 3 })
  expect(await mentions()).toHaveLength(3)
})

test('a file that names the month first is refused whole until that is said, and the other way round', async () => {
  const { imports, mentions, store } = await newDesk()
  const csv = 'Date,Title\n03/04/2026,Nimbus un\n03/24/2026,Nimbus deux\n'
  await expect(imports(csv)).rejects.toMatchObject({
    key: 'import.file-month-first',
    values: { line: 3, given: '03/24/2026' },
  })
  expect(await store.posts.count('imported:nimbus')).toBe(0)
  expect(await imports(csv, { monthFirst: true })).toMatchObject({ filed: 2, wrong: [] })
  expect(
    (await mentions()).map(({ post }) => new Date(post.publishedAt!).toISOString().slice(0, 16)),
  ).toEqual(['2026-03-23T23:00', '2026-03-03T23:00'])
  const french = 'Date,Title\n03/04/2026,Nimbus trois\n24/03/2026,Nimbus quatre\n'
  await expect(imports(french, { monthFirst: true })).rejects.toMatchObject({ key: 'import.file-day-first' })
  expect(await imports(french)).toMatchObject({ filed: 2, wrong: [] })
})

test('a line that ends with what parts its cells holds no cell more', async () => {
  const { imports } = await newDesk()
  const csv =
    'Date;Titre;Lien\n12/11/2026;Nimbus a;https://a.example/a;\n13/11/2026;Nimbus b;https://a.example/b; ;\n'
  expect(await imports(csv)).toMatchObject({ filed: 2, wrong: [] })
})

test('a file is read whatever saved it', async () => {
  const { imports } = await newDesk()
  const folder = await mkdtemp(join(tmpdir(), 'vigie-import-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const csv = (author: string) => `date\ttexte\tauteur\r\n01/02/2026\tNimbus l’été à ${author}\t${author}\r\n`
  const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16()
  const saved: Record<string, Uint8Array> = {
    utf8: Buffer.from(csv('Béa')),
    bom: Buffer.from(`\ufeff${csv('Chloé')}`),
    utf16le: Buffer.from(`\ufeff${csv('Dédé')}`, 'utf16le'),
    utf16be: swapped(`\ufeff${csv('Éva')}`),
    bare16: Buffer.from(csv('Fée'), 'utf16le'),
    windows: Buffer.from(csv('Gaëlle').replace('’', '\x92'), 'latin1'),
    long: Buffer.concat([
      Buffer.from(csv('x')),
      Buffer.alloc(70_000, 'x'),
      Buffer.from('é\t\t\r\n01/02/2026\tNimbus\tZoé'),
    ]),
  }
  const authors: string[] = []
  for (const [name, bytes] of Object.entries(saved)) {
    await writeFile(join(folder, name), bytes)
    const desk = await newDesk()
    await desk.imports(textIn(join(folder, name)))
    for (const { post } of await desk.mentions()) authors.push(`${name} ${post.author} ${post.text}`)
  }
  expect(authors).toEqual([
    'utf8 Béa Nimbus l’été à Béa',
    'bom Chloé Nimbus l’été à Chloé',
    'utf16le Dédé Nimbus l’été à Dédé',
    'utf16be Éva Nimbus l’été à Éva',
    'bare16 Fée Nimbus l’été à Fée',
    'windows Gaëlle Nimbus l’été à Gaëlle',
    'long Zoé Nimbus',
    'long x Nimbus l’été à x',
  ])
  await expect(imports(textIn(join(folder, 'none')))).rejects.toMatchObject({ key: 'scan.no-file' })
})

describe('the files of other tools', () => {
  test.each([
    [
      'Mention',
      '"Title","Description","Link","Date","Source name","Source type","Tone","Cumulative reach","Language"\n"Nimbus","so good","https://a.example/1","2026-03-01 10:00","Le Monde","news","1","1,204","fr"',
      { outlet: 'Le Monde', network: 'press', reach: 1204, publishedAt: Date.parse('2026-03-01T09:00Z') },
    ],
    [
      'Brandwatch, with its lines about itself above',
      'Report:,Bulk Mentions Download\nBrand:,Nimbus\nFrom:,01/01/2026\n\nQuery Id,Query Name,Date,Title,Snippet,Url,Domain,Sentiment,Page Type,Language,Author,Full Text,Reach (new)\n1,q,2026-03-01 10:00:00.0,,Nimbus sn…,https://reddit.com/r/x/1,reddit.com,positive,reddit,en,ravi,Nimbus snaps,77',
      { text: 'Nimbus snaps', author: 'ravi', outlet: 'reddit.com', network: 'reddit', reach: 77 },
    ],
    [
      'Talkwalker',
      'url;indexed;published;title;content;lang;reach;sentiment;source_type;extra_author_attributes.name;domain_url\nhttps://x.com/a/1;2026-03-02 00:00;2026-03-01T10:00:00+01:00;;Nimbus!;en;12;5;SOCIALMEDIA_TWITTER;ravi;https://www.x.com/',
      { outlet: 'x.com', network: 'x', author: 'ravi', publishedAt: Date.parse('2026-03-01T09:00Z') },
    ],
    [
      'Meltwater, whose time stands apart',
      'Date\tTime\tHeadline\tOpening Text\tURL\tSource\tInfluencer\tReach\nMar 1, 2026\t10:00 AM\tNimbus shines\tin Lyon\thttps://a.example/1\tLe Fil\tZoe\t12.5k',
      { title: 'Nimbus shines', author: 'Zoe', reach: 12_500, publishedAt: Date.parse('2026-03-01T09:00Z') },
    ],
    [
      'Excel, which says what parts its cells',
      'sep=;\nDate;Texte;Portée\n1/3/2026 10:00;"Nimbus; oui";12,5\n',
      { text: 'Nimbus; oui', reach: 13, publishedAt: Date.parse('2026-03-01T09:00Z') },
    ],
  ])('%s', async (_name, csv, post) => {
    const { imports, mentions } = await newDesk()
    expect(await imports(csv)).toMatchObject({ lines: 1, filed: 1, wrong: [] })
    expect((await mentions())[0]!.post).toMatchObject(post)
  })
})

test.each([
  ['', 'import.no-columns'],
  ['Nimbus est en panne\nencore', 'import.no-columns'],
  ['\u0000\u0001\u0002', 'import.no-columns'],
  ['url,author,date\nx,y,z', 'import.no-columns'],
  ['url,text,author\nx,y,z', 'import.no-date-column'],
])('a file that names no columns is refused whole: %j', async (csv, key) => {
  const { imports, store } = await newDesk()
  await expect(imports(csv)).rejects.toMatchObject({ key })
  expect(await store.posts.count('imported:nimbus')).toBe(0)
})

test('a quotation that never ends is named, what stands above it is filed', async () => {
  const { imports, mentions } = await newDesk()
  const csv = 'date,text\n2026-03-01,Nimbus un\n2026-03-02,"Nimbus deux\n2026-03-03,Nimbus trois\n'
  expect(await imports(csv)).toMatchObject({ filed: 1, wrong: ['3 import.unreadable'] })
  expect(await mentions()).toHaveLength(1)
})

test('formulas and markup are plain text', async () => {
  const { imports, mentions } = await newDesk()
  await imports('date,text,author\n2026-03-01,"=HYPERLINK(""x"") <b>Nimbus</b> @everyone",**Ravi**')
  expect((await mentions())[0]!.post).toMatchObject({
    text: '=HYPERLINK("x") <b>Nimbus</b> @everyone',
    author: '**Ravi**',
  })
})

test('the same headline a year later is other news', async () => {
  const { imports, mentions } = await newDesk()
  const title = 'Nimbus annonce ses résultats annuels et rassure ses actionnaires lyonnais'
  const row = (date: string, url: string) => `${date},${title},https://${url}`
  await imports(
    `date,title,url\n${row('2025-03-01', 'a.example/1')}\n${row('2026-03-01', 'a.example/2')}\n${row('2026-03-02', 'b.example/3')}`,
  )
  const stories = (await mentions()).map(({ story }) => story)
  expect(stories[0]).toBe(stories[1])
  expect(stories[1]).not.toBe(stories[2])
})

const cell = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/[\0\ufeff]/g, ' '))
const row = fc.record({
  text: cell.map((text) => `Nimbus ${text}`.trim()),
  author: cell.map((author) => author.replace(/\s+/g, ' ').trim()),
  at: fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: saturday / 60_000 }),
  reach: fc.option(fc.nat()),
})

test('whatever valid lines say, they say it after the import too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 60 }),
      async (rows, delimiter, end, size) => {
        const { imports, mentions, store } = await newDesk()
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const csv = [
          ['url', 'text', 'author', 'date', 'reach'].join(delimiter),
          ...rows.map(({ text, author, at, reach }, number) =>
            [
              `https://a.example/${number}`,
              quoted(text),
              quoted(author),
              new Date(at * 60_000).toISOString(),
              reach ?? '',
            ].join(delimiter),
          ),
        ].join(end)
        expect(await imports(() => pieces(csv, size))).toMatchObject({ filed: rows.length, wrong: [] })
        const found = new Map((await mentions()).map(({ post }) => [post.url, post]))
        for (const [number, { text, author, at, reach }] of rows.entries())
          expect(found.get(`https://a.example/${number}`)).toMatchObject({
            text,
            author: author || null,
            publishedAt: at * 60_000,
            reach,
          })
        await store.close()
      },
    ),
    { numRuns: rounds(8, 25) },
  )
})
