import type { Button, Field, Message } from '../../chat/message.ts'
import type { Goal } from '../../model/goal.ts'
import type { Asked, Figure, MeasurePart, Part } from '../../model/measure.ts'
import { lengthOf } from '../../model/period.ts'
import { type Marked, plain, together } from '../../texts/marked.ts'
import type { Say } from '../../texts/texts.ts'
import { shareChart } from '../chart.ts'
import { askedKey, type Wanted } from './asked.ts'
import { measuredOf } from './catalogue.ts'
import { type Compared, changeLine, daysWords, readCompared } from './compared.ts'
import { namelessParts } from './export.ts'
import { goalIs, goalProgress } from './goal-lines.ts'
import { attached, measureChart } from './measure-chart.ts'
import type { Facts } from './measured.ts'
import { periodMenu } from './overview-message.ts'
import { partName } from './part-words.ts'
import { periodWords } from './period-words.ts'
import { readParts } from './read.ts'
import { becauseWords, doubtWords, figureWords, measureFormula, measureName, valueWords } from './words.ts'

export type Shown = {
  say: Say
  goals: Goal[]
  /** Whether what is shown can be had as a file. */
  exports: boolean
  /** Whether who asks may set goals. */
  aims: boolean
  /** For all who read a channel: whoever wrote is not named. */
  nameless?: boolean
}

/** One measure: its value, how it changed, what it is made of, its chart, and its definition. */
export async function measureMessage(
  facts: Facts,
  wanted: Wanted & { measure: string },
  { say, goals, exports, aims, nameless = false }: Shown,
): Promise<Message> {
  const { period, topics, account, channel, beside } = wanted
  const asked: Asked = {
    period,
    ...(topics[0] ? { topic: topics[0] } : {}),
    ...(account ? { account } : {}),
    ...(channel ? { channel } : {}),
  }
  const compared = await readCompared(facts, wanted.measure, asked, beside)
  const { measure, figure } = compared
  const own = goals.filter(
    ({ measure: key, topic }) =>
      key === measure.key &&
      (topic === null || topic === topics[0]) &&
      (topic !== null) === topics.length > 0,
  )
  const aimed: Marked[] = []
  for (const goal of own) {
    const progress = await goalProgress(facts, goal, say)
    if (progress) aimed.push(together([goalIs(goal, measure, say), progress], ' · '))
  }
  const doubt = doubtWords(figure, say)
  const goal = own.find(({ kind }) => kind === 'goal') ?? null
  const files = wanted.by
    ? await partsChart(facts, compared, asked, wanted.by, say)
    : await measureChart(facts, measure, wanted, { say, goal, before: compared.beside })
  return {
    title: titleOf(compared, topics[0] ?? account ?? channel, say),
    text: together([
      plain(daysWords(period, say, facts)),
      figure.known ? null : say('kpi.unknown-because', { because: becauseWords(figure.because, say) }),
      !lacks(figure) || (await measuredOf(measure.key).collected(facts))
        ? null
        : say('kpi.needs-one', { what: { marked: say(`kpi.needs-${measure.family}`) } }),
      // Since when Vigie listens is said once.
      figure.known && figure.partly && !compared.before.known ? null : changeLine(compared, say),
      figure.known && figure.p90 !== undefined
        ? say('kpi.p90', { value: valueWords(figure.p90, measure.unit, say) })
        : null,
      doubt === null ? null : say('kpi.doubt', { because: doubt }),
      ...aimed,
      wanted.by && files.length === 0 && figure.known ? say('kpi.no-parts') : null,
    ]),
    fields: [
      ...(await partFields(facts, compared, asked, { by: wanted.by, nameless }, say)),
      ...definition(facts, compared, say),
    ],
    selects: [periodMenu(facts, wanted, say)],
    buttons: buttonsOf(wanted, { exports, aims }, say),
    files,
    about: 'kpi:all',
    quiet: true,
  }
}

/** Whether a number waits for its family; with mentions that are heard, what else it takes is in its reason. */
const lacks = (figure: Figure) => {
  if (figure.known) return false
  const key = 'key' in figure.because ? figure.because.key : ''
  return !inItsReason.includes(key)
}

const inItsReason = [
  'figure.no-competitor',
  'figure.no-brand',
  'figure.no-reach',
  'figure.no-engagement',
  'figure.no-authors',
]

function titleOf({ measure, figure }: Compared, of: string | undefined, say: Say): string {
  const name = measureName(measure, say)
  const whole = of === undefined ? name : `${name} · ${of}`
  return figure.known
    ? say.plain('kpi.name-of', { name: whole, topic: figureWords(figure, measure, say) })
    : whole
}

/** What stands behind a number: how it is counted, of how many, from where, how sure it is. */
function definition({ team }: Facts, { measure, figure, asked }: Compared, say: Say): Field[] {
  const period = periodWords(asked.period, say)
  const fields: Field[] = [
    { name: say.plain('kpi.formula'), value: plain(measureFormula(measure, say)) },
    {
      name: say.plain('kpi.days'),
      value: say('kpi.days-of', {
        period,
        count: lengthOf(asked.period),
        zone: team.timeZone.replace(/_/g, ' '),
      }),
    },
  ]
  if (!figure.known) return fields
  if (figure.of !== undefined)
    fields.push({ name: say.plain('kpi.counted'), value: say('kpi.counted-of', { count: figure.of }) })
  else if (figure.n !== figure.value)
    fields.push({ name: say.plain('kpi.counted'), value: say('kpi.observations', { count: figure.n }) })
  if (figure.sources.length > 0)
    fields.push({ name: say.plain('kpi.sources'), value: sourceWords(figure.sources, say) })
  fields.push({ name: say.plain('kpi.sureness'), value: say(`kpi.sure-${figure.sure}`) })
  return fields
}

const sourceWords = (sources: string[], say: Say): Marked =>
  together(
    [
      plain(sources.slice(0, mostSources).join(', ')),
      sources.length > mostSources ? say('kpi.and-more', { count: sources.length - mostSources }) : null,
    ],
    ' ',
  )

const mostSources = 6

/** What it is made of: by what was asked for, else by the first two that say something. */
async function partFields(
  facts: Facts,
  { measure, figure }: Compared,
  asked: Asked,
  { by, nameless }: { by: MeasurePart | null; nameless: boolean },
  say: Say,
): Promise<Field[]> {
  if (!figure.known) return []
  const named = { topic: asked.topic, account: asked.account, channel: asked.channel }
  const open = nameless ? namelessParts(measure) : measure.by
  const ways = by ? [by] : open.filter((way) => named[way as keyof typeof named] === undefined)
  const fields: Field[] = []
  for (const way of ways) {
    const parts = await readParts(facts, measure.key, asked, way)
    const least = by ? 1 : 2
    if (parts.length < least) continue
    const shown = parts.slice(0, by ? 10 : mostParts)
    const lines = shown.map(({ label, ...part }) =>
      partLine({ ...part, label: partName(label, way, say) }, measure.unit, figure.currency, say),
    )
    const more = parts.length - shown.length
    fields.push({
      name: say.plain('kpi.parts', { by: say.plain(`kpi.by-${way}`) }),
      value: together([...lines, more > 0 ? moreWords(parts, more, say) : null]),
    })
    if (!by && fields.length === 2) break
  }
  return fields
}

const mostParts = 4

/** Of long lists only the beginning is read: then nobody knows how many more there are. */
const moreWords = (parts: Part[], more: number, say: Say): Marked =>
  parts.length < mostRead ? say('kpi.and-more', { count: more }) : say('kpi.and-others')

const mostRead = 20

function partLine(
  { label, value, share }: Part,
  unit: Compared['measure']['unit'],
  currency: string | undefined,
  say: Say,
): Marked {
  const written = partValue({ value, share }, unit, say, currency)
  if (share === undefined) return say('kpi.part', { label, value: written })
  return say('kpi.part-share', { label, value: written, share: valueWords(share, 'percent', say) })
}

/** Beside its share, a part of a rate is counted. */
const partValue = (
  { value, share }: Pick<Part, 'value' | 'share'>,
  unit: Compared['measure']['unit'],
  say: Say,
  currency?: string,
) => valueWords(value, share === undefined || unit === 'money' ? unit : 'count', say, currency)

/** The parts as bars. */
async function partsChart(
  facts: Facts,
  { measure, figure }: Compared,
  asked: Asked,
  by: MeasurePart,
  say: Say,
) {
  if (!figure.known) return []
  const parts = (await readParts(facts, measure.key, asked, by)).slice(0, mostBars)
  if (parts.length === 0 || parts.some(({ value }) => value < 0)) return []
  const title = say.plain('kpi.by-title', { name: measureName(measure, say), by: say.plain(`kpi.by-${by}`) })
  const below = [asked.topic, periodWords(asked.period, say)].filter(Boolean).join(' · ')
  const rows = parts.map(({ label, value, share }, at) => {
    const written = partValue({ value, share }, measure.unit, say, figure.currency)
    const says = share === undefined ? written : `${written} · ${valueWords(share, 'percent', say)}`
    return { label: partName(label, by, say), values: [value], says, first: at === 0 }
  })
  const png = await shareChart({ title, below, parts: [{ name: title, look: 0 }], rows })
  const says = rows.map(({ label, says }) => say.plain('kpi.says-part', { name: label, value: says }))
  return [attached(png, `${say.plain('kpi.chart-file')}-${measure.key}-${by}`, [title, below, ...says])]
}

const mostBars = 10

/** What can be done with what is shown: to the channel, to a file, to all numbers. */
export function buttonsOf(
  wanted: Wanted,
  { exports, aims }: Pick<Shown, 'exports' | 'aims'>,
  say: Say,
): Button[] {
  const value = askedKey(wanted)
  return [
    { action: 'kpi.share', label: say.plain('kpi.share'), value },
    ...(aims ? [{ action: 'kpi goal.set', label: say.plain('kpi.aim'), value }] : []),
    ...(exports ? [{ action: 'kpi-export.csv', label: say.plain('kpi.export'), value }] : []),
    {
      action: 'kpi.show',
      label: say.plain('kpi.back'),
      value: askedKey({ ...wanted, measure: null, grain: null, by: null, topics: wanted.topics.slice(0, 1) }),
    },
  ]
}
