import type { MultiSelect, PlainTextOption, SectionBlock, Select as SlackSelect } from '@slack/types'
import type { Say } from '../../texts/texts.ts'
import type { Choice, Select } from '../message.ts'
import { shorten } from '../shorten.ts'
import { most, share } from './limits.ts'
import { actionId, type Packed, packChoice, packedId } from './packing.ts'
import { plainLine, plainText } from './plain.ts'
import { block, putLine, type Room } from './room.ts'

/** What the chat has to choose from, which a pure renderer cannot know: ids by channel name, and the user groups. */
export type Known = { channels?: ReadonlyMap<string, string>; groups?: Choice[] }

/** Each menu beside what it asks; multiple choice is known in a section everywhere, in a row of buttons it is not. */
export function menus(selects: Select[] | undefined, on: Packed, room: Room, say: Say, known: Known) {
  const all = selects ?? []
  if (all.length > share.selects) room.cut = true
  return all.slice(0, share.selects).flatMap((select, at) => menu(select, on, room, say, known, at))
}

function menu(select: Select, on: Packed, room: Room, say: Say, known: Known, at: number): SectionBlock[] {
  const { action, label, about = on.about } = select
  const block_id = packedId({ ...on, about }, at) ?? `menu#${at}`
  const action_id = actionId(action, at)
  if (action_id.length > most.id || !block(room)) {
    room.cut = true
    return []
  }
  const placeholder = plainText(shorten(say.plain('slack.choose'), most.placeholder))
  const accessory = elementOf(select, room, known, { action_id, placeholder })
  const text = accessory && plainLine(room, label, share.title)
  if (text) return [{ type: 'section', block_id, text, accessory }]
  room.cut = true
  return []
}

type Base = Pick<SlackSelect, 'action_id' | 'placeholder'>

function elementOf(select: Select, room: Room, known: Known, base: Base): SlackSelect | MultiSelect | null {
  const { of, chosen = [], most: many = 1 } = select
  if (of === 'channels') {
    const ids = chosen.flatMap((name) => known.channels?.get(name) ?? []).slice(0, many)
    // Without people's own conversations, which nobody has to be shown.
    const filter = { include: ['public' as const, 'private' as const], exclude_bot_users: true }
    return many > 1
      ? {
          type: 'multi_conversations_select',
          ...base,
          filter,
          ...several('initial_conversations', ids, many),
        }
      : { type: 'conversations_select', ...base, filter, ...one('initial_conversation', ids) }
  }
  if (of === 'people') {
    const ids = chosen.flatMap((account) => /\/([UW][A-Z0-9]+)$/.exec(account)?.[1] ?? []).slice(0, many)
    return many > 1
      ? { type: 'multi_users_select', ...base, ...several('initial_users', ids, many) }
      : { type: 'users_select', ...base, ...one('initial_user', ids) }
  }
  const options = optionsOf(of === 'groups' ? (known.groups ?? []) : (select.choices ?? []), room)
  if (options.length === 0) return null
  const picked = options.filter(({ value }) => chosen.map(packChoice).includes(value!)).slice(0, many)
  return many > 1
    ? { type: 'multi_static_select', ...base, options, ...several('initial_options', picked, many) }
    : { type: 'static_select', ...base, options, ...one('initial_option', picked) }
}

/** Choices as options, each value once; what does not fit is left out. */
export function optionsOf(choices: Choice[], room: Room): PlainTextOption[] {
  const options = new Map<string, PlainTextOption>()
  let left: number = share.options
  for (const { value, label } of choices) {
    const packed = packChoice(value)
    if (options.has(packed)) continue
    const fits = packed !== '' && packed.length <= most.option && options.size < most.options
    const text = fits ? putLine(room, label, Math.min(most.option, left)) : ''
    left -= text.length
    if (text.trim() === '') room.cut = true
    else options.set(packed, { text: plainText(text), value: packed })
  }
  return [...options.values()]
}

const one = (name: string, all: unknown[]) => (all.length > 0 ? { [name]: all[0] } : {})
const several = (name: string, all: unknown[], many: number) => ({
  max_selected_items: Math.min(many, most.chosen),
  ...(all.length > 0 ? { [name]: all } : {}),
})
