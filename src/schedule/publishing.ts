import { randomUUID } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import type { Logger } from 'pino'
import { heldBack } from '../delivery/reply.ts'
import { policyOf } from '../delivery/reply-judged.ts'
import { endReply, keepReply } from '../delivery/reply-life.ts'
import { standsNoMore } from '../delivery/reply-stands.ts'
import type { Door, Post } from '../http.ts'
import { Unavailable } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import type { ConnectorKind, Identity, ToPublish, Try } from '../model/publication.ts'
import { newest, type Reply } from '../model/reply.ts'
import { stop } from '../model/reply-moves.ts'
import type { Team } from '../model/team.ts'
import { hour, minute } from '../model/time.ts'
import { before, type Connector, type Way } from '../publish/connector.ts'
import { newConnectors } from '../publish/connectors.ts'
import { fetchThrough } from '../publish/way-out.ts'
import type { Parts, Store } from '../store/store.ts'
import { newMoments } from './moments.ts'
import { type Ended, newEnds } from './publishing-ends.ts'

export type PublishingParts = {
  store: Store
  teams: Team[]
  /** It reaches the servers that the identities name, private ones too. */
  door: Pick<Door, 'get'> & Post
  connectors?: Record<ConnectorKind, Connector>
  clock: () => Instant
  log: Logger
  /** Called when something is to be told. */
  done: () => void
  /** What holds back a team's replies, as a crisis does. */
  frozen?: (store: Parts, team: Team) => Promise<object | null>
  /** How long (ms) one try may take. */
  patience?: number
}

/**
 * Publishes replies that are approved and whose time has come. That a network is asked is written down before it is;
 * what became of it is known, or looked for there, or left to a person: nothing goes out twice by itself. One reply
 * at a time goes out from an identity.
 */
export function newPublishing(parts: PublishingParts) {
  const { store, teams, door, clock, log, done, frozen = heldBack, patience = usualPatience } = parts
  const connectors = parts.connectors ?? newConnectors()
  const owner = randomUUID()
  const hold = 2 * patience
  const ends = newEnds(parts)
  /** What is under way, by reply; and the last of each identity. */
  const beside = new Map<number, Promise<void>>()
  const lines = new Map<string, Promise<unknown>>()
  const ending = new AbortController()

  const moments = newMoments({ work, next, shared: store.shared, clock, log })
  const names = () => teams.map(({ name }) => name)

  async function work() {
    for (const { team, reply } of await store.replies.due(clock(), names()))
      aside(team, reply, (team) => goOut(team, reply))
    for (const one of await store.publications.toLookFor(names(), clock()))
      aside(one.team, one.reply, (team) => lookFor(team, one))
  }

  async function next(): Promise<Instant | null> {
    const times = [await store.replies.nextMoment(names()), await store.publications.nextLook(names())]
    const known = times.filter((at) => at !== null)
    return known.length === 0 ? null : Math.min(...known)
  }

  /** One reply's mistake is no other's; what was written down of it is looked after later. */
  function aside(name: string, reply: number, step: (team: Team) => Promise<boolean>) {
    const team = teams.find((one) => one.name === name)
    if (!team || beside.has(reply) || ending.signal.aborted) return
    const going = step(team)
      .then((changed) => {
        if (!changed) return
        done()
        moments.wake()
      })
      .catch((err) =>
        log.error({ err, team: name, id: reply }, 'a reply could not be published; looking again'),
      )
      .finally(() => beside.delete(reply))
    beside.set(reply, going)
  }

  /** Gives whether something changed. */
  async function goOut(team: Team, id: number): Promise<boolean> {
    const name = (await store.replies.get(team.name, id))?.identity ?? ''
    return inLine(`${team.name} ${name}`, async () => {
      const begun = await begin(team, id)
      if (begun === 'not-now') return true
      if (!begun) return false
      await settle(team, begun, await ask(begun))
      return true
    })
  }

  function inLine<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = lines.get(key) ?? Promise.resolve()
    const going = before.then(work, work)
    lines.set(key, going)
    return going.finally(() => lines.get(key) === going && lines.delete(key))
  }

  type Begun = { reply: Reply; attempt: number; earlier: Try[]; identity: Identity | null; what: ToPublish }

  /**
   * From here on the network may hold it. Null where it is held back, or another process does it; `not-now` where it
   * was stopped or put off just now.
   */
  function begin(team: Team, id: number): Promise<Begun | 'not-now' | null> {
    return store.together(async (store) => {
      await store.turns.take()
      const now = clock()
      if (ending.signal.aborted || (await frozen(store, team))) return null
      if (await waits(store, team, id, now)) return 'not-now'
      const reply = await store.replies.begin(team.name, id, now)
      if (!reply) return null
      const identity = speaker(team, reply)
      const key = keyOf(reply)
      const earlier = (await store.publications.of(team.name, id)).filter((one) => one.key === key)
      const what = await whatOf(store, team, reply, earlier[0]?.beganAt ?? now)
      const given = {
        team: team.name,
        reply: id,
        key,
        identity: reply.identity ?? '',
        kind: identity?.kind ?? null,
      }
      const attempt = await store.publications.begin(given, { owner, until: now + hold }, now)
      return { reply, attempt, earlier, identity, what }
    })
  }

  /** One that may not go out any more is asked for anew; one that is long late can be stopped once more before it goes. */
  async function waits(store: Parts, team: Team, id: number, now: Instant): Promise<boolean> {
    const reply = await store.replies.get(team.name, id)
    if (reply?.state !== 'approved' || reply.goesAt === null || reply.goesAt > now) return false
    const why = await standsNoMore(store, team, reply)
    if (why) {
      await keepReply(store, team, reply, stop(reply), { did: 'stopped', what: why, by: null, at: now })
      return true
    }
    const last = (await store.replies.steps(team.name, id)).at(-1)
    const wasPutOff = last?.what === 'reply.was-late' && now - last.at < hour
    if (wasPutOff || now - reply.goesAt <= longLate) return false
    const later = { ...reply, goesAt: now + Math.max(policyOf(team).grace, minute) }
    await keepReply(store, team, reply, later, { did: 'later', what: 'reply.was-late', by: null, at: now })
    return true
  }

  async function ask({ reply, earlier, identity, what }: Begun): Promise<Ended> {
    const team = teams.find(({ name }) => name === reply.team)!
    if (!identity) return ends.nobody(team, reply.identity ?? '')
    const way = wayFor()
    try {
      // Of an earlier try nobody was sure: it may have come up meanwhile.
      const doubtful = earlier.some(({ looks, outcome }) => looks > 0 || outcome === 'unsure')
      const there = doubtful ? await before(() => find(identity, what, way)) : null
      if (there !== null && there !== 'unknown') return ends.taken(there, 'found')
      const published = await raced(connectors[identity.kind].publish(identity, what, way), way.signal)
      return ends.taken(published, 'published')
    } catch (error) {
      return ends.failed(team, error, earlier.length + 1)
    }
  }

  const find = (identity: Identity, what: ToPublish, way: Way) =>
    raced(connectors[identity.kind].find(identity, what, way), way.signal)

  /** What a process died over, or a network left open: it is found, surely not there, or a person is asked. */
  async function lookFor(team: Team, one: Try): Promise<boolean> {
    const now = clock()
    if (!(await store.publications.look(one.id, { owner, until: now + hold }, now))) return false
    const reply = await store.replies.get(team.name, one.reply)
    if (reply?.state !== 'publishing' || keyOf(reply) !== one.key) {
      // Somebody has settled it by hand.
      const outcome = one.outcome ?? 'unsure'
      await store.publications.end(team.name, one.id, { outcome, settled: true }, now)
      return false
    }
    await settle(team, { reply, attempt: one.id }, await found(team, reply, one))
    return true
  }

  async function found(team: Team, reply: Reply, one: Try): Promise<Ended> {
    const identity = speaker(team, reply)
    if (!identity) return ends.unsure(team, one.answer)
    const tries = (await store.publications.of(team.name, reply.id)).filter(({ key }) => key === one.key)
    const since = tries[0]?.beganAt ?? one.beganAt
    const what = await whatOf(store, team, reply, since)
    try {
      const there = await find(identity, what, wayFor())
      if (there === 'unknown') return ends.unsure(team, one.answer)
      if (there !== null) return ends.taken(there, 'found')
      return ends.missing(team, one, { name: identity.name, since, tries: tries.length })
    } catch (error) {
      return ends.hidden(team, one, error)
    }
  }

  const settle = (
    team: Team,
    { reply, attempt }: Pick<Begun, 'reply' | 'attempt'>,
    { end, outcome }: Ended,
  ) =>
    store.together(async (store) => {
      await store.turns.take()
      const now = clock()
      await store.publications.end(team.name, attempt, end, now)
      if (outcome) await endReply(store, team, reply.id, outcome, now)
    })

  function wayFor(): Way {
    const signal = AbortSignal.any([AbortSignal.timeout(patience), ending.signal])
    return { fetch: fetchThrough(door, signal), signal }
  }

  return {
    /** Does what is due now, and waits for what goes on beside; for tests that hold the clock. */
    async look() {
      await moments.look()
      while (beside.size > 0) await Promise.all(beside.values())
    },
    wake: moments.wake,
    async start() {
      // Nobody else works on a file: what was held in it is held by nobody.
      if (!store.shared) await store.publications.free()
      await moments.start()
    },
    /** What is under way has a moment to end; of what does not it is found out after the next start. */
    async stop() {
      await moments.stop()
      const all = Promise.all(beside.values())
      await Promise.race([all, after(lastWait, undefined, { ref: false })])
      ending.abort()
      await all
    },
  }
}

/** Who speaks: null where the settings no longer name them, and for a sample team, whoever it names. */
const speaker = ({ sample, identities = [] }: Team, { identity }: Reply): Identity | null =>
  sample ? null : (identities.find(({ name }) => name === identity) ?? null)

const keyOf = (reply: Reply) => reply.key ?? `reply-${reply.id}-${newest(reply).nth}`

async function whatOf(
  store: Pick<Parts, 'mentions'>,
  team: Team,
  reply: Reply,
  since: Instant,
): Promise<ToPublish> {
  const post = (await store.mentions.get(team.name, reply.mention))?.post
  return {
    key: keyOf(reply),
    reply: reply.id,
    text: newest(reply).text,
    language: reply.language,
    to: {
      url: post?.url ?? null,
      title: post?.title ?? null,
      text: post?.text ?? null,
      author: post?.author ?? null,
      network: post?.network ?? 'web',
    },
    since,
  }
}

/** Ends with the signal, whoever else listens to it. */
function raced<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  work.catch(() => {})
  const ended = new Promise<never>((_, reject) => {
    const end = () =>
      reject(new Unavailable('no answer in time', { key: 'publish.no-answer', cause: signal.reason }))
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
  return Promise.race([work, ended])
}

const usualPatience = 45_000
/** Vigie was off, or a crisis held it: whoever approved it thinks of other things by now. */
const longLate = 15 * minute
/** What the tidy way of stopping leaves. */
const lastWait = 2_000
