import type { BrandAccount } from '../../model/brand-account.ts'

/** The hosts that an operator named for accounts, and the platforms' own: trusted, private ones too. */
export const accountHosts = (teams: { accounts?: BrandAccount[] }[]): string[] =>
  teams.flatMap(({ accounts = [] }) => accounts).flatMap(({ server }) => URL.parse(server)?.hostname ?? [])
