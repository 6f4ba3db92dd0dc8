import type { Told } from '../../model/told.ts'
import { type Document, voicesOf } from './documents.ts'
import { leastFound, leastSignal, likelihoodRatio } from './likelihood.ts'
import { newLexicon, type Phrase, phrasesOf, placesOf, readDocuments } from './phrases.ts'
import { isTelling, type Theme, themesOf } from './themes.ts'

/** A theme told about others, in so many stories, and in how many of the brand's own; `topic` where it is watched. */
export type Gap = Theme & { ours: number; topic?: string }
/** `ours`: of how many stories about the brand; too few of them (`few-ours`), and its absence says nothing. */
export type Gaps = { gaps: Gap[]; ours: number; because: 'no-ours' | 'few-ours' | 'few' | null }

/** Whether a mention is about the brand or one of its people. */
export const isOurs = ({ topics }: Pick<Told, 'topics'>) =>
  topics.some(({ kind }) => kind === 'brand' || kind === 'person')

/** Themes much told about competitors and the sector in which the brand is absent, or nearly so. */
export async function gapsOf(
  documents: Document[],
  leftOut: (phrase: Phrase) => boolean,
  most = 5,
): Promise<Gaps> {
  const ours = documents.filter(({ copies }) => copies.some(isOurs))
  const others = documents.filter(({ copies }) => !copies.some(isOurs))
  if (others.length < fewStories) return { gaps: [], ours: ours.length, because: 'few' }
  if (ours.length < fewStories)
    return { gaps: [], ours: ours.length, because: ours.length === 0 ? 'no-ours' : 'few-ours' }
  const lexicon = newLexicon()
  const [read, readOurs] = [await readDocuments(others, lexicon), await readDocuments(ours, lexicon)]
  const phrases = (await phrasesOf(read, lexicon, leastFound(others.length, ours.length))).filter(
    (phrase) => !leftOut(phrase),
  )
  const places = await placesOf(phrases, readOurs, lexicon)
  const standing = phrases
    .map((phrase) => {
      const [k, l] = [phrase.documents.length, places.get(phrase.key)?.length ?? 0]
      const absent = l / ours.length <= (k / others.length) * mostlyAbsent
      return { phrase, ours: l, tells: absent ? likelihoodRatio(k, others.length, l, ours.length) : 0 }
    })
    .filter(({ tells, phrase }) => tells >= leastSignal && isTelling(phrase, others))
  const found = themesOf(standing, others, most).map(({ standing, ...theme }) => ({
    ...theme,
    ours: standing.ours,
  }))
  return { gaps: [...watchedGaps(ours, others), ...found].slice(0, most), ours: ours.length, because: null }
}

/** The same of the themes that are watched. */
function watchedGaps(ours: Document[], others: Document[]): Gap[] {
  const themesIn = ({ copies }: Document) =>
    new Set(
      copies.flatMap(({ topics }) => topics.flatMap(({ name, kind }) => (kind === 'theme' ? [name] : []))),
    )
  const told = Map.groupBy(
    others.flatMap((document) => [...themesIn(document)].map((topic) => ({ topic, document }))),
    ({ topic }) => topic,
  )
  return [...told].flatMap(([topic, all]) => {
    const found = ours.filter((document) => themesIn(document).has(topic)).length
    const isAbsent = found / ours.length <= (all.length / others.length) * mostlyAbsent
    const tells = likelihoodRatio(all.length, others.length, found, ours.length)
    if (!isAbsent || tells < leastSignal) return []
    const { mentions, speakers } = voicesOf(all.map(({ document }) => document))
    return [{ words: topic, also: [], mentions, stories: all.length, speakers, ours: found, topic }]
  })
}

const fewStories = 10
/** A quarter of the others' share, at most. */
const mostlyAbsent = 0.25
