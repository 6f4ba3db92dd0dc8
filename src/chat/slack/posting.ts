import type { Logger } from 'pino'
import { Unavailable } from '../../model/oops.ts'
import type { Told } from '../chat.ts'
import type { Room } from './channel-list.ts'
import type { Channels } from './channels.ts'
import type { Slack } from './client.ts'
import { nameOfEmoji } from './emoji.ts'
import type { Introduction } from './introduction.ts'
import { notSaid, saidNo } from './refusal.ts'
import type { Payload } from './rendering.ts'
import { share, type Uploaded } from './upload.ts'

/** A channel as far as it takes to speak there. */
export type Spot = Pick<Room, 'id' | 'private'> & { name?: string }

export type Posting = ReturnType<typeof newPosting>

/** The single calls by which something is said, each made once. Every failure is an Unavailable. */
export function newPosting({ slack, introduction, channels, log }: Parts) {
  /** What the words about a failure name. */
  const named = ({ name, id }: Spot) => ({
    channel: name || id,
    bot: introduction.known()?.bot.name ?? 'vigie',
  })

  /** Says it in a channel, or below one of its messages; joins the channel where that is what is missing. */
  async function post(spot: Spot, payload: Payload & { client_msg_id?: string }, thread?: string) {
    const where = { channel: spot.id, ...(thread ? { thread_ts: thread } : {}) }
    const said = await entering(spot, () =>
      slack.ask((client) => client.chat.postMessage({ ...payload, ...where }), named(spot)),
    )
    if (!said.ts) throw new Unavailable('Slack does not say which message it was')
    return { channel: said.channel ?? spot.id, id: said.ts } satisfies Told
  }

  /** Shows it to one who is in the channel. */
  async function postQuietly(spot: Spot, user: string, payload: Payload, thread?: string) {
    const where = { channel: spot.id, user, ...(thread ? { thread_ts: thread } : {}) }
    const { metadata: _, ...shown } = payload
    await entering(spot, () =>
      slack.ask((client) => client.chat.postEphemeral({ ...shown, ...where }), named(spot)),
    )
  }

  /** Says it to one alone, in their conversation with Vigie. */
  async function postPrivately(user: string, payload: Payload): Promise<Told> {
    const { channel } = await slack.ask((client) => client.conversations.open({ users: user }))
    if (!channel?.id) throw new Unavailable('Slack opens no conversation')
    return post({ id: channel.id, private: true }, payload)
  }

  async function update({ channel, id }: Told, payload: Payload) {
    const spot = { id: channel, private: true, name: channels.nameNow(channel) }
    await slack.ask((client) => client.chat.update({ ...payload, channel, ts: id }), named(spot))
  }

  /** Makes a call that takes being in the channel; joins it where it is public and Vigie is not there. */
  async function entering<Answer>(spot: Spot, call: () => Promise<Answer>): Promise<Answer> {
    try {
      return await call()
    } catch (error) {
      if (saidNo(error, 'channel_not_found')) channels.changed(spot.id)
      if (!saidNo(error, 'not_in_channel') || spot.private) throw error
      await join(spot).catch((failed: Unavailable) => {
        // Where the door did not open for want of an answer, it may next time.
        throw failed.refused || saidNo(failed, 'missing_scope') ? error : notSaid(failed)
      })
      return call()
    }
  }

  async function join(spot: Spot) {
    await slack.ask((client) => client.conversations.join({ channel: spot.id }), named(spot))
    channels.joined(spot.id)
  }

  /** Files below what was said. The words stand already: a picture that is missing must not make them said again. */
  async function show(files: Uploaded[], told: Told, thread?: string) {
    if (files.length === 0) return
    const spot = { id: told.channel, private: told.channel.startsWith('D') }
    const below = { ...told, id: thread ?? told.id }
    await entering(spot, () => share(slack, files, below)).catch((err) =>
      log.warn({ err, channel: told.channel }, 'a file is missing below its message'),
    )
  }

  /** Puts reactions below a message, so that people only have to tap them. Nobody waits for it, nor misses it much. */
  async function offer(told: Told, emoji: string[] = []) {
    for (const name of emoji.flatMap((one) => nameOfEmoji(one) ?? []))
      await slack
        .ask((client) => client.reactions.add({ channel: told.channel, timestamp: told.id, name }))
        .catch((err) => log.debug({ err }, 'a reaction could not be offered'))
  }

  return { post, postQuietly, postPrivately, update, entering, join, show, offer, named }
}

type Parts = { slack: Slack; introduction: Introduction; channels: Channels; log: Logger }
