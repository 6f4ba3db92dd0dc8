import { expect, test } from 'vitest'
import { readEvery } from '../../src/settings/every.ts'
import { acmeWith, teamOf } from './world.ts'

const minute = 60_000

test.for([
  ['15 min', 15],
  ['15m', 15],
  ['5 minutes', 5],
  ['2h', 120],
  ['1,5 h', 90],
  ['2 heures', 120],
  ['1 jour', 1440],
  ['24\u00a0h', 1440],
  ['toutes les 30 min', 30],
  ['every 10 minutes', 10],
  ['1d', 1440],
  ['600 s', 10],
  ['heure', 60],
] as const)('%s', ([text, minutes]) => {
  expect(readEvery(text)).toBe(minutes * minute)
})

test.for([
  ['4 min', 'settings.every-range'],
  ['25 h', 'settings.every-range'],
  ['0h', 'settings.every-range'],
  ['30 s', 'settings.every-range'],
  ['15', 'settings.every'],
  ['', 'settings.every'],
  ['bientôt', 'settings.every'],
  ['-5 min', 'settings.every'],
  ['1 semaine', 'settings.every'],
  ['5 min 30', 'settings.every'],
] as const)('%s is told', ([text, key]) => {
  expect(() => readEvery(text)).toThrow(expect.objectContaining({ key }))
})

test('a source of the settings may have its interval, its folder and a pause; a mistake is told at its line', async () => {
  const lines = acmeWith().split('\n')
  const at = lines.findIndex((line) => line.includes('feed:'))
  const indent = /^\s*(?:- )?/.exec(lines[at]!)![0].replace('-', ' ')
  const team = async (...more: string[]) =>
    teamOf(
      [...lines.slice(0, at + 1), ...more.map((line) => `${indent}${line}`), ...lines.slice(at + 1)].join(
        '\n',
      ),
    )
  const { teams, problems } = await team('every: 15 min', 'folder: Presse', 'paused: true')
  expect(problems).toEqual([])
  expect(teams[0]!.sources[0]).toMatchObject({ every: 15 * minute, folder: 'Presse', paused: true })
  const wrong = await team('every: 2 min')
  expect(wrong.problems.map(({ line, key }) => [line, key])).toEqual([[at + 2, 'settings.every-range']])
})
