import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { newDoor } from '../src/http.ts'
import {
  importMeasures,
  importMeasuresText,
  type MeasureImporting,
  measuresFromAddress,
} from '../src/import/measures.ts'
import type { Oops } from '../src/model/oops.ts'
import { readMeasure, readParts } from '../src/reports/kpi/read.ts'
import { decimalMarkOf, numberIn } from '../src/sources/csv/numbers.ts'
import { type Text, textOfBytes } from '../src/sources/csv/text.ts'
import { emptyStore } from './databases/open.ts'
import { nimbus, saturday } from './world.ts'

/** A month of a newsletter, as a French tool saves it: Windows-1252, semicolons, decimal commas, a line of totals. */
const newsletter = Buffer.from(
  `Nom de la campagne;Date d'envoi;Envoyés;Délivrés;Ouvreurs uniques;Cliqueurs uniques;Désinscriptions;Taux d'ouverture
Lettre d'octobre;02/10/2026 09:00;1 200;1 180;472;59;3;40,0 %
Lettre d'octobre;16/10/2026 09:00;1 210;1 190;440;62;1;37,0 %
"Soldes ; dernière";25/10/2026;1 215;1 195;500;120;2;41,8 %
Total;;3 625;3 565;1 412;241;6;
`,
  'latin1',
)

/** The same month of ads, as an English tool saves it, with lines about the report above. */
const ads = `Campaign report
"October 1, 2026 - October 31, 2026"
Day,Campaign,Currency code,Cost,Impr.,Clicks,Conversions,Conv. value
2026-10-01,Search,EUR,"1,250.50",10000,500,10.00,"2,501.00"
2026-10-02,Search,EUR,100.00,2000,50,1.50,150.25
2026-10-02,Display,EUR,49.50,8000,20,0.00,0
Total: Account,,,1400.00,20000,570,11.50,2651.25
`

const october = { period: { from: '2026-10-01', to: '2026-10-31' } }

async function newDesk() {
  const store = await emptyStore()
  const facts = { store, team: nimbus, now: saturday }
  async function told(run: (more: MeasureImporting) => ReturnType<typeof importMeasures>, more: object) {
    const wrong: string[] = []
    const ignored: string[] = []
    const words = ({ key, values }: Oops) =>
      [key, ...(values.given === undefined ? [] : [values.given])].join(' ')
    const result = await run({
      ...{ source: 'lettre.csv', by: 'Mia', now: saturday },
      wrong: (line, why) => void wrong.push(`${line} ${words(why)}`),
      ignored: (columns) => void ignored.push(...columns),
      ...more,
    })
    const { known, ...counts } = result
    return { ...counts, known: known?.name ?? null, lines: result.lines, told: wrong, ignored }
  }
  const imports = (text: string | Uint8Array | Text, more: Partial<MeasureImporting> = {}) => {
    const given =
      typeof text === 'function' ? text : textOfBytes(typeof text === 'string' ? Buffer.from(text) : text)
    return told((importing) => importMeasuresText(store, nimbus, given, importing), more)
  }
  const rows = (given: unknown[]) =>
    told((importing) => importMeasures(store, nimbus, given, importing), { source: 'brevo' })
  const figure = async (key: string, asked: object = {}) =>
    (await readMeasure(facts, key, { ...october, ...asked })).figure
  return { store, facts, imports, rows, figure, told }
}

test('a month of a newsletter and of ads gives the numbers that one counts by hand', async () => {
  const { imports, figure, facts } = await newDesk()
  expect(await imports(newsletter)).toMatchObject({
    ...{ lines: 4, totals: 1, wrong: 0, kept: true, fresh: 12, same: 0, corrected: 0 },
    ...{ from: '2026-10-02', to: '2026-10-25', ignored: ['Désinscriptions', "Taux d'ouverture"] },
  })
  expect(await imports(ads, { source: 'ads.csv' })).toMatchObject({ lines: 4, totals: 1, fresh: 15 })
  expect(await figure('sent')).toMatchObject({ value: 1_200 + 1_210 + 1_215 })
  expect(await figure('delivered')).toMatchObject({
    value: 3_565,
    sources: ["Lettre d'octobre", 'Soldes ; dernière'],
  })
  expect(await figure('open-rate')).toMatchObject({ value: 1_412 / 3_565, of: 3_565 })
  expect(await figure('click-rate')).toMatchObject({ value: 241 / 3_565 })
  expect(await figure('open-rate', { account: 'Soldes ; dernière' })).toMatchObject({ value: 500 / 1_195 })
  // Clicks on ads are not those of newsletters.
  expect(await figure('clicks')).toMatchObject({ value: 241 })
  expect(await figure('ad-clicks')).toMatchObject({ value: 570 })
  expect(await figure('spend')).toMatchObject({ value: 1_400, currency: 'EUR' })
  expect(await figure('impressions')).toMatchObject({ value: 20_000 })
  expect(await figure('conversions')).toMatchObject({ value: 11.5 })
  expect(await figure('cost-per-click')).toMatchObject({ value: 1_400 / 570, currency: 'EUR' })
  expect(await figure('roi')).toMatchObject({ value: (2_651.25 - 1_400) / 1_400, of: 1_400 })
  expect(await figure('roi', { account: 'Display' })).toMatchObject({ value: -1 })
  expect(await readParts(facts, 'spend', october, 'account')).toEqual([
    { label: 'Search', value: 1_350.5, share: 1_350.5 / 1_400 },
    { label: 'Display', value: 49.5, share: 49.5 / 1_400 },
  ])
  // Of November nothing was imported: that is not 0.
  expect(await figure('sent', { period: { from: '2026-11-01', to: '2026-11-20' } })).toEqual({
    known: false,
    because: { key: 'figure.not-imported-then', values: { from: '2026-10-02', to: '2026-10-25' } },
  })
  expect(await figure('likes')).toMatchObject({ known: false })
})

test('the same file counts once, whoever imports it; a corrected one takes its place and says so', async () => {
  const { imports, figure } = await newDesk()
  await imports(newsletter)
  expect(await imports(newsletter, { by: 'Noor', source: 'copie.csv' })).toMatchObject({
    kept: false,
    known: 'lettre.csv',
  })
  const corrected = Buffer.from(newsletter.toString('latin1').replace('1 195;500', '1 195;510'), 'latin1')
  expect(await imports(corrected, { source: 'lettre2.csv' })).toMatchObject({
    ...{ kept: true, fresh: 0, same: 11, corrected: 1 },
  })
  expect(await figure('opens')).toMatchObject({ value: 1_422 })
  expect(await figure('sent')).toMatchObject({ value: 3_625 })
})

test('lines of one day and campaign are added up: a file may tell each advertisement', async () => {
  const { imports, figure } = await newDesk()
  const line = (ad: string, cost: string) => `01/10/2026;Recherche;${ad};${cost}`
  const csv = ['Date;Campagne;Annonce;Dépenses', line('A', '10,50 €'), line('B', '4,50 €')].join('\r\n')
  await imports(csv)
  expect(await figure('spend')).toMatchObject({ value: 15, currency: 'EUR' })
  await imports(`${csv}\r\n02/10/2026;Recherche;A;1 000 €`)
  expect(await figure('spend')).toMatchObject({ value: 1_015 })
})

test('wrong lines are told by their place and why, and nothing of the file is kept; or all the others, where that is asked for', async () => {
  const { imports, figure } = await newDesk()
  const csv = [
    'Rapport des campagnes',
    'date;fin;campagne;envoyés;délivrés;dépenses (EUR);recettes',
    '01/10/2026;;A;100;90;;',
    '31/02/2026;;A;100;90;;',
    ';;A;100;90;;',
    '02/10/2026;;A;beaucoup;90;;',
    '03/10/2026;;A;10,5;90;;',
    '04/10/2026;;A;-3;90;;',
    '05/10/2026;;A;;;;',
    '06/10/2026;;A;1;1;1;1;1',
    '07/10/2026;08/10/2026;A;1;1;;',
    '01/01/2027;;A;1;1;;',
    '09/10/2026;;A;1;1;3 $;',
    '10/10/2026;10/10/2026;A;1;1;3,50 €;-12,00',
    '',
  ].join('\n')
  const told = [
    '4 measures.date 31/02/2026',
    '5 measures.no-date',
    '6 measures.number beaucoup',
    '7 measures.whole 10,5',
    '8 measures.negative -3',
    '9 measures.no-number',
    '10 import.cells',
    '11 measures.days',
    '12 measures.future 01/01/2027',
    '13 measures.currencies',
  ]
  expect(await imports(csv)).toMatchObject({ lines: 12, wrong: 10, kept: false, fresh: 0, told })
  expect(await figure('sent')).toMatchObject({ known: false, because: { key: 'figure.not-imported' } })
  expect(await imports(csv, { partial: true })).toMatchObject({ wrong: 10, kept: true, fresh: 6 })
  expect(await figure('sent')).toMatchObject({ value: 101 })
  expect(await figure('revenue')).toMatchObject({ value: -12 })
})

test('what is no table of numbers by day says what to do', async () => {
  const { imports } = await newDesk()
  await expect(imports('PK\u0003\u0004\0\0xl/workbook.xml')).rejects.toMatchObject({
    key: 'measures.workbook',
  })
  await expect(imports('')).rejects.toMatchObject({ key: 'measures.no-columns' })
  await expect(imports('nom;prénom\nMia;X')).rejects.toMatchObject({ key: 'measures.no-columns' })
  await expect(imports('campagne;envoyés\nA;1')).rejects.toMatchObject({
    key: 'measures.no-date-column',
    values: { line: 1 },
  })
  await expect(imports('date;envoyés\n')).rejects.toMatchObject({ key: 'measures.no-lines' })
  await expect(imports('date,sent\n10/24/2026,1\n10/03/2026,2')).rejects.toMatchObject({
    key: 'import.file-month-first',
    values: { line: 2, given: '10/24/2026' },
  })
  expect(await imports('date,sent\n10/24/2026,1\n10/03/2026,2', { monthFirst: true })).toMatchObject({
    from: '2026-10-03',
    to: '2026-10-24',
  })
})

test('a file is read whatever saved it', async () => {
  const csv = 'Date\tCampagne\tDépenses\n01/10/2026\tÉté\t1 234,56 €\n'
  for (const bytes of [
    Buffer.from(csv),
    Buffer.from(`\ufeff${csv}`),
    Buffer.from(`\ufeff${csv}`, 'utf16le'),
    Buffer.from(csv.replace('€', '\x80'), 'latin1'),
  ]) {
    const { imports, figure } = await newDesk()
    await imports(bytes)
    expect(await figure('spend')).toMatchObject({ value: 1_234.56, currency: 'EUR', sources: ['Été'] })
  }
})

test('a day is the team’s, where a moment is told', async () => {
  const { imports, figure } = await newDesk()
  await imports('sent at,sent\n2026-10-01T22:30:00Z,7\n2026-10-25T00:30:00Z,1\n2026-10-25T22:59:00Z,2')
  expect(await figure('sent', { period: { from: '2026-10-02', to: '2026-10-02' } })).toMatchObject({
    value: 7,
  })
  // A day of 25 hours.
  expect(await figure('sent', { period: { from: '2026-10-25', to: '2026-10-25' } })).toMatchObject({
    value: 3,
  })
})

test('rates say what they are made of: without deliveries of what was sent, with more opens than letters not much', async () => {
  const { imports, figure } = await newDesk()
  await imports('date,newsletter,sent,opens\n2026-10-01,A,200,50')
  expect(await figure('open-rate')).toMatchObject({
    value: 0.25,
    of: 200,
    sure: 'low',
    because: { key: 'figure.of-sent' },
  })
  await imports('date,newsletter,delivered,opens\n2026-10-02,B,100,150')
  expect(await figure('open-rate', { account: 'B' })).toMatchObject({
    value: 1.5,
    because: { key: 'figure.over-all' },
  })
  await imports('date,campaign,spend (EUR),revenue (EUR)\n2026-10-01,X,10,\n2026-10-02,Y,10,30')
  expect(await figure('roi')).toMatchObject({
    value: 2,
    because: { key: 'figure.without', values: { accounts: 'X' } },
  })
  await imports('date,campaign,spend\n2026-10-03,Z,$5')
  expect(await figure('spend')).toMatchObject({
    known: false,
    because: { key: 'figure.currencies', values: { currencies: 'EUR, USD' } },
  })
  expect(await figure('spend', { account: 'Z' })).toMatchObject({ value: 5, currency: 'USD' })
  expect(await figure('spend', { account: 'Nobody' })).toMatchObject({
    because: { key: 'figure.no-such-account' },
  })
  expect(await figure('cost-per-click')).toMatchObject({ known: false })
})

test('rows of a webhook count as lines do: all or none, the same ones once', async () => {
  const { rows, figure } = await newDesk()
  const given = [
    { date: '2026-10-01', campaign: 'A', sent: 1_200, opens: '300', ip: '192.0.2.1' },
    { date: '2026-10-02', campaign: 'A', sent: 1_234.5, opens: null },
    'nothing',
  ]
  expect(await rows(given)).toMatchObject({
    ...{ lines: 3, wrong: 2, kept: false, ignored: ['ip'] },
    told: ['2 measures.whole 1234.5', '3 measures.no-date'],
  })
  given.splice(1, 2)
  expect(await rows(given)).toMatchObject({ wrong: 0, kept: true, fresh: 2 })
  expect(await rows(given)).toMatchObject({ kept: false, known: 'brevo' })
  expect(await figure('sent')).toMatchObject({ value: 1_200 })
  await expect(rows([{ hello: 'world' }])).rejects.toMatchObject({ key: 'measures.no-columns' })
  await expect(rows([])).rejects.toMatchObject({ key: 'measures.no-columns' })
})

test('stopped half-way and imported again, everything is there once', async () => {
  const { store, imports, figure } = await newDesk()
  const lines = Array.from({ length: 9_000 }, (_, at) => `2026-10-01,Campaign ${at % 6_000},1`)
  const csv = `date,campaign,sent\n${lines.join('\n')}`
  const together = store.together
  let batches = 0
  store.together = (work) => {
    if (++batches > 1) throw new Error('killed')
    return together(work)
  }
  await expect(imports(csv)).rejects.toThrow('killed')
  store.together = together
  expect(await figure('sent')).toMatchObject({ value: 5_000 })
  expect(await imports(csv)).toMatchObject({ kept: true })
  expect(await figure('sent')).toMatchObject({ value: 9_000 })
})

test('a shared spreadsheet is imported by its address; a page, a missing file and a huge one are not', async () => {
  const { store, told, figure } = await newDesk()
  const server = createServer((request, response) => {
    if (request.url === '/lettre.csv') return response.end(newsletter)
    if (request.url === '/moved') return response.writeHead(302, { location: '/lettre.csv' }).end()
    if (request.url === '/page') return response.end('<!doctype html><title>Sign in</title>')
    if (request.url === '/huge') return response.end(Buffer.alloc(11 * 2 ** 20, '1'))
    return response.writeHead(403).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const door = newDoor({ userAgent: 'Vigie test', allowPrivate: ['127.0.0.1'] })
  onTestFinished(async () => {
    await door.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const from = (path: string) =>
    told((importing) => measuresFromAddress(store, nimbus, `${base}${path}`, { ...importing, door }), {})
  await expect(from('/page')).rejects.toMatchObject({ key: 'measures.no-table' })
  await expect(from('/none')).rejects.toMatchObject({ key: 'measures.not-there', values: { status: '403' } })
  await expect(from('/huge')).rejects.toMatchObject({
    key: 'measures.too-large',
    values: { most: 10, team: 'nimbus' },
  })
  expect(await from('/moved')).toMatchObject({ kept: true, fresh: 12 })
  expect(await figure('sent')).toMatchObject({ value: 3_625 })
})

test.each([
  ['1 234,56 €', null, 1_234.56],
  ['1\u202f234,56', null, 1_234.56],
  ['$1,234.56', null, 1_234.56],
  ['1.234,56', null, 1_234.56],
  ['1,234', null, 1_234],
  ['1.234', null, 1_234],
  ['1,234', ',', 1.234],
  ['1,234', '.', 1_234],
  ['1.234.567', null, 1_234_567],
  ['0,125', null, 0.125],
  ['0.5', null, 0.5],
  ['12,5', '.', null],
  ['−3', null, -3],
  ['.75', null, 0.75],
  ['1’250', null, 1_250],
  ['EUR 12', null, 12],
  ['', null, 'nothing'],
  ['-', null, 'nothing'],
  ['n/a', null, 'nothing'],
  ['12 %', null, null],
  ['1,2,3', null, null],
  ['=1+1', null, null],
  ['1e9', null, null],
] as const)('%s (%s) is %s', (given, mark, number) => {
  expect(numberIn(given, mark)).toBe(number)
})

test('a number that is written as French or English people do is read as it was meant', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 9 }),
      fc.constantFrom('fr-FR', 'en-US', 'de-DE'),
      (cents, locale) => {
        const value = cents / 100
        const written = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(value)
        expect(numberIn(written, decimalMarkOf(written))).toBe(value)
      },
    ),
  )
})

test('whatever a file holds, it is imported or it is said what is wrong', async () => {
  const { imports } = await newDesk()
  const cell = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('01/10/2026', '2026-10-02', '1 200', '12,5', '"', '""', ';', '\n', '\0', '=A1', 'Total'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 5 }), async (lines) => {
      const csv = `date;campagne;envoyés;dépenses\n${lines.map((cells) => cells.join(';')).join('\n')}`
      const result = await imports(csv).catch((error) => error)
      if (result instanceof Error) expect(result.name).toBe('Oops')
      else expect(result.kept || result.wrong > 0 || result.totals > 0 || result.known !== null).toBe(true)
    }),
    { numRuns: 40 },
  )
})
