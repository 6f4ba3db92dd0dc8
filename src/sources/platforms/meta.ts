import { z } from 'zod'
import { Unavailable } from '../../model/oops.ts'
import { dayIn } from '../../model/time.ts'
import { asked, bearer, type Way } from './asking.ts'
import { byDay, type Counts } from './counting.ts'
import type { PlatformReader } from './index.ts'

/**
 * A page of Facebook or a professional account of Instagram, with a token of theirs (scopes `pages_read_engagement`,
 * `instagram_basic`, and for the reach `read_insights` or `instagram_manage_insights`).
 * https://developers.facebook.com/docs/graph-api
 */
export const readMeta: PlatformReader = async (account, way) => {
  const ask = <Shape extends z.ZodType>(path: string, query: Record<string, string>, shape: Shape) =>
    asked(account, `/${account.who}${path}?${new URLSearchParams(query)}`, shape, way, bearer(account))
  const limit = `${page}`
  if (account.network === 'instagram') {
    const { followers_count } = await ask('', { fields: 'followers_count' }, profile)
    const fields = 'timestamp,like_count,comments_count'
    const { data } = await ask('/media', { fields, limit }, media)
    const own = data.map((one) => ({
      at: one.timestamp,
      // Who hides their likes tells none.
      ...(one.like_count === undefined ? {} : { likes: one.like_count }),
      comments: one.comments_count,
    }))
    const days = byDay(own, { told: ['likes', 'comments'], whole: data.length < page, ...way })
    return { now: { followers: followers_count }, days: withReach(days, await reach('reach')) }
  }
  const { followers_count } = await ask('', { fields: 'followers_count' }, profile)
  const fields = 'created_time,shares,likes.summary(true).limit(0),comments.summary(true).limit(0)'
  const { data } = await ask('/posts', { fields, limit }, posts)
  const own = data.map((one) => ({
    at: one.created_time,
    likes: one.likes.summary.total_count,
    shares: one.shares?.count ?? 0,
    comments: one.comments.summary.total_count,
  }))
  const days = byDay(own, { told: ['likes', 'shares', 'comments'], whole: data.length < page, ...way })
  return {
    now: { followers: followers_count },
    days: withReach(days, await reach('page_impressions_unique')),
  }

  /** How many people were reached day by day; nothing where the token may not know, or Meta calls it otherwise by now. */
  async function reach(metric: string): Promise<Map<string, number>> {
    try {
      const { data } = await ask('/insights', { metric, period: 'day' }, insights)
      return daysOf(data[0]?.values ?? [], way)
    } catch (error) {
      if (error instanceof Unavailable && error.retryAfter === undefined) return new Map()
      throw error
    }
  }
}

/** A day of Meta's ends at its `end_time`. */
const daysOf = (values: { value: number; end_time: number }[], { timeZone }: Way) =>
  new Map(values.map(({ value, end_time }) => [dayIn(end_time - 1, timeZone), value]))

const withReach = (days: Counts['days'], reach: Map<string, number>): Counts['days'] =>
  days.map(({ day, values }) => {
    const people = reach.get(day)
    return { day, values: people === undefined ? values : { ...values, 'account-reach': people } }
  })

const count = z.number().int().nonnegative()
// `2026-11-21T09:00:00+0000`, which Date.parse takes.
const moment = z
  .string()
  .refine((text) => Number.isFinite(Date.parse(text)))
  .transform((text) => Date.parse(text))
const total = z.object({ summary: z.object({ total_count: count }) })
const profile = z.object({ followers_count: count })
const media = z.object({
  data: z.array(z.object({ timestamp: moment, like_count: count.optional(), comments_count: count })),
})
const posts = z.object({
  data: z.array(
    z.object({
      created_time: moment,
      shares: z.object({ count }).optional(),
      likes: total,
      comments: total,
    }),
  ),
})
const insights = z.object({
  data: z.array(z.object({ values: z.array(z.object({ value: count, end_time: moment })) })),
})

const page = 50
