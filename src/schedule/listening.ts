import { wakeAt } from './waking.ts'

/** Looks every ten minutes, and at the start, whether the channels that Vigie listens to still tell their members. */
export function newListening(look: () => Promise<void>) {
  let waking: ReturnType<typeof wakeAt> | undefined
  return {
    async start() {
      waking = wakeAt('*/10 * * * *', look)
      await look()
    },
    async stop() {
      await waking?.stop()
    },
  }
}
