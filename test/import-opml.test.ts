import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { importFiles } from '../src/import/files.ts'
import { importOpml, isOpml } from '../src/import/opml.ts'
import { readSettings } from '../src/settings/settings.ts'
import { openStore } from '../src/store/store.ts'
import { sayIn } from '../src/texts/texts.ts'
import { newWorld, nimbus } from './world.ts'

const outline = (name: string, url: string) => `<outline text="${name}" xmlUrl="${url}"/>`

async function newFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = async (name: string, text: string | Buffer) => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  return { folder, file }
}

test('the sources of a feed reader come in from a file, each line that is wrong told', async () => {
  const { folder, file } = await newFolder()
  const first = await file(
    'lecteur.opml',
    `<?xml version="1.0"?>\n<opml><body>\n<outline text="Été">\n${outline('Lyon', 'https://lyon.example/f')}</outline>\n<outline text="Vide"/>\n</body></opml>`,
  )
  const second = await file('autre.xml', `<opml>${outline('Lyon', 'https://autre.example/f')}</opml>`)
  const settings = await readSettings('config', { VIGIE_DATA: folder })
  const told: string[] = []
  const printed: string[] = []
  const fine = await importFiles(settings, [first, second], {
    ...{ team: 'nimbus', say: sayIn('fr') },
    tell: (words) => void told.push(words.replace(/[\u00a0\u202f]/g, ' ')),
    print: (line) => void printed.push(line),
  })
  expect(fine).toBe(false)
  expect(told).toEqual([
    `${first}:5: « Vide » ne nomme aucun flux : xmlUrl manque`,
    `${first} : 1 source importée, 1 ligne fausse laissée de côté.`,
    `${second} : 1 source importée.`,
  ])
  expect(printed.map((line) => JSON.parse(line))).toEqual([
    { file: first, sources: 1, known: 0, twice: 0, wrong: 1 },
    { file: second, sources: 1, known: 0, twice: 0, wrong: 0 },
  ])
  const store = await openStore(folder)
  onTestFinished(() => store.close())
  expect((await store.addedSources.list()).map(({ name, folder, by }) => [name, folder, by])).toEqual([
    ['Lyon', 'Été', 'Opérateur'],
    ['Lyon 2', null, 'Opérateur'],
  ])
})

test('markup is told from a table, whatever its encoding', async () => {
  const { file } = await newFolder()
  const opml = `<?xml version="1.0"?><opml>${outline('A', 'https://a.example/f')}</opml>`
  const files: [string | Buffer, boolean][] = [
    [opml, true],
    [`\ufeff\n ${opml}`, true],
    [Buffer.from(`\ufeff${opml}`, 'utf16le'), true],
    ['<opml></opml>', true],
    ['url;titre\nhttps://a.example/<opml>;x', false],
    ['"<b>titre</b>";url', false],
    ['', false],
  ]
  for (const [nth, [text, expected]] of files.entries())
    expect(await isOpml(await file(`${nth}`, text)), `${nth}`).toBe(expected)
  await expect(isOpml('/nowhere')).rejects.toMatchObject({ key: 'scan.no-file' })
})

test('names in an old encoding are read as they were meant', async () => {
  const { file } = await newFolder()
  const { store } = await newWorld()
  const text = `<?xml version="1.0" encoding="ISO-8859-1"?><opml>${outline('Été', 'https://a.example/f')}</opml>`
  const path = await file('vieux.opml', Buffer.from(text, 'latin1'))
  await importOpml(path, { store, team: nimbus, wrong: () => {} })
  expect((await store.addedSources.list()).map(({ name }) => name)).toEqual(['Été'])
})
