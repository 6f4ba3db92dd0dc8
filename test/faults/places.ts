import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'
import type { Place } from './ledger.ts'

let made = 0

/** Two empty places on one database. */
export async function twoPlaces(): Promise<[Place, Place]> {
  const [one, other] = [await emptyPlace(), await emptyPlace()]
  return [one, { ...other, url: one.url }]
}

/** An empty place for a Vigie: a folder and, in the runs on PostgreSQL, a database. It goes with the test. */
export async function emptyPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-faults-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const server = inject('postgres')
  if (!server) return { folder, url: null }
  const name = `faults_${process.pid}_${++made}`
  await ask(server, `create database ${name}`)
  onTestFinished(() => ask(server, `drop database if exists ${name} with (force)`))
  return { folder, url: `${server}/${name}` }
}

async function ask(server: string, sql: string) {
  const client = new Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
