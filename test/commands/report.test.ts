import { expect, test } from 'vitest'
import type { ReportPlan } from '../../src/model/report.ts'
import type { Team } from '../../src/model/team.ts'
import { day, hour } from '../../src/model/time.ts'
import { company, december, poorMonth } from '../reports/months.ts'
import { newWorld, read } from '../world.ts'

const plan: ReportPlan = {
  ...{ name: 'Direction', reader: 'board', every: 'month', on: 1, at: '08:30' },
  ...{ to: 'watch', mail: [], comment: 'draft', approve: false },
}
const calm = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const worldWith = (team: Partial<Team> = {}) =>
  newWorld({ teams: [{ ...company, reports: [plan], ...team }] })

test('it is looked at in private, commented on, sent once, and found again', async () => {
  const world = await worldWith()
  await poorMonth(world)
  await world.waiting()
  const { mia, theo, time } = world
  const shown = await mia.types('/rapport')
  expect(shown.quiet).toBe(true)
  expect(calm(read(shown))).toContain('novembre 2026')
  expect(calm(read(shown))).toContain('Destinataires : #veille')
  expect(shown.files?.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['image/png', 'text/html', 'application/pdf', 'text/csv']),
  )
  // In English for whoever reads English, and it still goes out in the team's language.
  expect(calm(read(await theo.types('/report period:2026-11 for:board')))).toContain('1 mention of Nimbus')

  await mia.presses('Modifier le commentaire', shown, { text: 'Un mois calme.' })
  // Two people write at once: the second one keeps their words.
  const other = await theo
    .presses('Modifier le commentaire', shown, { text: 'Mon autre texte' })
    .catch(String)
  expect(read(other as never)).toContain('Mon autre texte')
  expect((await mia.presses('Envoyer maintenant', shown)).text).toContain('Mia')
  const again = await mia.types('/rapport période:"mois dernier"')
  expect(calm(read(again))).toContain('Un mois calme.')
  expect(calm((await mia.presses('Envoyer maintenant', again)).text!)).toBe('En route vers : #veille.')
  const [told, ...more] = await world.waiting()
  expect(more).toEqual([])
  expect(calm(read(told!.message))).toContain('Commentaire de Mia')
  expect((await mia.presses('Envoyer maintenant', again)).text).toContain('déjà parti')

  time.now += day
  const past = await mia.presses('Rapports passés', await mia.types('/rapport'))
  const found = await mia.presses('Revoir', past)
  expect(calm(read(found))).toContain('Un mois calme.')
  expect(found.buttons?.map(({ label }) => label)).toEqual(['Rapports passés'])
})

test('what is not over goes out at its time, and what is said of it beforehand stays said', async () => {
  const world = await worldWith()
  await poorMonth(world)
  world.time.now = december - 12 * day
  const shown = await world.mia.types('/rapport période:mois')
  expect(calm(read(shown))).toContain('à date, jusqu’au 19 novembre 2026')
  expect(calm(read(shown))).toContain('Envoi prévu le 1er déc., 08:30')
  expect(shown.buttons?.map(({ label }) => label)).not.toContain('Envoyer maintenant')
  await world.mia.presses('Modifier le commentaire', shown, { text: 'Écrit avant la fin.' })
  world.time.now = december
  const then = calm(read(await world.mia.types('/rapport')))
  expect(then).toContain('Écrit avant la fin.')
})

test('periods and readers that make no sense are answered kindly', async () => {
  const { mia, ravi } = await worldWith()
  const said = async (line: string) => calm((await mia.types(line)).text ?? '')
  expect(await said('/rapport période:2026-11-20..2026-11-01')).toMatch(/2026-11-20|2026-11-01/)
  expect(await said('/rapport période:2027-03')).toMatch(/2027|commence|avenir/)
  expect(await said('/rapport période:jamais')).toContain('jamais')
  expect(await said('/rapport pour:mamie')).toContain('mamie')
  expect(await said('/rapport période:2023-01-01..2026-11-01')).toContain('366')
  expect((await ravi.types('/rapport')).files).toBeUndefined()
  // Nothing is known of that month, and that is said; a day of the change of the clocks has 25 hours.
  expect(calm(read(await mia.types('/rapport période:2026-05 pour:équipe')))).toContain('mai 2026')
  expect(calm(read(await mia.types('/rapport période:2026-10-25 pour:équipe')))).toContain(
    'dimanche 25 octobre 2026',
  )
})

test('a sample team mails nobody, and garbage in buttons changes nothing', async () => {
  const sample = {
    sample: true,
    mail: {
      from: 'a@b.example',
      server: { host: 'x', port: 1, tls: 'never' as const, user: null, password: null },
    },
  }
  const world = await worldWith({ ...sample, reports: [{ ...plan, mail: ['ines@b.example'] }] })
  world.time.now = december
  const shown = await world.mia.types('/rapport')
  expect(calm(read(shown))).toContain('Destinataires : #veille.')
  await world.mia.presses('Envoyer maintenant', shown)
  expect(await world.store.mails.of('nimbus', 1)).toEqual([])
  const before = await world.store.reports.get('nimbus', 1)
  for (const about of ['report:999999', 'report:0', 'report:x', 'report:1;drop', 'report:99999999999'])
    expect((await world.mia.presses('Rapports passés', { ...shown, about })).title).toBe('Rapports envoyés')
  const found = (await world.mia.presses('Envoyer maintenant', { ...shown, about: 'report:4242' })).text
  expect(calm(found!)).toContain('4242')
  world.time.now += hour
  expect(await world.store.reports.get('nimbus', 1)).toEqual(before)
})
