import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSettings } from '../../src/settings/settings.ts'

test('a channel belongs to one team: a second one that names it is told whose it is', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'vigie-test-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  await cp('config', dir, { recursive: true })
  await cp('config/teams/nimbus', join(dir, 'teams/acme'), { recursive: true })
  const { problems } = await readSettings(dir, {})
  expect(problems.map(({ key, values }) => [key, values.given, values.team])).toEqual(
    ['e-reputation', 'veille', 'communaute'].map((name) => [
      'settings.channel-shared',
      `local:#${name}`,
      'acme',
    ]),
  )
})
