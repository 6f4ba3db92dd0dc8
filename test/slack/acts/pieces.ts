import type { Deliver } from '../delivering.ts'
import type { Ref } from '../delivery.ts'
import type { Events } from '../events.ts'
import type { Host } from '../host.ts'
import type { Links } from '../links.ts'
import type { Channel, Json, Message, User } from '../nouns.ts'
import type { Team } from '../team.ts'
import { escaped } from '../texts.ts'

/** What the people of a workspace act with. */
export type Stage = { host: Host; team: Team; links: Links; deliver: Deliver; events: Events }

/** Throws where nobody has this id. */
export function userOf({ team }: Stage, id: string): User {
  const user = team.users.get(id)
  if (!user) throw new Error(`there is no user ${id} in ${team.id}`)
  return user
}

/** A channel that somebody is in: by id or name. */
export function channelFor(stage: Stage, user: string, given: string): Channel {
  userOf(stage, user)
  const channel = stage.team.channel(given)
  if (!channel?.members.has(user)) throw new Error(`${user} is in no channel ${given}`)
  return channel
}

/** A message that somebody sees, quiet ones that are for them too. */
export function messageFor(stage: Stage, user: string, ref: Ref): { channel: Channel; message: Message } {
  const channel = channelFor(stage, user, ref.channel)
  const seen = stage.team.said(channel.id).filter(({ onlyFor }) => !onlyFor || onlyFor === user)
  const message = seen.find(({ ts }) => ts === ref.ts)
  if (!message) throw new Error(`${user} sees no message ${ref.ts} in ${ref.channel}`)
  return { channel, message }
}

/** What opens one window; `within` is the window it was given out in. */
export function newTrigger({ host, team }: Stage, user: string, within: string | null = null): string {
  const id = `${host.id('')}.${team.id.slice(1)}.${host.id('')}`.toLowerCase()
  team.triggers.set(id, { user, at: host.now(), used: false, within })
  return id
}

/** What stands in every payload of something interactive. */
export const interactive = (stage: Stage, user: string, type: string) => {
  const { team } = stage
  const { name, home = team.id } = userOf(stage, user)
  return {
    type,
    user: { id: user, username: name, name, team_id: home },
    api_app_id: team.bot.app,
    token: 'deprecated',
    // A partner acts from home.
    team: { id: home, domain: home === team.id ? team.domain : home.toLowerCase() },
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** As commands and payloads name a channel: private ones are not told. */
export const publicName = ({ kind, name }: Channel) =>
  kind === 'public' ? name : kind === 'private' ? 'privategroup' : 'directmessage'

/** Values of buttons and options come back with `&`, `<` and `>` escaped, where the rules say so; what was typed does not. */
export function sentBack(stage: Stage, given: Json): Json {
  if (!stage.host.rules.escapesValues || typeof given !== 'object' || given === null) return given
  if (Array.isArray(given)) return given.map((one) => sentBack(stage, one))
  if (typeof given.type === 'string' && given.type.endsWith('_input')) return given
  return Object.fromEntries(
    Object.entries(given).map(([key, one]) => [
      key,
      key === 'value' && typeof one === 'string' ? escaped(one) : sentBack(stage, one),
    ]),
  )
}
