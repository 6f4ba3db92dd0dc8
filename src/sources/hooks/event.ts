import { longestAddress } from '../../model/address.ts'
import { wordOf } from '../../model/mapping.ts'
import type { Post } from '../../model/post.ts'
import { plain } from '../plain-text.ts'

/**
 * What a webhook tells: a post that is new, one that was edited (as it is now), one that was deleted at its place, or
 * everything below an id that was (`thread/`).
 */
export type HookEvent =
  | { did: 'posted' | 'edited'; post: Post }
  | { did: 'deleted'; id: string }
  | { did: 'deleted'; under: string }

/** What the readers of payloads are given besides: headers that say what happened, none of which is signed. */
export type Told = { event: string | null; type: string | null }

/** A post of a place, with what it does not say left open. */
export const posted = (post: Pick<Post, 'id'> & Partial<Post>): Post => ({
  url: null,
  title: '',
  text: '',
  author: null,
  publishedAt: null,
  updatedAt: null,
  ...post,
})

/** The members of an object, none of anything else. */
export const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])

/** Words on one line, as a name or a title is. */
export const lineOf = (value: unknown): string | null =>
  (typeof value === 'string' && value.replace(/\s+/gu, ' ').trim()) || null

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Text that is markup at its place. */
export const htmlOf = (value: unknown): string =>
  typeof value === 'string' ? plain({ text: value, as: 'html' }) : ''

/** An id as it is kept; what is too long to be one is none. */
export const idOf = (value: unknown): string | null => {
  const id = wordOf(value)
  return id !== null && id.length <= longestId ? id : null
}

/** An address that a browser may open; null for anything else. */
export function webOf(value: unknown): string | null {
  const url = typeof value === 'string' && value.length <= longestAddress ? URL.parse(value.trim()) : null
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url.href : null
}

const longestId = 300
