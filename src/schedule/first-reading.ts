import { setTimeout as pause } from 'node:timers/promises'
import type { FirstReading } from '../store/added-sources.ts'
import type { Store } from '../store/store.ts'

/**
 * Waits a little for the first reading of a source that was just added, whichever process makes it; null when it takes
 * longer than somebody likes to wait for an answer.
 */
export const newFirstReading =
  ({ addedSources }: Pick<Store, 'addedSources'>) =>
  async (team: string, key: string): Promise<FirstReading | null> => {
    for (let waited = 0; ; waited += step) {
      const reading = await addedSources.firstReading(team, key)
      if (reading || waited >= patience) return reading
      await pause(step)
    }
  }

const step = 250
const patience = 6_000
