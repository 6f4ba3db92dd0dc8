import type { Clause, Unit } from '../clauses.ts'
import type { Tokens } from './tokens.ts'

/**
 * What the lexicon takes each token for, in coarse kinds: what was learned of "so" before any word of praise then holds
 * before those that no post of ours had. 0 where it says nothing; by reference valid until the next call.
 */
export function kindsOf({ from, to }: Tokens, clauses: Clause[]): Uint8Array {
  let [clause, place] = [0, 0]
  for (let at = 0; at < from.length; at++) {
    let unit: Unit | undefined
    while (clause < clauses.length) {
      const { units } = clauses[clause]!
      if (place >= units.length) [clause, place] = [clause + 1, 0]
      else if (units[place]!.to <= from[at]!) place++
      else {
        unit = units[place]!
        break
      }
    }
    kinds[at] = unit && unit.from <= from[at]! && to[at]! <= unit.to ? kindOf(unit) : 0
  }
  return kinds
}

// As many as tokens are read at most.
const kinds = new Uint8Array(400)

function kindOf({ meaning: { negates, degree, turn, mood, polite } }: Unit): number {
  if (negates) return 5
  if (degree) return 6
  if (turn === 'contrast') return 7
  if (turn === 'concession') return 8
  if (mood > 0) return mood < strong ? 3 : 4
  if (mood < 0) return mood > -strong ? 2 : 1
  return polite ? 9 : 0
}

const strong = 1.5
