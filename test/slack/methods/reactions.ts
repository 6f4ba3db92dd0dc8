import { shown } from '../events.ts'
import type { Message } from '../nouns.ts'
import { Refusal } from '../refusal.ts'
import { type Asked, channelOf, given, type Method } from './asked.ts'

/** What the bot reacts with. */
export const reactions: Record<string, Method> = {
  'reactions.add': {
    needs: 'reactions:write',
    run(asked) {
      const { team, events } = asked
      const message = messageOf(asked)
      const name = given(asked, 'name')
      if (!/^[\w'+-]+(?:::skin-tone-[2-6])?$/u.test(name)) throw new Refusal('invalid_name')
      const one = message.reactions.find((reaction) => reaction.name === name)
      if (one?.users.includes(team.bot.user)) throw new Refusal('already_reacted')
      if (one) one.users.push(team.bot.user)
      else message.reactions.push({ name, users: [team.bot.user] })
      void events.send(team, 'reaction_added', {
        type: 'reaction_added',
        user: team.bot.user,
        reaction: name,
        item: { type: 'message', channel: message.channel, ts: message.ts },
        item_user: message.user,
        event_ts: team.stamp(),
      })
    },
  },
  'reactions.remove': {
    needs: 'reactions:write',
    run(asked) {
      const message = messageOf(asked)
      const one = message.reactions.find(({ name }) => name === given(asked, 'name'))
      if (!one?.users.includes(asked.team.bot.user)) throw new Refusal('no_reaction')
      one.users = one.users.filter((user) => user !== asked.team.bot.user)
      message.reactions = message.reactions.filter(({ users }) => users.length > 0)
    },
  },
  'reactions.get': {
    needs: 'reactions:read',
    run(asked) {
      const message = messageOf(asked)
      return { type: 'message', channel: message.channel, message: shown(message) }
    },
  },
}

function messageOf(asked: Asked): Message {
  const channel = channelOf(asked)
  if (!channel.members.has(asked.team.bot.user)) throw new Refusal('not_in_channel')
  const message = asked.team.find(channel.id, given(asked, 'timestamp'))
  if (!message) throw new Refusal('message_not_found')
  return message
}
