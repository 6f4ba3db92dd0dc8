import type { DatabaseConnection, Driver } from 'kysely'
import { Unavailable } from '../model/oops.ts'

/**
 * The database cannot be used now, or takes nothing more: what was asked was not kept, or nobody knows (an answer
 * was lost). Asked again later it may work. `key` names the words for people where they can do something about it.
 */
export class StoreDown extends Unavailable {
  override name = 'StoreDown'
}

/** Asks a query, once or more often. */
export type Manner = <Result>(query: Query, ask: () => Promise<Result>) => Promise<Result>

type Query = Parameters<DatabaseConnection['executeQuery']>[0]

/**
 * Kysely's driver, whose errors are first shown to `faultOf`: what it gives is thrown instead. That a transaction
 * failed is never hidden by a rollback that failed after it. Queries are asked in the given `manner`.
 */
export function guarded(
  driver: Driver,
  faultOf: (error: unknown) => unknown,
  manner: Manner = (_, ask) => ask(),
): Driver {
  const known = new WeakSet<DatabaseConnection>()
  const said = (error: unknown) => {
    throw faultOf(error)
  }

  function watched(connection: DatabaseConnection) {
    if (known.has(connection)) return connection
    known.add(connection)
    const ask = connection.executeQuery.bind(connection)
    connection.executeQuery = <Row>(query: Query, options: Parameters<typeof ask>[1]) =>
      manner(query, () => ask<Row>(query, options)).catch(said)
    return connection
  }

  return {
    init: (...given) => driver.init(...given),
    acquireConnection: (...given) => driver.acquireConnection(...given).then(watched, said),
    beginTransaction: (...given) => driver.beginTransaction(...given),
    commitTransaction: (...given) => driver.commitTransaction(...given),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection).catch(() => {}),
    releaseConnection: (...given) => driver.releaseConnection(...given),
    destroy: (...given) => driver.destroy(...given),
  }
}
