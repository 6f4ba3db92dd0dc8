import { z } from 'zod'
import { asked } from './asking.ts'
import { byDay } from './counting.ts'
import type { PlatformReader } from './index.ts'

/**
 * A channel of YouTube, with a key of the Data API; three calls a day cost three of its 10,000 units.
 * https://developers.google.com/youtube/v3/docs/channels
 */
export const readYoutube: PlatformReader = async (account, way) => {
  // In a header: what stands in an address ends up in logs.
  const headers = { 'x-goog-api-key': account.secret ?? '' }
  const ask = <Shape extends z.ZodType>(what: string, query: Record<string, string>, shape: Shape) =>
    asked(account, `/youtube/v3/${what}?${new URLSearchParams(query)}`, shape, way, headers)

  const who = account.who ?? ''
  const named: Record<string, string> = who.startsWith('@') ? { forHandle: who } : { id: who }
  const { items } = await ask('channels', { part: 'statistics,contentDetails', ...named }, channels)
  const { statistics, contentDetails } = items[0]!
  const playlistId = contentDetails.relatedPlaylists.uploads
  const uploads = await ask(
    'playlistItems',
    { part: 'contentDetails', playlistId, maxResults: `${page}` },
    playlist,
  )
  const ids = uploads.items.map(({ contentDetails }) => contentDetails.videoId)
  const all =
    ids.length === 0
      ? { items: [] }
      : await ask('videos', { part: 'statistics,snippet', id: ids.join(','), maxResults: `${page}` }, videos)
  const own = all.items.map(({ snippet, statistics }) => ({
    at: snippet.publishedAt,
    // A channel may hide its likes and close its comments.
    ...given('likes', statistics.likeCount),
    ...given('comments', statistics.commentCount),
    ...given('views', statistics.viewCount),
  }))
  return {
    now: statistics.hiddenSubscriberCount ? {} : { followers: statistics.subscriberCount },
    days: byDay(own, { told: ['likes', 'comments', 'views'], whole: ids.length < page, ...way }),
  }
}

const given = (name: string, count: number | undefined) => (count === undefined ? {} : { [name]: count })

/** Google writes counts as texts. */
const count = z
  .string()
  .regex(/^\d+$/)
  .transform((text) => Number(text))
const moment = z
  .string()
  .refine((text) => Number.isFinite(Date.parse(text)))
  .transform((text) => Date.parse(text))
const channels = z.object({
  items: z
    .array(
      z.object({
        statistics: z.object({
          subscriberCount: count,
          hiddenSubscriberCount: z.boolean().default(false),
        }),
        contentDetails: z.object({ relatedPlaylists: z.object({ uploads: z.string() }) }),
      }),
    )
    .min(1),
})
const playlist = z.object({
  items: z.array(z.object({ contentDetails: z.object({ videoId: z.string() }) })),
})
const videos = z.object({
  items: z.array(
    z.object({
      snippet: z.object({ publishedAt: moment }),
      statistics: z.object({
        viewCount: count.optional(),
        likeCount: count.optional(),
        commentCount: count.optional(),
      }),
    }),
  ),
})

const page = 50
