import { isQuestion } from '../../analysis/question.ts'
import { readable } from '../../analysis/readable.ts'
import type { Told } from '../../model/told.ts'
import { folded, foldedWords } from '../../model/words.ts'

/** What a content that answers could be. */
export const ideaForms = ['how', 'why', 'which', 'price', 'where', 'when', 'whether'] as const
export type IdeaForm = (typeof ideaForms)[number]

/** The sentences of a mention that ask something. */
export function questionsIn({ title, text, language }: Told): string[] {
  const said = readable([title, text].filter((part) => part).join('\n'))
  const sentences = [...new Set(said.match(/[^.!?…\n]+(?:[?!.…]+|$)/gmu) ?? [])].map((one) => one.trim())
  const asked = sentences.filter((one) => /\?[?!\s]*$/u.test(one) && isQuestion(one, language))
  return asked.filter((one) => foldedWords(one).length >= 4 && one.length <= longest)
}

/** A question without greetings, handles, addresses and numbers to call; null where it names somebody who wrote here. */
export function bare(question: string, authors: Set<string>): string | null {
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
    .replace(/\s*\?[?!\s]*$/u, ' ?')
  if (names(foldedWords(said), authors)) return null
  return said.length < 12 ? null : said[0]!.toLocaleUpperCase() + said.slice(1)
}

/** Whether somebody is named, by up to four words in a row. */
const names = (words: string[], authors: Set<string>) =>
  words.some((_, at) => [1, 2, 3, 4].some((many) => authors.has(words.slice(at, at + many).join(' '))))

/** What kind of answer a question wants. */
export function formOf(question: string): IdeaForm {
  const words = ` ${folded(question)} `
  return forms.find(([, pattern]) => pattern.test(words))?.[0] ?? 'whether'
}

const forms: [IdeaForm, RegExp][] = [
  ['price', / (?:combien|prix|tarifs?|coute|coutent|cout|cher|how much|price|prices|cost|costs|expensive) /],
  [
    'which',
    / (?:quel|quels|quelle|quelles|lequel|laquelle|lesquels|which|what|versus|vs|meilleur|meilleure|best|better|mieux) /,
  ],
  ['how', / (?:comment|how) /],
  ['why', / (?:pourquoi|why|how come) /],
  ['where', /^ (?:\S+ ){0,6}(?:ou trouver|ou acheter|ou|where) /],
  ['when', / (?:quand|when|a partir de quand|delai|delais) /],
]

const longest = 220
