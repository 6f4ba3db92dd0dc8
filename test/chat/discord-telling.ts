import { setTimeout as after } from 'node:timers/promises'
import type { Chat } from '../../src/chat/chat.ts'
import { newSender } from '../../src/delivery/sender.ts'
import type { ChatName } from '../../src/model/person.ts'
import { marked } from '../../src/texts/marked.ts'
import type { StandInOptions } from '../discord/stand-in.ts'
import { newDiscordWorld } from './discord-world.ts'

/** Vigie on Discord with the real sender; the time goes by as fast as there is something to wait for. */
export async function newTelling(
  options: { standIn?: StandInOptions; timeout?: number; channels?: number } = {},
) {
  const time = { ahead: 0 }
  const clock = () => Date.now() + time.ahead
  const parts = { clock, timeout: options.timeout ?? 200 }
  const world = await newDiscordWorld({ options: options.standIn, parts, connected: false })
  const { discord, store, teams, chat } = world
  const channels = Array.from({ length: options.channels ?? 0 }, (_, nth) => `canal-${nth}`)
  for (const name of channels) discord.createsChannel(name)
  const log = { warn() {}, error() {}, info() {} } as never
  const chats = new Map<ChatName, Chat>([['discord', chat]])
  const sender = newSender({ store, chats, teams, clock, log })

  /** So many messages that are to be told, each with words of its own. */
  async function decide(channel: string, count = 1): Promise<string[]> {
    const words = Array.from({ length: count }, (_, nth) => `message ${nth} de ${channel}.`)
    const all = words.map((text) => ({
      team: 'nimbus',
      rule: 'news',
      about: text,
      place: { chat: 'discord' as const, channel },
      payload: { title: text, text: marked`${text}` },
      dueAt: clock(),
    }))
    await store.deliveries.add(all as never, clock())
    return words
  }

  function pass(ms: number) {
    time.ahead += ms
    discord.forward(ms)
  }

  /** Until everything was told or given up. Gives how much of that time was waited for (ms). */
  async function told() {
    const before = time.ahead
    await sender.start()
    for (;;) {
      const counts = await store.deliveries.counts()
      const next = await store.deliveries.nextDue({ now: clock() })
      const busy = await store.channels.held(clock())
      if (next === null && busy === 0 && !counts.waiting && !counts.sending) break
      // Nobody waits for an answer: only time has to go by.
      if (busy === 0 && next !== null && next > clock()) pass(next - clock())
      sender.wake()
      await after(5)
    }
    await sender.stop()
    return time.ahead - before
  }

  /** How often each text stands in a channel. */
  const timesSeen = (channel: string, words: string[]) => {
    const seen = discord.sees('mia', channel)
    return words.map((text) => seen.filter((one) => one.includes(text)).length)
  }

  return { ...world, channels, decide, told, pass, timesSeen, clock, states: () => store.deliveries.counts() }
}
