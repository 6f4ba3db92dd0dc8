import { type Asked, command, type Pressed } from '../src/chat/command.ts'
import { grain } from '../src/chat/kpi-options.ts'
import type { Form, Item, Message } from '../src/chat/message.ts'
import { number, text, topic } from '../src/chat/options.ts'
import { type Goal, type GoalKind, mostGoals } from '../src/model/goal.ts'
import type { Measure } from '../src/model/measure.ts'
import { Oops } from '../src/model/oops.ts'
import { type Grain, lastDays } from '../src/model/period.ts'
import { may } from '../src/model/person.ts'
import { askedKey, readAsked } from '../src/reports/kpi/asked.ts'
import { measuredOf } from '../src/reports/kpi/catalogue.ts'
import {
  alertDays,
  goalDays,
  goalIs,
  goalName,
  goalProgress,
  measureOfGoal,
} from '../src/reports/kpi/goal-lines.ts'
import { measureOption } from '../src/reports/kpi/measure-option.ts'
import { readMeasure } from '../src/reports/kpi/read.ts'
import { readTarget } from '../src/reports/kpi/target.ts'
import { measureName } from '../src/reports/kpi/words.ts'
import { together } from '../src/texts/marked.ts'
import type { Say } from '../src/texts/texts.ts'

/** What the team aims at and is alerted of: everybody on it sees that, approvers and admins set it. */
export default command({
  name: 'kpi goal',
  names: { fr: 'kpi objectif' },
  also: ['kpi goals', 'kpi objectifs', 'kpi alert', 'kpi alerte', 'kpi alerts', 'kpi alertes'],
  about: 'kpi.goal-about',
  for: 'staff',
  quiet: true,
  options: {
    measure: measureOption({ en: ['measure'], fr: ['mesure', 'indicateur'] }, 'kpi.goal-measure', {
      loose: true,
    }),
    target: text({ en: ['target', 'goal'], fr: ['cible', 'objectif'] }, 'kpi.goal-target'),
    alert: text({ en: ['alert'], fr: ['alerte'] }, 'kpi.goal-alert'),
    per: grain({ en: ['per', 'period', 'by'], fr: ['par', 'période'] }, 'kpi.goal-per'),
    topic: topic({ en: ['topic'], fr: ['sujet'] }, 'kpi.goal-topic'),
    remove: number({ en: ['remove', 'delete'], fr: ['retirer', 'supprimer'] }, 'kpi.goal-remove'),
  },

  async run(asked) {
    const { measure: words = {}, target, alert, per, topic, remove } = asked.options
    if (remove !== undefined) return removed(asked, remove)
    const { measure, topic: named } = words
    if (target === undefined && alert === undefined) {
      if (per !== undefined) throw new Oops('kpi.goal-what')
      return goalList(asked, { measure, topic: topic ?? named })
    }
    if (!measure) throw new Oops('kpi.goal-of-what')
    const about = { measure, topic: topic ?? named ?? null, per }
    // Both are read before either is kept.
    const set = [
      ...(target === undefined ? [] : [await read(asked, 'goal', target, about)]),
      ...(alert === undefined ? [] : [await read(asked, 'alert', alert, about)]),
    ]
    return keep(asked, set)
  },

  on: {
    /** Beside a measure: what it is about is in `value`, as an `askedKey`. */
    set: { for: 'staff', quiet: true, label: 'kpi.aim', form: aimForm, run: aimed },
    remove: {
      for: 'staff',
      quiet: true,
      run: async (asked: Asked & Pressed) => ({
        ...(await removed(asked, Number(asked.value))),
        instead: true,
      }),
    },
  },
})

function aimForm(say: Say): Form {
  return {
    title: say.plain('kpi.aim'),
    inputs: [
      { name: 'target', label: say.plain('kpi.aim-target'), kind: 'line', most: 60 },
      { name: 'alert', label: say.plain('kpi.aim-alert'), kind: 'line', most: 60 },
    ],
  }
}

async function aimed(asked: Asked & Pressed): Promise<Message> {
  const wanted = readAsked(asked.value, asked.team)
  if (!wanted?.measure) throw new Oops('kpi.forgotten')
  const { measure } = measuredOf(wanted.measure)
  const about = { measure, topic: wanted.topics[0] ?? null, per: undefined }
  const set: Set[] = []
  for (const kind of ['goal', 'alert'] as const) {
    const raw = asked.values[kind === 'goal' ? 'target' : 'alert']?.trim()
    if (raw) set.push(await read(asked, kind, raw, about))
  }
  if (set.length === 0) throw new Oops('kpi.aim-nothing')
  return keep(asked, set)
}

type Set = Pick<Goal, 'kind' | 'measure' | 'topic' | 'side' | 'value' | 'per' | 'currency'>

/** What somebody wants, read. Throws Oops where it cannot be, or they may not set it. */
async function read(
  asked: Asked,
  kind: GoalKind,
  raw: string,
  { measure, topic, per }: { measure: Measure; topic: string | null; per: Grain | undefined },
): Promise<Set> {
  mustSet(asked)
  if (topic !== null && !measure.by.includes('topic'))
    throw new Oops('kpi.goal-no-topic', { measure: measureName(measure, asked.say) })
  const usual = kind === 'goal' ? 'month' : 'week'
  const target = readTarget(raw, measure, kind)
  const currency =
    measure.unit === 'money' ? (target.currency ?? (await currencyOf(asked, raw, measure))) : null
  return {
    kind,
    measure: measure.key,
    topic,
    ...target,
    currency,
    per: per ?? usual,
  }
}

/** The one in which a team counts: an amount alone says nothing where there is none, or there are several. */
async function currencyOf(
  { store, team, now }: Asked,
  given: string,
  { key }: Measure,
): Promise<string | null> {
  const period = lastDays(400, now, team.timeZone)
  const { figure } = await readMeasure({ store, team, now }, key, { period })
  if (!figure.known) throw new Oops('kpi.target-currency', { given })
  return figure.currency ?? null
}

async function keep(asked: Asked, set: Set[]): Promise<Message> {
  const { store, team, person, now } = asked
  await store.together(async (store) => {
    await store.turns.take()
    for (const goal of set) await store.goals.set(team.name, { ...goal, by: person.name, at: now })
    if ((await store.goals.of(team.name)).length > mostGoals)
      throw new Oops('kpi.goals-many', { most: mostGoals })
  })
  return goalList(asked, {})
}

async function removed(asked: Asked, id: number): Promise<Message> {
  mustSet(asked)
  const { store, team, say } = asked
  const goal = await store.goals.get(team.name, id)
  if (!goal || !(await store.goals.remove(team.name, id))) throw new Oops('kpi.goal-gone', { id: String(id) })
  const measure = measureOfGoal(goal)
  const what = measure
    ? `${goalName(goal, measure, say)}, ${say.plain('kpi.goal-number', { id: String(id) })}`
    : String(id)
  const left = await goalList(asked, {})
  return { ...left, text: together([say('kpi.goal-removed', { what }), left.text]) }
}

function mustSet({ person, team }: Asked) {
  if (may(person.role, 'approver')) return
  const names = team.people.filter(({ role }) => may(role, 'approver')).map(({ name }) => name)
  throw new Oops('kpi.goal-not-yours', { names: names.join(', ') || team.title })
}

/** All of them, or those of a measure or a topic, each with how far it is. */
async function goalList(
  asked: Asked,
  { measure, topic }: { measure?: Measure | undefined; topic?: string | undefined },
): Promise<Message> {
  const { store, team, say } = asked
  const all = (await store.goals.of(team.name)).filter(
    (goal) =>
      (measure === undefined || goal.measure === measure.key) &&
      (topic === undefined || goal.topic === topic),
  )
  if (all.length === 0) return { text: say('kpi.goals-none'), quiet: true }
  const items: Item[] = []
  for (const goal of all.slice(0, mostShown)) items.push(...(await itemOf(asked, goal)))
  return {
    title: say.plain('kpi.goals-title', { count: all.length }),
    items,
    note: together([
      all.length > mostShown ? say('kpi.and-more', { count: all.length - mostShown }) : null,
      say('kpi.goal-note'),
    ]),
    about: 'kpi:goals',
    quiet: true,
  }
}

async function itemOf(asked: Asked, goal: Goal): Promise<Item[]> {
  const { store, team, say, now, person } = asked
  const measure = measureOfGoal(goal)
  if (!measure) return []
  const facts = { store, team, now }
  const days = goal.kind === 'goal' ? goalDays(goal, facts) : alertDays(goal, facts)
  const wanted = {
    measure: goal.measure,
    period: days,
    grain: null,
    by: null,
    topics: goal.topic === null ? [] : [goal.topic],
    beside: null,
  }
  return [
    {
      title: say.plain('kpi.goal-title', { id: String(goal.id), name: goalName(goal, measure, say) }),
      text: together(
        [
          goalIs(goal, measure, say),
          await goalProgress(facts, goal, say),
          say('kpi.goal-by', { name: goal.by }),
        ],
        ' · ',
      ),
      buttons: [
        { action: 'kpi.show', label: say.plain('kpi.see'), value: askedKey(wanted), about: 'kpi:goals' },
        ...(may(person.role, 'approver')
          ? [
              {
                action: 'kpi goal.remove',
                label: say.plain('kpi.remove'),
                value: String(goal.id),
                about: 'kpi:goals',
              },
            ]
          : []),
      ],
    },
  ]
}

const mostShown = 10
