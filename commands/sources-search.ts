import type { Asked } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { Oops } from '../src/model/oops.ts'
import {
  budgetKey,
  limitsOf,
  type PlaceKind,
  placeKinds,
  placeTitles,
  readSearch,
  type SearchAccount,
  usualBases,
  writeSearch,
} from '../src/model/search.ts'
import { looksForTopics, searchesFor } from '../src/model/searches.ts'
import { folded } from '../src/model/words.ts'
import { trySource } from '../src/reports/source-trial.ts'
import { trialParts } from '../src/reports/source-trial-message.ts'
import { nearest } from '../src/settings/nearest.ts'
import { freeName } from '../src/sources/source-names.ts'
import { code, type Marked, together } from '../src/texts/marked.ts'
import type { Say } from '../src/texts/texts.ts'
import { type Draft, namesOf, notWatched } from './sources-add.ts'
import { nameIsFree, remember } from './sources-draft.ts'
import { unread } from './sources-unread.ts'

/** Places that can be searched for a topic, as people name them. */
const searchable = placeKinds.filter(looksForTopics)

/** The place that somebody means: `hackernews`, "Hacker News", « google news ». Throws Oops. */
export function readPlace(raw: string): PlaceKind {
  const squeezed = (text: string) => folded(text).replaceAll(' ', '')
  const named = (all: readonly PlaceKind[]) =>
    all.find((one) => [one, placeTitles[one]].some((name) => squeezed(name) === squeezed(raw)))
  const found = named(searchable)
  if (found) return found
  const other = named(placeKinds)
  if (other) throw new Oops('sources.place-by-file', { place: placeTitles[other] })
  const places = searchable.join(', ')
  if (closed.has(squeezed(raw))) throw new Oops('sources.place-closed', { given: raw, places })
  const near = nearest(raw.trim().toLowerCase().replaceAll(' ', '-'), searchable)
  if (near) throw new Oops('sources.place-near', { given: raw, near })
  throw new Oops('sources.place-unknown', { given: raw, places })
}

/** They let nobody search, whom everybody asks for all the same. */
const closed = new Set(['x', 'twitter', 'facebook', 'instagram', 'linkedin', 'tiktok', 'threads'])

export function placeChoices() {
  return searchable.map((value) => ({ value, label: placeTitles[value] }))
}

type Wanted = {
  place: PlaceKind
  topic: string | undefined
  server: string | undefined
  name: string | null
  folder: string | null
  every: number | null
}

/** Tries a search for one of the team's topics at a place, and proposes it. Throws Oops. */
export async function proposeSearch(asked: Asked, wanted: Wanted): Promise<Message> {
  const { say, team, now } = asked
  const { place, folder, every } = wanted
  const topic = team.topics.find(({ name }) => name === wanted.topic)
  if (!topic) {
    const topics = team.topics.map(({ name }) => name).join(', ')
    throw new Oops('sources.place-topic-missing', { place: placeTitles[place], topics })
  }
  const { base, account } = whereToAsk(asked, wanted)
  const lang = newsLanguage(place, team.locale)
  const { searches, lost } = searchesFor({ place, base, account: account?.key ?? null, params: lang }, topic)
  const [url, ...more] = searches.map(writeSearch)
  if (wanted.name !== null) nameIsFree(asked, wanted.name)
  await notWatched(asked, url!)
  const called = wanted.name ?? `${placeTitles[place]} · ${topic.name}`
  const name = freeName(called, namesOf(asked))
  try {
    const found = await asked.search({ url: url!, etag: null, lastModified: null, bodyHash: null })
    const posts = found.unchanged ? [] : found.feed.posts
    const value = await remember(asked, {
      url: url!,
      name,
      folder,
      every,
      more,
      topic: topic.name,
    } satisfies Draft)
    const { text, fields, items } = trialParts(await trySource({ posts }, team, now), asked)
    return {
      title: say.plain('sources.try-title', { name }),
      text: together([
        say('sources.search-asked', { place: placeTitles[place], asked: { marked: code(askedWords(url!)) } }),
        more.length > 0 ? say('sources.search-more', { count: more.length }) : null,
        lost.length > 0 ? say('sources.search-lost', { lost: lost.join(', ') }) : null,
        text,
      ]),
      fields,
      items,
      buttons: [
        { action: 'sources.keep', label: say.plain('sources.keep'), value, style: 'primary' },
        { action: 'sources.cancel', label: say.plain('sources.no'), value },
      ],
      note: say('sources.search-note'),
      quiet: true,
    }
  } catch (error) {
    return unread(asked, askedWords(url!), error)
  }
}

/** The server that was named, else the place's own; with the account of the settings, where there is one. */
function whereToAsk(
  { team }: Asked,
  { place, server }: Wanted,
): { base: string; account: SearchAccount | null } {
  const own = (team.searchAccounts ?? []).filter((one) => one.place === place)
  const account = own.find(({ base }) => server === undefined || new URL(base).host === new URL(server).host)
  if (account) return { base: account.base, account }
  if (place === 'bluesky') throw new Oops('sources.place-settings', { place: placeTitles[place] })
  // Elsewhere somebody could answer in its name, and for all teams.
  if (server !== undefined && usualBases[place] !== null)
    throw new Oops('sources.place-no-server', { place: placeTitles[place] })
  const base = server === undefined ? usualBases[place] : new URL(server).origin
  if (base === null) {
    const example = place === 'discourse' ? 'forum.example.org' : place === 'lemmy' ? 'jlai.lu' : 'piaille.fr'
    throw new Oops('sources.place-server-missing', { place: placeTitles[place], example })
  }
  return { base, account: null }
}

/** News come in editions; the team's language chooses. */
const newsLanguage = (place: PlaceKind, locale: string): Record<string, string> =>
  place === 'google-news' ? { lang: locale } : {}

/** What a search asks for, in a few words. */
export function askedWords(url: string): string {
  const params: Record<string, string | undefined> = readSearch(url)?.params ?? {}
  const { q, tags, channel, playlist, location } = params
  return (
    q ??
    tags
      ?.split(',')
      .map((tag) => `#${tag}`)
      .join(' ') ??
    channel ??
    playlist ??
    location ??
    '…'
  )
}

/** « Recherche sur Mastodon (mamot.fr) : #nimbus ». */
export function searchText(url: string, say: Say): Marked | null {
  const search = readSearch(url)
  if (!search) return null
  const own = search.base === usualBases[search.place] ? '' : ` (${new URL(search.base).host})`
  return say('sources.search', {
    place: `${placeTitles[search.place]}${own}`,
    asked: { marked: code(askedWords(url)) },
  })
}

/** What is left of each place's allowance that a team's searches use, a line each; null where it has no searches. */
export async function budgetsText({ team, store, say, now }: Asked, urls: string[]): Promise<Marked | null> {
  const accounts = team.searchAccounts ?? []
  const searches = urls.flatMap((url) => readSearch(url) ?? [])
  const names = new Map(searches.map((search) => [budgetKey(search), search]))
  const lines = []
  for (const [name, { place, base, account }] of names) {
    const limits = limitsOf(place, accounts.find(({ key }) => key === account) ?? null)
    const own = base === usualBases[place] ? '' : ` (${new URL(base).host})`
    for (const { per, most, left, until } of await store.budgets.left(name, limits, now)) {
      const values = {
        place: `${placeTitles[place]}${own}`,
        most: say.number(most),
        left: say.number(left),
        per: say.plain(`sources.per-${per}`),
      }
      lines.push(
        left > 0
          ? say('sources.budget-left', values)
          : say('sources.budget-next', { ...values, wait: waitText(until - now, say) }),
      )
    }
  }
  return lines.length === 0 ? null : together(lines)
}

function waitText(wait: number, say: Say): string {
  const seconds = Math.max(1, Math.ceil(wait / 1000))
  if (seconds <= 90) return say.plain('sources.wait-seconds', { n: seconds })
  const minutes = Math.ceil(seconds / 60)
  if (minutes <= 90) return say.plain('sources.length-minutes', { count: minutes })
  const hours = Math.ceil(minutes / 60)
  return hours <= 48
    ? say.plain('sources.length-hours', { count: hours })
    : say.plain('sources.length-days', { count: Math.ceil(hours / 24) })
}
