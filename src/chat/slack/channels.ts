import { Unavailable } from '../../model/oops.ts'
import type { Instant } from '../../model/post.ts'
import { minute } from '../../model/time.ts'
import type { Memory } from '../../store/memory.ts'
import { listChannels, type Room, readChannel } from './channel-list.ts'
import type { Slack } from './client.ts'
import { newFormerNames } from './former-names.ts'
import type { Introduction } from './introduction.ts'

export type Channels = ReturnType<typeof newChannels>

/** The channels of a workspace, whose names change while their ids stay. Private conversations have no name: ''. */
export function newChannels({ slack, introduction, memory, clock }: Parts) {
  const former = newFormerNames({ memory, introduction, clock })
  const rooms = new Map<string, Room>()
  let listing: Promise<void> | null = null
  /** When the list that we have was asked for, and how many of the changes we heard of it knows. */
  let askedAt: Instant | null = null
  let changes = 0
  let known = 0

  const list = () => {
    listing ??= readAll().finally(() => {
      listing = null
    })
    return listing
  }

  async function readAll() {
    const [began, before] = [clock(), changes]
    const seen = await listChannels(slack)
    rooms.clear()
    for (const room of seen) keep(room)
    askedAt = began
    known = before
  }

  const keep = (room: Room) => void rooms.set(room.id, room)
  const older = (length: number) => askedAt === null || clock() - askedAt > length
  const stale = () => known < changes
  const named = (name: string) => {
    const all = [...rooms.values()].filter((room) => room.name === name)
    return all.find(({ archived }) => !archived) ?? all[0]
  }

  /**
   * The channel of this name (or id), or the one that had it before. Throws Unavailable: refused where there never was
   * one that Vigie may see; with `retryAfter` where there was, or where the list may be older than the channel.
   */
  async function get(name: string): Promise<Room> {
    if (isId(name)) return await byId(name)
    const began = clock()
    if (older(longest)) await list().catch(keptAnyway)
    // Somebody may just have made it, or let Vigie in.
    if (!named(name) && (stale() || (older(shortest) && !(await former.idOf(name))))) await list()
    const room = named(name) ?? (await formerly(name))
    if (!room) throw missing(name, askedAt === null || askedAt < began || stale())
    await former.keep(name, room.id)
    return room
  }

  function keptAnyway(error: unknown) {
    if (rooms.size === 0) throw error
  }

  /** The channel that had this name when it was last used; null where it never stood for one. */
  async function formerly(name: string): Promise<Room | null> {
    const id = await former.idOf(name)
    if (id === null) return null
    return byId(id).catch((error) => {
      if (!(error instanceof Unavailable && error.refused)) throw error
      // Deleted, or closed to Vigie: somebody may invite her, or choose another one in the set-up.
      const more = { retryAfter: patience, key: 'slack.channel-gone', values: valuesOf(name) }
      throw new Unavailable(`Slack shows the channel #${name} no longer`, more)
    })
  }

  function missing(name: string, perhaps: boolean) {
    const more = perhaps ? { retryAfter: shortest } : { refused: true }
    const said = { key: 'slack.no-channel', values: valuesOf(name), ...more }
    return new Unavailable(`Slack has no channel #${name}`, said)
  }

  const valuesOf = (channel: string) => ({ channel, bot: introduction.known()?.bot.name ?? 'vigie' })

  async function byId(id: string): Promise<Room> {
    const room = rooms.get(id) ?? (await readChannel(slack, id))
    keep(room)
    return room
  }

  /** The name of a channel; `said` is how Slack called it in passing, for where Vigie may not look. */
  async function nameOf(id: string, said?: string): Promise<string> {
    if (id.startsWith('D')) return ''
    const usual = said && !hidden.has(said) ? said : ''
    return byId(id).then(
      ({ name }) => name,
      () => usual,
    )
  }

  return {
    get,
    list: async () => {
      if (stale() || older(shortest)) await list()
      return [...rooms.values()].filter(({ name, archived }) => name && !archived)
    },
    nameOf,
    /** What is known without asking. */
    nameNow: (id: string): string | undefined => (id.startsWith('D') ? '' : rooms.get(id)?.name),
    /** Which of these names means this channel: its own, else one that it had; null where none does. */
    async meant(id: string, names: string[]): Promise<string | null> {
      const name = await nameOf(id)
      if (names.includes(name)) return name
      for (const one of names) if (!named(one) && (await former.idOf(one)) === id) return one
      return null
    },
    joined(id: string) {
      const room = rooms.get(id)
      if (room) room.member = true
    },
    async renamed(id: string, name: string) {
      const room = rooms.get(id)
      changes++
      if (!room) return
      const before = room.name
      room.name = name
      await former.keep(before, id)
    },
    /** Something about it changed: it is asked for when it is next needed, and the list where a name is missing. */
    changed(id: string) {
      changes++
      rooms.delete(id)
    },
  }
}

type Parts = { slack: Slack; introduction: Introduction; memory: Memory; clock: () => Instant }

/** Names have no capitals. */
const isId = (text: string) => /^[CGD][A-Z0-9]+$/.test(text)

/** What Slack calls channels that it does not name to everybody. */
const hidden = new Set(['directmessage', 'privategroup', 'multipartydirectmessage'])

/** How long a list serves, and how often one is asked for again where a name is missing. */
const longest = 10 * minute
const shortest = 5_000
/** How soon to look again for a channel that was there. */
const patience = 5 * minute
