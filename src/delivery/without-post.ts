import { type Marked, plain, webAddress } from '../texts/marked.ts'

/**
 * How a post is shown: at its address or, where it has none, by the words that it begins with (as they stand in plain and
 * in marked text, longest first). `instead` stands in its place.
 */
export type Shown = {
  url: string | null
  begins: string[]
  instead: { title: string; words: string; text: Marked }
}

/** The words that tell a post from others, in all that it was ever titled or said; too short ones would find others as well. */
export function beginsOf(said: (string | null)[]): string[] {
  const begins = said.flatMap((one) => {
    const words = (one ?? '').replace(/\s+/gu, ' ').trim().slice(0, beginning).toWellFormed().trimEnd()
    return words.length < telling ? [] : [words, plain(words)]
  })
  return [...new Set(begins)]
}

/** Pages and papers that lie beside a message are not written anew: none goes out, or stays, that may show it. Charts and numbers do not. */
export function withoutPages<Kept extends { files?: { type: string }[] }>(message: Kept): Kept {
  const { files } = message
  return files ? { ...message, files: files.filter(({ type }) => !pages.has(type)) } : message
}

/** A message or a report, as it is kept, in which nothing of a post is left; the same one where it does not show it. */
export function withoutPost<Kept>(kept: Kept, shown: Shown): Kept {
  return taken(kept, shown) as Kept
}

function taken(kept: unknown, shown: Shown): unknown {
  if (typeof kept === 'string') return withoutWords(withoutLink(kept, shown), shown)
  if (Array.isArray(kept)) return kept.map((one) => taken(one, shown))
  if (typeof kept !== 'object' || kept === null) return kept
  const fields = kept as Record<string, unknown>
  if (!isOf(fields, shown)) {
    // Another post that says the same stays where it is.
    const its = isAnother(fields, shown) ? { ...shown, begins: [] } : shown
    return Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, taken(one, its)]))
  }
  const { title, words, text } = shown.instead
  // An item of a message has a title, a line or a cell of a report only a text.
  if (!('title' in fields)) return { ...('nth' in fields ? { nth: fields.nth } : {}), text: words, url: null }
  const { mood, buttons } = fields
  return { title, quote: words, text, ...(mood ? { mood } : {}), ...(buttons ? { buttons } : {}) }
}

function isOf(fields: Record<string, unknown>, shown: Shown): boolean {
  const { url, begins } = shown
  if (url !== null && fields.url === url) return true
  if (isAnother(fields, shown)) return false
  return [fields.quote, fields.title].some((one) => typeof one === 'string' && holdsAny(one, begins))
}

const isAnother = (fields: Record<string, unknown>, { url }: Shown) =>
  typeof fields.url === 'string' && fields.url !== url

/** A sentence about it: its line goes. */
const withoutWords = (text: string, { begins, instead }: Shown): string =>
  holdsAny(text, begins)
    ? text
        .split('\n')
        .map((line) => (holdsAny(line, begins) ? instead.words : line))
        .join('\n')
    : text

const holdsAny = (text: string, begins: string[]) => {
  const line = text.replace(/\s+/gu, ' ')
  return begins.some((one) => line.includes(one))
}

/** A link by whatever name to where it stood. */
function withoutLink(text: string, { url, instead }: Shown): string {
  const address = url === null ? null : webAddress(url)
  if (address === null || !text.includes(`](${address})`)) return text
  const at = address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.replace(new RegExp(`\\[(?:\\\\.|[^\\]\\\\])*\\]\\(${at}\\)`, 'gu'), () => instead.words)
}

/** Characters: where a title is cut, and fewer than tell one post from another. */
const beginning = 40
const telling = 12
const pages = new Set(['text/html', 'application/pdf'])
