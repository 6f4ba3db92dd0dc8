import { expect, test } from 'vitest'
import { isUncertain } from '../../src/model/team.ts'
import { acmeWith, settingsOf, teamOf } from '../settings/world.ts'
import { newWorld, nimbus, read } from '../world.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const complaint = 'Ma lampe Nimbus est en panne, service lamentable, une honte'

test('under the sureness that the team asks for, alert, list and /why call the mood uncertain', async () => {
  const { heard, waiting, mia, noor } = await newWorld({ teams: [{ ...nimbus, sureFrom: 100 }] })
  const id = await heard(complaint)
  const [alert] = await waiting()
  expect(plain(alert!.message.title!)).toBe('Mention négative (incertaine) : Nimbus')
  const list = await mia.types('/mentions')
  expect(plain(read(list))).toContain('1 négative · 0 neutre · 0 positive · dont 1 incertaine')
  expect(plain(read(list))).toContain('mention 1 · tonalité incertaine')
  expect(plain(read(await mia.types('/mentions nimbus')))).toContain('dont 1 incertaine')
  expect(plain(read(await mia.types(`/why ${id}`)))).toContain('Nimbus : négative, incertaine (score')
  expect(read(await noor.types(`/why ${id}`))).toContain('Nimbus: negative, uncertain (score')
})

test('what is sure enough is stated as it is', async () => {
  const { heard, waiting, mia } = await newWorld()
  const id = await heard(complaint)
  const [alert] = await waiting()
  expect(plain(alert!.message.title!)).toBe('Mention négative : Nimbus')
  for (const line of ['/mentions', `/why ${id}`])
    expect(read(await mia.types(line))).not.toContain('incertaine')
})

test('it is one in two that counts where the settings say nothing', () => {
  expect(isUncertain({ confidence: 0.49 }, {})).toBe(true)
  expect(isUncertain({ confidence: 0.5 }, {})).toBe(false)
  expect(isUncertain({ confidence: 0 }, { sureFrom: 0 })).toBe(false)
})

test('the settings say it in percent, for all teams or for one', async () => {
  expect((await teamOf(acmeWith())).teams[0]!.sureFrom).toBe(50)
  const defaults = { 'defaults/team.yaml': 'sureFrom: 70\n' }
  const shared = await settingsOf({ ...defaults, 'teams/acme/team.yaml': acmeWith() })
  expect(shared.teams[0]!.sureFrom).toBe(70)
  const own = await settingsOf({ ...defaults, 'teams/acme/team.yaml': `${acmeWith()}sureFrom: 0\n` })
  expect(own.teams[0]!.sureFrom).toBe(0)
  const wrong = await teamOf(acmeWith({ 6: 'sureFrom: 0.5' }))
  expect(wrong.problems.map(({ line, key }) => [line, key])).toEqual([[6, 'settings.number']])
})
