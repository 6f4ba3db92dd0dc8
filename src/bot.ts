import type { Logger } from 'pino'
import { type Asking, askingOf } from './chat/asking.ts'
import type { Bot, Happened, Heard, Offer } from './chat/chat.ts'
import type { Action, Asked, Command } from './chat/command.ts'
import { readOption, readOptions } from './chat/grammar.ts'
import type { Form, Message } from './chat/message.ts'
import { usageOf } from './chat/usage.ts'
import { Oops, Unavailable } from './model/oops.ts'
import { accountKey, may, type Person, type Role } from './model/person.ts'
import type { Instant } from './model/post.ts'
import { isChannelOf, type Team } from './model/team.ts'
import { nearest } from './settings/nearest.ts'
import { newId } from './store/id.ts'
import type { Store } from './store/store.ts'
import { type Marked, marked, together } from './texts/marked.ts'
import { isKey, type Say, sayIn } from './texts/texts.ts'

type Parts = {
  teams: Team[]
  store: Store
  commands: Command[]
  clock: () => Instant
  log: Logger
  /** Called when something was done: what it changed may have to be told. */
  done?: () => void
}

/** What people type, press and tap comes in, a Message goes out, the same for every chat. */
export function newBot({ teams, store, commands, clock, log, done = () => {} }: Parts): Bot {
  const tooFast = newPace(clock)

  function before(heard: Heard) {
    try {
      const to = understand(heard)
      if (heard.kind === 'command' && 'command' in to) {
        const missing = missingOptions(to.command, optionsOf(to, heard))
        return {
          quiet: to.command.quiet ?? false,
          ...(missing.length > 0 ? { form: formOf(to, missing) } : {}),
        }
      }
      if ('action' in to && heard.kind === 'button' && to.action.form && !heard.values)
        return { quiet: to.action.quiet ?? true, form: to.action.form(to.say) }
      return { quiet: 'action' in to ? (to.action.quiet ?? true) : true }
    } catch {
      return { quiet: true }
    }
  }

  async function answer(heard: Heard): Promise<Message | null> {
    try {
      if (tooFast(heard)) throw new Oops('bot.too-fast')
      const to = understand(heard)
      const person = await remember(heard, to)
      const asked = { ...to, person, channel: heard.channel, now: clock(), store, commands }
      const said = 'command' in to ? await runCommand(to, heard, asked) : await runAction(to, heard, asked)
      done()
      return said && { ...said, ...teamOf(heard, to.team) }
    } catch (error) {
      return excuse(error, heard)
    }
  }

  /** The team, the person, and the command or action that is meant. Throws Oops when it is none, or not for them. */
  function understand(heard: Heard): Understood {
    const asking = askingOf(teams, heard, (team) => strangerIn(team, heard))
    const say = sayIn(asking.person.locale)
    if (heard.kind === 'command') {
      const { command, line, skipped } = commandOf(heard.command, asking.line)
      needs(command.for, asking)
      return { ...asking, say, command, line, skipped }
    }
    const { name, action } = heard.kind === 'button' ? actionOf(heard.action) : reactionOf(heard)
    needs(action.for, asking)
    return { ...asking, say, action, name }
  }

  function commandOf(name: string, line: string): { command: Command; line: string; skipped: number } {
    if (name === 'vigie') {
      const [typed = '', first = ''] = /^\s*\/?(\S*)\s*/u.exec(line) ?? []
      return { ...commandOf(first || 'help', line.slice(typed.length)), skipped: typed.length }
    }
    const wanted = name.toLowerCase()
    const command = commands.find((one) => one.name === wanted || one.also?.includes(wanted))
    if (command) return { command, line, skipped: 0 }
    const meant = nearest(wanted, ['vigie', ...commands.flatMap((one) => [one.name, ...(one.also ?? [])])])
    throw meant
      ? new Oops('bot.unknown-command-near', { given: name, meant })
      : new Oops('bot.unknown-command', { given: name })
  }

  function actionOf(name: string): { name: string; action: Action } {
    const [owner, verb] = name.split('.')
    const action = commands.find((one) => one.name === owner)?.on?.[verb ?? '']
    if (!action) throw new Oops('bot.old-button')
    return { name, action }
  }

  /** A reaction is the action of what its message is about that shows this emoji; any other means nothing to us. */
  function reactionOf({ emoji, about }: Heard & { kind: 'reaction' }): { name: string; action: Action } {
    const noun = about?.split(':')[0]
    const actions = Object.entries(commands.find(({ name }) => name === noun)?.on ?? {})
    const found = actions.find(([, action]) => action.reaction === emoji)
    if (!found) throw new NotForUs()
    return { name: `${noun}.${found[0]}`, action: found[1] }
  }

  async function remember(heard: Heard, { person, team }: Asking): Promise<Person> {
    const id = await store.together((store) =>
      store.people.meet(heard.account, heard.name, team.locale, clock()),
    )
    return person.id === '' ? { ...person, id: `person-${id}` } : person
  }

  function excuse(error: unknown, heard: Heard): Message | null {
    if (error instanceof NotForUs) return null
    const say = voiceFor(heard)
    if (error instanceof Oops)
      return { quiet: true, text: together([oopsText(error, say), placeOf(error, heard)]) }
    const id = newId(clock()).slice(-8)
    log.error({ err: error, id, kind: heard.kind, chat: heard.chat }, 'an answer failed')
    return { quiet: true, text: error instanceof Unavailable ? say('bot.busy') : say('bot.bug', { id }) }
  }

  const voiceFor = (heard: Heard): Say => {
    try {
      return sayIn(whoAsks(heard).locale)
    } catch {
      return sayIn(teams[0]?.locale ?? 'en')
    }
  }

  /** The person, whatever they do: a line that cannot be read says nothing about who wrote it. */
  const whoAsks = (by: Happened) =>
    askingOf(teams, { ...by, kind: 'button', action: '' }, (team) => strangerIn(team, by)).person

  function offers(by: Happened): Offer[] {
    const person = whoAsks(by)
    const say = sayIn(person.locale)
    return commands
      .filter((command) => may(person.role, command.for))
      .map((command) => ({
        name: command.name,
        about: say.plain(command.about),
        usage: usageOf(command, say),
      }))
  }

  return { before, answer, offers }
}

type Understood = Asking & { say: Say } & (
    | { command: Command; line: string; skipped: number }
    | { action: Action; name: string }
  )
type ToCommand = Extract<Understood, { command: Command }>
type ToAction = Extract<Understood, { action: Action }>

/** Something that was heard and is none of our business, such as a 🎉 under an alert. */
class NotForUs extends Error {}

const runCommand = (to: ToCommand, heard: Heard, asked: Asked) =>
  to.command
    .run({ ...asked, options: optionsOf(to, heard as Heard & { kind: 'command' }) })
    .then((message) => ({
      ...message,
      quiet: message.quiet ?? to.command.quiet ?? false,
    }))

async function runAction(to: ToAction, heard: Heard, asked: Asked): Promise<Message | null> {
  const about = (heard.kind === 'command' ? '' : (heard.about ?? '')).replace(/^[^:]*:/, '')
  const { value = '', values } = heard.kind === 'button' ? heard : {}
  const form = to.action.form?.(to.say)
  if (form && !values) return askByButton(to, heard)
  for (const input of form?.inputs ?? [])
    if (input.required && !values?.[input.name]?.trim())
      throw new Oops('bot.not-in-form', { field: input.label })
  return to.action.run({ ...asked, about, value, values: values ?? {} })
}

/** An answer about another team than the channel's says so: its buttons shall ask that team again. */
const teamOf = (heard: Heard, team: Team): { team?: string } =>
  isChannelOf(team, heard) ? {} : { team: team.name }

/** A reaction cannot open a form: a button can. */
const askByButton = (to: ToAction, heard: Heard): Message => ({
  quiet: true,
  text: to.say('bot.form-by-button'),
  about: heard.kind === 'command' ? undefined : heard.about,
  buttons: [{ action: to.name, label: to.say.plain(to.action.label ?? 'bot.form-by-button') }],
})

function optionsOf(to: ToCommand, heard: Heard & { kind: 'command' }): Record<string, unknown> {
  const by = { team: to.team, now: heard.at, say: to.say }
  try {
    const typed = readOptions(to.command, to.line, by)
    const filled = Object.entries(heard.values ?? {}).filter(
      ([name, raw]) => to.command.options[name] && raw.trim() !== '',
    )
    return {
      ...typed,
      ...Object.fromEntries(
        filled.map(([name, raw]) => [name, readOption(to.command.options[name]!, raw, by)]),
      ),
    }
  } catch (error) {
    if (!(error instanceof Oops) || !error.at) throw error
    const at = { from: error.at.from + to.skipped, to: error.at.to + to.skipped }
    throw new Oops(error.key, error.values, at)
  }
}

const missingOptions = (command: Command, options: Record<string, unknown>) =>
  Object.keys(command.options).filter(
    (name) => command.options[name]!.required && options[name] === undefined,
  )

function formOf({ command, say, team }: ToCommand, missing: string[]): Form {
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

function needs(role: Role, { person, team }: Asking) {
  if (may(person.role, role)) return
  const admins = team.people.filter((one) => one.role === 'admin').map(({ name }) => name)
  throw new Oops('bot.not-yours', {
    role: sayIn(person.locale).plain(`role.${role}`),
    admins: admins.join(', ') || team.title,
  })
}

/** Somebody we know nothing of: a member of the community, in the team's language. */
const strangerIn = (team: Team, heard: Pick<Heard, 'name' | 'account'>): Person => ({
  id: '',
  name: heard.name,
  locale: team.locale,
  role: 'member',
  accounts: [heard.account],
})

/** An Oops in somebody's language. */
export const oopsText = (error: Oops, say: Say): Marked =>
  isKey(error.key) ? say(error.key, error.values) : marked`${error.key}`

/** What was typed, with the mistake in bold. */
function placeOf({ at }: Oops, heard: Heard): Marked | null {
  if (!at || heard.kind !== 'command') return null
  const [head, wrong, tail] = [
    heard.text.slice(0, at.from),
    heard.text.slice(at.from, at.to),
    heard.text.slice(at.to),
  ]
  const shown = wrong.trim() === '' ? marked`▲` : (`**${marked`${wrong.trim()}`}**` as Marked)
  return together([marked`> /${heard.command} ${head}`, shown, marked`${tail}`], '')
}

/** Ten commands and presses in ten seconds are plenty for one account; more is a stuck key or a script. */
function newPace(clock: () => Instant) {
  const recent = new Map<string, Instant[]>()
  return ({ account }: Heard) => {
    const now = clock()
    const key = accountKey(account)
    const times = (recent.get(key) ?? []).filter((at) => now - at < 10_000)
    recent.delete(key)
    recent.set(key, [...times, now])
    if (recent.size > 10_000) recent.delete(recent.keys().next().value!)
    return times.length >= 10
  }
}
