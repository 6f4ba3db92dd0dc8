import { privilegedBits } from './intents.ts'
import { dispatch, type Session } from './session.ts'
import { applicationOf, fullMember, userOf } from './wire.ts'
import type { Guild, World } from './world.ts'

/** The first dispatch of a session: who the client is, and which guilds will follow. */
export function readyOf(world: World, { id: session_id, application }: Session, guilds: Guild[]) {
  const { id, flags } = applicationOf(world, application)
  return {
    v: 10,
    user: {
      ...userOf(world.users.get(application.bot)!),
      verified: true,
      mfa_enabled: true,
      email: null,
      flags: 0,
    },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id,
    resume_gateway_url: world.address.replace('http', 'ws'),
    shard: [0, 1],
    application: { id, flags },
  }
}

export type Members = { guild_id: string; query?: string; user_ids?: string | string[]; nonce?: string }

/** The list of all needs its intent; without it, nothing comes. */
export function sendMembers(world: World, session: Session, { guild_id, query, user_ids, nonce }: Members) {
  const guild = world.guilds.get(guild_id)
  if (!guild || (query === '' && !(session.intents & privilegedBits.members))) return
  const wanted = [user_ids ?? []].flat()
  const found = [...guild.members.values()].filter(({ user }) =>
    wanted.length > 0 ? wanted.includes(user) : world.users.get(user)!.name.startsWith(query ?? ''),
  )
  const members = found.map((member) => fullMember(world, member))
  const not_found = wanted.filter((id) => !guild.members.has(id))
  dispatch(session, 'GUILD_MEMBERS_CHUNK', {
    guild_id,
    members,
    chunk_index: 0,
    chunk_count: 1,
    not_found,
    nonce,
  })
}
