import type { Measure } from '../../model/measure.ts'
import { Oops } from '../../model/oops.ts'
import type { Say } from '../../texts/texts.ts'
import type { Wanted } from './asked.ts'
import { measureName } from './words.ts'

/** Throws Oops where a measure cannot be taken apart so, or be asked of that alone. */
export function checkParts(
  measure: Measure,
  { by, topics, account, channel }: Pick<Wanted, 'by' | 'topics' | 'account' | 'channel'>,
  say: Say,
) {
  const wanted = [
    ...(by ? [by] : []),
    ...(topics.length > 0 ? (['topic'] as const) : []),
    ...(account ? (['account'] as const) : []),
    ...(channel ? (['channel'] as const) : []),
  ]
  const wrong = wanted.find((part) => !measure.by.includes(part))
  if (wrong === undefined) return
  const part = (one: (typeof measure.by)[number]) => say.plain(`kpi.by-${one}`)
  const grains = (['day', 'week', 'month'] as const).map((grain) => say.plain(`kpi.by-${grain}`))
  throw new Oops('kpi.not-by', {
    measure: measureName(measure, say),
    by: part(wrong),
    parts: [...grains, ...measure.by.map(part)].join(', '),
  })
}
