import { expect, test } from 'vitest'
import { usualCrisis } from '../../src/model/incident.ts'
import { acmeWith, settingsOf, teamOf } from './world.ts'

/** Acme's settings with these lines in front of its people, the first in line 11. */
const withLines = (...lines: string[]) => acmeWith({ 11: [...lines, 'people:'].join('\n') })

test('what a team says of its crises holds, and what it leaves open is as usual', async () => {
  const { teams, problems } = await teamOf(
    withLines(
      'crisis:',
      '  sensitivity: vif',
      '  freeze: grave',
      '  remind: 15 min',
      '  rota: [noor, mia]',
      '  plan: [Call the shops, { do: Call the press, who: mia }]',
    ),
  )
  expect(problems).toEqual([])
  expect(teams[0]!.crisis).toEqual({
    ...usualCrisis,
    sensitivity: 'vif',
    freeze: 'grave',
    remind: 15 * 60_000,
    rota: ['noor', 'mia'],
    plan: [
      { text: 'Call the shops', who: null },
      { text: 'Call the press', who: 'mia' },
    ],
  })
  expect((await teamOf(acmeWith())).teams[0]!.crisis).toEqual(usualCrisis)
})

test('what all teams share holds where a team says nothing else', async () => {
  const { teams } = await settingsOf({
    'teams/acme/team.yaml': withLines('crisis: { freeze: never }'),
    'defaults/team.yaml': 'crisis: { sensitivity: 3.5, freeze: minor }',
  })
  expect(teams[0]!.crisis).toMatchObject({ sensitivity: 3.5, freeze: null })
})

test.each([
  ['a sensitivity that is none', '  sensitivity: paranoid', 'settings.sensitivity'],
  ['a sensitivity beyond all', '  sensitivity: 40', 'settings.sensitivity'],
  ['a severity that is none', '  freeze: graves', 'settings.choice-near'],
  ['a length that is none', '  remind: soon', 'settings.length'],
  ['a length of seconds', '  remind: 10 s', 'settings.length-range'],
  ['somebody nobody knows', '  rota: [mia, ravi]', 'settings.crisis-person'],
  ['a task of somebody nobody knows', '  plan: [{ do: Call, who: ravi }]', 'settings.crisis-person'],
  ['a task without end', `  plan: [${'x'.repeat(300)}]`, 'settings.task'],
])('%s is told at its line', async (_, line, key) => {
  const { problems } = await teamOf(withLines('crisis:', line))
  expect(problems.map((one) => [one.line, one.key])).toEqual([[12, key]])
})
