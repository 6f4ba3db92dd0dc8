import { type Severity, severities } from '../model/incident.ts'
import { Oops } from '../model/oops.ts'
import { folded } from '../model/words.ts'
import type { Key } from '../texts/texts.ts'
import type { Option, ReadBy } from './options.ts'

type Names = Option<unknown>['names']

/** How grave something is, in a word of either language. */
export const severity = <More extends { required?: boolean }>(
  names: Names,
  about: Key,
  more = {} as More,
) => ({
  kind: 'choice' as const,
  names,
  about,
  ...more,
  read(raw: string): Severity {
    const wanted = folded(raw)
    const found = words.find(({ called }) => wanted !== '' && called.some((word) => word.startsWith(wanted)))
    if (!found) throw new Oops('option.severity', { given: raw })
    return found.severity
  },
  choices: ({ say }: ReadBy) =>
    severities.map((severity) => ({ value: severity, label: say.plain(`crisis.severity-${severity}`) })),
})

const words: { severity: Severity; called: string[] }[] = [
  {
    severity: 'minor',
    called: ['minor', 'unusual', 'mineure', 'inhabituel', 'inhabituelle', 'low', 'faible'],
  },
  { severity: 'serious', called: ['serious', 'serieux', 'serieuse', 'medium', 'moyenne'] },
  { severity: 'grave', called: ['grave', 'high', 'severe', 'critical', 'critique', 'forte'] },
]
