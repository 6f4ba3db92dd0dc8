import type { Instant } from './post.ts'

/** What of a post a payload may hold, each at a path of its own. */
export const mappedFields = [
  'id',
  'url',
  'title',
  'text',
  'rating',
  'author',
  'language',
  'publishedAt',
  'updatedAt',
  'event',
] as const
export type MappedField = (typeof mappedFields)[number]

/**
 * Where a payload that nobody described to us holds what: paths such as `review.text` or `events.0.id`, from each
 * entry of `list` on where there is one, from the payload itself where they begin with `$.`.
 */
export type Mapping = {
  list: string | null
  fields: Partial<Record<MappedField, string>>
  /** The best rating there is. */
  outOf: number
}

/** What was found; a rating is a part of the best one, from 0 to 1. */
export type Mapped = {
  id: string | null
  url: string | null
  title: string
  text: string
  rating: number | null
  author: string | null
  language: string | null
  publishedAt: Instant | null
  updatedAt: Instant | null
  event: string | null
}

/** The entries of a payload; none where the path leads to no list. */
export function entriesIn(payload: unknown, { list }: Mapping): unknown[] {
  const found = list === null ? payload : valueIn(payload, list)
  return Array.isArray(found) ? found : list === null ? [payload] : []
}

export function mappedFrom(payload: unknown, entry: unknown, { fields, outOf }: Mapping): Mapped {
  const value = (field: MappedField) => {
    const path = fields[field]
    if (path === undefined) return undefined
    return path.startsWith('$.') ? valueIn(payload, path.slice(2)) : valueIn(entry, path)
  }
  const rating = numberOf(value('rating'))
  return {
    id: wordOf(value('id')),
    url: wordOf(value('url')),
    title: wordOf(value('title')) ?? '',
    text: wordOf(value('text')) ?? '',
    rating: rating === null ? null : Math.min(Math.max(rating / outOf, 0), 1),
    author: wordOf(value('author')),
    language: wordOf(value('language')),
    publishedAt: instantOf(value('publishedAt')),
    updatedAt: instantOf(value('updatedAt')),
    event: wordOf(value('event')),
  }
}

/** What stands at a path (`a.b.0.c`), undefined where it leads nowhere. */
export function valueIn(value: unknown, path: string): unknown {
  let at = value
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as Record<string, unknown>)[step]
  }
  return at
}

/** Words, or a number as it is written; nothing else is any. */
export const wordOf = (value: unknown): string | null =>
  typeof value === 'string'
    ? value.trim() || null
    : typeof value === 'number' && Number.isFinite(value)
      ? `${value}`
      : null

export function numberOf(value: unknown): number | null {
  const number =
    typeof value === 'string' && value.trim() !== '' ? Number(value.trim().replace(',', '.')) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** A moment as services write it: ISO 8601, or seconds or milliseconds since 1970. */
export function instantOf(value: unknown): Instant | null {
  const number = numberOf(value)
  if (number !== null) return instantIn(number < firstMilliseconds ? number * 1000 : number)
  return typeof value === 'string' ? instantIn(Date.parse(value)) : null
}

/** What no clock can mean is none. */
const instantIn = (at: number) => (at > 0 && at < lastInstant ? Math.round(at) : null)

/** As seconds, the year 5138; as milliseconds, 1973. */
const firstMilliseconds = 1e11
/** The year 2200. */
const lastInstant = 7_258_118_400_000
