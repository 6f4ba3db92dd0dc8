import type { Command, CommandOption } from '../bodies.ts'
import type { Complaints, Path } from '../refusal.ts'
import { locales } from './locales.ts'

const named = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

/** Names and descriptions of a command or an option, in every language. */
export function checkNamed(one: Command | CommandOption, to: Complaints, at: Path) {
  checkName(one.name, to, [...at, 'name'])
  to.text(one.description, [...at, 'description'], 1, 100)
  checkLocalized(one.name_localizations, to, [...at, 'name_localizations'], (name, place) =>
    checkName(name, to, place),
  )
  checkLocalized(one.description_localizations, to, [...at, 'description_localizations'], (text, place) =>
    to.text(text, place, 1, 100),
  )
}

function checkName(name: string, to: Complaints, at: Path) {
  to.text(name, at, 1, 32)
  if (typeof name === 'string' && (!named.test(name) || name !== name.toLowerCase()))
    to.complain(at, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
}

export function checkLocalized(
  texts: Record<string, string> | null | undefined,
  to: Complaints,
  at: Path,
  check: (text: string, place: Path) => void,
) {
  for (const [locale, text] of Object.entries(texts ?? {})) {
    if (!locales.includes(locale))
      to.complain([...at, locale], 'BASE_TYPE_CHOICES', `Value must be one of {${locales.join(', ')}}.`)
    check(text, [...at, locale])
  }
}
