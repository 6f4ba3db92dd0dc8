import {
  type Component,
  channelSelect,
  label,
  mentionableSelect,
  roleSelect,
  row,
  stringSelect,
  textDisplay,
  textInput,
} from '../bodies.ts'
import { buttonsOf, menusOf } from '../eyes.ts'
import { aComponent, aForm } from '../interactions.ts'
import { inputsOf, isMenu } from '../modal-shown.ts'
import type { People } from '../people.ts'
import type { Channel, Message, World } from '../world.ts'
import { ask } from './answered.ts'
import { whoAndWhere } from './commands.ts'
import { messageNamed, userNamed } from './find.ts'
import { type Resolved, resolve } from './options.ts'

/** Which option of a command a menu chooses like. */
const likeOption: Record<number, number> = { [channelSelect]: 7, [roleSelect]: 8, [mentionableSelect]: 9 }

export function componentActs(world: World): Pick<People, 'presses' | 'chooses' | 'submits'> {
  const ownerOf = (message: Message) =>
    [...world.applications.values()].find(({ bot }) => bot === message.author)!

  function on(name: string, id: string, parts: (message: Message) => Component[], wanted: string) {
    const message = messageNamed(world, id)
    const { user, channel } = whoAndWhere(world, name, message.channel)
    if (message.only && message.only !== user) throw new Error(`${name} does not see this message`)
    const all = parts(message)
    const part = all.find((one) =>
      [one.custom_id, one.label, one.placeholder, one.emoji?.name].includes(wanted),
    )
    if (!part)
      throw new Error(
        `there is no ${wanted} among ${all.map((one) => one.label ?? one.placeholder).join(', ')}`,
      )
    if (part.disabled) throw new Error(`${wanted} is greyed out`)
    return { user, channel, message, part, application: ownerOf(message) }
  }

  return {
    async presses(name, id, wanted) {
      const { user, channel, message, part, application } = on(name, id, buttonsOf, wanted)
      if (!part.custom_id) throw new Error(`${wanted} opens an address, nobody hears of it`)
      const data = { custom_id: part.custom_id, component_type: part.type }
      return ask(world, { application, user, channel, type: aComponent, data, source: message })
    },
    async chooses(name, id, wanted, chosen) {
      const { user, channel, message, part, application } = on(name, id, menusOf, wanted)
      const data = {
        custom_id: part.custom_id,
        component_type: part.type,
        ...chosenIn(world, channel, part, chosen),
      }
      return ask(world, { application, user, channel, type: aComponent, data, source: message })
    },
    async submits(name, values) {
      const user = userNamed(world, name)
      const open = world.modals.get(user)
      if (!open) throw new Error(`no form is open before ${name}`)
      const { modal, interaction } = open
      const channel = world.channels.get(interaction.channel)!
      const resolved: Resolved = {}
      const parts = inputsOf(modal.components)
      const unknown = Object.keys(values).find(
        (key) => !parts.some(({ part, caption }) => [part.custom_id, caption].includes(key)),
      )
      if (unknown) throw new Error(`the form has no ${unknown}`)
      const given = new Map(
        parts.map(({ part, caption }) => {
          const value = values[part.custom_id!] ?? values[caption]
          return [part, filled(world, channel, part, caption, value, resolved)]
        }),
      )
      world.modals.delete(user)
      const application = world.applications.get(interaction.application)!
      const data = {
        custom_id: modal.custom_id,
        components: modal.components.map((one) => sent(one, given)),
        resolved,
      }
      return ask(world, { application, user, channel, type: aForm, data, source: interaction.source })
    },
  }
}

/** As it goes back: the shape of the form, with values in place of captions. */
function sent(one: Component, given: Map<Component, object>): object {
  const value = (part: Component) => ({
    type: part.type,
    id: 1,
    custom_id: part.custom_id,
    ...given.get(part),
  })
  if (one.type === row) return { type: row, id: 1, components: (one.components ?? []).map(value) }
  if (one.type === label) return { type: label, id: 1, component: value(one.component!) }
  return { type: textDisplay, id: 1 }
}

function filled(
  world: World,
  channel: Channel,
  part: Component,
  caption: string,
  value: string | string[] | undefined,
  resolved: Resolved,
): object {
  const needed = part.required ?? true
  if (isMenu(part)) {
    const chosen = value === undefined ? preset(part) : [value].flat()
    if (needed && chosen.length === 0) throw new Error(`Discord asks for ${caption} first`)
    return chosen.length === 0
      ? { values: [] }
      : { values: chosenIn(world, channel, part, chosen, resolved).values }
  }
  if (part.type !== textInput) return { values: [] }
  const text = value === undefined ? (part.value ?? '') : String(value)
  if (needed && text === '') throw new Error(`Discord asks for ${caption} first`)
  if (text.length > (part.max_length ?? 4000) || (text !== '' && text.length < (part.min_length ?? 0)))
    throw new Error(`Discord does not take ${text.length} characters for ${caption}`)
  return { value: text }
}

const preset = (part: Component) => (part.options ?? []).filter((one) => one.default).map((one) => one.value!)

function chosenIn(
  world: World,
  channel: Channel,
  part: Component,
  chosen: string[],
  resolved: Resolved = {},
) {
  if (chosen.length > (part.max_values ?? 1) || chosen.length < (part.min_values ?? 1))
    throw new Error(`Discord does not let anybody choose ${chosen.length} of these`)
  if (part.type === stringSelect)
    return {
      values: chosen.map((wanted) => {
        const option = (part.options ?? []).find(({ value, label }) => value === wanted || label === wanted)
        if (!option) throw new Error(`${wanted} cannot be chosen`)
        return option.value!
      }),
    }
  const values = chosen.map((wanted) => resolve(world, channel, likeOption[part.type] ?? 6, wanted, resolved))
  return { values, resolved }
}
