/**
 * Keeps the last few results (`most`) of something slow for a while (`length`, ms), by a name that says all that they
 * follow from. Who asks while it is worked out waits for the same; what failed is not kept.
 */
export function newKeeping<Result>({ most, length }: { most: number; length: number }) {
  const kept = new Map<string, { result: Promise<Result>; timer: NodeJS.Timeout }>()

  return {
    get(name: string, make: () => Promise<Result>): Promise<Result> {
      const known = kept.get(name)
      const result = known?.result ?? make()
      clearTimeout(known?.timer)
      const drop = () => void kept.delete(name)
      kept.delete(name)
      kept.set(name, { result, timer: setTimeout(drop, length).unref() })
      if (kept.size > most) {
        const [oldest] = kept.keys()
        clearTimeout(kept.get(oldest!)?.timer)
        kept.delete(oldest!)
      }
      return result.catch((error) => {
        drop()
        throw error
      })
    },
  }
}
