import { z } from 'zod'
import { languages, moods } from '../model/mood.ts'
import { networks } from '../model/network.ts'
import { Oops } from '../model/oops.ts'
import { roles } from '../model/person.ts'
import type { PromiseRule } from '../model/promise.ts'
import type { SettingPlace } from '../model/team.ts'
import { minute } from '../model/time.ts'
import { topicKinds } from '../model/topic.ts'
import { lengthOf } from './every.ts'
import { list, map } from './loose.ts'
import { readName } from './names.ts'
import { nearest } from './nearest.ts'
import { type Problem, problem, shown } from './problem.ts'
import { namesIn, repeats } from './repeats.ts'
import { topicsCheck } from './route-checks.ts'
import { oneOrMore } from './route-shape.ts'
import { text, whole } from './shape.ts'
import type { Sheet } from './sheet.ts'

const rule = {
  name: text(readName),
  kinds: oneOrMore(z.enum(topicKinds)).optional(),
  moods: oneOrMore(z.enum(moods)).optional(),
  networks: oneOrMore(z.enum(networks)).optional(),
  languages: oneOrMore(z.enum(languages)).optional(),
  reach: whole(1, 10_000_000_000).optional(),
  within: text(readOpenTime),
  remind: text(readOpenTimeOrNone).optional(),
  silence: text(readOpenTimeOrNone).optional(),
}

const after = text(readOpenTimeOrNone).optional()

/** Promises of every team: a topic or a person belongs to one of them alone. */
export const sharedPromisesShape = z.array(
  z.strictObject({ ...rule, escalate: oneOrMore(z.strictObject({ after, to: z.enum(roles) })).optional() }),
)

/** A team's own. */
export const promisesShape = z.array(
  z.strictObject({
    ...rule,
    topics: oneOrMore(text(readName)).optional(),
    escalate: oneOrMore(z.strictObject({ after, to: z.string() })).optional(),
  }),
)

export type PromiseSettings = z.output<typeof promisesShape>[number]

/** A promise as it is written; who has half an hour or more is reminded in the last quarter of it, at most half an hour before. */
export const promiseOf = (given: PromiseSettings, at?: SettingPlace): PromiseRule => ({
  name: given.name,
  topics: given.topics ?? null,
  kinds: given.kinds ?? null,
  moods: given.moods ?? null,
  networks: given.networks ?? null,
  languages: given.languages ?? null,
  reach: given.reach ?? null,
  within: given.within,
  remind: given.remind === undefined ? usualReminder(given.within) : given.remind || null,
  silence: given.silence || null,
  escalate: (given.escalate ?? []).map(({ after = 0, to }) => ({ after, to })),
  ...(at ? { at } : {}),
})

const usualReminder = (within: number) => (within < 30 * minute ? null : Math.min(within / 4, 30 * minute))

/** What no single value shows: names used twice, topics and people that are not there. */
export function promisesCheck(sheet: Sheet): Problem[] {
  const { promises, people } = map(sheet.value)
  const topics = list(map(sheet.value).topics).map(map)
  const known = [...roles, ...Object.keys(map(people))]
  return [
    ...repeats(sheet, namesIn(sheet, 'promises')),
    ...list(promises).flatMap((given, at) => {
      const path = ['promises', at]
      const { escalate } = map(given)
      const several = Array.isArray(escalate)
      return [
        ...topicsCheck(sheet, path, map(given), topics),
        ...(several ? (escalate as unknown[]) : [escalate]).flatMap((one, nth): Problem[] => {
          const { to } = map(one)
          if (typeof to !== 'string' || known.includes(to)) return []
          const place = sheet.place([...path, 'escalate', ...(several ? [nth] : []), 'to'])
          const near = nearest(to, known)
          const values = { setting: 'to', given: shown(to), known: known.join(', ') }
          return [
            near
              ? problem(sheet.file, place, 'settings.choice-near', { ...values, near })
              : problem(sheet.file, place, 'settings.choice', values),
          ]
        }),
      ]
    }),
  ]
}

/** Open time, `30 min` or `4h`, in ms. A day is no length of it: how long one is, the hours say. Throws Oops. */
function readOpenTime(text: string): number {
  const length = lengthOf(text)
  if (length !== null && length > 0 && /(?:d|days?|j|jours?)\s*$/iu.test(text))
    throw new Oops('settings.open-time-days', { given: shown(text) })
  if (length === null || length < minute || length > longest)
    throw new Oops('settings.open-time', { given: shown(text) })
  return length
}

function readOpenTimeOrNone(text: string): number {
  return text.trim() === 'none' ? 0 : readOpenTime(text)
}

const longest = 400 * 60 * minute
