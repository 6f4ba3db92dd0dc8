import type { APIInteraction, APIMessage, GatewayMessageReactionAddDispatchData } from 'discord.js'

// As Discord's documentation shows them (interactions, messages, gateway events); the people are ours.

export const nimbusServer = '81384788765712384'
export const vigie = { application: '1190000000000000001', bot: '1190000000000000002' }
export const [mia, ravi] = ['80351110224678912', '80351110224678913']
const [alerts, thread] = ['103735883630395392', '1290926798626357999']

export const user = (id: string, username: string, global_name: string | null = null) => ({
  id,
  username,
  global_name,
  avatar: null,
  discriminator: '0',
  public_flags: 0,
})

const member = {
  avatar: null,
  communication_disabled_until: null,
  deaf: false,
  flags: 0,
  joined_at: '2026-01-05T08:00:00.000000+00:00',
  mute: false,
  nick: 'Mia (équipe)',
  pending: false,
  permissions: '2248473465835073',
  premium_since: null,
  roles: ['165511591545143296', '165511591545143297'],
  unusual_dm_activity_until: null,
  user: user(mia, 'mia.k', 'Mia'),
}

const shared = {
  app_permissions: '309237763136',
  application_id: vigie.application,
  attachment_size_limit: 10_485_760,
  authorizing_integration_owners: { '0': nimbusServer },
  channel: { id: alerts, name: 'alertes', type: 0, guild_id: nimbusServer, permissions: '2248473465835073' },
  channel_id: alerts,
  context: 0,
  entitlements: [],
  guild: { features: [], id: nimbusServer, locale: 'fr' },
  guild_id: nimbusServer,
  guild_locale: 'fr',
  // Saturday 21 November 2026, 13:30:00.000 UTC.
  id: '1573691955609600000',
  locale: 'fr',
  member,
  token: 'aW50ZXJhY3Rpb24',
  version: 1,
}

const interaction = (type: number, data: object, more: object = {}) =>
  ({ ...shared, type, data, ...more }) as unknown as APIInteraction

/** Somebody who administers the server. */
export const asAdmin = { member: { ...member, permissions: '8' } }

/** In private there is no server and no member. */
export const inPrivate = {
  channel: { id: '1290926798626358000', type: 1, recipients: [] },
  context: 1,
  guild: undefined,
  guild_id: undefined,
  member: undefined,
  user: user(mia, 'mia.k', 'Mia'),
}

export const inThread = {
  channel: { id: thread, name: 'La lampe qui fume', type: 11, parent_id: alerts, thread_metadata: {} },
}

export const typed = (name: string, options: object[], more: object = {}) =>
  interaction(2, { id: '771825006014889984', name, type: 1, options }, more)

export const typing = (name: string, options: object[]) =>
  interaction(4, { id: '771825006014889984', name, type: 1, options })

export const pressed = (custom_id: string, more: object = {}) =>
  interaction(3, { component_type: 2, custom_id, id: 3 }, { message: said({ author: ourselves }), ...more })

export const chosen = (custom_id: string, component_type: number, values: string[], resolved: object = {}) =>
  interaction(3, { component_type, custom_id, values, resolved }, { message: said({ author: ourselves }) })

/** A window with its answers: in labels as they are now, or in rows as they were. */
export const filled = (custom_id: string, inputs: object[], inRows = false) =>
  interaction(5, {
    custom_id,
    components: inputs.map((one, id) =>
      inRows ? { type: 1, id, components: [one] } : { type: 18, id, component: one },
    ),
  })

export const rightClicked = (name: string, message: APIMessage, more: object = {}) =>
  interaction(
    2,
    {
      id: '771825006014889985',
      name,
      type: 3,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    },
    more,
  )

export const ourselves = { ...user(vigie.bot, 'Vigie'), bot: true }

export const said = (more: Partial<APIMessage>) =>
  ({
    id: '1573690697318400000',
    channel_id: alerts,
    author: user(ravi, 'ravi.s', 'Ravi'),
    content: '',
    timestamp: '2026-11-21T13:25:00.000000+00:00',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
    components: [],
    flags: 0,
    ...more,
  }) as APIMessage

export const reacted = (emoji: { id: string | null; name: string | null }, more: object = {}) =>
  ({
    user_id: mia,
    channel_id: alerts,
    message_id: '1573690697318400000',
    guild_id: nimbusServer,
    member,
    emoji,
    message_author_id: vigie.bot,
    burst: false,
    burst_colors: [],
    type: 0,
    ...more,
  }) as unknown as GatewayMessageReactionAddDispatchData
