import type { Locale } from './team.ts'

export const roles = ['member', 'staff', 'approver', 'admin'] as const
export type Role = (typeof roles)[number]

/** Whether somebody of this role may do what is `for` that one: each role includes those before it. */
export const may = (role: Role, needed: Role) => roles.indexOf(role) >= roles.indexOf(needed)

/** One account of a person: which kind of chat, which workspace or server of it, which user there. */
export type Account = { chat: ChatKind; workspace: string; user: string }

export const chatKinds = ['local', 'slack', 'discord'] as const
export type ChatKind = (typeof chatKinds)[number]

/**
 * A chat that Vigie speaks in: one workspace, one server. That of Vigie's own token goes by its kind alone, that of a
 * team by its kind and the team's name: `slack/acme`.
 */
export type ChatName = ChatKind | `${ChatKind}/${string}`

export const kindOfChat = (name: ChatName) => name.split('/')[0] as ChatKind

export const accountKey = ({ chat, workspace, user }: Account) => `${chat}:${workspace}/${user}`

/** Somebody who talks to Vigie, and what they are in the team that is asked. */
export type Person = {
  id: string
  name: string
  locale: Locale
  role: Role
  accounts: Account[]
}
