import { folded, visible } from '../model/words.ts'
import { nameKey } from '../settings/repeats.ts'

/** How names of sources are compared. */
export const keyOf = (name: string) => nameKey(name) ?? name

/** What a feed is called where nobody says otherwise: its title on one line, else its host. */
export function nameFor(title: string, url: string): string {
  const line = oneLine(title)
  return cut(folded(line) === '' ? (URL.parse(url)?.host.replace(/^www\./, '') ?? url) : line, longest)
}

/** The same name or, where its key is taken, the next one with a number. */
export const freeName = (name: string, taken: ReadonlySet<string>): string => newNaming(taken)(name)

/** Gives names that nobody has, neither those who have one already nor those who came before. */
export function newNaming(taken: ReadonlySet<string>) {
  const names = new Set(taken)
  const given = new Map<string, number>()
  return (name: string): string => {
    const wanted = keyOf(name)
    for (let nth = (given.get(wanted) ?? 0) + 1; ; nth++) {
      const tried = nth === 1 ? name : `${cut(name, longest - 6)} ${nth}`
      if (names.has(keyOf(tried))) continue
      given.set(wanted, nth)
      names.add(keyOf(tried))
      return tried
    }
  }
}

/** Folders within folders as one name; null where they have none. */
export function folderNamed(path: string[]): string | null {
  const names = path.map(oneLine).filter((name) => folded(name) !== '')
  return names.length > 0 ? cut(names.join(' / '), longest) : null
}

const oneLine = (text: string) =>
  visible(text)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()

/** As `readName` takes it. */
const longest = 80

function cut(name: string, most: number): string {
  const letters = [...name]
  return letters.length <= most
    ? name
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
