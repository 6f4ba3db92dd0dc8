import { Unavailable } from '../../model/oops.ts'
import type { Instant } from '../../model/post.ts'

/**
 * Asks for something and keeps the answer for a while (ms); who asks at the same time waits for the same answer. Where
 * nobody answers, the old one serves, unless it must be `fresh`: not older than so many ms.
 */
export function kept<Answer>(clock: () => Instant, length: number, ask: () => Promise<Answer>) {
  let known: { answer: Answer; at: Instant } | null = null
  let asking: Promise<Answer> | null = null
  let changes = 0

  const fetched = async () => {
    const [at, before] = [clock(), changes]
    const answer = await ask()
    known = { answer, at: before === changes ? at : longAgo }
    return answer
  }

  async function get({ fresh }: { fresh?: number } = {}): Promise<Answer> {
    if (known && clock() - known.at < (fresh ?? length)) return known.answer
    asking ??= fetched().finally(() => {
      asking = null
    })
    return asking.catch((error) => {
      if (known && fresh === undefined && error instanceof Unavailable) return known.answer
      throw error
    })
  }

  return Object.assign(get, {
    /** It changed: whoever asks next is told anew; until somebody answers, the old one still serves. */
    stale() {
      changes++
      if (known) known.at = longAgo
    },
  })
}

const longAgo = Number.NEGATIVE_INFINITY
