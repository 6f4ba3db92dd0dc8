import type { SettingPlace } from './team.ts'

export const platformKinds = ['mastodon', 'bluesky', 'youtube', 'discourse', 'meta', 'github'] as const
export type PlatformKind = (typeof platformKinds)[number]

/** An account of the brand on a platform, of which followers and reactions are counted. Secrets come from the environment. */
export type BrandAccount = {
  name: string
  kind: PlatformKind
  /** Where the platform is asked: `https://mamot.fr`, `https://api.github.com`. */
  server: string
  /** Who or what it is there: a handle, a channel, a page, a repository (`nimbus/lamp`); of a forum itself null. */
  who: string | null
  /** Of Meta: which of its networks. */
  network?: 'facebook' | 'instagram'
  /** A token or a key, where the platform wants one. */
  secret: string | null
  at: SettingPlace
}
