import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../../model/post.ts'
import { minute } from '../../model/time.ts'

export type Signed = { raw: Buffer; headers: Record<string, string | undefined> }

/**
 * Why a request is not Slack's, or not of now; null when it is (docs.slack.dev/authentication/verifying-requests).
 * With several `secrets`, while one takes over from another, each is good. How long it takes says nothing of them.
 */
export function whatIsWrong({ raw, headers }: Signed, secrets: string[], now: Instant): string | null {
  const stamp = headers['x-slack-request-timestamp'] ?? ''
  const given = /^v0=([0-9a-f]{64})$/.exec(headers['x-slack-signature'] ?? '')?.[1]
  if (!given || !/^\d{1,12}$/.test(stamp)) return 'unsigned'
  const age = now - Number(stamp) * 1000
  if (age > oldest) return 'old'
  if (age < -earliest) return 'of the future'
  const bytes = Buffer.from(given, 'hex')
  const right = secrets.map((secret) => {
    const made = createHmac('sha256', secret).update(`v0:${stamp}:`).update(raw).digest()
    return timingSafeEqual(made, bytes)
  })
  return right.includes(true) ? null : 'forged'
}

const oldest = 5 * minute
/** Clocks differ, by less than that. */
const earliest = minute
