import { Oops, type Span } from './oops.ts'
import type { Query, Term } from './query.ts'
import { domainOf } from './query-domain.ts'
import { emojiIn } from './query-emoji.ts'
import type { Token } from './query-tokens.ts'
import { wordsOf } from './words.ts'

/** What a query may ask of one part of a post. */
export type Field = 'title' | 'author' | 'site' | 'lang'

/** What a word, a phrase, a tag, a site or a language looks for. Throws Oops with its place where that is nothing. */
export function termIn(field: Field | null, token: Token): Query {
  if (field === 'site') return siteOf(token)
  if (field === 'lang') return languageOf(token)
  const parts = token.kind === 'quoted' ? phrasesOf(token) : termsOf(token)
  const all: Query[] = field ? parts.map((part) => ({ ...part, in: field })) : parts
  return all.length === 1 ? all[0]! : { all }
}

function siteOf({ text, ...place }: Token): Query {
  const host = /^(?:[a-z]+:\/\/)?(?:www\.)?([^\s/:?#*]+\.[^\s/:?#*]+?)\.?(?:[/:?#]\S*)?$/iu.exec(
    text.trim(),
  )?.[1]
  const site = host && URL.parse(`http://${host}/`)?.hostname
  if (!site) throw new Oops('query.site-wrong', { text: shown(text) }, span(place))
  return { site }
}

function languageOf({ text, ...place }: Token): Query {
  if (!/^\s*[a-z]{2}\s*$/iu.test(text)) throw new Oops('query.lang-wrong', { text: shown(text) }, span(place))
  return { lang: text.trim().toLowerCase() }
}

function termsOf(token: Token): Term[] {
  const { text } = token
  if (/\*./u.test(text) || /^[#@].*\*/u.test(text))
    throw new Oops('query.star-misplaced', { text: shown(text) }, span(token))
  if (/^[#@]/u.test(text)) return [tagOf(token)]
  const domain = domainOf(text)
  return domain ? [{ domain }] : phrasesOf({ ...token, text: text.replace(/^https?:\/\/(?:www\.)?/iu, '') })
}

function tagOf({ text, ...place }: Token): Term {
  const { tags, words } = wordsOf(text)
  if (tags.length !== 1 || tags[0]!.to !== text.length || words.length === 0)
    throw new Oops('query.tag-wrong', { tag: shown(text) }, span(place))
  return { tag: tags[0]!.names[0]! }
}

/** The words as one phrase; emoji stand for themselves, since they are written with and without a space. */
function phrasesOf({ text, ...place }: Token): Term[] {
  const phrase = wordsOf(text).words
  const emoji = emojiIn(text).map(({ emoji }): Term => ({ emoji }))
  if (phrase.length + emoji.length === 0)
    throw new Oops('query.nothing-to-find', { text: shown(text) }, span(place))
  if (!/\*\s*$/u.test(text)) return phrase.length > 0 ? [{ phrase }, ...emoji] : emoji
  if (phrase.length === 0 || !/[\p{L}\p{M}\p{N}]\p{Cf}*\*\s*$/u.test(text))
    throw new Oops('query.star-misplaced', { text: shown(text) }, span(place))
  if ([...phrase.at(-1)!].length < leastPrefix)
    throw new Oops('query.prefix-short', { text: shown(text), least: leastPrefix }, span(place))
  return [{ phrase, prefix: true }, ...emoji]
}

const leastPrefix = 3
const span = ({ from, to }: Span) => ({ from, to })
const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
