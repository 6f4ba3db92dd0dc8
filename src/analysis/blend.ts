import { type Language, moods, type Sentiment } from '../model/mood.ts'
import { softmax } from './learned/judge.ts'

/**
 * One judgement from two: what was learned from our own posts (`learned`: chances of negative, neutral, positive)
 * and what the lexicon says (`verdict`). Our posts are people talking; what shares a link or speaks in tags is mostly
 * news, and there the lexicon is right more often.
 */
export function blended(learned: number[], verdict: Sentiment, text: string, language: Language): Sentiment {
  const { shares, neutral, temperature } = manners[language] ?? manners.en!
  const said = moods.indexOf(verdict.label)
  const plain = said !== 1 && verdict.confidence >= plainly
  const share = Math.min(shares[mannerOf(text)]! + (plain ? more : 0), mostShare)
  const sure = Math.max(verdict.confidence, 1 / 3)
  const sums = learned.map((chance, mood) => {
    const other = mood === said ? sure : (1 - sure) / 2
    return (
      (1 - share) * Math.log(chance + least) + share * Math.log(other + least) + (mood === 1 ? neutral : 0)
    )
  })
  const chances = softmax(sums.map((sum) => sum / temperature))
  const most = Math.max(...chances)
  const label = moods[chances.indexOf(most)]!
  const score = within(label, (chances[2]! - chances[0]!) * ofChances + verdict.score * (1 - ofChances))
  return { label, score: rounded(score), confidence: rounded(most) }
}

/** How much the lexicon counts in plain speech, beside tags or handles, beside a link. */
type Manners = { shares: [number, number, number]; neutral: number; temperature: number }

// Chosen on folds of our own posts and on the training halves of public sets of tweets and news.
const manners: Partial<Record<Language, Manners>> = {
  fr: { shares: [0.25, 0.6, 0.85], neutral: 0, temperature: 1 },
  en: { shares: [0.3, 0.7, 0.7], neutral: 0.25, temperature: 0.9 },
}

const least = 1e-3

// « En panne » is bad news whatever our posts say of lamps: what the lexicon is sure of counts more.
const plainly = 0.7
const more = 0.2
const mostShare = 0.95

function mannerOf(text: string): number {
  if (/https?:|www\.|\bhttp\b/iu.test(text)) return 2
  return /[#@][\p{L}\p{N}]/u.test(text) ? 1 : 0
}

/** The score goes by the chances, and grows with strong words; its sign is that of the label. */
function within(label: Sentiment['label'], score: number): number {
  if (label === 'neutral') return Math.max(-edge, Math.min(edge, score))
  return label === 'positive' ? Math.max(score, edge) : Math.min(score, -edge)
}

const ofChances = 0.6
const edge = 0.1
const rounded = (value: number) => Math.round(value * 1000) / 1000
