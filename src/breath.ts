/**
 * Lets the thread answer people in between: `await breathe()` goes on at once, or waits for its turn when whoever
 * works in the background has held the thread for 10 ms. However many feeds arrive together, between two of their
 * turns everything else that is ready gets its own.
 */
export const breathe = (): Promise<void> | undefined =>
  performance.now() - began < longestTurn ? undefined : turn()

/** One turn of the event loop each, in the order of asking. */
const turn = () =>
  new Promise<void>((go) => {
    if (waiting.push(go) === 1) setImmediate(next)
  })

function next() {
  began = performance.now()
  waiting.shift()!()
  if (waiting.length > 0) setImmediate(next)
}

const waiting: (() => void)[] = []
/** When the turn began that somebody works in now. */
let began = Number.NEGATIVE_INFINITY
const longestTurn = 10

/** How much is worked on between two breaths, in characters or bytes: well under 10 ms each. */
export const slice = 64 * 1024
