import type { Item, Message, Select } from '../../chat/message.ts'
import { periodChoices, readPeriod } from '../../chat/period.ts'
import type { Goal } from '../../model/goal.ts'
import { type Family, families } from '../../model/measure.ts'
import { type Marked, together } from '../../texts/marked.ts'
import type { Say } from '../../texts/texts.ts'
import { askedKey, type Wanted } from './asked.ts'
import { type Compared, daysWords, figureLine, movement, readCompared, whyNotCompared } from './compared.ts'
import { goalLine } from './goal-lines.ts'
import { moodChart } from './measure-chart.ts'
import type { Facts } from './measured.ts'
import { periodWords } from './period-words.ts'
import { measuresOf } from './read.ts'
import { becauseWords, measureName, valueWords } from './words.ts'

/**
 * All numbers that a team has, in their families, those that moved first; on the first day what there is to count, and
 * what it takes for more. With a chart of the mentions by mood.
 */
export async function overviewMessage(
  facts: Facts,
  wanted: Wanted,
  { say, goals }: { say: Say; goals: Goal[] },
): Promise<Message> {
  const { period, topics, account, channel, beside } = wanted
  const alone = { topic: topics[0], account, channel }
  const had = (await measuresOf(facts)).filter(({ by }) =>
    (['topic', 'account', 'channel'] as const).every(
      (part) => alone[part] === undefined || by.includes(part),
    ),
  )
  const asked = Object.fromEntries(Object.entries(alone).filter(([, name]) => name !== undefined))
  const readings: Compared[] = []
  for (const { key } of had) readings.push(await readCompared(facts, key, { period, ...asked }, beside))
  const known = readings.filter(({ figure }) => figure.known)
  const something = known.some(({ figure }) => figure.known && figure.n > 0)
  const title = titleOf(facts, wanted, say)
  if (!something) return firstDay(facts, readings, title, wanted, say)
  const aimed: (Marked | null)[] = []
  for (const goal of goals.slice(0, mostGoalsShown)) aimed.push(await goalLine(facts, goal, say))
  const missing = families.filter((family) => !known.some(({ measure }) => measure.family === family))
  return {
    title,
    text: together([comparedLine(known, say)]),
    items: [
      ...movedItem(readings, say),
      ...(aimed.length > 0 ? [{ title: say.plain('kpi.goals'), text: together(aimed) }] : []),
      ...families.flatMap((family) => familyItem(family, known, say)),
      ...unknownItem(readings, say),
      ...(missing.length > 0 && topics.length === 0 ? [needs(missing, say)] : []),
    ],
    note: say('kpi.overview-note'),
    selects: menus(facts, wanted, known, say),
    files: await moodChart(facts, wanted, say),
    about: 'kpi:all',
    quiet: true,
  }
}

const mostGoalsShown = 5

/** With which days all is compared; where nothing can be, why. */
function comparedLine(known: Compared[], say: Say): Marked | null {
  const [first] = known
  if (!first) return null
  const period = ({ beside }: Compared) => periodWords(beside, say)
  const compared = known.filter(({ change }) => change !== null)
  const over = compared.find(({ over }) => over)
  if (over) return say('kpi.compared-over', { period: period(over) })
  if (compared[0]) return say('kpi.compared', { period: period(compared[0]) })
  const because = whyNotCompared(first, say)
  return because === null ? null : say('kpi.before-unknown', { period: period(first), because })
}

const titleOf = (facts: Facts, { period, topics }: Wanted, say: Say) =>
  topics[0]
    ? say.plain('kpi.title-of', { topic: topics[0], period: daysWords(period, say, facts) })
    : say.plain('kpi.title', { team: facts.team.title, period: daysWords(period, say, facts) })

/** The three that moved most, where they did. */
function movedItem(readings: Compared[], say: Say): Item[] {
  const moved = readings
    .map((reading) => ({ reading, by: movement(reading) }))
    .filter(({ by }) => by >= leastMovement)
    .sort((one, other) => other.by - one.by)
    .slice(0, 3)
  if (moved.length === 0) return []
  const lines = moved.map(({ reading }) => figureLine(reading, measureName(reading.measure, say), say))
  return [{ title: say.plain('kpi.moved'), text: together(lines) }]
}

/** About 10 %. */
const leastMovement = 0.095

function familyItem(family: Family, known: Compared[], say: Say): Item[] {
  const own = known.filter(({ measure }) => measure.family === family)
  if (own.length === 0) return []
  const lines = own.map((reading) => figureLine(reading, measureName(reading.measure, say), say))
  return [{ title: say.plain(`measure.family-${family}`), text: together(lines) }]
}

/** What is collected and not known in these days: those with one reason in one line. */
function unknownItem(readings: Compared[], say: Say): Item[] {
  const reasons = Map.groupBy(
    readings.flatMap(({ measure, figure }) =>
      figure.known ? [] : [{ name: measureName(measure, say), because: becauseWords(figure.because, say) }],
    ),
    ({ because }) => because,
  )
  if (reasons.size === 0) return []
  const lines = [...reasons]
    .slice(0, mostReasons)
    .map(([because, of]) =>
      say('kpi.unknown-line', { names: of.map(({ name }) => name).join(', '), because }),
    )
  const more = reasons.size - lines.length
  return [
    {
      title: say.plain('kpi.unknown'),
      text: together([...lines, more > 0 ? say('kpi.and-more', { count: more }) : null]),
    },
  ]
}

const mostReasons = 5

const needs = (missing: Family[], say: Say): Item => ({
  title: say.plain('kpi.needs'),
  text: together(missing.map((family) => say(`kpi.needs-${family}`))),
})

/** Nothing, or nothing yet: what is watched, and what each family waits for. */
async function firstDay(
  facts: Facts,
  readings: Compared[],
  title: string,
  wanted: Wanted,
  say: Say,
): Promise<Message> {
  const { store, team } = facts
  const { all } = await store.mentions.count(team.name, {})
  const selects = menus(facts, wanted, [], say)
  const topic = wanted.topics[0]
  if (topic !== undefined)
    return { title, text: say('kpi.nothing-of', { topic }), selects, about: 'kpi:all', quiet: true }
  const mentions = say.plain('kpi.mentions', { count: all })
  if (all > 0)
    return { title, text: say('kpi.nothing', { mentions }), selects, about: 'kpi:all', quiet: true }
  const values = {
    sources: say.plain('help.sources', { count: team.sources.length }),
    topics: say.plain('help.topics', { count: team.topics.length }),
    mentions,
  }
  const had = new Set(
    readings.filter(({ figure }) => figure.known && figure.n > 0).map(({ measure }) => measure.family),
  )
  return {
    title: say.plain('kpi.first'),
    text: say('kpi.first-has', values),
    items: [
      needs(
        families.filter((family) => !had.has(family)),
        say,
      ),
    ],
    selects,
    about: 'kpi:all',
    quiet: true,
  }
}

/** Menus to one measure, and to other days. */
export function menus(
  facts: Pick<Facts, 'team' | 'now'>,
  wanted: Wanted,
  known: Compared[],
  say: Say,
): Select[] {
  const choices = known.slice(0, 25).map(({ measure, figure }) => ({
    value: askedKey({ ...wanted, measure: measure.key }),
    label: figure.known
      ? `${measureName(measure, say)} · ${valueWords(figure.value, measure.unit, say, figure.currency)}`
      : measureName(measure, say),
  }))
  return [
    ...(choices.length > 0 ? [{ action: 'kpi.show', label: say.plain('kpi.choose'), choices }] : []),
    periodMenu(facts, wanted, say),
  ]
}

export function periodMenu({ team, now }: Pick<Facts, 'team' | 'now'>, wanted: Wanted, say: Say): Select {
  const choices = periodChoices({ team, now, say }).map(({ value, label }) => ({
    label,
    value: askedKey({ ...wanted, period: readPeriod(value, now, team.timeZone), grain: null, beside: null }),
  }))
  return { action: 'kpi.period', label: say.plain('kpi.choose-period'), choices }
}
