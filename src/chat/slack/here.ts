import type { Account, ChatName } from '../../model/person.ts'
import type { Instant } from '../../model/post.ts'
import type { Happened } from '../chat.ts'
import type { Names } from './spoken.ts'

/**
 * Where something was heard: which chat, which workspace (`T…`) of which organisation (`E…`) at which address, Vigie's
 * own user and bot there, and to which workspace somebody belongs, as far as we met them.
 */
export type Here = {
  chat: ChatName
  workspace: string
  enterprise: string | null
  url: string
  bot: string
  botId: string
  names: Names
  homeOf(user: string): string | undefined
}

/** Who did something where, by Slack's ids; `name` is what the payload calls them, `room` what it calls the channel. */
export type Doing = {
  user: string
  name?: string | undefined
  /** The workspace or organisation that the payload says they are of. */
  team?: string | undefined
  channel?: string | undefined
  room?: string | undefined
}

/** What everything that is heard has in common. Groups, rights and language are known to whoever asked Slack. */
export const happenedHere = (
  { user, name, team, channel, room }: Doing,
  here: Here,
  at: Instant,
): Happened => ({
  chat: here.chat,
  account: accountOf(user, here, team),
  name: here.names.user(user) ?? name ?? user,
  channel: channelName(channel, room, here),
  at,
})

/** Somebody's account, in the workspace that is theirs: partners are never taken for our own people. */
export function accountOf(user: string, here: Here, said?: string): Account {
  const theirs = said && said !== here.enterprise ? said : here.workspace
  return { chat: 'slack', workspace: here.homeOf(user) ?? theirs, user }
}

/** By its name without `#`; empty in a private conversation. What Slack calls it itself may be `privategroup`. */
function channelName(id: string | undefined, room: string | undefined, { names }: Here): string {
  if (!id || id.startsWith('D') || room === 'directmessage') return ''
  return names.channel(id) ?? (room && !/^(?:privategroup|mpdm-.*)$/.test(room) ? room : id)
}
