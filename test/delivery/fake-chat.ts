import { setImmediate } from 'node:timers/promises'
import pino from 'pino'
import type { Chat, Told } from '../../src/chat/chat.ts'
import type { Message } from '../../src/chat/message.ts'
import { newSender } from '../../src/delivery/sender.ts'
import type { Post } from '../../src/model/post.ts'
import type { Team } from '../../src/model/team.ts'
import { settling } from '../../src/store/outbox.ts'
import { sameStore } from '../databases/open.ts'
import { newWorld, nimbus } from '../world.ts'

type Said = { channel: string; message: Message; id: string; at: number; delivery?: string; thread?: string }
type Edit = { id: string; at: number; message: Message }

/** A chat that remembers what was said in it, and fails when it is told to: the one port that is faked here. */
export function newFakeChat(clock: () => number, more: Partial<Chat> = {}) {
  const said: Said[] = []
  const edits: Edit[] = []
  const faults: (() => Promise<void> | void)[] = []
  let heard: () => void = () => {}
  const chat = {
    name: 'local',
    pause: 0,
    async say(
      channel: string,
      message: Message,
      more: { delivery?: string; thread?: string } = {},
    ): Promise<Told> {
      await faults.shift()?.()
      const id = `m${said.length}`
      said.push({ channel, message, id, at: clock(), ...more })
      heard()
      return { channel, id }
    },
    async change(told: Told, message: Message) {
      await faults.shift()?.()
      said.find(({ id }) => id === told.id)!.message = message
      edits.push({ id: told.id, at: clock(), message })
      heard()
    },
    async find(_channel: string, delivery: string) {
      const found = said.find((one) => one.delivery === delivery)
      return found ? { channel: found.channel, id: found.id } : null
    },
    ...more,
  } as unknown as Chat
  /** Waits until something was said or changed `times` times more. */
  const happens = (times = 1) =>
    new Promise<void>((resolve) => {
      let left = times
      heard = () => --left === 0 && resolve()
    })
  return { chat, said, edits, faults, happens }
}

/** The small world with a sender that tells its deliveries in a fake chat. */
export async function newPost({ chat: more, team = nimbus }: { chat?: Partial<Chat>; team?: Team } = {}) {
  const world = await newWorld({ teams: [team] })
  const { store, clock, time, post, hear } = world
  const fake = newFakeChat(clock, more)
  const parts = { store, chats: new Map([['local' as const, fake.chat]]), teams: [team], clock }
  const start = () => newSender({ ...parts, log: pino({ level: 'silent' }) })
  let sender = start()
  const states = () => store.deliveries.counts()

  /** How many channels are being told in, and what is in which state. */
  const restless = async () => `${await store.channels.held(time.now)} ${JSON.stringify(await states())}`

  /** Until all that is due now was told; the sender has to be running. */
  async function settled() {
    sender.wake()
    for (;;) {
      // Between two questions something may begin or end: only what stands still is settled.
      const before = await restless()
      const due = await store.deliveries.due(time.now, [])
      const after = await restless()
      if (before === after && due.length === 0 && before.startsWith('0 ')) return
      await setImmediate()
    }
  }

  /** The process stops and starts again. */
  async function restart() {
    await sender.stop()
    sender = start()
    await sender.start()
  }

  const later = async (ms: number) => {
    time.now += ms
    await settled()
  }

  /** What a dead process was telling is noticed by a sender that runs, and waited for while it may still arrive. */
  async function takenUp({ wake }: { wake(): void } = sender) {
    do {
      wake()
      await setImmediate()
    } while ((await states()).sending)
    time.now += settling
    wake()
  }

  /** The sender of another process on the same database, with a chat that may behave otherwise. */
  async function another(behaving: Partial<Chat> = {}) {
    const other = new Map([['local' as const, { ...fake.chat, ...behaving }]])
    return newSender({
      ...parts,
      store: await sameStore(store),
      chats: other,
      log: pino({ level: 'silent' }),
    })
  }

  /** Time goes by, and everything is told when it is due. */
  async function passes(ms: number) {
    const end = time.now + ms
    await settled()
    for (;;) {
      const next = await store.deliveries.nextDue({ now: time.now })
      time.now = next === null ? end : Math.min(Math.max(next, time.now), end)
      await settled()
      if (time.now === end) return
    }
  }

  let outlets = 0
  /** The same news in so many outlets more, in one batch. */
  const spreads = (count = 1, more: Partial<Post> = {}) =>
    hear(
      Array.from({ length: count }, () => {
        const outlet = `Média ${++outlets}`
        return post('Elle éclaire.', { title: story, outlet, author: null, ...more })
      }),
    )

  return {
    ...world,
    ...fake,
    states,
    settled,
    later,
    passes,
    restart,
    another,
    takenUp,
    spreads,
    get sender() {
      return sender
    },
  }
}

const story = 'Nimbus présente sa nouvelle lampe de bureau, fabriquée à Lyon'

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
