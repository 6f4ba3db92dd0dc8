import { addressKey } from '../../model/address.ts'
import type { Post } from '../../model/post.ts'
import { hour, minute } from '../../model/time.ts'
import { addressIn } from './address.ts'
import { at, each, instant, line, list, maybeText, shortId, text } from './answer.ts'
import type { PagedPlace } from './place.ts'

/** Articles of the world's press by GDELT's DOC 2.0 API: titles and addresses, the newest 250. */
export const gdelt: PagedPlace = {
  ask({ search, now, since }) {
    const { q = '', lang } = search.params
    // By its own clock: so far back from when it is asked.
    const back = since === null ? longest : Math.min(Math.max(now - since + hour, hour), longest)
    return {
      url: addressIn(search.base, '/api/v2/doc/doc', {
        query: lang && names[lang] ? `${q} sourcelang:${names[lang]}` : q,
        mode: 'artlist',
        format: 'json',
        maxrecords: most,
        sort: 'datedesc',
        timespan: `${Math.ceil(back / minute)}min`,
      }),
    }
  },

  read(body) {
    // It says {} where there is nothing.
    if (at(body, 'articles') === undefined && Object.keys(body ?? {}).length === 0)
      return { posts: [], next: null }
    const { found, odd } = each(list(body, 'articles'), 'articles', postOf, 'gdelt')
    return { posts: found, odd, next: null, cut: list(body, 'articles').length >= most }
  },

  // It refuses in plain words, with 200.
  said: (words, status) =>
    status !== 200 || /^\s*(?:[{[<]|$)/.test(words)
      ? null
      : { status: /limit requests|too many/i.test(words) ? 429 : 400 },
}

const most = 250

function postOf(article: unknown): Post {
  const url = text(article, 'url')
  const language = maybeText(article, 'language')
  return {
    id: shortId(addressKey(url) ?? url),
    url,
    // It writes blanks around every sign.
    title: line(text(article, 'title')).replace(/\s+([,.;:!?'’%)])/gu, '$1'),
    text: '',
    author: null,
    publishedAt: instant(article, 'seendate'),
    updatedAt: null,
    language: language === null ? null : (codes[language.toLowerCase()] ?? null),
    outlet: maybeText(article, 'domain'),
    network: 'press',
  }
}

const codes: Record<string, string> = {
  french: 'fr',
  english: 'en',
  german: 'de',
  spanish: 'es',
  italian: 'it',
  dutch: 'nl',
  portuguese: 'pt',
}
const names = Object.fromEntries(Object.entries(codes).map(([name, code]) => [code, name]))
const longest = 7 * 24 * hour
