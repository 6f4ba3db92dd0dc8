import { readable } from '../../analysis/readable.ts'
import { breathe } from '../../breath.ts'
import type { Language } from '../../model/mood.ts'
import { speakerOf, type Told } from '../../model/told.ts'

/** A story as one text, whoever copied it: what thirty places print is one thing that is said. Newest first. */
export type Document = { words: string; language: Language | null; copies: Told[] }

/** The stories among mentions, each with its longest text; those whose texts are forgotten are left out. */
export async function documentsOf(all: Told[]): Promise<Document[]> {
  const stories = Map.groupBy(
    all.filter(({ title, text }) => title !== null || text !== null),
    ({ story }) => story,
  )
  const documents: Document[] = []
  for (const copies of stories.values()) {
    const longest = copies.reduce((best, one) => (lengthOf(one) > lengthOf(best) ? one : best))
    documents.push({ words: wordsOf(longest), language: longest.language, copies })
    await breathe()
  }
  return documents
}

/** How many mentions, and how many who speak, stand behind documents. */
export function voicesOf(documents: Document[]): { mentions: Told[]; speakers: number } {
  const mentions = documents.flatMap(({ copies }) => copies)
  return { mentions, speakers: new Set(mentions.map(speakerOf)).size }
}

const lengthOf = ({ title, text }: Told) => (title ?? '').length + (text ?? '').length

/** What is said, without addresses, handles and what every feed says below; hashtags parted where capitals part them. */
function wordsOf({ title, text }: Told): string {
  const [head, body] = [title ?? '', text ?? '']
  let said = readable(body.startsWith(head) ? body : `${head} . ${body}`)
  if (maybeBelow.test(said)) said = said.replace(below, ' . ')
  if (said.includes('@')) said = said.replace(handles, ' . ')
  return said.includes('#') ? said.replace(/#[\p{L}\p{N}_]+/gu, parted) : said
}

const parted = (tag: string) =>
  `#${tag
    .slice(1)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll('_', ' ')}`
const handles = /[\p{L}\p{N}._%+-]{0,64}@[\p{L}\p{N}._@-]+/gu
const maybeBelow = /appeared|apparu|read more|la suite|continue reading/iu
const below =
  /(?:(?:L['’]article|The post|Cet article)\s.{0,200}?(?:est apparu en premier sur|appeared first on|first appeared on)[^\n]{0,100}|Read more|Lire la suite|Continue reading)/gu
