import type { Heard } from '../chat/chat.ts'
import type { Asked } from '../chat/command.ts'
import type { Message } from '../chat/message.ts'
import { Oops } from '../model/oops.ts'
import { optionsOf } from './reading.ts'
import { isTakenBack, type ToAction, type ToCommand, type Understood } from './understanding.ts'

/** Does what is meant and gives what is to be said of it. Throws Oops where an option or a field cannot be read. */
export const run = (to: Understood, heard: Heard, asked: Asked): Promise<Message | null> =>
  'command' in to ? runCommand(to, heard, asked) : runAction(to, heard, asked)

const runCommand = (to: ToCommand, heard: Heard, asked: Asked) =>
  to.command
    .run({ ...asked, options: optionsOf(to, heard as Heard & { kind: 'command' }) })
    .then((message) => ({
      ...message,
      quiet: message.quiet ?? to.command.quiet ?? false,
    }))

async function runAction(to: ToAction, heard: Heard, asked: Asked): Promise<Message | null> {
  const { value = '' } = heard.kind === 'button' ? heard : {}
  const values = 'values' in heard ? heard.values : undefined
  const about = idOf(heard)
  if (isTakenBack(heard) && 'takenBack' in to.action)
    return to.action.takenBack?.({ ...asked, about, value, values: {} }) ?? null
  const form = to.action.form?.(to.say)
  if (form && !values) return askByButton(to, heard)
  for (const input of form?.inputs ?? [])
    if (input.required && !values?.[input.name]?.trim())
      throw new Oops('bot.not-in-form', { field: input.label })
  if ('message' in to) {
    // Said in the open, it would tell a customer what the team thinks of their words.
    const said = await to.action.run({ ...asked, message: to.message, values: values ?? {} })
    return said && { ...said, quiet: said.quiet ?? to.action.quiet ?? true }
  }
  const said = await to.action.run({ ...asked, about, value, values: values ?? {} })
  return said && to.action.quiet !== undefined ? { ...said, quiet: said.quiet ?? to.action.quiet } : said
}

/** What stands behind the noun of what it is about: `17` of `mention:17`. */
export const idOf = (heard: Heard) => (aboutOf(heard) ?? '').replace(/^[^:]*:/, '')

const aboutOf = (heard: Heard) =>
  heard.kind === 'button' || heard.kind === 'reaction' ? heard.about : undefined

/** A reaction cannot open a form: a button can. */
const askByButton = (to: ToAction, heard: Heard): Message => ({
  quiet: true,
  text: to.say('bot.form-by-button'),
  about: aboutOf(heard),
  buttons: [{ action: to.name, label: to.say.plain(to.action.label ?? 'bot.form-by-button') }],
})
