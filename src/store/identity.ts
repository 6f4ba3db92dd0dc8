import { hash } from 'node:crypto'
import { addressKey } from '../model/address.ts'
import type { Post } from '../model/post.ts'
import { folded } from '../model/words.ts'

/** A post as somebody hands it over: without an id of its own, its address or its words say who it is. */
export type Given = Omit<Post, 'id'> & { id?: string }

/**
 * Who a given post is, hashed since it outlives the text: its id, else its address however that is written with who
 * said what in which words there, else these words alone, and when where that is known. Of an address without a text
 * nothing more is known.
 */
export function identityOf({ id, url, author, title, text, publishedAt }: Given): string {
  const address = addressKey(url)
  const said = [author ?? '', title, text].map(folded).join('\n')
  const wordless = `${title}${text}`.trim() === ''
  const at = address && (wordless ? `url ${address}` : `url ${address}\n${said}`)
  const name = id ? `id ${id}` : (at ?? `text ${said}\n${publishedAt ?? ''}`)
  return hash('sha256', name, 'base64url').slice(0, 22)
}

type Said = { author: string | null; title: string | null; text: string | null }

/**
 * Whether two posts at one address are the same: a page also holds what others write there. Its author says so, or
 * its words; the title, which many give to each comment too, only where the author of one is unknown.
 */
export function isSame(one: Said, other: Said): boolean {
  const [who, whom] = [folded(one.author ?? ''), folded(other.author ?? '')]
  if (who !== '' && who === whom) return true
  const same = (a: string | null, b: string | null) =>
    folded(a ?? '') !== '' && folded(a ?? '') === folded(b ?? '')
  const whole = ({ title, text }: Said) => `${title ?? ''} ${text ?? ''}`
  if (same(one.text, other.text) || same(whole(one), whole(other))) return true
  return (who === '' || whom === '') && same(one.title, other.title)
}
