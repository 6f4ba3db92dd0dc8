import { expect, test } from 'vitest'
import { hour, minute } from '../../src/model/time.ts'
import { problemText } from '../../src/problems.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { acmeWith, settingsOf } from './world.ts'

const withRules = (...lines: string[]) =>
  settingsOf({ 'teams/acme/team.yaml': acmeWith(), 'teams/acme/rules.yaml': lines.join('\n') })

test('rules stand beside the team, with what they leave out as usual', async () => {
  const { teams, problems } = await withRules(
    '# Acme',
    '- name: Danger',
    '  words: [recall, \'fire NOT "fire sale"\']',
    '  topics: acme',
    '  severity: grave',
    '- { name: Wide, reach: 50000, moods: negative, to: "#press", pause: 1 h, most: 1 }',
    '- { name: Wave, negative: 70, within: 3 h, mentions: 20, kinds: [brand] }',
    '- { name: Late, late: 30 min }',
  )
  expect(problems).toEqual([])
  const [danger, wide, wave, late] = teams[0]!.rules!
  expect(danger).toMatchObject({
    written: 'recall OR fire NOT "fire sale"',
    when: { topics: ['Acme'] },
    severity: 'grave',
    to: 'alerts',
    pause: 6 * hour,
    most: 3,
    share: null,
    at: { file: 'teams/acme/rules.yaml', line: 2 },
  })
  expect(wide).toMatchObject({
    reach: 50_000,
    to: { chat: 'slack', channel: 'press' },
    pause: hour,
    most: 1,
    severity: 'minor',
  })
  expect(wave!.share).toEqual({ over: 70, within: 3 * hour, least: 20 })
  expect(late!.late).toBe(30 * minute)
})

test('a team without the file, or with comments alone, has no rules', async () => {
  expect((await withRules('# nothing yet')).teams[0]!.rules).toBeUndefined()
  const { teams } = await settingsOf({ 'teams/acme/team.yaml': acmeWith() })
  expect(teams[0]!.rules).toBeUndefined()
})

test('every mistake is told with its line and the cure', async () => {
  const { problems, teams } = await withRules(
    '- { name: Danger, words: "(fire" }',
    '- { name: Danger, words: fire }',
    '- { name: All, kinds: [brand] }',
    '- { name: Odd, words: fire, topics: Acmee }',
    '- { name: Window, words: fire, within: 2 h }',
    '- { name: Share, negative: 100 }',
    '- { name: Late, late: 1 h, words: fire }',
    '- { name: Share 2, negative: 70, moods: negative }',
    '- { name: Long, words: fire, pause: 1 min }',
    '- { name: Word, word: fire }',
    '- name: Hash',
    '  words: fire #sale',
  )
  expect(teams).toEqual([])
  const told = problems.map((one) =>
    `${one.line}: ${problemText(one, sayIn('en'))}`.replace(/.*rules\.yaml:/, ''),
  )
  const ofLine = (line: number) => told.filter((one) => one.includes(`${line}:`)).join('\n')
  expect(problems.every(({ file }) => file === 'teams/acme/rules.yaml')).toBe(true)
  expect([...new Set(problems.map(({ line }) => line))].sort((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12,
  ])
  expect(ofLine(3)).toContain('would fit every mention')
  expect(ofLine(4)).toContain('Acme')
  expect(ofLine(5)).toContain('negative: 70')
  expect(ofLine(7)).toContain('needs a rule of its own')
  expect(ofLine(8)).toContain('take “moods” out')
  expect(ofLine(10)).toContain('words')
})

test('what is not a list of rules is told, not thrown', async () => {
  for (const text of ['rules: yes', '- 3', '[]', '- {name: [}', '- null'])
    expect((await withRules(text)).problems.length).toBeGreaterThan(0)
})
