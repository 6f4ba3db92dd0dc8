import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
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
  if (!server) {
    copied ??= newFile()
    const store = await openStore(null, { copy: await copied, upToDate: true })
    onTestFinished(() => store.close())
    return store
  }
  const name = empty.pop() ?? (await made(server))
  const store = await openStore(null, { url: `${server}/${name}`, upToDate: true })
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
  const other = await openStore(null, { url, upToDate: true })
  onTestFinished(() => other.close())
  return other
}

/** Where a store's database is, for who does to it what the store never would; null for one in memory. */
export const addressOf = (store: Store): string | null => addresses.get(store) ?? null

/** An empty database that has all its tables, to be copied: a world for each test would make them each time. */
async function newFile(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-empty-'))
  try {
    await (await openStore(folder)).close()
    const file = new DatabaseSync(join(folder, 'vigie.db'))
    // Nothing in memory can have a write-ahead log.
    file.exec('pragma journal_mode = delete')
    const bytes = file.serialize()
    file.close()
    return bytes
  } finally {
    await rm(folder, { recursive: true })
  }
}

let copied: Promise<Uint8Array> | undefined
const addresses = new WeakMap<Store, string>()
const empty: string[] = []
const keepers = new Map<string, Promise<Client>>()
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

/** Only what was written is emptied: most tables were not, and each of them takes its time. */
async function emptied(server: string, name: string) {
  // A connection is kept for it, as a new one has to learn all tables again.
  const keeper = keepers.get(name) ?? newClient(server, name)
  keepers.set(name, keeper)
  await (await keeper).query(`do $$
    declare name text;
    begin
      -- What may never be emptied is, here.
      set local session_replication_role = replica;
      for name in
        select relname from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace
          and relname not like 'kysely%' and pg_relation_size(oid) > 0
      loop
        execute format('delete from %I', name);
      end loop;
      for name in select sequencename from pg_sequences where last_value is not null loop
        perform setval(format('%I', name)::regclass, 1, false);
      end loop;
    end $$`)
}

async function asked(server: string, database: string, sql: string) {
  const client = await newClient(server, database)
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

async function newClient(server: string, database: string) {
  const client = new Client({ connectionString: `${server}/${database}` })
  // The server goes before the last of them.
  client.on('error', () => {})
  await client.connect()
  return client
}
