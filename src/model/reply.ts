import type { Language, Mood } from './mood.ts'
import type { Network } from './network.ts'
import type { Account, Role } from './person.ts'
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
  /** The language it is written in, as far as anybody knows. */
  language: Language | null
  /** By so many people, of this role or a higher one. */
  needs: number
  role: Role
  /** Its author may approve it where nobody else could. */
  alone: boolean
  /** The name of the identity that publishes it; null: by hand. */
  identity: string | null
  /** Of the version that is approved: the same at each try, so that a network can tell a repeat. */
  key: string | null
  goesAt: Instant | null
  expiresAt: Instant
  remindedAt: Instant | null
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

export type Approval = { person: string; name: string; account: Account | null; at: Instant }

/** Where a draft comes from: written by a person, a canned reply, an approved reply to a similar mention, a language model. */
export type DraftHow =
  | { is: 'written' }
  | { is: 'canned'; name: string }
  | { is: 'similar'; reply: number; why: string }
  | { is: 'model'; model: string }

/** A proposal: its text, where it comes from, and why it is offered, in words of the reader's language. */
export type Draft = { text: string; language: Language | null; how: DraftHow; why: string }

/** A reply that was approved and published, with the mention it answers: what drafts for similar ones are made of. */
export type ApprovedReply = {
  reply: number
  text: string
  mention: {
    title: string | null
    text: string | null
    /** Whom it greeted, perhaps: a name that must not come up again under somebody else's post. */
    author?: string | null
    topics: string[]
    mood: Mood
    language: Language | null
    network: Network
  }
  at: Instant
}

/** What was done with a reply, in order. `what` is a reason, an address, or what a network said. */
export type ReplyStep = {
  did: ReplyDeed
  version: number
  what: string | null
  by: string | null
  at: Instant
}

export const replyDeeds = [
  'drafted',
  'approved',
  'took-back',
  'edited',
  'refused',
  'stopped',
  'withdrawn',
  'reminded',
  'expired',
  'publishing',
  'published',
  'by-hand',
  'unsure',
  'stuck',
  'later',
  'again',
] as const
export type ReplyDeed = (typeof replyDeeds)[number]

/** How asking a network ended. `later`: it surely did not take it, and is asked again then. */
export type PublishOutcome =
  | { is: 'published'; id: string | null; url: string | null }
  | { is: 'stuck' | 'unsure'; why: string }
  | { is: 'later'; at: Instant; why: string }

/** Those that nothing more happens with. */
export const overStates = ['published', 'refused', 'expired', 'withdrawn'] as const satisfies ReplyState[]

export const isOver = ({ state }: Pick<Reply, 'state'>) =>
  (overStates as readonly ReplyState[]).includes(state)

/** The version that counts. */
export const newest = ({ versions }: Pick<Reply, 'versions'>): ReplyVersion => versions.at(-1)!
