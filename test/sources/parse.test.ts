import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parseFile } from '../../src/sources/parse.ts'

async function written(text: string | Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-parse-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'flux.xml')
  await writeFile(file, text)
  return file
}

test('a file is one line: the feed and its posts in their order, none left out', async () => {
  const file =
    await written(`<rss><channel><title>Lampes</title><link>https://n.example/</link><lastBuildDate>Tue, 14 Jul 2026 10:00:00 GMT</lastBuildDate>
    <item><title>Un</title><link>/1</link><guid>g</guid><dc:creator>Mia</dc:creator><pubDate>2026-07-14</pubDate><description>Bonjour</description></item>
    <item><title>Un</title><link>/1</link><guid>g</guid></item></channel></rss>`)
  expect(await parseFile(file)).toEqual({
    file,
    feed: { id: null, title: 'Lampes', url: 'https://n.example/', updatedAt: '2026-07-14T10:00:00.000Z' },
    posts: [
      {
        id: 'g',
        url: '/1',
        title: 'Un',
        text: 'Bonjour',
        author: 'Mia',
        publishedAt: '2026-07-14T00:00:00.000Z',
        updatedAt: null,
      },
      {
        id: 'g',
        url: '/1',
        title: 'Un',
        text: '',
        author: null,
        publishedAt: null,
        updatedAt: null,
      },
    ],
  })
})

test('where a post has a name but no address, the name stands for it', async () => {
  const file = await written(
    '<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><entry><id>tag:n.example,2026:1</id></entry></feed>',
  )
  expect(await parseFile(file)).toMatchObject({
    feed: { url: 'urn:x' },
    posts: [{ id: 'tag:n.example,2026:1', url: 'tag:n.example,2026:1' }],
  })
})

test('a file that is no feed says so, with the cure', async () => {
  const file = await written('Bonjour')
  expect(await parseFile(file)).toEqual({
    file,
    error: 'This is not a feed: it begins with “Bonjour”. Give the address of an RSS, Atom or JSON feed.',
  })
})

test('a file that cannot be opened is another matter', async () => {
  await expect(parseFile('/nowhere/flux.xml')).rejects.toMatchObject({ name: 'Oops', key: 'feed.unreadable' })
})

test('of an endless file the first 10 MB are read, and it says so', async () => {
  const file = await written(
    `<rss><channel>${'<item><title>Un</title></item>'.repeat(400_000)}</channel></rss>`,
  )
  const line = await parseFile(file)
  expect(line).toMatchObject({
    note: expect.stringMatching(
      /^only the first 10 MB were read; only the 5000 newest of \d+ items are kept$/u,
    ),
  })
})
