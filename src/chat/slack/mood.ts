import type { ContextBlock } from '@slack/types'
import type { Mood } from '../../model/mood.ts'
import type { Say } from '../../texts/texts.ts'
import { plainLine } from './plain.ts'
import { block, type Room } from './room.ts'

/** Beside a headline: shape and colour tell as much as Slack lets them. */
export const moodSign: Record<Mood, string> = { negative: '🔴', neutral: '⚪', positive: '🟢' }

/** The bar beside what is known of a mention; all three are told apart by who sees no red or green. */
export const moodColour: Record<Mood, string> = {
  negative: '#c62828',
  neutral: '#9e9e9e',
  positive: '#2e9e6b',
}

/** The mood in words. */
export function moodLine(mood: Mood | undefined, room: Room, say: Say): ContextBlock[] {
  if (!mood || !block(room)) return []
  const text = plainLine(room, say.plain(`slack.mood-${mood}`), 100)
  return text ? [{ type: 'context', elements: [text] }] : []
}
