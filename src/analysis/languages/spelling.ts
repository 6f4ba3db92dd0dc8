/** How likely each language would have spelled a word so: probabilities, in the order of the lists learned from. */
export type Spelling = (word: string) => Float64Array

/**
 * Learns from a list of words for each language how letters follow each other: the chance of a letter after the
 * two before it, mixed with that after one and none (interpolation after Jelinek and Mercer, 1980).
 */
export function learnSpelling(lists: string[][]): Spelling {
  const counts = countGrams(lists)
  const none = new Float64Array(lists.length)
  const letters = Float64Array.from(lists, (words) => words.join('').length + words.length)
  return (word) => {
    const likely = new Float64Array(lists.length).fill(1)
    const chance = new Float64Array(lists.length)
    const text = `${opening}${word}${closing}`
    // What has been counted of the letters before the one in hand, one and both together.
    let before: Float64Array[] = contextsOf(opening, counts, none)
    for (let at = opening.length; at < text.length; at++) {
      const here: Float64Array[] = [letters]
      chance.fill(1 / alphabet)
      for (let length = 0; length <= longestContext; length++) {
        const together = counts.get(text.slice(at - length, at + 1)) ?? none
        const alone = length === 0 ? letters : before[length]!
        for (let list = 0; list < chance.length; list++)
          chance[list] = (together[list]! + trust * chance[list]!) / (alone[list]! + trust)
        here.push(together)
      }
      for (let list = 0; list < chance.length; list++) likely[list]! *= chance[list]!
      before = here
    }
    return likely
  }
}

const opening = '^^^'
const closing = '$'
const longestContext = opening.length
// As many letters as Latin alphabets hold with their accents; how often a context must have been seen for its
// own counts to weigh as much as those of the shorter one.
const alphabet = 60
const trust = 60

function countGrams(lists: string[][]): Map<string, Float64Array> {
  const counts = new Map<string, Float64Array>()
  for (const [list, words] of lists.entries())
    for (const word of words) {
      const text = `${opening}${word}${closing}`
      for (let from = 0; from < text.length; from++)
        for (let to = from + 1; to <= Math.min(text.length, from + longestContext + 1); to++) {
          const gram = text.slice(from, to)
          const count = counts.get(gram) ?? new Float64Array(lists.length)
          counts.set(gram, count)
          count[list]! += 1
        }
    }
  return counts
}

const contextsOf = (text: string, counts: Map<string, Float64Array>, none: Float64Array) =>
  Array.from({ length: longestContext + 1 }, (_, length) =>
    length === 0 ? none : (counts.get(text.slice(text.length - length)) ?? none),
  )
