import type { Query } from '../../model/query.ts'
import { soughtTerms } from '../../model/query-terms.ts'
import type { Told } from '../../model/told.ts'
import { folded, wordsOf } from '../../model/words.ts'

/** By what a topic's own posts are known: its handles (`@lumeo`), its domains, the authors its query names. */
export type OwnSigns = { handles: Set<string>; hosts: string[]; authors: Set<string> }

/** What a query tells of its topic's own accounts and sites; null where it names none, and nobody can tell them apart. */
export function ownSigns(query: Query): OwnSigns | null {
  const terms = soughtTerms(query)
  const handles = terms.flatMap((term) => ('tag' in term && term.tag.startsWith('@') ? [term.tag] : []))
  const hosts = terms.flatMap((term) => ('domain' in term ? [nameOf(term.domain)] : []))
  const authors = terms.flatMap((term) =>
    'phrase' in term && term.in === 'author' && !term.prefix ? [term.phrase.join(' ')] : [],
  )
  const signs = { handles: new Set(handles), hosts: [...hosts, ...sitesOf(query)], authors: new Set(authors) }
  return signs.handles.size + signs.hosts.length + signs.authors.size > 0 ? signs : null
}

const nameOf = ({ words, gaps }: { words: string[]; gaps: string[] }) =>
  words.map((word, at) => word + (gaps[at] ?? '')).join('')

const sitesOf = (query: Query): string[] => {
  if ('site' in query) return [query.site]
  if ('not' in query) return []
  return ('all' in query ? query.all : 'any' in query ? query.any : []).flatMap(sitesOf)
}

/** Whether a topic's own account or site published a mention. */
export function isOwn({ url, author }: Pick<Told, 'url' | 'author'>, signs: OwnSigns): boolean {
  if (author !== null && isOwnAuthor(author, signs)) return true
  if (url === null || !URL.canParse(url)) return false
  const { hostname, pathname } = new URL(url)
  const host = hostname.toLowerCase().replace(/^www\./, '')
  if (signs.hosts.some((own) => host === own || host.endsWith(`.${own}`))) return true
  // `/@lumeo/1234`, `/lumeo/status/1234`, `/profile/lumeo.bsky.social/post/…`
  const [first = '', second = ''] = pathname.split('/').filter((part) => part !== '')
  const account = first.startsWith('@')
    ? first
    : profiles.has(first)
      ? second
      : handleHosts.test(host)
        ? first
        : ''
  return account !== '' && answersTo(account, signs)
}

function isOwnAuthor(author: string, signs: OwnSigns): boolean {
  if (signs.authors.has(folded(author))) return true
  return !/\s/.test(author.trim()) && answersTo(author.trim(), signs)
}

const answersTo = (account: string, { handles }: OwnSigns) =>
  handles.size > 0 &&
  wordsOf(`@${account.replace(/^@/, '')}`).tags.some(({ names }) => names.some((name) => handles.has(name)))

const profiles = new Set(['profile', 'user', 'users', 'u', 'c', 'channel'])
const handleHosts = /^(?:x|twitter|instagram|threads|facebook|tiktok|pinterest|t|medium)\.[a-z]{2,3}$/
