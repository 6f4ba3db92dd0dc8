import { CompiledQuery, type Kysely, sql } from 'kysely'
import { ManyRows } from './sqlite.ts'
import type { Tables } from './tables.ts'

/**
 * Inserts many rows; those that a unique key refuses are passed over with `onConflict`. Gives for each row that
 * went in its place in `rows` and its number. On SQLite one prepared statement runs for each row, which costs a
 * tenth of what Kysely takes to compile a list of VALUES; PostgreSQL will want arrays and `unnest` here.
 */
export async function insertMany(
  db: Kysely<Tables>,
  table: keyof Tables,
  columns: readonly string[],
  rows: object[],
  onConflict = '',
): Promise<{ row: number; id: number }[]> {
  if (rows.length === 0) return []
  const names = columns.map((column) => `"${column}"`).join(', ')
  const holes = columns.map(() => '?').join(', ')
  const values = new ManyRows(
    rows.map((row) => columns.map((column) => (row as Record<string, unknown>)[column] ?? null)),
  )
  const statement = `insert into ${table} (${names}) values (${holes}) ${onConflict}`
  await db.executeQuery(CompiledQuery.raw(statement, [values]))
  return values.inserted
}

/** A list of texts as a set to search in: `where item in ${listed(items)}`, with one parameter however many. */
export const listed = <Value extends string | number>(values: Value[]) =>
  sql<Value>`(select value from json_each(${JSON.stringify(values)}))`
