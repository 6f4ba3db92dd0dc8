import type { Command, CommandOption } from '../bodies.ts'
import { type Complaints, newComplaints, type Path, Refusal } from '../refusal.ts'
import { checkLocalized, checkNamed } from './names.ts'
import { checkOptions } from './options.ts'

const slash = 1
/** How many commands of each type an application may have, in a guild and everywhere; the lower of the figures seen. */
const most: Record<number, number> = { 1: 100, 2: 5, 3: 5 }
const mostCharacters = 8000

/** Throws what Discord would find wrong with a whole list of commands. */
export function checkCommands(commands: Command[], at: (n: number) => Path = (n) => [n]) {
  const to = newComplaints()
  for (const [n, command] of commands.entries()) {
    const twin = (other: Command) =>
      other.name === command.name && (other.type ?? slash) === (command.type ?? slash)
    if (commands.findIndex(twin) < n)
      to.complain(at(n), 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')
    checkCommand(command, to, at(n))
  }
  to.settle()
  for (const [type, limit] of Object.entries(most))
    if (commands.filter((command) => String(command.type ?? slash) === type).length > limit)
      throw new Refusal(400, 30032, `Maximum number of application commands reached (${limit})`)
}

function checkCommand(command: Command, to: Complaints, at: Path) {
  if ((command.type ?? slash) === slash) {
    checkNamed(command, to, at)
    checkOptions(command.options ?? [], to, [...at, 'options'], 0)
    if (charactersOf(command) > mostCharacters)
      to.complain(at, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${mostCharacters})`)
  } else {
    to.text(command.name, [...at, 'name'], 1, 32)
    checkLocalized(command.name_localizations, to, [...at, 'name_localizations'], (name, place) =>
      to.text(name, place, 1, 32),
    )
    if (command.description)
      to.complain(
        [...at, 'description'],
        'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET',
        'Context menu commands cannot have description',
      )
    if (command.options?.length)
      to.complain(
        [...at, 'options'],
        'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS',
        'Context menu commands cannot have options',
      )
  }
}

/** Names, descriptions and values, of each text its longest language. */
function charactersOf(one: Command | CommandOption): number {
  const longest = (text = '', localized?: Record<string, string> | null) =>
    Math.max(...[text, ...Object.values(localized ?? {})].map(({ length }) => length))
  const choices = 'choices' in one ? (one.choices ?? []) : []
  return [
    longest(one.name, one.name_localizations),
    longest(one.description, one.description_localizations),
    ...choices.map(
      ({ name, value, name_localizations }) => longest(name, name_localizations) + String(value).length,
    ),
    ...(one.options ?? []).map(charactersOf),
  ].reduce((sum, size) => sum + size, 0)
}
