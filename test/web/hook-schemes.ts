import type { Webhook } from '../../src/model/webhook.ts'
import { hmac, hookOf, saturday, standardHeaders } from './hook-world.ts'

/** A request that a sender makes of a post: where, what, with which headers. */
export type Signed = { path: string; body: Buffer; headers: Record<string, string> }

/** How one kind of sender writes and signs a post. */
export type Scheme = {
  hook: Webhook
  /** The secret that took over, the one before, and one that nobody knows any more. */
  secrets: [string, string, string]
  /** What it is made of; `id` is new for each. */
  payload(id: string, text: string): string
  sign(body: Buffer, more: { secret: string; at: number; id: string }): Signed
  /** Whether the time is signed. */
  timed: boolean
  /** Whether the bytes are; else a word of the address, or a token, vouches for them. */
  whole: boolean
  /** What somebody who does not know the secret is answered. */
  stranger: number
  /** What `GET` is answered without a word of its own. */
  get: number
}

const whsec = (letter: string) => `whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`
const words: Scheme['secrets'] = ['the secret of now', 'the secret of before', 'the secret of once']
const tokens: Scheme['secrets'] = ['n'.repeat(24), 'b'.repeat(24), 'o'.repeat(24)]
const keys: Scheme['secrets'] = [whsec('n'), whsec('b'), whsec('o')]
const json = { 'content-type': 'application/json' }
const iso = new Date(saturday - 60_000).toISOString()

const inHeader =
  (name: string, header: string, encoding: 'hex' | 'base64' = 'hex', more = {}): Scheme['sign'] =>
  (body, { secret }) => ({
    path: `/hooks/nimbus/${name}`,
    body,
    headers: { ...json, ...more, [header]: `sha256=${hmac(secret, body, encoding)}` },
  })

const byStandard =
  (name: string): Scheme['sign'] =>
  (body, how) => ({ path: `/hooks/nimbus/${name}`, body, headers: standardHeaders(body, how) })

const usual = { timed: false, whole: true, stranger: 401, get: 405, secrets: words }
const two = (secrets: Scheme['secrets']) => ({ secrets: secrets.slice(0, 2) })

/** What each is written after: docs/webhooks.md. */
export const schemes: Record<string, Scheme> = {
  meta: {
    ...usual,
    get: 403,
    hook: hookOf('meta', { ...two(words), verify: 'the word of the set-up' }),
    // Meta writes letters beyond ASCII as references, and signs them so.
    payload: (id, message) =>
      JSON.stringify({
        object: 'page',
        entry: [
          {
            id: '1067280970047460',
            time: saturday,
            changes: [
              {
                field: 'feed',
                value: {
                  ...{
                    item: 'comment',
                    verb: 'add',
                    comment_id: id,
                    post_id: '1067280970047460_44',
                    message,
                  },
                  ...{ from: { id: '232323', name: 'Ravi' }, created_time: saturday / 1000 - 60 },
                },
              },
            ],
          },
        ],
      }).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    sign: inHeader('meta', 'x-hub-signature-256'),
  },
  discourse: {
    ...usual,
    hook: hookOf('discourse', { ...two(words), server: 'https://forum.example' }),
    payload: (id, text) =>
      JSON.stringify({
        post: {
          ...{
            id: 31,
            name: 'Ravi',
            username: 'ravi',
            created_at: iso,
            updated_at: iso,
            cooked: `<p>${text}</p>`,
          },
          ...{ post_number: 2, post_type: 1, topic_id: id, topic_slug: 'lampes', topic_title: 'Lampes' },
        },
      }),
    sign: inHeader('discourse', 'x-discourse-event-signature', 'hex', {
      'x-discourse-event': 'post_created',
    }),
  },
  github: {
    ...usual,
    hook: hookOf('github', two(words)),
    payload: (id, body) =>
      JSON.stringify({
        action: 'created',
        issue: { id: 1, title: 'Lampe', html_url: 'https://github.com/nimbus/lampe/issues/1' },
        comment: {
          ...{ id, body, created_at: iso, updated_at: iso, user: { login: 'ravi', id: 7, type: 'User' } },
          html_url: 'https://github.com/nimbus/lampe/issues/1#issuecomment-2',
        },
        repository: { full_name: 'nimbus/lampe', private: false },
      }),
    sign: inHeader('github', 'x-hub-signature-256', 'hex', { 'x-github-event': 'issue_comment' }),
  },
  x: {
    ...usual,
    get: 403,
    hook: hookOf('x', { ...two(words), cost: { price: 0.005, budget: 50, currency: 'USD' } }),
    payload: (id, text) =>
      JSON.stringify({
        data: { id, text, author_id: '12', created_at: iso },
        includes: { users: [{ id: '12', username: 'ravi', name: 'Ravi' }] },
        matching_rules: [{ id: '9', tag: 'nimbus' }],
      }),
    sign: inHeader('x', 'x-twitter-webhooks-signature', 'base64'),
  },
  standard: {
    ...usual,
    timed: true,
    secrets: keys,
    hook: hookOf('standard', two(keys)),
    payload: (id, text) => JSON.stringify({ id, text, url: `https://crm.example/${id}`, publishedAt: iso }),
    sign: byStandard('standard'),
  },
  wordpress: {
    ...usual,
    timed: true,
    secrets: keys,
    hook: hookOf('wordpress', two(keys)),
    payload: (id, text) =>
      JSON.stringify({
        type: 'comment.created',
        timestamp: iso,
        data: { id, html: `<p>${text}</p>`, author: 'Ravi' },
      }),
    sign: byStandard('wordpress'),
  },
  measures: {
    ...usual,
    timed: true,
    secrets: keys,
    hook: hookOf('measures', two(keys)),
    payload: (id, note) => JSON.stringify({ rows: [{ id, note, value: 3 }] }),
    sign: byStandard('measures'),
  },
  reviews: {
    ...usual,
    timed: true,
    hook: hookOf('reviews', {
      ...two(words),
      signed: {
        ...{ how: 'header', header: 'x-signature', algorithm: 'sha256', encoding: 'base64', prefix: '' },
        timestamp: 'x-timestamp',
      },
      mapping: { list: 'events', fields: { id: 'eventData.id', text: 'eventData.text' }, outOf: 5 },
    }),
    payload: (id, text) =>
      JSON.stringify({
        events: [{ eventName: 'service-review-created', eventData: { id, text, stars: 2 } }],
      }),
    sign: (body, { secret, at }) => {
      const stamp = `${Math.floor(at / 1000)}`
      const signed = Buffer.concat([Buffer.from(`${stamp}.`), body])
      const headers = { ...json, 'x-timestamp': stamp, 'x-signature': hmac(secret, signed, 'base64') }
      return { path: '/hooks/nimbus/reviews', body, headers }
    },
  },
  'mail by token': {
    ...usual,
    whole: false,
    stranger: 404,
    secrets: tokens,
    hook: hookOf('mail', two(tokens)),
    payload: (id, text) =>
      JSON.stringify({
        ...{ From: 'Google Alerts <googlealerts-noreply@google.com>', MessageID: id, TextBody: '' },
        HtmlBody: `<a href="https://presse.example/${id}">${text}</a>`,
      }),
    sign: (body, { secret }) => ({ path: `/hooks/nimbus/mail/${secret}`, body, headers: json }),
  },
  'mail by Mailgun': {
    ...usual,
    timed: true,
    whole: false,
    hook: hookOf('mail', { ...two(words), signed: { how: 'mailgun' } }),
    payload: (id, text) =>
      `body-html=${encodeURIComponent(`<a href="https://presse.example/${id}">${text}</a>`)}`,
    sign: (body, { secret, at, id }) => {
      const [stamp, token] = [`${Math.floor(at / 1000)}`, `token-of-fifty-letters-${id}`]
      const form = new URLSearchParams({
        timestamp: stamp,
        token,
        signature: hmac(secret, `${stamp}${token}`),
      })
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const whole = Buffer.concat([body, ...(body.length > 0 ? [Buffer.from(`&${form}`)] : [])])
      return { path: '/hooks/nimbus/mail', body: whole, headers }
    },
  },
}
