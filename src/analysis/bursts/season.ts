/**
 * How busy each hour of the day and of the week usually is, 1 being the mean. Two forgetful fractions, what was
 * counted over what was expected, in units of evidence: one loud hour of a large brand is still only one hour.
 */
export type Season = { day: Float32Array; dayOf: Float32Array; week: Float32Array; weekOf: Float32Array }

export const newSeason = (): Season => ({
  day: new Float32Array(24),
  dayOf: new Float32Array(24),
  week: new Float32Array(168),
  weekOf: new Float32Array(168),
})

/** How busy an hour (0 is Monday 0:00 to 0:59, 167 the last of Sunday) usually is beside the mean. */
export const busyness = (season: Season, hour: number) => ofDay(season, hour) * ofWeek(season, hour)

/** Learns an hour that has ended: `count` heard of it, `mean` what such a stretch of time brings on average. */
export function learnHour(season: Season, hour: number, { count, mean }: { count: number; mean: number }) {
  const [day, week] = [ofDay(season, hour), ofWeek(season, hour)]
  const at = hour % 24
  // Counts vary more than chance alone: an hour with thousands says little more than one with ten.
  const evidence = 1 / (1 + (mean * day * week) / spread)
  season.day[at] = season.day[at]! * (1 - 1 / daysKept) + (count / week) * evidence
  season.dayOf[at] = season.dayOf[at]! * (1 - 1 / daysKept) + mean * evidence
  season.week[hour] = season.week[hour]! * (1 - 1 / weeksKept) + count * evidence
  season.weekOf[hour] = season.weekOf[hour]! * (1 - 1 / weeksKept) + mean * day * evidence
}

// Few observations lean on the coarser answer: the hour of the week on that of the day, that on the mean.
const ofDay = ({ day, dayOf }: Season, hour: number) =>
  (day[hour % 24]! + leanDay) / (dayOf[hour % 24]! + leanDay)
const ofWeek = ({ week, weekOf }: Season, hour: number) =>
  (week[hour]! + leanWeek) / (weekOf[hour]! + leanWeek)

/** The hour of the week in UTC, for a time in ms since 1970 (a Thursday). */
export const hourOfWeekUtc = (at: number) => ((Math.floor(at / 3_600_000) % 168) + 168 + 72) % 168

/** The same in a time zone ("Europe/Paris"), remembered for a quarter of an hour: zones change at no other time. */
export function hourOfWeekIn(zone: string): (at: number) => number {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  let [known, hour] = [Number.NaN, 0]
  return (at) => {
    const quarter = Math.floor(at / 900_000)
    if (quarter === known) return hour
    const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]))
    known = quarter
    hour = weekdays.indexOf(parts.weekday!) * 24 + Number(parts.hour)
    return hour
  }
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const daysKept = 14
const weeksKept = 6
const leanDay = 6
const leanWeek = 12
const spread = 8
