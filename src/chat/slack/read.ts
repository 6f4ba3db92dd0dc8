import type { BlockAction, BlockElementAction, SlashCommand, ViewSubmitAction } from '@slack/bolt'
import { accountKey } from '../../model/person.ts'
import type { Instant } from '../../model/post.ts'
import type { Heard } from '../chat.ts'
import { emojiNamed } from './emoji.ts'
import { accountOf, type Here, happenedHere } from './here.ts'
import { valueId } from './modal.ts'
import { actionOf, unpack, unpackChoice } from './packing.ts'
import { aboutOf, type SlackSaid } from './said.ts'
import { spoken } from './spoken.ts'

/** A slash command, with its text as it was typed. */
export function readCommand(payload: SlashCommand, here: Here, at: Instant): Heard {
  const { user_id: user, user_name: name, channel_id: channel, channel_name: room } = payload
  return {
    ...happenedHere({ user, name, channel, room }, here, at),
    kind: 'command',
    command: payload.command.replace(/^\//, ''),
    text: spoken(payload.text ?? '', here.names),
  }
}

/** What is said to Vigie in private, or with her name before it: a command without its slash. Null when it is none. */
export function readTold(
  event: {
    user?: string
    user_team?: string
    text?: string
    channel: string
    bot_id?: string
    subtype?: string
  },
  here: Here,
  at: Instant,
): Heard | null {
  const { user, user_team: team, text = '', channel } = event
  // What bots say, and Vigie first of all, is no question to her.
  if (!user || event.bot_id || user === here.bot || (event.subtype && event.subtype !== 'file_share'))
    return null
  const line = spoken(text.replaceAll(new RegExp(`<@${here.bot}(?:\\|[^>]*)?>`, 'g'), ' '), here.names)
  return {
    ...happenedHere({ user, team, channel }, here, at),
    kind: 'command',
    command: 'vigie',
    text: line.trim(),
  }
}

/** A button that was pressed, or a menu that was chosen from; null for anything else. */
export function readPress(payload: BlockAction, here: Here, at: Instant): Heard | null {
  const [action] = payload.actions
  const channel = payload.channel?.id ?? payload.container?.channel_id
  const said = action && chosenIn(action, here)
  if (!action || said === null || said === undefined) return null
  const { about, team, value } = 'value' in said ? said : { ...unpack(action.block_id), value: said.chosen }
  const { id: user, name, username, team_id } = payload.user
  const who = { user, name: name ?? username, team: team_id }
  return {
    ...happenedHere({ ...who, channel, room: payload.channel?.name }, here, at),
    kind: 'button',
    action: actionOf(action.action_id),
    ...(value ? { value } : {}),
    ...(about ? { about } : {}),
    ...(team ? { team } : {}),
  }
}

type Chosen = ReturnType<typeof unpack> & { value: string | undefined }

/** A button's own value, or what was chosen: several are divided by commas, as our own names for them. */
function chosenIn(action: BlockElementAction, here: Here): Chosen | { chosen: string } | null {
  const channels = (ids: string[]) => ({ chosen: ids.map((id) => here.names.channel(id) ?? id).join(',') })
  const people = (ids: string[]) => ({ chosen: ids.map((id) => accountKey(accountOf(id, here))).join(',') })
  const options = (all: { value?: string }[]) => ({
    chosen: all.map(({ value }) => unpackChoice(value ?? '')).join(','),
  })
  switch (action.type) {
    case 'button': {
      const packed = unpack(action.value)
      return { ...packed, value: packed.value }
    }
    case 'static_select':
      return options([action.selected_option ?? []].flat())
    case 'multi_static_select':
      return options(action.selected_options)
    case 'conversations_select':
      return channels([action.selected_conversation ?? []].flat())
    case 'multi_conversations_select':
      return channels(action.selected_conversations)
    case 'channels_select':
      return channels([action.selected_channel ?? []].flat())
    case 'multi_channels_select':
      return channels(action.selected_channels)
    case 'users_select':
      return people([action.selected_user ?? []].flat())
    case 'multi_users_select':
      return people(action.selected_users)
    default:
      return null
  }
}

/** The answers of a window by the names of its inputs, and what it was given along. */
export function readForm({ view }: ViewSubmitAction): { along: string; values: Record<string, string> } {
  const inputs = Object.entries(view.state.values)
  const values = inputs.map(([name, block]): [string, string] => {
    const filled = block[valueId]
    const chosen = filled?.selected_option?.value
    return [name, chosen === undefined ? (filled?.value ?? '') : unpackChoice(chosen)]
  })
  return { along: view.private_metadata, values: Object.fromEntries(values) }
}

/**
 * A reaction to what Vigie said, which `on` is, given or taken back; null for one to somebody else's words, for Vigie's own, and where we
 * know no such emoji.
 */
export function readReaction(
  event: { type?: string; user: string; reaction: string; item: { channel?: string }; item_user?: string },
  on: SlackSaid | null,
  here: Here,
  at: Instant,
): Heard | null {
  const emoji = emojiNamed(event.reaction)
  if (emoji === null || event.user === here.bot || (event.item_user ?? here.bot) !== here.bot) return null
  const { about, team } = on ? aboutOf(on, here) : {}
  return {
    ...happenedHere({ user: event.user, channel: event.item.channel }, here, at),
    kind: 'reaction',
    emoji,
    ...(event.type === 'reaction_removed' ? { takenBack: true } : {}),
    ...(about ? { about } : {}),
    ...(team ? { team } : {}),
  }
}
