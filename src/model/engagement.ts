import type { Engagement, Instant } from './post.ts'
import { day, hour, minute } from './time.ts'

/** What people did with a post, and how many follow who wrote it; null where nobody counts that. */
export type Counted = Required<Engagement> & { followers: number | null }

/** Whether posts of a source can be looked at again at their place (`lookingAt` of src/sources/places/looks.ts). */
export const isLookedAt = (source: string): boolean =>
  /^place:(?:hackernews|mastodon|bluesky|lemmy|discourse|stackexchange)(?::|$)/u.test(source)

/**
 * When a post is looked at again: often while it is young, by when it was written; then every day for a month after it
 * was heard, and every week after that, to see that it is still there. Null once its text is no longer kept.
 */
export function nextLook(
  { saidAt, heardAt, forgetAt }: { saidAt: Instant; heardAt: Instant; forgetAt: Instant },
  now: Instant,
): Instant | null {
  const young = youngAges.map((age) => Math.min(saidAt, heardAt) + age).find((at) => at > now)
  const next = young ?? now + (now - heardAt < month ? day : 7 * day)
  return next < forgetAt ? next : null
}

/** Likes, shares and comments together. */
export const reactionsOf = (one: Engagement | null | undefined): number =>
  (one?.likes ?? 0) + (one?.shares ?? 0) + (one?.comments ?? 0)

/** What is known now: a count that was not told this time is as it was. */
export const counted = (
  before: Counted | null,
  told: Engagement & { followers?: number | null },
): Counted => ({
  likes: whole(told.likes) ?? before?.likes ?? null,
  shares: whole(told.shares) ?? before?.shares ?? null,
  comments: whole(told.comments) ?? before?.comments ?? null,
  views: whole(told.views) ?? before?.views ?? null,
  followers: whole(told.followers) ?? before?.followers ?? null,
})

/** Whether so much came that a message about it is worth an edit: at ten, and at each doubling after that. */
export const isWorthTelling = (before: Engagement | null, now: Engagement): boolean =>
  stepOf(reactionsOf(now)) > stepOf(reactionsOf(before))

const stepOf = (reactions: number) => (reactions < 10 ? -1 : Math.floor(Math.log2(reactions / 10)))

/** A place may tell anything: scores go below nothing, and what nobody on earth can have is no count. */
const whole = (count: number | null | undefined): number | null =>
  typeof count === 'number' && count <= mostCounted ? Math.max(Math.round(count), 0) : null

/** Far above what was ever seen; thousands of these still add up exactly. */
const mostCounted = 1e11

const youngAges = [15 * minute, hour, 3 * hour, 12 * hour, day]
const month = 30 * day
