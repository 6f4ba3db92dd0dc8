import type { Figure, Sureness } from '../../model/measure.ts'
import type { Reason, Values } from '../../model/oops.ts'
import { lengthOf, type Period } from '../../model/period.ts'
import { dayIn } from '../../model/time.ts'
import type { Facts } from './measured.ts'

/** What makes a number less sure, and whether it covers only a part of the days. */
export type Doubt = { sure?: Sureness; because?: Reason; partly?: true }

export const reason = (key: string, values: Values = {}): Reason => ({ key, values })

/** What cannot be known, for a reason that was kept. */
export const hidden = (because: Reason): Figure => ({ known: false, because })

/** The days of a period that have begun, today included. */
export function daysBegun(period: Period, { now, team }: Facts): number {
  const today = dayIn(now, team.timeZone)
  return Math.max(lengthOf({ from: period.from, to: period.to < today ? period.to : today }), 0)
}

export const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)

/** Names in a sentence: a file may bring a thousand of them. */
export const shortList = (names: string[]) =>
  names.length > 6 ? `${names.slice(0, 6).join(', ')}…` : names.join(', ')
