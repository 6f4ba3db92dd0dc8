import type { Attached } from '../../chat/message.ts'
import type { Goal } from '../../model/goal.ts'
import type { Asked, Figure, Measure } from '../../model/measure.ts'
import type { Grain, Period } from '../../model/period.ts'
import { dayIn } from '../../model/time.ts'
import type { Say } from '../../texts/texts.ts'
import { type Lines, lineChart, type Stack, shareChart, stackChart } from '../chart.ts'
import { scaleFor } from '../chart-scale.ts'
import type { Wanted } from './asked.ts'
import { type ChartDays, chartDays } from './chart-days.ts'
import type { Facts } from './measured.ts'
import { bucketWords, periodWords } from './period-words.ts'
import { isStock, readSeries } from './read.ts'
import { goalWords } from './target.ts'
import { measureName, valueWords } from './words.ts'

type Series = { name: string; figures: Figure[] }
type Known = Extract<Figure, { known: true }>

/**
 * A measure over time as a picture, a line for each topic that is asked for; of one line also the days before (or those
 * it is compared with) and its goal. None where nothing of it is known.
 */
export async function measureChart(
  facts: Facts,
  measure: Measure,
  { period, grain, topics, beside, ...asked }: Wanted,
  { say, goal = null, before: compared }: { say: Say; goal?: Goal | null; before?: Period },
): Promise<Attached[]> {
  const whole = chartDays(period, grain, dayIn(facts.now, facts.team.timeZone))
  const figures = async (asked: Asked) =>
    (await readSeries(facts, measure.key, asked, whole.grain)).map(({ figure }) => figure)
  const read: Series[] = []
  for (const topic of topics.length > 0 ? topics : [undefined]) {
    const found = await figures({ ...asked, period: whole.period, ...(topic ? { topic } : {}) })
    read.push({ name: topic ?? measureName(measure, say), figures: found })
  }
  const from = unknownAtFirst(read.map(({ figures }) => figures))
  const days = cutBefore(whole, from)
  const shown = read.map(({ name, figures }) => ({ name, figures: figures.slice(from) }))
  if (!shown.some(({ figures }) => figures.filter(({ known }) => known).length >= fewestPoints)) return []
  const [alone] = shown.length === 1 ? topics : []
  const isWhole = days.grain === 'day' && days.period.from === period.from && from === 0
  const other = beside
    ? chartDays(beside, days.grain, beside.to).period
    : isWhole && compared
      ? compared
      : days.before
  const before =
    shown.length === 1 ? await figures({ ...asked, period: other, ...(alone ? { topic: alone } : {}) }) : null
  const aim = goal && shown.length === 1 && isOnChart(measure, goal, days.grain) ? goal : null
  return [
    await drawn(
      { measure, days, shown, before: before && { figures: before, period: other }, aim },
      facts,
      say,
    ),
  ]
}

/** One point is no line. */
const fewestPoints = 2

/** How many buckets at the beginning nobody knows anything of, but the last of them: what was not watched yet needs no room. */
function unknownAtFirst(all: Figure[][]): number {
  const known = Math.min(
    ...all.map((figures) => figures.findIndex((figure) => figure.known)).filter((at) => at >= 0),
  )
  return Number.isFinite(known) ? Math.max(0, known - 1) : 0
}

function cutBefore(days: ChartDays, from: number): ChartDays {
  if (from === 0) return days
  const buckets = days.buckets.slice(from)
  const period = { from: buckets[0]!.from, to: days.period.to }
  return { ...days, buckets, period, before: chartDays(period, days.grain, period.to).before }
}

/** What is summed up over a month is no line beside single days. */
const isOnChart = (measure: Measure, goal: Goal, grain: Grain) =>
  goal.per === grain || ['percent', 'score', 'duration'].includes(measure.unit) || isStock(measure)

type Drawn = {
  measure: Measure
  days: ChartDays
  shown: Series[]
  before: { figures: Figure[]; period: Period } | null
  aim: Goal | null
}

async function drawn(
  { measure, days, shown, before, aim }: Drawn,
  facts: Facts,
  say: Say,
): Promise<Attached> {
  const all = [...shown.flatMap(({ figures }) => figures), ...(before?.figures ?? [])]
  const currency = all.find((figure): figure is Known => figure.known)?.currency
  const write = (value: number) => valueWords(value, measure.unit, say, currency)
  const points = (figures: Figure[]) => figures.map((figure) => (figure.known ? figure.value : null))
  const values = [...all.map((figure) => (figure.known ? figure.value : null)), ...(aim ? [aim.value] : [])]
  const title = titleOf(measure, shown, say)
  const below = say.plain(`kpi.chart-by-${days.grain}`, { period: periodWords(days.period, say) })
  const beforeKnown = before && points(before.figures).some((value) => value !== null)
  const lines: Lines = {
    title,
    below,
    series: shown.map(({ name, figures }) => {
      const last = figures.findLast((figure): figure is Known => figure.known)
      return { name, points: points(figures), ...(last ? { end: write(last.value) } : {}) }
    }),
    before: beforeKnown
      ? {
          name: say.plain('kpi.chart-before', { period: periodWords(before.period, say) }),
          points: sameLength(points(before.figures), days.buckets.length),
        }
      : null,
    goal: aim
      ? { value: aim.value, label: say.plain('kpi.chart-goal', { goal: goalWords(aim, measure, say) }) }
      : null,
    scale: scaleFor(values, measure.unit, write, { near: isStock(measure) }),
    ticks: ticksOf(days, say),
    unfinished: isUnfinished(days, facts),
    begun: say.plain('kpi.chart-begun'),
    unknown: say.plain('kpi.chart-unknown'),
  }
  const png = await lineChart(lines)
  return attached(png, `${say.plain('kpi.chart-file')}-${measure.key}`, [
    title,
    below,
    ...shown.map((series) =>
      saysOf(series, { several: shown.length > 1, unfinished: lines.unfinished }, days, write, say),
    ),
    ...(lines.goal ? [lines.goal.label] : []),
  ])
}

/** The mentions of some days by their mood, bar by bar; none where there were none. */
export async function moodChart(
  facts: Facts,
  { period, grain, topics }: Wanted,
  say: Say,
): Promise<Attached[]> {
  const whole = chartDays(period, grain, dayIn(facts.now, facts.team.timeZone))
  const asked: Asked = { period: whole.period, ...(topics[0] ? { topic: topics[0] } : {}) }
  const series = async (key: string) =>
    (await readSeries(facts, key, asked, whole.grain)).map(({ figure }) => figure)
  const [volume, negative, net] = [
    await series('volume'),
    await series('negative-share'),
    await series('net-sentiment'),
  ]
  const from = unknownAtFirst([volume])
  const days = cutBefore(whole, from)
  const bars = volume.map((figure, at) => moods(figure, negative[at]!, net[at]!)).slice(from)
  if (!bars.some((bar) => bar?.some((value) => value > 0))) return []
  const totals = bars.map((bar) => bar?.reduce((sum, value) => sum + value, 0) ?? null)
  const names = (['negative', 'neutral', 'positive'] as const).map((look) => ({
    look,
    name: say.plain(`kpi.chart-${look}`),
  }))
  const title = topics[0]
    ? say.plain('kpi.chart-moods-of', { topic: topics[0] })
    : say.plain('kpi.chart-moods', { team: facts.team.title })
  const below = say.plain(`kpi.chart-by-${days.grain}`, { period: periodWords(days.period, say) })
  const sums = names.map((_, part) => bars.reduce((all, bar) => all + (bar?.[part] ?? 0), 0))
  const said = names.map(({ name }, part) =>
    say.plain('kpi.says-part', { name, value: say.number(sums[part]!) }),
  )
  const file = `${say.plain('kpi.chart-file')}-${say.plain('kpi.chart-file-moods')}`
  // A day alone stands beside nothing: then it is shown mood by mood.
  if (bars.filter((bar) => bar !== null).length < fewestPoints)
    return [
      attached(await sharesOf(title, periodWords(days.period, say), names, sums, say), file, [
        title,
        ...said,
      ]),
    ]
  const png = await stackChart({
    title,
    below,
    parts: names,
    bars: bars.map((values, at) => ({
      values,
      ...(bars.length <= 16 && totals[at] ? { says: say.number(totals[at]) } : {}),
    })),
    scale: scaleFor(totals, 'count', (value) => say.number(value)),
    ticks: ticksOf(days, say),
    unfinished: isUnfinished(days, facts),
  })
  return [attached(png, file, [title, below, ...said])]
}

function sharesOf(title: string, below: string, names: Stack['parts'], sums: number[], say: Say) {
  const all = sums.reduce((sum, one) => sum + one, 0)
  const rows = names.map(({ name }, part) => ({
    label: name,
    values: names.map((_, at) => (at === part ? sums[part]! : 0)),
    says: `${say.number(sums[part]!)} · ${valueWords(sums[part]! / all, 'percent', say)}`,
    first: true,
  }))
  return shareChart({ title, below, parts: names, rows, legend: false })
}

/** How many were negative, neutral and positive, out of what is counted of them; null where that is not known. */
function moods(volume: Figure, negative: Figure, net: Figure): number[] | null {
  if (!volume.known) return null
  if (volume.value === 0 || !negative.known || !net.known) return [0, volume.value, 0]
  const of = negative.of ?? negative.n
  const bad = Math.round(negative.value * of)
  const good = Math.min(of - bad, Math.max(0, Math.round((net.value / 100) * of) + bad))
  return [bad, Math.max(0, volume.value - bad - good), good]
}

const titleOf = (measure: Measure, shown: Series[], say: Say) => {
  const name = measureName(measure, say)
  return shown.length === 1 && shown[0]!.name !== name
    ? say.plain('kpi.name-of', { name, topic: shown[0]!.name })
    : name
}

const isUnfinished = ({ buckets }: ChartDays, { now, team }: Facts) =>
  buckets.at(-1)!.to >= dayIn(now, team.timeZone)

/** Eight names along the axis at most. */
function ticksOf({ buckets, grain }: ChartDays, say: Say) {
  const each = Math.ceil(buckets.length / 8)
  return buckets.flatMap((bucket, at) =>
    at % each === 0 ? [{ at: (at + 0.5) / buckets.length, label: bucketWords(bucket, grain, say) }] : [],
  )
}

/** A shorter month before is followed by nothing, a longer one is cut. */
const sameLength = (points: (number | null)[], length: number) =>
  Array.from({ length }, (_, at) => points[at] ?? null)

/** A line in words, for who cannot see it. */
function saysOf(
  { name, figures }: Series,
  { several, unfinished }: { several: boolean; unfinished: boolean },
  { buckets, grain }: ChartDays,
  write: (value: number) => string,
  say: Say,
): string {
  const known = figures.flatMap((figure, at) =>
    figure.known ? [{ value: figure.value, bucket: buckets[at]! }] : [],
  )
  if (known.length === 0) return say.plain('kpi.says-nothing', { name })
  // What has only begun is neither high nor low.
  const begun = unfinished && known.at(-1)!.bucket === buckets.at(-1)
  const over = begun && known.length > 1 ? known.slice(0, -1) : known
  const highest = over.reduce((most, one) => (one.value > most.value ? one : most))
  const lowest = over.reduce((least, one) => (one.value < least.value ? one : least))
  const words = say.plain('kpi.says-line', {
    last: write(over.at(-1)!.value),
    'last-at': bucketWords(over.at(-1)!.bucket, grain, say),
    high: write(highest.value),
    'high-at': bucketWords(highest.bucket, grain, say),
    low: write(lowest.value),
    'low-at': bucketWords(lowest.bucket, grain, say),
  })
  const missing = figures.length - known.length - (unfinished && !figures.at(-1)!.known ? 1 : 0)
  const gaps = missing > 0 ? ` ${say.plain('kpi.says-gaps', { count: missing })}` : ''
  return (several ? say.plain('kpi.says-part', { name, value: words }) : words) + gaps
}

export const attached = (png: Uint8Array, name: string, says: string[]): Attached => ({
  name: `${name}.png`,
  type: 'image/png',
  base64: Buffer.from(png).toString('base64'),
  says: says.join('\n'),
})
