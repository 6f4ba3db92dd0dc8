import { folded, visible } from '../model/words.ts'
import { cut, longestName } from '../settings/free-names.ts'

export { freeName, keyOf, newNaming } from '../settings/free-names.ts'

/** What a feed is called where nobody says otherwise: its title on one line, else its host. */
export function nameFor(title: string, url: string): string {
  const line = oneLine(title)
  return cut(folded(line) === '' ? (URL.parse(url)?.host.replace(/^www\./, '') ?? url) : line, longestName)
}

/** Folders within folders as one name; null where they have none. */
export function folderNamed(path: string[]): string | null {
  const names = path.map(oneLine).filter((name) => folded(name) !== '')
  return names.length > 0 ? cut(names.join(' / '), longestName) : null
}

const oneLine = (text: string) =>
  visible(text)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
