import { hash } from 'node:crypto'
import type { Answer } from '../../http.ts'
import { Oops, type Reason, Unavailable } from '../../model/oops.ts'
import type { Instant, Post } from '../../model/post.ts'
import { patienceOf, placeTitles, readSearch, type Search, type SearchAccount } from '../../model/search.ts'
import { hour } from '../../model/time.ts'
import { type Fetched, type FetchState, fetchFeed } from '../feed.ts'
import { asDocumented, json, shortId } from './answer.ts'
import { type Budget, BudgetSpent } from './budget.ts'
import type { Asking, FeedPlace, PagedPlace, Way } from './place.ts'
import { feedPlaces, pagedPlaces } from './places.ts'
import { inItsWords, refusal } from './refusal.ts'

type With = {
  now: Instant
  account: SearchAccount | null
  budget: Budget
  /** Sees every answer as it came: for who wants to know what a place really says. */
  shown?: (answer: Answer) => void
}

/**
 * Asks a place what a search finds, as `fetchFeed` asks a feed: `lastModified` holds how far it was read. Throws
 * Unavailable in words about the place, BudgetSpent where it may not be asked yet.
 */
export async function fetchSearch(door: Way, known: FetchState, given: With): Promise<Fetched> {
  const search = readSearch(known.url)
  if (!search) throw new Oops('place.unknown', { given: known.url.slice(0, 100) })
  const { now } = given
  // Secrets go nowhere but where the settings say.
  const account = given.account && isFor(given.account, search) ? given.account : null
  if (search.account !== null && account === null)
    throw new Unavailable(`no account for ${search.place} in the settings`, {
      key: 'place.account-gone',
      values: { place: placeTitles[search.place] },
    })
  const since = known.lastModified !== null ? Number(known.lastModified) : Number.NaN
  const asking: Asking = { search, account, now, since: Number.isFinite(since) ? Math.min(since, now) : null }
  const way = watched(door, given)
  const feed = feedPlaces[search.place]
  try {
    return feed
      ? await readAsFeed(way, feed, { ...asking, since: null }, known)
      : await readPages(way, pagedPlaces[search.place]!, asking, known)
  } catch (error) {
    throw inItsWords(error, asking)
  }
}

const isFor = ({ place, base, key }: SearchAccount, search: Search) =>
  place === search.place && base === search.base && key === search.account

/** Each request takes from the budget first, and its answer may be seen. */
function watched(door: Way, { budget, shown }: With): Way & { last(): Answer | null } {
  let last: Answer | null = null
  const asked = async (answer: Promise<Answer>) => {
    last = await answer
    shown?.(last)
    return last
  }
  return {
    async get(url, ask) {
      await budget()
      return asked(door.get(url, { most: mostBytes, ...ask }))
    },
    async post(url, ask) {
      await budget()
      return asked(door.post(url, { most: mostBytes, ...ask }))
    },
    last: () => last,
  }
}

async function readAsFeed(
  door: ReturnType<typeof watched>,
  place: FeedPlace,
  asking: Asking,
  known: FetchState,
): Promise<Fetched> {
  const fetched = await fetchFeed(door, { ...known, url: place.address(asking) }, asking.now)
  const freshFor = Math.max(fetched.freshFor ?? 0, patienceOf(asking.search.place))
  // What an address holds besides what is looked for may be a secret: it is kept nowhere.
  const plain = { ...fetched, url: known.url, moved: [], freshFor }
  if (plain.unchanged) return plain
  const body = () => Buffer.from(door.last()?.body ?? []).toString('utf8')
  const posts = onlyOnce(place.tidy(plain.feed.posts, asking, body).map(keepable))
  return { ...plain, offer: null, feed: { ...plain.feed, title: '', hub: null, self: null, posts } }
}

async function readPages(door: Way, place: PagedPlace, asking: Asking, known: FetchState): Promise<Fetched> {
  const { search, since, now } = asking
  const posts = new Map<string, Post>()
  let [next, wait, cut, partly]: [string | null, number, boolean, boolean] = [null, 0, false, false]
  let odd: Reason | null = null
  for (let count = 1; ; count++) {
    const answer = await ask(door, place, asking, next, count).catch((error) => {
      // What was read is read; the rest was asked too soon.
      if (count === 1 || !isTooSoon(error)) throw error
      wait = Math.max(wait, error.retryAfter ?? 0)
      return null
    })
    partly = answer === null
    if (answer === null) break
    const body = json(search.place, answer.body)
    const page = asDocumented(search.place, () => place.read(body, asking))
    const fresh = page.posts.filter(({ id }) => !posts.has(id))
    for (const post of fresh) posts.set(post.id, post)
    wait = Math.max(wait, page.wait ?? 0)
    if (page.odd) odd = oddNote(search, page.odd)
    next = page.next
    const oldest = page.reaches ?? Math.min(...page.posts.map(({ publishedAt }) => publishedAt ?? now))
    cut = page.cut === true
    // A chain that goes round in circles has ended, too.
    if (next === null || fresh.length === 0 || (since !== null && oldest < since - overlap)) break
    cut = count === mostPages
    if (cut) break
  }
  const all = [...posts.values()].map(keepable)
  const newest = Math.max(since ?? 0, ...all.map(({ publishedAt }) => Math.min(publishedAt ?? 0, now)))
  const bodyHash = hash('sha256', JSON.stringify(all), 'base64url')
  const fetched = {
    etag: null,
    // What was not read to the end is read from the same moment again.
    lastModified: partly ? known.lastModified : newest > 0 ? `${newest}` : null,
    bodyHash,
    freshFor: Math.max(wait, patienceOf(search.place)),
    url: known.url,
    moved: [],
    note: partly ? partlyNote(search, all.length) : cut ? cutNote(search, all.length) : odd,
  }
  if (bodyHash === known.bodyHash && fetched.note === null) return { ...fetched, unchanged: true }
  const feed = { id: known.url, title: '', url: null, updatedAt: null, posts: all }
  return { ...fetched, unchanged: false, feed, offer: null }
}

/** One page. Who has to sign in, and whose sign-in was forgotten meanwhile, signs in once more. */
async function ask(
  door: Way,
  place: PagedPlace,
  asking: Asking,
  next: string | null,
  nth: number,
): Promise<Answer> {
  const { account } = asking
  for (let tries = 0; ; tries++) {
    const { url, headers = {} } = place.ask(asking, next, nth)
    const signed = account && place.sign ? await place.sign(door, account, tries > 0) : {}
    const answer = await door.get(url, { headers: { accept: 'application/json', ...headers, ...signed } })
    const { status } = answer
    if (place.sign && account && tries === 0 && isSignedOut(answer)) continue
    const meant = place.said?.(Buffer.from(answer.body.slice(0, 1_000)).toString('utf8'), status)
    if (meant) {
      const told = { ...answer.headers }
      if (meant.wait !== undefined) told['retry-after'] = `${meant.wait}`
      throw refusal({ ...answer, status: meant.status, headers: told }, url, asking)
    }
    if (status < 200 || status > 299) throw refusal(answer, url, asking)
    return answer
  }
}

const isSignedOut = ({ status, body }: Answer) =>
  status === 401 ||
  (status === 400 && /"(?:ExpiredToken|InvalidToken)"/.test(Buffer.from(body.slice(0, 500)).toString('utf8')))

/** We asked as often as we let ourselves, or as the place lets us. */
const isTooSoon = (error: unknown): error is Unavailable =>
  error instanceof BudgetSpent || (error instanceof Unavailable && error.key === 'feed.status-429')

const oddNote = ({ place }: Search, { count, field }: { count: number; field: string }): Reason => ({
  key: 'place.note-odd',
  values: { place: placeTitles[place], count, field },
})
const partlyNote = ({ place }: Search, count: number): Reason => ({
  key: 'place.note-partly',
  values: { place: placeTitles[place], count },
})
const cutNote = ({ place }: Search, count: number): Reason => ({
  key: 'place.note-cut',
  values: { place: placeTitles[place], count },
})

/** As it may be kept: no endless number, and no address that a browser should not open. */
const keepable = (post: Post): Post => ({
  ...post,
  id: shortId(post.id),
  url: post.url === null || /^https?:\/\//i.test(post.url) ? post.url : null,
})

const onlyOnce = (posts: Post[]) => [...new Map(posts.map((post) => [post.id, post])).values()]

const mostPages = 5
const mostBytes = 5 * 2 ** 20
/** What a place has indexed late is looked for once more. */
const overlap = hour
