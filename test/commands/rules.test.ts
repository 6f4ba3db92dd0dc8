import pino from 'pino'
import { expect, test } from 'vitest'
import type { Message } from '../../src/chat/message.ts'
import { readQuery } from '../../src/model/query.ts'
import { type Rule, usualRule } from '../../src/model/rule.ts'
import { anyMention } from '../../src/model/when.ts'
import { newRules } from '../../src/schedule/rules.ts'
import { newWorld, nimbus, read as readExactly } from '../world.ts'

const hour = 3_600_000
const day = 24 * hour

/** With plain blanks, whatever the typography. */
const read = (message: Message) => plainly(readExactly(message))
const plainly = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

const danger: Rule = {
  ...usualRule,
  name: 'Danger',
  when: { ...anyMention, words: readQuery('incendie OR "pris feu"') },
  written: 'incendie OR "pris feu"',
  reach: null,
  share: null,
  late: null,
  severity: 'serious',
  at: { file: 'teams/nimbus/rules.yaml', line: 24 },
}

/** Ten days of Nimbus, with a fire on the second and the fifth day, and two on the ninth. */
async function newPast(rules: Rule[] = [danger]) {
  const team = { ...nimbus, rules }
  const world = await newWorld({ teams: [team] })
  world.time.now -= 10 * day
  const say = (text: string, by: string) => world.hear([world.post(text, { author: by })])
  for (let nth = 1; nth <= 10; nth++) {
    await say(`Nimbus à Lyon, jour ${nth}`, `a${nth}`)
    if (nth === 2 || nth === 5 || nth === 9) await say(`Nimbus : incendie, jour ${nth}`, `b${nth}`)
    if (nth === 9) await say('Ma Nimbus a pris feu aussi', 'c9')
    world.time.now += day
  }
  return { ...world, team }
}

test('a rule is tried on the past before anybody is woken by it, and tells when and why it would have rung', async () => {
  const { mia, store } = await newPast()
  const tried = await mia.types('/règles essayer danger depuis:30j')
  expect(plainly(tried.title!)).toMatch(/^Danger : aurait donné 3 alertes depuis le 22 oct\./)
  expect(read(tried)).toContain('14 mentions examinées. 4 correspondent.')
  expect(tried.items!.map(({ quote }) => quote)).toEqual([
    'Nimbus : incendie, jour 9',
    'Nimbus : incendie, jour 5',
    'Nimbus : incendie, jour 2',
  ])
  expect(tried.items![0]!.title).toBe('Danger (incendie)')
  expect(await store.incidents.list('nimbus', 5)).toEqual([])
  expect(await store.rules.alerts('nimbus', 0)).toEqual([])
})

test('what is tried on the past is what rings live', async () => {
  const { store, team, clock, time, hear, post, mia } = await newPast()
  const log = pino({ level: 'silent' })
  const watching = newRules({ store, teams: [team], clock, log, wake: () => {} })
  await watching.look()
  const since = time.now
  for (let nth = 0; nth < 12; nth++) {
    await hear([post(`Nimbus : incendie ${nth}`, { author: `n${nth}` })])
    await watching.look()
    time.now += 2.5 * hour
  }
  const rang = (await store.rules.alerts('nimbus', since)).filter(({ did }) => did !== 'capped')
  const tried = await mia.types('/rules try Danger since:31h')
  expect(rang).toHaveLength(4)
  expect(tried.title).toContain('aurait donné 4 alertes')
})

test('one that is typed is tried as well: words, an audience, a share', async () => {
  const { mia, noor, hear, post, time } = await newPast([])
  expect((await mia.types('/rules try words:"incendie OR feu" since:30d')).title).toContain('3 alertes')
  expect((await noor.types('/rules try words:"incendie OR feu" since:3d')).title).toContain('alerted 1 time')
  expect((await mia.types('/règles essayer audience:5000')).title).toContain('0 alerte')
  await hear(
    Array.from({ length: 12 }, (_, at) =>
      post(`Nimbus en panne, honteux ${at}`, { author: `w${at}`, reach: 9_000 }),
    ),
  )
  time.now += hour
  expect((await mia.types('/règles essayer audience:5000')).title).toContain('1 alerte')
  expect(read(await mia.types('/règles essayer négatif:80 sujet:Nimbus'))).toContain(
    '100 % de négatif sur 10',
  )
  expect(read(await mia.types('/règles essayer négatif:100'))).toContain('1 à 99')
  expect(read(await mia.types('/règles essayer mots:"(feu"'))).not.toContain('alerte')
})

test('the list shows what each asks for, where it stands and how often it rang, and tries it with a press', async () => {
  const { mia, store, time } = await newPast()
  const at = time.now - 2 * day
  await store.rules.alert('nimbus', { rule: 'Danger', did: 'raised', incident: 1, at })
  await store.rules.alert('nimbus', { rule: 'Danger', did: 'silenced', incident: null, at: at + day })
  const list = await mia.types('/règles')
  expect(plainly(list.title!)).toBe('1 règle')
  expect(read(list)).toContain('on y lit incendie OR "pris feu"')
  expect(read(list)).toContain('sérieux, dans #e-reputation, 3 par jour au plus, puis 6 h')
  expect(read(list)).toContain('a sonné 1 fois en 30 jours · 1 alerte retenue')
  expect(read(list)).toContain('teams/nimbus/rules.yaml:24')
  expect((await mia.presses('Essayer sur 30 jours', list)).title).toContain('3 alertes')
})

test('whatever is typed, it answers', async () => {
  const { mia, time } = await newPast()
  const answer = (line: string) => {
    // Not so fast that one is told to breathe.
    time.now += 10_000
    return mia.types(`/règles essayer ${line}`)
  }
  const typed = [
    'mots:',
    'mots:""',
    'mots:(',
    'audience:-3',
    'audience:x',
    'négatif:0',
    'depuis:demain',
    'Dan ger',
  ]
  for (const one of [...typed, 'x'.repeat(3000), 'mots:"incendie" mots:"feu"', 'sujet:Nimbus'])
    expect(read(await answer(one)), one).not.toMatch(/alertes? depuis|mal tourné|Soufflez/)
  const long = await answer(`mots:${'incendie OU '.repeat(15)}feu`)
  expect(read(long)).toContain('3 alertes')
})

test('without a rule, or with a wrong name, the answer names the cure', async () => {
  const { mia, theo } = await newPast([])
  expect(read(await mia.types('/règles'))).toContain('pas encore de règle')
  expect(read(await mia.types('/règles essayer'))).toContain('Quelle règle ?')
  expect(read(await mia.types('/règles essayer incendies'))).toContain('Il n’y a pas de règle')
  expect(read(await theo.types('/rules'))).not.toContain('rules.yaml')
})
