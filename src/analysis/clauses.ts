import { wordsOf } from '../model/words.ts'
import { gapOf, isDull } from './gaps.ts'
import { type Meaning, meaningOf, type Turn } from './lexicon/meaning.ts'
import { nothing, type Prepared } from './lexicon/prepared.ts'
import { liftEmoticons, type Sign, signsIn } from './signs.ts'
import { stressIn } from './stress.ts'

/** A word, an idiom or a sign, and what it means; `from` and `to` in UTF-16 units of the text. */
export type Unit = {
  word: string
  from: number
  to: number
  meaning: Meaning
  stress: number
  sign: boolean
}

/** What is said in one go, up to a pause or a turn. Clauses of the same sentence share its number. */
export type Clause = {
  units: Unit[]
  sentence: number
  turn: Turn | null
  exclaims: number
  asks: boolean
}

/** Parts a text (already made readable) into sentences and clauses, and finds what each word means. */
export function clausesOf(text: string, lexicon: Prepared): Clause[] {
  const { spoken, emoticons } = liftEmoticons(text)
  const { words, from, to, tags } = wordsOf(spoken)
  const handles = tags.filter((tag) => spoken[tag.from] === '@')
  const stressOf = stressIn(spoken)
  const clauses: Clause[] = [newClause(0)]
  let at = 0
  let nextHandle = 0
  for (let place = 0; place < words.length; ) {
    const begin = from[place]!
    readGap(spoken, at, begin, emoticons, clauses)
    const handle =
      nextHandle < handles.length && handles[nextHandle]!.from < begin ? handles[nextHandle++] : undefined
    // A handle is a name, whatever it is made of: @superuser praises nobody.
    const { meaning, length } = handle ? nothing : lexicon.at(words, place)
    at = handle ? handle.to : to[place + length - 1]!
    const stress = meaning.mood ? stressOf(begin, at) : 1
    if (meaning.turn) turnTo(clauses, meaning.turn)
    lastOf(clauses).units.push({ word: words[place]!, from: begin, to: at, meaning, stress, sign: false })
    place += length
    while (handle && place < words.length && from[place]! < handle.to) place++
  }
  readGap(spoken, at, spoken.length, emoticons, clauses)
  return clauses.filter((clause) => clause.units.length > 0)
}

const newClause = (sentence: number, turn: Turn | null = null): Clause => ({
  units: [],
  sentence,
  turn,
  exclaims: 0,
  asks: false,
})

const lastOf = (clauses: Clause[]) => clauses[clauses.length - 1]!

/** « … et … » only parts what already has something to say: « Nimbus et Lumeo sont nuls » is one statement. */
function turnTo(clauses: Clause[], turn: Turn) {
  const last = lastOf(clauses)
  if (turn === 'join' && !last.units.some((unit) => unit.meaning.mood)) return
  if (last.units.length === 0) last.turn = turn
  else clauses.push(newClause(last.sentence, turn))
}

function readGap(text: string, from: number, to: number, emoticons: Sign[], clauses: Clause[]) {
  if (to - from === 1 && isDull(text.charCodeAt(from))) return
  const written = text.slice(from, to)
  const gap = gapOf(written)
  const last = lastOf(clauses)
  if (gap.signs || emoticons.length > 0)
    for (const { at, mood, echoes } of signsIn(written, from, emoticons)) {
      const meaning = meaningOf({ mood, echoes })
      last.units.push({ word: '', from: at, to: at + 1, meaning, stress: 1, sign: true })
    }
  if (gap.ends) {
    last.exclaims = gap.exclaims
    last.asks = gap.asks
    if (last.units.length > 0) clauses.push(newClause(last.sentence + 1))
  } else if (gap.pauses && last.units.length > 0) clauses.push(newClause(last.sentence))
}
