import { createHash } from 'node:crypto'
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Both, Declared, DeclaredOption } from '../declared.ts'
import { shorten } from '../shorten.ts'
import { most } from './limits.ts'
import { described, localized, named, said, short } from './localized.ts'

type Registered = RESTPostAPIApplicationCommandsJSONBody

/**
 * The commands as Discord takes them in one PUT, for everywhere the bot is. They stand in servers alone: whose they
 * are, an account of a server tells. Members of the community see what is for them; the rest is shown by default to who
 * may manage messages (`/setup`: the server), the server's settings open it to others, and `/vigie` takes it all as
 * text. What Vigie lets anybody do is decided when they do it.
 */
export function registrationOf(commands: Declared[]): Registered[] {
  const words = new Map<string, Declared[]>()
  for (const command of commands) {
    const [word = ''] = command.name.split(' ')
    words.set(word, [...(words.get(word) ?? []), command])
  }
  return [
    vigieItself(),
    ...[...words].map(([word, group]) => slashCommand(word, group)),
    ...onMessages(commands),
  ]
}

/** Tells whether they have changed since they were registered: the PUT is made only then. */
export const hashOf = (registered: Registered[]) =>
  createHash('sha256').update(JSON.stringify(registered)).digest('base64url')

/** The subcommand of a command that stands alone where others with a verb stand beside it. */
const show = said('discord.show')
export const showVerb = show.en

function slashCommand(word: string, group: Declared[]): Registered {
  const [main = group[0]!] = group.filter(({ name }) => name === word)
  const verbs = group.length > 1 || main.name !== word
  return {
    type: types.slash,
    ...named(word, firstWords(group)),
    ...described(main.about),
    ...where(group),
    options: verbs ? group.map(subcommand) : optionsOf(main),
  }
}

function subcommand(command: Declared): APIApplicationCommandSubcommandOption {
  const rest = (name: string, alone: string) => name.split(' ').slice(1).join('-') || alone
  const names = { en: rest(command.names.en, show.en), fr: rest(command.names.fr, show.fr) }
  return {
    type: types.subcommand,
    ...named(rest(command.name, show.en), names),
    ...described(command.about),
    options: optionsOf(command),
  }
}

/** Throws where commands that share a word in one language do not in the other: Discord knows one name for it. */
function firstWords(group: Declared[]): Both {
  const [first, ...others] = group.map(({ names }) => ({
    en: names.en.split(' ')[0]!,
    fr: names.fr.split(' ')[0]!,
  }))
  const odd = others.findIndex(({ en, fr }) => en !== first!.en || fr !== first!.fr)
  if (odd >= 0) throw new Error(`${group[odd + 1]!.name} and ${group[0]!.name} do not share their first word`)
  return first!
}

/** What a command's own window asks for need not be typed. */
function optionsOf({ form, options }: Declared): APIApplicationCommandBasicOption[] {
  const all = options.map((option) => registeredOption(option, option.required && !form))
  return [...all.filter(({ required }) => required), ...all.filter(({ required }) => !required)]
}

function registeredOption(option: DeclaredOption, required: boolean): APIApplicationCommandBasicOption {
  const { name, names, about, kind, choices, completes } = option
  const shared = { ...named(name, names), ...described(about), ...(required ? { required } : {}) }
  if (kind === 'number') return { type: types.integer, ...shared, min_value: 1 }
  if (completes || choices.length > most.choices) return { type: types.string, ...shared, autocomplete: true }
  if (choices.length === 0) return { type: types.string, ...shared }
  return {
    type: types.string,
    ...shared,
    choices: choices.map(({ value, labels }) => {
      const shown = short(labels, most.choice)
      return { name: shown.en, name_localizations: localized(shown), value }
    }),
  }
}

const onMessages = (commands: Declared[]): Registered[] =>
  commands
    .flatMap((command) => command.onMessage.map((action) => ({ ...action, setUp: command.setUp })))
    .sort((one, other) => Number(one.on === 'all') - Number(other.on === 'all'))
    .slice(0, most.messageCommands)
    .map((action) => ({
      type: types.message,
      ...named(messageName(action.labels), short(action.labels, most.commandName)),
      ...where([action]),
    }))

/** A right-click is known by its English label. */
export const messageName = (labels: Both) => shorten(labels.en, most.commandName)

const vigieItself = (): Registered => ({
  type: types.slash,
  ...named('vigie', { en: 'vigie', fr: 'vigie' }),
  ...described(said('discord.vigie')),
  ...where([{ for: 'member', setUp: false }]),
  options: [
    { type: types.string, ...named('line', said('discord.line')), ...described(said('discord.line-about')) },
  ],
})

/** In servers that installed the bot; shown to whoever the least of a group's commands is for. */
function where(group: Pick<Declared, 'for' | 'setUp'>[]) {
  const forAll = group.some((one) => one.for === 'member')
  const permission = group.every(({ setUp }) => setUp) ? manageGuild : manageMessages
  return {
    contexts: [0],
    integration_types: [0],
    default_member_permissions: forAll ? null : String(permission),
  }
}

const types = { slash: 1, message: 3, subcommand: 1, string: 3, integer: 4 } as const
const manageGuild = 1 << 5
const manageMessages = 1 << 13
