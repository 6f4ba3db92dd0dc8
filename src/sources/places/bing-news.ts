import { addressKey } from '../../model/address.ts'
import { addressIn, outletOf, unwrapped } from './address.ts'
import { shortId } from './answer.ts'
import type { FeedPlace } from './place.ts'

/** Bing News, as RSS: its links count who follows them, and carry the article's address. */
export const bingNews: FeedPlace = {
  address({ search }) {
    const { q = '', lang, country } = search.params
    const market = lang && country ? `${lang}-${country}` : null
    return addressIn(search.base, '/news/search', { q, format: 'rss', setlang: lang ?? null, mkt: market })
  },

  tidy: (posts, { search }) => {
    const own = new RegExp(`(?:^|\\.)(?:bing\\.com|${RegExp.escape(new URL(search.base).hostname)})$`)
    return posts.map((post) => {
      const url = unwrapped(post.url, own, ['url'])
      const outlet = post.outlet ?? outletOf(url)
      return { ...post, id: shortId(addressKey(url) ?? post.id), url, outlet, network: 'press' }
    })
  },
}
