import { Oops, type Values } from '../model/oops.ts'

/**
 * Something in the settings that a person must correct. `key` names the text that says what and how
 * (src/texts/settings.ts); lines and columns count from 1, line 0 is no line at all (the environment, a
 * file that is not there).
 */
export type Problem = { file: string; line: number; column: number; key: string; values: Values }

export type LinePlace = { line: number; column: number }

export const nowhere: LinePlace = { line: 0, column: 0 }

export const problem = (file: string, at: LinePlace, key: string, values: Values = {}): Problem => ({
  file,
  line: at.line,
  column: at.column,
  key,
  values,
})

/** Tries to read something: gives it, or what the person must be told. Anything but an Oops is our bug and flies on. */
export function attempt<T>(read: () => T): { value: T } | { oops: Oops } {
  try {
    return { value: read() }
  } catch (error) {
    if (error instanceof Oops) return { oops: error }
    throw error
  }
}

/** A value as a problem quotes it: one short line, without what looks like a token. */
export function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}'
  const line = String(value).replace(/\s+/gu, ' ').trim()
  const safe = looksSecret(line) ? `${line.slice(0, 4)}…` : line
  return safe.length > longest ? `${[...safe].slice(0, longest).join('')}…` : safe
}

/** Whether a text looks like a token that somebody pasted: Slack's prefixes, Discord's three parts, a long hex. */
export const looksSecret = (text: string) =>
  /xox[a-z]-|xapp-|^[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}$|^[0-9a-f]{32,}$/iu.test(text)

const longest = 60
