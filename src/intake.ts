import { newMatcher } from './analysis/matcher.ts'
import { bytesOf, newStories, type Stories, type Trace, traceOf } from './analysis/stories.ts'
import { mentionMessage, type Reader } from './delivery/mention.ts'
import type { Mention, TopicMood } from './model/mention.ts'
import { type Analysis, type Language, languages, type Sentiment } from './model/mood.ts'
import { type Instant, type Post, wholeText } from './model/post.ts'
import { type Place, purposeOf, type Team } from './model/team.ts'
import { day, quietUntil } from './model/time.ts'
import { folded, wordsOf } from './model/words.ts'
import { authorKey } from './store/author.ts'
import type { ToTell } from './store/deliveries.ts'
import type { Parts, Store } from './store/store.ts'
import { sayIn } from './texts/texts.ts'

/**
 * Posts from one source, as it hands them over, and which teams listen to it. Those who do so for the first time
 * (`firstFor`) find all of it filed, what others heard before too, and nothing rings for them.
 */
export type Batch = {
  source: string
  outlet: string
  teams: string[]
  posts: Post[]
  firstFor?: string[]
  sample?: boolean
}

/** What became of a batch: posts that were new, and for each team its mentions among them. */
export type Taken = { filed: number; mentions: Record<string, number> }

/** The way of a post: known? → match → language, mood → story → keep what was found and what must be told, together. */
export function newIntake(parts: {
  store: Store
  teams: Team[]
  analysis: Analysis
  stories?: Stories
  secret: string
  clock: () => Instant
}) {
  const { store, secret, clock } = parts
  const judge = newJudge(parts.teams, parts.analysis, parts.stories)

  return async (batch: Batch): Promise<Taken> => {
    const now = clock()
    const posts = onlyOnce(batch.posts)
    const ids = posts.map(({ id }) => id)
    const unknown = await store.posts.unknown(batch.source, ids)
    if (unknown.size < ids.length) await store.posts.stillThere(batch.source, ids, now)
    const blocked = await store.posts.blocked()
    const heard = posts
      .filter((post) => unknown.has(post.id) || (batch.firstFor ?? []).length > 0)
      .filter((post) => blocked.size === 0 || !blocked.has(keyOf(post, batch, secret) ?? ''))
      .map((post) => ({ post, findings: judge(post, batch.teams, now) }))
    return store.grouped((store) => keep(store, heard, { batch, now, secret, teams: parts.teams }))
  }
}

/** What a team finds in a post: its topics with the mood towards each, and the mood of the whole. */
export type Finding = {
  team: Team
  topics: TopicMood[]
  language: Language | null
  mood: Sentiment
  story: string
  trace: Trace
  words: string[]
}

/** Match, language, mood and story of a post, for the teams that listen; a team that it does not concern is left out. */
export function newJudge(teams: Team[], analysis: Analysis, stories: Stories = newStories()) {
  const { may, match } = newMatcher(
    teams.flatMap((team) => team.topics.map((topic) => ({ team, topic, query: topic.query }))),
  )

  return (post: Post, listening: string[], now: Instant): Finding[] => {
    const text = wholeText(post).slice(0, longestRead)
    const about = aboutOf(post, text, analysis)
    if (!may(text, about)) return []
    const words = wordsOf(text)
    const matches = match(words, about).filter(({ topic }) => listening.includes(topic.team.name))
    if (matches.length === 0) return []
    const { language } = about
    const mood = analysis.mood(text, language)
    const trace = traceOf(post, words.words)
    const story = stories.placed(post.id, trace, now)
    return [...Map.groupBy(matches, ({ topic }) => topic.team)].map(([team, found]) => ({
      team,
      topics: found.map(({ topic: { topic }, hits }) => ({
        name: topic.name,
        kind: topic.kind,
        mood: analysis.mood(text, language, hits),
      })),
      language,
      mood,
      story,
      trace,
      words: words.words,
    }))
  }
}

/** What became of a post: a mention, or the step at which it was dropped. */
type Fate = 'mention' | 'no-match'

type Heard = { post: Post; findings: Finding[] }
type Keeping = { batch: Batch; now: Instant; secret: string; teams: Team[] }

async function keep(store: Parts, heard: Heard[], keeping: Keeping): Promise<Taken> {
  const { batch, now } = keeping
  const listening = keeping.teams.filter(({ name }) => batch.teams.includes(name))
  const longest = (days: keyof Team['keep']) =>
    now + Math.max(...listening.map(({ keep }) => keep[days]), 0) * day
  const forget = { text: longest('texts'), mention: longest('counts'), 'no-match': longest('unmatched') }
  const ids = await store.posts.file(heard.map((one) => postRow(one, keeping, forget)))
  await store.storyTraces.keep(
    heard.flatMap(({ post, findings: [finding] }) =>
      finding && ids.has(post.id)
        ? [{ postId: ids.get(post.id)!, story: finding.story, at: now, trace: bytesOf(finding.trace) }]
        : [],
    ),
  )
  const first = new Set(batch.firstFor)
  const before =
    first.size > 0
      ? await store.posts.numbers(
          batch.source,
          heard.map(({ post }) => post.id),
        )
      : ids
  const mentions: Record<string, number> = {}
  for (const team of listening) {
    const numbers = first.has(team.name) ? before : ids
    const about = heard.flatMap(({ post, findings }) => {
      const finding = findings.find((one) => one.team === team)
      return finding && numbers.has(post.id) ? [{ post, finding, postId: numbers.get(post.id)! }] : []
    })
    if (first.has(team.name))
      await store.posts.concern(
        about.map(({ postId }) => postId),
        { text: forget.text, post: forget.mention },
      )
    const kept = await keepMentions(store, team, about, keeping)
    mentions[team.name] = kept.length
    if (!first.has(team.name)) await tell(store, team, kept, keeping)
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
  const known = await store.deliveries.ofStories(team.name, [...stories.keys()], now - storyLength)
  const quiet = batch.sample ? null : quietUntil(now, team.quietHours, team.timeZone)
  const alerts: ToTell[] = []
  for (const [story, told] of stories) {
    // The same story may ring twice: in the watch about a competitor, in the alerts once the brand is named.
    for (const [purpose, here] of Map.groupBy(told, purposeOfMention)) {
      const { channel } = team.channels[purpose]
      const first = known.find((one) => one.story === story && one.channel === channel)
      if (first) await retell(store, team, first.about, story, reader)
      else alerts.push(alertOf(here, story, team.channels[purpose], reader, quiet ?? now))
    }
  }
  await store.deliveries.add(alerts, now)
}

const purposeOfMention = ({ topics }: Mention) => purposeOf(topics.map(({ kind }) => kind))

/** News that comes up again after a week is news again. */
export const storyLength = 7 * day

function alertOf(told: Mention[], story: string, place: Place, reader: Reader, dueAt: Instant): ToTell {
  const [first] = told as [Mention]
  const outlets = told.map(({ post }) => post)
  const payload = mentionMessage(first, outlets, reader)
  return { team: reader.team.name, rule: 'alert', about: `mention:${first.id}`, story, place, payload, dueAt }
}

async function retell(store: Parts, team: Team, about: string, story: string, reader: Reader) {
  const first = await store.mentions.get(team.name, Number(about.split(':')[1]))
  const outlets = await store.mentions.outlets(team.name, story)
  if (first) await store.deliveries.change(team.name, about, mentionMessage(first, outlets, reader))
}

/** Posts of configured feeds that concern nobody are kept for a week, without their author. */
function postRow(
  { post, findings }: Heard,
  { batch, now, secret }: Keeping,
  forget: Record<Fate | 'text', Instant>,
) {
  const fate: Fate = findings.length > 0 ? 'mention' : 'no-match'
  return {
    source: batch.source,
    item: post.id,
    url: post.url,
    outlet: post.outlet ?? batch.outlet,
    outlet_words: folded(post.outlet ?? batch.outlet),
    language: findings[0]?.language ?? null,
    published_at: post.publishedAt,
    updated_at: post.updatedAt,
    heard_at: now,
    author_key: fate === 'mention' ? keyOf(post, batch, secret) : null,
    reach: post.reach ?? null,
    sample: batch.sample ? 1 : 0,
    fate,
    forget_text_at: Math.min(forget.text, forget[fate]),
    forget_at: forget[fate],
    title: post.title.slice(0, longestTitle),
    text: post.text.slice(0, longestKept),
    author: fate === 'mention' ? post.author : null,
  }
}

const keyOf = (post: Post, batch: Batch, secret: string) =>
  post.author ? authorKey(secret, post.outlet ?? batch.outlet, post.author) : null

/** What stands around a text. Its language is found out when somebody asks, and once. */
function aboutOf({ title, author, url, ...post }: Post, text: string, analysis: Analysis) {
  let language: Language | null | undefined
  return {
    title,
    author,
    url,
    get language(): Language | null {
      if (language === undefined) language = languageOf(post, text, analysis)
      return language
    },
  }
}

/** What the source says of the language counts where the text alone is not clear. */
function languageOf(post: Pick<Post, 'language'>, text: string, analysis: Analysis): Language | null {
  const said = post.language?.slice(0, 2).toLowerCase()
  return analysis.language(text) ?? languages.find((one) => one === said) ?? null
}

/** A date in the future is a mistake of its source: then it counts from when it was heard. */
const saidAt = (post: Post, now: Instant) => Math.min(post.publishedAt ?? now, now)

const onlyOnce = (posts: Post[]) => [...new Map(posts.map((post) => [post.id, post])).values()]

// A megabyte in one post is nobody's opinion: this much is read, this much is kept.
const longestRead = 100_000
const longestKept = 20_000
const longestTitle = 1_000
