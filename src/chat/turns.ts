/** Work that has to be done in its order, where it is about the same: one after another for each key. */
export function newTurns() {
  const last = new Map<string, Promise<void>>()
  return (key: string, work: () => Promise<void>): Promise<void> => {
    const done = (last.get(key) ?? Promise.resolve()).catch(() => {}).then(work)
    last.set(key, done)
    const over = () => {
      if (last.get(key) === done) last.delete(key)
    }
    done.then(over, over)
    return done
  }
}
