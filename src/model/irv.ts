/** How often a ballot was cast: the numbers of its choices, best first; not everybody ranks everything. */
export type Ballots = { ballot: number[]; count: number }[]

/**
 * One round: the votes of each choice that is still in, ballots on which none of them stands, and who goes out; `level`
 * are those that nothing told apart, where the one of them that is listed last went out.
 */
export type Round = { votes: Map<number, number>; exhausted: number; out: number[]; level: number[] }

/** The rounds of an instant run-off, and who is left: one, or several that nothing tells apart. */
export type RunOff = { rounds: Round[]; winners: number[] }

/**
 * Instant run-off: each ballot counts for the best of its choices that is still in. Whoever has more than half of the
 * ballots that still count wins; else whoever has the fewest votes goes out, and all is counted again. Of those that
 * are level at the end, who had fewer in an earlier round goes (the latest one first). Those who were always level go
 * together where that changes nothing: where even all their votes are fewer than those of the next one. Else the one of
 * them that is listed last (the highest number) goes alone: together they may be more than who would then win. Where
 * all that are left were always level, and are so between any two of them, they have all won. Nobody votes: nobody wins.
 */
export function runOff(choices: number[], ballots: Ballots): RunOff {
  const rounds: Round[] = []
  let left = [...choices]
  while (left.length > 0) {
    const round = count(left, ballots)
    rounds.push(round)
    const counted = [...round.votes.values()].reduce((sum, votes) => sum + votes, 0)
    if (counted === 0) return { rounds, winners: [] }
    const ahead = left.find((choice) => round.votes.get(choice)! * 2 > counted)
    if (ahead !== undefined) return { rounds, winners: [ahead] }
    const last = lastOf(left, rounds)
    if (last.length === left.length && allLevel(left, ballots)) return { rounds, winners: left }
    round.out = goTogether(last, left, round) ? last : [Math.max(...last)]
    if (round.out.length < last.length) round.level = last
    left = left.filter((choice) => !round.out.includes(choice))
  }
  return { rounds, winners: [] }
}

function count(left: number[], ballots: Ballots): Round {
  const votes = new Map(left.map((choice) => [choice, 0]))
  let exhausted = 0
  for (const { ballot, count } of ballots) {
    const first = ballot.find((choice) => votes.has(choice))
    if (first === undefined) exhausted += count
    else votes.set(first, votes.get(first)! + count)
  }
  return { votes, exhausted, out: [], level: [] }
}

/** Whether as many prefer one as the other, whichever two one takes. */
function allLevel(left: number[], ballots: Ballots): boolean {
  const prefer = (one: number, other: number) => {
    const { votes } = count([one, other], ballots)
    return votes.get(one)! - votes.get(other)!
  }
  return left.every((one, at) => left.slice(at + 1).every((other) => prefer(one, other) === 0))
}

/** Whether those with the fewest votes could not catch up with the next one even together. */
function goTogether(last: number[], left: number[], { votes }: Round): boolean {
  const sum = last.reduce((sum, choice) => sum + votes.get(choice)!, 0)
  const others = left.filter((choice) => !last.includes(choice)).map((choice) => votes.get(choice)!)
  return last.length === 1 || (others.length > 0 && (sum === 0 || sum < Math.min(...others)))
}

/** Those with the fewest votes now; of several, those with the fewest in the latest round that tells them apart. */
function lastOf(left: number[], rounds: Round[]): number[] {
  let last = left
  for (const { votes } of rounds.toReversed()) {
    const fewest = Math.min(...last.map((choice) => votes.get(choice)!))
    last = last.filter((choice) => votes.get(choice) === fewest)
    if (last.length === 1) break
  }
  return last
}
