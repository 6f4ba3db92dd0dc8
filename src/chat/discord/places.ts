import { Unavailable } from '../../model/oops.ts'
import type { ChatName } from '../../model/person.ts'
import { day } from '../../model/time.ts'
import type { Store } from '../../store/store.ts'
import type { Say } from '../../texts/texts.ts'
import type { Told } from '../chat.ts'
import type { Declared } from '../declared.ts'
import type { Here } from './happened.ts'
import type { Identity } from './identity.ts'
import type { RenderedDiscord } from './render.ts'
import type { Saying } from './saying.ts'
import type { Server } from './server.ts'

/** One of the servers that a bot speaks in. */
export type Place = { name: ChatName; server: Server; saying: Saying; voiceIn: (channel: string) => Say }

export type Places = ReturnType<typeof newPlaces>

/** Where something happens: which of the servers, and what is known there. */
export function newPlaces(parts: {
  all: Place[]
  identity: Identity
  commands: Declared[]
  teams: { name: string }[]
  store: Pick<Store, 'memory'>
}) {
  const { all, identity, commands, teams, store } = parts

  /** The server of this id; null where no team speaks there. Throws Unavailable where nobody can tell. */
  async function ofServer(id: string): Promise<Place | null> {
    for (const place of all) if ((place.server.known() ?? (await idOf(place))) === id) return place
    return null
  }

  /** Null where the bot is in several servers, or in none: then no team speaks in any of them. */
  const idOf = ({ server }: Place): Promise<string | null> =>
    server.id().catch((error) => {
      if (error instanceof Unavailable && unclear.has(error.key ?? '')) return null
      throw error
    })

  /** A private message has no server: the one that Vigie wrote it from, as long as that is known. */
  async function ofPrivate(message: string | undefined): Promise<Place | null> {
    if (all.length === 1) return all[0]!
    const name = message === undefined ? undefined : await store.memory.get<ChatName>(privateKey(message))
    return all.find((one) => one.name === name) ?? null
  }

  /** What the reader of events needs to know; `channel` by its name. Throws Unavailable. */
  async function hereOf({ name, server }: Place, channel: string): Promise<Here> {
    const self = await identity.self()
    const known = await server.layout().catch(() => null)
    const named = (all: { id: string; name: string }[] = []) => {
      const names = new Map(all.map(({ id, name }) => [id, name]))
      return (id: string) => names.get(id)
    }
    return {
      chat: name,
      server: await server.id(),
      channel,
      self,
      commands,
      teams: teams.map(({ name }) => name),
      names: { channel: named(known?.channels), role: named(known?.guild.roles) },
    }
  }

  /** A private message was said from this server. */
  async function keepPrivate({ name }: Place, message: string) {
    if (all.length > 1) await store.memory.set(privateKey(message), name, 90 * day)
  }

  /** Says something in private. Throws Unavailable. */
  async function whisper(from: Place, to: { user: string }, said: RenderedDiscord): Promise<Told> {
    const told = await from.saying.whisper(to, said)
    await keepPrivate(from, told.id)
    return told
  }

  return { all, ofServer, ofPrivate, hereOf, keepPrivate, whisper }
}

const unclear = new Set(['discord.no-server', 'discord.several-servers'])
const privateKey = (message: string) => `discord:private:${message}`
