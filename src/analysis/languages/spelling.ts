import { closing, countGrams, empty, longestContext, opening } from './grams.ts'

/** How likely each language would have spelled a word so: probabilities, in the order of the lists learned from. */
export type Spelling = (word: string) => Float64Array

/**
 * Learns from a list of words for each language how letters follow each other: the chance of a letter after the
 * two before it, mixed with that after one and none (interpolation after Jelinek and Mercer, 1980).
 */
export function learnSpelling(lists: string[][]): Spelling {
  const { counts, after } = countGrams(lists)
  const languages = lists.length
  const chance = new Float64Array(languages)
  // The rows of letters before the one in hand: none, the last one, the last two, the last three.
  const before = new Uint16Array(longestContext + 1)
  return (word) => {
    const likely = new Float64Array(languages).fill(1)
    before[0] = empty
    for (let length = 1; length <= longestContext; length++)
      before[length] = after(before[length - 1]!, opening)
    for (let at = 0; at <= word.length; at++) {
      const letter = at < word.length ? word.charCodeAt(at) : closing
      chance.fill(1 / alphabet)
      let shorter = empty
      for (let length = 0; length <= longestContext; length++) {
        const alone = before[length]!
        const together = after(alone, letter)
        for (let list = 0; list < languages; list++)
          chance[list] =
            (counts[together * languages + list]! + trust * chance[list]!) /
            (counts[alone * languages + list]! + trust)
        before[length] = shorter
        shorter = together
      }
      for (let list = 0; list < languages; list++) likely[list]! *= chance[list]!
    }
    return likely
  }
}

// As many letters as Latin alphabets hold with their accents; how often a context must have been seen for its
// own counts to weigh as much as those of the shorter one.
const alphabet = 60
const trust = 60
