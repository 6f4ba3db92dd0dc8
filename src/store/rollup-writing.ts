import type { Kysely } from 'kysely'
import type { Day } from '../model/period.ts'
import { bytesOfSketch, sketched, sketchOf } from './author-sketch.ts'
import { insertMany, listed } from './batch.ts'
import { addOutlets, writtenOutlets } from './rollup-outlets.ts'
import { countColumns, type DayTally, rowsOf, type Tally } from './rollup-rows.ts'
import type { Tables } from './tables.ts'

/** The days of which nobody's name is kept any more. */
export async function closedDays(db: Kysely<Tables>, team: string): Promise<Set<Day>> {
  const rows = await db.selectFrom('closed_days').select('day').where('team', '=', team).execute()
  return new Set(rows.map(({ day }) => day))
}

/** Adds what was counted to what stands there. */
export async function writeTally(db: Kysely<Tables>, team: string, tally: Tally) {
  const key = ['topic', 'what', 'day', 'label', 'name']
  await insertMany(
    db,
    'mention_days',
    ['team', ...key, ...countColumns],
    [...tally.days.values()].flatMap((day) => [...rowsOf(day)].map((row) => ({ team, ...row }))),
    `on conflict (team, ${key}) do update set
      ${countColumns.map((one) => `${one} = mention_days.${one} + excluded.${one}`)}`,
  )
  await insertMany(
    db,
    'notice_days',
    ['team', 'day', 'step', 'mentions'],
    [...tally.notices.values()].map((row) => ({ team, ...row })),
    'on conflict (team, day, step) do update set mentions = notice_days.mentions + excluded.mentions',
  )
  await writeVoices(db, team, [...tally.days.values()])
}

/** Where and by whom it was said. Of closed days nobody's name is kept any more. */
async function writeVoices(db: Kysely<Tables>, team: string, days: DayTally[]) {
  if (days.length === 0) return
  const closed = await closedDays(db, team)
  const known = await db
    .selectFrom('voice_days')
    .select(['topic', 'day', 'outlets', 'authors'])
    .where('team', '=', team)
    .where('topic', 'in', listed([...new Set(days.map(({ topic }) => topic))]))
    .where('day', 'in', listed([...new Set(days.map(({ day }) => day))]))
    .execute()
  const before = new Map(known.map((row) => [`${row.topic}\0${row.day}`, row]))
  const rows = days.map(({ topic, day, outlets, named, places }) => {
    const row = before.get(`${topic}\0${day}`)
    const authors = sketched(row ? sketchOf(row.authors) : new Float64Array(), closed.has(day) ? [] : places)
    if (row) addOutlets(row.outlets, outlets)
    return { team, topic, day, outlets: writtenOutlets(outlets), named, authors: bytesOfSketch(authors) }
  })
  await insertMany(
    db,
    'voice_days',
    ['team', 'topic', 'day', 'outlets', 'named', 'authors'],
    rows,
    `on conflict (team, topic, day) do update
      set named = voice_days.named + excluded.named, outlets = excluded.outlets, authors = excluded.authors`,
  )
}
