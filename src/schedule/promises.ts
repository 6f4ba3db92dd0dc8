import type { Logger } from 'pino'
import type { Chat } from '../chat/chat.ts'
import { moveMention, tellMention } from '../delivery/mention-life.ts'
import { crowdNotice, leftWords, letterMessage, letterTo, notice } from '../delivery/promise.ts'
import { openWords } from '../delivery/promise-words.ts'
import { holderOf, peopleOf, type Staff, staffOf } from '../delivery/staff.ts'
import { mayHaveArrived } from '../delivery/telling.ts'
import type { Mention } from '../model/mention.ts'
import { Unavailable } from '../model/oops.ts'
import { type Account, accountKey, type ChatName } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import {
  afterSteps,
  beginsNow,
  clockedOf,
  heardOf,
  type Promised,
  type Step,
  stepsAt,
} from '../model/promise.ts'
import { isOver } from '../model/reply.ts'
import { chatOf, type Team } from '../model/team.ts'
import { day, minute, quietUntil } from '../model/time.ts'
import type { Letter } from '../store/letters.ts'
import type { Parts, Store } from '../store/store.ts'
import type { Marked } from '../texts/marked.ts'
import { sayIn } from '../texts/texts.ts'
import { newMoments } from './moments.ts'

/**
 * What promises ask for by themselves: reminders, who is told that something is late, mentions that go back to the pile
 * because nothing is heard of whoever has them, what somebody wanted to come back to. Nothing of it rings in quiet hours.
 * Each is a transaction that only one process does; what came due while nobody looked is done once, and of several
 * things that are due for one mention the last one is said.
 */
export function newPromises({
  store,
  teams,
  chats = new Map(),
  clock,
  log,
  wake,
}: {
  store: Store
  teams: Team[]
  chats?: ReadonlyMap<ChatName, Chat>
  clock: () => Instant
  log: Logger
  /** Called when something is to be told. */
  wake: () => void
}) {
  let failed = false
  let lookedAt = 0
  const moments = newMoments({ work, next, shared: store.shared, clock, log })

  async function work() {
    failed = false
    lookedAt = clock()
    const open = await store.promises.agenda(names(), lookedAt)
    for (const team of teams) {
      if (quietIn(team) !== null || !open.some((one) => one.team === team.name && one.at <= lookedAt))
        continue
      for (const id of await store.promises.ahead(team.name, clock()))
        await safely(id, () => beginAgain(team, id))
      for (const id of await store.promises.awake(team.name, clock()))
        await safely(id, () => awaken(team, id))
      const due = await store.promises.due(team.name, clock(), atOnce)
      const together = due.length > crowd
      if (together) await safely(due[0]!, () => tellCrowd(team, due))
      for (const id of due) await safely(id, () => go(team, id, { alone: !together }))
    }
    await write()
  }

  const names = () => teams.map(({ name }) => name)

  /** A mistake with one is nobody else's. */
  async function safely(mention: number, step: () => Promise<unknown>) {
    await step().catch((err) => {
      failed = true
      log.error({ err, mention }, 'a promise could not go on; trying again')
    })
    wake()
  }

  async function next(): Promise<Instant | null> {
    const times: Instant[] = failed ? [lookedAt + soon] : []
    if (restsUntil > lookedAt) times.push(restsUntil)
    const open = await store.promises.agenda(names(), lookedAt)
    for (const team of teams)
      for (const { at } of open.filter((one) => one.team === team.name))
        times.push(Math.max(at, quietIn(team) ?? 0))
    return times.length === 0 ? null : Math.min(...times)
  }

  const quietIn = (team: Team) => quietUntil(clock(), team.quietHours, team.timeZone)

  /** The clock was ahead when it began, and is right again. */
  const beginAgain = (team: Team, id: number) =>
    changed(team, id, async (store, mention, promised, now) => {
      await store.promises.put(beginsNow(promised, now, clockedOf(team)), mention.snoozedUntil ?? null)
      await tellMention(store, team, id, now, 'itself')
    })

  const tellCrowd = (team: Team, ids: number[]) =>
    store.together(async (store) => {
      await store.turns.take()
      const mentions = (await store.mentions.these(team.name, ids)).filter(({ promised }) => promised)
      const now = clock()
      if (mentions.length > 0) await crowdNotice(store, mentions, { say: sayIn(team.locale), now, team })
    })

  /** All that is due for one mention; `alone` where it rings by itself. */
  const go = (team: Team, id: number, { alone }: { alone: boolean }) =>
    changed(team, id, async (store, mention, before, now) => {
      const promised = await heardLately(store, team, { ...mention, promised: before }, now)
      const steps = stepsAt(promised, now, mention.snoozedUntil ?? null)
      const done = afterSteps(promised, steps)
      await store.promises.put(done, mention.snoozedUntil ?? null)
      const reader = { say: sayIn(team.locale), now, team }
      for (const step of steps) await follow(store, mention, step, now)
      const last = steps.at(-1)
      if (!last) return
      if (last.do === 'give-back')
        await moveMention(store, team, { ...mention, promised: done }, { is: 'new' }, { by: vigie, now })
      else if (steps.some((step) => step.do !== 'remind')) await tellMention(store, team, id, now, 'itself')
      if (!alone) return
      const fresh = (await store.mentions.get(team.name, id))!
      const told = { before: mention, after: fresh, staff: await staffOf(store, team) }
      const text = noticeText(last, told, reader)
      await notice(store, fresh, { key: `promise-${last.do}-${promised.startedAt}-${now}`, text, reader })
    })

  /** Somebody who writes an answer, or waits for it to be approved, is not silent. */
  async function heardLately(
    store: Parts,
    team: Team,
    { reply, promised }: Mention & { promised: Promised },
    now: Instant,
  ) {
    const { silence, silentAt, mention } = promised
    if (silence === null || silentAt === null || silentAt > now) return promised
    if (reply && reply.by !== null && !isOver(reply)) return heardOf(promised, now, clockedOf(team))
    const at = await store.promises.workedOn(team.name, mention)
    if (at === null) return promised
    const heard = heardOf(promised, at, clockedOf(team))
    return heard.silentAt !== null && heard.silentAt > silentAt ? heard : promised
  }

  /** Written down, and told to whom it concerns in private. */
  async function follow(store: Parts, mention: Mention, step: Step, at: Instant) {
    const team = teams.find(({ name }) => name === mention.team)!
    const staff = await staffOf(store, team)
    const holder = holderOf(staff, mention)
    const [did, people] =
      step.do === 'escalate'
        ? (['escalated', step.to.flatMap((to) => peopleOf(staff, to))] as const)
        : ([deeds[step.do], holder ? [holder] : []] as const)
    const names = step.do === 'escalate' ? namesOf(staff, step.to) : (nameOfHolder(mention) ?? null)
    await store.promises.step(team.name, mention.id, { did, who: names, at })
    for (const person of new Set(people))
      await store.letters.add(letterTo(person, mention, { what: step.do, now: at }))
  }

  const awaken = (team: Team, id: number) =>
    store.together(async (store) => {
      await store.turns.take()
      const now = clock()
      const mention = await store.mentions.get(team.name, id)
      if (!mention?.snoozedUntil || mention.snoozedUntil > now) return
      await store.promises.wake(team.name, id)
      const { promised } = mention
      if (promised) await store.promises.put(heardOf(promised, now, clockedOf(team)), null)
      await tellMention(store, team, id, now, 'itself')
      const holder = holderOf(await staffOf(store, team), mention)
      if (holder) await store.letters.add(letterTo(holder, mention, { what: 'awake', now }))
      const reader = { say: sayIn(team.locale), now, team }
      const text = reader.say('promise.awake', { name: nameOfHolder(mention) ?? '' })
      const fresh = { ...mention, snoozedUntil: null }
      await notice(store, fresh, { key: `awake-${mention.snoozedUntil}`, text, reader })
    })

  /** A promise as it stands, in its turn: another process may have been faster. */
  const changed = (
    team: Team,
    id: number,
    work: (store: Parts, mention: Mention, promised: Promised, now: Instant) => Promise<void>,
  ) =>
    store.together(async (store) => {
      await store.turns.take()
      const mention = await store.mentions.get(team.name, id)
      if (mention?.promised && !mention.promised.stopped)
        await work(store, mention, mention.promised, clock())
    })

  /**
   * What one person is told at once is one message. Written once, since nobody can look whether it arrived; later where
   * it surely did not.
   */
  async function write() {
    const rest = restsUntil - clock()
    if (rest > 0 && rest <= longestRest) return
    const waiting = await store.letters.unwritten(
      teams.filter((team) => quietIn(team) === null).map(({ name }) => name),
      atOnce,
    )
    const to = ({ team, accounts, locale }: Letter) =>
      [team, locale, ...accounts.map(accountKey).sort()].join(' ')
    for (const letters of Map.groupBy(waiting, to).values()) {
      const team = teams.find(({ name }) => name === letters[0]!.team)!
      const ids = letters.map(({ id }) => id)
      const message = await letterMessage(store, team, letters, clock())
      const mine = await store.together(async (store) => {
        await store.turns.take()
        return store.letters.write(ids)
      })
      if (!mine) continue
      const ended = message === null ? 'refused' : await writtenTo(team, letters[0]!.accounts, message)
      const isOld = letters.every(({ at }) => clock() - at > day)
      await store.letters.wrote(ids, ended === 'later' ? (isOld ? 'refused' : null) : ended)
    }
  }
  /** Some chat is away: nobody is written to before this. */
  let restsUntil = 0

  /** To the first of their accounts that can be written to, in the team's own chat before others. */
  async function writtenTo(
    team: Team,
    accounts: Account[],
    message: Parameters<NonNullable<Chat['write']>>[1],
  ): Promise<'told' | 'refused' | 'later'> {
    const home = (account: Account) => (chatOf(team, account.chat) === team.channels.alerts.chat ? 0 : 1)
    let isAway = false
    let inDoubt = false
    for (const account of accounts.toSorted((one, other) => home(one) - home(other)))
      try {
        const chat = chats.get(chatOf(team, account.chat))
        if (!chat?.write) continue
        await chat.write(account, message)
        return 'told'
      } catch (err) {
        if (!(err instanceof Unavailable)) log.error({ err, team: team.name }, 'a private message fell over')
        else log.info({ reason: err.message }, 'somebody takes no private message')
        if (mayHaveArrived(err)) inDoubt = true
        else if (!(err instanceof Unavailable && err.refused)) {
          isAway = true
          restsUntil = clock() + Math.min(longestRest, (err as Unavailable).retryAfter ?? shortRest)
        }
      }
    return isAway && !inDoubt ? 'later' : 'refused'
  }

  /** Every batch that is heard may hold a promise: a crowd of them is looked at once in a while. */
  function wakeSoon() {
    waking ??= setTimeout(() => {
      waking = undefined
      moments.wake()
    }, breath)
  }
  let waking: NodeJS.Timeout | undefined

  return {
    look: moments.look,
    wake: wakeSoon,
    start: moments.start,
    async stop() {
      clearTimeout(waking)
      await moments.stop()
    },
  }
}

const vigie = { id: 'vigie', name: 'Vigie' }

const deeds = { remind: 'reminded', late: 'late', 'give-back': 'given-back' } as const

const nameOfHolder = ({ state }: Mention) => (state.is === 'taken' ? state.by : undefined)

/** Whoever hears of it, by name; a role by its own where nobody has it. */
const namesOf = (staff: Staff[], to: string[]) =>
  [
    ...new Set(
      to.flatMap((one) => {
        const names = peopleOf(staff, one).map(({ name }) => name)
        return names.length > 0 ? names : one
      }),
    ),
  ].join(', ')

function noticeText(
  step: Step,
  { before, after, staff }: { before: Mention; after: Mention; staff: Staff[] },
  reader: Parameters<typeof leftWords>[1],
): Marked {
  const { say, now, team } = reader
  const promised = before.promised!
  const time = say.at(promised.dueAt, now, team.timeZone)
  const name = nameOfHolder(before)
  if (step.do === 'escalate')
    return say('promise.escalated', { late: leftWords(after, reader), names: namesOf(staff, step.to) })
  if (step.do === 'give-back')
    return say('promise.given-back', { name: name ?? '', length: openWords(promised.silence ?? 0, say) })
  if (step.do === 'late')
    return name ? say('promise.late-held', { name, time }) : say('promise.late-free', { time })
  const left = leftWords(before, reader)
  return name ? say('promise.remind-held', { name, time, left }) : say('promise.remind-free', { time, left })
}

/** More than so many at once are told in one message. */
const crowd = 5
const atOnce = 100
/** So long (ms) what was heard may wait to be looked at: promises are made for minutes and more. */
const breath = 500
/** Milliseconds for which a chat that is away is left alone. */
const shortRest = 15_000
const longestRest = minute
/** Milliseconds after which what failed is tried again. */
const soon = 3_000
