import type { Logger } from 'pino'
import { heldBack } from '../delivery/reply.ts'
import type { Drafter } from '../delivery/reply-drafter.ts'
import { judged, neededFor, policyOf } from '../delivery/reply-judged.ts'
import { beginReply, keepReply } from '../delivery/reply-life.ts'
import { freshDue } from '../delivery/takeover.ts'
import type { Mention } from '../model/mention.ts'
import { draftsItself } from '../model/policy.ts'
import type { Instant } from '../model/post.ts'
import { expire } from '../model/reply-moves.ts'
import type { Team } from '../model/team.ts'
import { hour } from '../model/time.ts'
import { replyAbout } from '../store/replies.ts'
import type { Store } from '../store/store.ts'
import { sayIn } from '../texts/texts.ts'
import { newMoments } from './moments.ts'

/**
 * What replies do by themselves: Vigie drafts one for mentions that a rule of the team's policy names, asks again at
 * half of its time where nobody approved it, and lets it expire at the end. Those that are approved go out by
 * src/schedule/publishing.ts.
 */
export function newReplies({
  store,
  teams,
  drafts,
  clock,
  log,
  wake,
}: {
  store: Store
  teams: Team[]
  drafts: Drafter
  clock: () => Instant
  log: Logger
  /** Called after something has changed that is to be told. */
  wake: () => void
}) {
  const teamOf = (name: string) => teams.find((team) => team.name === name)
  const names = () => teams.map(({ name }) => name)
  /** By team, the mentions of late that were drafted for, or for which nothing is to be said: not looked at again by this process. */
  const looked = new Map<string, Set<number>>()
  /** Replies whose message says that a crisis holds them. */
  const held = new Set<number>()
  let failed = false
  let drafting: Promise<void> | undefined
  /** Something may have been heard since drafting began. */
  let again = false
  let stopping = false

  async function work() {
    failed = false
    for (const { team, reply } of await store.replies.late(clock(), names()))
      await safely({ team, reply }, () => goOn(teamOf(team)!, reply))
    for (const one of await store.replies.leaving(clock(), names()))
      await showHeld(teamOf(one.team)!, one.reply)
    // Beside all else: a language model takes its time.
    if (drafting) again = true
    drafting ??= draftAll().finally(() => {
      drafting = undefined
      if (again) moments.wake()
      again = false
    })
  }

  /** One whose time has come and that stays says so, and no longer once it may go. */
  async function showHeld(team: Team, reply: number) {
    const isHeld = (await heldBack(store, team)) !== null
    if (isHeld === held.has(reply)) return
    if (isHeld) held.add(reply)
    else held.delete(reply)
    await store.living.touch(team.name, replyAbout({ id: reply }), { soon: true })
    wake()
  }

  async function draftAll() {
    for (const team of teams.filter((team) => policyOf(team).drafts.length > 0))
      await draftFor(team).catch((err) => log.error({ err, team: team.name }, 'nothing was drafted'))
  }

  async function safely(what: object, work: () => Promise<void>) {
    await work().catch((err) => {
      failed = true
      log.error({ err, ...what }, 'a reply could not go on; trying again')
    })
    wake()
  }

  /** Asked again at half its time, over at the end. */
  const goOn = (team: Team, id: number) =>
    store.together(async (store) => {
      await store.turns.take()
      const now = clock()
      const reply = await store.replies.get(team.name, id)
      if (reply?.state !== 'waiting') return
      if (reply.expiresAt <= now)
        await keepReply(store, team, reply, expire(reply), { did: 'expired', by: null, at: now })
      else if (reply.remindedAt === null) {
        const reminded = { ...reply, remindedAt: now }
        await keepReply(store, team, reply, reminded, { did: 'reminded', by: null, at: now })
      }
    })

  async function draftFor(team: Team) {
    const before = looked.get(team.name) ?? new Set()
    const fresh = await freshOf(team)
    const done = new Set(fresh.filter((id) => before.has(id)))
    looked.set(team.name, done)
    const left = fresh.filter((id) => !done.has(id))
    for (let from = 0; from < left.length; from += atOnce)
      for (const mention of await store.mentions.these(team.name, left.slice(from, from + atOnce))) {
        if (stopping) return
        // What somebody has in hand may come back to the pile.
        if (mention.state.is !== 'new' || mention.post.deletedAt !== undefined) continue
        await safely({ team: team.name, mention: mention.id }, async () => {
          if (draftsItself(mention, policyOf(team))) await draft(team, mention)
          done.add(mention.id)
        })
      }
  }

  /** All that was heard of late and has no reply, the oldest first. */
  async function freshOf(team: Team): Promise<number[]> {
    const since = clock() - lookBack
    const all: number[] = []
    for (;;) {
      const some = { since, after: all.at(-1) ?? 0, most: idsAtOnce }
      const ids = await store.replies.unanswered(team.name, some)
      all.push(...ids)
      if (ids.length < idsAtOnce) return all
    }
  }

  async function draft(team: Team, mention: Mention) {
    const { drafts: all } = await drafts({ team, mention, by: null, say: sayIn(team.locale) })
    const [best] = all
    if (!best) return
    const { verdict, identity } = judged(team, mention, best.text)
    await store.together(async (store) => {
      await store.turns.take()
      const now = clock()
      // Somebody, or another process, was faster.
      if ((await store.replies.ofMention(team.name, mention.id)).length > 0) return
      const version = { text: best.text, how: best.how, by: null }
      // Its time begins when people hear of it.
      const expiresAt = freshDue(team, now) + policyOf(team).expires
      const given = {
        ...{ team: team.name, mention: mention.id, language: mention.language },
        ...neededFor(verdict),
        ...{ identity: identity?.name ?? null, expiresAt, version },
      }
      await beginReply(store, team, given, { by: null, at: now })
    })
  }

  async function next(): Promise<Instant | null> {
    const at = await store.replies.nextLate(names())
    if (!failed) return at
    return Math.min(at ?? Number.MAX_SAFE_INTEGER, clock() + soon)
  }

  const moments = newMoments({ work, next, shared: store.shared, clock, log })
  return {
    ...moments,
    /** Does what is due now, drafts and all; for tests that hold the clock. */
    async look() {
      await moments.look()
      await drafting
    },
    /** What a language model is being asked is still waited for, and nothing after that. */
    async stop() {
      stopping = true
      await moments.stop()
      await drafting
    },
  }
}

/** Older mentions are not drafted for: what was heard while Vigie was off is no news. */
const lookBack = hour
const atOnce = 50
const idsAtOnce = 1_000
/** Milliseconds after which what failed is tried again. */
const soon = 3_000
