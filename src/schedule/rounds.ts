import type { Logger } from 'pino'

/**
 * Looks again and again, one look after the other, each `pause()` ms after the one before ended. What breaks is logged
 * as `trouble`, and the next look comes all the same. `start` waits for the first look, `begin` for none.
 */
export function newRounds({
  look,
  pause,
  trouble,
  log,
}: {
  look(): Promise<void>
  pause(): number
  trouble: string
  log: Logger
}) {
  let running = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()

  const lookSoon = () => (round = round.then(look).catch((err) => log.error({ err }, trouble)))

  function sleep() {
    if (!running) return
    timer = setTimeout(() => void lookSoon().finally(sleep), pause())
    timer.unref()
  }

  function begin() {
    running = true
    sleep()
  }

  return {
    look: lookSoon,
    begin,
    async start() {
      running = true
      await lookSoon()
      sleep()
    },
    async stop() {
      running = false
      clearTimeout(timer)
      await round
    },
  }
}
