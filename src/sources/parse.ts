import { open } from 'node:fs/promises'
import { Oops } from '../model/oops.ts'
import { isKey, sayIn } from '../texts/texts.ts'
import type { Feed, FeedPost } from './feed-of.ts'
import { readFeed } from './reader.ts'

/** One line of `vigie parse`: texts plain, dates ISO 8601 in UTC. */
export type ParsedLine =
  | { file: string; feed: ParsedFeed; posts: ParsedPost[]; note?: string }
  | { file: string; error: string }

type ParsedFeed = { id: string | null; title: string | null; url: string | null; updatedAt: string | null }
type ParsedPost = {
  id: string | null
  url: string | null
  title: string
  text: string
  author: string | null
  publishedAt: string | null
  updatedAt: string | null
}

/** Reads a file as a feed. A file that is none gives an error with its cure; one that cannot be opened throws Oops. */
export async function parseFile(file: string): Promise<ParsedLine> {
  const { bytes, cut } = await bytesOf(file)
  try {
    const feed = await readFeed(bytes)
    const notes = [
      ...(cut ? [`only the first ${mostBytes / 2 ** 20} MB were read`] : []),
      ...(feed.dropped
        ? [`only the ${feed.posts.length} newest of ${feed.posts.length + feed.dropped} items are kept`]
        : []),
    ]
    const note = notes.length > 0 ? { note: notes.join('; ') } : {}
    return { file, feed: parsedFeed(feed), posts: feed.posts.map(parsedPost), ...note }
  } catch (error) {
    if (!(error instanceof Oops) || !isKey(error.key)) throw error
    return { file, error: sayIn('en').plain(error.key, error.values) }
  }
}

// What the door lets in of an answer: a file is held to the same.
const mostBytes = 10 * 2 ** 20

/** The beginning of the file, and whether there is more. */
async function bytesOf(path: string): Promise<{ bytes: Uint8Array; cut: boolean }> {
  try {
    await using file = await open(path)
    const bytes = Buffer.alloc(Math.min(mostBytes, (await file.stat()).size || mostBytes))
    let length = 0
    for (let read = 1; read > 0 && length < bytes.length; length += read) {
      read = (await file.read(bytes, length, bytes.length - length, null)).bytesRead
    }
    const cut = length === mostBytes && (await file.read(Buffer.alloc(1), 0, 1, null)).bytesRead > 0
    return { bytes: bytes.subarray(0, length), cut }
  } catch (error) {
    throw new Oops('feed.unreadable', {
      file: path,
      why: (error as NodeJS.ErrnoException).code ?? String(error),
    })
  }
}

const parsedFeed = ({ id, title, url, uri, updatedAt }: Feed): ParsedFeed => ({
  id: id || null,
  title: title || null,
  url: url ?? uri ?? null,
  updatedAt: iso(updatedAt),
})

const parsedPost = ({ id, url, uri, title, text, author, publishedAt, updatedAt }: FeedPost): ParsedPost => ({
  id: id || null,
  url: url ?? uri ?? null,
  title,
  text,
  author,
  publishedAt: iso(publishedAt),
  updatedAt: iso(updatedAt),
})

const iso = (at: number | null) =>
  at !== null && Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : null
