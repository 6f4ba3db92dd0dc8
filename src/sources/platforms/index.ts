import type { BrandAccount, PlatformKind } from '../../model/brand-account.ts'
import type { Way } from './asking.ts'
import { readBluesky } from './bluesky.ts'
import type { Counts } from './counting.ts'
import { readDiscourse } from './discourse.ts'
import { readGithub } from './github.ts'
import { readMastodon } from './mastodon.ts'
import { readMeta } from './meta.ts'
import { readYoutube } from './youtube.ts'

/** Counts an account as its platform tells. Throws Unavailable that says what to do. */
export type PlatformReader = (account: BrandAccount, way: Way) => Promise<Counts>

const readers: Record<PlatformKind, PlatformReader> = {
  mastodon: readMastodon,
  bluesky: readBluesky,
  youtube: readYoutube,
  discourse: readDiscourse,
  meta: readMeta,
  github: readGithub,
}

export const countAccount: PlatformReader = (account, way) => readers[account.kind](account, way)
