import { type Account, may, type Person, type Role } from '../../model/person.ts'
import { type Locale, type Purpose, purposes, type Team } from '../../model/team.ts'

/** Somebody one may be on the local page. */
export type CastMember = { user: string; name: string; role: Role; locale: Locale; team: string }

export const localAccount = (user: string): Account => ({ chat: 'local', workspace: 'local', user })

/** Everybody with a local account, by user; of several teams, the first that knows them. */
export function castOf(teams: Team[]): CastMember[] {
  const cast = new Map<string, CastMember>()
  for (const team of teams)
    for (const person of team.people)
      for (const { chat, user } of person.accounts)
        if (chat === 'local' && !cast.has(user)) cast.set(user, memberOf(person, user, team))
  return [...cast.values()]
}

const memberOf = ({ name, role, locale }: Person, user: string, team: Team): CastMember => ({
  user,
  name,
  role,
  locale,
  team: team.title,
})

/** The local channels that a user sees: a team's own for its staff, its community's for everybody. */
export function channelsOf(teams: Team[], user: string): { name: string; purpose: Purpose; team: Team }[] {
  return teams.flatMap((team) => {
    const role = team.people.find(({ accounts }) =>
      accounts.some((one) => one.chat === 'local' && one.user === user),
    )?.role
    return purposes
      .filter((purpose) => team.channels[purpose].chat === 'local')
      .filter((purpose) => may(role ?? 'member', purpose === 'community' ? 'member' : 'staff'))
      .map((purpose) => ({ name: team.channels[purpose].channel, purpose, team }))
  })
}
