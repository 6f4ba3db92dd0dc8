import { newCompany } from '../analysis/company.ts'
import { isEveryday } from '../analysis/everyday.ts'
import { wholeText } from '../model/post.ts'
import { readQuery, type Term } from '../model/query.ts'
import { loneTerms, soughtTerms, termText } from '../model/query-terms.ts'
import { day } from '../model/time.ts'
import { foldedWords, wordsOf } from '../model/words.ts'
import { slipsBetween } from '../settings/nearest.ts'
import { type Asking, type Trial, tryQuery, type Written } from './trial.ts'
import { newPace, walk } from './walk.ts'

/** What a person should know of a query before it is kept. */
export type Warning =
  /** It catches nothing: how many posts each of its words is in, and the word that was perhaps meant. */
  | { is: 'nothing'; terms: { text: string; count: number; meant: { text: string; count: number } | null }[] }
  /** More than anybody reads, or than a brand is talked of. */
  | { is: 'too-much'; perDay: number; share: number }
  /** A name that is enough by itself and is an everyday word: what to write instead, if the posts tell. */
  | { is: 'everyday'; word: string; instead: { text: string; caught: number; whole: boolean } | null }

/** Looks at a query that was tried. `named`: it is meant to find a name, for which an everyday word is a trap. */
export async function warningsOf(
  asking: Asking,
  wanted: Written,
  trial: Trial,
  { named }: { named: boolean },
): Promise<Warning[]> {
  const { all, caught } = trial.heard
  const nothing = caughtBy(trial) === 0
  const everyday = named ? everydayNames(wanted) : []
  const much =
    caught >= fewPosts && (caught / all > largeShare || trial.perDay > muchToRead)
      ? [{ is: 'too-much' as const, perDay: trial.perDay, share: caught / all }]
      : []
  if (everyday.length === 0 && !(nothing && all > 0)) return much

  const survey = await surveyed(
    asking,
    everyday.map(({ phrase }) => phrase[0]!),
  )
  return [
    ...(nothing && all > 0 ? [{ is: 'nothing' as const, terms: await missed(trial, survey.texts) }] : []),
    ...much,
    ...(await everydayWarnings(asking, wanted, everyday, survey)),
  ]
}

type Name = Extract<Term, { phrase: string[] }>

const everydayNames = ({ query }: Written): Name[] =>
  loneTerms(query)
    .filter((term): term is Name => 'phrase' in term && term.phrase.length === 1 && !term.prefix)
    .filter((term) => term.in !== 'author' && isEveryday(term.phrase[0]!))
    .slice(0, mostNames)

type Survey = Awaited<ReturnType<typeof surveyed>>

/** In how many of the newest posts each word is, and the company that some words keep. */
async function surveyed({ store, team, now }: Asking, names: string[]) {
  const texts = new Map<string, number>()
  const companies = new Map(names.map((name) => [name, newCompany(name)]))
  const sources = (await store.stored.sources(team.name)).map(({ source }) => source)
  const evenly = now - team.keep.unmatched * day
  await walk(store, { team: team.name, sources, most: mostSurveyed, within: longestSurvey }, (post) => {
    const words = wordsOf(wholeText(post))
    for (const company of companies.values()) company.learn(words)
    if (post.heardAt < evenly) return
    for (const word of new Set(words.words)) texts.set(word, (texts.get(word) ?? 0) + 1)
  })
  return { texts, companies }
}

async function everydayWarnings(asking: Asking, wanted: Written, names: Name[], { companies }: Survey) {
  const whole = soughtTerms(wanted.query).length === 1 && !('all' in wanted.query)
  const warnings: Warning[] = []
  for (const term of names) {
    const word = termText(term, wanted.text)
    const beside = companies.get(term.phrase[0]!)!.companions(mostCompanions)
    const field = term.in ? `${term.in}:` : ''
    const text = `${field}${word} AND (${beside.map(({ spelled }) => spelled).join(' OR ')})`
    const tried = beside.length === 0 ? null : await tryQuery(asking, { text, query: readQuery(text) })
    warnings.push({ is: 'everyday', word, instead: tried && { text, caught: caughtBy(tried), whole } })
  }
  return warnings
}

const caughtBy = ({ heard, older }: Trial) => heard.caught + older.caught

/** Each term with what it finds by itself; one that finds nothing with its words, and the nearest that do. */
async function missed({ terms }: Trial, texts: Map<string, number>) {
  const parts = terms.flatMap(({ text, count }) => {
    const words = foldedWords(text)
    const inside = count === 0 && words.length > 1 ? words : []
    return [{ text, count }, ...inside.map((word) => ({ text: word, count: texts.get(word) ?? 0 }))]
  })
  const pace = newPace()
  const all = []
  for (const part of parts.slice(0, mostTerms)) {
    const [word, ...more] = foldedWords(part.text)
    const alone = part.count === 0 && word !== undefined && more.length === 0
    all.push({ ...part, meant: alone ? await nearestWord(word, texts, pace) : null })
  }
  return all
}

/** The word of the posts that was perhaps meant: the fewest slips away, then the one that is in most of them. */
async function nearestWord(word: string, texts: Map<string, number>, pace: () => Promise<void>) {
  const limit = Math.floor(word.length / 4) || 1
  let best: { text: string; count: number; slips: number } | null = null
  for (const [text, count] of texts) {
    if (Math.abs(text.length - word.length) > limit || word.length < leastLetters) continue
    // Hardly anybody slips at both ends.
    if (text[0] !== word[0] && text.at(-1) !== word.at(-1)) continue
    await pace()
    const slips = slipsBetween(word, text)
    if (slips > limit || (best && (slips > best.slips || (slips === best.slips && count <= best.count))))
      continue
    best = { text, count, slips }
  }
  return best && { text: best.text, count: best.count }
}

// A brand that is in one of twenty of all posts is rare, and a query that is too wide is not; fifty a day is what
// one person can still look at. Of a handful of posts neither says anything.
const largeShare = 0.05
const muchToRead = 50
const fewPosts = 20
const mostSurveyed = 5_000
const longestSurvey = 1_000
const mostCompanions = 4
const mostNames = 3
const mostTerms = 12
const leastLetters = 4
