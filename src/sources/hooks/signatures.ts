import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../../model/post.ts'
import { minute } from '../../model/time.ts'
import type { Refusal, SignedBy, Webhook } from '../../model/webhook.ts'
import { formIn } from './form.ts'
import type { HookRequest, Verdict } from './request.ts'

/**
 * Whether a request comes from whom it should, and what it is known by. The bytes are looked at as they came; how long
 * that takes says nothing of the secrets.
 */
export function verdictOn(
  { signed, secrets }: Pick<Webhook, 'signed' | 'secrets'>,
  request: HookRequest,
  now: Instant,
): Verdict {
  if (signed.how === 'standard') return standard(request, secrets, now)
  if (signed.how === 'mailgun') return mailgun(request, secrets, now)
  if (signed.how === 'token') return token(request, secrets)
  return header(signed, request, secrets, now)
}

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
function standard({ raw, headers }: HookRequest, secrets: string[], now: Instant): Verdict {
  const [id = '', stamp = '', given = ''] = ['id', 'timestamp', 'signature'].map(
    (name) => headers[`webhook-${name}`],
  )
  if (!/^[\x21-\x7e]{1,200}$/.test(id) || !/^\d{1,12}$/.test(stamp) || given === '') return unsigned
  const all = given
    .split(' ', mostSignatures)
    .flatMap((one) => bytesIn(/^v1,(\S+)$/.exec(one)?.[1], 'base64', 32) ?? [])
  const made = secrets.map((secret) =>
    createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
      .update(`${id}.${stamp}.`)
      .update(raw)
      .digest(),
  )
  if (!anyEqual(made, all)) return refused('forged')
  // Its sender signed the id: one that was heard is the same again, whatever it says.
  return untimely(Number(stamp) * 1000, now) ?? { key: `id ${id}` }
}

/** A signature of the bytes, and of a time before them where there is one. */
function header(
  { header, algorithm, encoding, prefix, timestamp }: Extract<SignedBy, { how: 'header' }>,
  { raw, headers }: HookRequest,
  secrets: string[],
  now: Instant,
): Verdict {
  const given = headers[header]
  const stamp = timestamp === null ? null : (headers[timestamp] ?? '')
  if (given === undefined || (stamp !== null && !/^\d{1,15}$/.test(stamp))) return unsigned
  const right = given.startsWith(prefix) ? given.slice(prefix.length) : undefined
  const bytes = bytesIn(right, encoding, lengths[algorithm])
  const made = secrets.map((secret) =>
    createHmac(algorithm, secret)
      .update(stamp === null ? '' : `${stamp}.`)
      .update(raw)
      .digest(),
  )
  if (bytes === null || !anyEqual(made, [bytes])) return refused('forged')
  const at = Number(stamp) * (stamp !== null && stamp.length > 11 ? 1 : 1000)
  // Ids of deliveries stand in headers that nobody signed: the bytes alone say what is the same.
  return (stamp === null ? null : untimely(at, now)) ?? { key: `body ${hashOf(raw)}` }
}

/**
 * https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks: the time and a token are
 * signed, the mail is not. So a token is good for one mail only.
 */
function mailgun({ raw, headers }: HookRequest, secrets: string[], now: Instant): Verdict {
  const form = formIn(raw, headers['content-type'])
  const [stamp = '', token = '', given = ''] = ['timestamp', 'token', 'signature'].map((name) =>
    form?.get(name),
  )
  if (!/^\d{1,12}$/.test(stamp) || !/^[\x21-\x7e]{16,200}$/.test(token)) return unsigned
  const bytes = bytesIn(given, 'hex', 32)
  const made = secrets.map((secret) => createHmac('sha256', secret).update(`${stamp}${token}`).digest())
  if (bytes === null || !anyEqual(made, [bytes])) return refused('forged')
  return untimely(Number(stamp) * 1000, now) ?? { key: `token ${token}` }
}

/** Whoever knows the secret is who they say: it stands in the address, or is the password (HTTP Basic). */
function token({ raw, headers, token }: HookRequest, secrets: string[]): Verdict {
  const basic = /^basic ([a-z\d+/=]{1,400})$/i.exec(headers.authorization ?? '')?.[1]
  const password =
    basic &&
    Buffer.from(basic, 'base64')
      .toString()
      .replace(/^[^:]*:/, '')
  const given = token ?? password
  if (!given) return unsigned
  return isSecret(given, secrets) ? { key: `body ${hashOf(raw)}` } : refused('forged')
}

/** Whether a text is one of the secrets, in a time that says nothing of them, nor of how long they are. */
export const isSecret = (given: string, secrets: string[]): boolean =>
  anyEqual(
    secrets.map((secret) => digestOf(secret)),
    [digestOf(given)],
  )

const refused = (why: Refusal): Verdict => ({ refused: why })
const unsigned = refused('unsigned')

/** Whether one of them is one of the others. All are compared: which one it was shows in no time. */
function anyEqual(made: Buffer[], given: Buffer[]): boolean {
  const all = made.flatMap((one) =>
    given.map((other) => one.length === other.length && timingSafeEqual(one, other)),
  )
  return all.includes(true)
}

/** The bytes that a signature is written for, null where it is none of that length. */
function bytesIn(written: string | undefined, encoding: 'hex' | 'base64', length: number): Buffer | null {
  if (written === undefined || !alphabets[encoding].test(written)) return null
  const bytes = Buffer.from(written, encoding)
  return bytes.length === length ? bytes : null
}

const alphabets = { hex: /^(?:[\da-f]{2})+$/i, base64: /^[a-z\d+/]+={0,2}$/i }
const lengths = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 }

function untimely(at: Instant, now: Instant): Verdict | null {
  if (now - at > tolerance) return refused('stale')
  return at - now > tolerance ? refused('future') : null
}

const digestOf = (text: string) => createHash('sha256').update(text).digest()
export const hashOf = (raw: Buffer) => createHash('sha256').update(raw).digest('base64url')

/** As Standard Webhooks has it, both ways. */
const tolerance = 5 * minute
const mostSignatures = 20
