/** Slack's no: `{ ok: false, error }`, with what else it says. */
export class Refusal extends Error {
  readonly error: string
  readonly more: Record<string, unknown>

  constructor(error: string, more: Record<string, unknown> = {}) {
    super(error)
    this.error = error
    this.more = more
  }
}

/** A no with its reasons, each of which points at where it is: `must be… [json-pointer:/blocks/0]`. */
export const refusalFor = (error: string, reasons: string[]) =>
  new Refusal(error, {
    errors: reasons,
    response_metadata: { messages: reasons.map((reason) => `[ERROR] ${reason}`) },
  })
