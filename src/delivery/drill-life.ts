import type { Message } from '../chat/message.ts'
import { type DrillPost, drillLength, type Scenario, scenarios } from '../model/drill.ts'
import type { Incident, SeenWindow } from '../model/incident.ts'
import { type IncidentTimes, timesOf } from '../model/incident-lessons.ts'
import { Oops } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import type { Place, Team } from '../model/team.ts'
import { minute } from '../model/time.ts'
import type { Drill } from '../store/drills.ts'
import type { Parts } from '../store/store.ts'
import { sayIn } from '../texts/texts.ts'
import { scriptOf, stormEnds } from './drill-script.ts'
import { timesMessage } from './drill-times.ts'
import { grownMessage } from './incident.ts'
import { aboutIncident, endIncident, openIncident, tellNow } from './incident-life.ts'

/** A drill begins, as a crisis that somebody opened; gives its number. To be run in a transaction, in turn. Throws Oops where one runs already. */
export async function startDrill(
  store: Parts,
  team: Team,
  { by, places, scenario, now }: { by: string; places: Place[]; scenario: Scenario | null; now: Instant },
): Promise<number> {
  const running = await drillOf(store, team)
  if (running) throw new Oops('drill.runs', { id: String(running.id) })
  const played = scenario ?? (await nextScenario(store, team))
  const say = sayIn(team.locale)
  const script = scriptOf(played, { say, brand: team.title, seed: now })
  const from = now + script.find(({ after }) => after >= -10 * minute)!.after
  return openIncident(
    store,
    team,
    {
      cause: 'bad',
      topic: null,
      title: say.plain(`drill.title-${played}`, { brand: team.title }),
      severity: 'serious',
      drill: true,
      places,
      seen: seenAt(script, 0),
      from,
      openedBy: by,
      begun: (incident) =>
        store.drills.add({ incident, team: team.name, script, startedAt: now, endsAt: now + drillLength }),
    },
    now,
  )
}

/** The one that the team plays now; null where it plays none. */
export const drillOf = async (store: Parts, team: Team): Promise<Incident | null> =>
  (await store.incidents.standing(team.name)).find(({ drill }) => drill) ?? null

/** Those that were played take turns. */
async function nextScenario(store: Parts, team: Team): Promise<Scenario> {
  const before = (await store.incidents.list(team.name, 200)).filter(({ drill }) => drill).length
  return scenarios[before % scenarios.length]!
}

/** What is said by now is shown; half-way the storm grows. To be run in a transaction, in turn. */
export async function playOn(store: Parts, team: Team, drill: Drill, incident: Incident, now: Instant) {
  const after = now - drill.startedAt
  if (after >= drill.endsAt - drill.startedAt) {
    await endIncident(store, incident, { by: null, now })
    return
  }
  const seen = seenAt(drill.script, after)
  const stands = seen.some((one) => one.stands)
  await store.incidents.change(incident.id, { seen, ...(stands ? { stoodAt: now } : {}) })
  const steps = await store.incidents.steps(incident.id)
  const grows = after >= growsAfter && after < stormEnds * minute && incident.severity === 'serious'
  if (grows && !steps.some(({ did }) => did === 'grew' || did === 'severity')) {
    const grown = { ...incident, severity: 'grave' as const, seen }
    await store.incidents.change(incident.id, { severity: 'grave' })
    await store.incidents.step(incident.id, { did: 'grew', what: 'grave', at: now })
    await tellNow(store, team, grown, now)
    const message = grownMessage(
      grown,
      { did: 'grew', from: 'serious' },
      { say: sayIn(team.locale), now, team },
    )
    await store.living.notice(team.name, aboutIncident(incident.id), 'drill-grew', message, now)
  }
  await store.living.touch(team.name, aboutIncident(incident.id))
}

/** When it has something new to show: every minute while the storm lasts, then at its end. */
export const nextOf = ({ startedAt, endsAt }: Drill, now: Instant): Instant =>
  now < startedAt + (stormEnds + 20) * minute ? Math.min(now + minute, endsAt) : endsAt

/** It is over: how long each step took, beside the drill before. To be run in a transaction, in turn. */
export async function tellTimes(store: Parts, team: Team, incident: Incident, now: Instant) {
  if (!(await store.drills.told(incident.id, now))) return
  const before = await store.drills.before(team.name, incident.id)
  const last = before === null ? null : await store.incidents.get(team.name, before)
  const message: Message = timesMessage({
    incident,
    times: await drillTimes(store, incident),
    before: last && (await drillTimes(store, last)),
    tasks: await store.incidents.tasks(incident.id),
    say: sayIn(team.locale),
  })
  await store.living.notice(team.name, aboutIncident(incident.id), 'drill-over', message, now)
}

async function drillTimes(store: Parts, incident: Incident): Promise<IncidentTimes> {
  const [steps, tasks] = await Promise.all([
    store.incidents.steps(incident.id),
    store.incidents.tasks(incident.id),
  ])
  return timesOf({ incident, steps, tasks, firstSignal: null, firstAnswer: null, negative: 0, blind: [] })
}

/** What stands out so long after the start, as a watch would see it: a few an hour are usual. */
export function seenAt(script: DrillPost[], after: number): SeenWindow[] {
  const last = script.filter((post) => post.after <= after && post.after > after - 15 * minute)
  const negative = last.filter(({ label }) => label === 'negative').length
  const window = (
    measure: SeenWindow['measure'],
    count: number,
    usual: number,
    needed: number,
  ): SeenWindow => ({
    measure,
    window: 15,
    count,
    usual,
    clear: Math.round((count / needed) * 100) / 100,
    stands: count >= needed,
  })
  return [window('negative', negative, 0.1, 5), window('volume', last.length, 0.3, 7)]
}

const growsAfter = 12 * minute
