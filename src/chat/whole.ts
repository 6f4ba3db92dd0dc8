import { day } from '../model/time.ts'
import { newId } from '../store/id.ts'
import type { Memory } from '../store/memory.ts'
import { type Marked, nodesOf, plain, textOf, together } from '../texts/marked.ts'
import type { Field, Item, Message } from './message.ts'

/**
 * Keeps a message that a chat had to shorten, for a month, so that it can be read page by page; gives the key under
 * which its button finds it. `key` is that of a delivery, where it is one.
 */
export async function keepWhole(memory: Memory, message: Message, key: string = newId()): Promise<string> {
  await memory.set(memoryKey(key), message, 30 * day)
  return key
}

/** A message that was kept, or undefined when it is forgotten. */
export const wholeOf = (memory: Memory, key: string) => memory.get<Message>(memoryKey(key))

const memoryKey = (key: string) => `whole:${key}`

/** All that a message says on pages that fit every chat; buttons stay where they were. */
export function pagesOfWhole({ title, url, mood, text, fields = [], items = [], note }: Message): Message[] {
  const pieces: Piece[] = [
    ...linesOf(text).map((line): Piece => ({ text: line })),
    ...fields.flatMap(({ name, value }) =>
      partsOf(value).map((value): Piece => ({ field: { name: name.slice(0, 80), value } })),
    ),
    ...items.flatMap(itemPieces).map((item): Piece => ({ item })),
    ...linesOf(note).map((line): Piece => ({ text: line })),
  ]
  const pages: Piece[][] = []
  let room = 0
  for (const piece of pieces) {
    const size = sizeOf(piece)
    if (size > room || pages.length === 0 || pages.at(-1)!.length >= mostPieces) {
      pages.push([])
      room = pageSize
    }
    pages.at(-1)!.push(piece)
    room -= size
  }
  const head = { ...(title ? { title } : {}), ...(url ? { url } : {}), ...(mood ? { mood } : {}) }
  return (pages.length > 0 ? pages : [[]]).map((page) => ({ ...head, ...shown(page) }))
}

type Piece = { text: Marked } | { field: Field } | { item: Item }

const shown = (page: Piece[]): Message => ({
  text: together(page.flatMap((piece) => ('text' in piece ? [piece.text] : []))),
  fields: page.flatMap((piece) => ('field' in piece ? [piece.field] : [])),
  items: page.flatMap((piece) => ('item' in piece ? [piece.item] : [])),
})

/** The lines of a text, none longer than a chat takes: a longer one loses its markup, not its words. */
const linesOf = (text: Marked | undefined): Marked[] =>
  text ? text.split('\n').flatMap((line) => partsOf(line as Marked)) : []

const partsOf = (text: Marked): Marked[] => {
  const words = textOf(nodesOf(text))
  return words.length <= longest ? [text] : cutUp(words).map(plain)
}

/** An item whose quotation is long stands on several pages, with its title on each. */
function itemPieces({ title, quote = '', text, url, mood, at }: Item): Item[] {
  const head: Item = {
    title: title.slice(0, 250),
    ...(url ? { url } : {}),
    ...(mood ? { mood } : {}),
    ...(at === undefined ? {} : { at }),
  }
  const rest = title.length > 250 ? [{ quote: title }] : []
  const quotes = quote === '' ? [] : cutUp(quote).map((quote) => ({ quote }))
  const texts = linesOf(text).length > 0 && text ? partsOf(text).map((text) => ({ text })) : []
  const all: Partial<Item>[] = [...rest, ...quotes, ...texts]
  return all.length === 0 ? [head] : all.map((part) => ({ ...head, ...part }))
}

const sizeOf = (piece: Piece): number => {
  if ('text' in piece) return piece.text.length + 1
  if ('field' in piece) return piece.field.name.length + piece.field.value.length
  const { title, quote = '', text = '' } = piece.item
  return title.length + quote.length + text.length + 20
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** A long text in parts, each at most `longest` letters, divided between words where there are any. */
function cutUp(text: string): string[] {
  const parts: string[] = []
  let left = text
  while (left.length > longest) {
    const blank = left.slice(0, longest).search(/\s+\S*$/u)
    const letter = graphemes.segment(left).containing(longest)?.index || longest
    const end = blank > longest / 2 ? blank : letter
    parts.push(left.slice(0, end))
    left = left.slice(end).replace(/^\s+/u, '')
  }
  return [...parts, left]
}

/** Letters: Discord takes 1,024 in a field, and escapes may double what is said. */
const longest = 500
/** Of all that stands on a page, and pieces. */
const pageSize = 2000
const mostPieces = 8
