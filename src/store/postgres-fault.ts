import { setTimeout } from 'node:timers/promises'
import { DatabaseError } from 'pg'
import { Oops } from '../model/oops.ts'
import { StoreDown } from './fault.ts'

/** What went wrong between PostgreSQL and us; a mistake in what was asked is left as it is. */
export function postgresFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreDown || isOurs(error)) return error
  if (error instanceof DatabaseError && !passing.test(error.code ?? '')) return error
  const key = error instanceof DatabaseError ? keys[error.code ?? ''] : undefined
  return new StoreDown(`the database cannot be used: ${wordsOf(error)}`, { cause: error, key })
}

/** What is no connection's fault and nothing the server said. */
const isOurs = (error: Error): boolean => error instanceof TypeError || error instanceof SyntaxError

/**
 * Connection exceptions; too little of something (disk, memory, connections); a lock that did not come in time; a
 * transaction that stood still; only read for now; cancelled, shutting down or starting up; the server's own disk.
 */
const passing = /^(?:08...|53...|55P03|25P03|25006|57...|58...)$/u

const keys: Record<string, string> = { '53100': 'store.full', '25006': 'store.read-only' }

/** Of several addresses that were tried, none has words of its own. */
const wordsOf = (error: Error): string =>
  error instanceof AggregateError && error.message === ''
    ? error.errors.map((one: Error) => one.message).join(', ')
    : error.message

/**
 * Does something once the server can be reached: it may start at the same time as Vigie. After `longest` ms, or
 * when it says no, throws Oops with the server's name (never the password). `complain` hears of the first failure.
 */
export async function whenReachable<Result>(
  url: string,
  work: () => Promise<Result>,
  {
    complain = () => {},
    longest = 30_000,
  }: { complain?: (error: Error) => void; longest?: number | undefined } = {},
): Promise<Result> {
  const end = performance.now() + longest
  for (let first = true; ; first = false)
    try {
      return await work()
    } catch (error) {
      const cause = error instanceof StoreDown ? error.cause : error
      const { code = '' } = cause as { code?: string }
      const mayCome = error instanceof StoreDown && error.key === undefined && performance.now() < end
      if (!mayCome && (error instanceof StoreDown || refusals.test(code)))
        throw new Oops('line.database-unreachable', {
          server: new URL(url).host,
          reason: wordsOf(cause as Error),
        })
      if (!mayCome) throw error
      if (first) complain(error)
      await setTimeout(Math.min(1_000, longest))
    }
}

// Invalid authorisation, no such database, no right to it.
const refusals = /^(?:28|3D|42501)/u
