import type { Standing } from '../../model/giveaway.ts'
import { type Account, may, type Person, type Role } from '../../model/person.ts'
import type { Instant } from '../../model/post.ts'
import {
  type Locale,
  type Place,
  type Purpose,
  placeKey,
  placesOf,
  purposes,
  type Team,
} from '../../model/team.ts'
import { day } from '../../model/time.ts'

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

/** The one group of the local chat: whoever is in the team. */
export const localTeam = 'local:local/team'

/**
 * What the local chat says of somebody: the team has been there for years, of the members each came later than the one
 * before, so that there is somebody for every condition.
 */
export function standingOf(cast: CastMember[], user: string, now: Instant): Standing | null {
  const one = cast.find((member) => member.user === user)
  if (!one) return null
  const members = cast.filter(({ role }) => role === 'member')
  const nth = members.indexOf(one) + 1
  // A moment is a whole number of milliseconds.
  const since = nth === 0 ? 1000 * day : 2 * Math.round((200 * day) / nth ** 2)
  return {
    groups: nth === 0 ? [localTeam] : [],
    accountSince: now - since,
    memberSince: now - since / 2,
  }
}

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
