import { type Asked, command } from '../src/chat/command.ts'
import type { Message, Select } from '../src/chat/message.ts'
import { topic } from '../src/chat/options.ts'
import { every, type SiteAddress, site, sourceName } from '../src/chat/source-options.ts'
import { feedKey } from '../src/model/feed-address.ts'
import { hostOf, pauseOf, usualPause } from '../src/model/feed-host.ts'
import { Oops, Unavailable } from '../src/model/oops.ts'
import { trySource } from '../src/reports/source-trial.ts'
import { trialParts } from '../src/reports/source-trial-message.ts'
import { type FoundFeed, findFeed, readChosen } from '../src/sources/find-feed.ts'
import type { PageFeed } from '../src/sources/page-feeds.ts'
import { freeName, keyOf, nameFor } from '../src/sources/source-names.ts'
import { code, together } from '../src/texts/marked.ts'
import { called, nameIsFree, placeText, remember } from './sources-draft.ts'
import { placeChoices, proposeSearch, readPlace } from './sources-search.ts'
import { unread } from './sources-unread.ts'

export default command({
  name: 'sources add',
  names: { fr: 'sources ajouter' },
  also: called('add', 'new', 'follow', 'ajouter', 'ajoute', 'nouvelle', 'suivre'),
  about: 'sources.add-about',
  for: 'admin',
  quiet: true,
  options: {
    address: site({ en: ['address', 'url', 'site'], fr: ['adresse', 'url', 'site'] }, 'sources.address', {
      loose: true,
    }),
    place: {
      kind: 'text' as const,
      names: { en: ['place', 'at'], fr: ['lieu', 'chez'] },
      about: 'sources.place',
      read: readPlace,
      choices: placeChoices,
    },
    topic: topic({ en: ['topic'], fr: ['sujet'] }, 'sources.place-topic'),
    server: site({ en: ['server'], fr: ['serveur'] }, 'sources.place-server'),
    name: sourceName({ en: ['name'], fr: ['nom'] }, 'sources.name'),
    folder: sourceName({ en: ['folder'], fr: ['dossier'] }, 'sources.folder'),
    every: every({ en: ['every', 'interval'], fr: ['intervalle', 'toutes'] }, 'sources.every'),
  },

  form: ({ address, place }, { say }) =>
    address || place
      ? null
      : {
          title: say.plain('sources.add-about'),
          inputs: [
            {
              name: 'address',
              label: say.plain('sources.address'),
              kind: 'line',
              required: true,
              hint: say.plain('sources.address-hint'),
            },
            { name: 'name', label: say.plain('sources.name-optional'), kind: 'line', most: 80 },
          ],
        },

  async run(asked) {
    const { address, place, topic, server, name, folder, every } = asked.options
    if (place)
      return proposeSearch(asked, {
        ...{ place, topic, server: server?.address },
        ...{ name: name ?? null, folder: folder ?? null, every: every ?? null },
      })
    if (!address) throw new Oops('sources.address-or-place')
    if (name !== undefined) nameIsFree(asked, name)
    await notWatched(asked, address.address)
    const wish: Wish = { name: name ?? null, folder: folder ?? null, every: every ?? null }
    try {
      const found = await foundAt(asked, address)
      if (found.is === 'feed') await asksPatience(asked, found.url)
      if (found.is === 'several') return choiceOf(asked, wish, found)
      return await proposal(asked, { ...wish, feeds: found.others }, found)
    } catch (error) {
      return unread(asked, address.address, error)
    }
  },
})

/** What somebody wants of a source to be. */
type Wish = { name: string | null; folder: string | null; every: number | null }

/** A wish, with the feeds that the page names. */
export type Choice = Wish & { feeds: PageFeed[] }

/** A source to be, as somebody saw it; `more`: what is kept together with it. */
export type Draft = {
  url: string
  name: string
  folder: string | null
  every: number | null
  more?: string[]
  topic?: string
}

/** Who wrote no scheme means https, or http where a site has nothing else. */
async function foundAt({ door, now }: Asked, { address, bare }: SiteAddress) {
  try {
    return await findFeed(door, address, now)
  } catch (error) {
    const plain = address.replace(/^https:/, 'http:')
    if (!bare || !(error instanceof Unavailable) || !withoutTls.test(error.key ?? '')) throw error
    return findFeed(door, plain, now).catch(() => {
      throw error
    })
  }
}

const withoutTls = /^door\.(?:closed|hung-up|no-connection|certificate-.*|failed)$/

function choiceOf(asked: Asked, wish: Wish, { page, feeds }: { page: string; feeds: PageFeed[] }) {
  return chosen(asked, { ...wish, feeds }).then((select): Message => {
    const { host } = new URL(page)
    return {
      title: asked.say.plain('sources.several-title', { host, count: feeds.length }),
      text: asked.say('sources.several'),
      items: feeds
        .slice(0, mostFeeds)
        .map(({ url, title }) => ({ title: title || url, url, text: code(url) })),
      selects: select ? [select] : [],
      ...(feeds.length > mostFeeds
        ? { note: asked.say('sources.several-more', { count: feeds.length - mostFeeds }) }
        : {}),
      quiet: true,
    }
  })
}

async function chosen(asked: Asked, choice: Choice): Promise<Select | null> {
  if (choice.feeds.length === 0) return null
  const value = await remember(asked, choice)
  return {
    action: 'sources.choose',
    label: asked.say.plain('sources.choose'),
    choices: choice.feeds.slice(0, mostFeeds).map(({ url, title }, nth) => ({
      value: `${value}.${nth}`,
      label: labelOf(url, title).slice(0, 75),
    })),
  }
}

const labelOf = (url: string, title: string) => {
  const { pathname, search, host } = new URL(url)
  const where = `${pathname}${search}`
  return title ? `${title} · ${where.length > 1 ? where : host}` : `${host}${where}`
}

/** Reads the feed that was chosen of a page's, and proposes it. */
export async function chooseFeed(asked: Asked & { value: string }, choice: Choice): Promise<Message> {
  const feed = choice.feeds[Number(asked.value.split('.')[1])]
  if (!feed) throw new Oops('sources.forgotten')
  await notWatched(asked, feed.url)
  try {
    const found = await readChosen(asked.door, feed.url, asked.now)
    await asksPatience(asked, found.url)
    const others = choice.feeds.filter((one) => one !== feed)
    return { ...(await proposal(asked, { ...choice, feeds: others }, found)), instead: true }
  } catch (error) {
    return unread(asked, feed.url, error)
  }
}

/** What a feed holds and would have brought, and whether to keep it. Throws Oops where it is watched already. */
async function proposal(asked: Asked, choice: Choice, { url, feed }: FoundFeed): Promise<Message> {
  const { say, team, now } = asked
  await notWatched(asked, url)
  const name = choice.name ?? freeName(nameFor(feed.title, url), namesOf(asked))
  const { folder, every } = choice
  const value = await remember(asked, { url, name, folder, every } satisfies Draft)
  const { text, fields, items } = trialParts(await trySource(feed, team, now), asked)
  const select = await chosen(asked, choice)
  return {
    title: say.plain('sources.try-title', { name }),
    ...(feed.url ? { url: feed.url } : {}),
    text: together([say('sources.try-found', { address: { marked: code(url) } }), text]),
    fields,
    items,
    selects: select
      ? [{ ...select, label: say.plain('sources.others', { count: choice.feeds.length }) }]
      : [],
    buttons: [
      { action: 'sources.keep', label: say.plain('sources.keep'), value, style: 'primary' },
      { action: 'sources.cancel', label: say.plain('sources.no'), value },
    ],
    note: say('sources.try-note'),
    quiet: true,
  }
}

/** A host that answers only now and then was asked just now: it is left alone before the feed is read. */
async function asksPatience({ store, now }: Asked, url: string) {
  const pause = pauseOf(hostOf(url))
  if (pause > usualPause) await store.feeds.rest(hostOf(url), { now, until: now + pause })
}

/** Throws Oops with where this feed is watched already, however its address is written, and wherever it moved. */
export async function notWatched({ team, store, say, now }: Asked, url: string) {
  const key = feedKey(url)
  const moved = (await store.feeds.health(team.name)).find(
    ({ movedTo }) => movedTo !== null && feedKey(movedTo) === key,
  )
  const there = team.sources.find(
    (one) => one.kind === 'feed' && (feedKey(one.url) === key || one.url === moved?.url),
  )
  if (!there) return
  const { name, added } = there
  if (!added) throw new Oops('sources.known-set', { name, place: placeText(there, say) })
  const time = say.time(added.at, now, team.timeZone)
  throw new Oops(there.paused ? 'sources.known-paused' : 'sources.known', { name, by: added.by, time })
}

/** The names that are taken, as they are compared. */
export const namesOf = ({ team }: Asked) => new Set(team.sources.map(({ name }) => keyOf(name)))

const mostFeeds = 25
