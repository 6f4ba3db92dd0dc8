import { wordsOf } from '../model/words.ts'
import { type Found, type Meaning, type Prepared, stretched } from './lexicon/prepared.ts'
import { liftEmoticons, type Sign, signsIn } from './signs.ts'

/** A word, an idiom or a sign, and what it means; `from` and `to` in UTF-16 units of the text. */
export type Unit = {
  word: string
  from: number
  to: number
  meaning: Meaning
  stress: number
  sign?: boolean
}

/** What is said in one go, up to a pause or a turn. Clauses of the same sentence share its number. */
export type Clause = {
  units: Unit[]
  sentence: number
  turn: Meaning['turn']
  exclaims: number
  asks: boolean
}

/** Parts a text (already made readable) into sentences and clauses, and finds what each word means. */
export function clausesOf(text: string, lexicon: Prepared): Clause[] {
  const { spoken, emoticons } = liftEmoticons(text)
  const { words, from, to, tags } = wordsOf(spoken)
  const handles = tags.filter((tag) => spoken[tag.from] === '@')
  const shouts = shoutingIsRare(spoken)
  const clauses: Clause[] = [newClause(0)]
  let at = 0
  let nextHandle = 0
  for (let place = 0; place < words.length; ) {
    readGap(spoken, at, from[place]!, emoticons, clauses)
    const handle = (handles[nextHandle]?.from ?? Infinity) < from[place]! ? handles[nextHandle++] : undefined
    // A handle is a name, whatever it is made of: @superuser praises nobody.
    const { meaning, length } = (handle ? undefined : lexicon.at(words, place)) ?? nothing
    const unit: Unit = {
      word: words[place]!,
      from: from[place]!,
      to: handle?.to ?? to[place + length - 1]!,
      meaning,
      stress: 1,
    }
    if (meaning.mood) unit.stress = stressOf(spoken.slice(unit.from, unit.to), shouts)
    if (meaning.turn) turnTo(clauses, meaning.turn)
    clauses.at(-1)!.units.push(unit)
    at = unit.to
    place += length
    while (handle && place < words.length && from[place]! < handle.to) place++
  }
  readGap(spoken, at, spoken.length, emoticons, clauses)
  return clauses.filter((clause) => clause.units.length > 0)
}

const nothing: Found = { meaning: {}, length: 1 }

function newClause(sentence: number, turn?: Meaning['turn']): Clause {
  return { units: [], sentence, turn, exclaims: 0, asks: false }
}

/** « … et … » only parts what already has something to say: « Nimbus et Lumeo sont nuls » is one statement. */
function turnTo(clauses: Clause[], turn: NonNullable<Meaning['turn']>) {
  const last = clauses.at(-1)!
  if (turn === 'join' && !last.units.some((unit) => unit.meaning.mood)) return
  if (last.units.length === 0) last.turn = turn
  else clauses.push(newClause(last.sentence, turn))
}

const pause = /[,;:()«»“”"|–—]|\s-+\s/u
const end = /[!?…\n。]|\.(?!\S)|\.{2}/u

function readGap(text: string, from: number, to: number, emoticons: Sign[], clauses: Clause[]) {
  if (to - from === 1 && dull.has(text.charCodeAt(from))) return
  const gap = text.slice(from, to)
  const last = clauses.at(-1)!
  for (const sign of signsIn(gap, from, emoticons))
    last.units.push({ word: '', from: sign.at, to: sign.at + 1, meaning: sign, stress: 1, sign: true })
  if (end.test(gap)) {
    last.exclaims = count(gap, '!')
    last.asks = gap.includes('?')
    if (last.units.length > 0) clauses.push(newClause(last.sentence + 1))
  } else if (pause.test(gap) && last.units.length > 0) clauses.push(newClause(last.sentence))
}

// A blank, an apostrophe, a hyphen: nine gaps of ten hold nothing else.
const dull = new Set([0x20, 0x27, 0x2d, 0x2019])

const count = (text: string, char: string) => text.split(char).length - 1

function stressOf(written: string, shouts: boolean) {
  const shouted = shouts && written.length > 2 && written === written.toUpperCase() && /\p{Lu}/u.test(written)
  return (shouted ? 1.25 : 1) * (stretched.test(written) ? 1.2 : 1)
}

/** Capitals say something only where not everything is in capitals. */
function shoutingIsRare(text: string) {
  let small = 0
  let tall = 0
  for (const char of text.slice(0, 500)) {
    if (char >= 'a' && char <= 'z') small++
    else if (char >= 'A' && char <= 'Z') tall++
    else if (char > '\x7f' && char !== char.toUpperCase()) small++
    else if (char > '\x7f' && char !== char.toLowerCase()) tall++
  }
  return small > tall
}
