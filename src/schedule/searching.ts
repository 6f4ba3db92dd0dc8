import type { Door, Post } from '../http.ts'
import type { Instant } from '../model/post.ts'
import { budgetKey, limitsOf, readSearch, type SearchAccount } from '../model/search.ts'
import type { Fetched, FetchState } from '../sources/feed.ts'
import { type Budget, BudgetSpent } from '../sources/places/budget.ts'
import type { Store } from '../store/store.ts'

/** Asks a place what a search finds; what is known of the last time goes along. Throws as `fetchSearch` does. */
export type Searching = (known: FetchState) => Promise<Fetched>

type Parts = {
  store: Pick<Store, 'together'>
  door: Pick<Door, 'get'> & Post
  accounts: SearchAccount[]
  clock: () => Instant
}

/** Searches with the accounts of the settings, within what each place allows, counted for all processes together. */
export function newSearching({ store, door, accounts, clock }: Parts): Searching {
  return async (known) => {
    const search = readSearch(known.url)
    const account = accounts.find(({ key }) => key === search?.account) ?? null
    const budget: Budget = async (count = 1) => {
      if (!search) return
      const now = clock()
      const [name, limits] = [budgetKey(search), limitsOf(search.place, account)]
      await store.together(async ({ budgets }) => {
        const until = await budgets.take(name, limits, now, count)
        // Thrown, so that what was taken from the other limits is given back.
        if (until !== null) throw new BudgetSpent(search.place, until, now)
      })
    }
    // Whoever has no search needs no places.
    const { fetchSearch } = await import('../sources/places/index.ts')
    return fetchSearch(door, known, { now: clock(), account, budget })
  }
}
