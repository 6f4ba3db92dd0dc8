/** A day of the calendar; months count from 1. */
export type Day = { year: number; month: number; day: number }

export const holidayCalendars = ['none', 'france', 'alsace-moselle'] as const
export type HolidayCalendar = (typeof holidayCalendars)[number]

/**
 * The public holidays of France, in the order of the year: the eleven of article L. 3133-1 of the Code du travail, and
 * the two that article L. 3134-13 adds in Alsace and in Moselle. Days after Easter are counted from it.
 */
const holidays = {
  'new-year': { month: 1, day: 1 },
  'good-friday': { easter: -2, only: 'alsace-moselle' },
  'easter-monday': { easter: 1 },
  'labour-day': { month: 5, day: 1 },
  'victory-day': { month: 5, day: 8 },
  ascension: { easter: 39 },
  'whit-monday': { easter: 50 },
  'national-day': { month: 7, day: 14 },
  assumption: { month: 8, day: 15 },
  'all-saints': { month: 11, day: 1 },
  armistice: { month: 11, day: 11 },
  christmas: { month: 12, day: 25 },
  'saint-stephen': { month: 12, day: 26, only: 'alsace-moselle' },
} as const satisfies Record<string, Rule>

type Rule = ({ month: number; day: number } | { easter: number }) & { only?: HolidayCalendar }

export type Holiday = keyof typeof holidays
export const holidayNames = Object.keys(holidays) as Holiday[]

/** The public holidays of a year by this calendar; two may fall on one day, as on the 1st of May 2008. */
export function holidaysIn(year: number, calendar: HolidayCalendar): { name: Holiday; day: Day }[] {
  if (calendar === 'none') return []
  const easter = easterIn(year)
  return Object.entries(holidays as Record<string, Rule>)
    .filter(([, { only }]) => only === undefined || only === calendar)
    .map(([name, rule]) => ({
      name: name as Holiday,
      day: 'easter' in rule ? daysAfter(easter, rule.easter) : { year, month: rule.month, day: rule.day },
    }))
}

/** What holiday a day is; empty where it is none. */
export const holidaysOn = (day: Day, calendar: HolidayCalendar): Holiday[] =>
  holidaysIn(day.year, calendar)
    .filter((one) => isSame(one.day, day))
    .map(({ name }) => name)

/**
 * Easter Sunday of the Gregorian calendar: the rule that a correspondent of Nature gave on 20 April 1876 (page 487),
 * as Meeus prints it in Astronomical Algorithms, chapter 8. It has no exceptions.
 */
export function easterIn(year: number): Day {
  const golden = year % 19
  const [century, inCentury] = [Math.floor(year / 100), year % 100]
  const [leapCenturies, rest] = [Math.floor(century / 4), century % 4]
  const moonDrift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapCenturies - moonDrift + 15) % 30
  const [leaps, years] = [Math.floor(inCentury / 4), inCentury % 4]
  const weekday = (32 + 2 * rest + 2 * leaps - epact - years) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * late + 114
  return { year, month: Math.floor(sum / 31), day: (sum % 31) + 1 }
}

/** The day so many days later, or earlier. */
export function daysAfter({ year, month, day }: Day, days: number): Day {
  const at = new Date(Date.UTC(year, month - 1, day + days))
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

const isSame = (one: Day, other: Day) =>
  one.year === other.year && one.month === other.month && one.day === other.day
