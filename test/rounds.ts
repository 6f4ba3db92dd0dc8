import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Set where there is time: random tests then take all their rounds. */
    thorough?: boolean
  }
}

/** How often a random test is played: `usual` times in `npm test`, `thorough` times with the soaks. */
export const rounds = (usual: number, thorough: number) => (inject('thorough') ? thorough : usual)
