import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { newWorld, read, saturday } from '../world.ts'

const day = 86_400_000
const sure = expect.stringMatching(/^(?:high|medium)$/)

/** Nimbus with a few mentions, one of them by an outlet that would like to be a formula. */
async function heardWorld() {
  const world = await newWorld()
  await world.hear([
    world.post('Ma lampe Nimbus est en panne, quelle honte', { publishedAt: saturday - 2 * day }),
    world.post('J’adore ma lampe Nimbus, un bonheur', {
      publishedAt: saturday - day,
      outlet: '=HYPERLINK("x")',
    }),
    world.post('Nimbus et Lumeo exposent à Lyon', { publishedAt: saturday, author: 'Lucie Bertin' }),
  ])
  return world
}

const fileOf = ({ files }: Message) => Buffer.from(files![0]!.base64, 'base64').toString()
const rowsOf = (message: Message, delimiter: string) =>
  parse(fileOf(message), { bom: true, columns: true, delimiter }) as Record<string, string>[]

test('Mia opens her numbers in a French spreadsheet, with what stands behind each', async () => {
  const { mia } = await heardWorld()
  const answer = await mia.types('/kpi exporter volume période:2026-11-19..2026-11-21')
  expect(answer).toMatchObject({ quiet: true, files: [{ type: 'text/csv' }] })
  expect(answer.files![0]!.name).toBe('indicateurs-nimbus-2026-11-19-2026-11-21.csv')
  const rows = rowsOf(answer, ';')
  expect(rows.filter(({ ligne }) => ligne === 'series').map(({ du, valeur }) => [du, valeur])).toEqual([
    ['2026-11-19', '1'],
    ['2026-11-20', '1'],
    ['2026-11-21', '1'],
  ])
  const total = rows.find(({ ligne }) => ligne === 'total')!
  expect(total).toMatchObject({ mesure: 'volume', valeur: '3', unité: 'count', confiance: sure })
  expect(total.définition).toMatch(/^Publications qui mentionnent/)
  const share = rowsOf(await mia.types('/kpi exporter "part de voix" période:2026-11-19..2026-11-21'), ';')
  expect(share.find(({ ligne }) => ligne === 'total')!.valeur).toMatch(/^0,\d+$/)
})

test('what is not known is empty, and says why', async () => {
  const { noor } = await heardWorld()
  const rows = rowsOf(await noor.types('/kpi export period:7d'), ',')
  const unknown = rows.filter(({ value }) => value === '')
  expect(unknown.length).toBeGreaterThan(0)
  for (const row of unknown)
    expect(row, JSON.stringify(row)).toMatchObject({
      confidence: 'unknown',
      reason: expect.stringMatching(/\w{3}/),
    })
  expect(new Set(rows.map(({ measure }) => measure)).size).toBeGreaterThan(4)
})

test('no outside text becomes a formula, and nobody is named unless it was asked for', async () => {
  const { noor } = await heardWorld()
  const outlets = fileOf(await noor.types('/kpi export volume period:7d by:outlet'))
  expect(outlets).toContain(`"'=HYPERLINK(""x"")"`)
  expect(fileOf(await noor.types('/kpi export volume period:7d'))).not.toMatch(/Lucie|HYPERLINK/)
  expect(fileOf(await noor.types('/kpi export volume period:7d by:author'))).toContain('Lucie Bertin')
})

test('a program gets the same as JSON, and the buttons of /kpi lead there', async () => {
  const { mia, noor, theo } = await heardWorld()
  const json = JSON.parse(
    fileOf(await noor.types('/kpi export volume period:2026-11-19..2026-11-21 by:week format:json')),
  )
  expect(json).toMatchObject({
    team: 'nimbus',
    from: '2026-11-19',
    by: 'week',
    measures: [
      { measure: 'volume', unit: 'count', total: { value: 3, confidence: sure }, series: [{ value: 3 }] },
    ],
  })
  const shown = await mia.types('/kpi volume période:2026-11-19..2026-11-21')
  const button = shown.buttons!.find(({ action }) => action === 'kpi-export.csv')!
  expect(
    rowsOf(await mia.presses(button.label, shown), ';').find(({ ligne }) => ligne === 'total')!.valeur,
  ).toBe('3')
  expect((await theo.types('/kpi export')).files, 'members are told no numbers').toBeUndefined()
})

test('too much at once, and garbage, are refused with the cure', async () => {
  const { noor } = await heardWorld()
  expect(read(await noor.types('/kpi export volume period:2023-01-01..2026-11-21 by:day'))).toMatch(
    /shorter period, or by month/,
  )
  expect((await noor.types('/kpi export volume period:2023-01-01..2026-11-21')).files).toHaveLength(1)
  expect(read(await noor.types('/kpi export format:xls'))).toMatch(/`?csv`? or `?json`?/)
  expect(read(await noor.types('/kpi export period:2026-11-21..2026-11-01'))).toMatch(/before it begins/)
  expect(read(await noor.types('/kpi export time to answer by:author'))).toMatch(
    /not counted by author.*topic/,
  )
  const rows = rowsOf(await noor.types('/kpi export period:7d by:author'), ',')
  expect(new Set(rows.map(({ measure }) => measure)).size, 'those that are counted so').toBeLessThan(4)
})

test('an admin makes an address for a tool, sees it once, and takes it back', async () => {
  const { mia, noor, store } = await heardWorld()
  expect(read(await mia.types('/kpi adresse Looker')), 'there is no public port').toMatch(/VIGIE_PUBLIC_URL/)
  expect(await store.readingTokens.live('nimbus')).toEqual([])
  expect(read(await noor.types('/kpi address Looker')), 'an approver is no admin').toMatch(/admin/)
})

test('addresses: shown once, listed without their secret, revoked one by one', async () => {
  const world = await newWorld({ publicUrl: 'https://vigie.example/' })
  const { mia, store, time } = world
  const made = await mia.types('/kpi adresse Looker Studio')
  expect(made).toMatchObject({ quiet: true, fleeting: true, title: 'L’adresse pour Looker Studio' })
  const [, token] = /https:\/\/vigie\.example\/figures\/([\w-]{43})\.csv/.exec(read(made))!
  expect(await store.readingTokens.find(token!)).toMatchObject({ team: 'nimbus' })
  await mia.types('/kpi adresse Tableur')
  time.now += 60_000
  const list = await mia.types('/kpi adresse')
  expect(list.items!.map(({ title }) => title)).toEqual(['Tableur', 'Looker Studio'])
  expect(read(list)).toContain('par Mia')
  expect(read(list)).toContain('jamais lue')
  expect(JSON.stringify(list)).not.toContain(token)
  const left = await mia.presses('Retirer', list)
  expect(left.items!.map(({ title }) => title)).toEqual(['Looker Studio'])
  expect(read(await mia.presses('Retirer', list)), 'twice').toMatch(/déjà retirée/)
  await mia.presses('Retirer', left)
  expect(await store.readingTokens.find(token!)).toBe(null)
})
