import { Oops } from './oops.ts'
import { type Account, accountKey, may, type Role } from './person.ts'
import type { Instant } from './post.ts'
import { type DraftHow, isOver, newest, type Reply, type ReplyState } from './reply.ts'

/** Somebody who does something with a reply: `accounts` are the keys of all that are theirs, whichever they use now. */
export type Doer = { person: string; name: string; role: Role; account: Account; accounts: string[] }

/** What a version is judged to need: so many approvals by this role, and whether its author may give one. */
export type Needed = Pick<Reply, 'needs' | 'role' | 'alone'>

type Approving = {
  /** The version that the message showed. */
  version: number
  at: Instant
  /** How long (ms) it may still be stopped before it goes out. */
  grace: number
  /** Whether the team knows anybody else who could approve it. */
  others: boolean
  /** A name for this version that no other has. */
  key: string
}

/**
 * One more approval; with the last one it goes out after the grace time or, where no account of the brand answers
 * there, a person publishes it. Null where this person approved this version before. Throws Oops where they may not,
 * where the text is another by now, or where it is too late.
 */
export function approve(
  reply: Reply,
  by: Doer,
  { version, at, grace, others, key }: Approving,
): Reply | null {
  if (hasApproved(reply, by) && version === newest(reply).nth && !isOver(reply)) return null
  needs(reply, ['waiting'])
  needsNewest(reply, version)
  needsRole(reply, by)
  if (isAuthor(reply, by) && !(reply.alone && !others)) throw new Oops('reply.own')
  const { person, name, account } = by
  const approvals = [...reply.approvals, { person, name, account, at }]
  if (approvals.length < reply.needs) return { ...reply, approvals }
  const approved = { ...reply, approvals, key: reply.key ?? key, why: null }
  return reply.identity === null
    ? { ...approved, state: 'by-hand', goesAt: null }
    : { ...approved, state: 'approved', goesAt: at + grace }
}

/** An approval taken back before it went out; null where there is none of theirs. Throws Oops where it is too late. */
export function takeBack(reply: Reply, by: Doer): Reply | null {
  if (!hasApproved(reply, by)) return null
  if (reply.state === 'by-hand') needs(reply, ['by-hand'])
  else needs(reply, ['waiting', 'approved'])
  const approvals = reply.approvals.filter((one) => !isSame(one, by))
  return { ...reply, state: 'waiting', approvals, goesAt: null }
}

/** Another text: approvals of the one before are void. What was refused or has expired begins again. Throws Oops. */
export function edit(
  reply: Reply,
  by: Doer,
  {
    text,
    version,
    how = { is: 'written' },
    at,
    expiresAt,
    ...needed
  }: {
    text: string
    version: number
    how?: DraftHow
    at: Instant
    expiresAt: Instant
  } & Needed,
): Reply {
  needs(reply, ['waiting', 'approved', 'by-hand', 'stuck', 'refused', 'expired'])
  const last = newest(reply)
  if (version !== last.nth) throw new Oops('reply.edited-meanwhile', { name: last.by?.name ?? 'Vigie' })
  if (text === last.text) throw new Oops('reply.same-text')
  const { person, name, account } = by
  const next = { nth: last.nth + 1, text, by: { person, name, account }, how, at }
  return {
    ...reply,
    ...needed,
    ...{ state: 'waiting', versions: [...reply.versions, next], approvals: [] },
    ...{ key: null, goesAt: null, why: null, expiresAt, remindedAt: null },
  }
}

/** Not this one, and why. Throws Oops where it went out. */
export function refuse(reply: Reply, why: string): Reply {
  needs(reply, ['waiting', 'approved', 'by-hand', 'stuck'])
  return { ...reply, state: 'refused', approvals: [], goesAt: null, why }
}

/** Stopped in its grace time: whoever approved it is asked again. Throws Oops. */
export function stop(reply: Reply): Reply {
  needs(reply, ['approved'])
  return { ...reply, state: 'waiting', approvals: [], goesAt: null }
}

/** Its author wants it no more. Throws Oops. */
export function withdraw(reply: Reply, by: Doer): Reply {
  needs(reply, ['waiting', 'approved', 'by-hand', 'stuck'])
  const { by: author } = newest(reply)
  if (author !== null && !isAuthor(reply, by)) throw new Oops('reply.not-author', { name: author.name })
  return { ...reply, state: 'withdrawn', approvals: [], goesAt: null }
}

/** Nobody approved it in time. */
export const expire = (reply: Reply): Reply => ({ ...reply, state: 'expired', approvals: [], goesAt: null })

/** It is asked of the network once more, by somebody who may approve it. Throws Oops. */
export function sendAgain(reply: Reply, by: Doer, at: Instant): Reply {
  needs(reply, ['stuck', 'unsure'])
  needsRole(reply, by)
  return { ...reply, state: 'approved', goesAt: at, why: null }
}

/** A person publishes it. Throws Oops. */
export function byHand(reply: Reply): Reply {
  needs(reply, ['stuck', 'unsure', 'approved'])
  return { ...reply, state: 'by-hand', goesAt: null }
}

/** Somebody saw it where it stands, or put it there. Throws Oops. */
export function wasPublished(reply: Reply, url: string | null, at: Instant): Reply {
  needs(reply, ['by-hand', 'unsure', 'stuck'])
  return { ...reply, state: 'published', published: { id: null, url, at }, why: null }
}

/** Two accounts of one person are one person. */
const isSame = (one: { person: string; account: Account | null }, by: Doer) =>
  one.person === by.person || (one.account !== null && by.accounts.includes(accountKey(one.account)))

export const hasApproved = ({ approvals }: Pick<Reply, 'approvals'>, by: Doer) =>
  approvals.some((one) => isSame(one, by))

/** Whether the newest version is theirs. */
export function isAuthor(reply: Pick<Reply, 'versions'>, by: Doer): boolean {
  const { by: author } = newest(reply)
  return author !== null && isSame(author, by)
}

function needs(reply: Reply, states: ReplyState[]) {
  if (states.includes(reply.state)) return
  throw new Oops(`reply.is-${reply.state}`, { id: String(reply.id) })
}

function needsNewest(reply: Reply, version: number) {
  const last = newest(reply)
  if (version !== last.nth) throw new Oops('reply.older-version', { name: last.by?.name ?? 'Vigie' })
}

function needsRole(reply: Reply, by: Doer) {
  if (!may(by.role, reply.role)) throw new Oops(`reply.needs-${reply.role}`)
}
