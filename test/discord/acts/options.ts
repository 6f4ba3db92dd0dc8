import type { CommandOption } from '../bodies.ts'
import { permissionsText } from '../channel-wire.ts'
import { attachmentOf } from '../message-wire.ts'
import type { Typed } from '../people.ts'
import { permissionsOf } from '../permissions.ts'
import { memberOf, roleOf, userOf } from '../wire.ts'
import type { Attachment, Channel, World } from '../world.ts'
import { channelNamed, roleNamed, userNamed } from './find.ts'

const kinds = {
  text: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  file: 11,
}

type Value = Typed[string]

export type Resolved = Record<string, Record<string, object>>

/** What was typed into the options of a command, as Discord sends it: by type, with what it names beside it. */
export function optionsTyped(
  world: World,
  channel: Channel,
  declared: CommandOption[],
  typed: Typed,
  focused?: string,
) {
  const resolved: Resolved = {}
  const known = new Set<CommandOption>()
  const options = Object.entries(typed).map(([name, value]) => {
    const option = optionNamed(declared, name)
    known.add(option)
    const focus = focused === name
    const sent = focus ? value : sentValue(world, channel, option, value, resolved)
    return { name: option.name, type: option.type, value: sent, ...(focus && { focused: true }) }
  })
  const missing = declared.find((option) => option.required && !known.has(option))
  // A client does not send a command that lacks something; while it is being completed, much is still missing.
  if (missing && !focused) throw new Error(`Discord asks for the option ${missing.name} first`)
  return { options, resolved }
}

export function optionNamed(declared: CommandOption[], name: string): CommandOption {
  const option = declared.find((one) =>
    [one.name, ...Object.values(one.name_localizations ?? {})].includes(name),
  )
  if (!option)
    throw new Error(`there is no option ${name} among ${declared.map((one) => one.name).join(', ')}`)
  return option
}

function sentValue(world: World, channel: Channel, option: CommandOption, value: Value, resolved: Resolved) {
  if (option.choices?.length) {
    const choice = option.choices.find((one) =>
      [one.value, one.name, ...Object.values(one.name_localizations ?? {})].includes(value as string),
    )
    if (!choice) throw new Error(`${value} is no choice of ${option.name}`)
    return choice.value
  }
  const { type } = option
  if (type === kinds.file) return resolveFile(world, value as { name: string; text: string }, resolved)
  if (type === kinds.boolean && typeof value !== 'boolean') throw new Error(`${option.name} is true or false`)
  if (type === kinds.integer || type === kinds.number) return checkedNumber(option, value as number)
  if (type === kinds.text) return checkedText(option, String(value))
  return resolve(world, channel, type, String(value), resolved)
}

function checkedNumber({ name, type, min_value, max_value }: CommandOption, value: number) {
  const whole = type === kinds.number || Number.isInteger(value)
  if (typeof value !== 'number' || !whole || value < (min_value ?? value) || value > (max_value ?? value))
    throw new Error(`Discord lets nobody send ${value} as ${name}`)
  return value
}

function checkedText({ name, min_length, max_length }: CommandOption, value: string) {
  if (value.length < (min_length ?? 0) || value.length > (max_length ?? 6000))
    throw new Error(`Discord lets nobody send ${value.length} characters as ${name}`)
  return value
}

/** An id for a name, with what it stands for put into `resolved`; used by options and menus. */
export function resolve(
  world: World,
  channel: Channel,
  type: number,
  name: string,
  resolved: Resolved,
): string {
  const put = (kind: string, id: string, what: object) => {
    resolved[kind] = { ...resolved[kind], [id]: what }
    return id
  }
  if (type === kinds.channel) {
    const found = channelNamed(world, name)
    const { id, name: called, type: kind } = found
    return put('channels', id, {
      id,
      name: called,
      type: kind,
      permissions: permissionsText(world, found, world.guilds.get(found.guild!)!.owner),
    })
  }
  const guild = world.guilds.get(channel.guild!)!
  const isRole = [...guild.roles.values()].some((role) => role.name === name || role.id === name)
  if (type === kinds.role || (type === kinds.mentionable && isRole)) {
    const id = roleNamed(world, guild.id, name)
    return put('roles', id, roleOf(guild.roles.get(id)!))
  }
  const id = userNamed(world, name)
  const member = guild.members.get(id)
  if (member)
    put('members', id, { ...memberOf(member), permissions: String(permissionsOf(world, guild.id, member)) })
  return put('users', id, userOf(world.users.get(id)!))
}

function resolveFile(
  world: World,
  { name, text }: { name: string; text: string },
  resolved: Resolved,
): string {
  const file: Attachment = {
    id: world.newId(),
    name,
    type: 'text/plain',
    bytes: new TextEncoder().encode(text),
  }
  resolved.attachments = {
    ...resolved.attachments,
    [file.id]: { ...attachmentOf(world, file), ephemeral: true },
  }
  world.files.set(file.id, file)
  return file.id
}
