import { sql } from 'kysely'
import { Client } from 'pg'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { oopsText } from '../../src/bot/excusing.ts'
import { Oops } from '../../src/model/oops.ts'
import { StoreDown } from '../../src/store/fault.ts'
import { openPostgres, type Patience } from '../../src/store/postgres.ts'
import { openStore } from '../../src/store/store.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { newProxy } from '../databases/proxy.ts'

const server = inject('postgres')
const patience: Patience = { start: 300, connect: 300, query: 400, answer: 500, farewell: 100 }

/** A database that is reached through a network that fails on demand. */
async function newLine({ connections = 2, user = 'vigie' } = {}) {
  const name = `faults_${process.pid}_${++count}`
  await asked('postgres', `create database ${name}`)
  onTestFinished(() => asked('postgres', `drop database ${name} with (force)`))
  const proxy = await newProxy(Number(new URL(server!).port))
  const url = `postgres://${user}:vigie@127.0.0.1:${proxy.port}/${name}`
  const complaints: Error[] = []
  const manners = { patience, connections, complain: (error: Error) => void complaints.push(error) }
  const open = () => {
    const db = openPostgres(url, manners)
    onTestFinished(() => db.destroy())
    return db
  }
  return { name, proxy, url, manners, open, complaints }
}

let count = 0

async function asked(database: string, words: string) {
  const client = new Client({ connectionString: `${server}/${database}` })
  await client.connect()
  try {
    await client.query(words)
  } finally {
    await client.end()
  }
}

const answer = async (db: ReturnType<typeof openPostgres>, what: number) =>
  (await sql<{ said: number }>`select ${what}::int as said`.execute(db)).rows[0]!.said

/** What went wrong, as it is told in English. */
const told = (opening: Promise<unknown>) =>
  opening.then(
    () => 'nothing',
    (error) => {
      expect(error).toBeInstanceOf(Oops)
      return oopsText(error, sayIn('en'))
    },
  )

describe.skipIf(!server)('PostgreSQL having a day', () => {
  test('a connection that stopped answering is given up in time, and its late answer is nobody’s', async () => {
    const { proxy, open } = await newLine({ connections: 1 })
    const db = open()
    expect(await answer(db, 1)).toBe(1)
    proxy.freeze()
    await expect(answer(db, 2)).rejects.toThrow(StoreDown)
    const before = proxy.made()
    proxy.thaw()
    expect(await answer(db, 3)).toBe(3)
    expect(await answer(db, 4)).toBe(4)
    expect(proxy.made()).toBe(before + 1)
  })

  test('frozen while a transaction is under way, all of it is undone or none, and others go on', async () => {
    const { proxy, open } = await newLine()
    const db = open()
    await sql`create table t (n int)`.execute(db)
    const kept = async () => (await sql`select n from t order by n`.execute(db)).rows
    const work = db.transaction().execute(async (db) => {
      await sql`insert into t values (1)`.execute(db)
      proxy.freeze()
      await sql`insert into t values (2)`.execute(db)
    })
    await expect(work).rejects.toThrow(StoreDown)
    proxy.thaw()
    await expect.poll(kept, { timeout: 5_000 }).toEqual([])
    await sql`insert into t values (3)`.execute(db)
    expect(await kept()).toEqual([{ n: 3 }])
  })

  test('a connection cut between two statements of a transaction fails that one alone', async () => {
    const { proxy, open } = await newLine({ connections: 1 })
    const db = open()
    await sql`create table t (n int)`.execute(db)
    const work = db.transaction().execute(async (db) => {
      await sql`insert into t values (1)`.execute(db)
      proxy.cut()
      // The end of the connection arrives while nobody asks anything.
      await new Promise((resolve) => setTimeout(resolve, 50))
      await sql`insert into t values (2)`.execute(db)
    })
    await expect(work).rejects.toThrow(StoreDown)
    expect((await sql`select n from t`.execute(db)).rows).toEqual([])
  })

  test('connections that broke while nobody used them are complained of, and replaced', async () => {
    const { proxy, open, complaints } = await newLine()
    const db = open()
    await Promise.all([answer(db, 1), answer(db, 2)])
    proxy.cut()
    await expect.poll(() => complaints.length).toBe(2)
    expect(await answer(db, 3)).toBe(3)
  })

  test('while nobody answers the door it says so at once, and goes on when somebody does', async () => {
    const { proxy, open } = await newLine()
    const db = open()
    expect(await answer(db, 1)).toBe(1)
    await proxy.close()
    await expect(answer(db, 2)).rejects.toThrow(StoreDown)
    await proxy.reopen()
    expect(await answer(db, 3)).toBe(3)
  })

  test('when every connection is taken, who comes next is told in time instead of waiting for ever', async () => {
    const { open } = await newLine({ connections: 1 })
    const db = open()
    await db.transaction().execute(async () => {
      await expect(answer(db, 1)).rejects.toThrow(StoreDown)
    })
    expect(await answer(db, 2)).toBe(2)
  })

  test('a query that takes too long is cancelled by the server, and its connection stays', async () => {
    const { proxy, open } = await newLine({ connections: 1 })
    const db = open()
    await expect(sql`select pg_sleep(30)`.execute(db)).rejects.toThrow(StoreDown)
    expect(await answer(db, 1)).toBe(1)
    expect(proxy.made()).toBe(1)
  })

  test('a mistake of ours stays one: it is not blamed on the server', async () => {
    const { open } = await newLine()
    const db = open()
    await expect(sql`select nonsense`.execute(db)).rejects.toMatchObject({ code: '42703' })
    await expect(sql`select nonsense`.execute(db)).rejects.not.toThrow(StoreDown)
  })

  test('at the start, a server that does not answer or is not there is named, never the password', async () => {
    const { proxy, url, manners } = await newLine()
    proxy.freeze()
    const frozen = await told(openStore(null, { url, ...manners }))
    expect(frozen).toContain(`The database at 127.0.0.1:${proxy.port} cannot be used: `)
    await proxy.close()
    const closed = await told(openStore(null, { url, ...manners }))
    expect(closed).toMatch(/ECONNREFUSED.*nothing was started/)
    expect(frozen + closed).not.toContain('vigie@')
  })

  test('at the start it waits for a server that is still coming up', async () => {
    const { proxy, url, manners, complaints } = await newLine()
    await proxy.close()
    const opening = openStore(null, { url, ...manners, patience: { ...patience, start: 5_000 } })
    await expect.poll(() => complaints.length).toBe(1)
    await proxy.reopen()
    await (await opening).close()
  })

  test('too many connections: the server’s own words at the start, a StoreDown later', async () => {
    const role = `small_${process.pid}`
    await asked('postgres', `create role ${role} login password 'vigie' connection limit 1`)
    onTestFinished(() => asked('postgres', `drop role ${role}`))
    const { url, open, manners } = await newLine({ user: role })
    const db = open()
    await db.connection().execute(async (held) => {
      expect(await answer(held, 1)).toBe(1)
      const refused = await answer(db, 2).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(StoreDown)
      expect((refused as StoreDown).message).toContain('too many connections for role')
      expect(await told(openStore(null, { url, ...manners }))).toContain('too many connections for role')
    })
    expect(await answer(db, 3)).toBe(3)
  })

  test('a full disk is told in words, and so is a server that only reads', async () => {
    const { open } = await newLine()
    const db = open()
    await sql`create table t (n int)`.execute(db)
    await sql`create function no_room() returns trigger language plpgsql as $$ begin
      raise exception using errcode = 'disk_full', message = 'could not extend file: No space left on device';
      end $$`.execute(db)
    await sql`create trigger no_room before insert on t execute function no_room()`.execute(db)
    const insert = sql`insert into t values (1)`
    await expect(insert.execute(db)).rejects.toMatchObject({ name: 'StoreDown', key: 'store.full' })
    await expect(
      db
        .transaction()
        .setAccessMode('read only')
        .execute((db) => insert.execute(db)),
    ).rejects.toMatchObject({ key: 'store.read-only' })
  })

  test('a database of a newer Vigie is left alone, with its reason', async () => {
    const { url, manners, name } = await newLine()
    await (await openStore(null, { url, ...manners })).close()
    await asked(name, `insert into kysely_migration values ('999-from-later', '2030-01-01T00:00:00.000Z')`)
    expect(await told(openStore(null, { url, ...manners }))).toContain('it knows “999-from-later”')
  })

  test('closing does not wait for a server that never says goodbye', async () => {
    const { proxy, open } = await newLine()
    const db = open()
    await answer(db, 1)
    proxy.freeze()
    await db.destroy()
  })
})
