import { Unavailable } from '../../model/oops.ts'
import type { Instant } from '../../model/post.ts'
import { type PlaceKind, placeTitles } from '../../model/search.ts'

/** To be waited for before each request to a place. Throws BudgetSpent. */
export type Budget = (count?: number) => Promise<void>

/** A place was asked as often as it lets itself be asked: it may be asked again at `until`. Nothing is lost by it. */
export class BudgetSpent extends Unavailable {
  override name = 'BudgetSpent'
  readonly until: Instant

  constructor(place: PlaceKind, until: Instant, now: Instant) {
    const seconds = Math.max(1, Math.ceil((until - now) / 1000))
    const [minutes, hours] = [Math.ceil(seconds / 60), Math.ceil(seconds / 3600)]
    super(`${placeTitles[place]} may be asked again in ${seconds} s`, {
      key: `place.budget-spent${minutes <= 2 ? '' : hours <= 2 ? '-minutes' : '-hours'}`,
      values: { place: placeTitles[place], seconds, minutes, hours },
      retryAfter: until - now,
    })
    this.until = until
  }
}
