import { expect, test } from 'vitest'
import { graphemes, limitOf, mastodonLength, xLength } from '../../src/model/limits.ts'

const longAddress = `https://nimbus.example/${'a'.repeat(200)}`

test.each([
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['👩‍🚒👩‍🚒', 2],
  ['🇫🇷', 1],
])('%s has %i graphemes', (text, count) => expect(graphemes(text)).toBe(count))

test.each([
  ['Merci', 5],
  [longAddress, 23],
  [`Voir ${longAddress} !`, 30],
  ['@ravi@mamot.example merci', 11],
  ['👩‍🚒', 1],
])('on Mastodon %s is %i long', (text, count) => expect(mastodonLength(text)).toBe(count))

test.each([
  ['Merci', 5],
  ['à bientôt', 9],
  [longAddress, 23],
  ['👩‍🚒', 2],
  ['電気', 4],
  ['l’été « oui »', 13],
])('on X %s is %i long', (text, count) => expect(xLength(text)).toBe(count))

test('a network limits what goes out from its own server, or what somebody copies there', () => {
  expect(limitOf('bluesky', { kind: 'bluesky' }).most).toBe(300)
  // "@" and the longest name have room before it.
  expect(limitOf('mastodon', { kind: 'mastodon' }).most).toBe(468)
  expect(limitOf('mastodon', null).most).toBe(500)
  expect(limitOf('press', { kind: 'discourse' }).most).toBe(32_000)
  expect(limitOf('x', { kind: 'webhook' }).most).toBe(280)
  expect(limitOf('web', null).most).toBe(2_000)
})

test('a text of 20,000 characters is counted at once', () => {
  const began = performance.now()
  for (const network of ['bluesky', 'mastodon', 'x', 'web'] as const)
    expect(limitOf(network, null).count('é👩‍🚒 @a@b.c https://x.y '.repeat(1_000))).toBeGreaterThan(1_000)
  for (const network of ['bluesky', 'mastodon', 'x'] as const) {
    limitOf(network, null).count('@'.repeat(20_000))
    limitOf(network, null).count('@a'.repeat(10_000))
    limitOf(network, null).count(`@a@${'b.'.repeat(10_000)}`)
  }
  expect(performance.now() - began).toBeLessThan(3_000)
})
