import { Unavailable } from '../../model/oops.ts'
import type { Account } from '../../model/person.ts'
import type { Chat, Lack, Told } from '../chat.ts'
import type { Message } from '../message.ts'
import type { Channels } from './channels.ts'
import type { Slack } from './client.ts'
import type { Posting } from './posting.ts'
import type { Quiet } from './quiet.ts'
import { notSaid, saidNo } from './refusal.ts'
import { payloadOf, type Rendering } from './rendering.ts'
import { upload } from './upload.ts'

type Parts = { slack: Slack; channels: Channels; rendering: Rendering; posting: Posting; quiet: Quiet }
type More = { delivery?: string; thread?: string }

/** What the sender says of its own accord: once, and whoever calls looks for it before saying it again. */
export function newSaying({ slack, channels, rendering, posting, quiet }: Parts) {
  const lately = new Map<string, Promise<Told>>()

  function say(channel: string, message: Message, more: More = {}): Promise<Told> {
    const { delivery } = more
    if (!delivery) return sayNow(channel, message, more)
    const known = lately.get(delivery)
    if (known) return known
    const saying = sayNow(channel, message, more)
    lately.set(delivery, saying)
    saying.catch(() => lately.delete(delivery))
    if (lately.size > mostLately) lately.delete(lately.keys().next().value!)
    return saying
  }

  async function sayNow(channel: string, message: Message, { delivery, thread }: More) {
    const { room, rendered, files } = await prepare(channel, message, delivery).catch((error) => {
      throw notSaid(error)
    })
    // Undocumented, and what Slack's own clients send so that a message is not taken twice.
    const id = delivery ? { client_msg_id: delivery } : {}
    const told = await posting.post(room, { ...payloadOf(rendered), ...id }, thread)
    await posting.show(files, told, thread)
    void posting.offer(told, message.react)
    return told
  }

  /** All that can fail before anything is said: where, what, and its files. */
  async function prepare(channel: string, message: Message, delivery: string | undefined) {
    const room = await channels.get(channel)
    const voice = rendering.voiceIn(channel, room.name)
    const rendered = await rendering.render(message, voice, { delivery })
    return { room, rendered, files: await upload(slack, rendered.files) }
  }

  async function change(told: Told, message: Message) {
    const name = await channels.nameOf(told.channel)
    const key = keyOfTold(told)
    const rendered = await rendering.render(message, rendering.voiceIn(name), { key })
    await posting.update(told, payloadOf(rendered))
  }

  async function remove({ channel, id }: Told) {
    await slack
      .ask((client) => client.chat.delete({ channel, ts: id }))
      .catch((error) => {
        if (!saidNo(error, 'message_not_found')) throw error
      })
  }

  async function whisper(to: Account, channel: string, message: Message) {
    // Asked in private, or where Vigie is not, it is told in private.
    const spot = channel ? await channels.get(channel).catch(() => null) : null
    const voice = rendering.voiceOf(to, { channel })
    await quiet(message, voice, { user: to.user, spot })
  }

  async function enter(channel: string): Promise<Lack | null> {
    try {
      const room = await channels.get(channel)
      if (room.archived) return { key: 'slack.archived', values: posting.named(room) }
      // A private one is shown to who was invited, and to nobody else.
      if (!room.private)
        await posting.join(room).catch((error) => {
          if (!room.member || !saidNo(error, 'missing_scope')) throw error
        })
      const moved = room.name !== channel && room.id !== channel
      return moved ? { key: 'slack.renamed', values: { channel, now: room.name } } : null
    } catch (error) {
      if (saidNo(error, 'missing_scope'))
        return { key: 'slack.invite', values: posting.named({ id: channel, private: true }) }
      if (!(error instanceof Unavailable && error.key)) throw error
      return { key: error.key as Lack['key'], values: error.values }
    }
  }

  return { say, change, remove, whisper, enter } satisfies Partial<Chat>
}

/** By what the whole of a message is kept that was said before: without the dot, which divides it from a page. */
export const keyOfTold = ({ channel, id }: Told) => `${channel}-${id.replace('.', '')}`

/** More than any sender has in hand at a time. */
const mostLately = 1_000
