import { expect, test } from 'vitest'
import { networkOf } from '../../src/model/network.ts'

test.each([
  ['https://www.lemonde.fr/economie/article/2026/11/21/lampes.html', 'press'],
  ['https://mastodon.social/@ravi/112233445566778899', 'mastodon'],
  ['https://lampes.example/@ravi/112233445566778899', 'mastodon'],
  ['https://lampes.example/users/ravi/statuses/112233445566778899', 'mastodon'],
  ['https://bsky.app/profile/ravi.example/post/3k', 'bluesky'],
  ['https://old.reddit.com/r/lamps/comments/1', 'reddit'],
  ['https://youtu.be/abc', 'youtube'],
  ['https://m.youtube.com/watch?v=abc', 'youtube'],
  ['https://news.ycombinator.com/item?id=1', 'hackernews'],
  ['https://lemmy.world/post/1', 'lemmy'],
  ['https://fr-fr.facebook.com/nimbus/posts/1', 'facebook'],
  ['https://www.linkedin.com/posts/1', 'linkedin'],
  ['https://fr.trustpilot.com/reviews/1', 'reviews'],
  ['https://forum.nimbus.example/t/1', 'forum'],
  ['https://ravi.wordpress.com/lampe', 'blog'],
  ['https://X.COM./ravi/status/1', 'x'],
  // Names that only look alike.
  ['https://notreddit.com/r/lamps', 'press'],
  ['https://netflix.com/', 'press'],
  ['https://example.com/x.com/1', 'press'],
])('%s is of the network %s', (url, network) => {
  expect(networkOf({ url, title: 'Nimbus' })).toBe(network)
})

test('a source that knows better is believed, a word that is no network is not', () => {
  const post = { url: 'https://news.example/1', title: 'Nimbus' }
  expect(networkOf({ ...post, network: 'linkedin' })).toBe('linkedin')
  expect(networkOf({ ...post, network: 'fax' })).toBe('press')
})

test('what has no title, or no address, is somewhere on the web', () => {
  expect(networkOf({ url: 'https://news.example/1', title: ' ' })).toBe('web')
  expect(networkOf({ url: null, title: 'Nimbus' })).toBe('web')
  expect(networkOf({ url: 'not an address', title: '' })).toBe('web')
})
