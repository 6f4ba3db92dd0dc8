import { bucketsOf, dayAfter, lengthOf, type Period, spanOf } from '../model/period.ts'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { dayIn } from '../model/time.ts'
import { keysKept } from '../store/member-days.ts'
import type { Store } from '../store/store.ts'
import type { Found } from './counting.ts'

/** Whether a team listens to its community in this chat. */
export const isListening = ({ listens = [] }: Team, chat: ChatName) =>
  listens.some((place) => place.chat === chat)

/**
 * What was heard in a community and will be forgotten stays as counts: questions of each day that nobody has answered,
 * as long as they may still be; how many members spoke in the weeks and months that are over.
 */
export async function countCommunity(store: Store, team: Team, now: Instant): Promise<Found> {
  const today = dayIn(now, team.timeZone)
  const values: Found['values'] = []
  const days = bucketsOf({ from: dayAfter(today, -questionsKept), to: today }, 'day')
  for (const day of days) {
    if ((await store.community.listenedDays(team.name, day)).days === 0) continue
    const { unanswered } = await store.community.asked(team.name, spanOf(day, team.timeZone))
    values.push({ measure: 'unanswered-questions', account: '', day: day.from, value: unanswered })
  }
  const kept: Period = { from: dayAfter(today, -keysKept), to: dayAfter(today, -1) }
  for (const period of [...bucketsOf(kept, 'day'), ...wholeWeeks(kept), ...wholeMonths(kept)]) {
    if ((await store.community.listenedDays(team.name, period)).days === 0) continue
    if ((await store.memberDays.counted(team.name, period)) !== null) continue
    await store.memberDays.close(team.name, period, await store.memberDays.active(team.name, period))
  }
  return { values, watched: [], trouble: {} }
}

// The first of the buckets may have begun before what is kept.
const wholeWeeks = (kept: Period) =>
  bucketsOf(kept, 'week')
    .slice(1)
    .filter((week) => lengthOf(week) === 7)
const wholeMonths = (kept: Period) =>
  bucketsOf(kept, 'month')
    .slice(1)
    .filter(({ to }) => dayAfter(to).endsWith('-01'))

/** Questions are known for a month (src/schedule/forget.ts); the oldest day may lack some already. */
export const questionsKept = 28
