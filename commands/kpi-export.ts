import { type Action, type Asked, command } from '../src/chat/command.ts'
import { cutBy, grain as grainOption, isGrain, topicList } from '../src/chat/kpi-options.ts'
import type { Attached, Message } from '../src/chat/message.ts'
import { grainFor, period } from '../src/chat/period.ts'
import { Oops } from '../src/model/oops.ts'
import { lastDays } from '../src/model/period.ts'
import { folded } from '../src/model/words.ts'
import { csvOf } from '../src/reports/csv.ts'
import { readAsked, type Wanted } from '../src/reports/kpi/asked.ts'
import { checkParts } from '../src/reports/kpi/check-parts.ts'
import {
  bucketsIn,
  grainOfAtMost,
  measureNamed,
  namelessParts,
  readExport,
} from '../src/reports/kpi/export.ts'
import { exportJson } from '../src/reports/kpi/export-json.ts'
import { exportColumns, exportRows } from '../src/reports/kpi/export-table.ts'
import { measureOption } from '../src/reports/kpi/measure-option.ts'
import { periodWords } from '../src/reports/kpi/period-words.ts'
import { measuresOf } from '../src/reports/kpi/read.ts'

type Format = 'csv' | 'json'

const format = {
  kind: 'choice' as const,
  names: { en: ['format'], fr: ['format'] },
  about: 'export.format' as const,
  read(raw: string): Format {
    const wanted = folded(raw)
    if (wanted !== 'csv' && wanted !== 'json') throw new Oops('export.bad-format', { given: raw })
    return wanted
  },
  choices: () => ['csv', 'json'].map((value) => ({ value, label: value.toUpperCase() })),
}

export default command({
  name: 'kpi export',
  names: { fr: 'kpi exporter' },
  also: ['kpi csv', 'kpi json', 'kpis export', 'indicateurs exporter', 'chiffres exporter'],
  about: 'export.about',
  for: 'staff',
  quiet: true,
  options: {
    measure: measureOption({ en: ['measure', 'number'], fr: ['mesure', 'indicateur'] }, 'kpi.measure', {
      loose: true,
    }),
    period: period({ en: ['period', 'days'], fr: ['période', 'jours'] }, 'kpi.period'),
    by: cutBy({ en: ['by', 'per'], fr: ['par'] }, 'kpi.by'),
    topic: topicList({ en: ['topic', 'topics'], fr: ['sujet', 'sujets'] }, 'kpi.topic'),
    format,
  },

  run(asked) {
    const { measure: words = {}, period, by, topic, format = 'csv' } = asked.options
    const wanted: Wanted = {
      measure: words.measure?.key ?? null,
      period: period ?? words.period ?? lastDays(usualDays, asked.now, asked.team.timeZone),
      grain: by && isGrain(by) ? by : null,
      by: by && !isGrain(by) ? by : null,
      topics: topic ?? (words.topic ? [words.topic] : []),
      beside: null,
    }
    return exported(asked, wanted, format)
  },
})

/** What the buttons of `/kpi` lead to: their value is an `askedKey`. */
export const kpiExport = command({
  name: 'kpi-export',
  hidden: true,
  about: 'export.about',
  for: 'staff',
  quiet: true,
  options: { by: grainOption({ en: ['by'], fr: ['par'] }, 'kpi.by') },
  async run() {
    throw new Oops('kpi.forgotten')
  },
  on: { csv: as('csv'), json: as('json') },
})

function as(format: Format): Action {
  return {
    for: 'staff',
    quiet: true,
    async run(asked) {
      const wanted = readAsked(asked.value, asked.team)
      if (!wanted) throw new Oops('kpi.forgotten')
      return exported(asked, wanted, format)
    },
  }
}

async function exported(asked: Asked, wanted: Wanted, format: Format): Promise<Message> {
  const { store, team, now, say } = asked
  const facts = { store, team, now }
  const { period, topics, account, channel, by } = wanted
  const one = wanted.measure === null ? undefined : measureNamed(wanted.measure)
  if (one) checkParts(one, wanted, say)
  // Of all numbers those that are counted so.
  const of = [...(topics.length > 0 ? (['topic'] as const) : []), ...(by ? [by] : [])]
  const measures = one
    ? [one]
    : (await measuresOf(facts)).filter((measure) => of.every((part) => measure.by.includes(part)))
  if (measures.length === 0) throw new Oops('export.none')
  const many = measures.length * Math.max(1, topics.length)
  const most = Math.min(mostPieces, Math.floor(mostRows / many))
  const grain = wanted.grain ?? grainOfAtMost(most, period, grainFor(period))
  if (grain === null || bucketsIn(period, grain) > most) throw new Oops('export.too-long', { most })
  const all = await readExport(facts, {
    ...{ measures, period, grain },
    topics: topics.length > 0 ? topics : [null],
    ...(account === undefined ? {} : { account }),
    ...(channel === undefined ? {} : { channel }),
    // Who wrote is handed out only where somebody asked for just that.
    parts: (measure) => (by ? [by] : one ? namelessParts(measure) : []),
  })
  const words =
    format === 'csv'
      ? csvOf(
          [exportColumns.map((column) => say.plain(`export.column-${column}`)), ...exportRows(all, say)],
          say.locale,
        )
      : JSON.stringify(exportJson(all, { team: team.name, period, grain, at: now }, say), null, 1)
  const file: Attached = {
    name: `${say.plain('export.file')}-${team.name}-${period.from}-${period.to}.${format}`,
    type: format === 'csv' ? 'text/csv' : 'application/json',
    base64: Buffer.from(words).toString('base64'),
    says: say.plain('export.says'),
  }
  return {
    text: say('export.done', {
      count: measures.length,
      period: periodWords(period, say),
      grain: say.plain(`kpi.by-${grain}`),
    }),
    note: format === 'csv' ? say('export.csv-note') : undefined,
    files: [file],
    quiet: true,
  }
}

const usualDays = 30
/** Days, weeks or months of a number. */
const mostPieces = 800
/** Of all numbers together: some megabytes. */
const mostRows = 20_000
