import type { TopicMood } from '../model/mention.ts'
import type { Language, Sentiment } from '../model/mood.ts'
import { type Instant, longestKept, type Post, wholeText } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { hookSource } from '../model/webhook.ts'
import { wordsOf } from '../model/words.ts'
import type { FiledPost } from '../store/post-ends.ts'
import type { Parts } from '../store/store.ts'
import { tellMention } from './mention-life.ts'

/** What a team finds in a post: its topics with the mood towards each, and the mood of the whole. */
export type Judged = {
  team: Team
  topics: TopicMood[]
  language: Language | null
  mood: Sentiment
  words: string[]
}

/** Judges a post for a team; `named` is a topic that it concerns whatever it says. Nothing where no topic finds it. */
export type Judge = (post: Post, team: Team, named: string | undefined) => Judged | undefined

/**
 * A post says something else by now: it is judged and found by that. Its alerts keep what they said, and say that it was
 * edited. What no topic finds any more stays, and says so. To be run in a transaction that took its turn.
 */
export async function postEdited(
  store: Parts,
  teams: Team[],
  { filed, post, judge, now }: { filed: FiledPost; post: Post; judge: Judge; now: Instant },
) {
  // Its time is over, or it is gone: nothing of it is kept again.
  if (filed.text === null || filed.deletedAt !== null) return
  const title = post.title.slice(0, longestTitle)
  const text = post.text.slice(0, longestKept)
  const saysMore = foldedText({ title, text }) !== foldedText({ title: filed.title ?? '', text: filed.text })
  if (!saysMore) return
  const whole: Post = {
    ...post,
    url: post.url ?? filed.url,
    author: post.author ?? filed.author,
    publishedAt: post.publishedAt ?? filed.publishedAt,
    language: post.language ?? filed.language,
  }
  const found = filed.mentions.flatMap(({ id, team: name }) => {
    const team = teams.find((one) => one.name === name)
    return team ? [{ id, team }] : []
  })
  const judged = await Promise.all(
    found.map(async ({ id, team }) => ({
      ...{ id, team },
      verdict: judge(whole, team, await namedTopic(store, team, id, filed.source)),
    })),
  )
  const language = judged.flatMap(({ verdict }) => verdict?.language ?? [])[0] ?? filed.language
  await store.postEnds.edit(filed, { title, text, language, updatedAt: post.updatedAt }, now)
  for (const { id, team, verdict } of judged) {
    await store.postEnds.offTopic([id], verdict === undefined)
    await store.postEnds.findBy(id, verdict?.words ?? wordsOf(wholeText({ title, text })).words)
    if (verdict) await store.mentions.judge(team.name, id, verdict)
    await store.rollups.changed(team.name, [id])
    await tellMention(store, team, id, now, 'itself')
  }
}

/** Somebody said that it is about this, or all that its webhook tells is. */
async function namedTopic(store: Parts, team: Team, id: number, source: string): Promise<string | undefined> {
  const hook = team.webhooks?.find((one) => hookSource(team.name, one) === source)
  return hook?.about ?? (await store.additions.of(team.name, id))?.topic ?? undefined
}

const foldedText = (post: { title: string; text: string }) => wordsOf(wholeText(post)).words.join(' ')

const longestTitle = 1_000
