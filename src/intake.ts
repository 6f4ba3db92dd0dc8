import { newMatcher } from './analysis/matcher.ts'
import { mentionMessage, type Reader } from './delivery/mention.ts'
import type { Mention, TopicMood } from './model/mention.ts'
import type { Analysis, Language, Sentiment } from './model/mood.ts'
import { type Instant, type Post, wholeText } from './model/post.ts'
import { storyOf } from './model/story.ts'
import { purposeOf, type Team } from './model/team.ts'
import { day, quietUntil } from './model/time.ts'
import { wordsOf } from './model/words.ts'
import { authorKey } from './store/author.ts'
import type { ToTell } from './store/deliveries.ts'
import type { Parts, Store } from './store/store.ts'
import { sayIn } from './texts/texts.ts'

/** Posts from one source, as it hands them over; which teams listen to it. A `first` batch is filed and rings nowhere. */
export type Batch = {
  source: string
  outlet: string
  teams: string[]
  posts: Post[]
  first?: boolean
  sample?: boolean
}

/** What became of a batch: posts that were new, and for each team its mentions among them. */
export type Taken = { filed: number; mentions: Record<string, number> }

/** The way of a post: known? → match → language, mood → story → keep what was found and what must be told, together. */
export function newIntake(parts: {
  store: Store
  teams: Team[]
  analysis: Analysis
  secret: string
  clock: () => Instant
}) {
  const { store, secret, clock } = parts
  const judge = newJudge(parts.teams, parts.analysis)

  return async (batch: Batch): Promise<Taken> => {
    const now = clock()
    const posts = onlyOnce(batch.posts)
    const ids = posts.map(({ id }) => id)
    const unknown = await store.posts.unknown(batch.source, ids)
    const fresh = posts
      .filter(({ id }) => unknown.has(id))
      .map((post) => ({ post, author: keyOf(post, batch, secret) }))
    const blocked = await store.posts.blocked(fresh.flatMap(({ author }) => author ?? []))
    const heard = fresh
      .filter(({ author }) => author === null || !blocked.has(author))
      .map((one) => ({ ...one, findings: judge(one.post, batch.teams) }))
    return store.grouped((store) => keep(store, heard, { batch, now, teams: parts.teams }))
  }
}

/** What a team finds in a post: its topics with the mood towards each, and the mood of the whole. */
export type Finding = {
  team: Team
  topics: TopicMood[]
  language: Language | null
  mood: Sentiment
  story: string
  words: string[]
}

/** Match, language, mood and story of a post, for the teams that listen; a team that it does not concern is left out. */
export function newJudge(teams: Team[], analysis: Analysis) {
  const match = newMatcher(
    teams.flatMap((team) => team.topics.map((topic) => ({ team, topic, query: topic.query }))),
  )

  return (post: Post, listening: string[]): Finding[] => {
    const text = wholeText(post).slice(0, longestRead)
    const words = wordsOf(text)
    const matches = match(words).filter(({ topic }) => listening.includes(topic.team.name))
    if (matches.length === 0) return []
    const language = languageOf(post, text, analysis)
    const mood = analysis.mood(text, language)
    return [...Map.groupBy(matches, ({ topic }) => topic.team)].map(([team, found]) => ({
      team,
      topics: found.map(({ topic: { topic }, hits }) => ({
        name: topic.name,
        kind: topic.kind,
        mood: analysis.mood(text, language, hits),
      })),
      language,
      mood,
      story: storyOf(post),
      words: words.words,
    }))
  }
}

type Heard = { post: Post; author: string | null; findings: Finding[] }
type Keeping = { batch: Batch; now: Instant; teams: Team[] }

async function keep(store: Parts, heard: Heard[], keeping: Keeping): Promise<Taken> {
  const { batch, now } = keeping
  const listening = keeping.teams.filter(({ name }) => batch.teams.includes(name))
  const longest = (days: (team: Team) => number) => now + Math.max(...listening.map(days), 0) * day
  const ids = await store.posts.file(
    heard.map((one) => postRow(one, keeping, longest)),
    longest(({ keep }) => keep.texts),
  )
  const mentions: Record<string, number> = {}
  for (const team of listening) {
    const about = heard.flatMap(({ post, findings }) => {
      const finding = findings.find((one) => one.team === team)
      return finding && ids.has(post.id) ? [{ post, finding, postId: ids.get(post.id)! }] : []
    })
    const kept = await keepMentions(store, team, about, keeping)
    mentions[team.name] = kept.length
    if (!batch.first) await tell(store, team, kept, keeping)
  }
  return { filed: ids.size, mentions }
}

async function keepMentions(
  store: Parts,
  team: Team,
  about: { post: Post; finding: Finding; postId: number }[],
  { batch, now }: Keeping,
) {
  const found = about.map(({ post, finding, postId }) => ({
    ...finding,
    postId,
    heardAt: now,
    saidAt: saidAt(post, now),
  }))
  const ids = await store.mentions.keep(team.name, found)
  return about
    .filter(({ postId }) => ids.has(postId))
    .map(({ post, finding, postId }): Mention => {
      const { title, text, author, url, publishedAt } = post
      const outlet = post.outlet ?? batch.outlet
      const shown = { title, text, author, url, publishedAt, outlet, sample: batch.sample ?? false }
      const { topics, mood, language, story } = finding
      return {
        id: ids.get(postId)!,
        team: team.name,
        post: shown,
        topics,
        mood,
        language,
        story,
        heardAt: now,
        state: { is: 'new' },
      }
    })
}

/** Each story is told once; where it is told already, what tells it counts one outlet more. */
async function tell(store: Parts, team: Team, mentions: Mention[], { batch, now }: Keeping) {
  if (mentions.length === 0) return
  const reader = { say: sayIn(team.locale), now, team }
  const stories = Map.groupBy(mentions, (mention) => mention.story)
  const known = await store.deliveries.ofStories(team.name, [...stories.keys()])
  const quiet = batch.sample ? null : quietUntil(now, team.quietHours, team.timeZone)
  const alerts: ToTell[] = []
  for (const [story, told] of stories) {
    const about = known.get(story)
    if (about) await retell(store, team, about, story, reader)
    else alerts.push(alertOf(told, story, reader, quiet ?? now))
  }
  await store.deliveries.add(alerts, now)
}

function alertOf(told: Mention[], story: string, reader: Reader, dueAt: Instant): ToTell {
  const [first] = told as [Mention]
  const { team } = reader
  const place = team.channels[purposeOf(first.topics.map(({ kind }) => kind))]
  const payload = mentionMessage(
    first,
    told.map(({ post }) => post),
    reader,
  )
  return { team: team.name, rule: 'alert', about: `mention:${first.id}`, story, place, payload, dueAt }
}

async function retell(store: Parts, team: Team, about: string, story: string, reader: Reader) {
  const first = await store.mentions.get(team.name, Number(about.split(':')[1]))
  const outlets = await store.mentions.outlets(team.name, story)
  if (first) await store.deliveries.change(team.name, about, mentionMessage(first, outlets, reader))
}

/** Posts of configured feeds that concern nobody are kept for a week, without their author. */
function postRow(
  { post, author, findings }: Heard,
  { batch, now }: Keeping,
  longest: (days: (team: Team) => number) => Instant,
) {
  const matched = findings.length > 0
  return {
    source: batch.source,
    item: post.id,
    url: post.url,
    outlet: post.outlet ?? batch.outlet,
    language: findings[0]?.language ?? null,
    published_at: post.publishedAt,
    updated_at: post.updatedAt,
    heard_at: now,
    author_key: matched ? author : null,
    reach: post.reach ?? null,
    sample: batch.sample ? 1 : 0,
    fate: matched ? 'mention' : 'no-match',
    forget_at: longest(({ keep }) => (matched ? keep.counts : keep.unmatched)),
    title: post.title.slice(0, longestTitle),
    text: post.text.slice(0, longestKept),
    author: matched ? post.author : null,
  }
}

const keyOf = (post: Post, batch: Batch, secret: string) =>
  post.author ? authorKey(secret, post.outlet ?? batch.outlet, post.author) : null

/** What the source says of the language counts where the text alone is not clear. */
function languageOf(post: Post, text: string, analysis: Analysis): Language | null {
  const said = post.language?.slice(0, 2).toLowerCase()
  return analysis.language(text) ?? (known.includes(said as Language) ? (said as Language) : null)
}

/** A date in the future is a mistake of its source: then it counts from when it was heard. */
const saidAt = (post: Post, now: Instant) => Math.min(post.publishedAt ?? now, now)

const onlyOnce = (posts: Post[]) => [...new Map(posts.map((post) => [post.id, post])).values()]

const known: Language[] = ['fr', 'en', 'es', 'de', 'it', 'pt']

// A megabyte in one post is nobody's opinion: this much is read, this much is kept.
const longestRead = 100_000
const longestKept = 20_000
const longestTitle = 1_000
