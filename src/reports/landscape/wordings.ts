import { isQuestion } from '../../analysis/question.ts'
import { readable } from '../../analysis/readable.ts'
import type { Told } from '../../model/told.ts'
import { folded, foldedWords, wordsOf } from '../../model/words.ts'

/** What a content that answers could be. */
export const ideaForms = ['how', 'why', 'which', 'price', 'where', 'when', 'whether'] as const
export type IdeaForm = (typeof ideaForms)[number]

/** The sentences of a mention that ask something. What the press asks its readers, nobody asked it. */
export function questionsIn({ title, text, language, network, outlet }: Told): string[] {
  const isPress = network === 'press' && !/forum|communaut|communit|avis|reviews/iu.test(outlet)
  const said = readable([isPress ? null : title, text].filter((part) => part).join('\n'))
  if (isPress && !(said.length < shortest && isPersonal.test(said))) return []
  const sentences = [...new Set(said.match(/[^.!?…\n]+(?:[?!.…]+|$)/gmu) ?? [])].map((one) => one.trim())
  const asked = sentences.filter((one) => /\?[?!\s]*$/u.test(one) && isQuestion(one, language))
  return asked.filter((one) => foldedWords(one).length >= 4 && one.length <= longest)
}

/** Every page with a title counts as press where nobody knows better: people say "I", and thank beforehand. */
const isPersonal =
  /(?<!\p{L})(?:j['’]ai|je|mon|ma|mes|quelqu['’]un|merci d['’]avance|I|I['’]m|I['’]ve|my|anyone|anybody|thanks in advance)(?!\p{L})/iu

/** Whether a question asks to be answered, and does not only wonder: it begins, nearly, as questions do. */
export const isOpen = (question: string) =>
  /^ (?:\S+ ){0,6}?(?:comment|pourquoi|quand|quels?|quelles?|laquelle|lequel|combien|ou|qui|est ce que?|est ce qu|y a t il|savez vous|quelqu un|peut on|faut il|doit on|vaut|how|why|when|where|which|what|who|anyone|anybody|does|do|can|could|should|is there|are there|is it|will) /.test(
    ` ${folded(question)} `,
  ) || /-(?:t-)?(?:il|elle|ils|elles|on|vous|tu|je|ce)(?!\p{L})/iu.test(question)

/** A question without greetings, handles, addresses and numbers to call; null where it names somebody who wrote here. */
export function bare(question: string, language: Told['language'], authors: Authors): string | null {
  const said = question
    .replace(/[\p{L}\p{N}._%+-]*@[\p{L}\p{N}._@-]+/gu, ' ')
    .replace(/(?:\+|00)?\d[\d .()-]{7,}\d/gu, ' ')
    .replace(/#(?=\p{L})/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(
      /^(?:[^\p{L}]*(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|dites|svp|merci|alors|sinon|question|du coup)\b[^\p{L}]*)+/iu,
      '',
    )
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\s*\?[?!\s]*$/u, language === 'fr' ? '\u202f?' : '?')
  if (names(said, authors)) return null
  return said.length < 12 ? null : said[0]!.toLocaleUpperCase() + said.slice(1)
}

/** Names of people, and words that may be names where they are written as one. */
export type Authors = { called: Set<string>; maybe: Set<string> }

/** Whether somebody is named, by up to four words in a row. */
function names(said: string, { called, maybe }: Authors): boolean {
  const { words, from } = wordsOf(said)
  return words.some(
    (word, at) =>
      [1, 2, 3, 4].some((many) => called.has(words.slice(at, at + many).join(' '))) ||
      (maybe.has(word) && /^\p{Lu}\p{Ll}/u.test(said.slice(from[at], from[at]! + 4))),
  )
}

/** What kind of answer a question wants. */
export function formOf(question: string): IdeaForm {
  const words = ` ${folded(question)} `
  if (/(?<!\p{L})où(?!\p{L})/iu.test(question)) return 'where'
  return forms.find(([, pattern]) => pattern.test(words))?.[0] ?? 'whether'
}

const forms: [IdeaForm, RegExp][] = [
  [
    'price',
    / (?:prix|tarifs?|coute|coutent|cout|couts|cher|chere|how much|price|prices|cost|costs|expensive) /,
  ],
  [
    'which',
    / (?:quel|quels|quelle|quelles|lequel|laquelle|lesquels|which|what|versus|vs|meilleur|meilleure|best|better|mieux) /,
  ],
  ['how', / (?:comment|how(?! long| many)) /],
  ['why', / (?:pourquoi|why|how come) /],
  ['where', / where /],
  ['when', / (?:quand|when|delai|delais|combien de temps|how long) /],
]

const longest = 220
const shortest = 600
