import { Unavailable } from '../../model/oops.ts'
import type { Instant } from '../../model/post.ts'
import { isChannelOf, placesOf, type Team } from '../../model/team.ts'
import type { LocalMessage } from '../../store/local-messages.ts'
import type { Store } from '../../store/store.ts'
import { sayIn } from '../../texts/texts.ts'
import type { Bot, Chat, Told } from '../chat.ts'
import type { Message } from '../message.ts'
import { castOf, channelsOf, localAccount, localTeam, standingOf } from './cast.ts'
import { type Fleeting, newFleeting } from './fleeting.ts'
import { newFollowing } from './following.ts'
import { newWorkspace } from './workspace.ts'

export type Happening = { kind: 'said' | 'changed' | 'removed'; row: LocalMessage }

/** What the chat and the page share: the store, who listens, and how something is said in a channel. */
export type Local = {
  teams: Team[]
  store: Store
  clock: () => Instant
  bot(): Bot
  listeners: Set<(happening: Happening) => void>
  add(said: Saying): Promise<LocalMessage>
  change(id: string, message: Message): Promise<boolean>
  fleeting: Fleeting
}

export type Saying = {
  channel: string
  thread?: string | null
  by?: { user: string; name: string }
  onlyFor?: string | null
  text?: string
  message?: Message
  delivery?: string
}

/**
 * The local chat: channels in the store, shown by a page on the loopback address. It needs no token, so it is
 * the first chat of every newcomer, and the one that keeps the neutral model honest.
 */
export function newLocalChat(parts: { teams: Team[]; store: Store; clock: () => Instant }) {
  const { teams, store, clock } = parts
  let bot: Bot | null = null
  const fleeting = newFleeting()
  /** What Vigie tells the members of a channel. */
  const topics = new Map<string, string>()
  const local: Local = {
    teams,
    store,
    clock,
    listeners: new Set(),
    add,
    change,
    fleeting,
    bot() {
      if (!bot) throw new Unavailable('the local chat has not started')
      return bot
    },
  }

  async function add({
    channel,
    thread,
    by,
    onlyFor,
    text,
    message,
    delivery,
  }: Saying): Promise<LocalMessage> {
    const said = {
      channel,
      thread: thread ?? null,
      by_user: by?.user ?? null,
      by_name: by?.name ?? 'Vigie',
      only_for: onlyFor ?? null,
      text: text ?? null,
      payload: message ? JSON.stringify(message) : null,
      delivery: delivery ?? null,
      at: clock(),
    }
    const row = message?.fleeting && onlyFor ? fleeting.add(said) : await store.localMessages.add(said)
    tell({ kind: 'said', row })
    return row
  }

  async function change(id: string, message: Message): Promise<boolean> {
    const passing = fleeting.change(id, message, clock())
    const changed =
      passing !== null || (await store.localMessages.change(id, JSON.stringify(message), clock()))
    const row = passing ?? (await store.localMessages.get(id))
    if (row) tell({ kind: 'changed', row })
    return changed
  }

  function tell(happening: Happening) {
    following?.knows(happening.row)
    for (const listener of local.listeners) listener(happening)
  }

  // Other processes say things too; nobody has to be asked where there is none.
  const following = store.shared
    ? newFollowing({ store, clock, tell, heard: () => local.listeners.size > 0 })
    : null

  const known = (channel: string) => {
    if (!teams.some((team) => isChannelOf(team, { chat: 'local', channel })))
      throw new Unavailable(`there is no local channel #${channel}`, { refused: true })
  }
  const toldOf = ({ channel, id }: LocalMessage): Told => ({ channel, id })

  const chat: Chat = {
    name: 'local',
    // Our own page loses nothing.
    pause: 0,
    async start(started) {
      bot = started
      following?.start()
    },
    async stop() {
      following?.stop()
      local.listeners.clear()
    },
    async say(channel, message, more = {}) {
      known(channel)
      const { delivery, thread } = more
      return toldOf(
        await add({ channel, message, thread: thread ?? null, ...(delivery ? { delivery } : {}) }),
      )
    },
    async change({ id }, message) {
      if (!(await change(id, message))) throw new Unavailable('the message is gone', { refused: true })
    },
    async remove({ id }) {
      const row = await store.localMessages.get(id)
      await store.localMessages.remove(id)
      if (row) tell({ kind: 'removed', row })
    },
    async whisper({ user }, channel, message) {
      known(channel)
      await add({ channel, message, onlyFor: user })
    },
    async write({ user }, message) {
      const mine = channelsOf(teams, user)
      const [channel] = (['alerts', 'community'] as const)
        .flatMap((wanted) => mine.find(({ purpose }) => purpose === wanted) ?? [])
        .concat(mine)
      if (!channel) throw new Unavailable(`${user} sees no local channel`, { refused: true })
      await add({ channel: channel.name, message, onlyFor: user })
    },
    standing: async ({ user }) => standingOf(castOf(teams), user, clock()),
    tells: { accountSince: true, memberSince: true },
    groups: async () => [{ group: localTeam, name: sayIn(teams[0]?.locale ?? 'en').plain('workspace.team') }],
    async find(_channel, delivery) {
      const row = await store.localMessages.ofDelivery(delivery)
      return row && toldOf(row)
    },
    async channels() {
      return teams.flatMap((team) =>
        placesOf(team)
          .filter((place) => place.chat === 'local')
          .map(({ channel }) => ({ name: channel, topic: topics.get(channel) ?? team.title })),
      )
    },
    async announce(channel, words) {
      known(channel)
      topics.set(channel, words)
      return null
    },
    census: async () => ({ members: castOf(teams).length, hidden: {} }),
    enter: async () => null,
    lacks: async () => [],
    async people() {
      return castOf(teams).map(({ user, name, role }) => ({ account: localAccount(user), name, role }))
    },
  }

  return { chat, workspace: newWorkspace(local) }
}
