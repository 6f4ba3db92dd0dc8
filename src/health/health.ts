import { atOnce, within } from './patience.ts'
import type { Pulse } from './pulse.ts'

export type Health = { ok: boolean; teams: number; deliveries?: Record<string, number>; why?: string[] }

/**
 * How Vigie is, for whoever starts it again when it is not well; answers within a few seconds whatever hangs. `wake`
 * makes the sender go round once, `polling` goes round by itself.
 */
export function newHealth({
  teams,
  counts,
  sender,
  polling,
  limit = 2_000,
}: {
  teams: number
  counts: () => Promise<Record<string, number>>
  sender: { pulse: Pulse; wake: () => void }
  polling: Pulse
  /** How long (ms) the store and the sender may take to answer. */
  limit?: number
}): () => Promise<Health> {
  const counted = atOnce(counts)

  /** It waits behind what it is doing, which takes no longer than the store does. */
  const senderGoes = atOnce(async () => {
    const beat = within(limit, sender.pulse.beat)
    sender.wake()
    return (await beat) === true
  })

  return async () => {
    const deliveries = await within(limit, counted)
    if (!deliveries) return { ok: false, teams, why: [`the store does not answer within ${limit / 1000} s`] }
    const why = [
      ...((await senderGoes()) ? [] : ['the sender has stopped: what waits is not told']),
      ...(polling.age() < longestRound ? [] : ['the polling of feeds has stopped: nothing new is heard']),
    ]
    return why.length === 0 ? { ok: true, teams, deliveries } : { ok: false, teams, deliveries, why }
  }
}

/** The polling looks once a second; after a failure of the store it rests, and a query may take half a minute. */
const longestRound = 60_000
