import { type ReadBy, topicNamed } from '../../chat/options.ts'
import { readPeriod } from '../../chat/period.ts'
import type { Measure } from '../../model/measure.ts'
import { Oops } from '../../model/oops.ts'
import type { Period } from '../../model/period.ts'
import { folded } from '../../model/words.ts'
import { nearest } from '../../settings/nearest.ts'
import { type Key, sayIn } from '../../texts/texts.ts'
import { catalogue } from './catalogue.ts'
import { measureName, measureWords } from './words.ts'

/** What was named in a few words: a measure, a period, a topic, each where it was. */
export type Named = { measure?: Measure; period?: Period; topic?: string }

/** A measure by its name or other words for it, with a period or a topic behind it, or one of these alone: `volume mois`. */
export const measureOption = <More extends { required?: boolean; loose?: boolean }>(
  names: { en: string[]; fr: string[] },
  about: Key,
  more = {} as More,
) => ({
  kind: 'text' as const,
  names,
  about,
  ...more,
  read: (raw: string, by: ReadBy): Named => readNamed(raw, by),
  choices: ({ say }: ReadBy) =>
    catalogue.map(({ measure }) => ({ value: measure.key, label: measureName(measure, say) })),
})

function readNamed(raw: string, by: ReadBy): Named {
  const words = raw.trim().split(/\s+/u)
  for (let many = words.length; many > 0; many--) {
    const measure = measureCalled(words.slice(0, many).join(' '))
    const rest = words.slice(many).join(' ')
    if (!measure) continue
    if (rest === '') return { measure }
    const more = besideMeasure(rest, by)
    if (more) return { measure, ...more }
  }
  const alone = besideMeasure(raw, by)
  if (alone) return alone
  const near = nearest(folded(raw), [...called().keys()])
  const meant = near === null ? undefined : called().get(near)
  if (meant) throw new Oops('kpi.measure-near', { given: raw, meant: measureName(meant, by.say) })
  throw new Oops('kpi.measure-none', { given: raw })
}

/** A topic or days; null where it is neither. An Oops about days that are some (they lie ahead) flies. */
function besideMeasure(raw: string, { team, now }: ReadBy): Omit<Named, 'measure'> | null {
  const topic = topicNamed([...team.topics, ...(team.pastTopics ?? [])], raw)
  if (topic) return { topic: topic.name }
  try {
    return { period: readPeriod(raw, now, team.timeZone) }
  } catch (error) {
    if (error instanceof Oops && error.key === 'option.period') return null
    throw error
  }
}

/** The measure that people call so, in either language, by its key, its name or another word for it. */
export function measureCalled(raw: string): Measure | undefined {
  const wanted = folded(raw)
  const exact = called().get(wanted)
  if (exact || wanted.length < 3) return exact
  const begun = new Set(
    [...called()].filter(([word]) => word.startsWith(wanted)).map(([, measure]) => measure),
  )
  return begun.size === 1 ? [...begun][0] : undefined
}

let names: Map<string, Measure> | undefined

/** Keys and names go before other words, where two measures share one. */
function called(): Map<string, Measure> {
  if (names) return names
  names = new Map()
  const voices = [sayIn('fr'), sayIn('en')]
  const put = (word: string, measure: Measure) => {
    const key = folded(word)
    if (key !== '' && !names!.has(key)) names!.set(key, measure)
  }
  for (const { measure } of catalogue) {
    put(measure.key, measure)
    for (const say of voices) put(measureName(measure, say), measure)
  }
  for (const { measure } of catalogue)
    for (const say of voices) for (const word of measureWords(measure, say)) put(word, measure)
  return names
}
