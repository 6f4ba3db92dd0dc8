import type { People } from '../people.ts'
import { can, forum } from '../permissions.ts'
import { tellOf } from '../routes/channels.ts'
import { react, unreact } from '../routes/reactions.ts'
import { change, erase, post } from '../speak.ts'
import { newThread, tellCreated } from '../threads.ts'
import type { World } from '../world.ts'
import { whoAndWhere } from './commands.ts'
import { messageNamed, userNamed } from './find.ts'

type Talk = Pick<
  People,
  'says' | 'edits' | 'deletes' | 'reacts' | 'unreacts' | 'opensThread' | 'archives' | 'posts'
>

export function talkActs(world: World): Talk {
  return {
    async says(name, channelName, content, { reply, files = [] } = {}) {
      const { user, channel } = whoAndWhere(world, name, channelName)
      const speak = channel.thread ? 'SendMessagesInThreads' : 'SendMessages'
      if (!can(world, channel, user, speak)) throw new Error(`${name} may not speak in ${channelName}`)
      const { id } = post(world, {
        channel,
        author: user,
        body: { content, ...(reply && { message_reference: { message_id: reply } }) },
        files: files.map(({ name, text }, n) => ({
          field: `files[${n}]`,
          name,
          type: 'text/plain',
          bytes: new TextEncoder().encode(text),
        })),
      })
      return id
    },
    async edits(name, id, content) {
      const message = messageNamed(world, id)
      if (message.author !== userNamed(world, name)) throw new Error(`${name} did not write this`)
      change(world, message, { content })
    },
    async deletes(_name, id) {
      erase(world, messageNamed(world, id))
    },
    async reacts(name, id, emoji) {
      const message = messageNamed(world, id)
      const { user } = whoAndWhere(world, name, message.channel)
      if (message.only) throw new Error('nobody can react to an answer that only they see')
      react(world, message, user, emoji)
    },
    async unreacts(name, id, emoji) {
      unreact(world, messageNamed(world, id), userNamed(world, name), emoji)
    },
    async opensThread(name, id, title) {
      const message = messageNamed(world, id)
      const { user, channel } = whoAndWhere(world, name, message.channel)
      return newThread(world, { parent: channel, owner: user, name: title, message }).id
    },
    archives(id, locked = false) {
      const channel = world.channels.get(id)!
      Object.assign(channel.thread!, { archived: true, locked })
      tellOf(world, channel, 'THREAD_UPDATE')
    },
    async posts(name, forumName, title, content, tags = []) {
      const { user, channel } = whoAndWhere(world, name, forumName)
      if (channel.type !== forum) throw new Error(`${forumName} is no forum`)
      const known = tags.map((tag) => channel.tags.find((one) => one.name === tag)!.id)
      const thread = newThread(world, {
        parent: channel,
        owner: user,
        name: title,
        tags: known,
        silent: true,
      })
      tellCreated(world, thread)
      post(world, { channel: thread, author: user, body: { content }, id: thread.id })
      return thread.id
    },
  }
}
