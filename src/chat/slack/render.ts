import type { KnownBlock, MessageAttachment, MessageMetadata } from '@slack/types'
import { nodesOf, plain } from '../../texts/marked.ts'
import type { Say } from '../../texts/texts.ts'
import type { Attached, Button, Message } from '../message.ts'
import { actionRows } from './actions.ts'
import { amply, fieldBlocks, noteBlocks } from './facts.ts'
import { fallbackOf } from './fallback.ts'
import { itemBlocks } from './items.ts'
import { share } from './limits.ts'
import { type Known, menus } from './menus.ts'
import { moodColour, moodLine } from './mood.ts'
import { type Packed, packedId } from './packing.ts'
import { newPen, paragraphs, richText } from './rich.ts'
import { block, newRoom, type Room } from './room.ts'
import { titleBlock } from './title.ts'

/** What chat.postMessage, chat.update and chat.postEphemeral take; `files` go up by themselves. */
export type SlackMessage = {
  text: string
  blocks: KnownBlock[]
  /** Also where there are none: an edit keeps those it is not told of. */
  attachments: MessageAttachment[]
  metadata: MessageMetadata
  mrkdwn: false
  unfurl_links: false
  unfurl_media: false
  files: Attached[]
  /** Something found no room: it can be read whole, if `whole` names where. */
  cut: boolean
}

/** `delivery` travels along, `whole` is the key of the whole message for its button. */
export type More = Known & { delivery?: string | undefined; whole?: string | undefined }

/**
 * Renders a message; `say` is the voice of the language that the message speaks. Never throws.
 *
 * What matters stands in the message's own blocks; the colour of its mood has to be an attachment, which Slack may
 * fold away, and which takes no rich text for certain: so it holds what is known of the mention, in few words.
 */
export function renderSlack(message: Message, say: Say, more: More = {}): SlackMessage {
  const { mood, text, fields, items, note, buttons, selects, about, team, files = [] } = message
  const on: Packed = { delivery: more.delivery, about, team }
  const room = newRoom()
  // The order in which room is given: what is left over goes to the list.
  const title = titleBlock(message, room)
  const whole =
    more.whole === undefined ? [] : actionRows([wholeButton(more.whole, say)], {}, room, share.buttons)
  const rows = actionRows(buttons, on, room)
  const choices = menus(selects, on, room, say, more)
  const moodWords = moodLine(mood, room, say)
  const small = noteBlocks(note, room)
  const facts = fieldBlocks(fields, room)
  const body = textBlock(text, room)
  const list = itemBlocks(items, on, room, say)

  const beside = moodWords.length > 0 ? [...facts, ...small].filter(({ type }) => type !== 'rich_text') : []
  const shown = (one: KnownBlock) => !(beside as KnownBlock[]).includes(one)
  const blocks = [
    ...title,
    ...body,
    ...facts.filter(shown),
    ...list,
    ...small.filter(shown),
    ...choices,
    ...rows,
    ...whole,
  ]
  return {
    text: fallbackOf(message, say),
    blocks: named(blocks.length > 0 ? blocks : nothing(), on),
    attachments: mood && moodWords.length > 0 ? [bar(mood, [...moodWords, ...beside], say)] : [],
    metadata: { event_type: 'vigie_message', event_payload: payloadOf(on) },
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    files,
    cut: room.cut,
  }
}

function textBlock(text: Message['text'], room: Room): KnownBlock[] {
  if (!text || !block(room)) return []
  return richText(paragraphs(newPen(room, share.text), amply(text, share.text, room)))
}

const wholeButton = (key: string, say: Say): Button => ({
  action: 'whole.read',
  label: say.plain('whole.read'),
  value: key,
})

const bar = (mood: NonNullable<Message['mood']>, blocks: KnownBlock[], say: Say): MessageAttachment => ({
  color: moodColour[mood],
  // Without it, notifications would say that there is no preview.
  fallback: say.plain(`slack.mood-${mood}`),
  blocks,
})

/** The first block says what the message is about, and which delivery it is: wherever it is met again. */
function named([first, ...others]: KnownBlock[], on: Packed): KnownBlock[] {
  const block_id = packedId(on)
  return block_id === null || !first || first.block_id
    ? [first!, ...others]
    : [{ ...first, block_id }, ...others]
}

const payloadOf = (on: Packed): Record<string, string> =>
  Object.fromEntries(Object.entries(on).filter((entry): entry is [string, string] => entry[1] !== undefined))

const nothing = () => richText(paragraphs(newPen(newRoom(), share.title), nodesOf(plain('…'))))
