import { hash } from 'node:crypto'
import { Unavailable } from '../../model/oops.ts'
import { type PlaceKind, placeTitles } from '../../model/search.ts'
import { readDate } from '../dates.ts'
import { plain, plainLine } from '../plain-text.ts'

/** A field that is not what its documents say. */
class Odd extends Error {
  readonly field: string
  constructor(field: string) {
    super(field)
    this.field = field
  }
}

type Fields = Record<string, unknown>

/** A text that has to be there. Throws Odd, as all of these do for what is of another kind. */
export function text(item: unknown, path: string): string {
  const value = at(item, path)
  if (typeof value !== 'string') throw new Odd(path)
  return value
}

/** A text that may be missing. */
export function maybeText(item: unknown, path: string): string | null {
  const value = at(item, path)
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') throw new Odd(path)
  return value
}

/** A number that a database keeps as it is. */
export function number(item: unknown, path: string): number {
  const value = at(item, path)
  if (typeof value !== 'number' || Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new Odd(path)
  return value
}

export function maybeNumber(item: unknown, path: string): number | null {
  const value = at(item, path)
  return value === undefined || value === null ? null : number(item, path)
}

/** A number that some write as a text. */
export const numeral = (item: unknown, path: string): string => {
  const value = at(item, path)
  return typeof value === 'number' ? `${value}` : text(item, path)
}

/** Milliseconds, of a date as ISO 8601 writes it. */
export function instant(item: unknown, path: string): number {
  const date = readDate(text(item, path))
  if (date === null) throw new Odd(path)
  return date
}

export const maybeInstant = (item: unknown, path: string): number | null =>
  maybeText(item, path) === null ? null : instant(item, path)

/** Milliseconds, of seconds since 1970; no date lies further away than a calendar reaches. */
export function seconds(item: unknown, path: string): number {
  const date = number(item, path) * 1000
  if (Number.isNaN(new Date(date).getTime())) throw new Odd(path)
  return date
}

export const html = (value: string) => plain({ text: value, as: 'html' })
export const line = (value: string) => plainLine({ text: value, as: 'html' })

export const flag = (item: unknown, path: string): boolean => at(item, path) === true

export function list(item: unknown, path: string): unknown[] {
  const value = path === '' ? item : at(item, path)
  if (!Array.isArray(value)) throw new Odd(path === '' ? '[]' : path)
  return value
}

export function at(item: unknown, path: string): unknown {
  let value: unknown = item
  for (const step of path.split('.')) {
    if (value === null || typeof value !== 'object') return undefined
    value = (value as Fields)[step]
  }
  return value
}

/**
 * Reads each of a list. One that is not as documented is set aside and counted; where nothing is left then, the
 * place has changed: throws Unavailable with the name of the field.
 */
export function each<One>(
  items: unknown[],
  name: string,
  read: (item: unknown) => One | null,
  place: PlaceKind,
): { found: One[]; odd?: { count: number; field: string } } {
  const found: One[] = []
  let wrong = 0
  let field = ''
  for (const item of items)
    try {
      const one = read(item)
      if (one !== null) found.push(one)
    } catch (error) {
      if (!(error instanceof Odd)) throw error
      wrong++
      field = `${name}[].${error.field}`
    }
  if (wrong > 0 && found.length === 0) throw changed(place, field)
  return { found, ...(wrong > 0 ? { odd: { count: wrong, field } } : {}) }
}

/** Runs what reads an answer: a field of the whole that is missing is named as well. */
export function asDocumented<Result>(place: PlaceKind, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (error instanceof Odd) throw changed(place, error.field)
    throw error
  }
}

const changed = (place: PlaceKind, field: string) =>
  new Unavailable(`${placeTitles[place]} answers otherwise than its documents say: ${field}`, {
    key: 'place.changed-field',
    values: { place: placeTitles[place], field },
  })

/** The body as JSON. Throws Unavailable with how it begins. */
export function json(place: PlaceKind, body: Uint8Array): unknown {
  const written = Buffer.from(body).toString('utf8')
  try {
    return JSON.parse(written)
  } catch (cause) {
    const start = written.replace(/\s+/gu, ' ').trim().slice(0, 60)
    throw new Unavailable(`${placeTitles[place]} answers no JSON`, {
      cause,
      key: /^[{[]/.test(start) ? 'place.cut-short' : 'place.not-json',
      values: { place: placeTitles[place], start },
    })
  }
}

/** A number of a place as it is kept: as it is where it is short. */
export const shortId = (id: string) => (id.length <= 120 ? id : hash('sha256', id, 'base64url').slice(0, 22))
