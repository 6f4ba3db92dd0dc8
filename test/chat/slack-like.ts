import type { Chat, Lack } from '../../src/chat/chat.ts'
import type { Message } from '../../src/chat/message.ts'
import type { Account, ChatName } from '../../src/model/person.ts'

/** A chat at its port: what it has, what stands in its way, and what was whispered. */
export function newChatAtThePort(
  name: ChatName,
  more: {
    channels?: string[]
    closed?: Record<string, Lack>
    lacks?: Lack[]
    people?: { account: Account; name: string }[]
    groups?: { group: string; name: string }[]
  } = {},
) {
  const whispered: { to: Account; message: Message }[] = []
  const chat: Chat = {
    name,
    async start() {},
    async stop() {},
    say: async (channel) => ({ channel, id: '1' }),
    async change() {},
    async remove() {},
    async whisper(to, _channel, message) {
      whispered.push({ to, message })
    },
    find: async () => null,
    channels: async () => (more.channels ?? []).map((name) => ({ name })),
    people: async () => more.people ?? [],
    groups: async () => more.groups ?? [],
    enter: async (channel) => more.closed?.[channel] ?? null,
    lacks: async () => more.lacks ?? [],
  }
  return { chat, whispered }
}
