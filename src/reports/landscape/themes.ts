import type { Told } from '../../model/told.ts'
import { type Document, voicesOf } from './documents.ts'
import { type Phrase, phraseWords } from './phrases.ts'

/** What is talked about, as it is most often written; `also` are other words of the same texts. Mentions are newest first. */
export type Theme = {
  words: string
  also: string[]
  mentions: Told[]
  stories: number
  speakers: number
}

/** So many mentions, by so many outlets or people, in so many stories: what fewer say is no theme. */
export const leastMentions = 3
export const leastSpeakers = 3
export const leastStories = 2

/** A phrase that stands out, and how much. */
export type Standing<More = object> = { phrase: Phrase; tells: number } & More

/**
 * Themes from phrases that stand out, the clearest first: phrases that mostly stand in the same documents are one
 * theme, named by the longest one that most of them hold.
 */
export function themesOf<More>(
  standing: Standing<More>[],
  documents: Document[],
  most: number,
): (Theme & { standing: Standing<More> })[] {
  const groups: Standing<More>[][] = []
  for (const one of sorted(standing)) {
    const group = groups.find(([first]) => isSame(first!.phrase, one.phrase))
    if (group) group.push(one)
    else if (groups.length < most && isTold(one.phrase, documents)) groups.push([one])
  }
  return groups.map((group) => {
    const [first] = group as [Standing<More>]
    const held = first.phrase.documents.map((at) => documents[at]!)
    const { mentions, speakers } = voicesOf(held)
    const name = nameOf(group)
    const also: Phrase[] = []
    for (const { phrase } of group)
      if (also.length < 2 && ![name, first.phrase, ...also].some((one) => shares(one, phrase)))
        also.push(phrase)
    return {
      standing: first,
      words: writtenAs(name, documents),
      also: also.map((phrase) => writtenAs(phrase, documents)),
      mentions: mentions.sort((a, b) => b.saidAt - a.saidAt),
      stories: held.length,
      speakers,
    }
  })
}

/** Of two that tell as much, the longer phrase says more. */
const sorted = <More>(standing: Standing<More>[]) =>
  standing.sort(
    (a, b) =>
      b.tells + b.phrase.words.length / 2 - (a.tells + a.phrase.words.length / 2) ||
      (a.phrase.words.join(' ') < b.phrase.words.join(' ') ? -1 : 1),
  )

function isTold({ documents: at }: Phrase, documents: Document[]): boolean {
  if (at.length < leastStories) return false
  const { mentions, speakers } = voicesOf(at.map((one) => documents[one]!))
  return mentions.length >= leastMentions && speakers >= leastSpeakers
}

function isSame(a: Phrase, b: Phrase): boolean {
  const [few, many] = a.documents.length < b.documents.length ? [a, b] : [b, a]
  const inMany = new Set(many.documents)
  const both = few.documents.filter((document) => inMany.has(document)).length
  return both / few.documents.length >= (shares(a, b) ? 0.5 : 0.67)
}

const shares = (a: Phrase, b: Phrase) => a.words.some((word) => b.words.includes(word))

function nameOf(group: Standing[]): Phrase {
  const [first] = group as [Standing]
  const longer = group.filter(
    ({ phrase }) =>
      first.phrase.words.every((word) => phrase.words.includes(word)) &&
      phrase.documents.length >= first.phrase.documents.length * 0.6,
  )
  return longer.reduce((best, one) => (one.phrase.words.length > best.phrase.words.length ? one : best))
    .phrase
}

/** A phrase as most of its documents write it. */
export function writtenAs({ words, documents: at }: Phrase, documents: Document[]): string {
  const forms = new Map<string, number>()
  const between = String.raw`(?:[\s'’\-‐‑«»“”"#/]+\p{L}{1,4}){0,2}[\s'’\-‐‑«»“”"#/]+`
  for (const one of at.slice(0, 30)) {
    const text = documents[one]!.words
    const folds = foldedAlong(text)
    const shape = words.map((word) => `${RegExp.escape(word)}[sx]?`).join(between)
    const found = new RegExp(String.raw`(?<![\p{L}\p{N}])${shape}(?![\p{L}\p{N}])`, 'u').exec(folds)
    if (!found) continue
    const form = text.slice(found.index, found.index + found[0].length).replace(/[\s«»“”"]+/g, ' ')
    forms.set(form, (forms.get(form) ?? 0) + 1)
  }
  const most = [...forms].sort(
    ([a, times], [b, others]) => others - times || capitals(a) - capitals(b),
  )[0]?.[0]
  return most ?? words.join(' ')
}

/** A text in small letters without accents, every one at its place. */
const foldedAlong = (text: string) =>
  [...text]
    .map((char) => {
      const fold = char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
      return fold.length === char.length ? fold : char
    })
    .join('')

const capitals = (text: string) => text.replace(/\P{Lu}/gu, '').length

/** Whether a phrase names something by itself: several words, a name, a tag. A word alone may be any word. */
export function isTelling(phrase: Phrase, documents: Document[]): boolean {
  if (phrase.words.length > 1) return true
  return /^(?:#|\p{Lu})/u.test(writtenAs(phrase, documents))
}

/** Whether a phrase says no more than these names do: a topic's own words, an outlet's name. */
export function namesOnly(names: string[]): (phrase: Phrase) => boolean {
  const all = new Set(names.flatMap((name) => phraseWords(name)))
  return ({ words }) => words.every((word) => all.has(word))
}
