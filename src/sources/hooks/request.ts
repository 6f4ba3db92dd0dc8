import type { Refusal } from '../../model/webhook.ts'

/** A request as it came, before anybody read it. */
export type HookRequest = {
  raw: Buffer
  headers: Record<string, string | undefined>
  /** What stands behind the name in the address. */
  token: string | null
}

/** What a request is known by, so that the same is taken once; or why it is not taken at all. */
export type Verdict = { key: string } | { refused: Refusal }
