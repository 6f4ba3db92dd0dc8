import { type Scenario, scenarios } from '../model/drill.ts'
import { Oops } from '../model/oops.ts'
import { folded } from '../model/words.ts'
import type { Key } from '../texts/texts.ts'
import type { Option, ReadBy } from './options.ts'

type Names = Option<unknown>['names']

/** Whether a drill shall start or stop, in a word of either language. */
export const startOrStop = (names: Names, about: Key) => ({
  kind: 'choice' as const,
  names,
  about,
  loose: true,
  read(raw: string): 'start' | 'stop' {
    const wanted = folded(raw)
    if (wanted !== '')
      for (const [what, words] of Object.entries(verbs))
        if (words.some((word) => word.startsWith(wanted))) return what as 'start' | 'stop'
    throw new Oops('drill.do-unknown', { given: raw })
  },
  choices: ({ say }: ReadBy) =>
    (['start', 'stop'] as const).map((value) => ({ value, label: say.plain(`drill.do-${value}`) })),
})

const verbs = {
  start: ['start', 'begin', 'go', 'lancer', 'commencer', 'demarrer', 'jouer'],
  stop: ['stop', 'end', 'cancel', 'arreter', 'finir', 'terminer', 'annuler'],
}

/** The story of a drill, by its name in the reader's language or its short one. */
export const scenario = (names: Names, about: Key) => ({
  kind: 'choice' as const,
  names,
  about,
  read(raw: string, { say }: ReadBy): Scenario {
    const wanted = folded(raw)
    const found = scenarios.find((one) =>
      [one, folded(say.plain(`drill.scenario-${one}`))].some(
        (name) => wanted !== '' && name.startsWith(wanted),
      ),
    )
    if (found) return found
    const known = scenarios.map((one) => say.plain(`drill.scenario-${one}`)).join(', ')
    throw new Oops('drill.scenario-unknown', { given: raw, known })
  },
  choices: ({ say }: ReadBy) =>
    scenarios.map((value) => ({ value, label: say.plain(`drill.scenario-${value}`) })),
})
