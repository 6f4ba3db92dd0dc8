import type { ActionsBlock, Button as SlackButton } from '@slack/types'
import type { Button } from '../message.ts'
import { most, share } from './limits.ts'
import { actionId, type Packed, pack } from './packing.ts'
import { plainLine } from './plain.ts'
import { block, type Room } from './room.ts'

/** Buttons in rows of five; `from` is the number of the first, since no two of a block share an id. */
export function actionRows(buttons: Button[] | undefined, on: Packed, room: Room, from = 0): ActionsBlock[] {
  const all = buttons ?? []
  if (all.length > share.buttons) room.cut = true
  const kept = all.slice(0, share.buttons)
  const rows: ActionsBlock[] = []
  for (let at = 0; at < kept.length; at += most.row) {
    if (!block(room)) break
    const elements = kept
      .slice(at, at + most.row)
      .flatMap((button, nth) => slackButton(button, on, room, from + at + nth))
    if (elements.length > 0) rows.push({ type: 'actions', elements })
  }
  return rows
}

function slackButton(button: Button, on: Packed, room: Room, at: number): SlackButton[] {
  const action_id = actionId(button.action, at)
  const value = pack({ about: button.about ?? on.about, team: on.team, value: button.value })
  const text = plainLine(room, button.label, most.label)
  if (!text || action_id.length > most.id || value.length > most.value) {
    room.cut = true
    return []
  }
  return [{ type: 'button', action_id, text, value, ...(button.style ? { style: button.style } : {}) }]
}
