import { ruleTitle } from '../chat/rule-words.ts'
import { type Incident, isAtLeast } from '../model/incident.ts'
import type { Instant } from '../model/post.ts'
import type { Match, Rule } from '../model/rule.ts'
import type { Place, Team } from '../model/team.ts'
import type { RuleDeed } from '../store/rules.ts'
import { silenced } from '../store/silences.ts'
import type { Parts } from '../store/store.ts'
import { sayIn } from '../texts/texts.ts'
import { aboutIncident, endIncident, openIncident, tellNow } from './incident-life.ts'

/**
 * What a rule found becomes an incident, or news of its own that is open; a silence keeps it quiet, and so does a crisis
 * that is as grave and about the same. To be run in a transaction, in turn.
 */
export async function ringRule(store: Parts, team: Team, rule: Rule, match: Match, now: Instant) {
  const standing = await store.incidents.standing(team.name)
  const own = await openOf(store, team, rule, standing, match.at)
  if (match.does === 'same') {
    if (own) await goOn(store, own, match, now)
    return
  }
  const done = (did: RuleDeed, incident: number | null = null) =>
    store.rules.alert(team.name, { rule: rule.name, did, incident, at: match.at })
  if (match.does === 'capped') {
    if (own) await goOn(store, own, match, now)
    return done('capped')
  }
  const topic = match.topics.length === 1 ? match.topics[0]! : null
  const silence = (await store.silences.of(team.name, now)).find((one) =>
    silenced(one, { topic, cause: 'rule' }),
  )
  if (silence) {
    await store.silences.muted(silence.id)
    return done('silenced')
  }
  if (own) {
    await again(store, team, rule, own, match, now)
    return done('joined', own.id)
  }
  const above = standing.find((one) => inhibits(team, one, rule, topic))
  if (above) {
    await store.incidents.step(above.id, { did: 'inhibited', what: titleIn(team, rule, match), at: now })
    await store.living.touch(team.name, aboutIncident(above.id))
    return done('inhibited', above.id)
  }
  const id = await openIncident(
    store,
    team,
    {
      cause: 'rule',
      topic,
      title: titleIn(team, rule, match),
      severity: rule.severity,
      seen: [],
      from: match.from,
      places: [placeOf(team, rule)],
      begun: (incident) => store.rules.about(incident, match.mentions),
    },
    now,
  )
  await done('raised', id)
}

/** Ends what rules raised, nobody took and nothing was added to for the length of the settings. To be run in a transaction. */
export async function endCalm(store: Parts, team: Team, calm: number, now: Instant): Promise<boolean> {
  const over = (await store.incidents.standing(team.name)).filter(
    ({ cause, state, stoodAt }) => cause === 'rule' && state === 'firing' && now - stoodAt >= calm,
  )
  for (const one of over) await endIncident(store, one, { by: null, now })
  return over.length > 0
}

/** The rule's own incident, where it is still open. */
async function openOf(store: Parts, team: Team, { name }: Rule, standing: Incident[], at: Instant) {
  const ruled = standing.filter(({ cause }) => cause === 'rule')
  if (ruled.length === 0) return null
  const since = Math.min(at, ...ruled.map(({ openedAt }) => openedAt)) - margin
  const ids = new Set(
    (await store.rules.alerts(team.name, since))
      .filter(({ rule, did }) => rule === name && (did === 'raised' || did === 'joined'))
      .map(({ incident }) => incident),
  )
  return ruled.find(({ id }) => ids.has(id)) ?? null
}

/** It is about more mentions. */
async function goOn(store: Parts, { id, team }: Incident, { mentions }: Match, now: Instant) {
  await store.rules.about(id, mentions)
  await store.incidents.change(id, { stoodAt: now })
  await store.living.touch(team, aboutIncident(id))
}

/** A new event while the last one is still open: it rings below it. */
async function again(store: Parts, team: Team, rule: Rule, own: Incident, match: Match, now: Instant) {
  await goOn(store, own, match, now)
  const title = titleIn(team, rule, match)
  await store.incidents.step(own.id, { did: 'noticed', what: title, at: now })
  await tellNow(store, team, own, now)
  const about = aboutIncident(own.id)
  const message = { title: sayIn(team.locale).plain('rules.again', { title }), about }
  await store.living.notice(team.name, about, `rule-${match.at}`, message, now)
}

/** A crisis about the same says it already; that of the brand speaks for all that comes with it. */
function inhibits(team: Team, open: Incident, rule: Rule, topic: string | null): boolean {
  const kindOf = (name: string | null) => team.topics.find((one) => one.name === name)?.kind
  if (open.drill || open.cause === 'liked' || open.cause === 'rule' || topic === null) return false
  if (!isAtLeast(open.severity, rule.severity)) return false
  const kind = kindOf(topic)
  return open.topic === topic || (kindOf(open.topic) === 'brand' && kind !== 'brand' && kind !== 'competitor')
}

const titleIn = (team: Team, rule: Rule, match: Match) => ruleTitle(rule, match.why, sayIn(team.locale))

const placeOf = ({ channels }: Team, { to }: Rule): Place => (typeof to === 'string' ? channels[to] : to)

/** An alert is written by when its mention was heard, its incident by when it was raised. */
const margin = 24 * 3_600_000
