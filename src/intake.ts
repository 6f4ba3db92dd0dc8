import { newMatcher } from './analysis/matcher.ts'
import { bytesOf, newStories, type Stories, type Trace, traceOf } from './analysis/stories.ts'
import { newRecall } from './analysis/stories-recall.ts'
import { breathe } from './breath.ts'
import { mentionMessage, type Outlet, type Reader } from './delivery/mention.ts'
import { retell } from './delivery/retell.ts'
import { type Telling, tellingsOf } from './delivery/routes.ts'
import { addressKey } from './model/address.ts'
import { isLookedAt, nextLook } from './model/engagement.ts'
import { type Mention, mainTopic, type TopicMood } from './model/mention.ts'
import { type Analysis, type Language, languages, type Sentiment } from './model/mood.ts'
import { networkOf } from './model/network.ts'
import { type Instant, longestKept, type Post, wholeText } from './model/post.ts'
import { begun, clockedOf, ruleFor } from './model/promise.ts'
import { placeKey, type Team } from './model/team.ts'
import { day, quietUntil } from './model/time.ts'
import { folded, wordsOf } from './model/words.ts'
import type { Addition } from './store/additions.ts'
import { authorKey } from './store/author.ts'
import type { ToTell } from './store/deliveries.ts'
import type { ToGather } from './store/digests.ts'
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
  /** The search that found them, where `source` is a place: what another one found first is new to it all the same. */
  foundBy?: number
  /** A topic that all of this concerns, whatever it says: reviews of a shop name nobody. */
  concerns?: string
  /** Items of the source that it says are gone. */
  deleted?: string[]
  /** The past, from an older tool: each post is placed among the stories of its own time. */
  history?: boolean
  /** Said in passing, where people talk: what concerns nobody is not kept at all. */
  passing?: boolean
  /** Somebody's word that this concerns the team: what no topic finds is about the one they name, or is not kept. */
  byHand?: Omit<Addition, 'at'>
}

/** What became of a batch: posts that were new, and for each team its mentions among them. */
export type Taken = { filed: number; mentions: Record<string, number> }

/** The way of a post: known? → match → language, mood → story → keep what was found and what must be told, together. */
export function newIntake(parts: {
  store: Store
  teams: Team[]
  analysis: Analysis
  stories?: Stories
  /** Brings the stories up to date with what other processes heard. */
  recall?: ReturnType<typeof newRecall>
  secret: string
  clock: () => Instant
  /** Brings the teams' topics up to date: people add some while we run. */
  refresh?: () => Promise<void>
}) {
  const { store, secret, clock, refresh } = parts
  const stories = parts.stories ?? newStories()
  const recall = parts.recall ?? newRecall(stories, storyLength)
  // Among several processes a story is known only once it is our turn to keep.
  const placing = store.shared ? { placed: () => '' } : stories
  const place = store.shared ? newPlacing(stories, recall) : undefined
  let judge = newJudge(parts.teams, parts.analysis, placing)
  let judged = parts.teams.map(({ topics }) => topics)

  async function judgeOfNow() {
    await refresh?.()
    const topics = parts.teams.map((team) => team.topics)
    if (topics.some((all, at) => all !== judged[at])) judge = newJudge(parts.teams, parts.analysis, placing)
    judged = topics
    return judge
  }

  return async (batch: Batch): Promise<Taken> => {
    const now = clock()
    const judge = await judgeOfNow()
    const posts = onlyOnce(batch.posts)
    const ids = posts.map(({ id }) => id)
    const unknown = await store.posts.unknown(batch.source, ids)
    if (unknown.size < ids.length) await store.posts.stillThere(batch.source, ids, now)
    const { foundBy } = batch
    const fresh = foundBy === undefined ? unknown : await store.finds.unknown(foundBy, batch.source, ids)
    const blocked = await store.posts.blocked()
    const unheard = posts
      .filter((post) => fresh.has(post.id) || (batch.firstFor ?? []).length > 0)
      .filter((post) => blocked.size === 0 || !blocked.has(keyOf(post, batch, secret) ?? ''))
    // What was deleted at its place stays gone, whatever still shows it.
    const gone = unheard.length === 0 ? noIds : await store.postEnds.gone(batch.source, ids)
    const wanted = unheard.filter(({ id }) => !gone.has(id))
    const heard: Heard[] = []
    for (const post of wanted) {
      const at = batch.history ? saidAt(post, now) : now
      const findings = judge(post, batch.teams, at, batch.byHand?.topic ?? batch.concerns)
      if (findings.length > 0 || !(batch.byHand || batch.passing)) heard.push({ post, at, findings })
      await breathe()
    }
    return store.grouped(async (store) => {
      await place?.(store, heard, now)
      const known = posts.filter(({ id }) => !unknown.has(id) && !gone.has(id))
      await countAgain(store, batch.source, known, now)
      await noteDeleted(store, batch, now)
      return keep(store, heard, { batch, now, secret, teams: parts.teams, recall })
    })
  }
}

const noIds: ReadonlySet<string> = new Set()

/** What people did with posts that are read once more. */
async function countAgain(store: Parts, source: string, posts: Post[], now: Instant) {
  const told = posts.flatMap((post) => (tells(post) ? [{ id: post.id, engagement: countsIn(post) }] : []))
  if (told.length > 0) await store.engagement.again(source, told, now)
}

/** What a source says is gone goes, where it is here; a feed says so for as long as it likes. */
async function noteDeleted(store: Parts, { source, deleted = [], posts }: Batch, now: Instant) {
  if (deleted.length === 0) return
  const shown = new Set(posts.map(({ id }) => id))
  const here = await store.posts.numbers(source, deleted)
  const gone = await store.postEnds.gone(source, [...here.keys()])
  const items = [...here.keys()].filter((item) => !gone.has(item) && !shown.has(item))
  await store.postChanges.keep(
    items.map((item) => ({ team: '', source, item, did: 'deleted', post: null, at: now })),
  )
}

const tells = ({ engagement, followers }: Post) => engagement !== undefined || followers != null

const countsIn = ({ engagement, followers }: Post) => ({ ...engagement, followers: followers ?? null })

/**
 * Places posts among stories while no other process does: the same news that arrives in two of them at once is
 * one story, and rings once.
 */
const newPlacing =
  (stories: Stories, recall: ReturnType<typeof newRecall>) =>
  async (store: Parts, heard: Heard[], now: Instant) => {
    await store.turns.take()
    await recall(store.storyTraces, now)
    for (const { post, at, findings } of heard) {
      const [first] = findings
      if (!first) continue
      const story = stories.placed(post.id, first.trace, at)
      for (const finding of findings) finding.story = story
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
export function newJudge(teams: Team[], analysis: Analysis, stories: Pick<Stories, 'placed'> = newStories()) {
  const all = teams.flatMap((team) => team.topics.map((topic) => ({ team, topic, query: topic.query })))
  const { may, match } = newMatcher(all)

  /** A topic that somebody names concerns the post, whether its query finds it or not. */
  const orNamed = (found: ReturnType<typeof match>, listening: string[], name: string | undefined) => {
    const named = all.filter(({ team, topic }) => topic.name === name && listening.includes(team.name))
    const more = named.filter((one) => !found.some(({ topic }) => topic === one))
    return [...found, ...more.map((topic) => ({ topic, hits: [] }))]
  }

  return (post: Post, listening: string[], now: Instant, named?: string): Finding[] => {
    const text = wholeText(post).slice(0, longestRead)
    const about = aboutOf(post, text, analysis)
    if (named === undefined && !may(text, about)) return []
    const words = wordsOf(text)
    const found = match(words, about).filter(({ topic }) => listening.includes(topic.team.name))
    const matches = orNamed(found, listening, named)
    if (matches.length === 0) return []
    const { language } = about
    const mood = analysis.mood(text, language)
    const trace = traceOf(post)
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

/** Judges posts that are known already, by the topics as they are now. Places them in no story. */
export const judging =
  (
    teams: Team[],
    analysis: Analysis,
    { clock, refresh }: { clock: () => Instant; refresh?: () => Promise<void> },
  ) =>
  async () => {
    await refresh?.()
    const judge = newJudge(teams, analysis, { placed: () => '' })
    return (post: Post, team: Team, named: string | undefined) => judge(post, [team.name], clock(), named)[0]
  }

/** What became of a post: a mention, or the step at which it was dropped. */
type Fate = 'mention' | 'no-match'

type Heard = { post: Post; at: Instant; findings: Finding[] }
type Keeping = {
  batch: Batch
  now: Instant
  secret: string
  teams: Team[]
  recall: ReturnType<typeof newRecall>
}

async function keep(store: Parts, heard: Heard[], keeping: Keeping): Promise<Taken> {
  const { batch, now } = keeping
  const listening = keeping.teams.filter(({ name }) => batch.teams.includes(name))
  const longest = (days: keyof Team['keep']) =>
    now + Math.max(...listening.map(({ keep }) => keep[days]), 0) * day
  const forget = { text: longest('texts'), mention: longest('counts'), 'no-match': longest('unmatched') }
  const ids = await store.posts.file(heard.map((one) => postRow(one, keeping, forget)))
  await store.storyTraces.keep(
    heard.flatMap(({ post, at, findings: [finding] }) =>
      finding && ids.has(post.id) && at > now - storyLength
        ? [{ postId: ids.get(post.id)!, story: finding.story, at, trace: bytesOf(finding.trace) }]
        : [],
    ),
  )
  keeping.recall.knows(ids.values())
  const first = new Set(batch.firstFor)
  // What a search finds may have been filed when another one, perhaps of other teams, found it.
  const all = first.size > 0 || batch.foundBy !== undefined
  const before = all
    ? await store.posts.numbers(
        batch.source,
        heard.map(({ post }) => post.id),
      )
    : ids
  const heardBefore = await heardOf(store, batch, [...before.values()])
  if (batch.foundBy !== undefined) await store.finds.keep(batch.foundBy, [...before.values()])
  await store.engagement.keep(
    heard.flatMap((one) => toldOf(one, batch.source, before.get(one.post.id), { now, until: forget.text })),
    now,
  )
  const mentions: Record<string, number> = {}
  for (const team of listening) {
    const hearsAll = first.has(team.name) || batch.foundBy !== undefined
    const known = first.has(team.name) ? undefined : heardBefore.get(team.name)
    const numbers = hearsAll
      ? new Map([...before].filter(([, id]) => known === undefined || !known.has(id)))
      : ids
    const about = heard.flatMap(({ post, findings }) => {
      const finding = findings.find((one) => one.team === team)
      return finding && numbers.has(post.id) ? [{ post, finding, postId: numbers.get(post.id)! }] : []
    })
    if (hearsAll)
      await store.posts.concern(
        about.map(({ postId }) => postId),
        { text: forget.text, post: forget.mention },
      )
    if (batch.foundBy !== undefined)
      await store.posts.signed(
        about
          .filter(({ post }) => !ids.has(post.id))
          .map(({ post, postId }) => ({
            id: postId,
            author_key: keyOf(post, batch, keeping.secret),
            author: post.author,
          })),
        forget.text,
      )
    const kept = await keepMentions(store, team, about, keeping)
    mentions[team.name] = kept.length
    if (batch.byHand)
      await store.additions.keep(
        team.name,
        kept.map(({ id }) => id),
        { ...batch.byHand, at: now },
      )
    if (first.has(team.name)) continue
    if (!batch.history) await promise(store, team, kept, now)
    await tell(store, team, kept, keeping)
  }
  return { filed: ids.size, mentions }
}

/** What its place says that people did with a mention, and when that is asked again; of others nothing is kept. */
function toldOf(
  { post, findings }: Heard,
  source: string,
  postId: number | undefined,
  { now, until }: { now: Instant; until: Instant },
) {
  if (postId === undefined || findings.length === 0) return []
  const ages = { saidAt: saidAt(post, now), heardAt: now, forgetAt: until }
  const nextAt = isLookedAt(source) ? nextLook(ages, now) : null
  return [{ postId, engagement: tells(post) ? countsIn(post) : null, nextAt }]
}

/** What each of the teams heard already of posts that a search found: another of its searches was faster. */
async function heardOf(store: Parts, { foundBy, teams }: Batch, posts: number[]) {
  const heard = new Map<string, Set<number>>()
  if (foundBy === undefined) return heard
  for (const team of teams) heard.set(team, await store.finds.heardBy(team, posts))
  return heard
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
    past: batch.history === true || (batch.firstFor ?? []).includes(team.name),
  }))
  const ids = await store.mentions.keep(team.name, found)
  return about
    .filter(({ postId }) => ids.has(postId))
    .map(({ post, finding, postId }): Mention => {
      const { title, text, author, url, publishedAt } = post
      const outlet = post.outlet ?? batch.outlet
      const [network, reach] = [networkOf(post), post.reach ?? post.followers ?? null]
      const sample = batch.sample ?? false
      const engagement = post.engagement ?? null
      const shown = { title, text, author, url, publishedAt, outlet, network, reach, sample, engagement }
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

/** Who may wait for an answer gets one in time; to copies of what was answered or will be, nobody promises another. */
async function promise(store: Parts, team: Team, mentions: Mention[], now: Instant) {
  const rules = team.promises ?? []
  const chosen = mentions.flatMap((mention) => ({ mention, rule: ruleFor(rules, mention) }))
  const asking = chosen.filter(({ rule }) => rule !== undefined)
  const stories = asking.map(({ mention }) => mention.story)
  const known = await store.promises.ofStories(team.name, stories, now - storyLength)
  const clocked = clockedOf(team)
  for (const { mention, rule } of asking) {
    if (known.has(mention.story)) continue
    known.add(mention.story)
    mention.promised = begun(rule!, mention, now, clocked)
  }
  await store.promises.begin(mentions.flatMap(({ promised }) => promised ?? []))
}

/**
 * Where the team's routes say: a story rings once in a channel, and what tells it there counts the outlets that
 * come later. What is for a digest waits for it, unless its story rings before.
 */
async function tell(store: Parts, team: Team, mentions: Mention[], { now }: Keeping) {
  if (mentions.length === 0) return
  const reader = { say: sayIn(team.locale), now, team }
  const stories = Map.groupBy(mentions, (mention) => mention.story)
  const known = await store.deliveries.ofStories(team.name, [...stories.keys()], now - storyLength)
  const digests = team.routes.some(({ when }) => when === 'digest')
  const alerts: ToTell[] = []
  const gathered: ToGather[] = []
  for (const [story, told] of stories) {
    const placesAt = (at: Instant) => tellingsByPlace(told, team, at)
    const places = placesAt(now)
    const living = known.filter((one) => one.story === story)
    for (const one of living) {
      // Quiet hours are those of the route that tells it here, else the team's.
      const dueAt = (at: Instant) =>
        soonestOf(placesAt(at).get(placeKey(one.place)))?.telling.dueAt ??
        quietUntil(at, team.quietHours, team.timeZone) ??
        at
      await retell(store, one, told, { reader, dueAt })
    }
    // The same story may ring twice: in the watch about a competitor, in the alerts once the brand is named.
    for (const [key, here] of places) {
      const { place } = here[0]!.telling
      const soonest = soonestOf(here)
      const first = living.find((one) => placeKey(one.place) === key)
      if (first) {
        if (soonest) {
          const { dueAt } = soonest.telling
          await store.deliveries.hasten(team.name, first.about, place, { dueAt, held: dueAt > now })
        }
      } else if (soonest) {
        const waited = digests && (await store.digests.leave(team.name, place, story)) > 0
        const outlets =
          waited || living.length > 0 || told.length > here.length
            ? await store.mentions.outlets(team.name, story)
            : here.map(({ mention }) => mention.post)
        alerts.push(alertOf(soonest.mention, outlets, soonest.telling, reader))
      } else gathered.push(...here.map(({ mention, telling }) => toGather(mention, telling)))
    }
  }
  await store.deliveries.add(alerts, now)
  await store.digests.gather(team.name, gathered, now)
}

/** Which of these mentions go to which channel, were they told at this moment. */
const tellingsByPlace = (mentions: Mention[], team: Team, at: Instant) =>
  Map.groupBy(
    mentions.flatMap((mention) => tellingsOf(mention, team, at).map((telling) => ({ mention, telling }))),
    ({ telling }) => placeKey(telling.place),
  )

/** Of those that are told at once, the one that is told first. */
const soonestOf = (all: { mention: Mention; telling: Telling }[] = []) =>
  all
    .filter(({ telling }) => telling.when === 'now')
    .sort((a, b) => a.telling.dueAt - b.telling.dueAt)
    .at(0)

/** News that comes up again after a week is news again. */
export const storyLength = 7 * day

function alertOf(
  mention: Mention,
  outlets: Outlet[],
  { place, route, dueAt }: Telling,
  reader: Reader,
): ToTell {
  const { id, team, story } = mention
  const payload = mentionMessage(mention, outlets, reader)
  const held = dueAt > reader.now
  return { team, rule: 'alert', about: `mention:${id}`, story, place, payload, dueAt, held, route }
}

/** The digest shows the mood of the topic that the mention is there for. */
function toGather(mention: Mention, { place, route, topics }: Telling): ToGather {
  const { label, score } = mainTopic({ topics })?.mood ?? mention.mood
  return { mention: mention.id, story: mention.story, place, route, label, score }
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
    address: addressKey(post.url),
    outlet: post.outlet ?? batch.outlet,
    outlet_words: folded(post.outlet ?? batch.outlet),
    language: findings[0]?.language ?? null,
    published_at: post.publishedAt,
    updated_at: post.updatedAt,
    heard_at: now,
    author_key: fate === 'mention' ? keyOf(post, batch, secret) : null,
    reach: post.reach ?? null,
    network: fate === 'mention' ? networkOf(post) : (post.network ?? null),
    sample: batch.sample ? 1 : 0,
    fate,
    forget_text_at: Math.min(forget.text, forget[fate]),
    forget_at: forget[fate],
    title: post.title.slice(0, longestTitle),
    text: post.text.slice(0, longestKept),
    author: fate === 'mention' ? post.author : null,
  }
}

function keyOf(post: Post, batch: Batch, secret: string): string | null {
  if (post.account) return authorKey(secret, post.account.where, post.account.who)
  return post.author ? authorKey(secret, post.outlet ?? batch.outlet, post.author) : null
}

/** What stands around a text. Its language is found out when somebody asks, and once. */
function aboutOf(post: Post, text: string, analysis: Analysis) {
  const { title, author, url } = post
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

// A megabyte in one post is nobody's opinion: this much is read.
const longestRead = 100_000
const longestTitle = 1_000
