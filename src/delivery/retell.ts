import type { Message } from '../chat/message.ts'
import type { Mention } from '../model/mention.ts'
import type { Instant } from '../model/post.ts'
import { oursIn, type Tally } from '../model/story.ts'
import { minute } from '../model/time.ts'
import type { StoryTold, ToTell } from '../store/deliveries.ts'
import type { Parts } from '../store/store.ts'
import type { ToldNews } from '../store/stories.ts'
import { link, together } from '../texts/marked.ts'
import { mentionItem, mentionMessage, namedOutlets, type Reader } from './mention.ts'
import { kindOfKey, type News, type NewsKind, newsIn, newsKey, newsKinds } from './news.ts'

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
  const story = { team: team.name, story: living.story }
  const before = Math.min(...fresh.map(({ id }) => id)) - 1
  const already = await store.stories.news(team.name, living.story, living.place)
  const marks = already.filter(({ untouched }) => untouched).map(({ since }) => since)
  const tally = await store.storyTallies.grow(story, [before, ...marks], reader.now)
  const outlets = { first: await store.storyTallies.firstOutlets(story, namedOutlets), count: tally.outlets }
  await store.deliveries.change(team.name, living.about, mentionMessage(first, outlets, reader), 'itself')

  // What somebody set aside is counted, and rings no more.
  if (first.state.is === 'ignored') return
  for (const kind of newsKinds) {
    // A message that waits counts its outlets itself.
    if (kind === 'outlets' && living.toldAt === null) continue
    await tellNews(store, kind, { living, first, story, tally, before, already, reader, dueAt })
  }
}

type Growing = {
  living: StoryTold
  first: Mention
  story: { team: string; story: string }
  tally: Tally
  before: number
  already: ToldNews[]
  reader: Reader
  dueAt(at: Instant): Instant
}

/** News takes the place of what still waits of its kind, and keeps its distance from what was told of it. */
async function tellNews(store: Parts, kind: NewsKind, growing: Growing) {
  const { living, first, story, tally, reader } = growing
  const ofKind = growing.already.filter(
    ({ about }) => kindOfKey(about.slice(living.about.length + 1)) === kind,
  )
  const waiting = ofKind.filter(({ untouched }) => untouched)
  const last = ofKind.findLast(({ untouched }) => !untouched)?.at ?? null
  const since = Math.min(growing.before, ...waiting.map((one) => one.since))
  const before =
    (await store.storyTallies.at(story, since)) ??
    (await store.storyTallies.at(story, growing.before)) ??
    tally
  const news = newsIn(kind, { told: copyTopics(first), before, now: tally, since })
  if (!news) return
  const soonest = Math.max(reader.now, last === null ? 0 : last + calm)
  const dueAt = growing.dueAt(soonest)
  const base = last ?? living.toldAt ?? living.createdAt
  const payload = await newsMessage(store, news, { ...growing, base }, { ...reader, now: dueAt })
  if (!payload) return
  await store.stories.withdraw(waiting.map(({ id }) => id))
  const one: ToTell = {
    team: reader.team.name,
    rule: 'news',
    about: `${living.about}/${newsKey(news)}`,
    story: living.story,
    place: living.place,
    payload,
    dueAt,
    held: dueAt > soonest,
    threadOf: living.id,
    since,
  }
  await store.deliveries.add([one], reader.now)
}

/** Null where the mention that shows it is gone. */
async function newsMessage(
  store: Parts,
  news: News,
  { living, first, story, base }: Growing & { base: Instant },
  reader: Reader,
): Promise<Message | null> {
  const { about } = living
  if (news.kind === 'outlets')
    return { text: await outletsText(store, news.count, { story, base }, reader), about }
  const mention = await store.mentions.get(reader.team.name, news.mention)
  if (!mention) return null
  return { text: copyText(news, { first, mention }, reader), items: [mentionItem(mention, reader)], about }
}

/** How many, the widest of those that are new, and how many these are. */
async function outletsText(
  store: Parts,
  count: number,
  { story, base }: { story: Growing['story']; base: Instant },
  { say, now, team }: Reader,
) {
  const then = await store.storyTallies.outletsBy(story, base)
  const late = count - then
  const among = late > 0 ? { after: then, count: late } : { after: 0, count }
  const widest = await store.storyTallies.widest(story, { ...among, most: 3 })
  const which = {
    marked: together(
      widest.map(({ outlet, url }) => link(outlet, url)),
      ', ',
    ),
  }
  if (then === 0 || late === 0) return say('story.outlets', { count, which })
  const time = say.time(base, now, team.timeZone)
  return say('story.outlets-since', { count, which, more: late, time })
}

function copyText(
  news: Exclude<News, { kind: 'outlets' }>,
  { first, mention }: { first: Mention; mention: Mention },
  { say }: Reader,
) {
  if (news.kind === 'mood') {
    const topic = oursIn(copyTopics(mention))?.name ?? ''
    return say(`story.mood-${news.turn}`, { topic, ...news.counts })
  }
  if (news.kind === 'reach')
    return say('story.reach', { outlet: mention.post.outlet, reach: news.reach, times: news.times })
  const topic = first.topics.find(({ kind }) => kind === 'brand')!.name
  return say('story.person', { count: news.names.length, names: news.names.join(', '), topic })
}

const copyTopics = ({ topics }: Mention) =>
  topics.map(({ name, kind, mood }) => ({ name, kind, mood: mood.label, score: mood.score }))

/** Between two news of a kind in a story: three steps within a quarter of an hour are one. */
const calm = 10 * minute
