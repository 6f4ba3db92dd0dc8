import { CompiledQuery, type Kysely, sql } from 'kysely'
import { isPostgres } from './dialect.ts'
import { ManyRows } from './sqlite.ts'
import type { Tables } from './tables.ts'

/**
 * Inserts many rows; those that a unique key refuses are passed over with `onConflict`. Gives for each row that
 * went in its place in `rows` and its number. On SQLite one prepared statement runs for each row, which costs a
 * tenth of what Kysely takes to compile a list of VALUES; PostgreSQL gets all rows as one parameter.
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
  if (isPostgres(db)) return insertAtOnce(db, { table, names, rows, onConflict })
  const holes = columns.map(() => '?').join(', ')
  const values = new ManyRows(
    rows.map((row) => columns.map((column) => (row as Record<string, unknown>)[column] ?? null)),
  )
  const statement = `insert into ${table} (${names}) values (${holes}) ${onConflict}`
  await db.executeQuery(CompiledQuery.raw(statement, [values]))
  return values.inserted
}

type ManyMore = {
  table: keyof Tables
  names: string
  rows: object[]
  onConflict: string
}

/** Numbers are drawn beforehand, since the rows that went in do not say which of ours they are. */
async function insertAtOnce(db: Kysely<Tables>, { table, names, rows, onConflict }: ManyMore) {
  const numbers = numbered.has(table) ? await drawNumbers(db, table, rows.length) : null
  const json = JSON.stringify(
    rows.map((row, at) => ({ ...row, ...(numbers ? { id: numbers[at] } : {}) })),
    asJson,
  )
  const all = numbers ? `"id", ${names}` : names
  const statement = `insert into ${table} (${all}) select ${all} from json_populate_recordset(null::${table}, $1) ${onConflict} ${numbers ? 'returning id' : ''}`
  const done = await db.executeQuery<{ id: number }>(CompiledQuery.raw(statement, [json]))
  const places = new Map(numbers?.map((id, row) => [id, row]))
  return done.rows.map(({ id }) => ({ row: places.get(id)!, id }))
}

async function drawNumbers(db: Kysely<Tables>, table: string, count: number): Promise<number[]> {
  const query = `select nextval(pg_get_serial_sequence($1, 'id')) as id from generate_series(1, $2)`
  const { rows } = await db.executeQuery<{ id: number }>(CompiledQuery.raw(query, [table, count]))
  return rows.map(({ id }) => id)
}

/** Tables whose rows get their numbers from the database, and whose numbers somebody wants to know. */
const numbered = new Set<keyof Tables>(['posts', 'mentions'])

/** As PostgreSQL reads JSON into columns: bytes in hexadecimal, no NUL and no half of a character in a text. */
function asJson(_: string, value: unknown) {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  return typeof value === 'boolean' ? Number(value) : value
}

/**
 * A list as a set to search in: `where item in ${listed(items)}`, with one parameter however many. PostgreSQL has
 * no `json_each` of texts; the first migration gives it one.
 */
export const listed = (values: string[]) =>
  sql<string>`(select value from json_each(${JSON.stringify(values, asJson)}))`

/** The same of numbers. */
export const listedNumbers = (values: number[]) =>
  sql<number>`(select cast(value as bigint) from json_each(${JSON.stringify(values)}))`
