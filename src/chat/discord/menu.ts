import type { Choice, Select } from '../message.ts'
import { oneLine, shorten } from '../shorten.ts'
import { kind, most } from './limits.ts'
import { isSeen } from './parts.ts'

/** The ids of a server's channels by their names: what is chosen already can only be shown by its id. */
export type Channels = ReadonlyMap<string, string>

/** A menu without its custom_id; null where there is nothing to choose from. Throws where a value is too long: a bug. */
export function menuOf(select: Select, channels: Channels = new Map()): object | null {
  const { label, of, choices = [], chosen = [], most: wanted = 1 } = select
  const placeholder = isSeen(label) ? shorten(oneLine(label), most.placeholder) : undefined
  if (of === undefined) {
    const options = optionsOf(choices, chosen)
    const many = Math.min(wanted, options.length)
    return options.length === 0 ? null : { type: kind.stringSelect, placeholder, ...counts(many), options }
  }
  const many = Math.min(wanted, most.options)
  const values = chosen
    .flatMap((one) => idOf(one, of, channels) ?? [])
    .slice(0, many)
    .map((id) => ({ id, type: defaults[of] }))
  return {
    type: types[of],
    placeholder,
    ...counts(many),
    // Where Vigie can speak: text and announcements.
    ...(of === 'channels' ? { channel_types: [0, 5] } : {}),
    ...(values.length > 0 ? { default_values: values } : {}),
  }
}

/** The options of a menu, each value once, at most 25; what is chosen already is among them. */
export function optionsOf(choices: Choice[], chosen: string[]) {
  const all = [...new Map(choices.map((choice) => [choice.value, choice])).values()]
  const there = all.filter(({ value }) => chosen.includes(value)).slice(0, most.options)
  const others = all.filter((choice) => !there.includes(choice)).slice(0, most.options - there.length)
  return all
    .filter((choice) => there.includes(choice) || others.includes(choice))
    .map(({ value, label }) => {
      if (value === '' || value.length > most.option)
        throw new Error(`a menu's value takes ${value.length} characters, 1 to ${most.option} are taken`)
      return {
        label: isSeen(label) ? shorten(oneLine(label), most.option) : '…',
        value,
        ...(there.some((one) => one.value === value) ? { default: true } : {}),
      }
    })
}

const counts = (many: number) => ({ min_values: 1, max_values: Math.max(many, 1) })

/** A channel comes by its name, a person or a group with what stands before the slash. */
function idOf(chosen: string, of: NonNullable<Select['of']>, channels: Channels): string | undefined {
  const id = of === 'channels' ? channels.get(chosen) : chosen.replace(/^.*\//, '')
  return id !== undefined && /^\d{15,20}$/.test(id) ? id : undefined
}

const types = { channels: kind.channelSelect, people: kind.userSelect, groups: kind.roleSelect }
const defaults = { channels: 'channel', people: 'user', groups: 'role' }
