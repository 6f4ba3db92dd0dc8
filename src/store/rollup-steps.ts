/**
 * How long a mention took to be noticed, in steps of 9 % (eight of them double it), so that a median can be told
 * from counts: it is right within 5 %.
 */
export const stepOf = (delay: number): number => Math.round(8 * Math.log2(Math.max(delay, 0) / 1000 + 1))

/** The delay (ms) in the middle of a step. */
export const delayOf = (step: number): number => Math.round((2 ** (step / 8) - 1) * 1000)
