import { createHash } from 'node:crypto'
import type { Post } from '../model/post.ts'

/**
 * Gives each post of a feed an id that it will have tomorrow too, none twice. The published id where there is one
 * and it is used once, else with the address, then the title, then the text beside it; the address where there is
 * none. Only posts that are alike in everything are told apart by their order.
 */
export function identify<Some extends Post>(posts: Some[]): Some[] {
  const names = posts.map((post) => namesOf(post).map(hashed))
  const uses = new Map<string, number>()
  for (const each of names) for (const name of new Set(each)) uses.set(name, (uses.get(name) ?? 0) + 1)
  const twins = new Map<string, number>()
  return posts.map((post, at) => {
    const unique = names[at]!.find((name) => uses.get(name) === 1)
    if (unique !== undefined) return { ...post, id: unique }
    const whole = names[at]!.at(-1)!
    const before = twins.get(whole) ?? 0
    twins.set(whole, before + 1)
    return { ...post, id: before === 0 ? whole : hashed(`twin ${before} ${whole}`) }
  })
}

/** What a post could be called, from the shortest name to the one that says everything. */
function namesOf({ id, url, title, text }: Post): string[] {
  const first = id ? `id ${id}` : url ? `url ${url}` : null
  const withUrl = id && url ? `${first} url ${url}` : null
  const withTitle = `${withUrl ?? first ?? ''} title ${title}`
  return [first, withUrl, first ? withTitle : null, `${withTitle} text ${text}`].filter(
    (name) => name !== null,
  )
}

const hashed = (name: string) => createHash('sha256').update(name).digest('base64url').slice(0, 22)
