import { expect, test } from 'vitest'
import type { Incident, StepKind } from '../../src/model/incident.ts'
import { type IncidentPast, lessonsOf, timesOf } from '../../src/model/incident-lessons.ts'

const minute = 60_000
const hour = 60 * minute
const opened = Date.UTC(2026, 10, 21, 10)

const incident: Incident = {
  id: 1,
  team: 'nimbus',
  cause: 'bad',
  topic: 'Nimbus',
  title: null,
  severity: 'serious',
  state: 'over',
  drill: false,
  places: [],
  seen: [],
  from: opened - 10 * minute,
  openedAt: opened,
  openedBy: null,
  stoodAt: opened,
  taken: null,
  controlledAt: null,
  overAt: opened + 3 * hour,
  resumed: null,
  saidAt: opened,
  remindedAt: null,
  escalated: 0,
}
const steps = (...all: [StepKind, number, string | null][]) =>
  all.map(([did, after, by], id) => ({ id, did, what: null, by, at: opened + after }))
const past = (more: Partial<IncidentPast> = {}): IncidentPast => ({
  incident,
  steps: steps(
    ['taken', 5 * minute, 'Mia'],
    ['note', 20 * minute, 'Mia'],
    ['controlled', 50 * minute, 'Noor'],
    ['over', 3 * hour, 'Mia'],
  ),
  tasks: [],
  firstSignal: opened - 10 * minute,
  firstAnswer: opened + hour,
  negative: 30,
  blind: [],
  ...more,
})
const kinds = (given: IncidentPast) => lessonsOf(given, opened + 4 * hour).map(({ is }) => is)

test('a crisis that went well teaches nothing by its numbers', () => {
  expect(kinds(past())).toEqual(['nothing'])
  expect(timesOf(past())).toEqual({
    notice: 10 * minute,
    take: 5 * minute,
    note: 20 * minute,
    answer: hour,
    control: 50 * minute,
    over: 3 * hour,
  })
})

test.each([
  ['noticed-late', { firstSignal: opened - 40 * minute }],
  ['answered-late', { firstAnswer: opened + 121 * minute }],
  ['never-answered', { firstAnswer: null }],
  ['blind', { blind: ['Le Progrès'] }],
  ['tasks', { tasks: [{ nth: 1, text: 'Dire pardon', owner: null, done: null }] }],
] as [string, Partial<IncidentPast>][])('%s', (is, more) => {
  expect(kinds(past(more))).toEqual([is])
})

test('whoever took it late, let others wait for news, ended too early or wrote nothing down, reads it', () => {
  const given = past({
    steps: steps(
      ['called', 30 * minute, null],
      ['taken', 40 * minute, 'Mia'],
      ['over', 90 * minute, 'Mia'],
      ['reopened', 91 * minute, 'Noor'],
      ['taken', 92 * minute, 'Noor'],
      ['over', 3 * hour, 'Noor'],
    ),
  })
  expect(kinds(given)).toEqual(['taken-late', 'silence', 'called', 'reopened', 'no-notes'])
  expect(timesOf(given).take).toBe(40 * minute)
})

test('of a drill nobody expects answers, of what is liked nobody expects anything', () => {
  const drill = past({ incident: { ...incident, drill: true, openedBy: 'Mia' }, firstAnswer: null })
  expect(kinds(drill)).toEqual(['nothing'])
  expect(timesOf(drill).notice).toBeNull()
  expect(kinds(past({ incident: { ...incident, cause: 'liked' }, steps: [], firstAnswer: null }))).toEqual([])
})
