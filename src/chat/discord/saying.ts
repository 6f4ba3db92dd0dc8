import { type APIChannel, RESTJSONErrorCodes as Codes, Routes } from 'discord.js'
import type { Logger } from 'pino'
import type { Account } from '../../model/person.ts'
import type { Store } from '../../store/store.ts'
import { nodesOf, textOf } from '../../texts/marked.ts'
import type { Say } from '../../texts/texts.ts'
import type { Told } from '../chat.ts'
import type { Message } from '../message.ts'
import { oneLine, shorten } from '../shorten.ts'
import type { Calls } from './calls.ts'
import { codeOf } from './mishaps.ts'
import { newPosting } from './posting.ts'
import type { RenderedDiscord } from './render.ts'
import { newRendering } from './rendering.ts'
import { isForum, type Server, type ServerChannel } from './server.ts'

export type Saying = ReturnType<typeof newSaying>

/** How Vigie says, changes and removes messages in one server. Throws Unavailable. */
export function newSaying(parts: {
  calls: Calls
  server: Server
  store: Pick<Store, 'memory'>
  log: Logger
  /** The voice of a channel's team. */
  voiceIn: (channel: string) => Say
}) {
  const { calls, server, store, log, voiceIn } = parts
  const background = new Set<Promise<void>>()

  const rendered = newRendering({ server, store, log })
  const { post, begin, below, edit } = newPosting(calls)

  /** Reactions are offered once it stands; nothing hangs on them. */
  function offer({ channel, id }: Told, emojis: string[] = []) {
    const all = (async () => {
      for (const emoji of emojis) {
        const route = Routes.channelMessageOwnReaction(channel, id, encodeURIComponent(emoji))
        await calls.call('PUT', route, { waits: 5_000 })
      }
    })()
    const done = all
      .catch((err) => log.warn({ err }, 'Discord took no reaction'))
      .finally(() => background.delete(done))
    background.add(done)
  }

  return {
    rendered,
    offer,
    post,
    edit,
    async say(
      name: string,
      message: Message,
      more: { delivery?: string; thread?: string } = {},
    ): Promise<Told> {
      const { delivery, thread } = more
      const voice = voiceIn(name)
      const said = await rendered(message, voice, { delivery })
      const title = titleOf(message, voice)
      const into = async (channel: ServerChannel) =>
        thread
          ? below(channel, thread, said, title)
          : isForum(channel)
            ? begin(channel, said, title)
            : post(channel.id, said)
      const channel = await server.channel(name)
      const told = await into(channel).catch(async (error) => {
        // It was deleted since we looked, and another one may go by its name.
        if (thread || codeOf(error) !== Codes.UnknownChannel) throw error
        const other = await server.channel(name, { fresh: 0 })
        if (other.id === channel.id) throw error
        return into(other)
      })
      offer(told, message.react)
      return told
    },
    async change(told: Told, message: Message) {
      const { name } = await server.room(told.channel).catch(() => ({ name: '' }))
      const voice = voiceIn(name)
      await edit(told, await rendered(message, voice, { key: told.id }))
    },
    async remove({ channel, id }: Told) {
      await calls.call('DELETE', Routes.channelMessage(channel, id)).catch((error) => {
        if (codeOf(error) !== Codes.UnknownMessage) throw error
      })
    },
    /** In private; gives where, so that what is pressed there can be told from others. */
    async whisper({ user }: Pick<Account, 'user'>, said: RenderedDiscord): Promise<Told> {
      const body = { recipient_id: user }
      const { id } = await calls.call<APIChannel>('POST', Routes.userChannels(), { body, waits: 5_000 })
      return post(id, said)
    },
    /** Until what is still under way is done. */
    settled: () => Promise.all(background),
  }
}

/** What a thread or a post is called. */
const titleOf = ({ title, text }: Message, say: Say) =>
  shorten(oneLine(title ?? (text ? textOf(nodesOf(text)) : '')), longestName).trim() ||
  say.plain('discord.thread')

const longestName = 100
