import type { Say } from '../texts/texts.ts'
import type { Command } from './command.ts'

/** One line that shows how a command is typed, in the asker's language: `/mentions [words] topic: since:`. */
export function usageOf(command: Command, say: Say): string {
  const options = Object.values(command.options).map(({ names, loose, required }) => {
    const name = names[say.locale][0]!
    return loose ? (required ? `<${name}>` : `[${name}]`) : `${name}:`
  })
  return [`/${command.name}`, ...options].join(' ')
}
