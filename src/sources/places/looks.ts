import { type PlaceKind, placeKinds, usualBases } from '../../model/search.ts'
import { lookAtBluesky } from './bluesky.ts'
import { lookAtDiscourse } from './discourse.ts'
import { lookAtHackerNews } from './hackernews.ts'
import { lookAtLemmy } from './lemmy.ts'
import { lookAtMastodon } from './mastodon.ts'
import type { Look } from './place.ts'
import { lookAtStackExchange } from './stackexchange.ts'

/** How posts of a place are looked at again, how many with one request, and where that is asked if nowhere else is said. */
export type Looking = { place: PlaceKind; look: Look; atOnce: number; base: string | null }

/** By what a post is filed under (`placeSource`); null for places that tell nothing afterwards. */
export function lookingAt(source: string): Looking | null {
  const [, name, where = ''] = /^place:([a-z-]+)(?::(.*))?$/u.exec(source) ?? []
  const place = placeKinds.find((one) => one === name)
  if (!place) return null
  const base = place === 'discourse' ? `https://${where}` : usualBases[place]
  if (place === 'stackexchange') return { place, base, look: lookAtStackExchange(where), atOnce: 100 }
  const look = looks[place]
  // Where each is asked at its own server, any base will do.
  return look
    ? { place, look, base: base ?? 'https://localhost', atOnce: place === 'bluesky' ? 25 : 1 }
    : null
}

const looks: Partial<Record<PlaceKind, Look>> = {
  hackernews: lookAtHackerNews,
  mastodon: lookAtMastodon,
  bluesky: lookAtBluesky,
  lemmy: lookAtLemmy,
  discourse: lookAtDiscourse,
}
