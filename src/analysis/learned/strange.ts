import { isSeen } from './seen.ts'
import type { Tokens } from './tokens.ts'

/**
 * How little a text looks like the posts that moods were learned from, 0 to 1: it has words that they do not have, is
 * long, is full of names, or speaks in tags. There what was learned counts less, and nobody should be very sure.
 */
export function strangenessOf(text: string, tokens: Tokens, seen: Uint8Array, tagged: boolean): number {
  const { hashes, spoken, from } = tokens
  let [words, known, inside, tall] = [0, 0, 0, 0]
  for (let at = 0; at < hashes.length; at++) {
    if (!spoken[at]) continue
    words++
    if (isSeen(seen, hashes[at]!)) known++
    if (!isInside(text, from[at]!)) continue
    inside++
    if (isName(text, from[at]!)) tall++
  }
  const unknown = words === 0 ? 0 : 1 - known / words
  const length = Math.min(hashes.length / 25, 2)
  const names = inside === 0 ? 0 : tall / inside
  // Chosen to part our own posts from tweets and news of others.
  const sum = 10 * unknown + 3.5 * length + 7 * names + (tagged ? 1.8 : 0) - 6
  return 1 / (1 + Math.exp(-sum))
}

/** Whether a word stands behind another of its sentence: there a capital means something. */
const isInside = (text: string, from: number) =>
  from > 1 && text[from - 1] === ' ' && /[\p{L}\p{N},]/u.test(text[from - 2]!)

const isName = (text: string, from: number) => isTall(text[from]!) && !isTall(text[from + 1] ?? 'A')

const isTall = (letter: string) => letter !== letter.toLowerCase()
