import { createHash } from 'node:crypto'
import { folded } from '../../model/words.ts'

/**
 * What a post says at another look, compared by its words with what it said before. The first look may show more of it
 * than its search did, or less: that is no edit.
 */
export function saidAgain(
  before: { title: string | null; text: string | null; said: string | null },
  text: string,
): { hash: string; edited: boolean } {
  const now = folded(text)
  const hash = createHash('sha256').update(now).digest('base64url').slice(0, 16)
  if (before.said !== null) return { hash, edited: before.said !== hash }
  const known = folded(before.text ?? '')
  const whole = folded(`${before.title ?? ''} ${before.text ?? ''}`)
  return { hash, edited: !(now.includes(known) || known.includes(now) || whole.includes(now)) }
}
