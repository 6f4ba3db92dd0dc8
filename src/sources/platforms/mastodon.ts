import { z } from 'zod'
import { asked, bearer } from './asking.ts'
import { byDay } from './counting.ts'
import type { PlatformReader } from './index.ts'

/** An account of a Mastodon server. https://docs.joinmastodon.org/methods/accounts/#lookup and #statuses */
export const readMastodon: PlatformReader = async (account, way) => {
  const headers = bearer(account)
  const acct = encodeURIComponent(account.who ?? '')
  const { id, followers_count } = await asked(
    account,
    `/api/v1/accounts/lookup?acct=${acct}`,
    profile,
    way,
    headers,
  )
  const path = `/api/v1/accounts/${encodeURIComponent(id)}/statuses?limit=${page}&exclude_reblogs=true`
  const posts = await asked(account, path, statuses, way, headers)
  const own = posts.map((post) => ({
    at: post.created_at,
    likes: post.favourites_count,
    shares: post.reblogs_count,
    comments: post.replies_count,
  }))
  const told = ['likes', 'shares', 'comments'] as const
  return {
    now: { followers: followers_count },
    days: byDay(own, { told: [...told], whole: posts.length < page, ...way }),
  }
}

const count = z.number().int().nonnegative()
const moment = z
  .string()
  .refine((text) => Number.isFinite(Date.parse(text)))
  .transform((text) => Date.parse(text))
const profile = z.object({ id: z.string(), followers_count: count })
const statuses = z.array(
  z.object({ created_at: moment, favourites_count: count, reblogs_count: count, replies_count: count }),
)

/** The most that a server gives at a time. */
const page = 40
