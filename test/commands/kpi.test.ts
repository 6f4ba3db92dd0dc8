import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { askedKey, readAsked } from '../../src/reports/kpi/asked.ts'
import { newWorld, nimbus, read } from '../world.ts'
import { newBusyWorld } from './kpi-world.ts'

test('on the first day it says what it has and what it needs, not a wall of unknowns', async () => {
  const { mia, noor, theo } = await newWorld()
  const first = await mia.types('/kpi')
  expect(first).toMatchObject({ title: 'Vos premiers chiffres arrivent', quiet: true })
  const words = read(first)
  expect(words).toContain('0 source, 4 sujets et 0 mention')
  expect(words).toMatch(/Plateformes – vos comptes/)
  expect(words).not.toMatch(/inconnu/i)
  expect(first.files ?? []).toEqual([])
  expect(read(await noor.types('/kpi'))).toContain('0 sources, 4 topics and 0 mentions')
  expect(read(await theo.types('/kpi'))).toContain('This takes the role')
})

test('all numbers, one of them, topics and periods side by side, in French', async () => {
  const { mia } = await newBusyWorld()

  const all = await mia.types('/kpi')
  expect(read(all)).toContain('Nimbus\u00a0: du 23 octobre au 21 novembre 2026')
  expect(read(all)).toMatch(/Ce qui a le plus bougé\n[\s\S]*Mentions 100 · \+72\u202f%/)
  expect(read(all)).toMatch(/Part de voix 7\d(,\d)?\u202f%/)
  expect(all.files).toMatchObject([{ name: 'kpi-tonalite.png', type: 'image/png' }])
  expect(all.files![0]!.says).toMatch(/Négatives\u00a0: \d+\nNeutres\u00a0: \d+\nPositives\u00a0: \d+/)

  // A number explains itself: choose it.
  const volume = all.selects!.find(({ action }) => action === 'kpi.show')!.choices![0]!
  expect(volume.label).toBe('Mentions · 100')
  const chosen = await mia.presses('', { buttons: [{ action: 'kpi.show', label: '', value: volume.value }] })
  expect(chosen.title).toBe('Mentions\u00a0: 100')
  expect(read(chosen)).toMatch(
    /période précédente, hors journée en cours \(100 contre 58, du 23 septembre au 21 octobre 2026\)/,
  )
  expect(read(chosen)).toContain('Définition: Publications qui mentionnent')
  expect(read(chosen)).toContain('Par sujet: Nimbus 100')

  const week = await mia.types('/kpi mesure:volume période:semaine dernière avec:précédent')
  expect(read(week)).toMatch(
    /Mentions\u00a0: 26\ndu 9 au 15 novembre 2026\n\+86\u202f% par rapport à la période précédente \(du 2 au 8 novembre 2026\u00a0: 14\)/,
  )

  const share = await mia.types('/kpi part de voix 7j')
  expect(share.title).toMatch(/^Part de voix\u00a0: 8\d(,\d)?\u202f%$/)
  expect(read(share)).toMatch(/Calculé sur: \d+ \(le dénominateur\)/)
  expect(read(share)).toMatch(/Par sujet: Nimbus \d+ \(8\d(,\d)?\u202f%\)\nLumeo \d+ \(1\d(,\d)?\u202f%\)/)

  const both = await mia.types('/kpi mesure:mentions sujet:nimbus,lumeo par:semaine')
  expect(read(both)).toMatch(
    /Mentions\u00a0: Nimbus, Lumeo\n[\s\S]*Nimbus\u00a0: 100\n[\s\S]*Lumeo\u00a0: 29/,
  )
  expect(both.files![0]!.says).toMatch(/Nimbus\u00a0: dernière valeur [\s\S]*\nLumeo\u00a0: dernière valeur/)

  const parts = await mia.types('/kpi mentions par:auteur')
  expect(parts.files).toMatchObject([{ name: 'kpi-volume-author.png' }])

  // The clocks went back that Sunday: a day of 25 hours is a day like others.
  expect(read(await mia.types('/kpi mentions période:2026-10-25'))).toContain('Mentions\u00a0: 2')
})

test('what cannot be shown says why, and what would help', async () => {
  const { mia, noor } = await newBusyWorld({ days: 3 })
  const says = async (line: string) => read(await mia.types(line))
  expect(await says('/kpi période:2026-10-15..2026-10-01')).toContain(
    'se termine (2026-10-01) avant de commencer (2026-10-15)',
  )
  expect(await says('/kpi période:2027-01')).toContain('n’a pas encore commencé')
  expect(await says('/kpi part de vois')).toContain(
    'Vouliez-vous dire « Part de voix »'.replace('« ', '«\u00a0').replace(' »', '\u00a0»'),
  )
  expect(await says('/kpi tartempion')).toContain('Je ne connais ni indicateur, ni période, ni sujet')
  expect(await says('/kpi mentions sujet:personne')).toContain('personne')
  expect(await says('/kpi abonnés')).toMatch(/Inconnu\u00a0: [\s\S]*Ce qu’il faut\u00a0: Plateformes/)
  expect(await says('/kpi sujet:"Hélène Vasseur"')).toContain(
    'Rien n’a été entendu sur «\u00a0Hélène Vasseur\u00a0»',
  )
  expect(await says('/kpi abonnés sujet:Nimbus')).toContain('ne se répartit pas par sujet')
  expect(await says('/kpi mentions sujet:Nimbus,Lumeo avec:précédent')).toContain('pas les deux à la fois')
  expect(await says('/kpi mentions période:2026-01')).toMatch(/Inconnu\u00a0: /)
  expect(read(await noor.types('/kpi mentions by:moon'))).toContain('I cannot cut numbers by “moon”')
})

test('on the first day with mentions there is no wall of unknowns in a picture either', async () => {
  const { mia, heard } = await newWorld()
  await heard('J’adore ma lampe Nimbus, elle est superbe')
  await heard('Ma lampe Nimbus est encore en panne, je suis très déçu')
  const all = await mia.types('/kpi')
  expect(read(all)).toContain('Mentions 2')
  // Of one day, mood by mood.
  expect(all.files![0]!.says).toBe(
    'Mentions de Nimbus par tonalité\nNégatives\u00a0: 1\nNeutres\u00a0: 0\nPositives\u00a0: 1',
  )
  const one = await mia.types('/kpi mentions')
  expect(one.files).toEqual([])
  expect(read(one).match(/n’écoute que depuis/g)).toHaveLength(1)
})

test('it is shown to the channel on a press, and then to everybody there', async () => {
  const { mia } = await newBusyWorld({ days: 3 })
  const mine = await mia.types('/kpi mentions mois')
  expect(mine.quiet).toBe(true)
  const shared = await mia.presses('Montrer au salon', mine)
  expect(shared).toMatchObject({ title: mine.title, quiet: false, files: [{ type: 'image/png' }] })
  expect(shared.buttons).toBeUndefined()
  const back = await mia.presses('Tous les chiffres', mine)
  expect(back.title).toBe('Nimbus\u00a0: novembre 2026, à ce jour')
})

test('autocompletion offers measures, topics and days in the language of who types', async () => {
  const { bot, time } = await newWorld()
  const complete = (user: string, option: string, typed: string) =>
    bot
      .complete(
        {
          kind: 'command',
          command: 'kpi',
          text: '',
          chat: 'local',
          account: { chat: 'local', workspace: 'local', user },
          name: user,
          channel: 'e-reputation',
          at: time.now,
        },
        option,
        typed,
      )
      .map(({ label }) => label)
  expect(complete('mia', 'measure', 'voix')).toEqual(['Part de voix'])
  expect(complete('noor', 'measure', 'share of v')).toEqual(['Share of voice'])
  expect(complete('mia', 'topic', 'lu')).toEqual(['Lumeo'])
  expect(complete('mia', 'period', 'mois')).toEqual(['mois dernier', 'ce mois-ci'])
  expect(complete('noor', 'by', 'w')).toContain('week')
})

test('what is asked fits into a button, and is read back from it', () => {
  const wanted = {
    measure: 'engagement-rate-audience',
    period: { from: '2026-01-01', to: '2026-12-31' },
    grain: 'month' as const,
    by: null,
    topics: ['Nimbus', 'Lumeo', 'Éclairage', 'Hélène Vasseur'],
    beside: { from: '2025-01-01', to: '2025-12-31' },
  }
  const key = askedKey(wanted)
  expect(key.length).toBeLessThanOrEqual(60)
  expect(readAsked(key, nimbus)).toEqual(wanted)
  const channel = { ...wanted, measure: 'messages', topics: [], channel: 'communaute', beside: null }
  expect(readAsked(askedKey(channel), nimbus)).toEqual(channel)
  const account = { ...wanted, measure: 'open-rate', topics: [], account: 'Lettre n° 12', beside: null }
  expect(readAsked(askedKey(account), nimbus)).toEqual(account)
  const long = askedKey({ ...account, account: 'é'.repeat(40) })
  expect(long.length).toBeLessThanOrEqual(60)
  expect(readAsked(long, nimbus)).toBe(null)
  expect(readAsked(key, { ...nimbus, topics: nimbus.topics.slice(1) })).toBe(null)
  for (const bad of [
    '',
    'x',
    'volume',
    'volume.zzzzzzz',
    'volume.7jev.z.zz',
    '<>.7jev',
    'volume.7jev.....!!',
  ])
    expect(readAsked(bad, nimbus)?.topics ?? []).toEqual([])
})

test('a button of an older day says that the settings have changed', async () => {
  const { mia } = await newWorld()
  const old: Message = { buttons: [{ action: 'kpi.show', label: 'x', value: 'volume.7jev..abcd' }] }
  expect(read(await mia.presses('x', old))).toContain('Les réglages ont changé')
  const gone: Message = { buttons: [{ action: 'kpi.show', label: 'x', value: 'nonesuch.7jev' }] }
  expect(read(await mia.presses('x', gone))).toContain('nonesuch')
})
