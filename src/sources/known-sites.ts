/**
 * The feed of a site that hides it, where its address follows from the page's by rule: a YouTube channel, a subreddit,
 * a profile on Mastodon or Bluesky, a Google News search, a GitHub repository, a Medium author. Null for all others.
 */
export function knownFeed(address: string): string | null {
  const url = URL.parse(address)
  if (!url) return null
  const host = url.hostname.replace(/^(?:www|m|mobile|old|new|np)\./, '')
  const path = url.pathname.replace(/\/+$/, '')
  for (const { on, feed } of sites) if (on.test(host)) return feed(path, url)
  return null
}

/** Where a feed probably is, should the page itself name none: addresses that look like those of Mastodon and Lemmy. */
export function likelyFeed(address: string): string | null {
  const url = URL.parse(address)
  const path = url?.pathname.replace(/\/+$/, '') ?? ''
  if (url && /^\/(?:@[\w.-]+|tags\/[^/]+)$/u.test(decoded(path))) return `${url.origin}${path}.rss`
  const [, kind, name] = /^\/([cu])\/([\w.@-]+)$/u.exec(path) ?? []
  return url && kind ? `${url.origin}/feeds/${kind}/${name}.xml?sort=New` : null
}

/** The feed of a YouTube channel from its page, which names the channel by its number in its scripts at least. */
export function channelIn(html: string, address: string): string | null {
  const host = URL.parse(address)?.hostname ?? ''
  if (!/(?:^|\.)youtube\.com$/u.test(host)) return null
  const channel = /"(?:externalId|channelId|browseId)":"(UC[\w-]{22})"|\/channel\/(UC[\w-]{22})/u.exec(html)
  return channel ? youTube('channel_id', channel[1] ?? channel[2]!) : null
}

/** Sites of which no page has a feed: what is said there must reach Vigie another way. */
export const hasNone = (address: string) =>
  /(?:^|\.)(?:facebook|instagram|linkedin|x|twitter|tiktok|threads|snapchat|whatsapp)\.(?:com|net)$/u.test(
    URL.parse(address)?.hostname ?? '',
  )

const youTube = (kind: string, id: string) =>
  `https://www.youtube.com/feeds/videos.xml?${kind}=${encodeURIComponent(id)}`

type Site = { on: RegExp; feed(path: string, url: URL): string | null }

const sites: Site[] = [
  {
    on: /^(?:youtube\.com)$/,
    feed(path, url) {
      const list = url.searchParams.get('list')
      if (path === '/playlist' && list) return youTube('playlist_id', list)
      const [, kind, name] = /^\/(channel|user)\/([\w.-]+)/u.exec(path) ?? []
      return kind && name ? youTube(kind === 'channel' ? 'channel_id' : 'user', name) : null
    },
  },
  {
    on: /^reddit\.com$/,
    feed(path, url) {
      if (path.endsWith('.rss')) return null
      // The newest, not what is liked best.
      const [, subreddit] = /^\/(r\/[\w+-]+)(?:\/(?:new|hot|top|rising))?$/u.exec(path) ?? []
      if (subreddit) return `https://www.reddit.com/${subreddit}/new/.rss`
      const [, name] = /^\/(?:u|user)\/([\w-]+)/u.exec(path) ?? []
      if (name) return `https://www.reddit.com/user/${name}/.rss`
      if (/^(?:\/r\/[\w+-]+)?\/search$/u.test(path)) {
        const asked = new URLSearchParams(url.search)
        asked.set('sort', 'new')
        return `https://www.reddit.com${path}.rss?${asked}`
      }
      const [thread] = /^\/r\/[\w-]+\/comments\/\w+/u.exec(path) ?? []
      return thread ? `https://www.reddit.com${thread}/.rss` : null
    },
  },
  {
    on: /^bsky\.app$/,
    feed(path) {
      const [, who] = /^\/profile\/([\w.:-]+)$/u.exec(path) ?? []
      return who ? `https://bsky.app/profile/${who}/rss` : null
    },
  },
  {
    on: /^news\.google\.com$/,
    feed: (path, url) =>
      /^\/(?:search|topics\/[\w-]+|publications\/[\w-]+|home|topstories)$/u.test(path)
        ? `https://news.google.com/rss${path === '/home' || path === '/topstories' ? '' : path}${url.search}`
        : null,
  },
  {
    on: /^github\.com$/,
    feed(path) {
      const [, repository, what = '/releases'] =
        /^(\/[\w.-]+\/[\w.-]+)(\/(?:releases|tags|commits(?:\/[\w./-]+)?))?$/u.exec(path) ?? []
      if (repository && !path.endsWith('.atom')) return `https://github.com${repository}${what}.atom`
      return null
    },
  },
  {
    on: /^medium\.com$/,
    feed: (path) => (/^\/(?:@[\w.-]+|[\w-]+)$/u.test(path) ? `https://medium.com/feed${path}` : null),
  },
]

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
