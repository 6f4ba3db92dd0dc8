import type { Day } from '../../model/period.ts'
import { dayAfter } from '../../model/period.ts'
import type { Instant } from '../../model/post.ts'
import { dayIn } from '../../model/time.ts'

/** What was counted of an account: how much there is now (followers), and what its posts of some days brought about. */
export type Counts = {
  now: Partial<Record<'followers' | 'members' | 'stars', number>>
  days: { day: Day; values: Partial<Record<Reacted, number>> }[]
}

export const reactions = ['likes', 'shares', 'comments', 'views', 'account-reach'] as const
export type Reacted = (typeof reactions)[number]

/** A post of the account, and what it brought about so far; what its platform does not tell is missing. */
export type OwnPost = { at: Instant } & Partial<Record<Reacted, number>>

/**
 * What an account's newest posts brought about, by the day on which they were published. `whole`: there are no older
 * ones; else the oldest day may lack some, and is left out. A day without a post has nothing, and that is known.
 */
export function byDay(
  posts: OwnPost[],
  { told, whole, now, timeZone }: { told: Reacted[]; whole: boolean; now: Instant; timeZone: string },
): Counts['days'] {
  const today = dayIn(now, timeZone)
  const first = dayAfter(today, 1 - daysBack)
  const dated = posts.map((post) => ({ ...post, day: dayIn(post.at, timeZone) }))
  const oldest = dated.map(({ day }) => day).sort()[0] ?? today
  const from = whole ? first : [first, dayAfter(oldest)].sort()[1]!
  const days: Counts['days'] = []
  for (let day = from; day <= today; day = dayAfter(day)) {
    const ofDay = dated.filter((post) => post.day === day)
    const values: Partial<Record<Reacted, number>> = {}
    for (const what of told) {
      const known = ofDay.flatMap((post) => post[what] ?? [])
      if (ofDay.length === 0 || known.length > 0) values[what] = known.reduce((sum, count) => sum + count, 0)
    }
    days.push({ day, values })
  }
  return days
}

/** For how many days what a post brings about is counted again. */
const daysBack = 35
