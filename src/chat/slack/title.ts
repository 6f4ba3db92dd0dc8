import type { HeaderBlock, RichTextBlock } from '@slack/types'
import { webAddress } from '../../texts/marked.ts'
import type { Message } from '../message.ts'
import { oneLine } from '../shorten.ts'
import { most, share } from './limits.ts'
import { moodSign } from './mood.ts'
import { plainLine } from './plain.ts'
import { link, newPen, richText, section, words } from './rich.ts'
import { block, escapedLength, type Room } from './room.ts'

/** A title in large letters, or in bold where it leads somewhere or is too long for that. */
export function titleBlock({ title, url, mood }: Message, room: Room): (HeaderBlock | RichTextBlock)[] {
  const text = oneLine(title ?? '')
  if (text === '' || !block(room)) return []
  const sign = mood ? `${moodSign[mood]} ` : ''
  if (!webAddress(url ?? '') && escapedLength(sign + text) <= most.header) {
    const header = plainLine(room, sign + text, most.header)
    return header ? [{ type: 'header', text: header }] : []
  }
  const pen = newPen(room, share.title)
  return richText(section([...words(pen, sign), ...link(pen, text, url, { bold: true })]))
}
