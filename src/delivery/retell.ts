import type { Message } from '../chat/message.ts'
import type { Mention } from '../model/mention.ts'
import type { Instant } from '../model/post.ts'
import { minute } from '../model/time.ts'
import type { StoryTold, ToTell } from '../store/deliveries.ts'
import type { Parts } from '../store/store.ts'
import type { Copy, ToldNews } from '../store/stories.ts'
import { link, together } from '../texts/marked.ts'
import { mentionItem, mentionMessage, type Reader } from './mention.ts'
import { kindOfKey, type News, type NewsKind, newsIn, newsKey, newsKinds, outletsOnce } from './news.ts'

/**
 * A story that was told has grown by these mentions: its message counts the outlets, and what somebody must notice
 * is told in its thread; `dueAt` says when something may ring that is to be told at a moment. To be run in the transaction that keeps the mentions.
 */
export async function retell(
  store: Parts,
  living: StoryTold,
  fresh: Mention[],
  { reader, dueAt }: { reader: Reader; dueAt(at: Instant): Instant },
) {
  const { team } = reader
  const first = await store.mentions.get(team.name, Number(living.about.split(':')[1]))
  if (!first) return
  const copies = await store.stories.copies(team.name, living.story)
  const message = mentionMessage(first, copies, reader)
  await store.deliveries.change(team.name, living.about, message, 'itself')

  const told = copies.find(({ mention }) => mention === first.id)
  if (!told) return
  const before = Math.min(...fresh.map(({ id }) => id)) - 1
  const already = await store.stories.news(team.name, living.story, living.place)
  for (const kind of newsKinds) {
    // A message that waits counts its outlets itself.
    if (kind === 'outlets' && living.toldAt === null) continue
    await tellNews(store, kind, { living, told, copies, before, already, reader, dueAt })
  }
}

type Growing = {
  living: StoryTold
  told: Copy
  copies: Copy[]
  before: number
  already: ToldNews[]
  reader: Reader
  dueAt(at: Instant): Instant
}

/** News takes the place of what still waits of its kind, and keeps its distance from what was told of it. */
async function tellNews(store: Parts, kind: NewsKind, growing: Growing) {
  const { living, told, copies, reader } = growing
  const ofKind = growing.already.filter(
    ({ about }) => kindOfKey(about.slice(living.about.length + 1)) === kind,
  )
  const waiting = ofKind.filter(({ untouched }) => untouched)
  const last = ofKind.findLast(({ untouched }) => !untouched)?.at ?? null
  const since = Math.min(growing.before, ...waiting.map((one) => one.since))
  const split = copies.findIndex(({ mention }) => mention > since)
  if (split < 0) return
  const news = newsIn(kind, { told, before: copies.slice(0, split), since: copies.slice(split) })
  if (!news) return
  const dueAt = growing.dueAt(Math.max(reader.now, last === null ? 0 : last + calm))
  const base = last ?? living.toldAt ?? living.createdAt
  const payload = await newsMessage(store, news, { living, told, copies, base }, { ...reader, now: dueAt })
  await store.stories.withdraw(waiting.map(({ id }) => id))
  const one: ToTell = {
    team: reader.team.name,
    rule: 'news',
    about: `${living.about}/${newsKey(news)}`,
    story: living.story,
    place: living.place,
    payload,
    dueAt,
    threadOf: living.id,
    since,
  }
  await store.deliveries.add([one], reader.now)
}

async function newsMessage(
  store: Parts,
  news: News,
  { living, told, copies, base }: { living: StoryTold; told: Copy; copies: Copy[]; base: Instant },
  reader: Reader,
): Promise<Message> {
  const { about } = living
  if (news.kind === 'outlets') return { text: outletsText(news.count, copies, base, reader), about }
  const mention = await store.mentions.get(reader.team.name, news.copy.mention)
  const items = mention ? [mentionItem(mention, reader)] : []
  return { text: copyText(news, told, reader), items, about }
}

/** How many, the widest of those that are new, and how many these are. */
function outletsText(count: number, copies: Copy[], base: Instant, { say, now, team }: Reader) {
  const then = outletsOnce(copies.filter(({ heardAt }) => heardAt <= base)).length
  const late = outletsOnce(copies).slice(then)
  const widest = [...(late.length > 0 ? late : outletsOnce(copies))].sort(
    (a, b) => (b.reach ?? 0) - (a.reach ?? 0),
  )
  const which = {
    marked: together(
      widest.slice(0, 3).map(({ outlet, url }) => link(outlet, url)),
      ', ',
    ),
  }
  if (then === 0 || late.length === 0) return say('story.outlets', { count, which })
  const time = say.time(base, now, team.timeZone)
  return say('story.outlets-since', { count, which, more: late.length, time })
}

function copyText(news: Exclude<News, { kind: 'outlets' }>, told: Copy, { say }: Reader) {
  if (news.kind === 'mood') return say(`story.mood-${news.turn}`, { topic: news.towards, ...news.counts })
  if (news.kind === 'reach')
    return say('story.reach', { outlet: news.copy.outlet, reach: news.reach, times: news.times })
  const topic = told.topics.find(({ kind }) => kind === 'brand')!.name
  return say('story.person', { count: news.names.length, names: news.names.join(', '), topic })
}

/** Between two news of a kind in a story: three steps within a quarter of an hour are one. */
const calm = 10 * minute
