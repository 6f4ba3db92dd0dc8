import { type Look, name, number, type Story } from './stories-index.ts'
import { isName, isNumber } from './stories-telling.ts'

/**
 * Whether a post and a story are the same news: one of the two has to hold most of the other's telling words,
 * names and numbers, whichever is the shorter. Templates (weather, stocks) share their words, but neither the
 * names nor the numbers. `weigh` says what a word tells that so many stories hold; `enough` is the share needed.
 *
 * Two people who say in their own words that a lamp broke have two lamps, and want two answers: these are never
 * alike unless they are the same words, and news that passes by in somebody's words has to hold nearly all of them.
 */
export function areAlike(
  look: Look,
  story: Story,
  weigh: (count: number) => number,
  enough: number,
): boolean {
  const { turn, trace, all, names, numbers } = look
  const { words, seen } = story
  if (trace.own && story.own) return false
  // What the story tells, and what of it the post tells too.
  let [whole, held] = [0, 0]
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const weight = weigh(word.count)
    whole += weight
    if (word.look === turn) held += weight
  }
  if (held < Math.min(all, whole) * enough) return false

  // The same of what was a name or a number in the story, and of what is one in the post.
  let [itsNames, itsNumbers, namesSaid, numbersSaid, namesHeld, numbersHeld] = [0, 0, 0, 0, 0, 0]
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const weight = weigh(word.count)
    const told = word.look === turn ? trace.words[word.at]! : null
    if ((seen[at]! & name) !== 0) {
      itsNames += weight
      if (told !== null) namesSaid += weight
    }
    if ((seen[at]! & number) !== 0) {
      itsNumbers += weight
      if (told !== null) numbersSaid += weight
    }
    if (told === null) continue
    if (isName(told)) namesHeld += weight
    else if (isNumber(told)) numbersHeld += weight
  }
  // A number in common (« 12 000 lampes ») makes it news all the same.
  const itsOwn = trace.own ? all : story.own ? whole : 0
  if (held < itsOwn * enoughOwn && numbersHeld === 0) return false
  return (
    (namesHeld >= names * enoughNames || namesSaid >= itsNames * enoughNames) &&
    (numbersHeld >= numbers * enoughNumbers || numbersSaid >= itsNumbers * enoughNumbers)
  )
}

// Found by trying on the made set of bench/stories.ts.
export const enoughWords = 0.45
const enoughOwn = 0.85
const enoughNames = 0.5
const enoughNumbers = 0.7
