import { onTestFinished } from 'vitest'
import { newDoor } from '../../src/http.ts'
import type { BrandAccount, PlatformKind } from '../../src/model/brand-account.ts'
import { type Asked, type Said, standIn } from '../publish/stand-in.ts'
import { saturday } from '../world.ts'

const hour = 3_600_000
const ago = (hours: number) => new Date(saturday - hours * hour).toISOString()
const json = (body: unknown): Said => ({ status: 200, json: body })

/** Every platform at once, on loopback: 1,250 follow Nimbus, who posted an hour, two hours and three days ago. */
export async function openPlatforms() {
  const counts = { followers: 1_250 }
  const times = [1, 2, 72]
  const answers: Record<string, (asked: Asked) => Said> = {
    '/api/v1/accounts/lookup': ({ query }) =>
      query.get('acct') === 'nimbus'
        ? json({ id: '17', acct: 'nimbus', followers_count: counts.followers, statuses_count: 3 })
        : { status: 404, json: { error: 'Record not found' } },
    '/api/v1/accounts/17/statuses': () =>
      json(
        times.map((time, nth) => ({
          id: `${nth}`,
          created_at: ago(time),
          favourites_count: 10 + nth,
          reblogs_count: 2,
          replies_count: 1,
        })),
      ),
    '/xrpc/app.bsky.actor.getProfile': () =>
      json({ did: 'did:plc:nimbus', handle: 'nimbus.example', followersCount: 320 }),
    '/xrpc/app.bsky.feed.getAuthorFeed': () =>
      json({
        feed: [
          {
            post: {
              author: { did: 'did:plc:nimbus' },
              record: { createdAt: ago(1) },
              ...{ likeCount: 4, repostCount: 1, replyCount: 2, quoteCount: 1 },
            },
          },
          {
            // What Nimbus shared is not Nimbus’s.
            reason: { $type: 'app.bsky.feed.defs#reasonRepost' },
            post: {
              author: { did: 'did:plc:other' },
              record: { createdAt: ago(1) },
              ...{ likeCount: 9_000, repostCount: 900, replyCount: 90, quoteCount: 9 },
            },
          },
        ],
      }),
    '/youtube/v3/channels': ({ headers }) =>
      headers['x-goog-api-key'] === 'a-key'
        ? json({
            items: [
              {
                statistics: { subscriberCount: '5400', hiddenSubscriberCount: false, viewCount: '99000' },
                contentDetails: { relatedPlaylists: { uploads: 'UU1' } },
              },
            ],
          })
        : { status: 403, json: { error: { code: 403, message: 'The request is missing a valid API key.' } } },
    '/youtube/v3/playlistItems': () => json({ items: [{ contentDetails: { videoId: 'v1' } }] }),
    '/youtube/v3/videos': () =>
      json({
        items: [{ snippet: { publishedAt: ago(2) }, statistics: { viewCount: '800', likeCount: '40' } }],
      }),
    '/about.json': () => json({ about: { stats: { users_count: 212, posts_count: 9_000 } } }),
    '/repos/nimbus/lamp': () => json({ full_name: 'nimbus/lamp', stargazers_count: 77 }),
    '/1234567': () => json({ followers_count: 3_000, id: '1234567' }),
    '/1234567/posts': () =>
      json({
        data: [
          {
            created_time: ago(2).replace('.000Z', '+0000'),
            shares: { count: 5 },
            likes: { data: [], summary: { total_count: 60 } },
            comments: { data: [], summary: { total_count: 15 } },
          },
        ],
      }),
    '/1234567/insights': () =>
      json({
        data: [
          {
            name: 'page_impressions_unique',
            period: 'day',
            values: [{ value: 1_000, end_time: '2026-11-21T23:00:00+0000' }],
          },
        ],
      }),
  }
  const server = await standIn((asked) => answers[asked.path]?.(asked) ?? { status: 404, json: {} })
  const door = newDoor({ userAgent: 'Vigie test', allowPrivate: ['127.0.0.1'] })
  onTestFinished(async () => {
    await door.close()
    await server.close()
  })
  const account = (kind: PlatformKind, more: Partial<BrandAccount> = {}): BrandAccount => ({
    name: kind[0]!.toUpperCase() + kind.slice(1),
    ...{ kind, server: server.url, who: who[kind], secret: kind === 'youtube' ? 'a-key' : null },
    ...(kind === 'meta' ? { network: 'facebook' as const, secret: 'a-token' } : {}),
    at: { file: 'teams/nimbus/team.yaml', line: 1 },
    ...more,
  })
  return { server, door, account, answers, counts, json }
}

const who: Record<PlatformKind, string | null> = {
  mastodon: 'nimbus',
  bluesky: 'nimbus.example',
  youtube: 'UC0123456789abcdefghijkl',
  discourse: null,
  meta: '1234567',
  github: 'nimbus/lamp',
}
