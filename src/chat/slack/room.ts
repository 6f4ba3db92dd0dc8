import { clean, oneLine, shorten } from '../shorten.ts'
import { most, overhead } from './limits.ts'

/** What is left of a message; `cut` is true as soon as something found no room. */
export type Room = { letters: number; blocks: number; cut: boolean }

export const newRoom = (): Room => ({ letters: most.letters, blocks: most.blocks, cut: false })

/** Takes a block, and the letters it costs by itself; false where there is no room for one. */
export function block(room: Room): boolean {
  if (room.blocks < 1 || room.letters < 2 * overhead.block) {
    room.cut = true
    return false
  }
  room.blocks--
  room.letters -= overhead.block
  return true
}

/** As much of a text as finds room, at most `limit` of it; what is left out is said by "…". */
export function put(room: Room, text: string, limit: number): string {
  const whole = clean(text)
  const said = shorten(whole, Math.min(limit, room.letters), escapedLength)
  if (said !== whole) room.cut = true
  room.letters -= escapedLength(said)
  return said
}

/** The same in one line. */
export const putLine = (room: Room, text: string, limit: number) => put(room, oneLine(text), limit)

/** The only three characters that mean something to Slack whatever stands around them. */
export const escaped = (text: string) => text.replace(/[&<>]/g, (char) => entities[char]!)

export const escapedLength = (text: string) => escaped(text).length

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
