import type { Logger } from 'pino'
import { Unavailable } from '../../model/oops.ts'
import type { Instant } from '../../model/post.ts'
import { minute } from '../../model/time.ts'
import type { Lack } from '../chat.ts'
import { newRefusals } from './refusals.ts'

/** When Discord is not asked at all: where it refuses the token, shut the door, or is about to. Times in ms. */
export function newResting(parts: { clock: () => Instant; log: Logger; mostRefused?: number }) {
  const { clock, log, mostRefused } = parts
  const refusals = newRefusals(clock, mostRefused)
  /** When the token was refused, how often in a row; another try is only made later. */
  let wrong: { at: Instant; times: number } | null = null
  /** Shut out without a word about which route: nothing else gets through either. */
  let shutUntil: Instant = 0

  /** What Discord answered. */
  function notice({ status, headers }: { status: number; headers: Headers }, withToken: boolean) {
    if (withToken && status < 400) wrong = null
    if (withToken && status === 401) tokenRefused()
    const limited = status === 429
    if (status === 401 || status === 403 || (limited && headers.get('x-ratelimit-scope') !== 'shared'))
      count()
    if (limited && !headers.has('x-ratelimit-scope') && !headers.has('x-ratelimit-bucket'))
      shutUntil = clock() + Number(headers.get('retry-after') ?? 1) * 1000
  }

  function count() {
    const before = refusals.until
    refusals.add()
    if (!before && refusals.until)
      log.error('Discord refused so many requests that Vigie rests before it is shut out')
  }

  /** Several at once are one refusal. */
  function tokenRefused() {
    const { at, times } = wrong ?? { at: 0, times: 0 }
    if (clock() - at >= 1000) wrong = { at: clock(), times: times + 1 }
  }

  /** Throws Unavailable where nothing may go out now. */
  function mind() {
    const again = wrong ? wrong.at + Math.min(2 ** wrong.times * (minute / 2), 10 * minute) : 0
    const wait = Math.max(again, refusals.until ?? 0, shutUntil) - clock()
    if (wait <= 0) return
    const key = again > clock() ? 'discord.token-refused' : 'discord.resting'
    throw new Unavailable('Discord is not asked for a while', { retryAfter: wait, key })
  }

  return {
    notice,
    tokenRefused,
    mind,
    lacks: (): Lack[] => [
      ...(wrong ? [{ key: 'discord.token-refused' } as const] : []),
      ...(refusals.until ? [{ key: 'discord.resting' } as const] : []),
    ],
  }
}
