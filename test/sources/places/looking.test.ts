import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { newDoor } from '../../../src/http.ts'
import { lookAtBluesky } from '../../../src/sources/places/bluesky.ts'
import { lookAtDiscourse } from '../../../src/sources/places/discourse.ts'
import { lookAtHackerNews } from '../../../src/sources/places/hackernews.ts'
import { lookAtLemmy } from '../../../src/sources/places/lemmy.ts'
import { lookAtMastodon } from '../../../src/sources/places/mastodon.ts'
import type { Look } from '../../../src/sources/places/place.ts'
import { lookAtStackExchange } from '../../../src/sources/places/stackexchange.ts'

type Row = {
  look: Look
  from: string
  ids: (host: string) => string[]
  /** What is answered at each path; what is not here is not found. */
  answers: Record<string, unknown>
  /** What is asked, and what became of each of the ids. */
  asked: RegExp[]
  wanted: [deleted: boolean, likes: number | null, text: string | null][]
}

const rows: Record<string, Row> = {
  'Hacker News': {
    look: lookAtHackerNews,
    from: 'github.com/HackerNews/API, items',
    ids: () => ['1', '2', '3', '4'],
    answers: {
      '/v0/item/1.json': { id: 1, type: 'story', title: 'T', score: 12, descendants: 3 },
      '/v0/item/2.json': { id: 2, type: 'comment', text: 'a <i>b</i>' },
      '/v0/item/3.json': { id: 3, deleted: true },
      '/v0/item/4.json': null,
    },
    asked: [1, 2, 3, 4].map((id) => new RegExp(`/v0/item/${id}.json$`)),
    wanted: [
      [false, 12, null],
      [false, null, 'a b'],
      [true, null, null],
      [true, null, null],
    ],
  },
  Mastodon: {
    look: lookAtMastodon,
    from: 'docs.joinmastodon.org/methods/statuses, view a single status',
    ids: (host) => [`${host}/1`, `${host}/2`, 'https://other.example/not-a-status'],
    answers: { '/api/v1/statuses/1': { content: '<p>changed</p>', favourites_count: 9 } },
    asked: [/statuses\/1$/, /statuses\/2$/],
    wanted: [
      [false, 9, 'changed'],
      [true, null, null],
    ],
  },
  Bluesky: {
    look: lookAtBluesky,
    from: 'docs.bsky.app, app.bsky.feed.getPosts (25 at most)',
    ids: () => Array.from({ length: 30 }, (_, at) => `at://did:plc:a/app.bsky.feed.post/${at}`),
    answers: {
      '/xrpc/app.bsky.feed.getPosts': {
        posts: [
          {
            uri: 'at://did:plc:a/app.bsky.feed.post/0',
            record: { text: 'now' },
            likeCount: 4,
            repostCount: 1,
          },
        ],
      },
    },
    asked: [/getPosts\?uris=.*post%2F24$/, /getPosts\?uris=.*post%2F25.*post%2F29$/],
    wanted: [[false, 4, 'now']],
  },
  'Stack Exchange': {
    look: lookAtStackExchange('diy'),
    from: 'api.stackexchange.com/docs/questions-by-ids',
    ids: () => ['7', '8'],
    answers: {
      '/2.3/questions/7;8': { items: [{ question_id: 7, body: '<p>x</p>', score: 2 }], has_more: false },
    },
    asked: [/questions\/7;8\?site=diy/],
    wanted: [
      [false, 2, 'x'],
      [true, null, null],
    ],
  },
  Lemmy: {
    look: lookAtLemmy,
    from: 'join-lemmy.org/api, getPost and getComment (v3)',
    ids: (host) => [`http://${host}/post/1`, `http://${host}/comment/2`, `http://${host}/post/3`],
    answers: {
      '/api/v3/post?id=1': {
        post_view: { post: { body: 'b', deleted: false }, counts: { score: 3, comments: 1 } },
      },
      '/api/v3/comment?id=2': {
        comment_view: { comment: { content: 'c', deleted: true }, counts: { score: 1 } },
      },
    },
    asked: [/post\?id=1$/, /comment\?id=2$/, /post\?id=3$/],
    wanted: [
      [false, 3, 'b'],
      [true, null, null],
      [true, null, null],
    ],
  },
  Discourse: {
    look: lookAtDiscourse,
    from: 'docs.discourse.org, “Retrieve a single post”',
    ids: () => ['1', '2', '3'],
    answers: {
      '/posts/1.json': { id: 1, cooked: '<p>ok</p>', like_count: 6, user_deleted: false },
      '/posts/2.json': { id: 2, cooked: '<p>gone</p>', user_deleted: true },
    },
    asked: [/posts\/1.json$/, /posts\/2.json$/, /posts\/3.json$/],
    wanted: [
      [false, 6, 'ok'],
      [true, null, null],
      [true, null, null],
    ],
  },
}

async function placeWith(answers: Row['answers'], status = 200) {
  const asked: string[] = []
  const server = createServer(({ url, method }, response) => {
    if (method === 'POST') return void response.end('{"accessJwt":"jwt"}')
    asked.push(url!)
    const path = Object.keys(answers).find((one) => url === one || url!.split('?')[0] === one)
    if (status !== 200) response.writeHead(status, { 'retry-after': '90' }).end('no')
    else if (path === undefined) response.writeHead(404).end('{}')
    else response.end(JSON.stringify(answers[path]))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const door = newDoor({ userAgent: 'Vigie/test', allowPrivate: ['127.0.0.0/8'] })
  onTestFinished(async () => {
    await door.close()
    server.closeAllConnections()
    server.close()
  })
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const account = {
    place: 'bluesky' as const,
    base,
    key: base,
    handle: 'a.example',
    secrets: { password: 'p' },
  }
  return { asked, door, where: { base, account }, host: new URL(base).host }
}

for (const [name, { look, from, ids, answers, asked: wantedAsked, wanted }] of Object.entries(rows))
  test(`${name}: what became of what was read (${from})`, async () => {
    const { asked, door, where, host } = await placeWith(answers)
    const looked = await look(door, where, ids(host))
    expect(asked.length).toBe(wantedAsked.length)
    for (const [at, one] of wantedAsked.entries()) expect(decodeURI(asked[at]!)).toMatch(one)
    const seen = looked.map(({ deleted, engagement, text }) => [deleted, engagement?.likes ?? null, text])
    expect(seen.slice(0, wanted.length)).toEqual(wanted)
    // Whoever looks again in trouble is told so, and nothing counts as deleted by it.
    const trouble = await placeWith(answers, 503)
    await expect(look(trouble.door, trouble.where, ids(trouble.host))).rejects.toMatchObject({
      key: 'place.status-other',
      retryAfter: 90_000,
    })
  })
