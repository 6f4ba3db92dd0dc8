import type { PlaceKind } from '../../model/search.ts'
import { bingNews } from './bing-news.ts'
import { bluesky } from './bluesky.ts'
import { discourse } from './discourse.ts'
import { gdelt } from './gdelt.ts'
import { googleAlerts } from './google-alerts.ts'
import { googleBusiness } from './google-business.ts'
import { googleNews } from './google-news.ts'
import { hackerNews } from './hackernews.ts'
import { lemmy } from './lemmy.ts'
import { mastodon } from './mastodon.ts'
import type { FeedPlace, PagedPlace } from './place.ts'
import { reddit } from './reddit.ts'
import { stackExchange } from './stackexchange.ts'
import { youTube } from './youtube.ts'

/** Places that answer with a feed; a new one is a file and a line. */
export const feedPlaces: Partial<Record<PlaceKind, FeedPlace>> = {
  'google-news': googleNews,
  'bing-news': bingNews,
  'google-alerts': googleAlerts,
  reddit,
  youtube: youTube,
}

/** Those that answer page by page, in JSON. */
export const pagedPlaces: Partial<Record<PlaceKind, PagedPlace>> = {
  gdelt,
  hackernews: hackerNews,
  mastodon,
  bluesky,
  stackexchange: stackExchange,
  lemmy,
  discourse,
  'google-business': googleBusiness,
}
