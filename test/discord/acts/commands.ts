import type { CommandOption } from '../bodies.ts'
import { aCommand, aCompletion } from '../interactions.ts'
import { messageOf } from '../message-wire.ts'
import type { People, Typed } from '../people.ts'
import { permissionsIn, sees } from '../permissions.ts'
import type { Application, Channel, RegisteredCommand, World } from '../world.ts'
import { ask } from './answered.ts'
import { applicationsIn, channelNamed, messageNamed, userNamed } from './find.ts'
import { optionNamed, optionsTyped } from './options.ts'

const slash = 1
const onMessage = 3
const verb = 1
const group = 2

export function commandActs(world: World): Pick<People, 'types' | 'completes' | 'rightClicks'> {
  return {
    async types(name, channelName, path, typed = {}) {
      const { user, channel } = whoAndWhere(world, name, channelName)
      const { application, command, verbs, declared } = commandTyped(world, channel, user, path)
      const { options, resolved } = optionsTyped(world, channel, declared, typed)
      const data = dataOf(command, channel, nested(verbs, options), resolved)
      return ask(world, { application, user, channel, type: aCommand, data, command: path })
    },
    async completes(name, channelName, path, option, text, others = {}) {
      const { user, channel } = whoAndWhere(world, name, channelName)
      const { application, command, verbs, declared } = commandTyped(world, channel, user, path)
      if (!optionNamed(declared, option).autocomplete) throw new Error(`${option} does not complete itself`)
      const typed: Typed = { ...others, [option]: text }
      const { options, resolved } = optionsTyped(world, channel, declared, typed, option)
      const data = dataOf(command, channel, nested(verbs, options), resolved)
      return ask(world, { application, user, channel, type: aCompletion, data, command: path })
    },
    async rightClicks(name, id, called) {
      const message = messageNamed(world, id)
      const { user, channel } = whoAndWhere(world, name, message.channel)
      const { application, command } = commandNamed(world, channel, user, called, onMessage)
      // What is clicked on is read whole, with or without the intent.
      const target = messageOf(world, message, { bot: application.bot, content: true })
      const data = { ...dataOf(command, channel, [], { messages: { [id]: target } }), target_id: id }
      return ask(world, { application, user, channel, type: aCommand, data, command: called })
    },
  }
}

export function whoAndWhere(world: World, name: string, channelName: string) {
  const user = userNamed(world, name)
  const channel = channelNamed(world, channelName, user)
  if (!sees(world, channel, user)) throw new Error(`${name} does not see ${channelName}`)
  return { user, channel }
}

type Sent = { name: string; type: number; value?: unknown; options?: Sent[] }

const dataOf = (command: RegisteredCommand, channel: Channel, options: Sent[], resolved: object) => ({
  id: command.id,
  name: command.name,
  type: command.type,
  ...(channel.guild && { guild_id: channel.guild }),
  ...(options.length > 0 && { options }),
  ...(Object.keys(resolved).length > 0 && { resolved }),
})

/** The options inside the verbs they were typed behind. */
const nested = (verbs: CommandOption[], options: Sent[]): Sent[] =>
  verbs.reduceRight<Sent[]>((inside, { name, type }) => [{ name, type, options: inside }], options)

/** A command by the words people type: its name in any language, then its verbs. */
function commandTyped(world: World, channel: Channel, user: string, path: string) {
  const [first, ...rest] = path.replace(/^\//, '').split(' ')
  const { application, command } = commandNamed(world, channel, user, first!, slash)
  const verbs: CommandOption[] = []
  let declared = command.options ?? []
  for (const word of rest) {
    const option = optionNamed(declared, word)
    if (option.type > group) throw new Error(`${word} is no verb of /${path}`)
    verbs.push(option)
    declared = option.options ?? []
  }
  if (declared.some(({ type }) => type === verb || type === group))
    throw new Error(`/${path} goes on with a verb`)
  return { application, command, verbs, declared }
}

/** As a client offers it: of the guild or of everywhere, where the application is, to those who may use it. */
function commandNamed(world: World, channel: Channel, user: string, name: string, type: number) {
  const offers = applicationsIn(world, channel).flatMap((application) =>
    commandsIn(application, channel).map((command) => ({ application, command })),
  )
  const found = offers.find(
    ({ command }) =>
      command.type === type &&
      [command.name, ...Object.values(command.name_localizations ?? {})].includes(name),
  )
  if (!found)
    throw new Error(
      `no command ${name} is offered here: ${offers.map(({ command }) => command.name).join(', ')}`,
    )
  const { default_member_permissions: needed, contexts } = found.command
  const may = permissionsIn(world, channel, user)
  if (needed && (may & BigInt(needed)) !== BigInt(needed))
    throw new Error(`Discord does not offer ${name} to this person`)
  if (contexts && !contexts.includes(channel.guild ? 0 : 1))
    throw new Error(`Discord does not offer ${name} here`)
  return found
}

const commandsIn = ({ commands }: Application, { guild }: Channel): RegisteredCommand[] => [
  ...(guild ? (commands.get(guild) ?? []) : []),
  ...(commands.get('global') ?? []),
]
