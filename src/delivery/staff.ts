import { isHeldBy, type Mention } from '../model/mention.ts'
import { type Account, accountKey, type ChatKind, chatKinds, may, type Role, roles } from '../model/person.ts'
import type { Locale, Team } from '../model/team.ts'
import type { Parts } from '../store/store.ts'

/**
 * Somebody of the team who may answer. `id` is theirs as in `Person`, null for who has a role and never did anything
 * yet; `key` is their id in the settings, or their account's key.
 */
export type Staff = {
  key: string
  id: string | null
  name: string
  role: Role
  locale: Locale
  accounts: Account[]
}

/** Staff of the settings, then everybody who was given a role in the chat; whoever has one by a group alone is not known. */
export async function staffOf(store: Pick<Parts, 'setUp' | 'people'>, team: Team): Promise<Staff[]> {
  const given = (await store.setUp.roles()).filter((one) => one.team === team.name)
  const held = (accounts: Account[]) =>
    given.filter(({ who }) => accounts.some((account) => accountKey(account) === who)).map(({ role }) => role)
  const known = team.people.map((person) => ({
    ...person,
    key: person.id,
    role: [person.role, ...held(person.accounts)].reduce((one, other) => (may(other, one) ? other : one)),
  }))
  const keys = new Set(known.flatMap(({ accounts }) => accounts.map(accountKey)))
  const others: Staff[] = []
  for (const { who, name, role } of given) {
    const account = accountIn(who)
    if (!account || keys.has(who)) continue
    const person = await store.people.known(account)
    // A role of Discord is written like an account: who did something once is nobody's role.
    if (person === undefined && account.chat !== 'slack') continue
    const id = person === undefined ? null : `person-${person}`
    others.push({ key: who, id, name, role, locale: team.locale, accounts: [account] })
  }
  return [...known, ...others].filter(({ role }) => may(role, 'staff'))
}

/** Whoever has a mention, where they are known. */
export const holderOf = (staff: Staff[], { state }: Pick<Mention, 'state'>) =>
  staff.find(({ id, name }) => isHeldBy(state, { id: id ?? '', name }))

/** Everybody who hears of it: somebody by their id, or those of a role; where nobody has just that one, of the next higher. */
export function peopleOf(staff: Staff[], to: string): Staff[] {
  const role = roles.find((one) => one === to)
  if (!role) return staff.filter(({ id }) => id === to)
  const higher = roles.filter((one) => may(one, role))
  return (
    higher.map((one) => staff.filter((person) => person.role === one)).find((all) => all.length > 0) ?? []
  )
}

/** An account by its key; null for a group of Slack. Elsewhere groups are written alike. */
export function accountIn(key: string): Account | null {
  const [, kind, workspace, user] = /^([a-z]+):([^/]+)\/(.+)$/.exec(key) ?? []
  const chat = chatKinds.find((one): one is ChatKind => one === kind)
  if (!chat || (chat === 'slack' && !/^[UW]/.test(user!))) return null
  return { chat, workspace: workspace!, user: user! }
}
