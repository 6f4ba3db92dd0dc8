import type { AllowedMentions } from './bodies.ts'
import { can } from './permissions.ts'
import type { Channel, World } from './world.ts'

/**
 * Whom a text calls by name with a red badge. Code and backslashes do not help here: Discord's own rules for them are
 * its client's, and a stand-in that is stricter than they are hides nothing. Embeds call nobody.
 */
export function pingsOf(
  world: World,
  said: {
    content: string
    channel: Channel
    author: string
    /** Who wrote the message that this one answers. */
    answered: string | null
    /** Null where the message came without: everything is allowed then. */
    allowed: AllowedMentions | null
  },
): { users: string[]; pinged: string[] } {
  const { content, channel, author, answered, allowed } = said
  const guild = channel.guild ? world.guilds.get(channel.guild)! : null
  const may = (kind: 'users' | 'roles', id: string) =>
    !allowed || Boolean(allowed.parse?.includes(kind)) || Boolean(allowed[kind]?.includes(id))
  const everyone = guild !== null && can(world, channel, author, 'MentionEveryone')

  const users = idsIn(content, /<@!?(\d{17,19})>/g).filter((id) => world.users.has(id) && may('users', id))
  const asked = allowed ? (allowed.replied_user ?? allowed.parse?.includes('users')) : true
  if (answered && answered !== author && asked) users.push(answered)
  const roles = idsIn(content, /<@&(\d{17,19})>/g).filter((id) => everyone && may('roles', id))
  const all = ['@everyone', '@here'].filter(
    (name) => everyone && content.includes(name) && (!allowed || allowed.parse?.includes('everyone')),
  )
  return {
    users: [...new Set(users)],
    pinged: [
      ...new Set(users.map((id) => world.users.get(id)!.name)),
      ...new Set(roles.flatMap((id) => guild?.roles.get(id)?.name ?? []).map((name) => `@${name}`)),
      ...all,
    ],
  }
}

const idsIn = (content: string, pattern: RegExp) => [...content.matchAll(pattern)].map(([, id]) => id!)
