import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type Asking, askingOf } from './chat/asking.ts'
import type { Bot, Chat, Happened, Heard, HeardMessage, MessageOffer, Offer, Overheard } from './chat/chat.ts'
import {
  type Action,
  type Asked,
  type Command,
  type HeardPost,
  type MessageAction,
  mayDo,
} from './chat/command.ts'
import { readOption, readOptions } from './chat/grammar.ts'
import type { Choice, Form, Message } from './chat/message.ts'
import type { Option, ReadBy } from './chat/options.ts'
import { isCalled, namesOf, shownName, usageOf } from './chat/usage.ts'
import { type Drafter, newDrafter } from './delivery/reply-drafter.ts'
import type { Door } from './http.ts'
import type { Chain } from './model/drand.ts'
import { Oops, Unavailable } from './model/oops.ts'
import { accountKey, type ChatName, type Person } from './model/person.ts'
import type { Instant } from './model/post.ts'
import { isChannelOf, type Team } from './model/team.ts'
import { folded } from './model/words.ts'
import { nearest } from './settings/nearest.ts'
import type { FirstReading } from './store/added-sources.ts'
import type { Addition } from './store/additions.ts'
import { StoreDown } from './store/fault.ts'
import { newId } from './store/id.ts'
import type { Given } from './store/identity.ts'
import type { Store } from './store/store.ts'
import { type Marked, marked, together } from './texts/marked.ts'
import { isKey, type Say, sayIn } from './texts/texts.ts'

type Parts = {
  teams: Team[]
  store: Store
  commands: Command[]
  clock: () => Instant
  log: Logger
  /** Hands a post over to intake on somebody's word. */
  hear?(team: Team, post: Given, byHand: Omit<Addition, 'at'>): Promise<HeardPost | null>
  /** Brings the teams' topics up to date. */
  refresh?: () => Promise<void>
  /** All that Vigie speaks in. */
  chats?: ReadonlyMap<ChatName, Chat>
  /** Which public values decide draws. */
  chain?: () => Promise<Chain | null>
  publicUrl?: string | null
  /** Takes what is said where Vigie listens. */
  overhear?: (said: Overheard) => Promise<void>
  /** Called when something was done: what it changed may have to be told. */
  done?: () => void
  /** The way out to addresses that people name. */
  door?: Door
  /** See Asked. */
  seal?: Asked['seal']
  /** What mentions might be answered; without a language model where it is missing. */
  drafts?: Drafter
  /** Waits a little for the first reading of a source that a team just added. */
  firstReading?: (team: string, key: string) => Promise<FirstReading | null>
}

const deaf = async () => {
  throw new Unavailable('this bot was given no intake')
}
const noSecret = () => {
  throw new Unavailable('this bot was given no secret')
}

const closedDoor: Door = {
  get: async () => {
    throw new Unavailable('this bot was given no way out')
  },
  close: async () => {},
}

/** What people type, press and tap comes in, a Message goes out, the same for every chat. */
export function newBot({
  teams,
  store,
  commands,
  clock,
  log,
  hear = deaf,
  refresh,
  chats = new Map(),
  chain = async () => null,
  publicUrl = null,
  overhear = async () => {},
  done = () => {},
  door = closedDoor,
  seal = noSecret,
  drafts = newDrafter({ store, model: null }),
  firstReading = async () => null,
}: Parts): Bot {
  const tooFast = newPace(clock)

  function before(heard: Heard) {
    try {
      const to = understand(heard)
      if (heard.kind === 'command' && 'command' in to) {
        const form = formOf(to, heard)
        return { quiet: to.command.quiet ?? false, ...(form ? { form } : {}) }
      }
      if (!('action' in to)) return { quiet: true }
      const quiet = to.action.quiet ?? true
      const answered = heard.kind === 'reaction' || ('values' in heard && heard.values)
      return to.action.form && !answered ? { quiet, form: to.action.form(to.say) } : { quiet }
    } catch {
      return { quiet: true }
    }
  }

  async function fill(heard: Heard, form: Form): Promise<Form> {
    try {
      const to = understand(heard)
      if (!('action' in to) || !('fill' in to.action) || !to.action.fill) return form
      const { value = '' } = heard.kind === 'button' ? heard : {}
      const filled = to.action.fill({ team: to.team, store, about: idOf(heard), value })
      const known = await Promise.race([
        filled,
        sleep(fillPatience, {} as Record<string, string>, { ref: false }),
      ])
      return {
        ...form,
        inputs: form.inputs.map((input) => ({ ...input, value: known[input.name] ?? input.value ?? '' })),
      }
    } catch (err) {
      log.warn({ err, kind: heard.kind, chat: heard.chat }, 'a form could not be filled')
      return form
    }
  }

  async function answer(heard: Heard): Promise<Message | null> {
    try {
      if (tooFast(heard)) throw new Oops('bot.too-fast')
      await refresh?.()
      const to = understand(heard)
      const person = await remember(heard, to)
      const here = { by: person.name, channel: heard.channel }
      const asked: Asked = {
        ...to,
        teams,
        person,
        channel: heard.channel,
        now: clock(),
        store,
        commands,
        chat: heard.chat,
        chats,
        by: heard,
        chain,
        publicUrl,
        hear: (post, more) => hear(to.team, post, { ...here, ...more }),
        door,
        seal,
        refresh: async () => refresh?.(),
        drafts,
        firstReading: (key) => firstReading(to.team.name, key),
      }
      const said = await run(to, heard, asked)
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

  async function remember(heard: Heard, { person, team }: Asking): Promise<Person> {
    // A crowd that presses one button at once is met together.
    const id = await store.grouped((store) =>
      store.people.meet(heard.account, heard.name, team.locale, clock()),
    )
    return person.id === '' ? { ...person, id: `person-${id}` } : person
  }

  /** Whatever went wrong, in words. Never throws: nobody above would answer. */
  function excuse(error: unknown, heard: Heard): Message | null {
    try {
      return inWords(error, heard)
    } catch (broken) {
      const id = newId(clock()).slice(-8)
      log.error({ err: broken, id, kind: heard.kind, chat: heard.chat }, 'an excuse failed')
      return { quiet: true, text: sayIn(teams[0]?.locale ?? 'en')('bot.bug', { id }) }
    }
  }

  function inWords(error: unknown, heard: Heard): Message | null {
    if (error instanceof NotForUs) return null
    const say = voiceFor(heard)
    if (error instanceof Oops)
      return { quiet: true, text: together([oopsText(error, say), placeOf(error, heard)]) }
    const id = newId(clock()).slice(-8)
    const unsaid = wordsOf(heard)
    log.error({ err: error, id, kind: heard.kind, chat: heard.chat, unsaid }, 'an answer failed')
    if (!(error instanceof Unavailable)) return { quiet: true, text: say('bot.bug', { id }) }
    const full = error instanceof StoreDown && error.key && isKey(error.key) ? error.key : null
    return { quiet: true, text: say(full ?? 'bot.busy') }
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
      .filter((command) => !command.hidden && mayDo(command, person, by))
      .map((command) => ({
        id: command.name,
        name: shownName(command, say.locale),
        also: namesOf(command).filter((name) => name !== shownName(command, say.locale)),
        about: say.plain(command.about),
        usage: usageOf(command, say),
      }))
  }

  function messageActions(by: Happened): MessageOffer[] {
    const person = whoAsks(by)
    const say = sayIn(person.locale)
    const offers = commands.flatMap(({ name, onMessage = {} }) =>
      Object.entries(onMessage)
        .filter(([, action]) => mayDo(action, person, by))
        .map(([verb, { label, on }]) => ({ action: `${name}.${verb}`, label: say.plain(label), on })),
    )
    return offers.sort((one, other) => Number(one.on === 'all') - Number(other.on === 'all'))
  }

  function complete(heard: Heard & { kind: 'command' }, option: string, typed: string): Choice[] {
    try {
      const { command, team, say } = understand(heard) as ToCommand
      const choices = command.options[option]?.choices?.({ team, say, now: heard.at }) ?? []
      const wanted = folded(typed)
      const fits = choices.filter(({ label }) => folded(label).includes(wanted))
      return fits
        .sort(
          (a, b) => Number(folded(b.label).startsWith(wanted)) - Number(folded(a.label).startsWith(wanted)),
        )
        .slice(0, 25)
    } catch {
      return []
    }
  }

  /** What is said where Vigie listens; a mistake there is ours alone. */
  async function overheard(said: Overheard) {
    await overhear(said).catch((err) => log.error({ err, chat: said.chat }, 'what was overheard is lost'))
  }

  return { before, fill, answer, offers, messageActions, complete, overhear: overheard }
}

type Understood = Asking & { say: Say } & (
    | { command: Command; line: string; skipped: number }
    | { action: Action; name: string }
    | { action: MessageAction; name: string; message: HeardMessage }
  )
type ToCommand = Extract<Understood, { command: Command }>
type ToAction = Extract<Understood, { name: string }>

const isFor = ({ on }: MessageAction, whose: 'people' | 'vigie') => on === 'all' || on === whose

const run = (to: Understood, heard: Heard, asked: Asked): Promise<Message | null> =>
  'command' in to ? runCommand(to, heard, asked) : runAction(to, heard, asked)

/** Without a skin, and without the sign that asks for colours: the same reaction comes both ways. */
const bare = (emoji: string) => emoji.replace(/[\u{1f3fb}-\u{1f3ff}\ufe0e\ufe0f]/gu, '')

const isTakenBack = (heard: Heard) => heard.kind === 'reaction' && heard.takenBack === true

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

/** What somebody said, and who they are: none of it belongs in the log. */
const wordsOf = (heard: Heard): string[] => [
  heard.name,
  ...(heard.kind === 'command' ? [heard.text] : []),
  ...(heard.kind === 'message-action' ? [heard.message.text, heard.message.author] : []),
  ...('options' in heard ? Object.values(heard.options ?? {}) : []),
  ...('values' in heard ? Object.values(heard.values ?? {}) : []),
]

/** What stands behind the noun of what it is about: `17` of `mention:17`. */
const idOf = (heard: Heard) => (aboutOf(heard) ?? '').replace(/^[^:]*:/, '')

const aboutOf = (heard: Heard) =>
  heard.kind === 'button' || heard.kind === 'reaction' ? heard.about : undefined

/** An answer about another team than the channel's says so: its buttons shall ask that team again. */
const teamOf = (heard: Heard, team: Team): { team?: string } =>
  isChannelOf(team, heard) ? {} : { team: team.name }

/** A reaction cannot open a form: a button can. */
const askByButton = (to: ToAction, heard: Heard): Message => ({
  quiet: true,
  text: to.say('bot.form-by-button'),
  about: aboutOf(heard),
  buttons: [{ action: to.name, label: to.say.plain(to.action.label ?? 'bot.form-by-button') }],
})

function optionsOf(to: ToCommand, heard: Heard & { kind: 'command' }): Record<string, unknown> {
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
class FilledWrong extends Oops {
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
function formOf(to: ToCommand, heard: Heard & { kind: 'command' }): Form | null {
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

/** An Oops in somebody's language. */
export const oopsText = (error: Oops, say: Say): Marked =>
  isKey(error.key) ? say(error.key, error.values) : marked`${error.key}`

/** What was typed, with the mistake in bold. */
function placeOf(error: Oops, heard: Heard): Marked | null {
  const { at } = error
  if (!at || heard.kind !== 'command') return null
  const [before, typed] =
    error instanceof FilledWrong ? ['', error.filled.replace(/\s/g, ' ')] : [`/${heard.command} `, heard.text]
  const [head, wrong, tail] = [typed.slice(0, at.from), typed.slice(at.from, at.to), typed.slice(at.to)]
  const shown = wrong.trim() === '' ? marked`▲` : (`**${marked`${wrong.trim()}`}**` as Marked)
  return together([marked`> ${before}${head}`, shown, marked`${tail}`], '')
}

/** Ten commands and presses in ten seconds are plenty for one account; more is a stuck key or a script. */
function newPace(clock: () => Instant) {
  const recent = new Map<string, Instant[]>()
  return ({ account }: Heard) => {
    const now = clock()
    const key = accountKey(account)
    const times = (recent.get(key) ?? []).filter((at) => Math.abs(now - at) < 10_000)
    recent.delete(key)
    recent.set(key, [...times, now])
    if (recent.size > 10_000) recent.delete(recent.keys().next().value!)
    return times.length >= 10
  }
}

/** Milliseconds: Slack and Discord take a window within three seconds of the press, or not at all. */
const fillPatience = 800
