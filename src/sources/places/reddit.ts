import { addressIn } from './address.ts'
import { shortId } from './answer.ts'
import type { FeedPlace } from './place.ts'

/**
 * Reddit's search, as Atom: everywhere, or in some subreddits. The token of one's own feeds (prefs/feeds) lets us in
 * more often; it stands in the address, which is why nobody sees that one.
 */
export const reddit: FeedPlace = {
  address({ search, account }) {
    const { q = '', in: subreddits } = search.params
    return addressIn(search.base, subreddits ? `/r/${subreddits}/search.rss` : '/search.rss', {
      q,
      sort: 'new',
      limit: 100,
      restrict_sr: subreddits ? 'on' : null,
      feed: account?.secrets.token ?? null,
      user: account?.handle ?? null,
    })
  },

  tidy: (posts) =>
    // A search names the subreddits that fit it, too.
    posts
      .filter(({ id }) => !/^t5_/.test(id))
      .map((post) => {
        const name = post.author?.replace(/^\/?u\//, '') ?? null
        const [sub] = /\/r\/[^/]+/.exec(post.url ?? '') ?? []
        return {
          ...post,
          id: shortId(post.id),
          text: post.text.replace(
            /\s*submitted by\s+\/?u\/\S+(?:\s+to\s+\S+)?\s*\[link\]\s*\[comments\]\s*$/u,
            '',
          ),
          author: name,
          outlet: sub ? `Reddit ${sub.slice(1)}` : 'Reddit',
          network: 'reddit',
          ...(name ? { account: { where: 'reddit', who: name } } : {}),
        }
      }),
}
