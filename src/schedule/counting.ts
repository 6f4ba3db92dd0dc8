import { createHash, randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Chat } from '../chat/chat.ts'
import type { Door } from '../http.ts'
import { reasonOf, Unavailable } from '../model/oops.ts'
import type { Day } from '../model/period.ts'
import type { ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { day, dayIn, hour, instantOf, localOf, minute } from '../model/time.ts'
import type { CountedAccount, Trouble } from '../store/counted-accounts.ts'
import type { MeasureValue } from '../store/measure-values.ts'
import type { Store } from '../store/store.ts'
import { countCommunity, isListening } from './counting-community.ts'
import { newMoments } from './moments.ts'

type Parts = {
  store: Store
  teams: Team[]
  chats: ReadonlyMap<ChatName, Chat>
  /** It reaches the servers that the accounts name, private ones too. */
  door: Pick<Door, 'get'>
  /** How long (ms) a platform may take for one answer. */
  timeout?: number
  clock: () => Instant
  log: Logger
}

/**
 * Counts once a day, in the small hours of the team, what its accounts on platforms and its chats tell: followers,
 * members, what posts brought about. What is new is counted at once. One process counts an account; what fails is tried
 * again, ever more seldom, and why is kept for whoever asks.
 */
export function newCounting({ store, teams, chats, door, timeout, clock, log }: Parts) {
  const owner = randomUUID()
  const ending = new AbortController()
  const moments = newMoments({ work, next: store.countedAccounts.next, shared: store.shared, clock, log })

  async function work() {
    while (!ending.signal.aborted) {
      const one = await store.countedAccounts.take(clock(), { owner, until: clock() + patience })
      if (!one) return
      const team = teams.find(({ name }) => name === one.team)
      if (team) await count(team, one)
      // Its team is another process's, or gone.
      else
        await store.countedAccounts.end(
          one,
          { nextAt: clock() + hour, trouble: one.trouble, failed: false },
          clock(),
        )
    }
  }

  async function count(team: Team, one: CountedAccount) {
    try {
      const { values, watched, trouble } = await countsOf(team, one)
      await store.together(async (store) => {
        const now = clock()
        await store.measureValues.put(team.name, values, now)
        for (const value of watched) await store.measureValues.add(team.name, value, 0, now)
        await store.countedAccounts.end(
          one,
          { nextAt: quietTime(team, one, now), trouble, failed: false },
          now,
        )
      })
    } catch (error) {
      if (ending.signal.aborted) return
      if (!(error instanceof Unavailable))
        log.error({ err: error, account: one.account }, 'an account could not be counted')
      else log.warn({ reason: error.message, account: one.account }, 'an account could not be counted')
      const reason =
        error instanceof Unavailable ? reasonOf(error) : ({ key: 'count.mistake', values: {} } as const)
      const now = clock()
      await store.countedAccounts.end(
        one,
        { nextAt: nextTry(team, one, error, now), trouble: { all: reason }, failed: true },
        now,
      )
    }
  }

  async function countsOf(team: Team, one: CountedAccount): Promise<Found> {
    const today = dayIn(clock(), team.timeZone)
    if (one.kind === community) return countCommunity(store, team, clock())
    if (one.kind === chatKind) return census(team, one.account, today)
    const account = team.accounts?.find(({ name }) => name === one.account)
    if (!account) return nothing
    const { signal } = ending
    const way = {
      ...{ door, now: clock(), timeZone: team.timeZone, signal },
      ...(timeout ? { timeout } : {}),
    }
    // Whoever has no account needs no platforms.
    const { countAccount } = await import('../sources/platforms/index.ts')
    const counts = await countAccount(account, way)
    const named = (day: string, values: Record<string, number | undefined>): MeasureValue[] =>
      Object.entries(values).flatMap(([measure, value]) =>
        value === undefined ? [] : [{ measure, account: account.name, day, value }],
      )
    const values = [
      ...named(today, counts.now),
      ...counts.days.flatMap(({ day, values }) => named(day, values)),
    ]
    return { values, watched: [], trouble: {} }
  }

  async function census(team: Team, account: string, today: Day): Promise<Found> {
    const chat = chats.get(account as ChatName)
    if (!chat?.census) return { ...nothing, trouble: { all: { key: 'count.no-census', values: {} } } }
    const { members, hidden } = await chat.census()
    // Who was heard leaving once is heard leaving.
    if (hidden.leaves?.key === 'count.slack-leaves' && (await store.measureValues.span(team.name, 'leaves')))
      delete hidden.leaves
    const trouble: Trouble = {}
    for (const [measure, lack] of Object.entries(hidden))
      trouble[measure] = { key: lack.key, values: lack.values ?? {} }
    const heard = isListening(team, chat.name)
      ? (['joins', 'leaves'] as const).filter((measure) => !hidden[measure])
      : []
    return {
      values: members === null ? [] : [{ measure: 'members', account, day: today, value: members }],
      // That nobody came is known only where it would have been heard.
      watched: heard.map((measure) => ({ measure, account, day: today, value: 0 })),
      trouble,
    }
  }

  return {
    /** Counts what is due now; for tests that hold the clock. */
    look: moments.look,
    async start() {
      // Nobody else works on a file: what was held in it is held by nobody.
      if (!store.shared) await store.countedAccounts.free()
      await store.countedAccounts.onlyOf(teams.map(({ name }) => name))
      for (const team of teams)
        await store.together((store) => store.countedAccounts.only(team.name, countedOf(team), clock()))
      void moments.start()
    },
    async stop() {
      ending.abort()
      await moments.stop()
    },
  }
}

/** What was counted, and of which days it is known that somebody watched. */
export type Found = { values: MeasureValue[]; watched: MeasureValue[]; trouble: Trouble }

const nothing: Found = { values: [], watched: [], trouble: {} }
const community = 'community'
const chatKind = 'chat'

/** What is counted of a team: its accounts, the chats of its community, and what was heard there. */
export function countedOf(team: Team): { kind: string; account: string }[] {
  const { channels, listens = [], sample } = team
  const ours = channels.community.chat !== 'local' || sample ? [channels.community] : []
  const names = new Set([...listens, ...ours].map(({ chat }) => chat))
  return [
    ...(team.accounts ?? []).map(({ kind, name }) => ({ kind, account: name })),
    ...[...names].map((account) => ({ kind: chatKind, account })),
    ...(listens.length > 0 ? [{ kind: community, account: '' }] : []),
  ]
}

/** The next time in the small hours of the team, an hour apart at most, the same for an account every day. */
function quietTime({ timeZone }: Team, { team, kind, account }: CountedAccount, now: Instant): Instant {
  const [byte = 0, other = 0] = createHash('sha256')
    .update(JSON.stringify([team, kind, account]))
    .digest()
  const later = ((byte * 256 + other) % 60) * minute
  const { year, month, day } = localOf(now, timeZone)
  const at = (days: number) => instantOf({ year, month, day: day + days, hour: quietHour }, timeZone) + later
  return at(0) > now + minute ? at(0) : at(1)
}

function nextTry(team: Team, one: CountedAccount, error: unknown, now: Instant): Instant {
  const tomorrow = quietTime(team, one, now)
  const { refused, retryAfter } =
    error instanceof Unavailable ? error : { refused: false, retryAfter: undefined }
  // A token that is refused is refused in an hour, too; but somebody may have mended it by then.
  const usual = refused ? 6 * hour : Math.min(5 * minute * 2 ** Math.min(one.fails, 10), 6 * hour)
  return Math.min(
    now + Math.max(usual, Math.min(retryAfter ?? 0, day)),
    Math.max(tomorrow, now + (retryAfter ?? 0)),
  )
}

const quietHour = 3
/** Longer than the slowest platform takes for all that it is asked. */
const patience = 5 * minute
