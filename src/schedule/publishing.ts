import { randomUUID } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import type { Logger } from 'pino'
import { heldBack } from '../delivery/reply.ts'
import { endReply } from '../delivery/reply-life.ts'
import type { Door, Post } from '../http.ts'
import { reasonOf, Unavailable } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import type { ConnectorKind, Identity, Published, ToPublish, Try } from '../model/publication.ts'
import { newest, type PublishOutcome, type Reply } from '../model/reply.ts'
import type { Team } from '../model/team.ts'
import { day, minute } from '../model/time.ts'
import { type Connector, NotSent } from '../publish/connector.ts'
import { newConnectors } from '../publish/connectors.ts'
import { fetchThrough } from '../publish/way-out.ts'
import { newScrub } from '../scrub.ts'
import type { EndOfTry } from '../store/publications.ts'
import type { Parts, Store } from '../store/store.ts'
import { reasonWords, sayIn } from '../texts/texts.ts'
import { newMoments } from './moments.ts'

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

  /** From here on the network may hold it; null where it is not to go out (any more), or another process does it. */
  function begin(team: Team, id: number): Promise<Begun | null> {
    return store.together(async (store) => {
      await store.turns.take()
      const now = clock()
      if (ending.signal.aborted || (await frozen(store, team))) return null
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

  type Ended = { end: EndOfTry; outcome: PublishOutcome | null }

  async function ask({ reply, earlier, identity, what }: Begun): Promise<Ended> {
    const team = teams.find(({ name }) => name === reply.team)!
    if (!identity)
      return stuck(team, team.sample ? 'publish.sample' : 'publish.nobody', { name: reply.identity ?? '' })
    const { signal, way } = wayFor()
    try {
      const connector = connectors[identity.kind]
      // Of an earlier try nobody was sure: it may have come up meanwhile.
      const doubtful = earlier.some(({ looks, outcome }) => looks > 0 || outcome === 'unsure')
      const there = doubtful && (await lookedUp(connector, identity, what, way))
      if (there) return taken(there, 'found')
      return taken(await raced(connector.publish(identity, what, way), signal), 'published')
    } catch (error) {
      return failed(team, error, earlier.length + 1)
    }
  }

  /** Where it cannot be looked up now it is not sent either. */
  async function lookedUp(
    ...[connector, identity, what, way]: [Connector, Identity, ToPublish, ReturnType<typeof wayFor>['way']]
  ) {
    try {
      const found = await raced(connector.find(identity, what, way), way.signal)
      return found === 'unknown' ? null : found
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      const { message, key, values, retryAfter } = error
      throw new NotSent(message, { key, values, retryAfter, cause: error })
    }
  }

  /** What a process died over, or a network left open: it is found, surely not there, or a person is asked. */
  async function lookFor(team: Team, one: Try): Promise<boolean> {
    if (!(await store.publications.look(one.id, { owner, until: clock() + hold }, clock()))) return false
    const reply = await store.replies.get(team.name, one.reply)
    if (reply?.state !== 'publishing' || keyOf(reply) !== one.key) {
      await store.publications.end(
        team.name,
        one.id,
        { outcome: one.outcome ?? 'unsure', settled: true },
        clock(),
      )
      return false
    }
    const tries = (await store.publications.of(team.name, reply.id)).filter(({ key }) => key === one.key)
    const since = tries[0]?.beganAt ?? one.beganAt
    const what = await whatOf(store, team, reply, since)
    await settle(
      team,
      { reply, attempt: one.id },
      await found(team, { reply, one, what, tries: tries.length }),
    )
    return true
  }

  async function found(
    team: Team,
    { reply, one, what, tries }: { reply: Reply; one: Try; what: ToPublish; tries: number },
  ): Promise<Ended> {
    const identity = speaker(team, reply)
    const say = sayIn(team.locale)
    if (!identity) return unsure(say.plain('publish.unsure'))
    const { signal, way } = wayFor()
    try {
      const there = await raced(connectors[identity.kind].find(identity, what, way), signal)
      if (there !== null && there !== 'unknown') return taken(there, 'found')
      // What is not there after so long may have been there, and taken away by somebody.
      if (there === 'unknown' || clock() - what.since > surelyNew)
        return unsure(one.answer ?? say.plain('publish.unsure'))
      return again(
        team,
        new NotSent('not there', { key: 'publish.not-there', values: { name: identity.name } }),
        tries,
      )
    } catch (error) {
      if (!(error instanceof Unavailable))
        log.error({ err: error, id: reply.id }, 'a reply could not be looked for')
      const refused = !(error instanceof Unavailable) || error.refused
      if (refused || one.looks + 1 >= mostLooks) return unsure(one.answer ?? words(team, error))
      const wait = Math.max(error.retryAfter ?? 0, minute * 2 ** one.looks)
      const lookAt = clock() + Math.min(wait, longestLook)
      return { end: { outcome: 'unsure', answer: words(team, error), settled: false, lookAt }, outcome: null }
    }
  }

  function failed(team: Team, error: unknown, tries: number): Ended {
    if (error instanceof NotSent) return error.refused ? refused(team, error) : again(team, error, tries)
    if (!(error instanceof Unavailable))
      log.error(
        { err: error, team: team.name },
        'what publishes a reply fell over; looking what became of it',
      )
    return {
      end: { outcome: 'unsure', answer: words(team, error), settled: false, lookAt: clock() + breath },
      outcome: null,
    }
  }

  const taken = ({ id, url, answer }: Published, outcome: 'published' | 'found'): Ended => ({
    end: { outcome, answer: kept(answer), postId: id, url, settled: true },
    outcome: { is: 'published', id, url },
  })

  const unsure = (why: string): Ended => ({
    end: { outcome: 'unsure', settled: true },
    outcome: { is: 'unsure', why },
  })

  function refused(team: Team, error: NotSent): Ended {
    const why = words(team, error)
    return { end: { outcome: 'refused', answer: why, settled: true }, outcome: { is: 'stuck', why } }
  }

  const stuck = (team: Team, key: 'publish.sample' | 'publish.nobody', values: { name: string }) =>
    refused(team, new NotSent(key, { key, values, refused: true }))

  /** Later and later, as long as it asks for; after many tries it is for a person to decide. */
  function again(team: Team, error: NotSent, tries: number): Ended {
    const why = words(team, error)
    const end: EndOfTry = { outcome: 'not-taken', answer: why, settled: true }
    if (tries >= mostTries) {
      const told = sayIn(team.locale).plain('publish.often', { count: tries, why })
      return { end, outcome: { is: 'stuck', why: told } }
    }
    const wait = Math.min(firstWait * 2 ** (tries - 1), longestWait)
    const at = clock() + Math.max(wait, Math.min(error.retryAfter ?? 0, day))
    return { end, outcome: { is: 'later', at, why } }
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

  function wayFor() {
    const signal = AbortSignal.any([AbortSignal.timeout(patience), ending.signal])
    return { signal, way: { fetch: fetchThrough(door, signal), signal } }
  }

  // Of all identities: what a server echoes is kept as little as what we said.
  const scrub = newScrub(
    teams.flatMap(({ identities = [] }) => identities.flatMap(({ secrets }) => Object.values(secrets))),
  )
  const kept = (answer: string) => scrub.secrets(answer).slice(0, longestAnswer)
  const words = (team: Team, error: unknown) =>
    error instanceof Unavailable
      ? kept(reasonWords(reasonOf(error), sayIn(team.locale))).trim()
      : sayIn(team.locale).plain('publish.unsure')

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
/** Before it is looked for: a slow server may still be at it. */
const breath = 5_000
const firstWait = 30_000
const longestWait = 30 * minute
const mostTries = 8
const mostLooks = 5
const longestLook = 10 * minute
/** So long after the first try, what does not stand there never did. Mastodon remembers keys for an hour. */
const surelyNew = 50 * minute
/** What the tidy way of stopping leaves. */
const lastWait = 2_000
const longestAnswer = 10_000
