import type { KnownBlock, RichTextBlockElement, RichTextElement } from '@slack/types'
import type { Say } from '../../texts/texts.ts'
import type { Item } from '../message.ts'
import { clean, oneLine } from '../shorten.ts'
import { actionRows } from './actions.ts'
import { amply } from './facts.ts'
import { overhead, share } from './limits.ts'
import { moodSign } from './mood.ts'
import type { Packed } from './packing.ts'
import { link, newPen, paragraphs, quotation, richText, section, words } from './rich.ts'
import { block, type Room } from './room.ts'
import { timeIn } from './time.ts'

/** One block for each, with a row of buttons where it has some; at the end how many found no room. */
export function itemBlocks(items: Item[] | undefined, on: Packed, room: Room, say: Say): KnownBlock[] {
  const all = items ?? []
  const blocks: KnownBlock[] = []
  let shown = 0
  let nth = share.buttons + 1
  for (const item of all) {
    const needs = item.buttons?.length ? 2 : 1
    // The last line needs room, too.
    const spare = shown === all.length - 1 ? 0 : 1
    if (room.blocks < needs + spare || room.letters < (needs + spare + 1) * overhead.block + 50) break
    blocks.push(...itemBlock(item, room, say), ...actionRows(item.buttons, on, room, nth))
    nth += item.buttons?.length ?? 0
    shown++
  }
  return shown < all.length ? [...blocks, ...moreLine(all.length - shown, room, say)] : blocks
}

function itemBlock({ title, url, quote, text, mood, at }: Item, room: Room, say: Say): KnownBlock[] {
  block(room)
  const head = newPen(room, share.itemTitle)
  const headline = [
    ...(mood ? words(head, `${moodSign[mood]} `) : []),
    ...link(head, oneLine(title), url, { bold: true }),
  ]
  const when = byline(mood, at, room, say)
  const quoted = words(
    newPen(room, share.quote),
    clean(quote ?? '')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  )
  const more = text ? paragraphs(newPen(room, share.itemText), amply(text, share.itemText, room)) : []
  return richText([
    ...section(headline),
    ...(isLine(more) ? [] : section(when)),
    ...quotation(quoted),
    ...(isLine(more) ? section(joined(more[0]!.elements as RichTextElement[], when)) : more),
  ])
}

/** Who wrote it where, when, with which mood: in one line if it is one. */
const isLine = (parts: RichTextBlockElement[]) =>
  parts.length === 1 &&
  parts[0]!.type === 'rich_text_section' &&
  !parts[0]!.elements.some((piece) => piece.type === 'text' && piece.text.includes('\n'))

const joined = (one: RichTextElement[], other: RichTextElement[]): RichTextElement[] =>
  one.length > 0 && other.length > 0 ? [...one, { type: 'text', text: ' · ' }, ...other] : [...one, ...other]

/** The mood in a word, for those who cannot tell the colours apart, and when it was said, by the reader's own clock. */
function byline(mood: Item['mood'], at: Item['at'], room: Room, say: Say): RichTextElement[] {
  const time = at === undefined ? [] : timeIn(at, room)
  const pen = newPen(room, share.itemTitle)
  const word = mood ? words(pen, say.plain(`slack.mood-${mood}`)) : []
  return joined(word, time)
}

function moreLine(count: number, room: Room, say: Say): KnownBlock[] {
  room.cut = true
  if (!block(room)) return []
  const pen = newPen(room, share.title)
  return richText(section(words(pen, say.plain('slack.more', { count }))))
}
