import { Oops } from '../model/oops.ts'
import { isPage, linkedFeeds, shownFeeds } from './page-feeds.ts'

/** Says why this text is no feed and, for a page, which feed it links to. */
export function noFeed(text: string, url: string | null): Oops {
  const head = text.slice(0, 256 * 1024)
  const [feed] = linkedFeeds(head, url)
  const [shown] = !feed && isPage(head) ? shownFeeds(head, url) : []
  const linked = feed ?? shown
  if (linked) return new Oops('feed.page-with-link', { feed: linked.url })
  if (isPage(head)) return new Oops('feed.page')
  const start = text.slice(0, 200).replace(/\s+/gu, ' ').trim()
  return new Oops('feed.none', { start: start.length > 40 ? `${start.slice(0, 40)}…` : start })
}
