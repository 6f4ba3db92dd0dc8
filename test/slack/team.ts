import type { Way } from './delivery.ts'
import type { Channel, File, Group, Message, Reply, Trigger, User, View } from './nouns.ts'
import { allScopes } from './scopes.ts'

/** The first workspace: its ids are the plain ones, those of others end in `X` and theirs. */
const first = 'T0NIMBUS'

/** All that Slack keeps of one workspace and of the app in it. */
export type Team = ReturnType<typeof newTeam>

/** An empty workspace with its app and tokens; `app` is one that stands in another workspace as well. */
export function newTeam(
  host: { now(): number; id(prefix: string): string },
  id: string,
  name: string,
  app?: { app: string; appToken: string; signingSecret: string },
) {
  const short = id.slice(1)
  const of = (plain: string) => (id === first ? plain : `${plain}X${id.slice(2)}`)
  const domain = name.toLowerCase()
  const bot = { user: of('U0VIGIE'), id: of('B0VIGIE'), app: app?.app ?? of('A0VIGIE'), name: 'vigie' }
  let last = 0

  /** A time stamp that nothing else in the workspace has. */
  function stamp(): string {
    last = Math.max(Math.round(host.now() * 1000), last + 100)
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`
  }

  const team = {
    id,
    name,
    of,
    domain,
    url: `https://${domain}.slack.example/`,
    tokens: {
      token: `xoxb-${short}-${host.id('')}`,
      appToken: app?.appToken ?? `xapp-1-${bot.app}-${host.id('')}`,
      signingSecret: app?.signingSecret ?? `signing-${short}-${host.id('')}`,
    },
    bot,
    scopes: new Set<string>(allScopes),
    events: null as Set<string> | null,
    commands: null as Set<string> | null,
    escapes: false,
    way: 'socket' as Way,
    refused: null as string | null,
    users: new Map<string, User>(),
    channels: new Map<string, Channel>(),
    groups: new Map<string, Group>(),
    messages: new Map<string, Message[]>(),
    files: new Map<string, File>(),
    windows: new Map<string, View[]>(),
    homes: new Map<string, View>(),
    triggers: new Map<string, Trigger>(),
    replies: new Map<string, Reply>(),
    stamp,
    said: (channel: string) => team.messages.get(channel) ?? [],
    find: (channel: string, ts: string) =>
      (team.messages.get(channel) ?? []).find((one) => one.ts === ts && !one.onlyFor),
    /** By id or name; undefined where there is none. */
    channel: (given: string): Channel | undefined =>
      team.channels.get(given) ??
      [...team.channels.values()].find(({ name }) => name !== '' && name === given.replace(/^#/u, '')),
    /** The private conversation of a user and the bot. */
    im(user: string): Channel {
      const known = [...team.channels.values()].find(
        ({ kind, members }) => kind === 'im' && members.has(user),
      )
      if (known) return known
      const channel: Channel = {
        id: host.id('D0'),
        name: '',
        kind: 'im',
        archived: false,
        topic: '',
        purpose: '',
        members: new Set([user, bot.user]),
      }
      team.channels.set(channel.id, channel)
      return channel
    },
    keep(message: Message): Message {
      const all = team.messages.get(message.channel)
      if (all) all.push(message)
      else team.messages.set(message.channel, [message])
      return message
    },
    addUser(user: string, real: string, more: Partial<User> = {}) {
      const base = { id: user, name: real.toLowerCase(), real, locale: 'fr-FR' }
      team.users.set(user, { ...base, admin: false, guest: false, bot: false, ...more })
    },
    addChannel(
      name: string,
      more: {
        private?: boolean
        archived?: boolean
        members?: string[]
        topic?: string
        purpose?: string
        keptTopic?: boolean
      } = {},
    ): string {
      const plain = of(`C0${name.normalize('NFD').replace(/\W|_/gu, '').toUpperCase()}`.padEnd(8, '0'))
      const channel: Channel = {
        // One that was renamed keeps its id.
        id: team.channels.has(plain) ? `${plain}${team.channels.size}` : plain,
        name,
        kind: more.private ? 'private' : 'public',
        archived: more.archived ?? false,
        topic: more.topic ?? '',
        purpose: more.purpose ?? '',
        keptTopic: more.keptTopic ?? false,
        members: new Set(more.members ?? []),
      }
      team.channels.set(channel.id, channel)
      return channel.id
    },
    addGroup: (id: string, handle: string, users: string[]) =>
      void team.groups.set(id, { id, handle, name: handle, users }),
  }
  return team
}
