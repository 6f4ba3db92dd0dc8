/** The known word that was probably meant, or null where none is near: about one slip in three letters. */
export function nearest(word: string, known: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(word.length / 3))
  let best: { word: string; slips: number } | null = null
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > limit) continue
    const slips = slipsBetween(word.toLowerCase(), candidate.toLowerCase())
    if (slips <= limit && (!best || slips < best.slips)) best = { word: candidate, slips }
  }
  return best?.word ?? null
}

/**
 * How many slips of the finger part two words: a letter too many, one missing, a wrong one, two swapped
 * (the optimal string alignment distance: Damerau 1964, Levenshtein 1966).
 */
export function slipsBetween(a: string, b: string): number {
  let older: number[] = []
  let old = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      row[j] = Math.min(row[j - 1]! + 1, old[j]! + 1, old[j - 1]! + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) row[j] = Math.min(row[j]!, older[j - 2]! + 1)
    }
    older = old
    old = row
  }
  return old[b.length]!
}
