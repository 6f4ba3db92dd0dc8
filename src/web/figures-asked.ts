import { type Measure, type MeasurePart, measureParts } from '../model/measure.ts'
import { type Grain, grains, lastDays, lengthOf, type Period } from '../model/period.ts'
import type { Instant } from '../model/post.ts'
import { type Locale, locales, type Team } from '../model/team.ts'
import { dayIn } from '../model/time.ts'
import { folded } from '../model/words.ts'
import { bucketsIn, measureNamed, namelessParts } from '../reports/kpi/export.ts'

/** What a program asks for; `measures` null: all that the team has. */
export type FiguresAsked = {
  measures: Measure[] | null
  topics: (string | null)[]
  period: Period
  grain: Grain
  parts: MeasurePart[]
  locale: Locale
}

/** Why an address is no question, for whoever wrote the program: `error` never changes, the rest says where and what may stand there. */
export type Refusal = {
  error: string
  parameter: string
  given?: string
  may_be?: readonly string[]
  most?: number
}

/** Reads the parameters of an address, all of which may be missing. */
export function readFiguresAsked(
  query: URLSearchParams,
  team: Team,
  now: Instant,
): FiguresAsked | { refused: Refusal } {
  for (const parameter of new Set(query.keys())) {
    if (!parameters.includes(parameter))
      return refused('unknown-parameter', parameter.slice(0, 40), { may_be: parameters })
    if (query.getAll(parameter).length > 1) return refused('parameter-twice', parameter)
  }
  const listOf = (parameter: string) =>
    query
      .get(parameter)
      ?.split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
  const one = (parameter: string) => query.get(parameter)?.trim() || undefined

  const measures = measuresIn(listOf('measure'))
  if ('refused' in measures) return measures
  const topics = topicsIn(listOf('topic'), team)
  if ('refused' in topics) return topics
  const period = periodIn(one('from'), one('to'), dayIn(now, team.timeZone), team, now)
  if ('refused' in period) return period
  const by = one('by') ?? 'day'
  const grain = grains.find((grain) => grain === by)
  if (!grain) return refused('unknown-grain', 'by', { given: by, may_be: grains })
  if (bucketsIn(period.period, grain) > mostPieces)
    return refused('period-too-long', 'from', { most: mostPieces, given: `by=${grain}` })
  const parts = listOf('parts') ?? []
  const mayBe = namelessParts({ by: measureParts })
  const wrong = parts.find((part) => !(mayBe as string[]).includes(part))
  if (wrong !== undefined) return refused('unknown-part', 'parts', { given: wrong, may_be: mayBe })
  const locale = one('locale') ?? 'en'
  if (!(locales as readonly string[]).includes(locale))
    return refused('unknown-locale', 'locale', { given: locale, may_be: locales })
  return {
    ...{ measures: measures.measures, topics: topics.topics, period: period.period, grain },
    parts: parts as MeasurePart[],
    locale: locale as Locale,
  }
}

const parameters = ['measure', 'topic', 'from', 'to', 'by', 'parts', 'locale']

const refused = (
  error: string,
  parameter: string,
  { given, ...more }: Omit<Refusal, 'error' | 'parameter'> = {},
): { refused: Refusal } => ({
  refused: { error, parameter, ...(given === undefined ? {} : { given: given.slice(0, 60) }), ...more },
})

function measuresIn(keys: string[] | undefined): { measures: Measure[] | null } | { refused: Refusal } {
  if (!keys || keys.length === 0) return { measures: null }
  if (keys.length > mostAtOnce) return refused('too-many', 'measure', { most: mostAtOnce })
  const measures = [...new Set(keys)].map((key) => ({ key, measure: measureNamed(key) }))
  const unknown = measures.find(({ measure }) => !measure)
  if (unknown) return refused('unknown-measure', 'measure', { given: unknown.key })
  return { measures: measures.map(({ measure }) => measure!) }
}

function topicsIn(
  names: string[] | undefined,
  team: Team,
): { topics: (string | null)[] } | { refused: Refusal } {
  if (!names || names.length === 0) return { topics: [null] }
  if (names.length > mostAtOnce) return refused('too-many', 'topic', { most: mostAtOnce })
  const known = [...team.topics, ...(team.pastTopics ?? [])]
  const found = names.map((given) => ({
    given,
    topic: known.find(({ name }) => folded(name) === folded(given)),
  }))
  const unknown = found.find(({ topic }) => !topic)
  if (unknown)
    return refused('unknown-topic', 'topic', {
      given: unknown.given,
      may_be: team.topics.map(({ name }) => name),
    })
  return { topics: [...new Set(found.map(({ topic }) => topic!.name))] }
}

function periodIn(
  from: string | undefined,
  to: string | undefined,
  today: string,
  team: Team,
  now: Instant,
): { period: Period } | { refused: Refusal } {
  for (const [parameter, day] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (day !== undefined && !isDay(day)) return refused('no-day', parameter, { given: day })
  const last = to ?? today
  const usual = lastDays(usualDays, now, team.timeZone)
  const period = { from: from ?? (to === undefined ? usual.from : dayBefore(to, usualDays - 1)), to: last }
  if (period.to < period.from) return refused('ends-before-it-begins', 'to', { given: period.to })
  if (period.from > today) return refused('not-begun', 'from', { given: period.from })
  if (lengthOf(period) > longest) return refused('period-too-long', 'from', { most: longest })
  return { period }
}

const isDay = (day: string) =>
  /^2\d{3}-\d\d-\d\d$/.test(day) &&
  !Number.isNaN(Date.parse(day)) &&
  new Date(day).toISOString().slice(0, 10) === day

const dayBefore = (day: string, days: number) =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)

const usualDays = 30
/** Days. */
const longest = 5 * 366
/** Days, weeks or months of a number. */
const mostPieces = 400
const mostAtOnce = 20
