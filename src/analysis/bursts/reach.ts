/** What steps usually reach: how many, the people and their squares summed, and the mentions; forgotten bit by bit. */
export type UsualReach = { steps: number; people: number; squares: number; mentions: number }

export const newReach = (): UsualReach => ({ steps: 0, people: 0, squares: 0, mentions: 0 })

/**
 * Reach as a count that varies as counts do, so that it can be watched like one: in units of its variance over its
 * mean (a sum of unlike voices varies far more than their number). One voice of a million counts as no more than
 * twenty usual ones: it is told by a rule, a burst takes several. Learns from what it is given, step by step.
 */
export function inUsualReach(usual: UsualReach, people: number, mentions: number): number {
  const each = usual.mentions > 0 ? usual.people / usual.mentions : people / Math.max(1, mentions)
  const capped = Math.min(people, most * each * mentions)
  usual.steps = usual.steps * kept + 1
  usual.people = usual.people * kept + capped
  usual.squares = usual.squares * kept + capped ** 2
  usual.mentions = usual.mentions * kept + mentions
  if (usual.people <= 0) return 0
  const mean = usual.people / usual.steps
  const unit = Math.max(lean * each, usual.squares / usual.steps / mean - mean)
  return unit > 0 ? capped / unit : 0
}

const most = 20
/** The unit is at least so many usual voices: while few are known their variance is not. */
const lean = 3
const kept = 0.9999
