import { hash } from 'node:crypto'
import { addressKey } from '../model/address.ts'
import type { Post } from '../model/post.ts'
import { folded } from '../model/words.ts'

/** A post as somebody hands it over: without an id of its own, its address or its words say who it is. */
export type Given = Omit<Post, 'id'> & { id?: string }

/**
 * Who a given post is, hashed since it outlives the text: its id, else its address however that is written, else
 * who said what in which words, and when where that is known.
 */
export function identityOf({ id, url, author, title, text, publishedAt }: Given): string {
  const address = addressKey(url)
  const said = () => [author ?? '', title, text].map(folded).join('\n')
  const name = id ? `id ${id}` : address ? `url ${address}` : `text ${said()}\n${publishedAt ?? ''}`
  return hash('sha256', name, 'base64url').slice(0, 22)
}
