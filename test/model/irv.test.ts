import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ballots, runOff } from '../../src/model/irv.ts'

/**
 * The rule once more, from its words and one voter at a time: nothing is shared with the other one. Gives the winners
 * and, round by round, who went out.
 */
function byHand(candidates: number[], papers: number[][]): { winners: number[]; out: number[][] } {
  const history: Record<number, number>[] = []
  const out: number[][] = []
  const standing = new Set(candidates)
  for (;;) {
    const piles: Record<number, number> = {}
    for (const candidate of standing) piles[candidate] = 0
    let counted = 0
    for (const paper of papers)
      for (const name of paper)
        if (standing.has(name)) {
          piles[name]! += 1
          counted += 1
          break
        }
    history.push(piles)
    if (counted === 0) return { winners: [], out }
    for (const candidate of standing)
      if (piles[candidate]! > counted / 2) return { winners: [candidate], out }
    let losers = [...standing]
    for (let round = history.length - 1; round >= 0 && losers.length > 1; round--) {
      let least = Number.POSITIVE_INFINITY
      for (const loser of losers) least = Math.min(least, history[round]![loser]!)
      losers = losers.filter((loser) => history[round]![loser] === least)
    }
    const duels = losers.flatMap((one) => losers.map((other) => [one, other] as const))
    const rank = (paper: number[], name: number) => (paper.includes(name) ? paper.indexOf(name) : 99)
    const even = duels.every(([one, other]) => {
      const ahead = papers.filter((paper) => rank(paper, one) < rank(paper, other)).length
      return ahead === papers.filter((paper) => rank(paper, other) < rank(paper, one)).length
    })
    if (losers.length === standing.size && even) return { winners: losers.sort((a, b) => a - b), out }
    if (losers.length > 1) {
      const theirs = losers.reduce((sum, loser) => sum + piles[loser]!, 0)
      const survivors = [...standing].filter((candidate) => !losers.includes(candidate))
      const harmless =
        survivors.length > 0 && survivors.every((candidate) => theirs === 0 || piles[candidate]! > theirs)
      // Nothing tells them apart, and together they may matter: the last of the list goes alone.
      if (!harmless) losers = [losers.sort((a, b) => a - b).at(-1)!]
    }
    out.push(losers)
    for (const loser of losers) standing.delete(loser)
  }
}

const papersOf = (ballots: Ballots) =>
  ballots.flatMap(({ ballot, count }) => Array.from({ length: count }, () => ballot))

const election = fc.integer({ min: 2, max: 6 }).chain((size) => {
  const candidates = Array.from({ length: size }, (_, at) => at + 1)
  const ballot = fc.shuffledSubarray(candidates, { minLength: 1 })
  const ballots = fc.array(fc.record({ ballot, count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 12 })
  return fc.record({ candidates: fc.constant(candidates), ballots })
})

test('a run-off agrees with one that was counted by hand', () => {
  fc.assert(
    fc.property(election, ({ candidates, ballots }) => {
      const { winners, rounds } = runOff(candidates, ballots)
      const expected = byHand(candidates, papersOf(ballots))
      expect({
        winners: [...winners].sort((a, b) => a - b),
        out: rounds.map(({ out }) => out).filter((out) => out.length > 0),
      }).toEqual(expected)
      for (const { level, out } of rounds) if (level.length > 0) expect(out).toEqual([Math.max(...level)])
      for (const { votes, exhausted } of rounds) {
        for (const count of votes.values()) expect(count).toBeGreaterThanOrEqual(0)
        const all = [...votes.values()].reduce((sum, count) => sum + count, exhausted)
        expect(all).toBe(papersOf(ballots).length)
      }
    }),
    { numRuns: 3000 },
  )
})

test('it does not matter in which order choices or ballots come', () => {
  fc.assert(
    fc.property(election, ({ candidates, ballots }) => {
      const one = runOff(candidates, ballots).winners
      const other = runOff([...candidates].reverse(), [...ballots].reverse()).winners
      expect([...other].sort()).toEqual([...one].sort())
    }),
    { numRuns: 1000 },
  )
})

// The textbook’s capital of Tennessee: 42, 26, 15 and 17 of a hundred voters.
test('Knoxville becomes the capital, though most named Memphis first', () => {
  const [memphis, nashville, chattanooga, knoxville] = [1, 2, 3, 4]
  const { winners, rounds } = runOff(
    [memphis, nashville, chattanooga, knoxville],
    [
      { ballot: [memphis, nashville, chattanooga, knoxville], count: 42 },
      { ballot: [nashville, chattanooga, knoxville, memphis], count: 26 },
      { ballot: [chattanooga, knoxville, nashville, memphis], count: 15 },
      { ballot: [knoxville, chattanooga, nashville, memphis], count: 17 },
    ],
  )
  expect(winners).toEqual([knoxville])
  expect(rounds.map(({ out }) => out)).toEqual([[chattanooga], [nashville], []])
  expect([...rounds.at(-1)!.votes]).toEqual([
    [memphis, 42],
    [knoxville, 58],
  ])
})

test.each([
  ['nobody votes', [], []],
  [
    'two are level to the end',
    [
      { ballot: [1], count: 2 },
      { ballot: [2], count: 2 },
    ],
    [1, 2],
  ],
  ['one voter is enough', [{ ballot: [3], count: 1 }], [3]],
])('%s', (_story, ballots, winners) => expect(runOff([1, 2, 3], ballots).winners).toEqual(winners))

test('two who are level do not both go out where together they are more than the one ahead', () => {
  const { winners, rounds } = runOff(
    [1, 2, 3],
    [
      { ballot: [1], count: 4 },
      { ballot: [2, 3], count: 3 },
      { ballot: [3, 2], count: 3 },
    ],
  )
  expect(winners).toEqual([2])
  expect(rounds.map(({ out, level }) => ({ out, level }))).toEqual([
    { out: [3], level: [2, 3] },
    { out: [], level: [] },
  ])
})

/** All who could win, were one goes out at a time, and every tie for that broken in every way. */
function possibleWinners(standing: number[], papers: number[][]): Set<number> {
  const piles = new Map(standing.map((one) => [one, 0]))
  for (const paper of papers) {
    const first = paper.find((one) => piles.has(one))
    if (first !== undefined) piles.set(first, piles.get(first)! + 1)
  }
  if (standing.length === 1) return new Set(standing)
  const fewest = Math.min(...piles.values())
  return new Set(
    standing
      .filter((one) => piles.get(one) === fewest)
      .flatMap((gone) => [
        ...possibleWinners(
          standing.filter((one) => one !== gone),
          papers,
        ),
      ]),
  )
}

test('who wins would win by some way of breaking the ties', () => {
  fc.assert(
    fc.property(election, ({ candidates, ballots }) => {
      const { winners } = runOff(candidates, ballots)
      const possible = possibleWinners(candidates, papersOf(ballots))
      for (const winner of winners) expect(possible).toContain(winner)
    }),
    { numRuns: 1000 },
  )
})
