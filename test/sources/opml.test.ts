import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Oops } from '../../src/model/oops.ts'
import { readOpml, writeOpml } from '../../src/sources/opml.ts'
import { planOpml } from '../../src/sources/opml-plan.ts'

const flat = async (text: string) => {
  const { outlines, wrong } = await readOpml(text)
  return {
    outlines: outlines.map(({ line, url, name, folders }) => [line, url, name, ...folders]),
    wrong: wrong.map(({ line, why }) => [line, why.key]),
  }
}

test('feeds are read with their folders, names and lines', async () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0">
  <head><title>Mes flux</title></head>
  <body>
    <outline text="Presse &amp; m&#233;dias" title="Presse">
      <outline type="rss" text="Le Monde" xmlUrl="https://lemonde.fr/rss?a=1&amp;b=2" htmlUrl="https://lemonde.fr"/>
      <outline text="Locale">
        <outline text="" title="Lyon" xmlurl='http://lyon.example/feed'></outline>
      </outline>
    </outline>
    <OUTLINE TEXT="Seul" XMLURL="feed://seul.example/rss" />
    <outline text="Par url" type="rss" url="https://url.example/f"/>
  </body>
</opml>`
  expect(await flat(text)).toEqual({
    outlines: [
      [6, 'https://lemonde.fr/rss?a=1&b=2', 'Le Monde', 'Presse & médias'],
      [8, 'http://lyon.example/feed', 'Lyon', 'Presse & médias', 'Locale'],
      [11, 'http://seul.example/rss', 'Seul'],
      [12, 'https://url.example/f', 'Par url'],
    ],
    wrong: [],
  })
})

test('each line that names no feed is told, with its place', async () => {
  const text = `<opml><body>
<outline text="Vide"/>
<outline text="Plein"><outline text="Dedans" xmlUrl="https://a.example/f"/></outline>
<outline text="Creux"></outline>
<outline text="Fichier" xmlUrl="file:///etc/passwd"/>
<outline text="Secret" xmlUrl="https://zoe:motdepasse@b.example/f"/>
<outline text="Relatif" xmlUrl="/feed"/>
<outline text="Code" xmlUrl="javascript:alert(1)"/>
</body></opml>`
  expect(await flat(text)).toEqual({
    outlines: [[3, 'https://a.example/f', 'Dedans', 'Plein']],
    wrong: [
      [2, 'opml.no-feed'],
      [4, 'opml.no-feed'],
      [5, 'opml.no-address'],
      [6, 'opml.password'],
      [7, 'opml.no-address'],
      [8, 'opml.no-address'],
    ],
  })
  const { wrong } = await readOpml(text)
  expect(JSON.stringify(wrong.map(({ why }) => why.values))).not.toContain('motdepasse')
})

test('a file that is cut short or ill-formed keeps what it can', async () => {
  const cut =
    '<opml><body><outline text="A" xmlUrl="https://a.example/f"/><outline text="B" xmlUrl="https://b.exa'
  expect((await flat(cut)).outlines).toEqual([[1, 'https://a.example/f', 'A']])
  const bare = '<body><outline text="Été & Co" xmlUrl="https://a.example/?x=1&y=2">\n</outline></p></outline>'
  expect((await flat(bare)).outlines).toEqual([[1, 'https://a.example/?x=1&y=2', 'Été & Co']])
})

describe('what is no OPML is refused', () => {
  test.for(['', 'bonjour', '<html><body><p>Non</p></body></html>', '<rss><channel/></rss>', '{"a":1}'])(
    '%s',
    async (text) => {
      await expect(readOpml(text)).rejects.toMatchObject({ key: 'opml.none' })
    },
  )
})

describe('hostile files cost little', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "${'x'.repeat(1000)}">${Array.from(
    { length: 8 },
    (_, at) => `<!ENTITY ${'bcdefghi'[at]} "${`&${'abcdefgh'[at]};`.repeat(10)}">`,
  ).join('')}]><opml><body><outline text="&i;" xmlUrl="https://a.example/&i;"/></body></opml>`
  const external = `<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><body><outline text="&x;" xmlUrl="https://a.example/f"/></body></opml>`
  const files: [string, string][] = [
    ['an entity bomb', bomb],
    ['an external entity', external],
    ['200,000 folders deep', `<opml>${'<outline text="x">'.repeat(200_000)}`],
    [
      '200,000 closing tags',
      `<opml>${'<outline text="x">'.repeat(50_000)}${'</x></outline>'.repeat(200_000)}`,
    ],
    [
      'an attribute of 4 MB',
      `<opml><outline text="${'x'.repeat(4 * 2 ** 20)}" xmlUrl="https://a.example/f"/>`,
    ],
    ['4 MB of &', `<opml><outline text="${'&'.repeat(4 * 2 ** 20)}"/>`],
    ['4 MB of <', `<opml>${'<'.repeat(4 * 2 ** 20)}`],
    [
      '100,000 attributes',
      `<opml><outline ${Array.from({ length: 100_000 }, (_, at) => `a${at}="x"`).join(' ')}/>`,
    ],
    ['null bytes', `<opml>${'\0'.repeat(10_000)}<outline text="\0a" xmlUrl="https://a.example/f"/>`],
  ]
  test.for(files)('%s', async ([, text]) => {
    const began = process.cpuUsage()
    const read = await readOpml(text).catch((error: Oops) => error.key)
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(1_500)
    expect(JSON.stringify(read).length).toBeLessThan(1_500_000)
    expect(JSON.stringify(read)).not.toContain('root:')
  })

  test('what is too large, or holds too much, is refused with what to do', async () => {
    await expect(readOpml(`<opml>${' '.repeat(6 * 2 ** 20)}`)).rejects.toMatchObject({
      key: 'opml.too-large',
    })
    const many = '<outline text="a" xmlUrl="https://a.example/f"/>'.repeat(10_001)
    await expect(readOpml(`<opml>${many}</opml>`)).rejects.toMatchObject({ key: 'opml.too-many' })
  })
})

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'&<>"\'\t\n é😀\u2028]]>%;\\'),
    fc.string({ unit: 'binary', maxLength: 1, minLength: 1 }),
  ),
})
/** What XML can carry, without the blanks at the ends. */
const carried = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .trim()

/** By the letter of XML 1.0, as far as our files go: declared, one root, nested tags, quoted attributes, allowed characters. */
function isWellFormed(text: string): boolean {
  if (!/^[\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(text)) return false
  const open: string[] = []
  let roots = 0
  const rest = text
    .replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>/, '')
    .replace(
      /<(\/?)([a-z]+)((?:\s[a-zA-Z]+="(?:[^<&"\t\n\r]|&#\d+;)*")*)(\/?)>/g,
      (_, end, name, _all, empty) => {
        if (end) {
          if (open.pop() !== name) open.push('wrong')
        } else {
          if (open.length === 0) roots++
          if (!empty) open.push(name)
        }
        return ''
      },
    )
  return open.length === 0 && roots === 1 && !/[<>]|&(?!#\d+;)/.test(rest)
}

test('whatever is written is well-formed, and reads back the same', async () => {
  const source = fc.record({
    name: anyText,
    url: fc.webUrl({ withQueryParameters: true }),
    folder: fc.option(anyText.filter((name) => carried(name) !== '')),
  })
  await fc.assert(
    fc.asyncProperty(anyText, fc.array(source, { maxLength: 12 }), async (title, sources) => {
      const text = writeOpml(title, sources)
      expect(isWellFormed(text)).toBe(true)
      const { outlines, wrong } = await readOpml(text)
      expect(wrong).toEqual([])
      const sorted = (all: (readonly (string | null)[])[]) => all.map((one) => JSON.stringify(one)).sort()
      expect(sorted(outlines.map(({ url, name, folders }) => [url, name, folders[0] ?? null]))).toEqual(
        sorted(
          sources.map(({ url, name, folder }) => [
            new URL(url).href,
            carried(name),
            folder === null ? null : carried(folder),
          ]),
        ),
      )
    }),
    { numRuns: 300 },
  )
})

test('ten thousand of one name are named in no time', async () => {
  const all = Array.from(
    { length: 10_000 },
    (_, at) => `<outline text="Blog" xmlUrl="https://b${at}.example/"/>`,
  )
  const began = process.cpuUsage()
  const { fresh } = await planOpml(`<opml>${all.join('')}</opml>`, [])
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(2_000)
  expect(new Set(fresh.map(({ key }) => key)).size).toBe(10_000)
  expect(fresh.at(-1)!.name).toBe('Blog 10000')
})

test('a plan counts what is watched already and what stands there twice, and gives every name once', async () => {
  const outline = (name: string, url: string) => `<outline text="${name}" xmlUrl="${url}"/>`
  const all = [
    outline('Blog', 'https://a.example/f'),
    outline('Blog', 'https://b.example/f'),
    outline('BLOG', 'https://b.example/f/'),
    outline('Presse', 'http://www.presse.example/flux'),
    outline(' ', 'https://www.c.example/f'),
  ]
  const text = `<opml><body><outline text="Amis"><outline text="Proches">${all.join('\n')}</outline></outline></body></opml>`
  const at = { file: 'team.yaml', line: 3 }
  const plan = await planOpml(text, [
    { name: 'Presse', kind: 'feed', url: 'https://presse.example/flux/', at },
    { name: 'blog', kind: 'feed', url: 'https://d.example/', at },
  ])
  expect(plan).toMatchObject({ known: 1, twice: 1, wrong: [] })
  expect(plan.fresh.map(({ name, url, folder }) => [name, url, folder])).toEqual([
    ['Blog 2', 'https://a.example/f', 'Amis / Proches'],
    ['Blog 3', 'https://b.example/f', 'Amis / Proches'],
    ['c.example', 'https://www.c.example/f', 'Amis / Proches'],
  ])
})

test('a file of empty lines holds nobody up, and lines are told right across them', async () => {
  const breaks = '\n'.repeat(4_000_000)
  const long = `<outline ${`x="${'y'.repeat(500)}"\n`.repeat(400)} xmlUrl="nulle part"/>`
  let [worst, last] = [0, performance.now()]
  const timer = setInterval(() => {
    worst = Math.max(worst, performance.now() - last)
    last = performance.now()
  }, 1)
  const { outlines, wrong } = await readOpml(
    `<opml><body>\n${long}\n${breaks}<outline xmlUrl="https://a.example/f"/></body></opml>`,
  )
  clearInterval(timer)
  expect(wrong.map(({ line }) => line)).toEqual([2])
  expect(outlines.map(({ line }) => line)).toEqual([4_000_403])
  expect(worst).toBeLessThan(100)
})
