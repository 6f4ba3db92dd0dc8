import { nodesOf } from '../../texts/marked.ts'
import type { Say } from '../../texts/texts.ts'
import type { Message } from '../message.ts'
import { type ItemTexts, newItems, type Showing } from './items.ts'
import { most } from './limits.ts'
import { inMarkdown, isSeen, type Part, roomsOf } from './parts.ts'

/** `cards` are the items that have a place of their own. */
export type Body = { cut: boolean; description: string; cards: ItemTexts[]; shown: number }

/** A message's text and its items: in one description, but for items that are cards. */
export function bodyOf({ text, items = [] }: Message, say: Say, showing: Showing): Part<Body> {
  const words = inMarkdown(text ? nodesOf(text) : [], most.description)
  const listed = newItems(items, showing)
  const apart = words.wants > 0 && items.length > 0 ? 2 : 0
  const all = showing.as === 'card' ? most.letters : most.description
  return {
    wants: Math.min(words.wants + apart + listed.wants, all),
    write(room) {
      const rooms = roomsOf([words, listed], Math.min(room, all) - apart)
      const [said, shown] = [words.write(rooms[0]!), listed.write(rooms[1]!)]
      const more = shown.left > 0 ? [say.plain('local.more', { count: shown.left })] : []
      const cards = showing.as === 'card' ? shown.items : []
      const lines = cards.length > 0 ? [] : shown.items.map(({ title, body }) => `${title}\n${body}`.trim())
      const between = showing.as === 'only' ? '\n' : '\n\n'
      return {
        cut: said.cut || shown.cut,
        description: [said.text, ...lines, ...more].filter(isSeen).join(between),
        cards,
        shown: shown.items.length,
      }
    },
  }
}
