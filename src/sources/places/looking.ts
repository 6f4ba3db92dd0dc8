import type { Answer } from '../../http.ts'
import { Unavailable } from '../../model/oops.ts'
import { type PlaceKind, placeTitles } from '../../model/search.ts'
import { retryAfterIn } from '../feed.ts'

/** That items cannot be looked at again, because of this answer. */
export function problemOfLook(
  place: PlaceKind,
  { status, headers }: Pick<Answer, 'status' | 'headers'>,
  key = 'place.status-other',
): Unavailable {
  const retryAfter = retryAfterIn(headers['retry-after'], Date.now())
  return new Unavailable(`${placeTitles[place]} answered ${status}`, {
    key,
    values: { place: placeTitles[place], status: `${status}` },
    ...(retryAfter === undefined ? {} : { retryAfter }),
  })
}
