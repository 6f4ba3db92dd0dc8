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

/** The world is having a day: a far end failed or refused. `retryAfter` in milliseconds, when it said. */
export class Unavailable extends Error {
  override name = 'Unavailable'
  readonly retryAfter: number | undefined
  /** The far end said no, and would say no again: trying once more changes nothing. */
  readonly refused: boolean

  constructor(message: string, more: { cause?: unknown; retryAfter?: number; refused?: boolean } = {}) {
    super(message, { cause: more.cause })
    this.retryAfter = more.retryAfter
    this.refused = more.refused ?? false
  }
}

export type Values = Record<string, string | number>

/** Where in a text, in UTF-16 units: from (included) to (not). */
export type Span = { from: number; to: number }
