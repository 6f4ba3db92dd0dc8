import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as after } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { bareEnvironment } from './program.ts'

// A store that goes away while `vigie import` works: what people read, in their language, and what stays.

const languages = [
  [
    'C',
    /old\.csv: stopped\. The \d+ posts filed so far stay; import the same file again/,
    /The database of Vigie does not answer: database is locked\. Check that it runs/,
  ],
  [
    'fr_FR.UTF-8',
    /old\.csv\s: interrompu\. Les \d+ publications déjà classées le restent/,
    /La base de données de Vigie ne répond pas\s: database is locked\. Vérifiez/,
  ],
] as const

test.each(languages)(
  'in %s an import that the store leaves alone says so, and is taken up again',
  async (LANG, stopped, why) => {
    const folder = await mkdtemp(join(tmpdir(), 'vigie-test-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const file = join(folder, 'old.csv')
    const count = 3_000
    const rows = Array.from(
      { length: count },
      (_, nth) => `https://a.example/${nth};Nimbus ${nth};21/11/2025 14:05`,
    )
    await writeFile(file, ['url;texte;date', ...rows].join('\n'))
    const begin = () => {
      const env = { ...bareEnvironment, LANG, VIGIE_DATA: folder }
      const child = spawn(process.execPath, ['src/main.ts', 'import', '--team', 'nimbus', file], { env })
      onTestFinished(() => void child.kill('SIGKILL'))
      const told = { out: '', err: '' }
      child.stdout.on('data', (text) => (told.out += text))
      child.stderr.on('data', (text) => (told.err += text))
      return { child, told, ended: once(child, 'close') }
    }

    const { told, ended } = begin()
    const path = join(folder, 'vigie.db')
    while (!existsSync(path)) await after(20)
    const holder = new DatabaseSync(path, { timeout: 10_000 })
    onTestFinished(() => holder.close())
    const filed = () => {
      try {
        return Number(holder.prepare('select count(*) as count from posts').get()!.count)
      } catch {
        return 0
      }
    }
    while (filed() === 0) await after(5)
    holder.exec('begin immediate')
    const left = filed()
    const [code] = await ended
    holder.exec('rollback')
    expect(code).toBe(1)
    expect(left).toBeLessThan(count)
    expect(told.err).toMatch(stopped)
    expect(told.err).toMatch(why)
    expect(told.err).not.toMatch(/cannot be used|at .*\.ts:\d/)

    const again = begin()
    expect((await again.ended)[0]).toBe(0)
    const done = JSON.parse(again.told.out)
    expect(done).toMatchObject({ lines: count, filed: count - left, known: left })
  },
  60_000,
)
