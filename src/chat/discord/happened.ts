import type { APIGuildMember, APIInteraction, APIUser } from 'discord.js'
import type { Standing } from '../../model/giveaway.ts'
import type { Account, ChatName } from '../../model/person.ts'
import type { Happened } from '../chat.ts'
import type { Declared } from '../declared.ts'
import { madeAt } from './snowflake.ts'

/** What is known where something happens: events of Discord tell ids, not names. */
export type Here = {
  chat: ChatName
  /** The server; of a private conversation the one that Vigie wrote from. */
  server: string
  /** The channel's name, of a thread that of the channel it is in; empty in private. */
  channel: string
  /** Vigie's own ids: what they wrote is hers. */
  self: { bot: string; application: string }
  commands: Declared[]
  /** Names of teams: a button holds a long one in short. */
  teams: string[]
  names?: { channel?(id: string): string | undefined; role?(id: string): string | undefined }
}

/** Where an interaction happened, as far as it says so itself: what `Here.channel` is made from. */
export function roomOf({ channel }: Pick<APIInteraction, 'channel'>): { name: string } | { parent: string } {
  const { type, name, parent_id } = (channel ?? {}) as {
    type?: number
    name?: string | null
    parent_id?: string | null
  }
  if (type !== undefined && threads.includes(type) && parent_id) return { parent: parent_id }
  return { name: type !== undefined && inPrivate.includes(type) ? '' : (name ?? '') }
}

/** Who did what is heard, where and when. */
export function happenedIn(interaction: APIInteraction, here: Here): Happened {
  const { member, id } = interaction
  const user = (member?.user ?? interaction.user)!
  const server = interaction.guild_id ?? here.server
  return {
    chat: here.chat,
    account: accountIn(server, user.id),
    name: nameOf(user, member?.nick),
    channel: here.channel,
    at: madeAt(id),
    accountSince: madeAt(user.id),
    ...(member
      ? {
          ...standingOf(server, member),
          administers: mayAdminister(member.permissions),
        }
      : {}),
    ...('locale' in interaction ? { language: interaction.locale } : {}),
  }
}

/** What a server says of a member. */
export function standingOf(
  server: string,
  { roles, joined_at }: Pick<APIGuildMember, 'roles' | 'joined_at'>,
): Standing {
  const since = joined_at ? Date.parse(joined_at) : Number.NaN
  return {
    groups: roles.map((role) => `discord:${server}/${role}`),
    ...(Number.isNaN(since) ? {} : { memberSince: since }),
  }
}

export const accountIn = (server: string, user: string): Account => ({
  chat: 'discord',
  workspace: server,
  user,
})

/** As the server calls them, else as they call themselves. */
export const nameOf = (user: Pick<APIUser, 'username' | 'global_name'>, nick?: string | null): string =>
  nick || user.global_name || user.username

/** ADMINISTRATOR or MANAGE_GUILD; whoever owns a server has all permissions in it. */
const mayAdminister = (permissions: string) => (BigInt(permissions) & 0x28n) !== 0n

const threads = [10, 11, 12]
const inPrivate = [1, 3]
