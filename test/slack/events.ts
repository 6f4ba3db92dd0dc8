import type { Deliver } from './delivering.ts'
import type { Delivery } from './delivery.ts'
import type { Host } from './host.ts'
import type { Channel, Message } from './nouns.ts'
import { eventScopes } from './scopes.ts'
import type { Team } from './team.ts'

export type Events = ReturnType<typeof newEvents>

/** Events that the app has subscribed to and may read, in the envelope that Slack sends them in. */
export function newEvents(host: Host, deliver: Deliver) {
  const wanted = (team: Team, name: string) =>
    (team.events === null || team.events.has(name)) &&
    (eventScopes[name] === undefined || team.scopes.has(eventScopes[name]))

  /** Gives what was sent: nothing where nobody asked for it. `name` is as in the subscriptions: `message.channels`. */
  async function send(team: Team, name: string, event: Record<string, unknown>): Promise<Delivery[]> {
    if (!wanted(team, name)) return []
    return [await deliver(team, 'events_api', envelope(team, event))]
  }

  function envelope(team: Team, event: Record<string, unknown>) {
    return {
      token: 'deprecated',
      team_id: team.id,
      context_team_id: team.id,
      context_enterprise_id: null,
      api_app_id: team.bot.app,
      event,
      type: 'event_callback',
      event_id: host.id('Ev'),
      event_time: Math.floor(host.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: team.id,
          user_id: team.bot.user,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: host.id('4-'),
    }
  }

  /** A message event, where the bot is in the channel. */
  async function message(team: Team, channel: Channel, event: Record<string, unknown>): Promise<Delivery[]> {
    if (!channel.members.has(team.bot.user)) return []
    const kind = { public: 'channel', private: 'group', im: 'im' }[channel.kind]
    const name = `message.${{ public: 'channels', private: 'groups', im: 'im' }[channel.kind]}`
    return send(team, name, { type: 'message', channel: channel.id, channel_type: kind, ...event })
  }

  const said = (team: Team, channel: Channel, one: Message) =>
    message(team, channel, { ...shown(one), event_ts: one.ts, team: team.id })

  return { send, message, said }
}

/** A message as Slack shows it; its metadata only to who asks for it. */
export function shown(message: Message, all = false): Record<string, unknown> {
  const { channel: _, onlyFor: __, reactions, metadata, user, ...rest } = message
  return {
    ...rest,
    ...(user ? { user } : {}),
    ...(reactions.length ? { reactions: reactions.map((one) => ({ ...one, count: one.users.length })) } : {}),
    ...(metadata && all ? { metadata } : {}),
  }
}
