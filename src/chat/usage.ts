import type { Locale } from '../model/team.ts'
import { folded } from '../model/words.ts'
import type { Say } from '../texts/texts.ts'
import type { Command } from './command.ts'

/** A command's name as we show it to people of a language. */
export const shownName = ({ name, names }: Pick<Command, 'name' | 'names'>, locale: Locale) =>
  names?.[locale] ?? name

/** Every name that a command answers to, in every language. */
export const namesOf = ({ name, names, also }: Pick<Command, 'name' | 'names' | 'also'>) => [
  ...new Set([name, ...Object.values(names ?? {}), ...(also ?? [])]),
]

/** Whether somebody means this command by what they typed, in whatever language; case and accents do not matter. */
export const isCalled = (command: Pick<Command, 'name' | 'names' | 'also'>, typed: string) => {
  const wanted = folded(typed)
  return namesOf(command).some((name) => folded(name) === wanted)
}

/** One line that shows how a command is typed, in the asker's language: `/watch try <query>`, `/veille essayer <requête>`. */
export function usageOf(command: Command, say: Say): string {
  const options = Object.values(command.options).map(({ names, loose, required }) => {
    const name = names[say.locale][0]!
    return loose ? (required ? `<${name}>` : `[${name}]`) : `${name}:`
  })
  return [`/${shownName(command, say.locale)}`, ...options].join(' ')
}
