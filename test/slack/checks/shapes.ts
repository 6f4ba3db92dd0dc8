import type { Json } from '../nouns.ts'
/** Collects what is wrong, each with where it is. */
export type Complain = (at: string, reason: string) => void

type Is = { most?: number; least?: number; kind?: 'plain_text' | 'mrkdwn' }

/** A text object: plain text or mrkdwn, never empty. */
export function checkText(
  given: Json,
  at: string,
  complain: Complain,
  { most = 3000, least = 1, kind }: Is = {},
) {
  if (typeof given !== 'object' || given === null) return complain(at, 'must provide an object')
  if (given.type !== 'plain_text' && given.type !== 'mrkdwn')
    return complain(`${at}/type`, `unsupported type: ${given.type}`)
  if (kind && given.type !== kind) return complain(`${at}/type`, `must be a valid enum value`)
  checkKeys(given, at, complain, given.type === 'plain_text' ? ['text', 'emoji'] : ['text', 'verbatim'])
  checkString(given.text, `${at}/text`, complain, { most, least })
}

/** A string of between `least` and `most` characters. */
export function checkString(
  given: unknown,
  at: string,
  complain: Complain,
  { most = 3000, least = 1 }: Is = {},
) {
  if (typeof given !== 'string') return complain(at, 'must be a string')
  if (given.length > most) complain(at, `must be less than ${most + 1} characters`)
  if (given.length < least) complain(at, `must be more than ${least - 1} characters`)
}

/** A list of between `least` and `most`; gives it, or an empty one where it is none. */
export function checkList(given: unknown, at: string, complain: Complain, most: number, least = 1): Json[] {
  if (!Array.isArray(given)) {
    complain(at, 'must provide an array')
    return []
  }
  if (given.length > most) complain(at, `no more than ${most} items allowed`)
  if (given.length < least) complain(at, `no less than ${least} items allowed`)
  return given
}

/** An address that leads to the web. */
export function checkUrl(
  given: unknown,
  at: string,
  complain: Complain,
  schemes = ['http:', 'https:', 'mailto:'],
) {
  checkString(given, at, complain, { most: 3000 })
  const scheme = typeof given === 'string' && URL.canParse(given) ? new URL(given).protocol : ''
  if (!schemes.includes(scheme)) complain(at, 'must be a valid url')
}

/** Nothing but what is known: `type` and `block_id` are everywhere. */
export function checkKeys(given: object, at: string, complain: Complain, known: string[]) {
  for (const key of Object.keys(given))
    if (key !== 'type' && !known.includes(key)) complain(at, `invalid additional property: ${key}`)
}
