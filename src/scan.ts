import { readFile } from 'node:fs/promises'
import { newAnalysis } from './analysis/analysis.ts'
import { newDoor } from './http.ts'
import { type Finding, newJudge } from './intake.ts'
import { Oops } from './model/oops.ts'
import type { Post } from './model/post.ts'
import type { Settings } from './settings/settings.ts'
import { userAgentOf } from './settings/user-agent.ts'
import { fetchFeed } from './sources/feed.ts'
import { readFeed } from './sources/reader.ts'

/** A line of `vigie scan`: a mention as JSON, dates in ISO 8601 UTC. */
export type Scanned = {
  team: string
  topics: { name: string; kind: string; sentiment: Finding['mood'] }[]
  url: string | null
  title: string
  text: string
  author: string | null
  publishedAt: string | null
  language: string | null
  sentiment: Finding['mood']
  story: string
}

/**
 * Runs feeds (files, addresses, or `-` for posts on stdin, one a line as JSON) through intake once and keeps
 * nothing. Throws Oops or Unavailable for one that cannot be read, after its name.
 */
export async function* scan(
  settings: Settings,
  feed: string,
  stdin: AsyncIterable<string>,
): AsyncGenerator<Scanned> {
  const judge = newJudge(settings.teams, newAnalysis())
  const teams = settings.teams.map(({ name }) => name)
  for await (const post of postsOf(settings, feed, stdin))
    for (const finding of judge(post, teams, Date.now())) yield scanned(post, finding)
}

async function* postsOf(
  settings: Settings,
  feed: string,
  stdin: AsyncIterable<string>,
): AsyncGenerator<Post> {
  if (feed === '-') {
    let line = 0
    for await (const text of stdin) {
      line++
      if (text.trim() !== '') yield readPost(text, line)
    }
  } else yield* /^https?:/i.test(feed) ? await postsAt(settings, feed) : await postsIn(feed)
}

async function postsAt(settings: Settings, url: string): Promise<Post[]> {
  const door = newDoor({
    allowPrivate: settings.environment.allowPrivate,
    userAgent: userAgentOf(settings.environment),
  })
  try {
    const fetched = await fetchFeed(door, { url, etag: null, lastModified: null, bodyHash: null }, Date.now())
    return fetched.unchanged ? [] : fetched.feed.posts
  } finally {
    await door.close()
  }
}

async function postsIn(file: string): Promise<Post[]> {
  const bytes = await readFile(file).catch((error) => {
    throw new Oops('scan.no-file', { file, reason: error.code ?? String(error) })
  })
  return (await readFeed(bytes, { url: null, charset: null })).posts
}

function readPost(line: string, number: number): Post {
  const given = asObject(line)
  if (!given) throw new Oops('scan.no-post', { line: number })
  const text = (name: string) => (typeof given[name] === 'string' ? (given[name] as string) : null)
  const published = Date.parse(text('publishedAt') ?? '')
  const [title, body] = [text('title') ?? '', text('text') ?? '']
  return {
    id: text('id') ?? text('url') ?? `${number}`,
    url: text('url'),
    title,
    text: body,
    author: text('author'),
    publishedAt: Number.isNaN(published) ? null : published,
    updatedAt: null,
  }
}

function asObject(line: string): Record<string, unknown> | null {
  try {
    const value = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

const scanned = (post: Post, { team, topics, language, mood, story }: Finding): Scanned => ({
  team: team.name,
  topics: topics.map(({ name, kind, mood }) => ({ name, kind, sentiment: mood })),
  url: post.url,
  title: post.title,
  text: post.text,
  author: post.author,
  publishedAt: post.publishedAt === null ? null : new Date(post.publishedAt).toISOString(),
  language,
  sentiment: mood,
  story,
})
