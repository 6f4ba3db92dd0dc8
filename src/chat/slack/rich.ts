import type { RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types'
import type { Node } from '../../texts/marked.ts'
import { clean, shorten } from '../shorten.ts'
import { webAddressOf } from './address.ts'
import { overhead } from './limits.ts'
import { escapedLength, type Room } from './room.ts'

/**
 * Words as `rich_text`: what others wrote stands there as data, so that nothing in it can become bold, a mention, an
 * address or an emoji, and needs no escaping; links with an `&` work on every phone, which those of mrkdwn do not.
 */
export type Pen = { room: Room; left: number; full: boolean }

/** Writes at most `limit` letters of what is left of a message. */
export const newPen = (room: Room, limit: number): Pen => ({
  room,
  left: Math.min(limit, room.letters),
  full: false,
})

export type Style = { bold?: true; italic?: true; code?: true }

/** A text from anywhere, in one piece; none where there is no room or nothing to say. */
export function words(pen: Pen, text: string, style: Style = {}): RichTextElement[] {
  const said = take(pen, clean(text))
  return said === '' ? [] : [{ type: 'text', text: said, ...styled(style) }]
}

/** A link to an outside address; just the words where a browser should not open it. */
export function link(pen: Pen, text: string, url: string | undefined, style: Style = {}): RichTextElement[] {
  const address = webAddressOf(url, pen.room)
  if (address === null) return words(pen, text, style)
  const said = take(pen, clean(text).trim() === '' ? address : clean(text))
  if (said === '') return []
  pen.room.letters -= address.length
  return [{ type: 'link', url: address, text: said, ...styled(style) }]
}

/** A tree of our small markdown: sections, and quotations where it quotes. */
export function paragraphs(pen: Pen, nodes: Node[]): RichTextBlockElement[] {
  const parts: { quote: boolean; elements: RichTextElement[] }[] = []
  for (const node of nodes) {
    const quote = node.kind === 'quote'
    const elements = quote ? inline(pen, node.nodes, {}) : inline(pen, [node], {})
    const last = parts.at(-1)
    if (last && !quote && !last.quote) last.elements.push(...elements)
    else parts.push({ quote, elements })
  }
  return parts.flatMap(({ quote, elements }) => (quote ? quotation(elements) : section(elements)))
}

export const section = (elements: RichTextElement[]): RichTextBlockElement[] =>
  some(elements, (elements) => ({ type: 'rich_text_section', elements }))

export const quotation = (elements: RichTextElement[]): RichTextBlockElement[] =>
  some(elements, (elements) => ({ type: 'rich_text_quote', elements }))

/** A block of them, none where nothing was written. */
export const richText = (elements: RichTextBlockElement[]): RichTextBlock[] =>
  elements.length === 0 ? [] : [{ type: 'rich_text', elements }]

function inline(pen: Pen, nodes: Node[], style: Style): RichTextElement[] {
  return nodes.flatMap((node): RichTextElement[] => {
    if (node.kind === 'break') return words(pen, '\n', style)
    if ('nodes' in node) return inline(pen, node.nodes, { ...style, ...styleOf(node.kind) })
    if (node.kind === 'link') return link(pen, node.text, node.url, style)
    return words(pen, node.text, node.kind === 'code' ? { ...style, code: true } : style)
  })
}

/** As much of it as there is room for; after the first "…" nothing more is written. */
function take(pen: Pen, text: string): string {
  if (text === '' || pen.full) {
    if (text.trim() !== '') pen.room.cut = true
    return ''
  }
  const room = Math.min(pen.left, pen.room.letters - overhead.piece)
  const said = shorten(text, room, escapedLength)
  pen.full = said !== text
  if (pen.full) pen.room.cut = true
  pen.left -= escapedLength(said)
  pen.room.letters -= escapedLength(said) + overhead.piece
  return said
}

const styleOf = (kind: 'bold' | 'italic' | 'quote'): Style => (kind === 'quote' ? {} : { [kind]: true })
const styled = (style: Style) => (Object.keys(style).length > 0 ? { style } : {})

/** Pieces that look alike become one; lines are not left empty at either end. */
function some<Made>(elements: RichTextElement[], make: (elements: RichTextElement[]) => Made): Made[] {
  const joined: RichTextElement[] = []
  for (const element of elements) {
    const last = joined.at(-1)
    if (element.type === 'text' && last?.type === 'text' && looks(element) === looks(last))
      joined[joined.length - 1] = { ...last, text: last.text + element.text }
    else joined.push(element)
  }
  const trimmed = trimmedEnds(joined)
  return trimmed.length === 0 ? [] : [make(trimmed)]
}

function trimmedEnds(elements: RichTextElement[]): RichTextElement[] {
  const [first, last] = [elements[0], elements.at(-1)]
  if (first?.type === 'text' && /^\n/.test(first.text)) {
    const text = first.text.replace(/^\n+/, '')
    return trimmedEnds(text === '' ? elements.slice(1) : [{ ...first, text }, ...elements.slice(1)])
  }
  if (last?.type === 'text' && /\n$/.test(last.text)) {
    const text = last.text.replace(/\n+$/, '')
    return trimmedEnds(text === '' ? elements.slice(0, -1) : [...elements.slice(0, -1), { ...last, text }])
  }
  return elements
}

const looks = ({ style = {} }: RichTextElement) => JSON.stringify(style)
