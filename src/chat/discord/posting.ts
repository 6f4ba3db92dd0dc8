import {
  type APIChannel,
  type APIMessage,
  RESTJSONErrorCodes as Codes,
  type RawFile,
  Routes,
} from 'discord.js'
import type { Told } from '../chat.ts'
import type { Attached } from '../message.ts'
import type { Calls } from './calls.ts'
import { codeOf } from './mishaps.ts'
import type { RenderedDiscord } from './render.ts'
import { isForum, type ServerChannel } from './server.ts'

/** Puts what was rendered in its place: a channel, a forum, a thread. Throws Unavailable. */
export function newPosting(calls: Calls) {
  async function post(channel: string, { body, files }: RenderedDiscord): Promise<Told> {
    const route = Routes.channelMessages(channel)
    const { id } = await calls.call<APIMessage>('POST', route, { body, files: filesOf(files) })
    return { channel, id }
  }

  /** In a forum a message begins a post. */
  async function begin(forum: ServerChannel, said: RenderedDiscord, name: string): Promise<Told> {
    const { nonce: _, enforce_nonce: __, ...message } = said.body
    const tags =
      (forum.flags ?? 0) & needsTag ? (forum.available_tags ?? []).slice(0, 1).map(({ id }) => id) : []
    const body = { name, message, applied_tags: tags }
    const { id } = await calls.call<APIChannel>('POST', Routes.threads(forum.id), {
      body,
      files: filesOf(said.files),
    })
    return { channel: id, id }
  }

  /** Below a message, in its thread, which has the message's id; it is opened where there is none yet. */
  async function below(
    channel: ServerChannel,
    above: string,
    said: RenderedDiscord,
    name: string,
  ): Promise<Told> {
    try {
      return await post(above, said)
    } catch (error) {
      if (codeOf(error) !== Codes.UnknownChannel || isForum(channel)) throw error
    }
    await calls.call('POST', Routes.threads(channel.id, above), { body: { name } }).catch((error) => {
      if (codeOf(error) !== Codes.ThreadAlreadyCreatedForMessage) throw error
    })
    return post(above, said)
  }

  async function edit({ channel, id }: Told, { body, files }: RenderedDiscord) {
    await calls.call('PATCH', Routes.channelMessage(channel, id), { body, files: filesOf(files) })
  }

  return { post, begin, below, edit }
}

export const filesOf = (files: Attached[]): RawFile[] | undefined =>
  files.length === 0
    ? undefined
    : files.map(({ name, type, base64 }) => ({
        name,
        contentType: type,
        data: Buffer.from(base64, 'base64'),
      }))

/** A forum whose posts have to carry a tag (ChannelFlags.RequireTag). */
const needsTag = 1 << 4
