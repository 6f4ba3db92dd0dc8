import type { Logger } from 'pino'
import { Oops } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import { readSearch, type Search, writeSearch } from '../model/search.ts'
import { searchesFor } from '../model/searches.ts'
import type { Team } from '../model/team.ts'
import { keyOf, newNaming } from '../settings/free-names.ts'
import { nameKey } from '../settings/repeats.ts'
import type { AddedSource } from '../store/added-sources.ts'
import type { Store } from '../store/store.ts'

type Parts = { store: Store; teams: Team[]; refresh: () => Promise<void>; clock: () => Instant; log: Logger }

/**
 * Searches that were added in the chat follow their topics: whose query changed is asked for as it is now. One whose
 * topic is gone, or can be asked for no more, stays as it is until somebody removes it.
 */
export function newFollowing({ store, teams, refresh, clock, log }: Parts) {
  let seen = -1
  let lookedAt = Number.NEGATIVE_INFINITY

  return async () => {
    const now = clock()
    if (Math.abs(now - lookedAt) < pause) return
    lookedAt = now
    const version = await store.topics.version()
    if (version === seen) return
    await refresh()
    for (const team of teams) await follow(team, now)
    seen = version
  }

  async function follow(team: Team, now: Instant) {
    const all = (await store.addedSources.list(team.name)).filter(({ topic }) => topic !== null)
    const together = Map.groupBy(all, (one) => `${one.topic}\n${wayOf(one.url)}`)
    for (const sources of together.values()) {
      const topic = team.topics.find(({ name }) => nameKey(name) === nameKey(sources[0]!.topic))
      const search = readSearch(sources[0]!.url)
      if (!topic || !search) continue
      try {
        const asking = { ...search, account: accountOf(team, search), params: besides(search) }
        const wanted = searchesFor(asking, topic).searches.map(writeSearch)
        await change(team, sources, { wanted, now })
      } catch (err) {
        if (!(err instanceof Oops)) throw err
        log.warn(
          { team: team.name, topic: topic.name, place: search.place, ...err.values },
          'a search cannot follow its topic',
        )
      }
    }
  }

  async function change(
    team: Team,
    sources: AddedSource[],
    { wanted, now }: { wanted: string[]; now: Instant },
  ) {
    if (sources.length === wanted.length && sources.every(({ url }) => wanted.includes(url))) return
    const { by, folder, every, topic, paused, name: first } = sources[0]!
    const doing = { by, at: now }
    await store.together(async ({ turns, addedSources }) => {
      await turns.take()
      // Somebody removed them meanwhile, or another process did this: what was read before says nothing any more.
      const still = (await addedSources.list(team.name)).filter((one) =>
        sources.some(({ key, url }) => key === one.key && url === one.url),
      )
      if (still.length === 0) return
      const gone = still.filter(({ url }) => !wanted.includes(url))
      const fresh = wanted.filter((url) => !still.some((one) => one.url === url))
      for (const { key } of gone) await addedSources.remove(team.name, key, doing)
      const there = await addedSources.list(team.name)
      const naming = newNaming(
        new Set([
          ...team.sources.filter(({ added }) => !added).map(({ name }) => keyOf(name)),
          ...there.map(({ key }) => key),
        ]),
      )
      const added = fresh.map((url) => {
        const name = naming(first)
        return { name, key: keyOf(name), url, folder, every, topic }
      })
      await addedSources.add(team.name, added, doing)
      if (paused)
        for (const { key } of added) await addedSources.pause(team.name, key, { by: paused.by, at: now })
    })
    await refresh()
    log.info({ team: team.name, topic, searches: wanted.length }, 'searches follow their topic')
  }
}

/** With a new token an account has a new name: what was added with the old one asks with the new one. */
function accountOf({ searchAccounts = [] }: Team, { place, base, account }: Search): string | null {
  const own = searchAccounts.filter((one) => one.place === place && one.base === base)
  return account === null || own.length === 0 || own.some(({ key }) => key === account)
    ? account
    : own[0]!.key
}

/** Where a search asks, and for what besides the topic. */
const wayOf = (url: string) => {
  const search = readSearch(url)
  return search ? writeSearch({ ...search, params: besides(search) }) : url
}

function besides({ params: { q: _q, tags: _tags, ...others } }: Search): Record<string, string> {
  return others
}

const pause = 5_000
