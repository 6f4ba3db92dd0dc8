import { addressKey } from '../../model/address.ts'
import { outletOf, unwrapped } from './address.ts'
import { shortId } from './answer.ts'
import type { FeedPlace } from './place.ts'

/** The feed of an alert that somebody made at google.com/alerts: its links carry the address of what was found. */
export const googleAlerts: FeedPlace = {
  address: ({ search }) => `${search.base.replace(/\/+$/, '')}/alerts/feeds/${search.params.feed ?? ''}`,

  tidy: (posts, { search }) => {
    const own = new RegExp(`(?:^|\\.)(?:google\\.[a-z.]+|${RegExp.escape(new URL(search.base).hostname)})$`)
    return posts.map((post) => {
      const url = unwrapped(post.url, own, ['url', 'q'])
      return { ...post, id: shortId(addressKey(url) ?? post.id), url, outlet: outletOf(url), author: null }
    })
  },
}
