import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressKey, webAddressOf } from '../../src/model/address.ts'

describe('two ways of writing an address are one', () => {
  test.each([
    ['https://www.Journal.example/a/', 'http://journal.example/a'],
    ['https://journal.example/a?utm_source=rss&utm_medium=x#xtor=RSS-3208', 'https://journal.example/a'],
    ['https://a.example/?b=2&a=1&fbclid=x', 'https://a.example/?a=1&b=2'],
    ['https://a.example/x#:~:text=Nimbus', 'https://a.example/x'],
    ['https://m.facebook.com/nimbus/posts/1?__tn__=R', 'https://www.facebook.com/nimbus/posts/1'],
    ['https://www.google.com/url?rct=j&url=https://journal.example/a&ct=ga', 'https://journal.example/a'],
    [
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fjournal.example%2Fa%3Ffbclid%3Dx&h=y',
      'https://journal.example/a',
    ],
  ])('%s', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other))
  })
})

test.each([
  ['https://a.example/forum/1#post-45', 'https://a.example/forum/1#post-46'],
  ['https://a.example/?page=1', 'https://a.example/?page=2'],
  ['https://a.example/Case', 'https://a.example/case'],
  ['https://www.facebook.com/p/1?comment_id=5', 'https://www.facebook.com/p/1'],
])('what differs stays apart: %s', (one, other) => {
  expect(addressKey(one)).not.toBe(addressKey(other))
})

test.each([null, '', 'nimbus', 'javascript:alert(1)', 'mailto:mia@nimbus.example', 'tag:a.example,2026:1'])(
  '%s leads nowhere',
  (url) => {
    expect(addressKey(url)).toBeNull()
  },
)

test('a key is the same with or without what counts clicks, whatever the address', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
      const joint = url.includes('?') ? '&' : '?'
      expect(addressKey(`${url}${joint}utm_source=newsletter&fbclid=abc`)).toBe(addressKey(url))
    }),
  )
})

test('any text is an address of the web or none, and never another kind', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `javascript:${text}`),
      ),
      (text) => {
        expect(webAddressOf(text) ?? 'https://').toMatch(/^https?:\/\//)
      },
    ),
  )
})
