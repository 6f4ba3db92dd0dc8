import type { Analysis, Language, Sentiment } from '../model/mood.ts'
import type { Span } from '../model/oops.ts'
import { blended, mannerOf } from './blend.ts'
import { type Felt, feltByLearning, feltIn } from './felt.ts'
import { chancesOf, type Heard, heardIn, wholeOf } from './learned/judge.ts'
import { learnedOf } from './learned/model.ts'
import { strangenessOf } from './learned/strange.ts'
import { mostRead, readable } from './readable.ts'
import { hushNames, type Reading, read } from './reading.ts'
import { isAboutThem, targetWeights } from './towards.ts'
import { verdict } from './verdict.ts'
import { wholeWeights } from './weights.ts'

/**
 * The mood of a text, or towards the targets whose places in it are given. With no language known, French and
 * English are both tried and the clearer answer taken. Always answers: where nothing is felt, neutral with
 * little confidence.
 */
export const mood: Analysis['mood'] = (text, language, targets) => {
  const spans = targets?.length ? targets : undefined
  const excerpt = excerptOf(text, startOf(spans))
  if (language) return moodIn(excerpt, language, spans)
  const { sentiment } = clearerIn(excerpt, spans)
  return { ...sentiment, confidence: sentiment.confidence * sureOfUnknown }
}

/** The mood in French or in English, in whichever of them more is felt; in French where it is the same. */
function clearerIn(excerpt: Excerpt, targets: Span[] | undefined) {
  const [french, english] = [moodIn(excerpt, 'fr', targets), moodIn(excerpt, 'en', targets)]
  return Math.abs(english.score) > Math.abs(french.score)
    ? { language: 'en' as const, sentiment: english }
    : { language: 'fr' as const, sentiment: french }
}

// Half of what was tried does not fit the text's language.
const sureOfUnknown = 0.8

/**
 * Why a mood is what it is: the words that weighed most, as they stand in the text, with what each added (below 0:
 * bad), the heaviest first, at most `most`. With no language known, as `mood` decides.
 */
export function felt(text: string, language: Language | null, targets?: Span[], most = 5): Felt[] {
  const spans = targets?.length ? targets : undefined
  const excerpt = excerptOf(text, startOf(spans))
  const spoken = language ?? clearerIn(excerpt, spans).language
  const { reading, weights } = weighed(excerpt, spoken, spans)
  const listed = feltIn(reading, weights, excerpt.part)
  const learned = isAboutThem(reading, excerpt.part, weights, spans) ? learnedOf(spoken) : null
  const { label } = moodIn(excerpt, spoken, spans)
  const heard = learned ? feltByLearning(learned, heardOf(excerpt, spoken), listed, spans ?? [], label) : []
  return [...listed, ...heard]
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, most)
    .map(({ words, effect }) => ({ words, effect }))
}

/** Where reading begins: with the text or, where the first target comes later, some way before that. */
function startOf(targets: Span[] | undefined): number {
  const first = targets ? Math.min(...targets.slice(0, 100).map((span) => span.from)) : 0
  return first > mostRead / 2 ? first - mostRead / 2 : 0
}

/** What is read of a text, from `start` on, and what it was understood to say in a language. */
type Excerpt = {
  text: string
  start: number
  part: string
  readings: Map<Language, Reading>
  heard: Map<Language, Heard>
}

/** A mention asks for the mood of its text and towards each of its topics, one after the other: it is read once. */
function excerptOf(text: string, start: number): Excerpt {
  if (last?.text !== text || last.start !== start)
    last = {
      ...{ text, start, part: readable(text.slice(start, start + mostRead)) },
      ...{ readings: new Map(), heard: new Map() },
    }
  return last
}

let last: Excerpt | undefined

function moodIn(excerpt: Excerpt, language: Language, targets: Span[] | undefined): Sentiment {
  const { reading, weights } = weighed(excerpt, language, targets)
  const learned = learnedOf(language)
  const heard = learned ? heardOf(excerpt, language) : null
  const whole = wholeOf(reading.feelings, weights, heard?.prior ?? 0)
  const units = reading.clauses.reduce((sum, clause) => sum + clause.units.length, 0)
  const said = verdict(whole, units, language)
  // What was learned knows the whole text: where others are spoken of too, it cannot tell who is meant.
  if (!learned || !heard || units === 0 || !isAboutThem(reading, excerpt.part, weights, targets)) return said
  const manner = mannerOf(excerpt.text)
  const strange = strangenessOf(heard.text, heard.tokens, learned.seen, manner !== 'plain')
  const chances = chancesOf(learned, heard, reading.clauses, whole)
  return blended(
    { learned: chances, verdict: said, whole, strange, manner, length: heard.tokens.hashes.length },
    language,
  )
}

function heardOf({ part, heard }: Excerpt, language: Language): Heard {
  const known = heard.get(language) ?? heardIn(part, language)
  heard.set(language, known)
  return known
}

/** What is understood, and how much each clause counts for the whole or for the targets. */
function weighed({ part, start, readings }: Excerpt, language: Language, targets: Span[] | undefined) {
  const whole = readings.get(language) ?? read(part, language)
  readings.set(language, whole)
  if (!targets) return { reading: whole, weights: wholeWeights(whole.clauses) }
  const spans = targets.map(({ from, to }) => ({ from: from - start, to: to - start }))
  const reading = hushNames(whole, part, spans)
  return { reading, weights: targetWeights(reading, spans) }
}
