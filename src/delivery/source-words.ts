import type { Reason } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { day, hour } from '../model/time.ts'
import type { Activity } from '../store/source-activity.ts'
import type { Marked } from '../texts/marked.ts'
import type { Key, Say } from '../texts/texts.ts'

/** What helps against a source's failure that has lasted for `lasting` ms; null where its words say so already. */
export function cureOf(failure: Reason, lasting: number): Key | null {
  const key = 'key' in failure ? failure.key : ''
  if (key === 'door.private') return null
  const cure = cures.find(([keys]) => keys.test(key))?.[1] ?? 'sources.cure-wait'
  return cure === 'sources.cure-wait' && lasting > 7 * day ? 'sources.cure-long' : cure
}

const cures: [RegExp, Key][] = [
  [/^feed\.status-40[13]$/, 'sources.cure-access'],
  [/^place\.(?:status-40[13]|refused-access|account-gone)$/, 'sources.cure-account'],
  [/^feed\.(?:status-4(?:04|10)|status-other|empty|none|page|page-with-link|json)$/, 'sources.cure-address'],
  [/^door\.(?:unknown-host|redirects|scheme|no-address)$/, 'sources.cure-address'],
  [/^door\.(?:certificate-.*|too-large|packed-.*|long-headers)$/, 'sources.cure-site'],
]

/** Words as a sentence that another one follows: with its end where it has none, but never within an address. */
export const ended = (words: string): string =>
  /[.!?…]$/u.test(words) ? words : /https?:\S+$/iu.test(words) ? `${words} ·` : `${words}.`

/** That a source says nothing for far longer than it usually does, from what it brought in a week; null where that is as ever. */
export function silenceOf(
  { posts, oldest, newest }: Activity,
  { say, now }: { say: Say; now: Instant },
): Marked | null {
  if (posts === 0 || newest === null || oldest === null) return say('sources.quiet-week')
  if (posts < fewPosts) return null
  const usual = (newest - oldest) / (posts - 1)
  const silence = now - newest
  if (silence < Math.max(day, usual * unusual)) return null
  return say('sources.silent', { silence: lengthOf(silence, say), usual: hoursOf(usual, say) })
}

const lengthOf = (length: number, say: Say) =>
  length < 2 * day ? hoursOf(length, say) : say.plain('sources.days', { count: Math.round(length / day) })

const hoursOf = (length: number, say: Say) =>
  say.plain('sources.hours', { count: Math.max(Math.round(length / hour), 1) })

/** Of fewer posts in a week no rhythm can be told. */
const fewPosts = 5
/** Posts come in bursts: a pause of a few times the usual one is nothing. */
const unusual = 8
