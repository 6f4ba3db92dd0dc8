import type { Logger } from 'pino'
import type { Chat } from '../chat/chat.ts'
import type { Attached, Message } from '../chat/message.ts'
import { titleOf } from '../delivery/incident.ts'
import { endIncident, isNoticed } from '../delivery/incident-life.ts'
import { type Incident, usualCrisis } from '../model/incident.ts'
import { calmFor, dueWith, type IncidentDuty, nextRemind, quietAfter } from '../model/incident-duties.ts'
import type { ChatName, Person } from '../model/person.ts'
import { kindOfChat } from '../model/person.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { quietUntil } from '../model/time.ts'
import type { Parts, Store } from '../store/store.ts'
import { sayIn } from '../texts/texts.ts'
import { newMoments } from './moments.ts'

/** Draws an incident; none where that cannot be done. */
export type DrawIncident = (team: Team, incident: Incident, now: Instant) => Promise<Attached[]>

/**
 * Looks after incidents while they are open: shows their curve, reminds when nobody has one or nobody says anything,
 * calls the next of the rota, says when it is calm again, and ends what was only noticed and is long over.
 */
export function newIncidents({
  store,
  teams,
  chats = new Map(),
  draw,
  clock,
  log,
  wake,
}: {
  store: Store
  teams: Team[]
  chats?: ReadonlyMap<ChatName, Chat>
  draw: DrawIncident
  clock: () => Instant
  log: Logger
  /** Called after something was written down that is to be told. */
  wake: () => void
}) {
  async function work() {
    const now = clock()
    for (const { team, incident } of await open()) {
      try {
        // Its curve first, then what rings.
        if (await lookAfter(team, incident, now)) await lookAfter(team, incident, now)
      } catch (err) {
        log.error({ err, incident: incident.id }, 'an incident could not be looked after; trying again')
        stuckUntil = now + soon
      }
    }
  }

  let stuckUntil: Instant | null = null

  const open = async () =>
    (await store.incidents.standing()).flatMap((incident) => {
      const team = teams.find(({ name }) => name === incident.team)
      return team ? [{ team, incident }] : []
    })

  /** Does the first thing that is due; true where another may be. */
  async function lookAfter(team: Team, incident: Incident, now: Instant): Promise<boolean> {
    const duty = await dutyOf(store, team, incident, now)
    if (duty === null) return false
    if (duty === 'chart') {
      await chart(team, incident, now)
      return true
    }
    if (duty !== 'end' && isQuiet(team, incident, now)) return false
    const called = await store.together(async (store) => {
      await store.turns.take()
      const fresh = await store.incidents.get(team.name, incident.id)
      // Another process may have done it, or somebody said something.
      if (!fresh || (await dutyOf(store, team, fresh, now)) !== duty) return null
      return does[duty](store, team, fresh, now)
    })
    wake()
    // A drill wakes nobody.
    if (called && !incident.drill) await write(team, incident, called, now)
    return false
  }

  const does: Record<
    Exclude<IncidentDuty, 'chart'>,
    (store: Parts, team: Team, incident: Incident, now: Instant) => Promise<Person | null>
  > = { remind, calm, end }

  /** Nobody has it, or nobody says anything: it rings below its message, and the next of the rota is called. */
  async function remind(store: Parts, team: Team, incident: Incident, now: Instant): Promise<Person | null> {
    const { rota } = team.crisis ?? usualCrisis
    const say = sayIn(team.locale)
    const free = incident.state === 'firing'
    const next = free ? team.people.find(({ id }) => id === rota[incident.escalated]) : undefined
    const owner = free ? null : (incident.taken?.by ?? null)
    await store.incidents.change(incident.id, {
      remindedAt: now,
      ...(next ? { escalated: incident.escalated + 1 } : {}),
    })
    if (next) await store.incidents.step(incident.id, { did: 'called', what: next.name, at: now })
    else await store.incidents.step(incident.id, { did: 'reminded', what: owner, at: now })
    const since = say.since(incident.saidAt, now, team.timeZone)
    const text = next
      ? say('crisis.call', { name: next.name, since })
      : owner === null
        ? say('crisis.nobody-still', { since })
        : say('crisis.no-news', { name: owner, since })
    await notice(store, team, incident, `remind-${now}`, { text, buttons: buttonsOf(team, incident) }, now)
    return next ?? null
  }

  /** What was noticed stands out no more: whoever has it may end it. */
  async function calm(store: Parts, team: Team, incident: Incident, now: Instant): Promise<null> {
    const say = sayIn(team.locale)
    await store.incidents.step(incident.id, { did: 'calm', at: now })
    const text = say('crisis.calm-again', { since: say.since(incident.stoodAt, now, team.timeZone) })
    const buttons = [{ action: 'crisis.over', label: say.plain('crisis.do-over'), style: 'primary' as const }]
    await notice(store, team, incident, `calm-${now}`, { text, buttons }, now)
    return null
  }

  async function end(store: Parts, _team: Team, incident: Incident, now: Instant): Promise<null> {
    await endIncident(store, incident, { by: null, now })
    return null
  }

  const notice = (store: Parts, team: Team, { id }: Incident, key: string, message: Message, now: Instant) =>
    store.living.notice(team.name, `crisis:${id}`, key, { ...message, about: `crisis:${id}` }, now)

  const buttonsOf = ({ locale }: Team, { state }: Incident) =>
    state === 'firing'
      ? [
          {
            action: 'crisis.take',
            label: sayIn(locale).plain('crisis.do-take'),
            style: 'primary' as const,
          },
        ]
      : []

  /** Its curve follows the first message: the alert itself waits for no picture. */
  async function chart(team: Team, incident: Incident, now: Instant) {
    const files = await draw(team, incident, now).catch((err) => {
      log.warn({ err, incident: incident.id }, 'the chart of an incident could not be drawn')
      return []
    })
    await store.together(async (store) => {
      await store.turns.take()
      if ((await dutyOf(store, team, incident, now)) !== 'chart') return
      await store.incidents.step(incident.id, { did: 'charted', at: now })
      if (files.length > 0) await notice(store, team, incident, `chart-${now}`, { files }, now)
    })
    wake()
  }

  /** In private too, where a chat can: it is the bell by the bed. Whoever cannot be reached is named in the channel. */
  async function write(team: Team, incident: Incident, person: Person, now: Instant) {
    const say = sayIn(person.locale)
    const message: Message = {
      title: titleOf(incident, say),
      text: say('crisis.called', { since: say.since(incident.openedAt, now, team.timeZone) }),
      mood: 'negative',
      about: `crisis:${incident.id}`,
      team: team.name,
      buttons: [{ action: 'crisis.take', label: say.plain('crisis.do-take'), style: 'primary' }],
    }
    for (const {
      place: { chat },
    } of await store.living.places(team.name, `crisis:${incident.id}`)) {
      const account = person.accounts.find((one) => one.chat === kindOfChat(chat))
      const there = chats.get(chat)
      if (!account || !there?.write) continue
      await there
        .write(account, message)
        .catch((err) => log.warn({ err, incident: incident.id }, 'somebody could not be written to'))
      return
    }
  }

  async function next(): Promise<Instant | null> {
    const now = clock()
    const moments: (Instant | null)[] = [stuckUntil]
    stuckUntil = null
    for (const { team, incident } of await open()) {
      const settings = team.crisis ?? usualCrisis
      const steps = await store.incidents.steps(incident.id)
      const quiet = isQuiet(team, incident, now)
      const ahead = [
        quiet ? quietUntil(now, team.quietHours, team.timeZone) : nextRemind(incident, settings),
        isNoticed(incident) ? incident.stoodAt + calmFor(incident, settings) : null,
        isNoticed(incident) ? incident.stoodAt + quietAfter : null,
      ]
      moments.push(...ahead.filter((at) => at !== null && at > now))
      const duty = dueWith(incident, steps, settings, now)
      if (duty === 'chart' || duty === 'end' || (duty !== null && !quiet)) moments.push(now)
    }
    const ahead = moments.filter((moment) => moment !== null)
    return ahead.length > 0 ? Math.max(Math.min(...ahead), now + 1000) : null
  }

  return newMoments({ work, next, shared: store.shared, clock, log })
}

const dutyOf = async (store: Parts, { crisis = usualCrisis }: Team, incident: Incident, now: Instant) =>
  dueWith(incident, await store.incidents.steps(incident.id), crisis, now)

/** At night only what is grave may ring; a sample, and what people opened themselves, at any hour. */
const isQuiet = (team: Team, { severity, openedBy, state }: Incident, now: Instant) =>
  !team.sample &&
  severity !== 'grave' &&
  (openedBy === null || state !== 'firing') &&
  quietUntil(now, team.quietHours, team.timeZone) !== null

const soon = 5_000
