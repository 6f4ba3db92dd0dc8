import type { RichTextDate } from '@slack/types'
import type { Instant } from '../../model/post.ts'
import { overhead } from './limits.ts'
import type { Room } from './room.ts'

/** A moment as Slack shows it: by the reader's clock and in their language; where it cannot, in universal time. */
export function timeIn(at: Instant, room: Room): RichTextDate[] {
  const fallback = inWords(at)
  const cost = overhead.piece + format.length + fallback.length
  if (fallback === '') return []
  if (room.letters < cost) {
    room.cut = true
    return []
  }
  room.letters -= cost
  return [{ type: 'date', timestamp: Math.floor(at / 1000), format, fallback }]
}

/** `2026-11-21 13:30 UTC`; empty for what is no moment of our age. */
export const inWords = (at: Instant): string =>
  at >= 1000 && at < latest ? `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC` : ''

const latest = Date.UTC(2100, 0, 1)

const format = '{date_short_pretty}, {time}'
