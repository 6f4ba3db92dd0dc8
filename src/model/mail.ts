import type { Instant } from './post.ts'

/**
 * Where mail goes out. `tls`: from the first byte (`always`), once the server offers it and never without
 * (`needed`), or never, for a server within the house (`never`).
 */
export type MailServer = {
  host: string
  port: number
  tls: 'always' | 'needed' | 'never'
  user: string | null
  password: string | null
}

/** From whom a team's mail comes, and the server it goes through. */
export type MailSettings = { from: string; server: MailServer }

/**
 * Where a mail stands: `waiting` for its time, `sending`, `sent`, `failed` for good, `unsure`: the server had all
 * of it and nobody knows whether it took it.
 */
export type MailState = 'waiting' | 'sending' | 'sent' | 'failed' | 'unsure'

/** A report on its way to one address. Its id stays the same at each try, so that a mailbox can tell a repeat. */
export type Mail = {
  id: number
  team: string
  report: number
  address: string
  messageId: string
  state: MailState
  attempts: number
  /** An earlier try may have arrived. */
  mayRepeat: boolean
  madeAt: Instant
  dueAt: Instant
  endedAt: Instant | null
}

/** How long until a mail is tried again after so many tries, in ms; null: no more. */
export const mailRest = (attempts: number): number | null => rests[attempts - 1] ?? null

const minute = 60_000
/** About a day in all: a mailbox that is full in the evening has been emptied in the morning. */
const rests = [1, 5, 15, 60, 120, 240, 480, 480].map((minutes) => minutes * minute)
