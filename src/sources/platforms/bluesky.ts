import { z } from 'zod'
import { asked } from './asking.ts'
import { byDay } from './counting.ts'
import type { PlatformReader } from './index.ts'

/** An account on Bluesky, as anybody sees it. https://docs.bsky.app/docs/api/app-bsky-actor-get-profile */
export const readBluesky: PlatformReader = async (account, way) => {
  const actor = encodeURIComponent(account.who ?? '')
  const { followersCount, did } = await asked(
    account,
    `/xrpc/app.bsky.actor.getProfile?actor=${actor}`,
    profile,
    way,
  )
  const path = `/xrpc/app.bsky.feed.getAuthorFeed?actor=${actor}&limit=${page}`
  const { feed } = await asked(account, path, authorFeed, way)
  // What it shared is in the feed, too, with the counts of others.
  const own = feed
    .filter(({ reason, post }) => reason === undefined && post.author.did === did)
    .map(({ post }) => ({
      at: post.record.createdAt,
      likes: post.likeCount,
      shares: post.repostCount + post.quoteCount,
      comments: post.replyCount,
    }))
  return {
    now: { followers: followersCount },
    days: byDay(own, { told: ['likes', 'shares', 'comments'], whole: feed.length < page, ...way }),
  }
}

const count = z.number().int().nonnegative()
const moment = z
  .string()
  .refine((text) => Number.isFinite(Date.parse(text)))
  .transform((text) => Date.parse(text))
const profile = z.object({ did: z.string(), followersCount: count })
const authorFeed = z.object({
  feed: z.array(
    z.object({
      reason: z.unknown().optional(),
      post: z.object({
        author: z.object({ did: z.string() }),
        record: z.object({ createdAt: moment }),
        likeCount: count,
        repostCount: count,
        replyCount: count,
        quoteCount: count.default(0),
      }),
    }),
  ),
})

const page = 100
