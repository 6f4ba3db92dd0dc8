import type { Heard } from '../chat/chat.ts'
import type { Command } from '../chat/command.ts'
import { readOption, readOptions } from '../chat/grammar.ts'
import type { Form } from '../chat/message.ts'
import type { Option, ReadBy } from '../chat/options.ts'
import { Oops } from '../model/oops.ts'
import type { ToCommand } from './understanding.ts'

/** What was typed, chosen and filled in, read option by option. Throws Oops that shows the place of a mistake. */
export function optionsOf(to: ToCommand, heard: Heard & { kind: 'command' }): Record<string, unknown> {
  const by = { team: to.team, now: heard.at, say: to.say }
  try {
    const typed = readOptions(to.command, to.line, by)
    const filled = Object.entries({ ...heard.options, ...heard.values }).filter(
      ([name, raw]) => to.command.options[name] && raw.trim() !== '',
    )
    return {
      ...typed,
      ...Object.fromEntries(
        filled.map(([name, raw]) => [name, readFilled(to.command.options[name]!, raw, by)]),
      ),
    }
  } catch (error) {
    if (!(error instanceof Oops) || !error.at || error instanceof FilledWrong) throw error
    const at = { from: error.at.from + to.skipped, to: error.at.to + to.skipped }
    throw new Oops(error.key, error.values, at)
  }
}

/** A mistake in one field of a form: what was filled in is shown again, since the form is gone. */
export class FilledWrong extends Oops {
  readonly filled: string

  constructor({ key, values, at }: Oops, filled: string) {
    super(key, values, at)
    this.filled = filled
  }
}

function readFilled(option: Option<unknown>, raw: string, by: ReadBy): unknown {
  try {
    return readOption(option, raw, by)
  } catch (error) {
    throw error instanceof Oops ? new FilledWrong(error, raw) : error
  }
}

const missingOptions = (command: Command, options: Record<string, unknown>) =>
  Object.keys(command.options).filter(
    (name) => command.options[name]!.required && options[name] === undefined,
  )

/** The command's own form, else one that asks for what is required and missing. */
export function formOf(to: ToCommand, heard: Heard & { kind: 'command' }): Form | null {
  const { command, say, team } = to
  const options = optionsOf(to, heard)
  if (command.form) return heard.values ? null : command.form(options, { team, say, now: heard.at })
  const missing = missingOptions(command, options)
  if (missing.length === 0) return null
  return {
    title: say.plain(command.about),
    inputs: missing.map((name) => {
      const option = command.options[name]!
      const choices = option.choices?.({ team, say, now: 0 })
      return {
        name,
        label: say.plain(option.about),
        kind: choices ? 'choice' : 'line',
        required: true,
        choices,
      }
    }),
  }
}
