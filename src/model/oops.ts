/** A person can fix this: `key` names the text they read (src/texts), `at` the place in what they typed. */
export class Oops extends Error {
  override name = 'Oops'
  readonly key: string
  readonly values: Values
  readonly at: Span | undefined

  constructor(key: string, values: Values = {}, at?: Span) {
    super(key)
    this.key = key
    this.values = values
    this.at = at
  }
}

/**
 * The world is having a day: a far end failed or refused. The message is for the log; `key` and `values` name
 * the words that people read, where there are some. `retryAfter` in milliseconds, when it said.
 */
export class Unavailable extends Error {
  override name = 'Unavailable'
  readonly key: string | undefined
  readonly values: Values
  readonly retryAfter: number | undefined
  /** The far end said no, and would say no again: trying once more changes nothing. */
  readonly refused: boolean
  /** The address that answered so, where somebody did and redirects may have led elsewhere. */
  readonly from: string | undefined

  constructor(message: string, more: Mishap = {}) {
    super(message, { cause: more.cause })
    this.key = more.key
    this.values = more.values ?? {}
    this.retryAfter = more.retryAfter
    this.refused = more.refused ?? false
    this.from = more.from
  }
}

type Mishap = {
  cause?: unknown
  retryAfter?: number
  refused?: boolean
  from?: string
  key?: string
  values?: Values
}

/** Why something did not work, to be kept and said later: by its key where there are words for it, else as it was put. */
export type Reason = { key: string; values: Values } | { words: string }

export function reasonOf(error: unknown): Reason {
  if ((error instanceof Oops || error instanceof Unavailable) && error.key !== undefined)
    return { key: error.key, values: error.values }
  return { words: error instanceof Error ? error.message : String(error) }
}

export type Values = Record<string, string | number>

/** Where in a text, in UTF-16 units: from (included) to (not). */
export type Span = { from: number; to: number }
