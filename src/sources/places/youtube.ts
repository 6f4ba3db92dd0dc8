import { addressIn } from './address.ts'
import type { FeedPlace } from './place.ts'

/** The videos of a YouTube channel or playlist, as Atom; how often one was seen and liked stands in its media group. */
export const youTube: FeedPlace = {
  address({ search }) {
    const { channel = null, playlist = null } = search.params
    return addressIn(search.base, '/feeds/videos.xml', { channel_id: channel, playlist_id: playlist })
  },

  tidy(posts, _, body) {
    const counts = new Map(
      body()
        .split(/<entry[\s>]/)
        .slice(1)
        .map((entry) => [
          /<yt:videoId>([\w-]+)</.exec(entry)?.[1] ?? '',
          { views: countIn(entry, 'statistics', 'views'), likes: countIn(entry, 'starRating', 'count') },
        ]),
    )
    return posts.map((post) => {
      const id = post.id.replace(/^yt:video:/, '')
      const counted = counts.get(id)
      return { ...post, id, network: 'youtube', ...(counted ? { engagement: counted } : {}) }
    })
  },
}

function countIn(entry: string, element: string, attribute: string): number | null {
  const found = new RegExp(`<media:${element}\\s[^>]*?\\b${attribute}="(\\d{1,15})"`).exec(entry)?.[1]
  return found === undefined ? null : Number(found)
}
