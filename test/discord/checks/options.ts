import type { CommandOption } from '../bodies.ts'
import type { Complaints, Path } from '../refusal.ts'
import { checkLocalized, checkNamed } from './names.ts'

const subcommand = 1
const group = 2

/** The options of a command; `depth` is 0 at its top, 1 inside a group, 2 inside a verb. */
export function checkOptions(options: CommandOption[], to: Complaints, at: Path, depth: number) {
  to.list(options, at, 0, 25)
  const nested = options.filter(({ type }) => type <= group)
  if (nested.length > 0 && nested.length < options.length)
    to.complain(
      at,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    )
  const optional = options.findIndex(({ type, required }) => type > group && !required)
  for (const [n, option] of options.entries()) {
    const place = [...at, n]
    to.number(option.type, [...place, 'type'], subcommand, 11)
    checkNamed(option, to, place)
    const names = (one: CommandOption) => [one.name, ...Object.values(one.name_localizations ?? {})]
    if (options.slice(0, n).some((before) => before.name === option.name || clash(before, option)))
      to.complain(
        place,
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        `Option name ${names(option)} already exists`,
      )
    if (option.required && optional >= 0 && optional < n)
      to.complain(
        place,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      )
    if (option.type > group) checkValues(option, to, place)
    else if (depth > 1 || (depth === 1 && option.type === group))
      to.complain(
        [...place, 'type'],
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-commands cannot be nested so deep',
      )
    else checkOptions(option.options ?? [], to, [...place, 'options'], option.type === group ? 1 : 2)
  }
}

/** Two options of one name in a language that somebody uses. */
const clash = (one: CommandOption, other: CommandOption) =>
  Object.entries(one.name_localizations ?? {}).some(
    ([locale, name]) => (other.name_localizations?.[locale] ?? other.name) === name,
  )

function checkValues(option: CommandOption, to: Complaints, at: Path) {
  const choices = option.choices ?? []
  to.list(choices, [...at, 'choices'], 0, 25)
  for (const [n, { name, value, name_localizations }] of choices.entries()) {
    to.text(name, [...at, 'choices', n, 'name'], 1, 100)
    checkLocalized(name_localizations, to, [...at, 'choices', n, 'name_localizations'], (text, place) =>
      to.text(text, place, 1, 100),
    )
    if (typeof value === 'string') to.text(value, [...at, 'choices', n, 'value'], 1, 100)
    if (choices.findIndex((other) => other.name === name) < n)
      to.complain(
        [...at, 'choices', n],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        `${name} already exists`,
      )
  }
  if (option.autocomplete && choices.length > 0)
    to.complain(
      [...at, 'choices'],
      'APPLICATION_COMMAND_OPTIONS_CHOICES_NOT_ALLOWED',
      'Autocompletion excludes choices',
    )
  if (option.autocomplete && ![3, 4, 10].includes(option.type))
    to.complain(
      [...at, 'autocomplete'],
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_TYPE',
      'Only texts and numbers complete themselves',
    )
  to.number(option.min_length, [...at, 'min_length'], 0, 6000)
  to.number(option.max_length, [...at, 'max_length'], 1, 6000)
}
