import { expect, test } from 'vitest'
import { channelIn, knownFeed, likelyFeed } from '../../src/sources/known-sites.ts'

const channel = 'UCabcdefghijklmnopqrstuv'

test.for([
  [
    `https://www.youtube.com/channel/${channel}`,
    `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`,
  ],
  [
    `https://m.youtube.com/channel/${channel}/videos`,
    `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`,
  ],
  ['https://youtube.com/user/Nimbus', 'https://www.youtube.com/feeds/videos.xml?user=Nimbus'],
  [
    'https://www.youtube.com/playlist?list=PL12_3-4',
    'https://www.youtube.com/feeds/videos.xml?playlist_id=PL12_3-4',
  ],
  ['https://www.youtube.com/@nimbus', null],
  ['https://www.youtube.com/watch?v=abc', null],
  ['https://www.reddit.com/r/france/', 'https://www.reddit.com/r/france/new/.rss'],
  ['https://old.reddit.com/r/france/top', 'https://www.reddit.com/r/france/new/.rss'],
  ['https://reddit.com/u/zoe', 'https://www.reddit.com/user/zoe/.rss'],
  [
    'https://www.reddit.com/search/?q=nimbus lampe',
    'https://www.reddit.com/search.rss?q=nimbus+lampe&sort=new',
  ],
  [
    'https://www.reddit.com/r/france/search?q=nimbus&sort=top',
    'https://www.reddit.com/r/france/search.rss?q=nimbus&sort=new',
  ],
  [
    'https://www.reddit.com/r/france/comments/1abc/titre/',
    'https://www.reddit.com/r/france/comments/1abc/.rss',
  ],
  ['https://www.reddit.com/r/france/new/.rss', null],
  ['https://bsky.app/profile/nimbus.example', 'https://bsky.app/profile/nimbus.example/rss'],
  ['https://bsky.app/profile/nimbus.example/post/3k', null],
  ['https://news.google.com/search?q=nimbus&hl=fr', 'https://news.google.com/rss/search?q=nimbus&hl=fr'],
  ['https://news.google.com/rss/search?q=nimbus', null],
  ['https://github.com/nimbus/lampe', 'https://github.com/nimbus/lampe/releases.atom'],
  ['https://github.com/nimbus/lampe/commits/main/', 'https://github.com/nimbus/lampe/commits/main.atom'],
  ['https://github.com/nimbus/lampe/releases.atom', null],
  ['https://medium.com/@zoe', 'https://medium.com/feed/@zoe'],
  ['https://notyoutube.com/channel/x', null],
  ['https://lemonde.fr/', null],
] as const)('%s', ([address, feed]) => {
  expect(knownFeed(address)).toBe(feed)
})

test.for([
  ['https://piaille.fr/@zoe', 'https://piaille.fr/@zoe.rss'],
  ['https://piaille.fr/tags/%C3%A9clairage', 'https://piaille.fr/tags/%C3%A9clairage.rss'],
  ['https://piaille.fr/@zoe/112233', null],
  ['https://lemmy.example/c/lampes', 'https://lemmy.example/feeds/c/lampes.xml?sort=New'],
  ['https://lemonde.fr/%E0%A4%A', null],
] as const)('%s probably has its feed at %s', ([address, feed]) => {
  expect(likelyFeed(address)).toBe(feed)
})

test('a channel is found in the scripts of its page, on YouTube alone', () => {
  const page = `<script>var x = {"externalId":"${channel}"}</script>`
  expect(channelIn(page, 'https://www.youtube.com/@nimbus')).toContain(`channel_id=${channel}`)
  expect(channelIn(page, 'https://youtube.com.evil.example/@nimbus')).toBeNull()
  expect(channelIn('<html></html>', 'https://www.youtube.com/@nimbus')).toBeNull()
})
