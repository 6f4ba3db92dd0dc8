import { Oops } from '../../model/oops.ts'
import { accountKey } from '../../model/person.ts'
import type { Team } from '../../model/team.ts'
import type { LocalMessage, LocalReaction } from '../../store/local-messages.ts'
import { sayIn } from '../../texts/texts.ts'
import type { Happened, Heard } from '../chat.ts'
import type { Attached, Button, Choice, Form, Message, Select } from '../message.ts'
import type { Rendered } from '../rendered.ts'
import { newTurns } from '../turns.ts'
import { type CastMember, castOf, channelsOf, localAccount, localTeam, standingOf } from './cast.ts'
import type { Happening, Local } from './local.ts'
import { renderLocal } from './render.ts'

type Pressed = { action: string; value?: string; about?: string }
type Answered = { form?: Form; token?: string }

/** The page's side of the local chat: what somebody sees, and what they do. Mistakes are Oops. */
export function newWorkspace(local: Local) {
  const { teams, store, clock } = local
  const cast = castOf(teams)

  const member = (user: string): CastMember => {
    const found = cast.find((one) => one.user === user)
    if (!found) throw new Oops('workspace.no-person', { user })
    return found
  }

  function mayBeIn(user: string, channel: string): Team {
    member(user)
    const found = channelsOf(teams, user).find(({ name }) => name === channel)
    if (!found) throw new Oops('workspace.no-channel', { channel })
    return found.team
  }

  async function visible(user: string, channel: string, id: string): Promise<LocalMessage> {
    mayBeIn(user, channel)
    const row = local.fleeting.get(id) ?? (await store.localMessages.get(id))
    if (!row || row.channel !== channel || !seenBy(row, user)) throw new Oops('bot.no-message')
    return row
  }

  const happened = (user: string, channel: string): Happened => ({
    chat: 'local',
    account: localAccount(user),
    name: member(user).name,
    channel,
    at: clock(),
    ...standingOf(cast, user, clock()),
  })

  async function history(user: string, channel: string, more: { before?: string; most?: number } = {}) {
    mayBeIn(user, channel)
    const most = Math.min(Math.max(more.most ?? 100, 1), 200)
    const rows = await store.localMessages.history(channel, user, { ...more, most })
    // What passes belongs to the newest page.
    const passing = more.before ? [] : local.fleeting.seen(channel, user)
    return shownAll(
      [...rows, ...passing].sort((one, other) => (one.id < other.id ? -1 : 1)),
      user,
    )
  }

  async function shownAll(rows: LocalMessage[], user: string) {
    const ids = rows.map(({ id }) => id)
    const [reactions, replies] = await Promise.all([
      store.localMessages.reactions(ids),
      store.localMessages.replies(ids, user),
    ])
    const say = sayIn(member(user).locale)
    const render = (message: Message) => renderLocal({ ...message, selects: menusOf(message, user) }, say)
    return rows.map((row) => shownOf(row, { reactions, replies: replies.get(row.id) ?? 0, render }))
  }

  function watch(user: string, heard: (event: { kind: Happening['kind']; message: Shown }) => void) {
    const channels = new Set(channelsOf(teams, member(user).user).map(({ name }) => name))
    // One after the other: what is shown of a message is read from the store, and must not overtake.
    let line = Promise.resolve()
    const listener = ({ kind, row }: Happening) => {
      if (!channels.has(row.channel) || !seenBy(row, user)) return
      line = line
        .then(async () => heard({ kind, message: (await shownAll([row], user))[0]! }))
        .catch(() => {})
    }
    local.listeners.add(listener)
    return () => void local.listeners.delete(listener)
  }

  async function type(user: string, channel: string, text: string, thread?: string): Promise<Answered> {
    mayBeIn(user, channel)
    if (thread !== undefined) await visible(user, channel, thread)
    const by = { user, name: member(user).name }
    const [, command, line] = /^\/(\S+)\s?([\s\S]*)$/u.exec(text.trim()) ?? []
    if (command === undefined) {
      const row = await local.add({ channel, by, text: text.trim(), thread: thread ?? null })
      await overhear(row, by)
      return {}
    }
    const heard: Heard = { ...happened(user, channel), kind: 'command', command, text: line ?? '' }
    const { quiet, form } = local.bot().before(heard)
    await local.add({ channel, by, text: text.trim(), onlyFor: quiet ? user : null, thread: thread ?? null })
    if (form) return { form, token: JSON.stringify({ channel, thread, command, line }) }
    await answer(heard, { user, channel, thread: thread ?? null })
    return {}
  }

  /** Where a team listens, what people say is heard as it is elsewhere. */
  async function overhear(row: LocalMessage, { user, name }: { user: string; name: string }) {
    const { id, channel, thread, text, at } = row
    const listens = teams.some(({ listens = [] }) =>
      listens.some((place) => place.chat === 'local' && place.channel === channel),
    )
    if (!listens || !text) return
    const account = localAccount(user)
    const message = { id: `local:${id}`, by: account, author: name, text, url: null, at }
    await local.bot().overhear({
      ...{ chat: 'local', channel, account, name, at, kind: 'said', message },
      ...(thread === null ? {} : { answers: `local:${thread}` }),
    })
  }

  async function press(user: string, channel: string, message: string, pressed: Pressed): Promise<Answered> {
    const row = await visible(user, channel, message)
    const heard = pressOf(row, user, pressed)
    const { form } = local.bot().before(heard)
    if (form) {
      const filled = (await local.bot().fill?.(heard, form)) ?? form
      return { form: filled, token: JSON.stringify({ channel, message, pressed }) }
    }
    await answer(heard, { user, channel, thread: row.thread, on: row })
    return {}
  }

  /** Only a button that the message really has can be pressed, and only as it stands there. */
  function pressOf(row: LocalMessage, user: string, pressed: Pressed, values?: Record<string, string>) {
    const message: Message = row.payload ? JSON.parse(row.payload) : {}
    const buttons = [
      ...(message.buttons ?? []),
      ...(message.items ?? []).flatMap((item) => item.buttons ?? []),
    ]
    const same = ({ action, value }: Button) =>
      action === pressed.action && (value ?? '') === (pressed.value ?? '')
    const button = buttons.find(same) ?? chosenIn(menusOf(message, user), pressed)
    if (!button) throw new Oops('bot.old-button')
    const about = button.about ?? message.about
    const { action, value } = button
    const { team } = message
    return { ...happened(user, row.channel), kind: 'button' as const, action, value, about, team, values }
  }

  /** Menus of what the chat has, with what this person may choose there. */
  const menusOf = ({ selects = [] }: Message, user: string): Select[] =>
    selects.map((select) => (select.of ? { ...select, choices: choicesOf(select.of, user) } : select))

  function choicesOf(of: NonNullable<Select['of']>, user: string): Choice[] {
    if (of === 'groups')
      return [{ value: localTeam, label: sayIn(member(user).locale).plain('workspace.team') }]
    if (of === 'people')
      return cast.map(({ user, name }) => ({ value: accountKey(localAccount(user)), label: name }))
    return channelsOf(teams, user).map(({ name }) => ({ value: name, label: `#${name}` }))
  }

  /** A file of a message that somebody sees. Throws Oops. */
  async function file(user: string, channel: string, message: string, nth: number): Promise<Attached> {
    const { payload } = await visible(user, channel, message)
    const found = payload ? (JSON.parse(payload) as Message).files?.[nth] : undefined
    if (!found) throw new Oops('bot.no-message')
    return found
  }

  /** A right-click on a message: what the bot does with it is answered to this person, where it stands. */
  async function actOn(user: string, channel: string, message: string, action: string): Promise<Answered> {
    const row = await visible(user, channel, message)
    const heard = actionOn(row, user, action)
    const { form } = local.bot().before(heard)
    if (form) return { form, token: JSON.stringify({ channel, message, action }) }
    await answer(heard, { user, channel, thread: row.thread, on: row })
    return {}
  }

  function actionOn(row: LocalMessage, user: string, action: string, values?: Record<string, string>) {
    const { about, team }: Message = row.payload ? JSON.parse(row.payload) : {}
    const message = {
      id: `local:${row.id}`,
      by: row.by_user === null ? null : localAccount(row.by_user),
      author: row.by_name,
      text: row.text ?? '',
      url: null,
      at: row.at,
      about,
    }
    return { ...happened(user, row.channel), kind: 'message-action' as const, action, message, team, values }
  }

  async function submit(user: string, token: string, values: Record<string, string>) {
    const next = readToken(token)
    if ('message' in next) {
      const row = await visible(user, next.channel, next.message)
      const heard =
        'pressed' in next
          ? pressOf(row, user, next.pressed, values)
          : actionOn(row, user, next.action, values)
      return answer(heard, { user, channel: next.channel, thread: row.thread, on: row })
    }
    const { channel, command, line, thread } = next
    mayBeIn(user, channel)
    const heard: Heard = { ...happened(user, channel), kind: 'command', command, text: line, values }
    return answer(heard, { user, channel, thread: thread ?? null })
  }

  /** One after the other for each person and message: what is taken back was given before. */
  const react = (user: string, channel: string, message: string, emoji: string, on: boolean) =>
    inTurn(`${message}/${user}`, () => reactInTurn(user, channel, message, emoji, on))
  const inTurn = newTurns()

  async function reactInTurn(user: string, channel: string, message: string, emoji: string, on: boolean) {
    const row = await visible(user, channel, message)
    if (on) await store.localMessages.react(message, user, emoji, clock())
    else if (!(await store.localMessages.takeBack(message, user, emoji))) return
    for (const listener of local.listeners) listener({ kind: 'changed', row })
    const said: Message = row.payload ? JSON.parse(row.payload) : {}
    if (!said.about) return
    const heard: Heard = {
      ...happened(user, channel),
      kind: 'reaction',
      emoji,
      about: said.about,
      team: said.team,
    }
    await answer(on ? heard : { ...heard, takenBack: true }, { user, channel, thread: row.thread, on: row })
  }

  /** The bot's answer takes the place of the message it was asked on, or is said: to this person alone if quiet. */
  async function answer(
    heard: Heard,
    where: { user: string; channel: string; thread: string | null; on?: LocalMessage },
  ) {
    const message = await local.bot().answer(heard)
    if (!message) return
    const { on, channel, thread, user } = where
    if (message.instead && on) await local.change(on.id, message)
    else await local.add({ channel, thread, message, onlyFor: message.quiet ? user : null })
  }

  return {
    cast: () => cast,
    channels: (user: string) =>
      channelsOf(teams, member(user).user).map(({ name, purpose, team }) => ({
        name,
        topic: sayIn(member(user).locale).plain(`channel.${purpose ?? 'route'}`, { team: team.title }),
        team: team.title,
      })),
    history,
    watch,
    type,
    press,
    submit,
    react,
    file,
    actOn,
    messageActions: (user: string, channel: string) => {
      mayBeIn(user, channel)
      return local.bot().messageActions(happened(user, channel))
    },
    offers: (user: string, channel: string) => {
      mayBeIn(user, channel)
      return local.bot().offers(happened(user, channel))
    },
  }
}

type Shown = ReturnType<typeof shownOf>

function shownOf(
  row: LocalMessage,
  more: { reactions: LocalReaction[]; replies: number; render: (message: Message) => Rendered },
) {
  const message: Message | null = row.payload ? JSON.parse(row.payload) : null
  const mine = more.reactions.filter(({ message_id }) => message_id === row.id)
  return {
    id: row.id,
    channel: row.channel,
    thread: row.thread,
    by: { name: row.by_name, user: row.by_user },
    at: row.at,
    editedAt: row.edited_at,
    quiet: row.only_for !== null,
    text: row.text,
    message: message && more.render(message),
    reactions: [...Map.groupBy(mine, ({ emoji }) => emoji)].map(([emoji, all]) => ({
      emoji,
      users: all.map(({ user }) => user),
    })),
    replies: more.replies,
  }
}

/** What somebody chose in one of the menus, as a button would say it; undefined where it does not stand there. */
function chosenIn(
  menus: Select[],
  { action, value = '', about }: Pressed,
): Omit<Button, 'label'> | undefined {
  const chosen = value.split(',')
  const menu = menus.find(
    (one) =>
      one.action === action &&
      (about === undefined || one.about === undefined || one.about === about) &&
      chosen.length <= (one.most ?? 1) &&
      chosen.every((given) => one.choices?.some((choice) => choice.value === given)),
  )
  return menu && { action, value, ...(menu.about === undefined ? {} : { about: menu.about }) }
}

const seenBy = (row: LocalMessage, user: string) => row.only_for === null || row.only_for === user

type Next =
  | { channel: string; message: string; pressed: Pressed }
  | { channel: string; message: string; action: string }
  | { channel: string; thread?: string; command: string; line: string }

/** What the page hands back is outside text: it is checked like any other. */
function readToken(token: string): Next {
  try {
    const { channel, message, pressed, action, command, line, thread } = JSON.parse(token)
    const texts = (...all: unknown[]) => all.every((one) => typeof one === 'string')
    if (texts(channel, message, pressed?.action)) return { channel, message, pressed }
    if (texts(channel, message, action)) return { channel, message, action }
    if (texts(channel, command, line)) return { channel, command, line, ...(texts(thread) ? { thread } : {}) }
  } catch {
    // Falls through to the same answer.
  }
  throw new Oops('bot.old-button')
}
