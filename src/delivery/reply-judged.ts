import type { Mention } from '../model/mention.ts'
import { judge, type Policy, usualPolicy, type Verdict } from '../model/policy.ts'
import type { Identity } from '../model/publication.ts'
import type { Needed } from '../model/reply-moves.ts'
import type { Place, Team } from '../model/team.ts'
import { channelFor, placeKey } from '../model/team.ts'
import { identityFor } from '../publish/identities.ts'
import { limitOf } from '../publish/limits.ts'

/** How a team answers, whether it said so or not. */
export const policyOf = ({ policy = usualPolicy }: Pick<Team, 'policy'>): Policy => policy

/** What the team's policy and the network say of a text as an answer to a mention, and the account it goes out from. */
export function judged(
  team: Team,
  mention: Mention,
  text: string,
): { verdict: Verdict; identity: Identity | null } {
  const identity = identityFor(team, mention.post)
  const { network } = mention.post
  const verdict = judge(text, {
    ...{ mention, network, language: mention.language, policy: policyOf(team), public: true },
    limit: limitOf(network, identity),
  })
  return { verdict, identity }
}

/** Who has to approve what was judged so. */
export const neededFor = ({ approvals, by, alone }: Verdict): Needed => ({
  needs: approvals,
  role: by,
  alone,
})

/** Where approvals are asked for: the team's channel for them, else that of its alerts, and those of its policy. */
export function approvalPlaces(team: Team): Place[] {
  const all = [channelFor(team, 'approvals'), ...policyOf(team).approvalsAlso]
  return [...new Map(all.map((place) => [placeKey(place), place])).values()]
}
