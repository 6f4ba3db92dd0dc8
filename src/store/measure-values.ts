import { type Kysely, sql } from 'kysely'
import type { Day, Period } from '../model/period.ts'
import type { Instant } from '../model/post.ts'
import { insertMany } from './batch.ts'
import type { Tables } from './tables.ts'

/** What a measure of an account was on a day; money has a currency where somebody said which. */
export type MeasureValue = {
  measure: string
  account: string
  day: Day
  value: number
  currency?: string | null
}

/** The last value of an account in a period, and of which day it is. */
export type LastValue = { account: string; value: number; day: Day }

/** What was summed: how many values, on how many days, the first and the last of these, and in which currency. */
export type Summed = {
  value: number
  n: number
  days: number
  first: Day
  last: Day
  currency: string | null
}

/**
 * What chats, platforms and files tell of a team's accounts, a value for each measure, account and day. A day without
 * one is not 0: nobody counted.
 */
export const measureValues = (db: Kysely<Tables>) => ({
  /** Keeps what was counted, in the place of what was counted of the same days before. */
  async put(team: string, values: MeasureValue[], now: Instant) {
    await insertMany(db, 'measure_values', columns, rowsOf(team, values, { now, importId: null }), replaced)
  },

  /** Counts one more on a day (or so many); with 0 the day is known to have been watched. */
  async add(team: string, { measure, account, day }: Omit<MeasureValue, 'value'>, by: number, now: Instant) {
    await sql`
      insert into measure_values as m (team, measure, day, account, value, at)
      values (${team}, ${measure}, ${day}, ${account}, ${by}, ${now})
      on conflict (team, measure, day, account) do update set value = m.value + ${by}, at = ${now}`.execute(
      db,
    )
  },

  /**
   * Keeps values of a file: those of one day and account are added up within the same import, and replace what an
   * earlier one said.
   */
  async import(team: string, importId: number, values: MeasureValue[], now: Instant) {
    const rows = rowsOf(team, merged(values), { now, importId })
    await insertMany(db, 'measure_values', columns, rows, addedUp)
  },

  /** The last value of each account in a period. */
  async last(team: string, measure: string, period: Period, account?: string): Promise<LastValue[]> {
    const { rows } = await sql<LastValue>`
      select m.account, m.value, m.day from measure_values m
      join (
        select account, max(day) as day from measure_values
        where ${within(team, measure, period, account)} group by account
      ) l on l.account = m.account and l.day = m.day
      where m.team = ${team} and m.measure = ${measure} order by m.value desc, m.account`.execute(db)
    return rows.map(({ value, ...row }) => ({ ...row, value: Number(value) }))
  },

  /** Sums of a period, one for each currency. */
  async sums(team: string, measure: string, period: Period, account?: string): Promise<Summed[]> {
    const { rows } = await sql<Summed>`
      select currency, sum(value) as value, count(*) as n, count(distinct day) as days,
        min(day) as first, max(day) as last
      from measure_values where ${within(team, measure, period, account)}
      group by currency order by currency`.execute(db)
    return rows.map(summedOf)
  },

  /** The same of each account, the largest first. */
  async byAccount(
    team: string,
    measure: string,
    period: Period,
    most = 100,
  ): Promise<(Summed & { account: string })[]> {
    const { rows } = await sql<Summed & { account: string }>`
      select account, currency, sum(value) as value, count(*) as n, count(distinct day) as days,
        min(day) as first, max(day) as last
      from measure_values where ${within(team, measure, period)}
      group by account, currency order by 3 desc, account limit ${most}`.execute(db)
    return rows.map((row) => ({ ...summedOf(row), account: row.account }))
  },

  /** Two measures summed where both are known of the same account and day: what a rate is made of. */
  async pair(
    team: string,
    [top, bottom]: [string, string],
    period: Period,
    account?: string,
  ): Promise<{ top: number; bottom: number; n: number; currencies: (string | null)[] }> {
    const { rows } = await sql<{ top: number; bottom: number; n: number; currency: string | null }>`
      select sum(a.value) as top, sum(b.value) as bottom, count(*) as n,
        coalesce(a.currency, b.currency) as currency
      from measure_values a
      join measure_values b on b.team = a.team and b.day = a.day and b.account = a.account and b.measure = ${bottom}
      where a.team = ${team} and a.measure = ${top} and a.day >= ${period.from} and a.day <= ${period.to}
        and ${account === undefined ? sql`true` : sql`a.account = ${account}`}
      group by coalesce(a.currency, b.currency)`.execute(db)
    const sum = (of: 'top' | 'bottom' | 'n') => rows.reduce((all, row) => all + Number(row[of]), 0)
    return {
      top: tidy(sum('top')),
      bottom: tidy(sum('bottom')),
      n: sum('n'),
      currencies: rows.map(({ currency }) => currency),
    }
  },

  /** The accounts that have a measure in a period, by name. */
  async accounts(team: string, measures: string[], period: Period, most = 30): Promise<string[]> {
    const { rows } = await sql<{ account: string }>`
      select distinct account from measure_values
      where team = ${team} and measure in (${sql.join(measures)})
        and day >= ${period.from} and day <= ${period.to}
      order by account limit ${most}`.execute(db)
    return rows.map(({ account }) => account)
  },

  /** Whether a team has any value of a measure, whenever. */
  async has(team: string, measure: string): Promise<boolean> {
    const row = await ofMeasure(db, team, measure).select('day').limit(1).executeTakeFirst()
    return row !== undefined
  },

  /** The first and the last day of which a measure is known at all. */
  async span(team: string, measure: string): Promise<Period | null> {
    // Each by itself is one step in the index; both in one statement would be a walk through all of it.
    const all = ofMeasure(db, team, measure).select('day').limit(1)
    const first = await all.orderBy('day').executeTakeFirst()
    const last = await all.orderBy('day', 'desc').executeTakeFirst()
    return first && last ? { from: first.day, to: last.day } : null
  },

  /** What an import brought: values that are new, that say the same as before, and that took the place of others. */
  async brought(importId: number): Promise<{ fresh: number; same: number; corrected: number }> {
    const { rows } = await sql<{ fresh: number; same: number; corrected: number }>`
      select sum(case when was is null then 1 else 0 end) as fresh,
        sum(case when abs(was - value) <= 1e-6 then 1 else 0 end) as same,
        sum(case when abs(was - value) > 1e-6 then 1 else 0 end) as corrected
      from measure_values where import_id = ${importId}`.execute(db)
    const [row] = rows
    return {
      fresh: Number(row?.fresh ?? 0),
      same: Number(row?.same ?? 0),
      corrected: Number(row?.corrected ?? 0),
    }
  },

  /** Days older than anybody compares with. */
  async forget(team: string, before: Day) {
    await db.deleteFrom('measure_values').where('team', '=', team).where('day', '<', before).execute()
  },
})

const ofMeasure = (db: Kysely<Tables>, team: string, measure: string) =>
  db.selectFrom('measure_values').where('team', '=', team).where('measure', '=', measure)

const columns = ['team', 'measure', 'day', 'account', 'value', 'currency', 'import_id', 'at']

const rowsOf = (
  team: string,
  values: MeasureValue[],
  { now, importId }: { now: Instant; importId: number | null },
) =>
  values.map(({ currency = null, ...value }) => ({
    ...value,
    team,
    currency,
    import_id: importId,
    at: now,
  }))

/** Those of one measure, account and day as one: a statement may not touch a row twice. */
function merged(values: MeasureValue[]): MeasureValue[] {
  const all = new Map<string, MeasureValue>()
  for (const value of values) {
    const key = `${value.measure}\n${value.day}\n${value.account}`
    const known = all.get(key)
    all.set(key, known ? { ...known, value: known.value + value.value } : value)
  }
  return [...all.values()]
}

const key = '(team, measure, day, account)'
const replaced = `on conflict ${key} do update set value = excluded.value, currency = excluded.currency,
  import_id = excluded.import_id, was = null, at = excluded.at`
const sameImport = 'measure_values.import_id = excluded.import_id'
const addedUp = `on conflict ${key} do update set
  value = case when ${sameImport} then measure_values.value + excluded.value else excluded.value end,
  was = case when ${sameImport} then measure_values.was else measure_values.value end,
  currency = case when ${sameImport} then coalesce(excluded.currency, measure_values.currency) else excluded.currency end,
  import_id = excluded.import_id, at = excluded.at`

const within = (team: string, measure: string, { from, to }: Period, account?: string) => {
  const all = sql`team = ${team} and measure = ${measure} and day >= ${from} and day <= ${to}`
  return account === undefined ? all : sql`${all} and account = ${account}`
}

const summedOf = ({ value, n, days, first, last, currency }: Summed): Summed => ({
  value: tidy(Number(value)),
  n: Number(n),
  days: Number(days),
  first,
  last,
  currency,
})

/** Sums of cents drift in their last digits. */
const tidy = (value: number) => Math.round(value * 1e6) / 1e6
