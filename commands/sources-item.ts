import type { Asked } from '../src/chat/command.ts'
import type { Item } from '../src/chat/message.ts'
import { cureOf, silenceOf } from '../src/delivery/source-words.ts'
import { isSearch } from '../src/model/search.ts'
import type { Team } from '../src/model/team.ts'
import { day, hour, minute } from '../src/model/time.ts'
import type { AddedSource } from '../src/store/added-sources.ts'
import { isSamples, type SourceHealth } from '../src/store/feeds.ts'
import type { Activity } from '../src/store/source-activity.ts'
import { type Marked, marked, together } from '../src/texts/marked.ts'
import { type Key, reasonWords, type Say } from '../src/texts/texts.ts'
import { placeText } from './sources-draft.ts'
import { searchText } from './sources-search.ts'

/** What there is to say of one source: what it brought in a week, and how it was added where that was in the chat. */
type About = Asked & { activity: Activity | undefined; kept: AddedSource | undefined }

/** One source in the list: how it is, what it brought, where it comes from. */
export function itemOf(source: SourceHealth, about: About): Item {
  const { say, now, team } = about
  const { name, url, failure, lastReadAt, nextAt, pausedAt } = source
  const time = (at: number) => say.at(at, now, team.timeZone)
  if (isSamples(url)) return { title: name, text: say('sources.samples') }
  const item = isSearch(url) ? { title: name } : { title: name, url }
  if (pausedAt !== null)
    return { ...item, text: together([pausedText(pausedAt, about), factsOf(source, about)]) }
  if (failure !== null)
    return {
      ...item,
      text: failing(source, about),
      ...(source.dead === null
        ? {}
        : {
            buttons: [
              { action: 'sources.again', label: say.plain('sources.again'), value: `${source.feedId}` },
            ],
          }),
    }
  if (lastReadAt === null)
    return {
      ...item,
      text: together([say('sources.waiting', { next: time(Math.max(nextAt, now)) }), factsOf(source, about)]),
    }
  return {
    ...item,
    text: together([
      say('sources.fine', { time: time(lastReadAt), next: time(nextAt) }),
      source.note ? say('sources.note', { note: reasonWords(source.note, say) }) : null,
      brought(about),
      about.activity ? silenceOf(about.activity, { say, now }) : null,
      factsOf(source, about),
    ]),
  }
}

/** Its place or who added it, its folder, its own interval. */
function factsOf(
  { url, every, movedTo, pushedUntil }: SourceHealth,
  { say, now, team, kept }: About,
  { place = true } = {},
): Marked | null {
  const source = sourceAt(team, url)
  const set = source?.added ? undefined : source
  const folder = source?.folder
  const facts = [
    searchText(url, say),
    kept && !set
      ? say('sources.added', { by: kept.by, time: say.time(kept.at, now, team.timeZone) })
      : set?.at && place
        ? marked`${placeText(set, say)}`
        : null,
    folder ? marked`${folder}` : null,
    every === null ? null : say('sources.own-interval', { interval: lengthText(every, say) }),
    movedTo === null ? null : say('sources.now-at', { address: shownAddress(movedTo) }),
    pushedUntil > now ? say('sources.pushed') : null,
  ]
  return facts.some((fact) => fact) ? together(facts, ' · ') : null
}

/** Without a name and a password that stand in it. */
const shownAddress = (address: string) => {
  const url = new URL(address)
  url.username = url.password = ''
  return url.href
}

/** Names may be there twice, once in the settings and once from the chat; addresses are not. */
const sourceAt = ({ sources }: Team, url: string) =>
  sources.find((one) => one.kind === 'feed' && one.url === url)

function pausedText(at: number, { say, now, team, kept }: About): Marked {
  const since = say.since(at, now, team.timeZone)
  return kept?.paused
    ? say('sources.paused-by', { since, by: kept.paused.by })
    : say('sources.paused-set', { since })
}

/** `15 min`, « 2 h », « 1 jour ». */
export function lengthText(length: number, say: Say): string {
  if (length % day === 0) return say.plain('sources.length-days', { count: length / day })
  if (length % hour === 0) return say.plain('sources.length-hours', { count: length / hour })
  return say.plain('sources.length-minutes', { count: Math.round(length / minute) })
}

/** Since when, why, what to do, and what it brought before. */
function failing(source: SourceHealth, about: About): Marked {
  const { say, now, team, kept } = about
  const { name, url, failure, failingSince, lastReadAt, nextAt, dead } = source
  const time = (at: number) => say.at(at, now, team.timeZone)
  const set = sourceAt(team, url)
  const place = set?.at ? placeText(set, say) : kept ? say.plain('sources.by-command', { name }) : name
  const cure = cureOf(failure!, now - (failingSince ?? now))
  return together([
    // What says that it is gone is asked no more: there is no next time.
    say(dead === 'gone' ? 'sources.ended' : 'sources.failing', {
      since: say.since(failingSince ?? now, now, team.timeZone),
      failure: reasonWords(failure!, say),
      next: dead === 'gone' ? '' : time(nextAt),
    }),
    cure ? say(cure, { place }) : null,
    lastReadAt === null ? say('sources.never-read') : say('sources.last-read', { time: time(lastReadAt) }),
    brought(about),
    // The cure has said where it stands.
    factsOf(source, about, { place: cure === null || !names.has(cure) }),
  ])
}

/** Cures that say where a source stands. */
const names = new Set<Key>([
  'sources.cure-long',
  'sources.cure-address',
  'sources.cure-access',
  'sources.cure-site',
])

function brought({ say, activity }: About): Marked | null {
  if (!activity || activity.posts === 0) return null
  const { posts, mentions } = activity
  return say('sources.posts', {
    count: posts,
    mentions: mentions > 0 ? say.plain('sources.mentions', { count: mentions }) : say.plain('sources.none'),
  })
}
