import { type Marked, webAddress } from '../texts/marked.ts'

/** How a post is shown: at its address or, where it has none, by the words that it begins with. `instead` stands in its place. */
export type Shown = {
  url: string | null
  begins: string
  instead: { title: string; words: string; text: Marked }
}

/** A message or a report, as it is kept, in which nothing of a post is left; the same one where it does not show it. */
export function withoutPost<Kept>(kept: Kept, shown: Shown): Kept {
  return taken(kept, shown) as Kept
}

function taken(kept: unknown, shown: Shown): unknown {
  if (typeof kept === 'string') return withoutLink(kept, shown)
  if (Array.isArray(kept)) return kept.map((one) => taken(one, shown))
  if (typeof kept !== 'object' || kept === null) return kept
  const fields = kept as Record<string, unknown>
  if (!isOf(fields, shown))
    return Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, taken(one, shown)]))
  const { title, words, text } = shown.instead
  // An item of a message has a title, a line or a cell of a report only a text.
  if (!('title' in fields)) return { ...('nth' in fields ? { nth: fields.nth } : {}), text: words, url: null }
  const { mood, buttons } = fields
  return { title, quote: words, text, ...(mood ? { mood } : {}), ...(buttons ? { buttons } : {}) }
}

function isOf({ url, quote, title }: Record<string, unknown>, shown: Shown): boolean {
  if (shown.url !== null) return url === shown.url
  return [quote, title].some((one) => typeof one === 'string' && one.includes(shown.begins))
}

/** A link by whatever name to where it stood. */
function withoutLink(text: string, { url, instead }: Shown): string {
  const address = url === null ? null : webAddress(url)
  if (address === null || !text.includes(`](${address})`)) return text
  const at = address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.replace(new RegExp(`\\[(?:\\\\.|[^\\]\\\\])*\\]\\(${at}\\)`, 'gu'), () => instead.words)
}
