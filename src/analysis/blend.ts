import { type Language, moods, type Sentiment } from '../model/mood.ts'
import type { WholeFeeling } from './learned/features.ts'
import { softmax } from './learned/judge.ts'

/** What is known of a text before one judgement is made of it. */
export type Judged = {
  /** What was learned from our own posts: chances of negative, neutral, positive. */
  learned: number[]
  /** What the lexicon says, and what it felt. */
  verdict: Sentiment
  whole: WholeFeeling
  /** How little the text looks like our own posts, 0 to 1 (strange.ts). */
  strange: number
  manner: Manner
  /** How many words and signs it has. */
  length: number
}

/**
 * One judgement from two: what was learned and what the lexicon says. Our posts are people talking; the stranger a text
 * and the more it shares links or speaks in tags, the more often the lexicon is right, and the less is sure.
 */
export function blended(judged: Judged, language: Language): Sentiment {
  const weigh = constants[language] ?? constants.en!
  const sharper = 1 + weigh.sharper * (1 - judged.strange)
  const chances = softmax(sumsOf(judged, weigh).map((sum) => sum * sharper))
  const most = Math.max(...chances)
  const label = moods[chances.indexOf(most)]!
  const { score: said } = judged.verdict
  const score = within(label, (chances[2]! - chances[0]!) * ofChances + said * (1 - ofChances), most)
  return { label, score: rounded(score), confidence: rounded(most) }
}

function sumsOf(judged: Judged, weigh: Constants): number[] {
  const { learned, verdict, whole, strange, manner, length } = judged
  const said = moods.indexOf(verdict.label)
  // « En panne » is bad news whatever our posts say of lamps, most of all where little else is said.
  const plain = said !== 1 && verdict.confidence >= plainly ? Math.min(10 / length, 2) : 0
  const circumstances = [1, manner === 'tags' ? 1 : 0, manner === 'link' ? 1 : 0, strange]
  const ofLearned = weighed(weigh.learned, [...circumstances, plain])
  const ofLexicon = weighed(weigh.lexicon, [...circumstances, plain])
  const [felt, prior, evidence] = [root(whole.sum), root(whole.prior), root(whole.evidence)]
  const neutral = weighed(weigh.neutral, [...circumstances, evidence === 0 ? 1 : 0, evidence])
  const side = weighed(weigh.side, [felt, prior, strange * felt, strange * prior])
  const sure = Math.max(verdict.confidence, 1 / 3)
  return learned.map((chance, mood) => {
    const other = mood === said ? sure : (1 - sure) / 2
    const extra = mood === 1 ? neutral : (mood - 1) * side
    return ofLearned * Math.log(chance + least) + ofLexicon * Math.log(other + least) + extra
  })
}

const weighed = (weights: number[], values: number[]) =>
  values.reduce((sum, value, at) => sum + value * weights[at]!, 0)

/**
 * How much each counts: always, more beside tags or handles, beside a link, in a strange text, where the lexicon is sure.
 * `neutral` moreover where the lexicon felt nothing, and by how much it felt; `side` by which way the lexicon and the word
 * list lean, and the same in a strange text. `sharper`: by how much more may be sure what is not strange.
 */
type Constants = {
  learned: number[]
  lexicon: number[]
  neutral: number[]
  side: number[]
  sharper: number
}

// Chosen on folds of our own posts and on the training halves of public sets of tweets and news, for the likeliest
// judgements: so the chances are about right too.
const constants: Partial<Record<Language, Constants>> = {
  fr: {
    learned: [0.84, -0.52, -0.64, -0.12, -0.1],
    lexicon: [0.05, 0.61, 1.06, -0.51, 0.15],
    neutral: [0.09, 0.05, 0.11, 0.06, -0.07, -0.06],
    side: [0, 0, 0.42, 0],
    sharper: 0,
  },
  en: {
    learned: [0.71, 0.01, 0.12, -0.5, -0.15],
    lexicon: [0.1, 0.31, 0.22, 0.1, 0.25],
    neutral: [0.26, -0.14, 0.39, 0.44, -0.34, -0.11],
    side: [0, 0.08, 0.1, 0.13],
    sharper: 0.15,
  },
}

const least = 1e-3
const plainly = 0.7

/** Whether a text shares a link or speaks in tags and handles. */
export type Manner = 'link' | 'tags' | 'plain'

export function mannerOf(text: string): Manner {
  if (/https?:|www\.|\bhttp\b/iu.test(text)) return 'link'
  return /[#@][\p{L}\p{N}]/u.test(text) ? 'tags' : 'plain'
}

const root = (value: number) => Math.sign(value) * Math.sqrt(Math.abs(value))

/** The score goes by the chances, and grows with strong words; its sign is that of the label, if by little. */
function within(label: Sentiment['label'], score: number, sure: number): number {
  if (label === 'neutral') return Math.max(-edge, Math.min(edge, score))
  const least = edge * (1 + sure / 2)
  return label === 'positive' ? Math.max(score, least) : Math.min(score, -least)
}

const ofChances = 0.6
const edge = 0.1
const rounded = (value: number) => Math.round(value * 1000) / 1000
