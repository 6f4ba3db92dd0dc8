import pino from 'pino'
import { expect, test } from 'vitest'
import type { MailServer } from '../../src/model/mail.ts'
import type { ReportPlan } from '../../src/model/report.ts'
import type { Team } from '../../src/model/team.ts'
import { day, hour, minute } from '../../src/model/time.ts'
import { newMails } from '../../src/schedule/mails.ts'
import { newReports } from '../../src/schedule/reports.ts'
import { sameStore } from '../databases/open.ts'
import { mailServer, says } from '../mail/server.ts'
import { company, november, richMonth } from '../reports/months.ts'
import { newWorld, read } from '../world.ts'

const board: ReportPlan = {
  ...{ name: 'Direction', reader: 'board', every: 'month', on: 1, at: '08:30' },
  ...{ to: 'watch', mail: ['ines@nimbus.example'], comment: 'ask', approve: true },
}
/** 1 December 2026, 08:30 in Paris. */
const due = Date.UTC(2026, 11, 1, 7, 30)
const calm = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

async function newOffice({ plan = board, server }: { plan?: ReportPlan; server?: MailServer } = {}) {
  const at = server ?? { host: '127.0.0.1', port: 1, tls: 'never', user: null, password: null }
  const team: Team = {
    ...company,
    reports: [plan],
    mail: { from: 'Nimbus <rapports@nimbus.example>', server: at },
  }
  const world = await newWorld({ teams: [team] })
  const { store, clock } = world
  const parts = { store, teams: [team], clock, log: pino({ level: 'silent' }), wake: () => {} }
  const patience = { connect: 2_000, answer: 2_000 }
  const spoken = async () => {
    await world.living.look()
    return world.waiting()
  }
  return {
    ...world,
    parts,
    team,
    spoken,
    reports: newReports(parts),
    mails: newMails({ ...parts, patience }),
  }
}

test('from the settings to the board: drafted, edited, approved, told in the channel and mailed, once', async () => {
  const inbox = await mailServer()
  const { time, store, reports, mails, spoken, mia, noor, parts, ...world } = await newOffice({
    server: inbox.at,
  })
  // The one about October is not this process' to send any more.
  time.now = november + 12 * hour
  const early = newReports(parts)
  await richMonth({ ...world, store, time })

  await spoken()

  // Three days before, with what is known by then.
  time.now = due - 3 * day - hour
  await early.look()
  expect(await spoken()).toEqual([])
  time.now = due - 3 * day + minute
  await early.look()
  const [asked, ...more] = await spoken()
  expect(more).toEqual([])
  expect(asked!.channel).toBe('e-reputation')
  expect(calm(read(asked!.message))).toContain('Le rapport « Direction » part le 1er déc., 08:30')
  expect(calm(read(asked!.message))).toContain('En novembre 2026, Nimbus a fait l’objet de 113 mentions')
  expect(asked!.message.react).toEqual(['✅'])
  await early.look()
  expect(await spoken()).toEqual([])

  const text = 'Un mois marqué par le rappel ; les échanges gratuits ont calmé les clients.'
  expect(calm((await mia.presses('Modifier le commentaire', asked!.message, { text })).text!)).toContain(
    'version 2',
  )
  time.now += 5_000
  const [changed] = await edits(store, world)
  expect(calm(read(changed!))).toContain('les échanges gratuits')
  expect(changed!.shows).toBe('2')
  // What was shown before is another version; the author approves nothing.
  expect(calm((await noor.presses('Valider le commentaire', asked!.message)).text!)).toContain(
    'changed by Mia',
  )
  expect(calm((await mia.reacts('✅', changed!)).text!)).toContain('Une autre personne')

  // Its time is there, nobody has approved: it is said once, and nothing goes out.
  time.now = due
  await early.look()
  await early.look()
  const held = await spoken()
  expect(held.filter(({ message }) => calm(read(message)).includes('Il attend')).length).toBe(1)
  expect(await store.reports.sent('nimbus', 5)).toEqual([])

  time.now += 10 * minute
  expect((await noor.presses('Valider le commentaire', changed!)).text).toContain('2')
  const other = newReports({ ...parts, store: await sameStore(store) })
  await Promise.all([early.look(), other.look()])
  const told = (await spoken()).filter(({ channel }) => channel === 'veille')
  expect(told).toHaveLength(1)
  const said = calm(read(told[0]!.message))
  expect(said).toContain('113 mentions de Nimbus')
  expect(said).toContain('Commentaire de Mia')
  expect(said).toContain('les échanges gratuits')
  expect(told[0]!.message.files?.map(({ type }) => type)).toContain('application/pdf')

  await mails.look()
  await mails.look()
  expect(inbox.taken).toHaveLength(1)
  expect(inbox.taken[0]).toContain('To: ines@nimbus.example')
  expect(inbox.taken[0]).toContain('Content-Type: application/pdf')
  expect(inbox.taken[0]).toMatch(/Content-ID: <chart-1>/)
  expect((await store.mails.of('nimbus', 1)).map(({ state }) => state)).toEqual(['sent'])

  // Nothing more to do, and nothing more to change.
  time.now += day
  await early.look()
  expect((await spoken()).filter(({ channel }) => channel === 'veille')).toEqual([])
  expect((await mia.presses('Modifier le commentaire', changed!, { text: 'Trop tard' })).text).toContain(
    'déjà parti',
  )
  const past = await mia.presses(
    'Rapports passés',
    await mia.types('/rapport période:2026-11 pour:direction'),
  )
  expect(calm(read(past))).toContain('#veille, par e-mail à 1 adresse')
})

test('one that was missed is sent late, once, after quiet hours; what was due before anybody asked for it is not', async () => {
  const plan: ReportPlan = { ...board, mail: [], comment: 'draft', approve: false }
  const { time, reports, spoken, parts } = await newOffice({ plan })
  time.now = due + 15 * hour
  // 23:30 in Paris: it was due in the morning, while Vigie was off.
  await reports.look()
  expect(await spoken()).toEqual([])
  time.now += 8 * hour
  await reports.look()
  await reports.look()
  const told = await spoken()
  expect(told).toHaveLength(1)
  expect(calm(read(told[0]!.message))).toContain('Avec du retard : il était prévu le 1er déc., 08:30')

  const fresh = await newOffice({ plan })
  fresh.time.now = due + 2 * day
  await newReports(fresh.parts).look()
  expect(await fresh.spoken()).toEqual([])
  expect(parts.teams).toHaveLength(1)
})

test('mail that is refused is told once with the cure; what nobody is sure of goes again only on somebody’s word', async () => {
  let answer: 'busy' | 'gone' | 'cut' | 'fine' = 'busy'
  const server = await mailServer({
    onRcptTo: (_address, _session, done) =>
      answer === 'busy'
        ? done(says(451, 'greylisted'))
        : answer === 'gone'
          ? done(says(550, 'no such user'))
          : done(),
    onData: (stream, _session, done) =>
      void stream.resume().on('end', () => (answer === 'cut' ? server.cut() : done())),
  })
  const plan: ReportPlan = { ...board, to: null, comment: 'draft', approve: false }
  const { time, store, reports, mails, spoken, mia } = await newOffice({ plan, server: server.at })
  time.now = due
  await reports.look()
  const state = async () => (await store.mails.of('nimbus', 1)).map(({ state }) => state)
  expect(await state()).toEqual(['waiting'])

  await mails.look()
  const [later, ...none] = await spoken()
  expect(none).toEqual([])
  expect(calm(read(later!.message))).toMatch(
    /À ines@nimbus\.example, novembre 2026 : 127\.0\.0\.1 demande de revenir plus tard \(451 greylisted\)/,
  )
  time.now += 30_000
  await mails.look()
  time.now += 5 * minute
  await mails.look()
  expect(await spoken()).toEqual([])
  expect(await state()).toEqual(['waiting'])

  answer = 'cut'
  time.now += hour
  await mails.look()
  expect(await state()).toEqual(['unsure'])
  const [unsure] = await spoken()
  expect(calm(read(unsure!.message))).toContain('le serveur a tout reçu et n’a jamais répondu')
  time.now += day
  await mails.look()
  expect(await state()).toEqual(['unsure'])

  answer = 'fine'
  const before = (await store.mails.of('nimbus', 1))[0]!
  expect((await mia.presses('Renvoyer l’e-mail', unsure!.message)).text).toContain('1')
  const [again] = await store.mails.of('nimbus', 1)
  expect(again).toMatchObject({ messageId: before.messageId, mayRepeat: true })
  await mails.look()
  expect(await state()).toEqual(['sent'])
})

test('what is drafted anew is another version, and what goes at its place goes from mail that waits', async () => {
  let answer: 'busy' | 'fine' = 'busy'
  const server = await mailServer({
    onRcptTo: (_address, _session, done) => done(answer === 'busy' ? says(451, 'greylisted') : null),
  })
  const { time, store, reports, mails, spoken, noor, team } = await newOffice({ server: server.at })
  time.now = due - 3 * day + minute
  await reports.look()
  const [asked] = await spoken()
  const { composed } = await import('../../src/reports/board/composing.ts')
  const [one] = [(await store.reports.get('nimbus', 1))!]
  // What it said of the month is another by now.
  await store.reports.redraft(1, 'Un mois calme.', time.now)
  const which = { plan: board, reader: one.reader, period: one.period } as const
  const { report } = await composed({ store, team, now: time.now, ...which }, store.together)
  expect(report.versions.map(({ nth, by }) => [nth, by])).toEqual([
    [1, null],
    [2, null],
  ])
  expect((await noor.presses('Valider le commentaire', asked!.message)).text).toContain('changed')
  time.now += 5_000
  await spoken()
  const shown = {
    ...asked!.message,
    shows: '2',
    buttons: asked!.message.buttons!.map((button) => ({ ...button, value: '2' })),
  }
  expect((await noor.presses('Valider le commentaire', shown)).text).toContain('2')

  time.now = due
  await reports.look()
  await mails.look()
  expect((await store.mails.of('nimbus', 1)).map(({ state }) => state)).toEqual(['waiting'])
  const sheet = (await store.reports.sheet('nimbus', 1)) as { notes: string[] }
  await store.postEnds.rewrite(1, { ...sheet, notes: ['supprimee a la source'] })
  answer = 'fine'
  time.now += hour
  await mails.look()
  expect(server.taken).toHaveLength(1)
  expect(server.taken[0]).toContain('supprimee a la source')
})

test('a process that dies over a mail leaves it unsure; one that is gone for good says so', async () => {
  const server = await mailServer({ onRcptTo: (_address, _session, done) => done(says(550, 'no such user')) })
  const plan: ReportPlan = {
    ...board,
    to: null,
    comment: 'draft',
    approve: false,
    mail: ['ines@nimbus.example', 'gone@nimbus.example'],
  }
  const { time, store, reports, mails, spoken } = await newOffice({ plan, server: server.at })
  time.now = due
  await reports.look()
  // Another process took the first one, and was never heard of again.
  await store.mails.take(['nimbus'], { owner: 'another', until: time.now + minute }, time.now)
  await mails.look()
  expect((await store.mails.of('nimbus', 1)).map(({ state }) => state)).toEqual(['sending', 'failed'])
  time.now += 2 * minute
  await mails.look()
  expect((await store.mails.of('nimbus', 1)).map(({ state }) => state)).toEqual(['unsure', 'failed'])
  const titles = (await spoken()).map(({ message }) => message.title)
  expect(titles).toEqual([
    'Un rapport n’a pas pu être envoyé par e-mail',
    'Un rapport est peut-être parti par e-mail',
  ])
})

/** What living messages say now, as their chat would have it. */
async function edits(
  store: Awaited<ReturnType<typeof newOffice>>['store'],
  world: { living: { look(): Promise<void> } },
) {
  await world.living.look()
  const due = await store.deliveries.due(Number.MAX_SAFE_INTEGER, [])
  const shown = []
  for (const { id, payload, wanted, place } of due) {
    shown.push(
      payload as Awaited<ReturnType<Awaited<ReturnType<typeof newOffice>>['waiting']>>[number]['message'],
    )
    await store.deliveries.told(id, wanted, { channel: place.channel, id }, 0, {
      shows: (payload as { shows?: string }).shows ?? null,
    })
  }
  return shown
}
