import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely'
import { guarded } from './fault.ts'
import { newLockPatience, sqliteFault } from './sqlite-fault.ts'
import type { Tables } from './tables.ts'

/**
 * Opens (or makes) the database file. WAL so that readers never wait; `synchronous=FULL` because what was
 * acknowledged must survive a power cut; `secure_delete` because what was forgotten must be gone. A file that another
 * process holds is waited for, at most `patience` ms. One in memory may begin as a copy, of what `serialize()` gave.
 */
export function openSqlite(
  file: string,
  { patience = longestWait, copy }: { patience?: number; copy?: Uint8Array } = {},
): Kysely<Tables> {
  const database = new DatabaseSync(file)
  if (copy) database.deserialize(copy)
  database.exec(`PRAGMA busy_timeout = ${patience}`)
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA foreign_keys = ON')
  // In pages of 4 kB: what is written soon again is copied into the file once, not at every megabyte.
  database.exec('PRAGMA wal_autocheckpoint = 4000')
  database.exec('PRAGMA secure_delete = ON')
  // Once everything runs, nobody waits inside SQLite: the whole process would stand still.
  database.exec('PRAGMA busy_timeout = 0')
  return new Kysely<Tables>({ dialect: new OurDialect({ database: forKysely(database) }, patience) })
}

const longestWait = 5_000

class OurDialect extends SqliteDialect {
  readonly #patience: number

  constructor(config: ConstructorParameters<typeof SqliteDialect>[0], patience: number) {
    super(config)
    this.#patience = patience
  }

  override createDriver() {
    return guarded(super.createDriver(), sqliteFault, newLockPatience(this.#patience))
  }

  override createAdapter() {
    return new OurAdapter()
  }
}

/** Lets migrations be transactions, as SQLite can do them: killed in between, half a migration would stop every later start. */
class OurAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

/** What Kysely's SQLite dialect wants of a database (it was made for better-sqlite3), on node:sqlite. */
function forKysely(database: DatabaseSync) {
  const prepared = new Map<string, StatementSync>()
  let begun = false

  /** A full disk makes SQLite undo a transaction by itself: what comes after must not count as kept. */
  function keepTrack(sql: string) {
    if (sql === 'begin') {
      if (database.isTransaction) database.exec('rollback')
      begun = false
    } else if (sql === 'rollback') begun = false
    else if (begun && !database.isTransaction) throw new Error('the transaction was undone before')
  }

  function statementOf(sql: string): StatementSync {
    const known = prepared.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    if (prepared.size >= keptStatements) prepared.delete(prepared.keys().next().value!)
    prepared.set(sql, statement)
    return statement
  }

  return {
    close: () => database.close(),
    prepare(sql: string) {
      keepTrack(sql)
      // Begun as a reader, a transaction fails at its first write when another process wrote meanwhile: `import` does.
      const statement = statementOf(sql === 'begin' ? 'begin immediate' : sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters: readonly unknown[]) => statement.all(...parameters.map(asInput)),
        iterate: (parameters: readonly unknown[]) => statement.iterate(...parameters.map(asInput)),
        run([rows, ...parameters]: readonly unknown[]) {
          if (rows instanceof ManyRows) return rows.runEach(statement)
          const done = statement.run(...[...(rows === undefined ? [] : [rows]), ...parameters].map(asInput))
          if (sql === 'begin' || sql === 'commit') begun = sql === 'begin'
          return done
        },
      }
    },
  }
}

/** The one parameter of a statement that is to run for each of many rows: Kysely is asked once, SQLite often. */
export class ManyRows {
  readonly rows: unknown[][]
  /** Which of the rows were inserted, and under which number. */
  readonly inserted: { row: number; id: number }[] = []

  constructor(rows: unknown[][]) {
    this.rows = rows
  }

  runEach(statement: StatementSync) {
    let all = 0
    this.rows.forEach((row, at) => {
      const { changes, lastInsertRowid } = statement.run(...(row as SQLInputValue[]))
      if (changes) this.inserted.push({ row: at, id: Number(lastInsertRowid) })
      all += Number(changes)
    })
    return { changes: all, lastInsertRowid: 0 }
  }
}

const keptStatements = 300

const asInput = (value: unknown) =>
  (typeof value === 'boolean' ? Number(value) : value === undefined ? null : value) as SQLInputValue
