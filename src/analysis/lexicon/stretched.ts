const threeInARow = /(\p{L})\1\1/u

/** Whether a letter stands three times in a row: somebody raises their voice. */
export function isStretched(word: string): boolean {
  // Most words have no letter twice so near, whether it takes one UTF-16 unit or two; the others are looked at.
  for (let at = 2; at < word.length; at++)
    if (word.charCodeAt(at) === word.charCodeAt(at - 2)) return threeInARow.test(word)
  return false
}

/** « troooop », "goooood": with the letter twice, then once. */
export const squeezed = (word: string): string[] => [squeeze(word, '$1$1'), squeeze(word, '$1')]

const squeeze = (word: string, letters: string) => word.replace(/(\p{L})\1{2,}/gu, letters)
