import { Oops } from '../model/oops.ts'
import {
  type PollKind,
  pollKinds,
  type ResultTime,
  resultTimes,
  type SuggestionWay,
  suggestionWays,
} from '../model/poll.ts'
import { type RhythmName, rhythms } from '../model/rhythm.ts'
import { folded } from '../model/words.ts'
import type { Key } from '../texts/texts.ts'
import type { ReadBy } from './options.ts'

type Names = { en: string[]; fr: string[] }
type Words<Value extends string> = Record<Value, string[]>

/** Yes or no, in both languages. */
export const yesOrNo = (names: Names, about: Key) => ({
  kind: 'choice' as const,
  names,
  about,
  read(raw: string): boolean {
    const word = folded(raw)
    if (['yes', 'y', 'true', 'on', 'oui', 'o', 'vrai', '1'].includes(word)) return true
    if (['no', 'n', 'false', 'off', 'non', 'faux', '0'].includes(word)) return false
    throw new Oops('option.yes-or-no', { given: raw })
  },
  choices: ({ say }: Pick<ReadBy, 'say'>) =>
    (['yes', 'no'] as const).map((value) => ({ value, label: say.plain(`option.${value}`) })),
})

/** How people vote: `single`, `several`, `ranked`. */
export const pollKind = (names: Names, about: Key) =>
  oneOf(names, about, pollKinds, kindWords, (kind) => `poll.kind-${kind}`)

/** When the results are shown: `always`, `voted`, `end`. */
export const resultTime = (names: Names, about: Key) =>
  oneOf(names, about, resultTimes, resultWords, (when) => `poll.results-${when}`)

/** Whether members may suggest choices: `no`, `approved`, `open`. */
export const suggestionWay = (names: Names, about: Key) =>
  oneOf(names, about, suggestionWays, suggestionWords, (way) => `poll.suggestions-${way}`)

/** How often it comes again: `day`, `week`, `month`. */
export const rhythm = (names: Names, about: Key) =>
  oneOf(names, about, rhythms, rhythmWords, (every) => `poll.every-${every}`)

function oneOf<Value extends string>(
  names: Names,
  about: Key,
  all: readonly Value[],
  words: Words<Value>,
  label: (value: Value) => Key,
) {
  return {
    kind: 'choice' as const,
    names,
    about,
    read(raw: string, { say }: Pick<ReadBy, 'say'>): Value {
      const wanted = folded(raw)
      const found =
        all.find((value) => words[value].includes(wanted)) ??
        all.find((value) => wanted.length > 2 && words[value].some((word) => word.startsWith(wanted)))
      if (found) return found
      const choices = all.map((value) => words[value][say.locale === 'fr' ? 1 : 0]).join(', ')
      throw new Oops('option.one-of', { given: raw, choices })
    },
    choices: ({ say }: Pick<ReadBy, 'say'>) =>
      all.map((value) => ({ value, label: say.plain(label(value)) })),
  }
}

// As they are taught: English first, then French; then what people try.
const kindWords: Words<PollKind> = {
  single: ['single', 'unique', 'one', 'un', 'une', 'simple'],
  several: ['several', 'plusieurs', 'multiple', 'multi', 'many'],
  ranked: ['ranked', 'classement', 'rank', 'ranking', 'classe', 'ordre', 'preferences', 'irv'],
}
const resultWords: Words<ResultTime> = {
  always: ['always', 'toujours', 'live', 'now', 'direct', 'visible', 'visibles'],
  voted: ['voted', 'vote', 'apres vote', 'apres', 'after', 'after vote'],
  end: ['end', 'fin', 'hidden', 'caches', 'masques', 'a la fin', 'at the end', 'close'],
}
const suggestionWords: Words<SuggestionWay> = {
  no: ['no', 'non', 'none', 'aucune'],
  approved: ['approved', 'validees', 'yes', 'oui', 'approval', 'moderated', 'moderees'],
  open: ['open', 'libres', 'libre', 'free', 'ouvertes', 'direct'],
}
const rhythmWords: Words<RhythmName> = {
  day: ['day', 'jour', 'daily', 'quotidien', 'jours', 'every day', 'tous les jours'],
  week: ['week', 'semaine', 'weekly', 'hebdo', 'hebdomadaire', 'semaines', 'toutes les semaines'],
  month: ['month', 'mois', 'monthly', 'mensuel', 'tous les mois'],
}
