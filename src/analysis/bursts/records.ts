/**
 * What the highest surprise of a day usually is, for one window: mean and spread of the daily records, forgotten over
 * two weeks. An alert is measured against them, so that a brand with a storm of retweets every evening and one that
 * nobody talks about are both told only what is new to them.
 */
export type Records = { weight: number; sum: number; squares: number; today: number }

/** Before anything is known: one day whose record was 5, give or take 1. */
export const newRecords = (): Records => ({ weight: 1, sum: 5, squares: 26, today: 0 })

/** Closes a day: its record joins the others, unless too little of the day was seen. */
export function closeDay(records: Records, seen: boolean) {
  if (seen) {
    const kept = Math.exp(-1 / daysKept)
    // The day before anything was known is not forgotten: it stands for the days that have not been.
    records.weight = 1 + (records.weight - 1) * kept + 1
    records.sum = 5 + (records.sum - 5) * kept + records.today
    records.squares = 26 + (records.squares - 26) * kept + records.today ** 2
  }
  records.today = 0
}

/** The surprise that lies `above` standard deviations over the usual record of a day. */
export function recordLevel({ weight, sum, squares }: Records, above: number): number {
  const mean = sum / weight
  return mean + above * Math.sqrt(Math.max(0, squares / weight - mean ** 2))
}

const daysKept = 14
