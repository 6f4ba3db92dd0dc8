import type { Locale } from './team.ts'

export const roles = ['member', 'staff', 'approver', 'admin'] as const
export type Role = (typeof roles)[number]

/** Whether somebody of this role may do what is `for` that one: each role includes those before it. */
export const may = (role: Role, needed: Role) => roles.indexOf(role) >= roles.indexOf(needed)

/** One account of a person: which chat, which workspace or server of it, which user there. */
export type Account = { chat: ChatName; workspace: string; user: string }

export type ChatName = 'local' | 'slack' | 'discord'

export const accountKey = ({ chat, workspace, user }: Account) => `${chat}:${workspace}/${user}`

/** Somebody who talks to Vigie, and what they are in the team that is asked. */
export type Person = {
  id: string
  name: string
  locale: Locale
  role: Role
  accounts: Account[]
}
