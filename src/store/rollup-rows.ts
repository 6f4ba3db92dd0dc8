import { type Kysely, sql } from 'kysely'
import { networkOf } from '../model/network.ts'
import { usualSureFrom } from '../model/team.ts'
import { type TopicKind, topicKinds } from '../model/topic.ts'
import { placeOf } from './author-sketch.ts'
import { type Counted, mentionsWhere, type Towards, topicsOf } from './rollup-mentions.ts'
import { stepOf } from './rollup-steps.ts'
import type { Tables } from './tables.ts'

export const countColumns = [
  'mentions',
  'reach',
  'reached',
  'unsure',
  'engaged',
  'likes',
  'shares',
  'comments',
] as const
export type Counts = Record<(typeof countColumns)[number], number>

/** Mentions of a topic on a day: by mood, network and language together, by outlet, and who wrote them. */
export type DayTally = {
  topic: string
  day: string
  counts: Map<string, Counts & Record<'label' | 'network' | 'language', string>>
  outlets: Map<string, number>
  named: number
  places: number[]
}

/** Everything the team heard is counted under this topic, each mention once, with the mood that is shown of it. */
export const everything = ''

/** And what concerns its own brands and people under this one: no topic's name begins with a space. */
export const ours = ' ours'

/** Mentions counted by day and topic, together, until they are written. */
export type Tally = {
  /** The last mention that was looked at; 0 where there is none. */
  last: number
  counted: number
  days: Map<string, DayTally>
  notices: Map<string, { day: string; step: number; mentions: number }>
}

export const newTally = (): Tally => ({ last: 0, counted: 0, days: new Map(), notices: new Map() })

type Page = { team: string; upTo: number; most: number; dayOf: (at: number) => string }

/**
 * Counts the mentions of a team after one (`after`), by number, at most so many. `but`: of these days nothing up to a
 * mention is counted. Whether there may be more.
 */
export async function countNext(
  db: Kysely<Tables>,
  tally: Tally,
  page: Page & { after: number; but: { days: ReadonlySet<string>; upTo: number } },
): Promise<boolean> {
  const { team, after, upTo, most, dayOf, but } = page
  // By their numbers: the index of the team would lead through all that it ever heard.
  const which = sql`m.team || '' = ${team} and m.id > ${after} and m.id <= ${upTo}`
  const rows = await mentionsWhere(db, which, sql`m.id`, most)
  const wanted = rows.filter(({ id, said_at }) => id > but.upTo || !but.days.has(dayOf(Number(said_at))))
  await countThese(db, tally, wanted, dayOf)
  tally.last = rows.at(-1)?.id ?? after
  return rows.length === most
}

/** Counts all mentions of a team that were said between two moments, page by page. */
export async function countSaid(
  db: Kysely<Tables>,
  tally: Tally,
  { team, upTo, most, dayOf, from, to }: Page & { from: number; to: number },
) {
  for (let place = { said_at: from, id: 0 }; ; ) {
    const which = sql`m.team = ${team} and m.said_at >= ${place.said_at} and m.said_at < ${to} and m.id <= ${upTo}
      and (m.said_at > ${place.said_at} or m.id > ${place.id})`
    const rows = await mentionsWhere(db, which, sql`m.said_at, m.id`, most)
    await countThese(db, tally, rows, dayOf)
    const last = rows.at(-1)
    if (!last || rows.length < most) return
    place = { said_at: Number(last.said_at), id: last.id }
  }
}

async function countThese(db: Kysely<Tables>, tally: Tally, rows: Counted[], dayOf: Page['dayOf']) {
  const topics = await topicsOf(
    db,
    rows.map(({ id }) => id),
  )
  for (const row of rows) count(tally, row, topics.get(row.id) ?? [], dayOf(Number(row.said_at)))
  tally.counted += rows.length
}

/** A mention counts for each of its topics with the mood towards it; as a whole with the one towards its main topic. */
function count(tally: Tally, row: Counted, topics: Towards[], day: string) {
  const main =
    topics.length < 2 ? topics[0] : topics.reduce((one, other) => (isBefore(other, one) ? other : one))
  const whole = main ?? row
  const network = networkOf({ network: row.network, url: row.url, title: row.title ?? '' })
  const place = row.author_key === null ? null : placeOf(row.author_key)
  const shown = { day, network, place }
  add(tally, row, { topic: everything, ...moodOf(whole) }, shown)
  if (main && ownKinds.has(main.kind)) add(tally, row, { topic: ours, ...moodOf(main) }, shown)
  for (const towards of topics) add(tally, row, towards, shown)
  if (row.published_at === null || row.past === 1 || row.sample === 1) return
  const step = stepOf(Number(row.heard_at) - Number(row.published_at))
  const notice = found(tally.notices, `${day} ${step}`, () => ({ day, step, mentions: 0 }))
  notice.mentions++
}

const moodOf = ({ label, confidence }: Pick<Towards, 'label' | 'confidence'>) => ({ label, confidence })

/** Which of two topics is the main one: by kind, then by name (as `mainTopic` has it). */
function isBefore(one: Towards, other: Towards): boolean {
  const [rank, otherRank] = [ranks.get(one.kind) ?? 0, ranks.get(other.kind) ?? 0]
  return rank < otherRank || (rank === otherRank && one.topic < other.topic)
}

const ranks = new Map<string, number>(topicKinds.map((kind, rank) => [kind, rank]))
const ownKinds = new Set<string>(['brand', 'person'] satisfies TopicKind[])

function add(
  tally: Tally,
  row: Counted,
  { topic, label, confidence }: Omit<Towards, 'kind'>,
  { day, network, place }: { day: string; network: string; place: number | null },
) {
  const today = found(tally.days, `${topic}\0${day}`, () => newDay(topic, day))
  const language = row.language ?? ''
  const counts = found(today.counts, `${label} ${network} ${language}`, () => ({
    ...noCounts(),
    ...{ label, network, language },
  }))
  counts.mentions++
  if (confidence * 100 < usualSureFrom) counts.unsure++
  if (row.reach !== null) {
    counts.reach += Number(row.reach)
    counts.reached++
  }
  const reactions = [row.likes, row.shares, row.comments]
  if (reactions.some((count) => count !== null)) {
    const [likes, shares, comments] = reactions.map(Number)
    counts.engaged++
    counts.likes += likes!
    counts.shares += shares!
    counts.comments += comments!
  }
  today.outlets.set(row.outlet, (today.outlets.get(row.outlet) ?? 0) + 1)
  if (place === null) return
  today.named++
  today.places.push(place)
}

const newDay = (topic: string, day: string): DayTally => ({
  ...{ topic, day, counts: new Map(), outlets: new Map(), named: 0, places: [] },
})

export const noCounts = (): Counts => ({
  ...{ mentions: 0, reach: 0, reached: 0, unsure: 0, engaged: 0, likes: 0, shares: 0, comments: 0 },
})

/** The rows of a day: all of it by mood, and the same by network and by language. */
export function rowsOf({ topic, day, counts }: DayTally) {
  const rows = new Map<string, Counts & Record<'topic' | 'what' | 'day' | 'label' | 'name', string>>()
  for (const { label, network, language, ...more } of counts.values())
    for (const [what, name] of [
      ['', ''],
      ['network', network],
      ['language', language],
    ] as const) {
      const row = found(rows, `${what} ${label} ${name}`, () => ({
        ...{ topic, what, day, label, name },
        ...noCounts(),
      }))
      for (const column of countColumns) row[column] += more[column]
    }
  return rows.values()
}

function found<Value>(all: Map<string, Value>, key: string, make: () => Value): Value {
  const known = all.get(key)
  if (known) return known
  const made = make()
  all.set(key, made)
  return made
}
