import { expect, test } from 'vitest'
import type { Network } from '../../src/model/network.ts'
import type { Identity } from '../../src/model/publication.ts'
import { identityFor, isOn } from '../../src/publish/identities.ts'

const identity = (name: string, kind: Identity['kind'], networks: Network[], server: string): Identity => ({
  ...{ name, kind, networks, server, handle: 'nimbus', secrets: {} },
  at: { file: 'team.yaml', line: 1 },
})
const identities = [
  identity('Mastodon', 'mastodon', ['mastodon'], 'https://mamot.fr'),
  identity('Second', 'mastodon', ['mastodon', 'lemmy'], 'https://mastodon.social'),
  identity('Bluesky', 'bluesky', ['bluesky'], 'https://bsky.social'),
  identity('Forum', 'discourse', ['forum'], 'https://nimbus.example/forum'),
  identity('CRM', 'webhook', ['facebook', 'forum', 'press'], 'https://crm.nimbus.example/vigie'),
]
const team = { sample: false, identities }

test.each<[url: string | null, network: Network, by: string | null]>([
  ['https://mastodon.social/@ravi/1', 'mastodon', 'Mastodon'],
  ['https://jlai.lu/post/1', 'lemmy', 'Second'],
  ['https://bsky.app/profile/ravi/post/1', 'bluesky', 'Bluesky'],
  // On its own forum by the forum, whatever its address looks like; on another one by whoever takes forums.
  ['https://nimbus.example/forum/t/lampe/12/3', 'press', 'Forum'],
  ['https://nimbus.example/forums/t/lampe/12/3', 'forum', 'CRM'],
  ['https://jeuxvideo.com/forums/1', 'forum', 'CRM'],
  ['https://facebook.com/nimbus/posts/1', 'facebook', 'CRM'],
  ['https://x.com/ravi/status/1', 'x', null],
  [null, 'mastodon', null],
])('%s (%s) is answered by %s', (url, network, by) => {
  expect(identityFor(team, { url, network, sample: false })?.name ?? null).toBe(by)
})

test('nobody speaks for a sample team, nor to a post that was made up', () => {
  const post = { url: 'https://mamot.fr/@ravi/1', network: 'mastodon' as const, sample: false }
  expect(identityFor(team, post)).not.toBeNull()
  expect(identityFor({ ...team, sample: true }, post)).toBeNull()
  expect(identityFor(team, { ...post, sample: true })).toBeNull()
  expect(identityFor({ sample: false }, post)).toBeNull()
})

test.each([
  ['https://forum.example', 'https://forum.example/t/1', true],
  ['https://forum.example/', 'https://forum.example/t/1', true],
  ['https://forum.example', 'http://forum.example/t/1', true],
  ['https://forum.example', 'https://forum.example.evil/t/1', false],
  ['https://a.example/forum', 'https://a.example/forum', true],
  ['https://a.example/forum', 'https://a.example/forum2/t/1', false],
  ['https://a.example/forum', 'nonsense', false],
])('%s holds %s: %s', (server, url, expected) => expect(isOn(server, url)).toBe(expected))
