import { expect, test } from 'vitest'
import { weekdays } from '../../src/model/digest.ts'
import { hour, minute } from '../../src/model/time.ts'
import { problemText } from '../../src/problems.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { acmeWith, settingsOf, teamOf } from './world.ts'

/** Acme's settings with these lines in front of its people, the first in line 11. */
const withLines = (...lines: string[]) => acmeWith({ 11: [...lines, 'people:'].join('\n') })

test('hours are one line, or as many as there are exceptions', async () => {
  const { teams } = await teamOf(
    withLines(
      'hours:',
      '  open: ["09:00-12:30", "14:00 – 18:00"]',
      '  saturday: "10:00-12:00"',
      '  friday: none',
      '  holidays: alsace-moselle',
      '  worked: whit-monday',
      '  closed: ["2026-12-24..2027-01-03", "12-31"]',
      '  timeZone: Europe/Paris',
    ),
  )
  const { hours } = teams[0]!
  expect(weekdays.map((day) => hours!.week[day].map(({ from, to }) => `${from}-${to}`).join(' '))).toEqual([
    ...Array(4).fill('09:00-12:30 14:00-18:00'),
    '',
    '10:00-12:00',
    '',
  ])
  expect(hours).toMatchObject({
    timeZone: 'Europe/Paris',
    holidays: 'alsace-moselle',
    worked: ['whit-monday'],
    closed: [
      { from: '2026-12-24', to: '2027-01-03' },
      { from: '12-31', to: '12-31' },
    ],
  })
})

test('without hours day and night count, and so they do where that is said', async () => {
  expect((await teamOf(withLines('# nothing'))).teams[0]!.hours).toBeUndefined()
  const { hours } = (await teamOf(withLines('hours: always'))).teams[0]!
  expect(hours!.week.sunday).toEqual([{ from: '00:00', to: '24:00' }])
})

test('promises say what a route says, and within which time', async () => {
  const { teams, problems } = await teamOf(
    withLines(
      'promises:',
      '  - { name: fast, topics: acme, moods: [negative], networks: mastodon, within: 30 min, silence: 1h,',
      '      escalate: [{ to: noor }, { after: 2 h, to: admin }] }',
      '  - { name: slow, within: 8h, remind: none }',
    ),
  )
  expect(problems).toEqual([])
  expect(teams[0]!.promises).toMatchObject([
    {
      name: 'fast',
      topics: ['Acme'],
      moods: ['negative'],
      networks: ['mastodon'],
      within: 30 * minute,
      remind: 7.5 * minute,
      silence: hour,
      escalate: [
        { after: 0, to: 'noor' },
        { after: 2 * hour, to: 'admin' },
      ],
      at: { file: 'teams/acme/team.yaml', line: 12 },
    },
    { name: 'slow', topics: null, remind: null, silence: null, escalate: [], within: 8 * hour },
  ])
})

test('what teams share holds where a team says nothing else', async () => {
  const shared = [
    'hours: { open: "09:00-17:00", holidays: france }',
    'promises:',
    '  - { name: all, within: 2h, escalate: { to: approver } }',
    '',
  ].join('\n')
  const files = { 'defaults/team.yaml': shared, 'teams/acme/team.yaml': withLines('# nothing') }
  const { teams } = await settingsOf(files)
  expect(teams[0]).toMatchObject({ hours: { holidays: 'france' }, promises: [{ name: 'all' }] })
  const own = { ...files, 'teams/acme/team.yaml': withLines('promises: []', 'hours: always') }
  expect((await settingsOf(own)).teams[0]).toMatchObject({ hours: { holidays: 'none' }, promises: [] })
})

const promise = (rest: string) => ['promises:', `  - { name: a, ${rest} }`]

test.each<[mistake: string, lines: string[], line: number, key: string, values?: Record<string, unknown>]>([
  ['hours without an end', ['hours: { open: "09:00" }'], 11, 'settings.span'],
  ['hours in another writing', ['hours: { open: "9h-12h30" }'], 11, 'settings.time-near', { near: '09:00' }],
  ['hours of no length', ['hours: { open: "09:00-09:00" }'], 11, 'settings.span-same'],
  ['a day that is none', ['hours: { mondy: none }'], 11, 'settings.key-unknown-near', { near: 'monday' }],
  [
    'a calendar that is none',
    ['hours: { holidays: franse }'],
    11,
    'settings.choice-near',
    { near: 'france' },
  ],
  ['a holiday that is none', ['hours: { worked: pentecost }'], 11, 'settings.choice'],
  ['a day that no year has', ['hours: { closed: "2026-02-30" }'], 11, 'settings.closing'],
  ['a period in disorder', ['hours: { closed: "2027-01-03..2026-12-24" }'], 11, 'settings.closing-order'],
  ['a period of two kinds', ['hours: { closed: "12-24..2027-01-03" }'], 11, 'settings.closing'],
  ['a period of three ends', ['hours: { closed: "12-24..12-25..12-26" }'], 11, 'settings.closing'],
  ['a time zone that is none', ['hours: { timeZone: Pariss }'], 11, 'settings.time-zone'],
  ['a promise without a time', promise('moods: negative'), 12, 'settings.missing', { setting: 'within' }],
  ['a time in days', promise('within: 2 days'), 12, 'settings.open-time-days', { given: '2 days' }],
  ['a time that is none', promise('within: soon'), 12, 'settings.open-time', { given: 'soon' }],
  ['no time at all', promise('within: 0h'), 12, 'settings.open-time'],
  ['a time for ever', promise('within: 999h'), 12, 'settings.open-time'],
  [
    'a topic that is none',
    promise('within: 1h, topics: Rivla'),
    12,
    'settings.choice-near',
    { near: 'Rival' },
  ],
  [
    'somebody who is not there',
    promise('within: 1h, escalate: { to: noro }'),
    12,
    'settings.choice-near',
    { near: 'noor' },
  ],
  ['a role that is none', promise('within: 1h, escalate: [{ to: boss }]'), 12, 'settings.choice'],
])('%s is said with its line and its cure', async (_, lines, line, key, values = {}) => {
  const { problems } = await teamOf(withLines(...lines))
  expect(problems).toEqual([expect.objectContaining({ line, key, values: expect.objectContaining(values) })])
  for (const locale of ['fr', 'en'] as const)
    expect(problemText(problems[0]!, sayIn(locale))).not.toContain('settings.')
})

test('two promises have two names', async () => {
  const { problems } = await teamOf(
    withLines('promises:', '  - { name: a, within: 1h }', '  - { name: A, within: 2h }'),
  )
  expect(problems).toHaveLength(1)
})
