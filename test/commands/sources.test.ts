import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { day, hour, minute } from '../../src/model/time.ts'
import { newWorld, nimbus, read as readExactly } from '../world.ts'

const read = (message: Message) => readExactly(message).replace(/[\u00a0\u202f]/g, ' ')

const at = (line: number) => ({ file: 'teams/nimbus/team.yaml', line })
const blog = { name: 'Blog', kind: 'feed' as const, url: 'https://blog.example/feed', at: at(41) }
const paper = { name: 'Journal', kind: 'feed' as const, url: 'https://journal.example/rss', at: at(42) }

async function withSources() {
  const world = await newWorld({ teams: [{ ...nimbus, sources: [blog, paper] }] })
  const { store, time } = world
  await store.feeds.watch('nimbus', [blog, paper], time.now)
  const ids = { blog: (await store.feeds.get(blog.url))!.id, paper: (await store.feeds.get(paper.url))!.id }
  const wasRead = (id: number, now = time.now) => store.feeds.read(id, {}, { now, nextAt: now + 5 * minute })
  return { ...world, ids, wasRead }
}

test('each source says when it was read, when next, and what it brought in seven days', async () => {
  const { ids, wasRead, hear, post, mia, noor, time } = await withSources()
  await hear([post('Nimbus est en panne'), post('Il pleut'), post('Il neige')], {
    source: `feed:${ids.blog}`,
  })
  await hear([post('Nimbus, vieille histoire', { publishedAt: time.now - 30 * day })], {
    source: `feed:${ids.paper}`,
  })
  await wasRead(ids.blog)
  const english = read(await noor.types('/sources'))
  expect(english).toMatch(/Blog\nRead at 14:30, next look at 14:35\n3 posts in 7 days, 1 about you/)
  expect(english).toMatch(/Journal\nNot read yet, first look at 14:30/)
  await wasRead(ids.paper)
  const french = read(await mia.types('/sources'))
  expect(french).toMatch(
    /Blog\nLue à 14:30, prochaine lecture à 14:35\n3 publications en 7 jours, 1 vous concerne/,
  )
  expect(french).toMatch(/Journal\n.*\nRien de nouveau en 7 jours. C’est peut-être son rythme/)
})

test('one that cannot be read says since when, why in the reader’s language, and what to do', async () => {
  const { ids, wasRead, store, mia, noor, time } = await withSources()
  await wasRead(ids.paper, time.now - hour)
  const host = 'blog.example'
  const failed = (id: number, key: string, status: number) =>
    store.feeds.failed(id, { key, values: { host, status } }, { now: time.now, nextAt: time.now + hour })
  await failed(ids.blog, 'feed.status-404', 404)
  await failed(ids.paper, 'feed.status-server', 500)
  const english = read(await noor.types('/sources'))
  expect(english).toMatch(/⚠️ 2 cannot be read\./)
  expect(english).toMatch(
    /Blog\n⚠️ Cannot be read since 14:30, next try at 15:30: blog.example has nothing at this address \(404\): check it\nOpen its address in a browser, then correct or remove it \(teams\/nimbus\/team.yaml:41\)\.\nIt was never read\./,
  )
  expect(english).toMatch(
    /Journal\n⚠️ .* has a problem of its own \(500\).*\nNothing to do for now: I try again by myself.\nLast read at 13:30/,
  )
  const french = read(await mia.types('/sources'))
  expect(french).toMatch(/Illisible depuis 14:30, prochain essai à 15:30\s: .*vérifiez-la/)
  expect(french).toMatch(/Rien à faire pour l’instant : je réessaie toute seule/)
  time.now += 8 * day
  expect(read(await mia.types('/sources'))).toMatch(/Cela dure depuis plus d’une semaine/)
})

test('one that is quiet for far longer than usual is mentioned kindly, one with a pause is not', async () => {
  const { ids, wasRead, hear, post, mia, noor, time } = await withSources()
  const now = time.now
  const every = (source: number, gap: number, until: number) =>
    hear(
      Array.from({ length: 8 }, (_, at) =>
        post(`Il pleut ${source} ${at}`, { publishedAt: until - at * gap }),
      ),
      { source: `feed:${source}` },
    )
  time.now = now - 3 * day
  await every(ids.blog, 2 * hour, time.now)
  time.now = now
  await every(ids.paper, 2 * hour, now - 10 * hour)
  await wasRead(ids.blog)
  await wasRead(ids.paper)
  const english = read(await noor.types('/sources'))
  expect(english.match(/Quieter than usual/g)).toHaveLength(1)
  expect(english).toMatch(
    /Blog\n.*\n.*\n🤫 .*nothing new for 3 days, when something usually comes every 2 hours/,
  )
  expect(read(await mia.types('/sources'))).toMatch(
    /rien de nouveau depuis 3 jours, alors qu’elle publie en général toutes les 2 heures/,
  )
})
