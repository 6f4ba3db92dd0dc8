import { nameKey } from './repeats.ts'

/** How names of sources are compared. */
export const keyOf = (name: string) => nameKey(name) ?? name

/** The same name or, where its key is taken, the next one with a number. */
export const freeName = (name: string, taken: ReadonlySet<string>): string => newNaming(taken)(name)

/** Gives names that nobody has, neither those who have one already nor those who came before. */
export function newNaming(taken: ReadonlySet<string>) {
  const names = new Set(taken)
  const given = new Map<string, number>()
  return (name: string): string => {
    const wanted = keyOf(name)
    for (let nth = (given.get(wanted) ?? 0) + 1; ; nth++) {
      const tried = nth === 1 ? name : `${cut(name, longestName - 6)} ${nth}`
      if (names.has(keyOf(tried))) continue
      given.set(wanted, nth)
      names.add(keyOf(tried))
      return tried
    }
  }
}

/** As `readName` takes it. */
export const longestName = 80

/** A name that is no longer than so many letters. */
export function cut(name: string, most: number): string {
  const letters = [...name]
  return letters.length <= most
    ? name
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
