import { type Asking, askingOf } from '../chat/asking.ts'
import type { Happened, Heard, HeardMessage } from '../chat/chat.ts'
import { type Action, type Command, type MessageAction, mayDo } from '../chat/command.ts'
import { isCalled, namesOf } from '../chat/usage.ts'
import { Oops } from '../model/oops.ts'
import type { Person } from '../model/person.ts'
import type { Team } from '../model/team.ts'
import { folded } from '../model/words.ts'
import { nearest } from '../settings/nearest.ts'
import { type Say, sayIn } from '../texts/texts.ts'

/** Who asks what of which team: a command with what stands behind its name (`skipped` characters before it), or an action. */
export type Understood = Asking & { say: Say } & (
    | { command: Command; line: string; skipped: number }
    | { action: Action; name: string }
    | { action: MessageAction; name: string; message: HeardMessage }
  )
export type ToCommand = Extract<Understood, { command: Command }>
export type ToAction = Extract<Understood, { name: string }>

/** Finds out what is meant by what was typed, pressed or tapped. */
export function newUnderstanding(teams: Team[], commands: Command[]) {
  /** The team, the person, and the command or action that is meant. Throws Oops when it is none, or not for them. */
  function understand(heard: Heard): Understood {
    const asking = askingOf(teams, heard, (team) => strangerIn(team, heard))
    const say = sayIn(asking.person.locale)
    if (heard.kind === 'command') {
      const { command, line, skipped } = commandOf(heard.command, asking.line)
      needs(command, asking, heard)
      return { ...asking, say, command, line, skipped }
    }
    if (heard.kind === 'message-action') {
      const { name, action } = messageActionOf(heard)
      needs(action, asking, heard)
      return { ...asking, say, action, name, message: heard.message }
    }
    const { name, action } = heard.kind === 'button' ? actionOf(heard.action) : reactionOf(heard)
    if (!isTakenBack(heard)) needs(action, asking, heard)
    return { ...asking, say, action, name }
  }

  function commandOf(name: string, line: string): { command: Command; line: string; skipped: number } {
    if (name === 'vigie') {
      const [typed = '', first = ''] = /^\s*\/?(\S*)\s*/u.exec(line) ?? []
      const to = commandOf(first || 'help', line.slice(typed.length))
      return { ...to, skipped: typed.length + to.skipped }
    }
    const wanted = name.toLowerCase()
    const [typed = '', verb = ''] = /^\s*(\S*)/u.exec(line) ?? []
    const withVerb = folded(verb) === '' ? undefined : commandNamed(`${wanted} ${folded(verb)}`)
    if (withVerb) return { command: withVerb, line: line.slice(typed.length), skipped: typed.length }
    const command = commandNamed(wanted)
    if (command) return { command, line, skipped: 0 }
    const meant = nearest(wanted, ['vigie', ...commands.filter(({ hidden }) => !hidden).flatMap(namesOf)])
    throw meant
      ? new Oops('bot.unknown-command-near', { given: name, meant })
      : new Oops('bot.unknown-command', { given: name })
  }

  const commandNamed = (name: string) => commands.find((one) => !one.hidden && isCalled(one, name))

  function actionOf(name: string): { name: string; action: Action } {
    const [owner, verb] = name.split('.')
    const action = commands.find((one) => one.name === owner)?.on?.[verb ?? '']
    if (!action) throw new Oops('bot.old-button')
    return { name, action }
  }

  /** A reaction is the action of what its message is about that shows this emoji; any other means nothing to us. */
  function reactionOf(heard: Heard & { kind: 'reaction' }): { name: string; action: Action } {
    const { emoji, about } = heard
    const noun = about?.split(':')[0]
    const actions = Object.entries(commands.find(({ name }) => name === noun)?.on ?? {})
    const found = actions.find(([, action]) => action.reaction && bare(action.reaction) === bare(emoji))
    if (!found || (isTakenBack(heard) && !found[1].takenBack)) throw new NotForUs()
    return { name: `${noun}.${found[0]}`, action: found[1] }
  }

  /** A right-click; one that is not for whose message it is never stood in a menu. */
  function messageActionOf({ action: name, message }: Heard & { kind: 'message-action' }) {
    const [owner, verb] = name.split('.')
    const action = commands.find((one) => one.name === owner)?.onMessage?.[verb ?? '']
    if (!action || !isFor(action, message.by ? 'people' : 'vigie')) throw new Oops('bot.old-button')
    return { name, action }
  }

  /** The person, whatever they do: a line that cannot be read says nothing about who wrote it. */
  const whoAsks = (by: Happened) =>
    askingOf(teams, { ...by, kind: 'button', action: '' }, (team) => strangerIn(team, by)).person

  return { understand, whoAsks }
}

/** Something that was heard and is none of our business, such as a 🎉 under an alert. */
export class NotForUs extends Error {}

const isFor = ({ on }: MessageAction, whose: 'people' | 'vigie') => on === 'all' || on === whose

/** Without a skin, and without the sign that asks for colours: the same reaction comes both ways. */
const bare = (emoji: string) => emoji.replace(/[\u{1f3fb}-\u{1f3ff}\ufe0e\ufe0f]/gu, '')

export const isTakenBack = (heard: Heard) => heard.kind === 'reaction' && heard.takenBack === true

function needs(what: Parameters<typeof mayDo>[0], { person, team }: Asking, by: Happened) {
  if (mayDo(what, person, by)) return
  const role = what.for
  const admins = team.people.filter((one) => one.role === 'admin').map(({ name }) => name)
  throw new Oops('bot.not-yours', {
    role: sayIn(person.locale).plain(`role.${role}`),
    admins: admins.join(', ') || team.title,
  })
}

/** Somebody we know nothing of: a member of the community, in the language they use the chat in, else the team's. */
const strangerIn = (team: Team, heard: Pick<Heard, 'name' | 'account' | 'language'>): Person => ({
  id: '',
  name: heard.name,
  locale: heard.language ? (/^fr\b/i.test(heard.language) ? 'fr' : 'en') : team.locale,
  role: 'member',
  accounts: [heard.account],
})
