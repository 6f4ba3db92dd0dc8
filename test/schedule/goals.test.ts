import pino from 'pino'
import { expect, test } from 'vitest'
import { newGoals } from '../../src/schedule/goals.ts'
import { newBusyWorld } from '../commands/kpi-world.ts'
import { sameStore } from '../databases/open.ts'
import { newWorld, nimbus, read } from '../world.ts'

const hour = 3_600_000
const day = 24 * hour
const log = pino({ level: 'silent' })
/** By day, since nothing of it rings at night. */
const teams = [{ ...nimbus, quietHours: null }]

test('an alert rings once when a number crosses it, once when it is back, and then rests', async () => {
  const world = await newWorld({ teams })
  const { store, clock, time, hear, post, noor, waiting } = world
  const goals = newGoals({ store, teams, clock, log, wake: () => {} })
  const other = newGoals({ store: await sameStore(store), teams, clock, log, wake: () => {} })
  const crowd = (count: number) =>
    hear(Array.from({ length: count }, (_, nth) => post(`Nimbus ${time.now} ${nth}`, { author: `a${nth}` })))
  const look = async () => {
    await Promise.all([goals.look(), other.look()])
    return (await waiting()).filter(({ message }) => message.about?.startsWith('kpi:'))
  }

  expect(read(await noor.types('/kpi goal mentions alert:>20 per:day'))).toContain('Alert: over 20 in a day')
  await crowd(20)
  expect(await look()).toEqual([])
  await crowd(1)
  const [rings, ...more] = await look()
  expect(more).toEqual([])
  expect(rings).toMatchObject({
    channel: 'e-reputation',
    message: { title: 'Mentions\u00a0: le seuil de 20 est dépassé' },
  })
  expect(read(rings!.message)).toContain(
    '21 (21 novembre 2026)\u202f; alerte fixée par Noor\u00a0: plus de 20 sur la journée.',
  )
  // Neither a second look nor a restart tells it again.
  expect(await look()).toEqual([])
  await newGoals({ store, teams, clock, log, wake: () => {} }).look()
  expect(await look()).toEqual([])
  expect(read(await noor.types('/kpi goal'))).toContain('21: rings since 14:30')

  time.now += day
  const [back, ...none] = await look()
  expect(none).toEqual([])
  expect(back!.message.title).toBe('Mentions\u00a0: retour à la normale')

  // To and fro is not told for half a day.
  await crowd(25)
  expect(await look()).toEqual([])
  expect(read(await noor.types('/kpi goal'))).toContain('25: beyond it again, silent until')
  time.now += day
  await crowd(25)
  expect(await look()).toHaveLength(1)
})

test('at night an alert waits for the morning; what is unknown or rests on little rings never', async () => {
  const world = await newWorld()
  const { store, clock, time, hear, post, noor, waiting } = world
  const goals = newGoals({ store, teams: [nimbus], clock, log, wake: () => {} })
  await noor.types('/kpi goal net sentiment alert:<50')
  await noor.types('/kpi goal followers alert:<1000')
  await noor.types('/kpi goal mentions alert:>2')
  await hear([1, 2, 3].map((nth) => post(`Nimbus est en panne, quelle horreur ${nth}`)))
  time.now += 10 * hour
  await goals.look()
  const due = (await store.deliveries.due(time.now, [])).filter(({ rule }) => rule === 'notice')
  expect(due).toEqual([])
  time.now += 7 * hour
  const told = (await waiting()).filter(({ message }) => message.about?.startsWith('kpi:'))
  expect(told.map(({ message }) => message.title)).toEqual(['Mentions\u00a0: le seuil de 2 est dépassé'])
})

test('goals are seen by staff, set and removed by approvers, and show how far they are', async () => {
  const { mia, noor, somebody, store, time } = await newBusyWorld({
    days: 21,
    teams: [
      {
        ...nimbus,
        people: nimbus.people.map((one) => (one.id === 'theo' ? { ...one, role: 'staff' as const } : one)),
      },
    ],
  })
  const theo = somebody('theo', 'Theo')
  expect(read(await mia.types('/kpi objectif'))).toContain('Aucun objectif, aucune alerte')
  expect(read(await theo.types('/kpi goal mentions target:500'))).toContain('set by approvers and admins')
  const set = await mia.types('/kpi objectif mentions cible:"au moins 1 200" alerte:>900 sujet:Nimbus')
  expect(read(set)).toContain('2 objectifs et alertes')
  expect(read(set)).toMatch(
    /Objectif\u00a0: au moins 1\u202f200 par mois · \d+ \(novembre 2026\)\u00a0: \d+\u202f% du chemin, 70\u202f% des jours écoulés · par Mia/,
  )
  // Said again it is replaced.
  const again = await mia.types('/kpi objectif mentions cible:80 sujet:Nimbus')
  expect(read(again)).toContain('2 objectifs et alertes')
  expect(read(again)).toContain('(novembre 2026)\u00a0: atteint')
  expect(read(await mia.types('/kpi objectif part de voix cible:>=60%'))).toContain(
    'au moins 60\u202f% par mois',
  )
  expect(read(await mia.types('/kpi mesure:part de voix période:mois'))).toMatch(
    /Objectif\u00a0: au moins 60/,
  )
  expect(read(await mia.types('/kpi'))).toMatch(/Objectifs\n[\s\S]*Mentions · Nimbus · au moins 80 par mois/)
  time.now += 20_000

  const inForm = await noor.types('/kpi mentions')
  const filled = await noor.presses('Set a goal', inForm, { target: '', alert: '< 5' })
  expect(read(filled)).toContain('Alert: under 5 in 7 days')
  expect(read(await noor.presses('Set a goal', inForm, { target: ' ', alert: '' }))).toContain(
    'Neither a goal nor an alert',
  )

  const seen = await theo.types('/kpi goal')
  expect(seen.items!.flatMap(({ buttons }) => buttons!.map(({ label }) => label))).not.toContain('Remove')
  time.now += 20_000
  const [first] = await store.goals.of('nimbus')
  expect(read(await theo.types(`/kpi goal remove:${first!.id}`))).toContain('set by approvers and admins')
  expect(read(await noor.types(`/kpi goal remove:${first!.id}`))).toContain('Removed:')
  expect(read(await noor.types('/kpi goal remove:999'))).toContain('no goal or alert number 999')
  expect(read(await noor.presses('Remove', await noor.types('/kpi goal')))).toContain('Removed:')
})

test.each([
  ['mentions', 'target:lots', '“lots” is no number to aim at'],
  ['mentions', 'target:-5', 'is no number to aim at'],
  ['share of voice', 'target:often', 'is no percentage'],
  ['net sentiment', 'target:>=400', 'no score between −100 and +100'],
  ['time to answer', 'alert:>soon', 'is no length of time'],
  ['followers', 'target:500 topic:Nimbus', 'not counted by topic'],
  ['', 'target:5', 'Of which measure?'],
  ['mentions', 'per:week', 'What is the goal?'],
  ['mentions', 'target:5 per:never', 'is no rhythm'],
])('/kpi goal %s %s: %s', async (measure, rest, says) => {
  const { noor, store } = await newWorld()
  expect(read(await noor.types(`/kpi goal ${measure} ${rest}`))).toContain(says)
  expect(await store.goals.of('nimbus')).toEqual([])
})
