import { hash } from 'node:crypto'
import { z } from 'zod'
import { Oops } from '../model/oops.ts'
import {
  type PlaceKind,
  placeKinds,
  placeTitles,
  type Search,
  type SearchAccount,
  usualBases,
  writeSearch,
} from '../model/search.ts'
import { looksForTopics, searchesFor } from '../model/searches.ts'
import type { SettingPlace, SourceSetting } from '../model/team.ts'
import type { Topic } from '../model/topic.ts'
import { readAddress } from './address.ts'
import { readEvery } from './every.ts'
import { newNaming } from './free-names.ts'
import { readSafeAddress } from './identities.ts'
import { isMap, list, map } from './loose.ts'
import { readName } from './names.ts'
import { type Problem, problem, shown } from './problem.ts'
import { nameKey } from './repeats.ts'
import { oneOrMore } from './route-shape.ts'
import { readSecret, type Variables } from './secrets.ts'
import { text, whole } from './shape.ts'
import type { Sheet } from './sheet.ts'

/** `searches:` of a team: where its topics are looked for. Secrets are named, `env:NAME`. */
export const searchesShape = (env: Variables) => {
  const secret = text((name) => readSecret(name, env)).optional()
  const word = (sort: RegExp, example: string) => text((given) => readWord(given, sort, example)).optional()
  return z.array(
    z.strictObject({
      place: z.enum(placeKinds),
      name: text(readName).optional(),
      topics: oneOrMore(text(readName)).optional(),
      about: text(readName).optional(),
      server: text(readServer).optional(),
      at: text(readServer).optional(),
      feed: text(readAlert).optional(),
      channel: word(/^UC[\w-]{22}$/, 'UCBR8-60-B28hp2BmDPdntcQ'),
      playlist: word(/^[\w-]{10,64}$/, 'PLBCF2DAC6FFB574DE'),
      site: word(/^[a-z0-9.-]{2,60}$/i, 'stackoverflow'),
      in: oneOrMore(text((given) => readWord(given, /^[\w-]{2,30}$/, 'france'))).optional(),
      lang: word(/^[a-z]{2}$/, 'fr'),
      country: word(/^[A-Z]{2}$/, 'FR'),
      only: z.enum(['stories', 'comments']).optional(),
      account: word(/^[\w-]{1,60}$/, '112233445566'),
      location: word(/^[\w-]{1,60}$/, '998877665544'),
      handle: text((given) => readName(given).replace(/^@/, '')).optional(),
      token: secret,
      password: secret,
      key: secret,
      client: secret,
      secret,
      perMonth: whole(1, 100_000_000).optional(),
      folder: text(readName).optional(),
      every: text(readEvery).optional(),
      paused: z.boolean().optional(),
    }),
  )
}

export type SearchSettings = z.output<ReturnType<typeof searchesShape>>[number]
type Setting = Exclude<keyof SearchSettings, 'place'>

const needs: Partial<Record<PlaceKind, Setting[]>> = {
  'google-alerts': ['feed'],
  mastodon: ['server'],
  bluesky: ['handle', 'password'],
  lemmy: ['server'],
  discourse: ['server'],
  'google-business': ['account', 'location', 'token'],
}
const mayHave: Record<PlaceKind, Setting[]> = {
  'google-news': ['topics', 'lang', 'country', 'at'],
  'bing-news': ['topics', 'lang', 'country', 'at'],
  gdelt: ['topics', 'lang', 'at'],
  'google-alerts': ['about'],
  hackernews: ['topics', 'only', 'at'],
  reddit: ['topics', 'in', 'token', 'handle', 'at'],
  mastodon: ['topics', 'token'],
  bluesky: ['topics', 'lang', 'at'],
  youtube: ['channel', 'playlist', 'about', 'at'],
  stackexchange: ['topics', 'site', 'key', 'at'],
  lemmy: ['topics', 'token'],
  discourse: ['topics', 'about', 'handle', 'key'],
  'google-business': ['about', 'client', 'secret', 'at'],
}
const always: Setting[] = ['name', 'folder', 'every', 'paused', 'perMonth']
const secretSettings: Setting[] = ['token', 'password', 'key', 'client', 'secret']
/** Of these one has to be there, or both. */
const either: Partial<Record<PlaceKind, [Setting, Setting]>> = { youtube: ['channel', 'playlist'] }
const both: Partial<Record<PlaceKind, [Setting, Setting]>> = {
  reddit: ['token', 'handle'],
  discourse: ['key', 'handle'],
}

/** What no single value shows: what a place needs and lacks, what it has no use for, topics that are not there. */
export function searchesCheck(sheet: Sheet): Problem[] {
  const { searches, topics } = map(sheet.value)
  const known = list(topics).map((topic) => map(topic).name)
  return list(searches).flatMap((given, at): Problem[] => {
    const place = placeKinds.find((one) => one === map(given).place)
    if (!place || !isMap(given)) return []
    const path = ['searches', at]
    const useful: string[] = ['place', ...(needs[place] ?? []), ...mayHave[place], ...always].filter(
      // Without an account there is none whose requests could be counted.
      (one) => one !== 'perMonth' || secretSettings.some((secret) => secret in given),
    )
    const lacking = (needs[place] ?? []).filter((one) => !(one in given))
    const choice = either[place]
    if (choice && !choice.some((one) => one in given)) lacking.push(choice[0])
    for (const pair of both[place] ? [both[place]] : [])
      if (pair.some((one) => one in given)) lacking.push(...pair.filter((one) => !(one in given)))
    const named = [
      ...[given.topics].flat().map((name, nth) => ({
        name,
        path: [...path, 'topics', ...(Array.isArray(given.topics) ? [nth] : [])],
      })),
      { name: given.about, path: [...path, 'about'] },
    ]
    return [
      ...lacking.map((setting) =>
        problem(sheet.file, sheet.place([...path, 'place']), 'settings.search-needs', {
          place,
          setting,
          example: examples[setting] ?? '…',
        }),
      ),
      ...Object.keys(given)
        .filter((one) => !useful.includes(one) && settings.has(one))
        .map((setting) =>
          problem(sheet.file, sheet.place([...path, setting], 'key'), 'settings.search-useless', {
            place,
            setting,
            known: useful.slice(1).join(', '),
          }),
        ),
      ...named
        .filter(
          ({ name }) => typeof name === 'string' && !known.some((one) => nameKey(one) === nameKey(name)),
        )
        .map(({ name, path }) =>
          problem(sheet.file, sheet.place(path), 'settings.search-topic', {
            given: shown(name),
            known: known.map(shown).join(', '),
          }),
        ),
    ]
  })
}

const examples: Partial<Record<Setting, string>> = {
  feed: 'https://www.google.com/alerts/feeds/…/…',
  server: 'https://mamot.fr',
  handle: 'nimbus.example',
  password: 'env:ACME_BLUESKY',
  token: 'env:ACME_TOKEN',
  key: 'env:ACME_KEY',
  channel: 'UCBR8-60-B28hp2BmDPdntcQ',
  account: '112233445566',
  location: '998877665544',
}
const settings = new Set<string>([
  ...always,
  ...Object.values(mayHave).flat(),
  ...Object.values(needs).flatMap((all) => all ?? []),
])

/** What searches come to: sources that are read as feeds are, the accounts they ask with, what is wrong, what is lost. */
export type ReadSearches = {
  sources: SourceSetting[]
  accounts: SearchAccount[]
  problems: Problem[]
  warnings: Problem[]
}

type Given = {
  searches: SearchSettings[]
  topics: Pick<Topic, 'name' | 'query' | 'text'>[]
  taken: string[]
  place: (path: (string | number)[]) => SettingPlace
}

/** Of settings without a mistake of their shape. */
export function readSearches(sheet: Sheet, { searches, topics, taken, place }: Given): ReadSearches {
  const read: ReadSearches = { sources: [], accounts: [], problems: [], warnings: [] }
  const naming = newNaming(new Set(taken.map((name) => nameKey(name) ?? name)))
  for (const [nth, given] of searches.entries()) {
    const at = place(['searches', nth])
    const account = accountOf(given)
    if (account) read.accounts.push(account)
    const { name, folder, every, paused } = given
    const more = { at, kind: 'feed' as const, ...defined({ folder, every, paused }) }
    const called = name ?? titleOf(given)
    const wish = { ...searchOf(given, account), params: paramsOf(given, topics) }
    if (!looksForTopics(given.place) || (given.place === 'discourse' && !given.topics)) {
      read.sources.push({ ...more, name: naming(called), url: writeSearch(wish) })
      continue
    }
    const wanted = given.topics
      ? topics.filter((topic) => given.topics!.some((one) => nameKey(one) === nameKey(topic.name)))
      : topics
    for (const topic of wanted)
      try {
        const { searches, lost } = searchesFor(wish, topic)
        for (const search of searches)
          read.sources.push({ ...more, name: naming(`${called} · ${topic.name}`), url: writeSearch(search) })
        if (lost.length > 0)
          read.warnings.push(
            problem(sheet.file, sheet.place(['searches', nth]), 'settings.search-lost', {
              place: placeTitles[given.place],
              topic: topic.name,
              lost: lost.join(', '),
            }),
          )
      } catch (error) {
        if (!(error instanceof Oops)) throw error
        read.problems.push(problem(sheet.file, sheet.place(['searches', nth]), error.key, error.values))
      }
  }
  // Of equal searches one is enough.
  read.sources = [...new Map(read.sources.map((one) => ['url' in one ? one.url : one.name, one])).values()]
  return read
}

const searchOf = (given: SearchSettings, account: SearchAccount | null): Omit<Search, 'params'> => ({
  place: given.place,
  base: baseOf(given),
  account: account?.key ?? null,
})

function baseOf({ place, at, server, feed }: SearchSettings): string {
  return at ?? server ?? feed?.base ?? usualBases[place]!
}

function paramsOf(given: SearchSettings, topics: Given['topics']): Record<string, string> {
  const about = topics.find(({ name }) => nameKey(name) === nameKey(given.about))?.name
  const { channel, playlist, site, lang, country, only, account, location, feed, place, name } = given
  return defined({
    ...{ channel, playlist, site, lang, country, only, location, about },
    in: given.in?.join('+'),
    owner: account,
    feed: feed?.path,
    label: place === 'google-business' ? name : undefined,
  }) as Record<string, string>
}

/** `key` is the same for who gave the same secret at the same place, and tells nobody what it is. */
function accountOf(given: SearchSettings): SearchAccount | null {
  const { place, handle, token, password, key, client, secret, perMonth } = given
  const secrets = defined({ token, password, key, client, secret }) as Record<string, string>
  if (Object.keys(secrets).length === 0) return null
  const base = baseOf(given)
  const told = JSON.stringify([place, new URL(base).host, handle ?? '', secrets])
  return {
    ...{ place, base, secrets, handle: handle ?? null },
    key: hash('sha256', told, 'base64url')
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 8),
    ...(perMonth === undefined ? {} : { perMonth }),
  }
}

function titleOf({ place, server, site, channel, playlist }: SearchSettings): string {
  const where = server ? new URL(server).host : (site ?? channel ?? playlist)
  return where ? `${placeTitles[place]} ${where}` : placeTitles[place]
}

const defined = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

function readServer(given: string): string {
  return readSafeAddress(given.trim()).replace(/\/+$/, '')
}

/** Where somebody's alert is: what stands behind `/alerts/feeds/` is as good as a password. */
function readAlert(given: string): { base: string; path: string } {
  const url = new URL(readAddress(given.trim()))
  const path = /^\/alerts\/feeds\/(\d+\/\d+)\/?$/.exec(url.pathname)?.[1]
  if (!path) throw new Oops('settings.search-word', { given: shown(given), example: examples.feed! })
  return { base: url.origin, path }
}

function readWord(given: string, sort: RegExp, example: string): string {
  if (!sort.test(given.trim())) throw new Oops('settings.search-word', { given: shown(given), example })
  return given.trim()
}
