import type { Post } from './post.ts'

/** Where people talk, as routes and lists ask for it. */
export const networks = [
  'press',
  'web',
  'blog',
  'forum',
  'reviews',
  'mastodon',
  'bluesky',
  'reddit',
  'lemmy',
  'hackernews',
  'youtube',
  'facebook',
  'instagram',
  'threads',
  'linkedin',
  'tiktok',
  'x',
  'pinterest',
  'telegram',
  'discord',
  'slack',
  'local',
] as const
export type Network = (typeof networks)[number]

/**
 * The network of a post: what its source says where that is one we know, else what its address shows. An address
 * that shows none is an article of the press where it has a title, and somewhere on the web where it has none.
 */
export function networkOf({ network, url, title }: Pick<Post, 'network' | 'url' | 'title'>): Network {
  const said = networks.find((one) => one === network)
  if (said) return said
  const address = url !== null && URL.canParse(url) ? new URL(url) : null
  return (address && ofAddress(address)) ?? (address && title.trim() !== '' ? 'press' : 'web')
}

function ofAddress({ hostname, pathname }: URL): Network | null {
  const labels = hostname
    .toLowerCase()
    .replace(/^www\.|\.$/g, '')
    .split('.')
  for (let from = 0; from < labels.length - 1; from++) {
    const known = domains.get(labels.slice(from).join('.'))
    if (known) return known
  }
  // Mastodon and its kin stand on thousands of servers: their addresses are alike.
  if (/^\/(?:@[^/]+\/\d{8,}|users\/[^/]+\/statuses\/\d+)\/?$/.test(pathname)) return 'mastodon'
  return firstLabels.get(labels[0]!) ?? null
}

const domainsOf: Partial<Record<Network, string>> = {
  mastodon:
    'mastodon.social mstdn.social mstdn.jp piaille.fr mamot.fr framapiaf.org fosstodon.org hachyderm.io',
  bluesky: 'bsky.app bsky.social',
  reddit: 'reddit.com redd.it',
  lemmy: 'jlai.lu sh.itjust.works beehaw.org programming.dev feddit.org feddit.fr',
  hackernews: 'news.ycombinator.com',
  youtube: 'youtube.com youtu.be',
  facebook: 'facebook.com fb.com fb.watch',
  instagram: 'instagram.com',
  threads: 'threads.net threads.com',
  linkedin: 'linkedin.com lnkd.in',
  tiktok: 'tiktok.com',
  x: 'x.com twitter.com',
  pinterest: 'pinterest.com pinterest.fr',
  telegram: 't.me telegram.me',
  discord: 'discord.com discord.gg',
  slack: 'slack.com',
  blog: 'wordpress.com blogspot.com medium.com substack.com tumblr.com over-blog.com hautetfort.com dev.to ghost.io',
  forum: 'jeuxvideo.com hardware.fr quora.com stackexchange.com stackoverflow.com',
  reviews:
    'trustpilot.com trustpilot.fr avis-verifies.com glassdoor.com glassdoor.fr tripadvisor.com tripadvisor.fr g2.com capterra.com capterra.fr yelp.com yelp.fr apps.apple.com play.google.com maps.app.goo.gl',
}

const domains = new Map(
  Object.entries(domainsOf).flatMap(([network, hosts]) =>
    hosts.split(' ').map((host) => [host, network as Network] as const),
  ),
)

/** How a server's name begins that says what it is: lemmy.world, forum.acme.example. */
const firstLabels = new Map<string, Network>([
  ...(['mastodon', 'bluesky', 'lemmy', 'reddit', 'forum', 'blog', 'reviews'] as const).map(
    (name) => [name, name] as const,
  ),
  ['mstdn', 'mastodon'],
  ['forums', 'forum'],
  ['community', 'forum'],
  ['avis', 'reviews'],
])
