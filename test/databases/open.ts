import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'
import { openStore, type Store } from '../../src/store/store.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's PostgreSQL server is, in the runs that test on it. */
    postgres?: string
  }
}

/** An empty store for a test: SQLite in memory or, in the runs on PostgreSQL, a database of its own. */
export async function emptyStore(): Promise<Store> {
  const server = inject('postgres')
  if (!server) return openStore(null)
  const name = empty.pop() ?? (await made(server))
  const store = await openStore(null, { url: `${server}/${name}` })
  addresses.set(store, `${server}/${name}`)
  onTestFinished(async () => {
    await store.close()
    await emptied(server, name)
    empty.push(name)
  })
  return store
}

/**
 * The store as another process sees it: on PostgreSQL with connections of its own. On SQLite, where there is never
 * another process, the same one, which then believes that it is shared.
 */
export async function sameStore(store: Store): Promise<Store> {
  const url = addresses.get(store)
  if (!url) return { ...store, shared: true }
  const other = await openStore(null, { url })
  onTestFinished(() => other.close())
  return other
}

/** Where a store's database is, for who does to it what the store never would; null for one in memory. */
export const addressOf = (store: Store): string | null => addresses.get(store) ?? null

const addresses = new WeakMap<Store, string>()
const empty: string[] = []
let count = 0

/** Copies of one database that has all its tables: faster than making them each time. */
async function made(server: string): Promise<string> {
  const template = `template_${process.pid}`
  if (count++ === 0) {
    await asked(server, 'postgres', `create database ${template}`)
    await (await openStore(null, { url: `${server}/${template}` })).close()
  }
  const name = `test_${process.pid}_${count}`
  await asked(server, 'postgres', `create database ${name} template ${template}`)
  return name
}

async function emptied(server: string, name: string) {
  const { rows } = await asked(
    server,
    name,
    `select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`,
  )
  const all = rows.map(({ tablename }) => `"${tablename}"`).join(', ')
  // What may never be emptied is, here.
  await asked(server, name, `set session_replication_role = replica; truncate ${all} restart identity`)
}

async function asked(server: string, database: string, sql: string) {
  const client = new Client({ connectionString: `${server}/${database}` })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}
