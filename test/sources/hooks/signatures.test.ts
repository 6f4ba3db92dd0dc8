import { createHmac } from 'node:crypto'
import { Webhook as Library } from 'standardwebhooks'
import { expect, test } from 'vitest'
import type { SignedBy } from '../../../src/model/webhook.ts'
import { signedUsually } from '../../../src/settings/webhook-checks.ts'
import { isSecret, verdictOn } from '../../../src/sources/hooks/signatures.ts'

const now = 1_614_265_330_000
const ask = (signed: SignedBy, secrets: string[], body: string, headers: Record<string, string>, at = now) =>
  verdictOn({ signed, secrets }, { raw: Buffer.from(body), headers, token: null }, at)

test('the vector of GitHub’s documentation holds, and Meta signs the same way', () => {
  const header = {
    'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
  }
  const secrets = ["It's a Secret to Everybody"]
  for (const signed of [signedUsually.github, signedUsually.meta]) {
    expect(ask(signed, secrets, 'Hello, World!', header)).toEqual({ key: expect.stringMatching(/^body /) })
    expect(ask(signed, secrets, 'Hello, World?', header)).toEqual({ refused: 'forged' })
    expect(ask(signed, ['another'], 'Hello, World!', header)).toEqual({ refused: 'forged' })
    expect(ask(signed, ['another', ...secrets], 'Hello, World!', header)).toHaveProperty('key')
  }
})

test('the vector of Standard Webhooks holds, and what their library signs is right', () => {
  const secrets = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']
  const body = '{"test": 2432232314}'
  const headers = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  }
  const signed = signedUsually.standard
  expect(ask(signed, secrets, body, headers)).toEqual({ key: 'id msg_p5jXN8AQM9LWM0D4loKWxJek' })
  expect(ask(signed, secrets, body, headers, now + 300_000)).toHaveProperty('key')
  expect(ask(signed, secrets, body, headers, now + 300_001)).toEqual({ refused: 'stale' })
  expect(ask(signed, secrets, body, headers, now - 300_001)).toEqual({ refused: 'future' })
  expect(ask(signed, secrets, body, { ...headers, 'webhook-id': 'msg_2' })).toEqual({ refused: 'forged' })
  expect(ask(signed, secrets, body, { ...headers, 'webhook-timestamp': '1614265331' })).toEqual({
    refused: 'forged',
  })
  // One key takes over from another: its sender signs with both.
  const both = `v1,${Buffer.alloc(32, 7).toString('base64')} ${headers['webhook-signature']}`
  expect(ask(signed, secrets, body, { ...headers, 'webhook-signature': both })).toHaveProperty('key')
  const many = `${'v1,AAAA '.repeat(50)}${headers['webhook-signature']}`
  expect(ask(signed, secrets, body, { ...headers, 'webhook-signature': many })).toEqual({ refused: 'forged' })

  const text = 'Hélène ❤️'
  const theirs = new Library(secrets[0]!).sign('msg_3', new Date(now), text)
  expect(
    ask(signed, secrets, text, { ...headers, 'webhook-id': 'msg_3', 'webhook-signature': theirs }),
  ).toEqual({
    key: 'id msg_3',
  })
})

test('a time that is signed may be written in seconds or milliseconds', () => {
  const signed: SignedBy = {
    ...{ how: 'header', header: 'x-s', algorithm: 'sha1', encoding: 'hex', prefix: 'v1=', timestamp: 'x-t' },
  }
  for (const stamp of ['1614265330', '1614265330000', '1614265090000']) {
    const made = createHmac('sha1', 'a secret').update(`${stamp}.{}`).digest('hex')
    const headers = { 'x-s': `v1=${made}`, 'x-t': stamp }
    expect(ask(signed, ['a secret'], '{}', headers)).toHaveProperty('key')
    expect(ask(signed, ['a secret'], '{}', headers, now + 600_000)).toEqual({ refused: 'stale' })
    expect(ask(signed, ['a secret'], '{}', { ...headers, 'x-s': made })).toEqual({ refused: 'forged' })
    expect(ask(signed, ['a secret'], '{}', { ...headers, 'x-t': 'now' })).toEqual({ refused: 'unsigned' })
  }
})

test('a password counts as a token does, and is compared whatever its length', () => {
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` })
  const token = 't'.repeat(24)
  expect(ask({ how: 'token' }, [token], '{}', basic(`vigie:${token}`))).toHaveProperty('key')
  expect(ask({ how: 'token' }, [token], '{}', basic(`vigie:${token}x`))).toEqual({ refused: 'forged' })
  expect(ask({ how: 'token' }, [token], '{}', basic('vigie:'))).toEqual({ refused: 'unsigned' })
  expect(ask({ how: 'token' }, [token], '{}', {})).toEqual({ refused: 'unsigned' })
  expect(isSecret('', [''])).toBe(true)
  expect(isSecret('', [])).toBe(false)
})
