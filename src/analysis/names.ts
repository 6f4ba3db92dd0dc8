import type { Span } from '../model/oops.ts'
import type { Clause, Unit } from './clauses.ts'
import { isCommon } from './languages/common.ts'

/**
 * Who is named in each clause: handles, and words with a capital that owe it to no beginning of a sentence.
 * Where nearly everything has capitals (headlines, shouting) they say nothing.
 */
export function namesIn(clauses: Clause[], text: string): Span[][] {
  const capital = ({ from }: Unit) => tall.test(text.slice(from, from + 2))
  const units = clauses.flatMap((clause) => clause.units).filter(({ sign, word }) => !sign && word.length > 1)
  const capitalsSpeak = units.length < fewUnits || units.filter(capital).length * 2 < units.length
  const isName = (unit: Unit, units: Unit[], place: number, opens: boolean) => {
    if (unit.sign) return false
    if (text[unit.from - 1] === '@') return true
    if (!capitalsSpeak || !capital(unit) || unit.word.length < 2) return false
    if (unit.meaning.mood || unit.meaning.turn || unit.meaning.polite) return false
    if (opens && place === 0)
      return verbs.has(units[1]?.word ?? '') && !isCommon(text.slice(unit.from, unit.to))
    return !whereWords.has(units[place - 1]?.word ?? '')
  }
  return clauses.map(({ units, sentence }, at) => {
    const opens = clauses[at - 1]?.sentence !== sentence
    return units.filter((unit, place) => isName(unit, units, place, opens))
  })
}

const tall = /^\p{Lu}/u
const fewUnits = 6

// A place or a day is no rival: « reçu à Lyon », "arrived on Monday".
const whereWords = new Set('a en dans depuis des in at on since during near'.split(' '))

// What follows a name that opens a sentence (« Lumeo m’a volé »), and hardly ever a noun without an article.
const verbs = new Set(
  [
    'a ont est sont etait m n ne nous vous fait font va vient propose vend reste repond livre marche fonctionne refuse coute',
    'is are was were has have had did does makes never always just keeps offers sells won wins stole took gave sent',
    'refused refuses broke failed fails works worked lost wants gets got said says told charged charges treats costs',
    'es son ha han ist sind hat haben e sono hanno tem',
  ].flatMap((words) => words.split(' ')),
)
