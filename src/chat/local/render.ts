import type { Mood } from '../../model/mood.ts'
import { type Marked, type Node, nodesOf, textOf, webAddress } from '../../texts/marked.ts'
import type { Say } from '../../texts/texts.ts'
import type { Button, Item, Message, Select } from '../message.ts'
import type { Rendered, RenderedItem, RenderedMood, RenderedSelect } from '../rendered.ts'

/** The most of everything: characters (UTF-16 units) of texts, numbers of things. What is over ends in "…". */
export const most = {
  title: 200,
  text: 4000,
  fields: 25,
  fieldName: 80,
  fieldValue: 1000,
  items: 25,
  itemTitle: 300,
  quote: 600,
  itemText: 1000,
  note: 1000,
  buttons: 25,
  label: 80,
  selects: 10,
  choices: 100,
  files: 10,
  react: 20,
  emoji: 32,
  address: 2000,
} as const

/** Renders a message for the local page; `say` is the voice of the language that the message speaks. Never throws. */
export function renderLocal(message: Message, say: Say): Rendered {
  const { title, url, mood, text, fields = [], items = [], note, buttons, about } = message
  const { selects = [], files = [], react = [] } = message
  const left = items.length - most.items
  return {
    title: title === undefined ? null : line(title, most.title),
    url: address(url),
    mood: mood ? moodIn(say, mood) : null,
    text: tree(text, most.text),
    fields: fields.slice(0, most.fields).map((field) => ({
      name: line(field.name, most.fieldName),
      value: tree(field.value, most.fieldValue),
    })),
    items: items.slice(0, most.items).map((item) => itemIn(say, item)),
    more: left > 0 ? say.plain('local.more', { count: left }) : null,
    note: tree(note, most.note),
    buttons: buttonsOf(buttons),
    selects: selects.slice(0, most.selects).map(selectIn),
    files: files.slice(0, most.files).map(({ name, type, says }, nth) => ({
      nth,
      name: line(name, most.label),
      type,
      says: line(says, most.itemText),
    })),
    about: about ?? null,
    react: react.filter((emoji) => emoji.length <= most.emoji && clean(emoji) === emoji).slice(0, most.react),
  }
}

const itemIn = (say: Say, item: Item): RenderedItem => ({
  title: line(item.title, most.itemTitle),
  url: address(item.url),
  mood: item.mood ? moodIn(say, item.mood) : null,
  at: item.at ?? null,
  quote: item.quote === undefined ? null : shorten(clean(item.quote), most.quote),
  text: tree(item.text, most.itemText),
  buttons: buttonsOf(item.buttons),
})

const selectIn = ({
  action,
  label,
  about,
  choices = [],
  chosen = [],
  most: many = 1,
}: Select): RenderedSelect => ({
  action,
  label: line(label, most.label),
  ...(about === undefined ? {} : { about }),
  choices: choices
    .slice(0, most.choices)
    .map(({ value, label }) => ({ value, label: line(label, most.label) })),
  chosen,
  most: many,
})

const moodIn = (say: Say, mood: Mood): RenderedMood => ({ kind: mood, word: say.plain(`local.${mood}`) })

const buttonsOf = (buttons: Button[] = []) =>
  buttons.slice(0, most.buttons).map((button) => ({ ...button, label: line(button.label, most.label) }))

function address(url: string | undefined): string | null {
  const known = url === undefined ? null : webAddress(url)
  return known && known.length <= most.address ? known : null
}

const line = (text: string, length: number) => shorten(clean(text).replace(/\s+/g, ' '), length)

/** Marked text as a tree that says at most `length` characters. */
function tree(text: Marked | undefined, length: number): Node[] {
  if (!text) return []
  // Marks and addresses say nothing themselves, hence the ample cut before the reading.
  const ample = text.length > 10 * length ? `${text.slice(0, 10 * length)}…` : text
  const nodes = safe(nodesOf(ample as Marked))
  return textOf(nodes).length <= length
    ? nodes
    : [...within(nodes, { left: length - 1 }), { kind: 'text', text: '…' }]
}

/** Every node says at least one character, so that the limits on characters bound the nodes too. */
function safe(nodes: Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.kind === 'break') return [node]
    if ('nodes' in node) {
      const nodes = safe(node.nodes)
      return nodes.length > 0 ? [{ kind: node.kind, nodes }] : []
    }
    const text = clean(node.text)
    if (node.kind === 'link') {
      const url = address(node.url)
      return url ? [{ kind: 'link', text: text || url, url }] : text ? [{ kind: 'text', text }] : []
    }
    return text ? [{ kind: node.kind, text }] : []
  })
}

/** The nodes as far as there is room; `room.left` goes down as they are taken. */
function within(nodes: Node[], room: { left: number }): Node[] {
  const kept: Node[] = []
  for (const node of nodes) {
    if (room.left <= 0) break
    if ('nodes' in node) kept.push({ kind: node.kind, nodes: within(node.nodes, room) })
    else if (node.kind === 'break') kept.push(node)
    else kept.push({ ...node, text: cut(node.text, room.left) })
    if (!('nodes' in node)) room.left -= textOf([node]).length
  }
  return kept
}

const shorten = (text: string, length: number) =>
  text.length <= length ? text : `${cut(text, length - 1).trimEnd()}…`

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** At most `length` units of a text, without splitting what people see as one character (an emoji, é). */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const start = graphemes.segment(text.slice(0, length + 64)).containing(length)?.index ?? 0
  // A single "character" longer than that is a pile of accents: only a pair of surrogates is kept whole.
  return start > 0 ? text.slice(0, start) : text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}

/** Without control characters, and without those that turn the direction of all that follows. */
const clean = (text: string) => text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/g, '').toWellFormed()
