import { type Account, may, type Person, type Role } from '../../model/person.ts'
import {
  type Locale,
  type Place,
  type Purpose,
  placeKey,
  placesOf,
  purposes,
  type Team,
} from '../../model/team.ts'

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

/** A channel of the local chat; `purpose` is null where only a route leads there. */
type LocalChannel = { name: string; purpose: Purpose | null; team: Team }

/** The local channels that a user sees: a team's own for its staff, its community's for everybody. */
export function channelsOf(teams: Team[], user: string): LocalChannel[] {
  return teams.flatMap((team) => {
    const role = team.people.find(({ accounts }) =>
      accounts.some((one) => one.chat === 'local' && one.user === user),
    )?.role
    const purposeOf = (place: Place) =>
      purposes.find((purpose) => placeKey(team.channels[purpose]) === placeKey(place)) ?? null
    return placesOf(team)
      .filter(({ chat }) => chat === 'local')
      .map((place) => ({ name: place.channel, purpose: purposeOf(place), team }))
      .filter(({ purpose }) => may(role ?? 'member', purpose === 'community' ? 'member' : 'staff'))
  })
}
