import { renderLocal } from '../../src/chat/local/render.ts'
import type { Form, Message } from '../../src/chat/message.ts'
import { Oops } from '../../src/model/oops.ts'
import { sayIn } from '../../src/texts/texts.ts'
import type {
  Answered,
  CastMember,
  MessageAction,
  Shown,
  Workspace,
  WorkspaceEvent,
} from '../../src/web/workspace.ts'

/** A workspace in memory: what is typed is said, Vigie says what the test has it say. */
export function newFakeWorkspace(more: { now?: () => number } = {}) {
  const now = more.now ?? Date.now
  const messages: Shown[] = []
  const watchers = new Set<{ user: string; heard: (event: WorkspaceEvent) => void }>()
  /** Everything the page asked for, for the tests to look at. */
  const done: unknown[][] = []
  const forms = new Map<string, Form>()
  const failures = new Map<string, Error>()

  const seenBy = (user: string, { quiet, to }: Kept) => !quiet || to === user
  type Kept = Shown & { to?: string }
  const shown = ({ to: _to, ...message }: Kept): Shown => structuredClone(message)
  const tell = (kind: WorkspaceEvent['kind'], message: Kept) => {
    for (const { user, heard } of watchers)
      if (seenBy(user, message)) heard({ kind, message: shown(message) })
  }
  const keep = (message: Partial<Kept>) => {
    const kept: Kept = {
      id: `m${messages.length + 1}`,
      channel: 'veille',
      thread: null,
      by: { name: 'Vigie', user: null },
      at: now(),
      editedAt: null,
      quiet: false,
      text: null,
      message: null,
      reactions: [],
      replies: 0,
      ...message,
    }
    messages.push(kept)
    tell('said', kept)
    return kept
  }
  const found = (id: string) => {
    const message = messages.find((one) => one.id === id)
    if (!message) throw new Oops('workspace.bad-field', { field: 'message' })
    return message
  }
  const answer = (name: string): Answered => {
    const failure = failures.get(name)
    if (failure) throw failure
    const form = forms.get(name)
    return form ? { form, token: name } : {}
  }

  const workspace: Workspace = {
    cast: () => cast,
    channels: (user) => (user === 'theo' ? channels.slice(2) : channels),
    async history(user, channel, { before, most = 50 } = {}) {
      const all = messages.filter((message) => message.channel === channel && seenBy(user, message))
      const end = before === undefined ? all.length : all.findIndex(({ id }) => id === before)
      return all.slice(Math.max(0, end - most), end).map(shown)
    },
    watch(user, heard) {
      const watcher = { user, heard }
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    async type(user, channel, text, thread) {
      done.push(['type', user, channel, text, ...(thread ? [thread] : [])])
      const answered = answer(text.split(' ')[0]!)
      keep({ channel, text, thread: thread ?? null, by: { name: nameOf(user), user } })
      return answered
    },
    async press(user, channel, message, button) {
      done.push(['press', user, channel, message, button])
      return answer(button.action)
    },
    async submit(user, token, values) {
      done.push(['submit', user, token, values])
    },
    async react(user, channel, message, emoji, on) {
      done.push(['react', user, channel, message, emoji, on])
      const kept = found(message)
      const others = (kept.reactions.find((one) => one.emoji === emoji)?.users ?? []).filter(
        (one) => one !== user,
      )
      const users = on ? [...others, user] : others
      kept.reactions = [
        ...kept.reactions.filter((one) => one.emoji !== emoji),
        ...(users.length > 0 ? [{ emoji, users }] : []),
      ]
      tell('changed', kept)
    },
    async actOn(user, channel, message, action) {
      done.push(['act', user, channel, message, action])
      return answer(action)
    },
    file: async () => picture,
    messageActions: (user) => (user === 'theo' ? [] : actions),
    offers: () => offers,
  }

  return {
    workspace,
    done,
    forms,
    failures,
    watching: () => watchers.size,
    say: (message: Message, more: Partial<Kept> = {}) =>
      keep({ message: renderLocal(message, sayIn('en')), quiet: message.quiet ?? false, ...more }),
    types: (user: string, text: string, more: Partial<Kept> = {}) =>
      keep({ text, by: { name: nameOf(user), user }, ...more }),
    change(id: string, message: Message) {
      const kept = Object.assign(found(id), {
        message: renderLocal(message, sayIn('en')),
        editedAt: now(),
      })
      tell('changed', kept)
    },
    remove(id: string) {
      const [kept] = messages.splice(messages.indexOf(found(id)), 1)
      tell('removed', kept!)
    },
  }
}

const cast: CastMember[] = [
  { user: 'mia', name: 'Mia Laurent', role: 'staff', locale: 'en', team: 'Nimbus' },
  { user: 'noor', name: 'Noor', role: 'approver', locale: 'fr', team: 'Nimbus' },
  { user: 'theo', name: 'Theo', role: 'member', locale: 'en', team: 'Nimbus' },
]

/** One point, see through. */
const picture = {
  name: 'mood.png',
  type: 'image/png',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  says: 'The mood of the week',
}

const nameOf = (user: string) => cast.find((one) => one.user === user)!.name

const channels = [
  { name: 'veille', topic: 'What is said of the sector', team: 'Nimbus' },
  { name: 'e-reputation', topic: 'Alerts about Nimbus', team: 'Nimbus' },
  { name: 'community', topic: '', team: 'Nimbus' },
]

const actions: MessageAction[] = [
  { action: 'mention add.report', label: 'Report to Vigie', on: 'people' },
  { action: 'mention.not-about-us', label: 'Not about us', on: 'all' },
]

const offers = [
  { name: 'help', also: ['aide'], about: 'What Vigie can do', usage: '/help [command]' },
  { name: 'mentions', about: 'What was heard', usage: '/mentions [topic] [since:24h] [mood:negative]' },
  { name: 'sources', about: 'Where Vigie listens', usage: '/sources' },
  { name: 'sources add', about: 'One more', usage: '/sources add <address>' },
].map((offer) => ({ id: offer.name, also: [], ...offer }))
