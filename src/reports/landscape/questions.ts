import { isFiller } from '../../analysis/filler.ts'
import { breathe } from '../../breath.ts'
import { speakerOf, type Told } from '../../model/told.ts'
import { folded, foldedWords } from '../../model/words.ts'
import { type Authors, bare, formOf, type IdeaForm, isOpen, questionsIn } from './wordings.ts'

/** A question that people ask, in one of their wordings, with nobody's name in it. Mentions are newest first. */
export type Idea = { question: string; form: IdeaForm; mentions: Told[]; speakers: number; topics: string[] }

/**
 * The questions that people ask in mentions, those that say nearly the same together, the most asked first.
 * `names` are those of the topics, `looked` what their queries look for: nobody is called so.
 */
export async function ideasOf(
  all: Told[],
  names: string[],
  looked: string[] = [],
  most = 6,
): Promise<Idea[]> {
  const questions: { told: Told; question: string }[] = []
  for (const told of all) {
    if (told.text !== null) for (const question of questionsIn(told)) questions.push({ told, question })
    await breathe()
  }
  const known = new Set(names.flatMap((name) => foldedWords(name)))
  const words = wordsIn(questions.map(({ question }) => question))
  const authors = await authorsOf(
    all,
    words.union(new Set([...names, ...looked].flatMap((one) => foldedWords(one)))),
  )
  const says = (word: string) =>
    !isFiller(word) && !known.has(word) && !authors.called.has(word) && !authors.maybe.has(word)
  const groups: Group[] = []
  const byWord = new Map<string, Group[]>()
  for (const { told, question } of questions) {
    const words = new Set<string>()
    for (const word of foldedWords(question)) if (says(word)) words.add(word.slice(0, stem))
    if (words.size > 0) add({ told, words, said: bare(question, told.language, authors) }, groups, byWord)
    await breathe()
  }
  const ideas: Idea[] = []
  for (const group of groups.sort((a, b) => b.asked.length - a.asked.length)) {
    // Those that follow were asked less often.
    if (ideas.length >= most * 3) break
    const idea = ideaOf(group)
    const isIdea = group.asked.length > 1 || (idea && group.words.size >= leastAlone && isOpen(idea.question))
    if (idea && isIdea) ideas.push(idea)
    await breathe()
  }
  return ideas.sort((a, b) => b.speakers - a.speakers || b.mentions.length - a.mentions.length).slice(0, most)
}

/** Words that several questions write without a capital: somebody may be called so, and yet they are words. */
function wordsIn(questions: string[]): Set<string> {
  const counts = new Map<string, number>()
  for (const question of questions)
    for (const word of new Set(question.match(/(?<![\p{L}\p{N}@])\p{Ll}{3,}/gu)))
      counts.set(folded(word), (counts.get(folded(word)) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= 3).map(([word]) => word))
}

/** What people who wrote are called by: their whole name and each part of it that is no word; of a handle parts may be. */
async function authorsOf(all: Told[], words: Set<string>): Promise<Authors> {
  const authors: Authors = { called: new Set(), maybe: new Set() }
  for (const author of new Set(all.map(({ author }) => author))) {
    const whole = folded(author ?? '')
    if (whole === '') continue
    if (!words.has(whole)) authors.called.add(whole)
    const parts = /[\d_@.]/.test(author!) ? authors.maybe : authors.called
    for (const part of whole.split(' '))
      if (part.length > 2 && !isFiller(part) && !words.has(part)) parts.add(part)
    await breathe()
  }
  return authors
}

type Asked = { told: Told; words: Set<string>; said: string | null }
type Group = { words: Set<string>; asked: Asked[] }

function add(one: Asked, groups: Group[], byWord: Map<string, Group[]>) {
  const near = new Set([...one.words].flatMap((word) => byWord.get(word) ?? []))
  const alike = [...near].map((group) => ({ group, alike: likeness(group.words, one.words) }))
  const best = alike.reduce<(typeof alike)[number] | null>((a, b) => (a && a.alike >= b.alike ? a : b), null)
  if (best && best.alike >= sameFrom) return void best.group.asked.push(one)
  const group = { words: one.words, asked: [one] }
  groups.push(group)
  for (const word of one.words) byWord.set(word, [...(byWord.get(word) ?? []), group])
}

/** Of all words the shared ones (Jaccard); one that says all of a shorter question and little more is the same. */
function likeness(a: Set<string>, b: Set<string>): number {
  const both = a.intersection(b).size
  const shorter = Math.min(a.size, b.size)
  const within = shorter >= 2 && both === shorter && shorter / Math.max(a.size, b.size) >= 0.4 ? 0.6 : 0
  return Math.max(both / a.union(b).size, within)
}

function ideaOf({ asked }: Group): Idea | null {
  const wordings = asked.flatMap(({ said }) => (said === null ? [] : [said]))
  if (wordings.length === 0) return null
  const mentions = [...new Map(asked.map(({ told }) => [told.mention, told])).values()]
  const question = wordings.sort(
    (a, b) => Math.abs(a.length - goodLength) - Math.abs(b.length - goodLength),
  )[0]!
  const topics = new Map<string, number>()
  for (const { name } of mentions.flatMap((told) => told.topics))
    topics.set(name, (topics.get(name) ?? 0) + 1)
  return {
    question,
    form: formOf(question),
    mentions: mentions.sort((a, b) => b.saidAt - a.saidAt),
    speakers: new Set(mentions.map(speakerOf)).size,
    topics: [...topics].sort(([, a], [, b]) => b - a).map(([name]) => name),
  }
}

/** A question that one person asked says by itself what it is about, in so many words that say something. */
const leastAlone = 2
/** « remplacer » and « remplace », "replaced" and "replacing" begin alike. */
const stem = 6
const sameFrom = 0.5
const goodLength = 70
