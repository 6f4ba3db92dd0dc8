import type { Language } from './mood.ts'
import type { Account } from './person.ts'
import type { Instant } from './post.ts'

/**
 * Where a reply stands. `waiting` for approvals; `approved`: it goes out at `goesAt` unless somebody stops it;
 * `publishing`: the network is being asked; `published`; `by-hand`: a person publishes it and says where; `unsure`:
 * nobody knows whether the network took it, a person looks; `stuck`: the network said no; `refused`, `expired` and
 * `withdrawn` are ends.
 */
export const replyStates = [
  'waiting',
  'approved',
  'publishing',
  'published',
  'by-hand',
  'unsure',
  'stuck',
  'refused',
  'expired',
  'withdrawn',
] as const
export type ReplyState = (typeof replyStates)[number]

/** An answer to a mention, drafted, approved and published. */
export type Reply = {
  id: number
  team: string
  mention: number
  state: ReplyState
  /** Every version that was written; the newest is the one that counts. */
  versions: ReplyVersion[]
  /** Those of the newest version that were not taken back. */
  approvals: Approval[]
  /** By so many people, of this role or a higher one. */
  needs: number
  /** The name of the identity that publishes it; null: by hand. */
  identity: string | null
  /** Of the version that is approved: the same at each try, so that a network can tell a repeat. */
  key: string | null
  goesAt: Instant | null
  expiresAt: Instant
  /** Where it stands, once it was published. */
  published: { id: string | null; url: string | null; at: Instant } | null
  /** Why it was refused, is stuck, or nobody is sure; words that people read. */
  why: string | null
  madeAt: Instant
}

export type ReplyVersion = {
  nth: number
  text: string
  /** A person's id of the team, or null where Vigie drafted it. */
  by: { person: string; name: string; account: Account | null } | null
  how: DraftHow
  at: Instant
}

export type Approval = { person: string; name: string; at: Instant }

/** Where a draft comes from: written by a person, a canned reply, an approved reply to a similar mention, a language model. */
export type DraftHow =
  | { is: 'written' }
  | { is: 'canned'; name: string }
  | { is: 'similar'; reply: number; why: string }
  | { is: 'model'; model: string }

/** A proposal: its text, where it comes from, and why it is offered, in words of the reader's language. */
export type Draft = { text: string; language: Language | null; how: DraftHow; why: string }
