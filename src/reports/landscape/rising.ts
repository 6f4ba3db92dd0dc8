import type { Document } from './documents.ts'
import { clearFrom, leastFound, leastSignal, likelihoodRatio } from './likelihood.ts'
import { type Lexicon, newLexicon, type Phrase, phrasesOf, placesOf, readDocuments } from './phrases.ts'
import { isTelling, type Standing, type Theme, themesOf } from './themes.ts'

/** A theme told more than before: in `share` of the stories of its language, `before` of those of the period before. */
export type Rising = Theme & { share: number; before: number; isNew: boolean; isClear: boolean }

/** The themes that rose, or why that cannot be said: too few stories in the period before, or too few now. */
export type RisingThemes = { themes: Rising[]; stories: number; because: 'few-before' | 'few' | null }

/**
 * Which phrases stand in more of the stories than in those of the period before. Each is compared within its own
 * language, so that a new English source is no rise of every English word.
 */
export async function risingOf(
  now: Document[],
  before: Document[],
  leftOut: (phrase: Phrase) => boolean,
  most = 6,
): Promise<RisingThemes> {
  const stories = now.length
  if (stories < fewStories) return { themes: [], stories, because: 'few' }
  // Most is said in one language: without it there, the period before is none to compare with.
  if (newSizes()(before, mostOf(now.map(({ language }) => language))) < fewStories)
    return { themes: [], stories, because: 'few-before' }
  const lexicon = newLexicon()
  const [read, readBefore] = [await readDocuments(now, lexicon), await readDocuments(before, lexicon)]
  const phrases = (await phrasesOf(read, lexicon, leastFound(now.length, before.length))).filter(
    (phrase) => !leftOut(phrase),
  )
  const standing = await compared(phrases, { now, before, readBefore, lexicon })
  const themes = themesOf(standing, now, most).map(({ standing, ...theme }) => ({
    ...theme,
    share: standing.share,
    before: standing.before,
    isNew: standing.before === 0,
    isClear: standing.isClear,
  }))
  return { themes, stories, because: null }
}

async function compared(
  phrases: Phrase[],
  { now, before, readBefore, lexicon }: Compared,
): Promise<Standing<{ share: number; before: number; isClear: boolean }>[]> {
  const places = await placesOf(phrases, readBefore, lexicon)
  const sizes = newSizes()
  const standing = phrases.map((phrase) => {
    const language = mostOf(phrase.documents.map((at) => now[at]!.language))
    const among = (one: Document) => one.language === language || one.language === null || language === null
    const [n, m] = [sizes(now, language), sizes(before, language)]
    const k = phrase.documents.filter((at) => among(now[at]!)).length
    const l = (places.get(phrase.key) ?? []).filter((at) => among(before[at]!)).length
    const rises = m >= fewStories && k / n >= leastRise * (l / m)
    return { phrase, share: k / n, before: l / (m || 1), tells: rises ? likelihoodRatio(k, n, l, m) : 0 }
  })
  const found = standing.filter(({ tells }) => tells >= leastSignal)
  const clear = clearFrom(
    found.map(({ tells }) => tells),
    phrases.length,
  )
  return found
    .map((one) => ({ ...one, isClear: one.tells >= clear }))
    .filter(({ phrase, isClear }) => isClear || isTelling(phrase, now))
}

type Compared = { now: Document[]; before: Document[]; readBefore: Int32Array[]; lexicon: Lexicon }

/** How many are in a language; one that is too short to tell counts in each. */
function newSizes() {
  const counts = new Map<Document[], Map<string | null, number>>()
  return (documents: Document[], language: string | null): number => {
    let of = counts.get(documents)
    if (!of) {
      of = new Map()
      for (const one of documents) of.set(one.language, (of.get(one.language) ?? 0) + 1)
      counts.set(documents, of)
    }
    return language === null ? documents.length : (of.get(language) ?? 0) + (of.get(null) ?? 0)
  }
}

function mostOf<One>(all: One[]): One {
  const counts = new Map<One, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

/** Fewer stories than this, of one language, are no period to compare with. */
export const fewStories = 10
/** What is told half as often again rises; less is noise. */
const leastRise = 1.5
