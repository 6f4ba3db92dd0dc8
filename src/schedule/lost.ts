import type { Item, Message } from '../chat/message.ts'
import { cureOf, ended } from '../delivery/source-words.ts'
import type { Instant } from '../model/post.ts'
import { isSearch } from '../model/search.ts'
import type { Team } from '../model/team.ts'
import { quietUntil } from '../model/time.ts'
import type { FoundSource, LostSource } from '../store/lost-feeds.ts'
import type { Parts, Store } from '../store/store.ts'
import { together } from '../texts/marked.ts'
import { reasonWords, type Say, sayIn } from '../texts/texts.ts'

/** Looks every ten seconds whether there is anything to tell; true where there was. */
export function newLostSources({
  store,
  teams,
  clock,
}: {
  store: Store
  teams: Team[]
  clock: () => Instant
}) {
  let lookedAt = Number.NEGATIVE_INFINITY
  return async () => {
    const now = clock()
    if (Math.abs(now - lookedAt) < 10_000) return false
    lookedAt = now
    return tellLostSources(store, teams, now)
  }
}

/**
 * Tells each team once that sources of theirs died, with what to do, and once that they are back; not in its quiet
 * hours. Written down with what was told: a crash loses nothing, and no other process tells it too. True where
 * something is to be told now.
 */
export async function tellLostSources(store: Store, teams: Team[], now: Instant): Promise<boolean> {
  // Nearly always in vain.
  if ((await store.feeds.lost()).length + (await store.feeds.found()).length === 0) return false
  return store.together(async (store) => {
    await store.turns.take()
    const [lost, found] = [await store.feeds.lost(), await store.feeds.found()]
    let told = false
    for (const team of teams) {
      const ofTeam = <One extends { team: string }>(all: One[]) => all.filter((one) => one.team === team.name)
      told = (await tell(store, team, 'lost', ofTeam(lost), now)) || told
      const back = ofTeam(found)
      told =
        (await tell(
          store,
          team,
          'found',
          back.filter(({ paused }) => !paused),
          now,
        )) || told
      const unheard = back.filter(({ paused }) => paused).map(({ feedId }) => feedId)
      if (unheard.length > 0) await store.feeds.lostTold(team.name, unheard, null)
    }
    return told
  })
}

async function tell<Kind extends 'lost' | 'found'>(
  store: Parts,
  team: Team,
  kind: Kind,
  sources: Kind extends 'lost' ? LostSource[] : FoundSource[],
  now: Instant,
): Promise<boolean> {
  if (sources.length === 0) return false
  const ids = sources.map(({ feedId }) => feedId)
  const about = `${kind}:${team.name}:${ids.join(',')}:${now}`
  const payload =
    kind === 'lost'
      ? lostMessage(team, sources as LostSource[], now)
      : foundMessage(team, sources as FoundSource[])
  const quiet = quietUntil(now, team.quietHours, team.timeZone)
  const due = { dueAt: quiet ?? now, held: quiet !== null }
  await store.deliveries.add(
    [{ team: team.name, rule: 'source', about, place: team.channels.watch, payload, ...due }],
    now,
  )
  await store.feeds.lostTold(team.name, ids, kind === 'lost' ? now : null)
  return true
}

function lostMessage(team: Team, sources: LostSource[], now: Instant): Message {
  const say = sayIn(team.locale)
  const count = sources.length
  const ids = sources.map(({ feedId }) => feedId).join(',')
  return {
    title: say.plain('sources.lost-title', { count }),
    items: sources.slice(0, mostShown).map((source) => itemOf(source, { team, say, now })),
    note: together([
      count > mostShown ? say('sources.lost-more', { count: count - mostShown }) : null,
      say('sources.lost-note', { count }),
    ]),
    // A button holds little: of many, all that are dead are tried.
    buttons: [
      { action: 'sources.again', label: say.plain('sources.again'), value: ids.length > 60 ? '' : ids },
    ],
  }
}

function itemOf(source: LostSource, { team, say, now }: { team: Team; say: Say; now: Instant }): Item {
  const { name, url, failure, since, gone } = source
  const set = team.sources.find((one) => one.kind === 'feed' && one.url === url)?.at
  const cure = cureOf(failure, now - since)
  const words = { since: say.since(since, now, team.timeZone), failure: ended(reasonWords(failure, say)) }
  return {
    title: name,
    ...(isSearch(url) ? {} : { url }),
    text: together([
      say(gone ? 'sources.lost-gone' : 'sources.lost-silent', words),
      cure
        ? say(cure, { place: set ? `${set.file}:${set.line}` : say.plain('sources.by-command', { name }) })
        : null,
    ]),
  }
}

function foundMessage(team: Team, sources: FoundSource[]): Message {
  const say = sayIn(team.locale)
  const count = sources.length
  return {
    title: say.plain('sources.found-title', { count }),
    text: say('sources.found', { count }),
    items: sources
      .slice(0, mostShown)
      .map(({ name, url }) => ({ title: name, ...(isSearch(url) ? {} : { url }) })),
    ...(count > mostShown ? { note: say('sources.lost-more', { count: count - mostShown }) } : {}),
  }
}

const mostShown = 10
