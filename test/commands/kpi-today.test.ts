import { expect, test } from 'vitest'
import type { Facts } from '../../src/reports/kpi/measured.ts'
import { readMeasure, readSeries } from '../../src/reports/kpi/read.ts'
import { newWorld, nimbus, read } from '../world.ts'
import { newBusyWorld } from './kpi-world.ts'

test('a day that is under way is not compared with a whole one', async () => {
  const { mia, noor, store, time } = await newBusyWorld({ days: 30 })
  // Seven days with this Saturday: six are over, with eight mentions each; of the six before with two each.
  const week = read(await mia.types('/kpi mentions 7j'))
  expect(week).toContain(
    '+300\u202f% par rapport à la période précédente, hors journée en cours (48 contre 12, du 8 au 13 novembre 2026)',
  )
  expect(read(await mia.types('/kpi 7j'))).toContain('la journée en cours n’est pas prise en compte')
  expect(read(await mia.types('/kpi mentions période:semaine dernière'))).not.toContain('journée en cours')
  const today = read(await noor.types('/kpi mentions period:2026-11-21'))
  expect(today).toContain('20 November 2026: 8, which cannot be compared because the day is not over.')

  const facts: Facts = { store, team: nimbus, now: time.now }
  const asked = { period: { from: '2026-11-01', to: '2026-11-30' } }
  const { beside, figure, over, change } = await readMeasure(facts, 'volume', asked)
  expect(beside).toEqual({ from: '2026-10-01', to: '2026-10-20' })
  expect(figure).toEqual(expect.objectContaining({ value: 82 }))
  expect([over?.known && over.value, change]).toEqual([82, null])
})

test('a day that no calendar has is unknown, and says so', async () => {
  const { store, time } = await newWorld()
  const facts: Facts = { store, team: nimbus, now: time.now }
  for (const period of [
    { from: '2026-10-01', to: '2026-10-32' },
    { from: '2026-02-30', to: '2026-03-01' },
    { from: 'hier', to: '2026-03-01' },
    { from: '__proto__', to: '2026-03-01' },
  ]) {
    expect((await readMeasure(facts, 'volume', { period })).figure).toMatchObject({
      known: false,
      because: { key: 'figure.no-day' },
    })
    expect(await readSeries(facts, 'volume', { period }, 'day')).toEqual([])
  }
})

test('each reads days in their own language', async () => {
  const { mia, noor } = await newBusyWorld({ days: 3 })
  const says = async (who: typeof mia, line: string) => read(await who.types(line))
  expect(await says(mia, '/kpi mentions période:2026-01')).toContain(
    'Vigie n’écoute que depuis le 18 novembre 2026',
  )
  expect(await says(noor, '/kpi mentions period:2026-01')).toContain('only since 18 November 2026')
  const values = { from: 'date;envoyés\n01/10/2026;100\n' }
  expect(read(await mia.types('/kpi importer', { values }))).toContain('1 nouveau chiffre, 1er octobre 2026')
  expect(await says(mia, '/kpi e-mails envoyés période:2026-09')).toContain('du 1er octobre 2026 au')
  expect(await says(noor, '/kpi sent period:2026-09')).toContain('from 1 October 2026')
})

test('what is shown to the channel names nobody who wrote', async () => {
  const { mia } = await newBusyWorld({ days: 3 })
  const mine = await mia.types('/kpi mentions 7j par:auteur')
  expect(read(mine)).toMatch(/auteur \d/)
  const shared = await mia.presses('Montrer au salon', mine)
  expect(shared.title).toBe(mine.title)
  expect(read(shared)).toContain('Par sujet: Nimbus')
  expect(JSON.stringify(shared)).not.toMatch(/auteur \d/)
  const authors = await mia.types('/kpi auteurs 7j')
  expect(JSON.stringify(await mia.presses('Montrer au salon', authors))).not.toMatch(/auteur \d/)
})

test('an amount is aimed at in its currency', async () => {
  const { noor, mia, store, time } = await newWorld()
  expect(read(await noor.types('/kpi goal spend target:<500'))).toContain('In which currency?')
  await noor.types('/kpi goal spend target:"<500 €"')
  expect(await store.goals.of('nimbus')).toMatchObject([{ side: 'down', value: 500, currency: 'EUR' }])
  const values = { from: 'date;campagne;dépenses (CHF);recettes\n02/11/2026;Rentrée;120;300\n' }
  expect(read(await mia.types('/kpi importer', { values }))).toContain('1 ligne importée')
  time.now += 5_000
  expect(read(await noor.types('/kpi goal spend'))).toMatch(
    /CHF.120.*cannot be compared with an amount in EUR/,
  )
  // The column of what came in names no currency: it is that of the line.
  expect((await mia.types('/kpi roi mois')).title).toMatch(/150\u202f%/)
  // One currency is counted: that one is meant.
  expect(read(await mia.types('/kpi objectif dépenses cible:<600'))).toMatch(
    /au plus 600.CHF par mois · 120.CHF/,
  )
  for (const bad of ['beaucoup', '500 patates', '€', '€500$'])
    expect(read(await mia.types(`/kpi objectif dépenses cible:"${bad}"`)), bad).toContain(
      'n’est pas un montant',
    )
})
