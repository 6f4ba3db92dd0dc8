import { Unavailable } from '../../model/oops.ts'
import type { Team } from '../../model/team.ts'
import { hour } from '../../model/time.ts'
import { isKey } from '../../texts/texts.ts'
import type { Chat, ChatPerson, Lack, Told } from '../chat.ts'
import type { newFinding } from './finding.ts'
import type { Permission } from './permissions.ts'
import type { Place, Places } from './places.ts'
import { isForum } from './server.ts'
import { voiceOf } from './voices.ts'

/** One server as a chat: its verbs, and what Vigie lacks there. */
export function newChatOf(parts: {
  place: Place
  places: Places
  teams: Team[]
  find: ReturnType<typeof newFinding>
  people: () => Promise<ChatPerson[]>
  standing: NonNullable<Chat['standing']>
  announce: NonNullable<Chat['announce']>
  census: NonNullable<Chat['census']>
  /** What the connection lacks, whatever the server. */
  lacks: () => Promise<Lack[]>
}): Omit<Chat, 'start' | 'stop'> {
  const { place, places, teams, find, people, standing, announce, census } = parts
  const { name, server, saying, voiceIn } = place
  const voice = () => voiceOf(teams, name)
  const named = (permissions: Permission[]) =>
    permissions.map((one) => voice().plain(`discord.permission-${one as Needed}`)).join(', ')

  return {
    name,
    editsFor: hour,
    say: saying.say,
    change: saying.change,
    remove: saying.remove,
    async whisper(to, channel, message) {
      await places.whisper(place, to, await saying.rendered(message, voiceIn(channel)))
    },
    async write(to, message) {
      await places.whisper(place, to, await saying.rendered(message, voiceIn('')))
    },
    find,
    people,
    standing,
    tells: { accountSince: true, memberSince: true },
    announce,
    census,
    linkTo({ channel, id }: Told) {
      const guild = server.known()
      return guild === null ? null : `https://discord.com/channels/${guild}/${channel}/${id}`
    },
    async channels() {
      const all = await server.channels()
      return all.map(({ name, topic }) => ({ name, ...(topic ? { topic } : {}) }))
    },
    async groups() {
      const { guild } = await server.layout()
      return guild.roles
        .filter(({ id, managed }) => id !== guild.id && !managed)
        .map(({ id, name }) => ({ group: `discord:${guild.id}/${id}`, name }))
    },
    async enter(channelName) {
      try {
        const channel = await server.channel(channelName)
        const lacking = await server.lacking(isForum(channel) ? inForums : inChannels, channel)
        if (lacking.length === 0) return null
        return { key: 'discord.lacks-here', values: { channel: channelName, permissions: named(lacking) } }
      } catch (error) {
        return lackOf(error)
      }
    },
    async lacks() {
      const here = await server.lacking(inChannels).then(
        (lacking): Lack[] =>
          lacking.length > 0
            ? [{ key: 'discord.lacks-everywhere', values: { permissions: named(lacking) } }]
            : [],
        (error) => [lackOf(error)],
      )
      const everywhere = await parts.lacks()
      return [...new Map([...everywhere, ...here].map((lack) => [lack.key, lack])).values()]
    },
  }
}

/** What went wrong, as something to be mended. Throws what is a mistake of ours. */
function lackOf(error: unknown): Lack {
  if (!(error instanceof Unavailable)) throw error
  const { key, values } = error
  return key !== undefined && isKey(key) ? { key, values } : { key: 'discord.down' }
}

const inForums = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'AddReactions',
] as const satisfies Permission[]
const inChannels = [...inForums, 'CreatePublicThreads'] as const satisfies Permission[]
type Needed = (typeof inChannels)[number]
