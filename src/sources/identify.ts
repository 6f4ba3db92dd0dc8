import { hash } from 'node:crypto'
import type { Post } from '../model/post.ts'

/**
 * Gives each post of a feed an id that it will have tomorrow too, none twice. The published id where there is one
 * and it is used once, else with the address, then the title, then the text beside it; the address where there is
 * none. Only posts that are alike in everything are told apart by their order.
 */
export function identify<Some extends Post>(posts: Some[]): Some[] {
  const ids = new Map<Some, string>()
  let nameless = posts
  for (const nameOf of names) {
    const named = Map.groupBy(nameless, nameOf)
    named.delete(null)
    for (const [name, [post, ...others]] of named) if (others.length === 0) ids.set(post!, hashed(name!))
    nameless = nameless.filter((post) => !ids.has(post))
    if (nameless.length === 0) break
  }
  for (const [name, twins] of Map.groupBy(nameless, whole))
    for (const [at, post] of twins.entries()) ids.set(post, hashed(at === 0 ? name : `twin ${at} ${name}`))
  return posts.map((post) => ({ ...post, id: ids.get(post)! }))
}

/** Whether several posts of a feed were published under one id: which of them a part of it holds, nobody can tell. */
export const reusesIds = (posts: Post[]): boolean => {
  const ids = posts.flatMap((post) => published(post) ?? [])
  return new Set(ids).size < ids.length
}

/** What a post could be called, from the shortest name to the one that says everything; null where it has no such name. */
const published = ({ id, url }: Post) => (id ? `id ${id}` : url ? `url ${url}` : null)
const withUrl = ({ id, url }: Post) => (id && url ? `id ${id} url ${url}` : null)
const withTitle = (post: Post) => `${withUrl(post) ?? published(post) ?? ''} title ${post.title}`
const whole = (post: Post) => `${withTitle(post)} text ${post.text}`
const names = [published, withUrl, (post: Post) => (published(post) ? withTitle(post) : null), whole]

/** What `identify` called a post that was published under this id. */
export const identityOfId = (id: string): string => hashed(`id ${id}`)

const hashed = (name: string) => hash('sha256', name, 'base64url').slice(0, 22)
