import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * Many rows as one statement with one parameter: the rows travel as JSON and come apart in the database.
 * A list of VALUES costs ten times as much to compile, and PostgreSQL has the same trick.
 * `tail` is what follows the insert: `on conflict …`, `returning …`.
 */
export async function insertMany<Returned = never>(
  db: Kysely<Tables>,
  table: keyof Tables,
  columns: readonly string[],
  rows: object[],
  tail: RawBuilder<unknown> = sql``,
): Promise<Returned[]> {
  if (rows.length === 0) return []
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const values = sql.join(columns.map((column) => sql`value ->> ${sql.lit(column)}`))
  const result = await sql<Returned>`
    insert into ${sql.table(table)} (${names})
    select ${values} from json_each(${JSON.stringify(rows)}) where true ${tail}`.execute(db)
  return result.rows
}

/** A list of texts as a set to search in: `where item in ${listed(items)}`, with one parameter however many. */
export const listed = <Value extends string | number>(values: Value[]) =>
  sql<Value>`(select value from json_each(${JSON.stringify(values)}))`
