import { createHmac } from 'node:crypto'
import type { Kind, Request } from './delivery.ts'
import type { Json } from './nouns.ts'

/** The signature of a body, as Slack makes it; `at` in ms. */
export function sign(raw: Buffer, secret: string, at: number): Record<string, string> {
  const second = String(Math.floor(at / 1000))
  const signature = createHmac('sha256', secret).update(`v0:${second}:`).update(raw).digest('hex')
  return { 'x-slack-request-timestamp': second, 'x-slack-signature': `v0=${signature}` }
}

/** A request of Slack: commands are forms, what is interactive is JSON in a form, events are JSON. */
export function requestOf(kind: Kind, payload: Json, secret: string, at: number, attempt = 0): Request {
  const raw = Buffer.from(
    kind === 'events_api'
      ? JSON.stringify(payload)
      : kind === 'slash_commands'
        ? new URLSearchParams(payload).toString()
        : new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
  )
  return {
    raw,
    headers: {
      'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
      'content-length': String(raw.length),
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      accept: '*/*',
      ...sign(raw, secret, at),
      ...(attempt ? { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_timeout' } : {}),
    },
  }
}
