import type { Door, Post as Sending } from '../../http.ts'
import type { Engagement, Instant, Post } from '../../model/post.ts'
import type { Search, SearchAccount } from '../../model/search.ts'
import type { FeedPost } from '../feed-of.ts'

/** What is asked of a place, with what, and since when what it says is news (null: nothing is known yet). */
export type Asking = {
  search: Search
  account: SearchAccount | null
  now: Instant
  since: Instant | null
}

/** One answer of a place: its posts, newest first, and what to ask for those before them (null: there are none). */
export type Page = {
  posts: Post[]
  next: string | null
  /** How many items could not be read, and by what field. */
  odd?: { count: number; field: string } | undefined
  /** How far back all of it goes, where that is not to its oldest post. */
  reaches?: Instant
  /** How long (ms) it asks to be left alone. */
  wait?: number
  /** There is more than it gives, and no way to ask for it. */
  cut?: boolean
}

/** A place that answers in JSON. `next` is what the page before gave, the first page is the first. */
export type PagedPlace = {
  ask(asking: Asking, next: string | null, nth: number): { url: string; headers?: Record<string, string> }
  read(body: unknown, asking: Asking): Page
  /** What to send along so that it knows us: signs in where that has to be done first. */
  sign?(door: Way, account: SearchAccount, fresh: boolean): Promise<Record<string, string>>
  /** Some say with another status what they mean: gives the one that fits, and for how many seconds to wait. */
  said?(text: string, status: number): { status: number; wait?: number } | null
}

/** A place that answers with a feed. `body` is the whole answer, for what the reader of feeds has no use for. */
export type FeedPlace = {
  address(asking: Asking): string
  tidy(posts: FeedPost[], asking: Asking, body: () => string): Post[]
}

export type Way = Pick<Door, 'get'> & Sending

/** Where items are looked at again. */
export type Where = { base: string; account: SearchAccount | null }

/** An item as it is now: what people did with it, and what it says (null: not told). `deleted`: it is gone there. */
export type Looked = { id: string; engagement: Engagement | null; text: string | null; deleted: boolean }

/**
 * Looks again at items that were read, by their numbers at the place; gives those that it could be told of. Throws
 * Unavailable, and keeps to `most` requests.
 */
export type Look = (door: Way, where: Where, ids: string[]) => Promise<Looked[]>
