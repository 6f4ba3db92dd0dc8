import { z } from 'zod'
import { type Weekday, weekdays } from '../model/digest.ts'
import type { ChatKind } from '../model/person.ts'
import { type ReportPlan, readers, reportRhythms } from '../model/report.ts'
import { purposes, type SettingPlace } from '../model/team.ts'
import { list, map } from './loose.ts'
import { readMailAddress } from './mail.ts'
import { readName } from './names.ts'
import { type Problem, problem, shown } from './problem.ts'
import { type Entry, namesIn, repeats } from './repeats.ts'
import { oneOrMore, readTarget } from './route-shape.ts'
import type { Variables } from './secrets.ts'
import { text, whole } from './shape.ts'
import type { Sheet } from './sheet.ts'
import { readTime } from './time.ts'

/** Of the days of a month every month has the first 28. */
const report = {
  name: text(readName),
  reader: z.enum(readers).optional(),
  every: z.enum(reportRhythms),
  on: z.union([whole(1, 28), z.enum(weekdays)]).optional(),
  at: text(readTime).optional(),
  comment: z.enum(['draft', 'ask']).optional(),
  approve: z.boolean().optional(),
}

/** Reports of every team: a channel or a mailbox belongs to one of them alone. */
export const sharedReportsShape = z.array(z.strictObject({ ...report, to: z.enum(purposes) }))

/** A team's own; `chat` is where a channel is that names none. */
export const reportsShape = (chat: ChatKind) =>
  z.array(
    z.strictObject({
      ...report,
      to: text((given) => readTarget(given, chat)).optional(),
      mail: oneOrMore(text(readMailAddress)).optional(),
    }),
  )

type Given = z.output<ReturnType<typeof reportsShape>>[number]

/** A report as it is written: the board's on the 1st, the team's on Mondays, at half past eight. */
export const reportOf = (given: Given, place?: SettingPlace): ReportPlan => ({
  name: given.name,
  reader: given.reader ?? (given.every === 'month' ? 'board' : 'team'),
  every: given.every,
  on: given.every === 'day' ? null : (given.on ?? (given.every === 'month' ? 1 : 'monday')),
  at: given.at ?? '08:30',
  to: given.to ?? null,
  mail: given.mail ?? [],
  comment: given.comment ?? 'draft',
  approve: given.approve ?? false,
  ...(place ? { place } : {}),
})

/** What no single value shows: names and addresses twice, a day that its rhythm does not have, a report for nobody, mail without a server. */
export function reportsCheck(sheet: Sheet, env: Variables): Problem[] {
  const { reports, mail, sample } = map(sheet.value)
  const server = 'host' in map(mail) || (env.SMTP_URL ?? '').trim() !== ''
  const sender =
    'from' in map(mail) || (env.SMTP_FROM ?? '').trim() !== '' || /@/.test(String(map(mail).user))
  return [
    ...repeats(sheet, namesIn(sheet, 'reports')),
    ...list(reports).flatMap((one, at): Problem[] => {
      const given = map(one)
      const path = ['reports', at]
      const addresses = Array.isArray(given.mail) ? (given.mail as unknown[]) : []
      const twice = repeats(
        sheet,
        addresses.map(
          (address, nth): Entry => ({
            path: [...path, 'mail', nth],
            key: typeof address === 'string' ? address.trim().toLowerCase() : null,
          }),
        ),
      )
      const blame = (key: string, text: string, values = {}) => [
        problem(sheet.file, sheet.place([...path, key], key in given ? 'key' : 'value'), text, values),
      ]
      if ('every' in given && 'on' in given && !fits(given.every, given.on))
        return [
          ...twice,
          ...blame('on', 'settings.report-on', { given: shown(given.on), every: shown(given.every) }),
        ]
      if ('name' in given && !('to' in given) && !('mail' in given))
        return [
          ...twice,
          problem(sheet.file, sheet.place(path), 'settings.report-nowhere', { given: shown(given.name) }),
        ]
      if ('mail' in given && sample !== true && !server)
        return [...twice, ...blame('mail', 'settings.report-no-server')]
      if ('mail' in given && sample !== true && !sender)
        return [...twice, ...blame('mail', 'settings.report-no-sender')]
      return twice
    }),
  ]
}

const fits = (every: unknown, on: unknown) =>
  every === 'month' ? typeof on === 'number' : every === 'week' ? weekdays.includes(on as Weekday) : false
