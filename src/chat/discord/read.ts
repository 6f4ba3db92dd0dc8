import type {
  APIApplicationCommandAutocompleteInteraction,
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
  APIMessageApplicationCommandInteraction,
} from 'discord.js'
import type { Happened, Heard } from '../chat.ts'
import { teamIn } from './custom-id.ts'
import { type Here, happenedIn } from './happened.ts'
import { readMessage } from './heard-message.ts'
import { readForm, readPress } from './press.ts'
import { messageName, showVerb } from './registration.ts'
import { aboutIn } from './render.ts'

/**
 * What an interaction means: something heard; an option that is being typed; the answers of a window whose beginning
 * was kept under a key (that of a button begins with the button itself).
 */
export type Read =
  | { is: 'heard'; heard: Heard }
  | { is: 'typing'; heard: Heard & { kind: 'command' }; option: string; typed: string }
  | { is: 'form'; key: string; by: Happened; values: Record<string, string> }

/** Null for what Vigie never asked for: commands on people, pings, right-clicks that are registered no more. */
export function readInteraction(interaction: APIInteraction, here: Here): Read | null {
  // Numbers of Discord's documentation: types of interactions, then types of commands.
  if (interaction.type === 2 && interaction.data.type === 1)
    return { is: 'heard', heard: readCommand(interaction as Slash, here) }
  if (interaction.type === 2 && interaction.data.type === 3)
    return readRightClick(interaction as APIMessageApplicationCommandInteraction, here)
  if (interaction.type === 3) return { is: 'heard', heard: readPress(interaction, here) }
  if (interaction.type === 4) return readTyping(interaction, here)
  if (interaction.type === 5) return readForm(interaction, here)
  return null
}

type Slash = APIChatInputApplicationCommandInteraction | APIApplicationCommandAutocompleteInteraction
type Option = { name: string; type: number; value?: string | number; focused?: boolean; options?: Option[] }

function readCommand(interaction: Slash, here: Here): Heard & { kind: 'command' } {
  const { command, options } = commandIn(interaction, here)
  const given = Object.fromEntries(
    options.map(({ name, value = '' }) => [name, inNames(String(value), here)]),
  )
  return {
    ...happenedIn(interaction, here),
    kind: 'command',
    command,
    ...(command === 'vigie' ? { text: given.line ?? '' } : { text: '', options: given }),
  }
}

/** Channels and roles that were picked while typing, by their names; those we do not know stay as they are. */
const inNames = (typed: string, { names }: Here) =>
  typed.replace(/<(#|@&)(\d+)>/g, (whole, sign, id) => {
    const name = sign === '#' ? names?.channel?.(id) : names?.role?.(id)
    return name === undefined ? whole : `${sign[0]}${name}`
  })

/** A subcommand is the second word of a command; one that only stands for the command alone is none of ours. */
function commandIn({ data }: Slash, { commands }: Here): { command: string; options: Option[] } {
  const options = (data.options ?? []) as Option[]
  const verb = options.find(({ type }) => type === 1)
  if (!verb) return { command: data.name, options }
  const whole = `${data.name} ${verb.name}`
  const alone = verb.name === showVerb && !commands.some(({ name }) => name === whole)
  return { command: alone ? data.name : whole, options: verb.options ?? [] }
}

function readTyping(interaction: APIApplicationCommandAutocompleteInteraction, here: Here): Read | null {
  const { name, value = '' } = commandIn(interaction, here).options.find(({ focused }) => focused) ?? {}
  if (name === undefined) return null
  return { is: 'typing', heard: readCommand(interaction, here), option: name, typed: String(value) }
}

function readRightClick(interaction: APIMessageApplicationCommandInteraction, here: Here): Read | null {
  const { name, target_id, resolved } = interaction.data
  const actions = here.commands.flatMap(({ onMessage }) => onMessage)
  const action = actions.find(({ labels }) => messageName(labels) === name)?.action
  const target = resolved.messages[target_id]
  if (action === undefined || target === undefined) return null
  const message = readMessage(target, here)
  const team = message.by === null ? teamIn(aboutIn(target).team, here.teams) : undefined
  const clicked = { kind: 'message-action' as const, action, message, ...(team ? { team } : {}) }
  return { is: 'heard', heard: { ...happenedIn(interaction, here), ...clicked } }
}
