import { minute } from './time.ts'

/** Where a topic can be looked for, or where something is read whose address has to be made. */
export const placeKinds = [
  'google-news',
  'bing-news',
  'gdelt',
  'google-alerts',
  'hackernews',
  'reddit',
  'mastodon',
  'bluesky',
  'youtube',
  'stackexchange',
  'lemmy',
  'discourse',
  'google-business',
] as const
export type PlaceKind = (typeof placeKinds)[number]

/**
 * A search as a row of `feeds` holds it: `search:hackernews?q=nimbus`. `base` is where it is asked; `account` names the
 * secrets it is asked with, and is none itself. Equal searches have equal addresses, and are asked once for all.
 */
export type Search = {
  place: PlaceKind
  base: string
  account: string | null
  params: Record<string, string>
}

/**
 * The account that a team gave for a place. `key` stands for it in addresses: it tells nobody the secrets, and is the
 * same for all who gave the same. `allowance` is what the operator says it may use up in a month (docs/searches.md).
 */
export type SearchAccount = {
  place: PlaceKind
  base: string
  key: string
  handle: string | null
  secrets: Record<string, string>
  perMonth?: number
}

export const isSearch = (url: string) => url.startsWith('search:')

/** The address of a search: its parameters in order, so that equal ones are equal. */
export function writeSearch({ place, base, account, params }: Search): string {
  const all = {
    ...params,
    ...(base === usualBases[place] ? {} : { at: base }),
    ...(account ? { account } : {}),
  }
  const asked = new URLSearchParams(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
  return `search:${place}?${asked}`
}

/** A search by its address, or null where that is none. */
export function readSearch(url: string): Search | null {
  const [, name, asked = ''] = /^search:([a-z-]+)(?:\?(.*))?$/u.exec(url) ?? []
  const place = placeKinds.find((one) => one === name)
  if (!place) return null
  const { at, account, ...params } = Object.fromEntries(new URLSearchParams(asked))
  const base = at ?? usualBases[place]
  return base === null || !URL.canParse(base) ? null : { place, base, account: account ?? null, params }
}

/** Whom a search asks: the host of its place, without `www.`. */
export const searchHost = (url: string): string | null => {
  const search = readSearch(url)
  return search ? new URL(search.base).host.replace(/^www\./, '') : null
}

/** Where each place is asked; null where that is somebody's own server. */
export const usualBases: Record<PlaceKind, string | null> = {
  'google-news': 'https://news.google.com',
  'bing-news': 'https://www.bing.com',
  gdelt: 'https://api.gdeltproject.org',
  'google-alerts': 'https://www.google.com',
  hackernews: 'https://hn.algolia.com',
  reddit: 'https://www.reddit.com',
  mastodon: null,
  bluesky: 'https://bsky.social',
  youtube: 'https://www.youtube.com',
  stackexchange: 'https://api.stackexchange.com',
  lemmy: null,
  discourse: null,
  'google-business': 'https://mybusiness.googleapis.com',
}

export const placeTitles: Record<PlaceKind, string> = {
  'google-news': 'Google News',
  'bing-news': 'Bing News',
  gdelt: 'GDELT',
  'google-alerts': 'Google Alerts',
  hackernews: 'Hacker News',
  reddit: 'Reddit',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  youtube: 'YouTube',
  stackexchange: 'Stack Exchange',
  lemmy: 'Lemmy',
  discourse: 'Discourse',
  'google-business': 'Google Business',
}

/** What a place answers: so many requests in so long. Days and months are those of the calendar, in UTC. */
export type Limit = { per: 'minute' | '5-minutes' | 'hour' | 'day' | 'month'; most: number }

/**
 * How much each place lets itself be asked by one of us, with an account and without: what is documented, less where
 * others may ask from our address, and our own caution where nothing is; docs/searches.md has which is which.
 */
export function limitsOf(place: PlaceKind, account: Pick<SearchAccount, 'perMonth'> | null): Limit[] {
  const own = account?.perMonth === undefined ? [] : [{ per: 'month' as const, most: account.perMonth }]
  return [...(account ? (withAccount[place] ?? usualLimits[place]) : usualLimits[place]), ...own]
}

const usualLimits: Record<PlaceKind, Limit[]> = {
  'google-news': [{ per: 'minute', most: 6 }],
  'bing-news': [{ per: 'minute', most: 6 }],
  // It asks for one request every five seconds.
  gdelt: [{ per: 'minute', most: 10 }],
  'google-alerts': [{ per: 'minute', most: 12 }],
  // 10,000 an hour for each address, by what its users say.
  hackernews: [{ per: 'hour', most: 5_000 }],
  // Since June 2026, for each address that asks.
  reddit: [{ per: 'minute', most: 1 }],
  // 300 requests in 5 minutes, and 300 pages behind the first in 15 (config/initializers/rack_attack.rb).
  mastodon: [{ per: '5-minutes', most: 50 }],
  // 3,000 for each address (docs.bsky.app, rate limits).
  bluesky: [{ per: '5-minutes', most: 1_500 }],
  youtube: [{ per: 'minute', most: 30 }],
  // api.stackexchange.com/docs/throttle; a key makes it 10,000.
  stackexchange: [{ per: 'day', most: 300 }],
  // A server is set up for 60 searches in ten minutes.
  lemmy: [{ per: '5-minutes', most: 15 }],
  discourse: [{ per: 'minute', most: 6 }],
  'google-business': [{ per: 'minute', most: 60 }],
}
const withAccount: Partial<Record<PlaceKind, Limit[]>> = {
  reddit: [{ per: 'minute', most: 10 }],
  stackexchange: [{ per: 'day', most: 10_000 }],
  // What a user's key may ask (config/discourse_defaults.conf); an administrator's may ask 60.
  discourse: [{ per: 'minute', most: 20 }],
}

/** What a limit is counted for: one place's server, and the account it is asked with. */
export const budgetKey = ({ place, base, account }: Pick<Search, 'place' | 'base' | 'account'>) =>
  `${place} ${new URL(base).host} ${account ?? '-'}`

/** How long (ms) a place is left alone between two readings of one search, at least. */
export const patienceOf = (place: PlaceKind): number => (slow[place] ?? 5) * minute

const slow: Partial<Record<PlaceKind, number>> = {
  'google-news': 15,
  'bing-news': 15,
  gdelt: 15,
  'google-alerts': 15,
  reddit: 10,
  youtube: 15,
  stackexchange: 20,
  lemmy: 10,
  'google-business': 30,
}

/**
 * What posts of a place are filed under, whichever search found them: the same one found by two is one post. Where
 * numbers are given by each server of a place, that is named too.
 */
export function placeSource({ place, base, params }: Search): string {
  if (place === 'stackexchange') return `place:stackexchange:${params.site ?? usualSite}`
  if (place === 'discourse') return `place:discourse:${new URL(base).host}`
  if (place === 'google-business') return `place:google-business:${params.owner}/${params.location}`
  return `place:${place}`
}

export const usualSite = 'stackoverflow'
