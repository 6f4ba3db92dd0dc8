import { type Body, ephemeral, loading } from '../bodies.ts'
import { answer, type Callback, edit, speak } from '../interactions.ts'
import { messageOf } from '../message-wire.ts'
import { Refusal, unknownInteraction, unknownMessage } from '../refusal.ts'
import { type Answer, type Asked, nothing, type Route } from '../route.ts'
import { erase } from '../speak.ts'
import type { Interaction, Message } from '../world.ts'
import { interactionFound } from './found.ts'

const hook = '/webhooks/:application/:token'
const mostFollowUps = 5

export const interactionRoutes: Route[] = [
  { name: 'POST /interactions/:interaction/:token/callback', open: true, hear: first },
  { name: `POST ${hook}`, open: true, hear: follow },
  {
    name: `GET ${hook}/messages/@original`,
    open: true,
    hear: (asked) => ({ body: shown(asked, original(asked)) }),
  },
  { name: `PATCH ${hook}/messages/@original`, open: true, hear: (asked) => change(asked, original(asked)) },
  { name: `DELETE ${hook}/messages/@original`, open: true, hear: (asked) => remove(asked, original(asked)) },
  {
    name: `GET ${hook}/messages/:message`,
    open: true,
    hear: (asked) => ({ body: shown(asked, followUp(asked)) }),
  },
  { name: `PATCH ${hook}/messages/:message`, open: true, hear: (asked) => change(asked, followUp(asked)) },
  { name: `DELETE ${hook}/messages/:message`, open: true, hear: (asked) => remove(asked, followUp(asked)) },
]

const shown = ({ world, application }: Asked, message: Message) =>
  messageOf(world, message, { bot: application.bot, content: true })

function first(asked: Asked): Answer {
  const { world, params, query } = asked
  const interaction = world.interactions.get(params.token!)
  if (!interaction || interaction.id !== params.interaction) throw unknownInteraction()
  const callback = asked.body as Callback
  const given = answer(world, interaction, callback, asked.files)
  if (query.get('with_response') !== 'true') return nothing
  const { message } = given
  return {
    status: 200,
    body: {
      interaction: {
        id: interaction.id,
        type: interaction.type,
        ...(message && {
          response_message_id: message.id,
          response_message_loading: (message.flags & loading) !== 0,
          response_message_ephemeral: (message.flags & ephemeral) !== 0,
        }),
      },
      resource: { type: callback.type, ...(message && { message: shown(asked, message) }) },
    },
  }
}

function original(asked: Asked): Message {
  const { original } = interactionFound(asked)
  if (!original || !standing(asked, original)) throw unknownMessage()
  return original
}

function followUp(asked: Asked): Message {
  const interaction = interactionFound(asked)
  const message = messagesOf(asked, interaction).find(({ id }) => id === asked.params.message)
  if (!message) throw unknownMessage()
  return message
}

const messagesOf = ({ world }: Asked, interaction: Interaction) =>
  (world.messages.get(interaction.channel) ?? []).filter(
    (message) => message.interaction === interaction || message === interaction.original,
  )

const standing = ({ world }: Asked, message: Message) =>
  Boolean(world.messages.get(message.channel)?.includes(message))

/** One more message; what was deferred and is still thought about is filled by the first of them. */
function follow(asked: Asked): Answer {
  const { world, files } = asked
  const interaction = interactionFound(asked)
  const body = asked.body as Body
  const waiting = interaction.original
  if (waiting && waiting.flags & loading && standing(asked, waiting))
    return { body: shown(asked, edit(world, interaction, waiting, body, files)) }
  const guild = interaction.guild && world.guilds.get(interaction.guild)
  if (
    guild &&
    !guild.members.has(asked.application.bot) &&
    messagesOf(asked, interaction).length > mostFollowUps
  )
    throw new Refusal(400, 40094, 'This interaction has hit the maximum number of follow up messages')
  const quiet = Boolean((body.flags ?? 0) & ephemeral)
  const message = speak(world, interaction, body, files, { quiet, follows: true })
  interaction.heard({ kind: 'later', message })
  return { body: shown(asked, message) }
}

function change(asked: Asked, message: Message): Answer {
  const interaction = interactionFound(asked)
  return { body: shown(asked, edit(asked.world, interaction, message, asked.body as Body, asked.files)) }
}

function remove(asked: Asked, message: Message): Answer {
  erase(asked.world, message)
  return nothing
}
