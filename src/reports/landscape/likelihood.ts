/**
 * How much a share of `k` in `n` differs from one of `l` in `m`: the log-likelihood ratio G² (Dunning, "Accurate
 * methods for the statistics of surprise and coincidence", 1993), which stays honest where counts are small. 6.63 is
 * passed by chance once in a hundred times.
 */
export function likelihoodRatio(k: number, n: number, l: number, m: number): number {
  const share = (k + l) / (n + m)
  const part = (found: number, expected: number) => (found === 0 ? 0 : found * Math.log(found / expected))
  return (
    2 *
    (part(k, n * share) + part(n - k, n * (1 - share)) + part(l, m * share) + part(m - l, m * (1 - share)))
  )
}

export const leastSignal = 6.63

/**
 * From which G² on one is no chance, of so many that were looked at: of those above it at most one in twenty is
 * expected to be one (Benjamini and Hochberg, "Controlling the false discovery rate", 1995). Infinite where none is.
 */
export function clearFrom(ratios: number[], tested: number): number {
  const sorted = [...ratios].sort((a, b) => b - a)
  const last = sorted.findLastIndex((ratio, at) => chanceOf(ratio) <= (0.05 * (at + 1)) / tested)
  return last < 0 ? Number.POSITIVE_INFINITY : sorted[last]!
}

/** How often chance alone gives a G² of this size: chi-squared with one degree of freedom. */
const chanceOf = (ratio: number) => complementaryError(Math.sqrt(ratio / 2))

/** Abramowitz and Stegun, "Handbook of mathematical functions", 7.1.26; off by at most 1.5e-7. */
function complementaryError(x: number): number {
  const t = 1 / (1 + 0.3275911 * x)
  const [a, b, c, d, e] = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429]
  return ((((e * t + d) * t + c) * t + b) * t + a) * t * Math.exp(-x * x)
}

/** In how many of `n` something must be found, and in none of `m`, to be no chance. */
export function leastFound(n: number, m: number): number {
  for (let k = 2; k < n; k++) if (likelihoodRatio(k, n, 0, m) >= leastSignal) return k
  return n
}
