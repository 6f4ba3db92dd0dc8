import { families, type Measure } from '../../src/model/measure.ts'
import type { Locale } from '../../src/model/team.ts'
import { catalogue } from '../../src/reports/kpi/catalogue.ts'
import { measureFormula, measureName } from '../../src/reports/kpi/words.ts'
import { type Say, sayIn } from '../../src/texts/texts.ts'

/** The tables of docs/kpi.md and docs/kpi.fr.md: every measure of the catalogue, by family, with what each family comes from. */
export function kpiTables(locale: Locale): string {
  const say = sayIn(locale)
  return families.map((family) => table(family, say)).join('\n\n')
}

function table(family: (typeof families)[number], say: Say): string {
  const measures = catalogue.map(({ measure }) => measure).filter((measure) => measure.family === family)
  const words = heads[say.locale]
  return [
    `### ${say.plain(`measure.family-${family}`)}`,
    '',
    `${words.from}${say.plain(`kpi.needs-${family}`).replace(/^\*\*[^*]*\*\* – /u, '')}.`,
    '',
    `| ${words.measure} | ${words.formula} | ${words.unit} | ${words.by} |`,
    '| --- | --- | --- | --- |',
    ...measures.map((measure) => row(measure, say)),
  ].join('\n')
}

const row = (measure: Measure, say: Say) =>
  `| **${measureName(measure, say)}**<br>\`${measure.key}\` | ${measureFormula(measure, say)} | ${heads[say.locale].units[measure.unit]} | ${
    measure.by.map((by) => say.plain(`kpi.by-${by}`)).join(', ') || '–'
  } |`

const heads = {
  en: {
    from: 'Where it comes from: ',
    measure: 'Measure',
    formula: 'How it is counted',
    unit: 'In',
    by: 'By',
    units: { count: 'number', percent: '%', score: 'points', duration: 'time', money: 'amount' },
  },
  fr: {
    from: 'D’où cela vient\u00a0: ',
    measure: 'Indicateur',
    formula: 'Comment il se calcule',
    unit: 'En',
    by: 'Par',
    units: { count: 'nombre', percent: '%', score: 'points', duration: 'durée', money: 'montant' },
  },
} as const
