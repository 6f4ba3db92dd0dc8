import type { MentionPost } from '../model/mention.ts'
import type { Identity } from '../model/publication.ts'
import type { Team } from '../model/team.ts'

/**
 * Which account of the team answers a post: on its own forum that forum's, else the first whose networks hold the
 * post's. Null: somebody publishes the answer by hand. A sample team has nobody to speak for it, whatever it sets.
 */
export function identityFor(
  { sample, identities = [] }: Pick<Team, 'sample' | 'identities'>,
  { url, network, sample: invented }: Pick<MentionPost, 'url' | 'network' | 'sample'>,
): Identity | null {
  if (sample || invented || url === null) return null
  const fits = ({ kind, server, networks }: Identity) =>
    kind === 'discourse' ? isOn(server, url) : networks.includes(network)
  return identities.find((one) => one.kind === 'discourse' && fits(one)) ?? identities.find(fits) ?? null
}

/** Whether an address belongs to a server, which may stand in a folder: `https://acme.example/forum`. */
export function isOn(server: string, url: string): boolean {
  const [base, at] = [URL.parse(server), URL.parse(url)]
  if (!base || !at || base.host !== at.host) return false
  const folder = base.pathname.replace(/\/+$/, '')
  return at.pathname === folder || at.pathname.startsWith(`${folder}/`)
}
