import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { bareEnvironment } from '../program.ts'

// As the operator meets it: the command line, what it says on stderr, and how it ends.

const only = test.skipIf(inject('postgres'))
const root = process.getuid?.() === 0

async function newFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-start-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Vigie is started on a folder, by somebody who is not root where `plain`: root may write everywhere. */
async function start(env: Record<string, string>, { plain = false } = {}) {
  const child = spawn(process.execPath, ['src/main.ts', 'start'], {
    env: { ...bareEnvironment, PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(plain && root ? { uid: nobody, gid: nobody } : {}),
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const told = { out: '', err: '' }
  child.stdout.on('data', (text) => (told.out += text))
  child.stderr.on('data', (text) => (told.err += text))
  const [code] = await once(child, 'close')
  return { code, ...told }
}

const nobody = 65534

const refused = async (env: Record<string, string>, words: string, more?: { plain: boolean }) => {
  for (const [LANG, end] of [
    ['C', 'nothing was started.'],
    ['fr_FR.UTF-8', 'rien n’a démarré.'],
  ] as const) {
    const { code, out, err } = await start({ ...env, LANG }, more)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(words)
    expect(err.trimEnd().endsWith(end)).toBe(true)
    expect(err).not.toMatch(/^\s+at /mu)
  }
}

only('a database that is none', async () => {
  const data = await newFolder()
  await writeFile(join(data, 'vigie.db'), 'Dear diary, '.repeat(500))
  await refused({ VIGIE_DATA: data }, `${data}/vigie.db`)
})

only('a folder that cannot be made', async () => {
  const data = join(await newFolder(), 'file', 'data')
  await writeFile(join(data, '..'), '')
  await refused({ VIGIE_DATA: data }, data)
})

only('a folder that may only be read', async () => {
  const data = await newFolder()
  await chmod(data, 0o555)
  await refused({ VIGIE_DATA: data }, `${data}/running.db`, { plain: true })
})

only('a database that may only be read', async () => {
  const data = await newFolder()
  await (await openStore(data)).close()
  await chmod(join(data, 'vigie.db'), 0o444)
  await chmod(data, 0o777)
  await refused({ VIGIE_DATA: data }, `${data}/vigie.db`, { plain: true })
})

only('a secret that may not be read is left as it is', async () => {
  const data = await newFolder()
  await chmod(data, 0o777)
  await mkdir(join(data, 'secret'))
  await refused({ VIGIE_DATA: data }, `${data}/secret`, { plain: true })
})

only('a memory that is damaged has forgotten, nothing more', async () => {
  const data = await newFolder()
  await writeFile(join(data, 'memory.db'), 'Dear diary, '.repeat(500))
  const store = await openStore(data)
  await store.memory.set('one', 1, 1_000)
  expect(await store.memory.get('one')).toBeUndefined()
  await store.memory.sweep()
  await store.close()
})
