/**
 * What stands between two words and what it says: whether a sentence ends there, whether one pauses, how much is
 * exclaimed, whether something is asked, whether there may be signs (emoji).
 */
export type Gap = { ends: boolean; pauses: boolean; exclaims: number; asks: boolean; signs: boolean }

/** Most gaps are one of few: short ones are remembered. */
export function gapOf(text: string): Gap {
  if (text.length > longestKnown) return readGap(text)
  const before = known.get(text)
  if (before) return before
  if (known.size >= mostKnown) known.clear()
  const gap = readGap(text)
  known.set(text, gap)
  return gap
}

const known = new Map<string, Gap>()
const mostKnown = 1_000
const longestKnown = 4

const readGap = (text: string): Gap => ({
  ends: end.test(text),
  pauses: pause.test(text),
  exclaims: text.split('!').length - 1,
  asks: text.includes('?'),
  signs: beyondLatin.test(text),
})

const pause = /[,;:()«»“”"|–—]|\s-+\s/u
const end = /[!?…\n。]|\.(?!\S)|\.{2}/u
const beyondLatin = /[^\0-\u1fff]/u

/** A blank, an apostrophe, a hyphen: nine gaps of ten hold nothing else, and they say nothing. */
export const isDull = (code: number) => code === 0x20 || code === 0x27 || code === 0x2d || code === 0x2019
