import type { Clause, Unit } from './clauses.ts'
import { isCommon } from './languages/common.ts'

/**
 * Who is named in each clause: handles, and words with a capital that owe it to no beginning of a sentence.
 * Where nearly everything has capitals (headlines, shouting) they say nothing.
 */
export function namesIn(clauses: Clause[], text: string): Unit[][] {
  const capitalsSpeak = areRare(clauses, text)
  return clauses.map(({ units, sentence }, at) => {
    const opens = at === 0 || clauses[at - 1]!.sentence !== sentence
    return units.filter((unit, place) => {
      if (unit.sign) return false
      if (text[unit.from - 1] === '@') return true
      if (!capitalsSpeak || unit.word.length < 2 || !hasCapital(unit, text)) return false
      if (unit.meaning.mood || unit.meaning.turn || unit.meaning.polite) return false
      if (opens && place === 0)
        return verbs.has(units[1]?.word ?? '') && !isCommon(text.slice(unit.from, unit.to))
      return place === 0 || !whereWords.has(units[place - 1]!.word)
    })
  })
}

function areRare(clauses: Clause[], text: string): boolean {
  let all = 0
  let capitals = 0
  for (const { units } of clauses)
    for (const unit of units) {
      if (unit.sign || unit.word.length < 2) continue
      all++
      if (hasCapital(unit, text)) capitals++
    }
  return all < fewUnits || capitals * 2 < all
}

function hasCapital({ from }: Unit, text: string): boolean {
  const code = text.charCodeAt(from)
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : tall.test(text.slice(from, from + 2))
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
