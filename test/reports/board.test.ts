import { expect, test } from 'vitest'
import { boardOf } from '../../src/reports/board/board.ts'
import { drawn } from '../../src/reports/board/drawn.ts'
import { reportMessage } from '../../src/reports/board/message.ts'
import { mailPage, reportPage } from '../../src/reports/board/page.ts'
import { plainReport } from '../../src/reports/board/plain.ts'
import { sheetOf } from '../../src/reports/board/sheet-of.ts'
import { draftedComment } from '../../src/reports/board/words.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { newWorld, read } from '../world.ts'
import { company, december, poorMonth, richMonth } from './months.ts'
import { pdfText } from './pdf-text.ts'

const month = { from: '2026-11-01', to: '2026-11-30' }
type World = Awaited<ReturnType<typeof newWorld>>

async function written(
  { store }: Pick<World, 'store'>,
  locale: 'fr' | 'en',
  reader: 'board' | 'team' = 'board',
) {
  const board = await boardOf({ store, team: company, now: december }, { period: month, reader })
  const voice = { say: sayIn(locale), team: company, now: december }
  const text = draftedComment(board, voice)
  return { board, text, sheet: sheetOf(board, { nth: 1, text, by: null, at: december }, voice) }
}

const calm = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test('a month in which much happened: what, why it moved, against whom, what to do', async () => {
  const world = await newWorld({ teams: [company] })
  await richMonth(world)
  const { board, text, sheet } = await written(world, 'en')

  expect(sheet.what.join('\n')).toContain('113 mentions of Nimbus')
  expect(sheet.what.join('\n')).toContain(
    '“Nimbus rappelle 3 000 lampes après un début d’incendie” (Le Progrès), 14 mentions, 14 places',
  )
  expect(sheet.what.join('\n')).toContain('Crisis: Nimbus, over since 14 November 2026')
  // The recall made the reach; the crisis it set off, with what people said of it, made most of the mentions.
  const causeOf = (key: string) => board.moves.find(({ reading }) => reading.measure.key === key)?.cause
  expect(causeOf('reach')).toMatchObject({
    is: 'story',
    gone: false,
    story: { count: 14, negative: 14, outlets: 14 },
  })
  expect(causeOf('volume')).toMatchObject({ is: 'incident', incident: { topic: 'Nimbus', mentions: 29 } })
  const day = board.trend.find(({ from }) => from === '2026-11-12')
  expect(day).toMatchObject({ mentions: 26, negative: 23 })
  expect(board.trend.reduce((sum, { mentions }) => sum + (mentions ?? 0), 0)).toBe(113)
  expect(board.rivals.map(({ name, ours }) => [name, ours])).toEqual([
    ['Nimbus', true],
    ['Lumeo', false],
  ])
  expect(board.promises).toEqual([{ rule: 'Clients mécontents', made: 23, kept: 11, missed: 12 }])
  expect(board.unanswered.count).toBe(8)
  expect(board.toDo.map((one) => one.do)).toEqual(['answer', 'promise', 'source'])
  // What was not seen is said: to the board in a sentence, to the team with the reason.
  expect(plainReport(sheet, { before: [] })).toContain(
    '1 of 2 sources could not be read for 5 days: Le Progrès.',
  )
  const { id } = (await world.store.feeds.get('https://leprogrs.example/feed'))!
  const now = december - 60_000
  await world.store.feeds.failed(id, { words: 'no answer' }, { now, nextAt: december })
  const blind = (
    await boardOf(
      { store: world.store, team: company, now: december - 30_000 },
      { period: { from: '2026-12-01', to: '2026-12-01' }, reader: 'team' },
    )
  ).blind
  expect(blind.sources).toMatchObject([{ name: 'Le Progrès', still: true, away: 30_000 }])
  const team = await written(world, 'fr', 'team')
  expect(calm(plainReport(team.sheet, { before: [] }))).toContain(
    'Le Progrès, illisible pendant 5 jours : the server answers 503',
  )
  expect(text).toMatch(/^In November 2026 Nimbus was mentioned 113 times \(\+\d+% on October 2026\)\./)
  expect(text).toContain('First thing to do: answer the 8 negative mentions that wait.')

  const fr = await written(world, 'fr')
  expect(calm(fr.text)).toMatch(
    /^En novembre 2026, Nimbus a fait l’objet de 113 mentions \(\+\d+ % par rapport à octobre 2026\)\./,
  )
  expect(calm(plainReport(fr.sheet, { before: [] }))).toContain('Tenir l’engagement « Clients mécontents »')

  // On paper the same numbers, in the font that comes with it.
  const { pdf, charts } = await drawn(fr.sheet, { at: december, compress: false })
  const paper = pdfText(Buffer.from(pdf!, 'base64'))
  expect(paper.replace(/\s+/g, ' ')).toContain('113 mentions de Nimbus')
  expect(paper).toContain('Page 1 sur')
  expect(paper).toContain('Part de voix')
  expect(Buffer.from(pdf!, 'base64').toString('latin1')).toMatch(/\/FontFile2/)
  expect(charts.every((chart) => Buffer.from(chart, 'base64').subarray(1, 4).toString() === 'PNG')).toBe(true)

  const message = reportMessage(fr.sheet, { pdf, charts })
  expect(calm(read(message))).toContain('Répondre aux 8 mentions négatives en attente')
  expect(message.files?.map(({ name }) => name)).toEqual([
    'rapport-nimbus-novembre-2026-1.png',
    'rapport-nimbus-novembre-2026-2.png',
    'rapport-nimbus-novembre-2026.html',
    'rapport-nimbus-novembre-2026.pdf',
    'rapport-nimbus-novembre-2026.csv',
  ])
  const csv = Buffer.from(message.files!.at(-1)!.base64, 'base64').toString()
  expect(csv).toContain('Mentions,2026-11-01,2026-11-30,113')
})

test('a month in which hardly anything happened says so, and draws no conclusions from one mention', async () => {
  const world = await newWorld({ teams: [company] })
  await poorMonth(world)
  const { sheet, board, text } = await written(world, 'fr')
  expect(sheet.what).toEqual(['1 mention de Nimbus.', 'Rien de particulier à signaler.'])
  expect(board.toDo).toEqual([])
  expect(text).toBe('En novembre 2026, Nimbus a fait l’objet d’une seule mention.')
  expect(sheet.tiles.find(({ name }) => name === 'Part de voix')?.before ?? 'trop peu pour conclure').toBe(
    'trop peu pour conclure',
  )
  expect(JSON.stringify(sheet)).not.toMatch(/undefined|NaN|null,null/)
  // A team that never heard anything gets a report as well.
  const nothing = await written(await newWorld({ teams: [company] }), 'en')
  expect(nothing.text).toContain('nothing was said of Nimbus')
  expect((await drawn(nothing.sheet, { at: december })).pdf).not.toBeNull()
})

test('what strangers wrote is neither markup, nor a link that runs, nor a formula', async () => {
  const world = await newWorld({ teams: [company] })
  const evil = '<img src=x onerror=alert(1)> =HYPERLINK("http://evil.example") Nimbus **gras** @everyone'
  world.time.now = december - 20 * 86_400_000
  for (const outlet of ['=1+1', '<b>Blog</b>', '"; Bcc: x'])
    await world.hear(
      [
        world.post(`${evil} la lampe brûle, une honte, je suis furieux`, {
          title: evil,
          url: 'javascript:alert(1)',
          author: outlet,
        }),
      ],
      { outlet },
    )
  world.time.now = december
  const { sheet } = await written(world, 'en', 'team')
  for (const page of [reportPage(sheet), mailPage(sheet, { before: [] })]) {
    expect(page).toContain('HYPERLINK')
    expect(page).not.toMatch(/<img src=x|<b>Blog|href="?javascript/)
  }
  expect(reportPage(sheet)).toMatch(
    /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/,
  )
  const message = reportMessage(sheet, { pdf: null, charts: [] })
  expect(message.text).not.toMatch(/[^\\]\*\*gras\*\*/)
  const { pdf } = await drawn(sheet, { at: december, want: ['pdf'], compress: false })
  expect(Buffer.from(pdf!, 'base64').toString('latin1')).not.toMatch(/\/JavaScript|\/JS |javascript:/)
})

test('the same report is the same bytes, and a long one breaks into numbered pages', async () => {
  const world = await newWorld({ teams: [company] })
  await poorMonth(world)
  const { sheet } = await written(world, 'fr', 'team')
  const rows = Array.from({ length: 90 }, (_, at) => [
    `Actualité ${at} ${'très longue '.repeat(at % 9)}`,
    'Blog',
    String(at),
    '0',
    '1',
  ])
  const heads = ['Actualité', 'Média', 'Mentions', 'Négatives', 'Médias']
  const long = {
    ...sheet,
    comment: { name: 'Commentaire', text: 'Un long commentaire. '.repeat(300), note: null },
  }
  long.sections = [
    ...sheet.sections,
    { key: 'stories', name: 'Actualités', blocks: [{ kind: 'table', heads, rows, numbers: [2, 3, 4] }] },
  ]
  const asked = { at: december, want: ['pdf' as const], compress: false }
  const [one, two] = await Promise.all([drawn(long, asked), drawn(long, asked)])
  expect(one.pdf).toBe(two.pdf)
  const paper = pdfText(Buffer.from(one.pdf!, 'base64'))
  const pages = Number(/Page 1 sur (\d+)/.exec(paper)?.[1])
  expect(pages).toBeGreaterThan(3)
  expect(paper).toContain(`Page ${pages} sur ${pages}`)
  // The heads of the table stand on each of its pages.
  expect(paper.match(/^Négatives$/gm)!.length).toBeGreaterThan(2)
  expect(paper).toContain('Actualité 89')
})
