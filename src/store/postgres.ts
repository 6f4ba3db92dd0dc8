import { setTimeout } from 'node:timers/promises'
import { Kysely, PostgresDialect, PostgresQueryCompiler } from 'kysely'
import { Client, DatabaseError, Pool, types } from 'pg'
import { guarded } from './fault.ts'
import { postgresFault, whenReachable } from './postgres-fault.ts'
import type { Tables } from './tables.ts'

/**
 * How long is waited, in ms: for the server when we start; for a connection; by the server for a query, and by us
 * for its answer; for its goodbye.
 */
export type Patience = { start: number; connect: number; query: number; answer: number; farewell: number }

// The server gives up before us, so that its answer can still be heard.
const usual: Patience = {
  start: 30_000,
  connect: 5_000,
  query: 30_000,
  answer: 35_000,
  farewell: 2_000,
}

/**
 * Opens a PostgreSQL database, by its address (`postgres://…`). Whatever waits for the server has a time limit: a
 * connection that stopped answering is thrown away, and who asked gets a StoreDown. `complain` hears of connections
 * that broke while nobody used them.
 */
export function openPostgres(
  url: string,
  { complain = () => {}, patience = usual, connections = 10 }: Manners = {},
): Kysely<Tables> {
  const pool = new Pool({
    connectionString: url,
    Client: PatientClient,
    max: connections,
    connectionTimeoutMillis: patience.connect,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    statement_timeout: patience.query,
    query_timeout: patience.answer,
    idle_in_transaction_session_timeout: patience.query,
    application_name: 'vigie',
    types: { getTypeParser },
  })
  pool.on('error', complain)
  return new Kysely<Tables>({ dialect: new OurDialect({ pool }, patience) })
}

/** Opens it and does the first work on it, as soon as the server can be reached. Throws Oops where it cannot. */
export async function openServer(
  url: string,
  work: (db: Kysely<Tables>) => Promise<void>,
  manners: Manners = {},
): Promise<Kysely<Tables>> {
  const db = openPostgres(url, manners)
  try {
    await whenReachable(url, () => work(db), { ...manners, longest: manners.patience?.start })
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

export type Manners = { complain?: (error: Error) => void; patience?: Patience; connections?: number }

/** Whole numbers of eight bytes and sums are numbers here: none of ours comes near 2^53. */
const getTypeParser = ((oid: number, format: 'text') =>
  oid === types.builtins.INT8 || oid === types.builtins.NUMERIC
    ? Number
    : types.getTypeParser(oid, format)) as typeof types.getTypeParser

/** A connection that is not used again once an answer did not come. */
class PatientClient extends Client {
  constructor(config?: ConstructorParameters<typeof Client>[0]) {
    super(config)
    // While somebody holds it, the pool does not listen; what they ask next fails, and says so.
    this.on('error', () => {})
  }

  // biome-ignore lint/suspicious/noExplicitAny: the overloads of the original
  override query(...given: any[]): any {
    const [text, parameters, ...more] = given
    const query = super.query as (...given: unknown[]) => unknown
    const asked = Array.isArray(parameters) ? [text, parameters.map(asParameter), ...more] : given
    const answer = query.apply(this, asked)
    if (answer instanceof Promise)
      answer.catch((error: unknown) => {
        // Whatever the server did not say itself is the connection's end: a late answer would be taken for the next.
        if (!(error instanceof DatabaseError)) void this.end()
      })
    return answer
  }
}

/**
 * Does a transaction again that lost against another one (a deadlock, a serialisation failure): the server undid
 * it and asks for that. Three times, then the error is thrown.
 */
export async function again<Result>(transaction: () => Promise<Result>): Promise<Result> {
  for (let left = 3; ; left--)
    try {
      return await transaction()
    } catch (error) {
      if (left === 0 || !lost.has((error as { code?: string }).code ?? '')) throw error
    }
}

/** Codes of PostgreSQL: serialization_failure, deadlock_detected. */
const lost = new Set(['40001', '40P01'])

/** Our columns hold 0 and 1 for no and yes, and PostgreSQL takes no NUL in a text. */
const asParameter = (value: unknown) =>
  typeof value === 'boolean'
    ? Number(value)
    : typeof value === 'string' && value.includes('\0')
      ? value.replaceAll('\0', '')
      : value

class OurDialect extends PostgresDialect {
  readonly #patience: Patience

  constructor(config: ConstructorParameters<typeof PostgresDialect>[0], patience: Patience) {
    super(config)
    this.#patience = patience
  }

  override createDriver() {
    const driver = guarded(super.createDriver(), postgresFault)
    const { farewell } = this.#patience
    // A server that does not answer does not say goodbye either.
    const destroy = () => Promise.race([driver.destroy(), setTimeout(farewell, undefined, { ref: false })])
    return { ...driver, destroy }
  }

  override createQueryCompiler() {
    return new OurCompiler()
  }
}

/** Says what the migrations say in SQLite's words. */
class OurCompiler extends PostgresQueryCompiler {
  protected override getAutoIncrement() {
    return 'generated by default as identity'
  }

  protected override visitDataType(node: { dataType: string }) {
    this.append(node.dataType === 'blob' ? 'bytea' : node.dataType)
  }
}
