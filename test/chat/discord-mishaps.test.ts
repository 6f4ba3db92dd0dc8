import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { expect, test } from 'vitest'
import { codeOf, isExpired, mishapOf } from '../../src/chat/discord/mishaps.ts'
import { newRefusals } from '../../src/chat/discord/refusals.ts'
import { Unavailable } from '../../src/model/oops.ts'

const out = { sent: true, late: false }

const answered = (status: number, code = 0) =>
  new DiscordAPIError({ code, message: 'non' }, code, status, 'POST', 'https://discord.com/x', {
    files: undefined,
    body: { content: 'les mots de quelqu’un' },
  })

const limit = {
  timeToReset: 1_000,
  limit: 5,
  method: 'POST',
  hash: 'x',
  url: 'https://discord.com/x',
  route: '/x',
  majorParameter: '1',
  global: false,
  retryAfter: 2_000,
  sublimitTimeout: 0,
  scope: 'user' as const,
}

const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
const shut = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
const abort = new DOMException('This operation was aborted', 'AbortError')

// What Discord, or the network, said; whether it is refused for good, when to come back, in which words.
const table: [
  string,
  unknown,
  { sent: boolean; late: boolean },
  boolean,
  number | undefined,
  string | undefined,
][] = [
  ['an unknown channel', answered(404, 10003), out, true, undefined, 'discord.no-such-channel'],
  ['an unknown message', answered(404, 10008), out, true, undefined, 'discord.no-such-message'],
  ['a server that threw Vigie out', answered(404, 10004), out, false, 600_000, 'discord.no-such-server'],
  ['no access', answered(403, 50001), out, true, undefined, 'discord.no-access'],
  ['no permission', answered(403, 50013), out, true, undefined, 'discord.no-permission'],
  ['any other 403', answered(403, 40333), out, true, undefined, 'discord.no-permission'],
  ['closed private messages', answered(403, 50007), out, true, undefined, 'discord.closed'],
  ['nobody in common', answered(403, 50278), out, true, undefined, 'discord.closed'],
  ['a locked thread', answered(403, 160005), out, true, undefined, 'discord.locked'],
  ['an archived thread', answered(400, 50083), out, true, undefined, 'discord.locked'],
  ['too many threads', answered(400, 160006), out, false, 600_000, 'discord.many-threads'],
  ['AutoMod', answered(400, 200000), out, true, undefined, 'discord.moderated'],
  ['too much', answered(413, 40005), out, true, undefined, 'discord.too-big'],
  ['a form of body that is wrong', answered(400, 50035), out, true, undefined, 'discord.refused'],
  ['an old message too often edited', answered(429, 30046), out, false, 600_000, 'discord.refused'],
  ['an overloaded resource', answered(429, 130000), out, false, 30_000, 'discord.down'],
  ['a wrong token', answered(401), out, false, 60_000, 'discord.token-refused'],
  ['a route that is gone', answered(404), out, true, undefined, 'discord.no-such-message'],
  ['a request that took too long', answered(408), out, false, undefined, 'discord.down'],
  ['a limit', new RateLimitError(limit), out, false, 2_000, undefined],
  [
    '500',
    new HTTPError(500, 'x', 'POST', 'https://discord.com/x', {}),
    out,
    false,
    undefined,
    'discord.down',
  ],
  [
    '502',
    new HTTPError(502, 'x', 'POST', 'https://discord.com/x', {}),
    out,
    false,
    undefined,
    'discord.down',
  ],
  ['a connection cut', reset, out, false, undefined, 'discord.down'],
  ['a connection refused', shut, out, false, undefined, 'discord.down'],
  ['our patience, behind the request', abort, { sent: true, late: true }, false, undefined, 'discord.down'],
  ['our patience, before it went out', new Error('x'), { sent: false, late: true }, false, 1_000, undefined],
]

test.each(table)('%s', (_what, error, attempt, refused, retryAfter, key) => {
  const mishap = mishapOf(error, attempt)
  expect(mishap).toBeInstanceOf(Unavailable)
  expect(mishap).toMatchObject({ refused, retryAfter, key, cause: error })
  expect(mishap.message).not.toContain('quelqu’un')
})

test('a mistake of ours flies', () => {
  const bug = new TypeError('undefined is not a function')
  expect(() => mishapOf(bug, { sent: false, late: false })).toThrow(bug)
})

test('what died with its interaction is told from what was refused', () => {
  const of = (status: number, code: number) => mishapOf(answered(status, code), out)
  for (const [status, code] of [
    [404, 10062],
    [404, 10015],
    [401, 50027],
  ] as const)
    expect(isExpired(of(status, code))).toBe(true)
  expect(isExpired(of(403, 50013))).toBe(false)
  expect(isExpired(new Error('x'))).toBe(false)
  expect(codeOf(of(400, 40060))).toBe(40060)
})

test('requests rest long before Discord shuts the door, and go on as the ten minutes pass', () => {
  const time = { now: 1_000_000 }
  const refusals = newRefusals(() => time.now)
  for (let count = 0; count < 1_999; count++) {
    refusals.add()
    time.now += 100
  }
  expect(refusals.until).toBeNull()
  refusals.add()
  expect(refusals.until).toBe(1_000_000 + 600_000)
  time.now = 1_000_000 + 600_000
  expect(refusals.until).toBeNull()
  refusals.add()
  // Every one that is refused again costs its own time.
  expect(refusals.until).toBeGreaterThan(time.now)
  time.now += 600_000
  expect(refusals.until).toBeNull()
})
