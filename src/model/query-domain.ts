import { visible, type Words, wordsOf } from './words.ts'

/** A domain as its folded words and what parts them: `nimbus-lampes.example` is three words, then `-` and `.`. */
export type Domain = { words: string[]; gaps: string[] }

/** The domain that a term names (`nimbus.example`, `https://www.nimbus.example/`, `nimbus[.]example`), or null. */
export function domainOf(term: string): Domain | null {
  const name = visible(term)
    .replace(dot, '.')
    .replace(/^https?:\/\//iu, '')
    .replace(/^www\./iu, '')
    .replace(/\/$/u, '')
  if (!/^[\p{L}\p{M}\p{N}]+(?:(?:\.|-+)[\p{L}\p{M}\p{N}]+)*\.(?:\p{L}{2,}|xn--[a-z0-9]+)$/iu.test(name))
    return null
  const { words, from, to } = wordsOf(name)
  return { words, gaps: from.slice(1).map((next, at) => name.slice(to[at], next)) }
}

/**
 * Whether a domain stands at a word of a text: its words, parted as they should be, also where the dots are
 * hidden (`nimbus[.]example`), and no other domain around it: neither `my-nimbus.example` nor `nimbus.example.org`.
 */
export function domainStands({ words, gaps }: Domain, { text, ...all }: Words, at: number): boolean {
  const last = at + words.length - 1
  if (last >= all.words.length || !words.every((word, next) => all.words[at + next] === word)) return false
  const parted = gaps.every((gap, next) => gapOf(text, all.to[at + next]!, all.from[at + next + 1]!) === gap)
  if (!parted || longerBefore.test(text.slice(Math.max(0, all.from[at]! - 3), all.from[at]!))) return false
  return !longerAfter.test(visible(text.slice(all.to[last]!, all.to[last]! + 12)))
}

const gapOf = (text: string, from: number, to: number) =>
  to - from > longestGap ? ' ' : visible(text.slice(from, to)).replace(dot, '.')

// People who write of a fraud take the life out of its address: `nimbus[.]example`, `nimbus (.) example`.
const dot = /\s?(?:\[\s?\.\s?\]|\(\s?\.\s?\)|\{\s?\.\s?\})\s?/gu
const longestGap = 12
const longerBefore = /[\p{L}\p{N}]-+$/u
// A capital behind the dot begins a sentence, whose writer forgot the space.
const longerAfter = /^(?:-+|\.|\[\.\]|\(\.\)|\{\.\})(?!\p{Lu})[\p{L}\p{N}]/u

/** The host of an address as it is compared: small letters, punycode; null where there is none. */
export function hostOf(address: string | null | undefined): string | null {
  const host = address && URL.canParse(address) ? new URL(address).hostname.replace(/\.$/u, '') : ''
  return host || null
}

/** The host and what it is part of: `www.nimbus.example`, `nimbus.example`, `example`. */
export const hostAndAbove = (host: string) => {
  const labels = host.split('.')
  return labels.map((_, at) => labels.slice(at).join('.'))
}
