import { webApi } from '@slack/bolt'
import { expect, test } from 'vitest'
import { saidNo, unavailable } from '../../src/chat/slack/refusal.ts'

const platform = (error: string, more: object = {}) =>
  new webApi.WebAPIPlatformError({ ok: false, error, response_metadata: {}, ...more } as never)
const request = (original: Error) => new webApi.WebAPIRequestError(original)
const http = (status: number) => new webApi.WebAPIHTTPError(status, '', {}, '')
const failed = (code: string) =>
  request(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }))
const codeOf = (error: { cause?: unknown }) => (error.cause as { code?: string } | undefined)?.code

test.each([
  ['channel_not_found', 'slack.no-channel'],
  ['is_archived', 'slack.archived'],
  ['not_in_channel', 'slack.invite'],
  ['restricted_action', 'slack.may-not-post'],
  ['message_not_found', 'slack.message-gone'],
  ['edit_window_closed', 'slack.message-fixed'],
  ['invalid_blocks', 'slack.refused'],
  ['msg_blocks_too_long', 'slack.refused'],
])('%s is a no for good, with words for it', (word, key) => {
  const error = unavailable(platform(word), { channel: 'veille' })
  expect(error).toMatchObject({ refused: true, key, values: { channel: 'veille', word } })
  expect(saidNo(error, word)).toBe(true)
})

test.each([
  ['invalid_auth', 60_000],
  ['token_revoked', 60_000],
  ['missing_scope', 60_000],
  ['ratelimited', 30_000],
])('%s is no for now: nothing was taken, and the message waits', (word, retryAfter) => {
  expect(unavailable(platform(word))).toMatchObject({ refused: false, retryAfter })
})

test('a limit says how long to wait, in milliseconds', () => {
  expect(unavailable(new webApi.WebAPIRateLimitedError(3))).toMatchObject({
    refused: false,
    retryAfter: 3_000,
  })
  expect(unavailable(platform('ratelimited', { response_metadata: { retryAfter: 7 } }))).toMatchObject({
    retryAfter: 7_000,
  })
})

test.each([
  ['a time-out', request(new DOMException('too late', 'TimeoutError'))],
  ['a page that is no JSON', platform('<html>Bad gateway</html>')],
  ['a 500', http(500)],
  ['a 503', http(503)],
  ['an internal error', platform('internal_error')],
  ['a word that nobody knows yet', platform('new_error')],
  ['an answer that breaks off', new TypeError('terminated')],
])('after %s nobody knows what became of it', (_, error) => {
  const known = unavailable(error)
  expect(known).toMatchObject({ refused: false, retryAfter: undefined })
  expect(['ECONNREFUSED', 'ENOTFOUND']).not.toContain(codeOf(known))
})

test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'ECONNRESET'])(
  'the system’s own word is kept: %s; where nothing went out it is soon tried again',
  (code) => {
    const error = unavailable(failed(code))
    expect(codeOf(error)).toBe(code)
    expect(error.retryAfter).toBe(code === 'ECONNRESET' ? undefined : 15_000)
  },
)

test('somebody on the way who lets nothing through took nothing', () => {
  for (const status of [400, 403, 404, 407, 413])
    expect(unavailable(http(status))).toMatchObject({ refused: false, retryAfter: 60_000 })
})

test('what was understood before stays as it is', () => {
  const once = unavailable(platform('is_archived'))
  expect(unavailable(once)).toBe(once)
})
