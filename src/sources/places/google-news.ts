import { hash } from 'node:crypto'
import { folded } from '../../model/words.ts'
import { addressIn } from './address.ts'
import type { FeedPlace } from './place.ts'

/**
 * Google News, as RSS. Its links lead to the article by a script only, and are made anew now and then: an article is
 * known again by its title and its outlet. The text is a list of links to the same news elsewhere: it is none.
 */
export const googleNews: FeedPlace = {
  address({ search }) {
    const { q = '', lang = 'fr', country = lang === 'en' ? 'US' : lang.toUpperCase() } = search.params
    return addressIn(search.base, '/rss/search', { q, hl: lang, gl: country, ceid: `${country}:${lang}` })
  },

  tidy: (posts) =>
    posts.map((post) => {
      const outlet = post.outlet ?? null
      const ending = ` - ${outlet}`
      const title = outlet && post.title.endsWith(ending) ? post.title.slice(0, -ending.length) : post.title
      const id = hash('sha256', `${folded(title)}\n${folded(outlet ?? '')}`, 'base64url').slice(0, 22)
      return { ...post, id, title, text: '', author: null, outlet, network: 'press' }
    }),
}
