import { readSearch, usualBases } from '../../model/search.ts'
import type { Team } from '../../model/team.ts'

/** Whom the settings of these teams ask, where that is not where everybody does. */
export const searchHosts = (teams: Pick<Team, 'sources'>[]): string[] =>
  teams.flatMap(({ sources }) =>
    sources.flatMap((one) => {
      const search = one.kind === 'feed' && !one.added ? readSearch(one.url) : null
      return search && search.base !== usualBases[search.place] ? [new URL(search.base).hostname] : []
    }),
  )
