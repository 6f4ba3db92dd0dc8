import type { Alert } from '../analysis/bursts/watch.ts'
import {
  type Cause,
  type Incident,
  isAtLeast,
  type SeenWindow,
  type Severity,
  severityOf,
  usualCrisis,
  worse,
} from '../model/incident.ts'
import type { Instant } from '../model/post.ts'
import type { Place, Team } from '../model/team.ts'
import { hour, minute, quietUntil } from '../model/time.ts'
import { silenced } from '../store/silences.ts'
import type { Parts, Store } from '../store/store.ts'
import { sayIn } from '../texts/texts.ts'
import { grownMessage, incidentMessage, incidentOf } from './incident.ts'

export const aboutIncident = (id: number) => `crisis:${id}`

/**
 * What was noticed of a topic becomes an incident, or news of the one that is open: one message for each event. To
 * be run in a transaction, in turn.
 */
export async function raise(store: Parts, team: Team, topic: string, alert: Alert, now: Instant) {
  const seen = seenOf(alert.lookedAt)
  const from = now - Math.max(...alert.signs.map(({ window }) => window)) * minute
  const cause = await causeOf(store, team, topic, alert, { from, now })
  const silence = (await store.silences.of(team.name, now)).find((one) => silenced(one, { topic, cause }))
  if (silence) return store.silences.muted(silence.id)
  const all = (await store.incidents.standing(team.name)).filter(({ drill }) => !drill)
  const found = all.find((one) => one.topic === topic && one.cause !== 'rule')
  // One that nobody closed although it was long calm is another event: a new one rings anew.
  const calm = (team.crisis ?? usualCrisis).calm
  const old = found && alert.kind === 'burst' && now - found.stoodAt >= calm
  if (old) await endIncident(store, found, { by: null, now })
  const same = old ? undefined : found
  const standing = old ? all.filter((one) => one !== found) : all
  if (same && !(same.cause === 'liked' && cause === 'bad'))
    return grow(store, team, same, { alert, cause, seen, now })
  if (same) await endIncident(store, same, { by: null, what: 'turned-bad', now })
  const above = same ? undefined : standing.find((one) => inhibits(team, one, topic, cause))
  if (above) {
    await store.incidents.step(above.id, { did: 'inhibited', what: topic, at: now })
    return store.living.touch(team.name, aboutIncident(above.id))
  }
  const severity = severityOf(cause, clearest(seen, cause))
  await openIncident(store, team, { cause, topic, seen, severity, from: same?.from ?? from }, now)
}

/** Keeps what an incident shows up to date; true where it has changed. */
export async function watchOn(
  store: Store,
  team: Team,
  topic: string,
  looked: Alert['lookedAt'],
  now: Instant,
): Promise<boolean> {
  const standing = await store.incidents.standing(team.name)
  const one = standing.find((incident) => incident.topic === topic && isNoticed(incident) && !incident.drill)
  if (!one) return false
  const seen = seenOf(looked)
  // What it says of itself stays what it was at its last stand.
  if (!seen.some((window) => window.stands)) return false
  await store.together(async (store) => {
    await store.incidents.change(one.id, { seen, stoodAt: now })
    await store.living.touch(team.name, aboutIncident(one.id))
  })
  return true
}

/** Whether a burst of mentions set it off. */
export const isNoticed = ({ cause }: Pick<Incident, 'cause'>) =>
  cause === 'bad' || cause === 'loud' || cause === 'liked'

type Opening = Pick<Incident, 'cause' | 'topic' | 'seen' | 'severity' | 'from'> &
  Partial<Pick<Incident, 'title' | 'drill' | 'openedBy' | 'places'>> & {
    /** What has to stand beside it before its message is written. */
    begun?: (id: number) => Promise<void>
  }

/** An incident begins, with its plan and its message. Quiet hours hold all but what is grave, what somebody began and what is a sample. */
export async function openIncident(
  store: Parts,
  team: Team,
  opening: Opening,
  now: Instant,
): Promise<number> {
  const { cause, severity } = opening
  const places = opening.places ?? [placeOf(team, cause)]
  const say = sayIn(team.locale)
  const settings = team.crisis ?? usualCrisis
  const own = settings.plan.length > 0 ? settings.plan : say.plain('crisis.plan').split('\n').map(unowned)
  const given = { title: null, drill: false, openedBy: null, ...opening, places }
  const plan = cause === 'liked' ? [] : own
  const id = await store.incidents.open(team.name, { ...given, plan }, now)
  await opening.begun?.(id)
  const message = await incidentMessage(await incidentOf(store, team, id, now), { say, now, team })
  const dueAt = given.openedBy === null ? dueAtOf(team, severity, now) : now
  await store.living.begin(team.name, aboutIncident(id), { places, message, now, dueAt })
  return id
}

const unowned = (text: string) => ({ text, who: null })

/** What is liked is told where the team watches, all else where it is alerted. */
const placeOf = (team: Team, cause: Cause): Place => team.channels[cause === 'liked' ? 'watch' : 'alerts']

export const dueAtOf = (team: Team, severity: Severity, now: Instant): Instant =>
  team.sample || severity === 'grave' ? now : (quietUntil(now, team.quietHours, team.timeZone) ?? now)

/** Grows, turns bad or goes on: its message says so, and a notice below it rings. */
async function grow(
  store: Parts,
  team: Team,
  incident: Incident,
  { alert, cause, seen, now }: { alert: Alert; cause: Cause; seen: SeenWindow[]; now: Instant },
) {
  const turned = cause === 'bad' && incident.cause === 'loud'
  const severity = turned
    ? severityOf('bad', clearest(seen, cause))
    : alert.kind === 'burst' || incident.cause === 'liked'
      ? incident.severity
      : worse(incident.severity)
  const now_ = { ...incident, severity, cause: turned ? cause : incident.cause, seen }
  await store.incidents.change(incident.id, { severity, cause: now_.cause, seen, stoodAt: now })
  const did = turned ? 'turned-bad' : 'grew'
  await store.incidents.step(incident.id, { did, what: severity, at: now })
  await tellNow(store, team, now_, now)
  const say = sayIn(team.locale)
  const message = grownMessage(now_, { did, from: incident.severity }, { say, now, team })
  await store.living.notice(team.name, aboutIncident(incident.id), `${did}-${now}`, message, now)
}

/** What waited for the end of quiet hours and is grave now waits no longer; the message changes at once. */
export async function tellNow(store: Parts, team: Team, { id, places, severity }: Incident, now: Instant) {
  const dueAt = dueAtOf(team, severity, now)
  if (isAtLeast(severity, 'grave'))
    for (const place of places)
      await store.deliveries.hasten(team.name, aboutIncident(id), place, { dueAt, held: false })
  await store.living.touch(team.name, aboutIncident(id), { soon: true })
}

/** It is over, by somebody or by itself. False where it was over before. */
export async function endIncident(
  store: Parts,
  { id, team }: Pick<Incident, 'id' | 'team'>,
  { by, what = null, now }: { by: string | null; what?: string | null; now: Instant },
): Promise<boolean> {
  const open = ['firing', 'taken', 'controlled'] as const
  if (!(await store.incidents.move(id, [...open], 'over', { by, at: now, what }))) return false
  await store.living.end(team, aboutIncident(id), now)
  return true
}

/** A crisis of the brand itself keeps quiet what comes with it: its people, its sector, its themes; not a competitor's. */
function inhibits(team: Team, open: Incident, topic: string, cause: Cause): boolean {
  const kindOf = (name: string | null) => team.topics.find((one) => one.name === name)?.kind
  if (cause === 'liked' || open.cause === 'liked' || open.cause === 'rule') return false
  const kind = kindOf(topic)
  return kindOf(open.topic) === 'brand' && kind !== 'brand' && kind !== 'competitor'
}

/** Bad where the negative stands out; liked where most of what came is; else just loud. */
async function causeOf(
  store: Parts,
  team: Team,
  topic: string,
  { signs }: Alert,
  { from, now }: { from: Instant; now: Instant },
): Promise<Cause> {
  if (signs.some(({ bad }) => bad)) return 'bad'
  const voices = await store.drivers.of(team.name, topic, { from, to: now + hour })
  const share = (label: string) => voices.filter((one) => one.label === label).length / voices.length
  return voices.length > 0 && share('positive') >= liked && share('negative') <= disliked ? 'liked' : 'loud'
}

const liked = 0.4
const disliked = 0.25

/** The windows as an incident keeps them: rounded, so that what does not change is not written anew. */
const seenOf = (looked: Alert['lookedAt']): SeenWindow[] =>
  looked.map(({ measure, window, count, usual, surprise, needed, stands }) => ({
    measure,
    window,
    count: Math.round(count),
    usual: Math.round(usual * 10) / 10,
    clear: Math.round((surprise / needed) * 100) / 100,
    stands,
  }))

const clearest = (seen: SeenWindow[], cause: Cause) =>
  Math.max(
    0,
    ...seen
      .filter(({ measure }) => cause !== 'bad' || measure === 'negative')
      .filter(({ stands }) => stands)
      .map(({ clear }) => clear),
  )
