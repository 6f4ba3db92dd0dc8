import type { Role } from '../model/person.ts'
import { type Locale, locales } from '../model/team.ts'
import { type Key, sayIn } from '../texts/texts.ts'
import type { Command } from './command.ts'
import type { Choice } from './message.ts'
import type { Option, ReadBy } from './options.ts'
import { shownName } from './usage.ts'

/** The same in each language. */
export type Both = Record<Locale, string>

/** A command as plain data: for chats that want to know it beforehand. */
export type Declared = {
  name: string
  names: Both
  about: Both
  for: Role
  /** Who administers the workspace may do it as well. */
  setUp: boolean
  /** What it lacks is asked for in a window of its own. */
  form: boolean
  options: DeclaredOption[]
  onMessage: DeclaredAction[]
}

/** `completes`: its choices depend on the team, and are offered while somebody types. */
export type DeclaredOption = {
  name: string
  names: Both
  about: Both
  kind: Option<unknown>['kind']
  required: boolean
  choices: { value: string; labels: Both }[]
  completes: boolean
}

/** What a right-click on a message does; `action` is its name in what is heard. */
export type DeclaredAction = { action: string; labels: Both; on: 'people' | 'vigie' | 'all'; for: Role }

/** Every command that people may type, in its order. */
export const declared = (commands: Command[]): Declared[] =>
  commands
    .filter(({ hidden }) => !hidden)
    .map((command) => ({
      name: command.name,
      names: both((locale) => shownName(command, locale)),
      about: said(command.about),
      for: command.for,
      setUp: command.setUp ?? false,
      form: command.form !== undefined,
      options: Object.entries(command.options).map(([name, option]) => declaredOption(name, option)),
      onMessage: Object.entries(command.onMessage ?? {}).map(([verb, { label, on, for: role }]) => ({
        action: `${command.name}.${verb}`,
        labels: said(label),
        on,
        for: role,
      })),
    }))

function declaredOption(name: string, option: Option<unknown>): DeclaredOption {
  const fixed = option.kind === 'choice'
  return {
    name,
    names: both((locale) => option.names[locale][0]!),
    about: said(option.about),
    kind: option.kind,
    required: option.required ?? false,
    choices: fixed ? fixedChoices(option) : [],
    completes: !fixed && option.choices !== undefined,
  }
}

/** A choice is the same for all teams: it is asked for without one. */
function fixedChoices(option: Option<unknown>): DeclaredOption['choices'] {
  const by = (locale: Locale) => ({ say: sayIn(locale), now: 0 }) as ReadBy
  const [first, ...others] = locales.map((locale) => ({ locale, all: option.choices?.(by(locale)) ?? [] }))
  const label = (all: Choice[], value: string) => all.find((one) => one.value === value)?.label ?? value
  return first!.all.map(({ value }) => ({
    value,
    labels: Object.fromEntries(
      [first!, ...others].map(({ locale, all }) => [locale, label(all, value)]),
    ) as Both,
  }))
}

const both = (text: (locale: Locale) => string) =>
  Object.fromEntries(locales.map((locale) => [locale, text(locale)])) as Both

const said = (key: Key) => both((locale) => sayIn(locale).plain(key))
