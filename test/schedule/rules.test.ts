import pino from 'pino'
import { expect, test } from 'vitest'
import { readQuery } from '../../src/model/query.ts'
import { type Rule, usualRule } from '../../src/model/rule.ts'
import { anyMention } from '../../src/model/when.ts'
import { newRules } from '../../src/schedule/rules.ts'
import { newWorld, nimbus, read as readExactly } from '../world.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** With plain blanks, whatever the typography. */
const read = (message: Parameters<typeof readExactly>[0]) =>
  readExactly(message).replace(/[\u00a0\u202f]/g, ' ')

const rule = (name: string, more: Partial<Rule>): Rule => ({
  ...usualRule,
  name,
  when: anyMention,
  written: null,
  reach: null,
  share: null,
  late: null,
  ...more,
})
const words = (text: string) => ({ when: { ...anyMention, words: readQuery(text) }, written: text })

const danger = rule('Danger', { ...words('incendie OR "pris feu"'), severity: 'serious' })
const wide = rule('Grande audience', { reach: 50_000, when: { ...anyMention, moods: ['negative'] } })
const wave = rule('Vague négative', { share: { over: 70, within: 2 * hour, least: 10 } })

async function newRuled(rules: Rule[]) {
  const team = { ...nimbus, rules }
  const world = await newWorld({ teams: [team] })
  const make = () =>
    newRules({
      store: world.store,
      teams: [team],
      clock: world.clock,
      log: pino({ level: 'silent' }),
      wake: () => {},
    })
  let watching = make()
  await watching.look()
  const look = () => watching.look()
  const restart = () => {
    watching = make()
  }
  const incidents = async () => (await world.store.incidents.list('nimbus', 50)).sort((a, b) => a.id - b.id)
  const did = async () => (await world.store.rules.alerts('nimbus', 0)).map(({ did }) => did)
  return { ...world, team, look, restart, incidents, did }
}

test('one post about a fire raises the alert at once, shows that post and says why', async () => {
  const { heard, look, incidents, waiting } = await newRuled([danger])
  await heard('Nimbus : les lampes du salon sont arrivées', { by: 'theo' })
  await look()
  expect(await incidents()).toEqual([])

  await heard('Ma lampe Nimbus a pris feu cette nuit', { by: 'ravi' })
  await look()
  const [incident, ...others] = await incidents()
  expect(others).toEqual([])
  expect(incident).toMatchObject({ cause: 'rule', severity: 'serious', topic: 'Nimbus', state: 'firing' })
  expect(incident!.title).toBe('Danger (pris feu)')
  const [told] = (await waiting()).filter(({ message }) => message.about === `crisis:${incident!.id}`)
  expect(told!.channel).toBe('e-reputation')
  expect(read(told!.message)).toContain('Ma lampe Nimbus a pris feu')
  expect(read(told!.message)).not.toContain('sont arrivées')
})

test('what follows belongs to the same event; a new one rings below it while it is open, else begins anew', async () => {
  const { heard, look, incidents, did, time, waiting, mia, store } = await newRuled([danger])
  await heard('Nimbus : incendie rue de la Soie')
  await look()
  time.now += 2 * hour
  await heard('Encore un incendie dû à une Nimbus', { by: 'b' })
  await look()
  expect(await did()).toEqual(['raised'])
  await waiting()

  time.now += 7 * hour
  await heard('Troisième incendie à cause d’une Nimbus', { by: 'c' })
  await look()
  expect(await did()).toEqual(['raised', 'joined'])
  expect((await waiting()).map(({ message }) => read(message)).join()).toContain('cela continue')

  const [first] = await incidents()
  const voices = await store.voices.of(first!, { from: 0, to: time.now + 1 })
  expect(voices).toHaveLength(3)
  await mia.types(`/crise ${first!.id}`)
  await store.incidents.move(first!.id, ['firing'], 'over', { by: 'Mia', at: time.now })
  time.now += day
  await heard('Nimbus : un incendie de plus', { by: 'd' })
  await look()
  expect(await incidents()).toHaveLength(2)
})

test('a restart, even in the middle of a wave, raises nothing twice and forgets nothing', async () => {
  const { hear, post, look, restart, incidents, time } = await newRuled([wave, danger])
  const say = async (text: string, by: string) => {
    time.now += minute
    await hear([post(text, { author: by })])
    await look()
  }
  for (let at = 0; at < 6; at++) await say(`Nimbus en panne, honteux ${at}`, `a${at}`)
  restart()
  for (let at = 6; at < 9; at++) await say(`Nimbus en panne, honteux ${at}`, `a${at}`)
  expect(await incidents()).toEqual([])
  restart()
  await say('Nimbus en panne, honteux 9', 'a9')
  const [incident] = await incidents()
  expect(incident!.title).toBe('Vague négative (100\u00a0% de négatif sur 10)')
  restart()
  for (let at = 10; at < 14; at++) await say(`Nimbus en panne, honteux ${at}`, `a${at}`)
  expect(await incidents()).toHaveLength(1)
})

test('what could not be written down is looked at again, and raised once', async () => {
  const { heard, store, team, clock, incidents } = await newRuled([danger, wave])
  let broken = true
  const weak: typeof store = {
    ...store,
    together: (work) => (broken ? Promise.reject(new Error('the disk is full')) : store.together(work)),
  }
  const log = pino({ level: 'silent' })
  const watching = newRules({ store: weak, teams: [team], clock, log, wake: () => {} })
  await heard('Nimbus : incendie')
  await watching.look()
  await watching.look()
  expect(await incidents()).toEqual([])
  broken = false
  await watching.look()
  await watching.look()
  expect(await incidents()).toHaveLength(1)
})

test('one author twenty times, good words and a week that comes late are no wave', async () => {
  const { hear, post, look, incidents, time } = await newRuled([wave])
  const many = (
    count: number,
    more: (at: number) => { text: string; author: string; publishedAt?: number },
  ) => hear(Array.from({ length: count }, (_, at) => post(more(at).text, more(at))))
  await many(20, (at) => ({ text: `Nimbus en panne, honteux ${at}`, author: 'ravi' }))
  const before = time.now - 3 * day
  await many(30, (at) => ({ text: `Nimbus cassée, une honte ${at}`, author: `w${at}`, publishedAt: before }))
  await many(20, (at) => ({ text: `J’adore ma lampe Nimbus, magnifique ${at}`, author: `g${at}` }))
  await look()
  expect(await incidents()).toEqual([])
})

test('an author with a great audience rings where the word is bad, at most so often a day', async () => {
  const { heard, look, did, incidents, time, store } = await newRuled([
    { ...wide, pause: 10 * minute, most: 2 },
  ])
  await heard('Nimbus, une arnaque honteuse', { by: 'petit', reach: 400 })
  await heard('Superbe lampe Nimbus, bravo', { by: 'grand', reach: 90_000 })
  await look()
  expect(await did()).toEqual([])
  for (const nth of [1, 2, 3]) {
    await heard(`Nimbus, une arnaque honteuse ${nth}`, { by: `grand ${nth}`, reach: 90_000 })
    await look()
    for (const { id } of await incidents())
      await store.incidents.move(id, ['firing'], 'over', { by: 'Mia', at: time.now })
    time.now += hour
  }
  expect(await did()).toEqual(['raised', 'raised', 'capped'])
  expect((await incidents())[0]!.title).toBe('Grande audience (Mastodon, 90\u202f000 personnes)')
})

test('a silence keeps a rule quiet and counts it; a crisis that is as grave speaks for it', async () => {
  const { heard, look, did, store, time, mia, incidents } = await newRuled([
    { ...danger, pause: 10 * minute },
  ])
  const until = time.now + hour
  const silence = { topic: null, mood: null, until, reason: 'exercice incendie', by: 'Mia' }
  await store.silences.add('nimbus', silence, time.now)
  await heard('Nimbus : incendie au dépôt')
  await look()
  expect(await did()).toEqual(['silenced'])
  expect((await store.silences.of('nimbus', time.now))[0]!.muted).toBe(1)

  time.now = until + minute
  await mia.types('/crise déclarer titre:"Incendie au dépôt" sujet:Nimbus gravité:grave')
  await heard('Nimbus : un autre incendie', { by: 'b' })
  await look()
  expect(await did()).toEqual(['silenced', 'inhibited'])
  expect(await incidents()).toHaveLength(1)
})

test('an answer that was promised and does not come rings; one that came does not', async () => {
  const late = rule('Réponse en retard', { late: 30 * minute })
  const { heard, look, did, incidents, store, time } = await newRuled([late])
  const [waits, answered] = [
    await heard('Nimbus, ma lampe ?'),
    await heard('Et ma facture Nimbus ?', { by: 'b' }),
  ]
  const promise = (mention: number) => ({
    team: 'nimbus',
    mention,
    rule: 'Clients',
    within: hour,
    startedAt: time.now,
    dueAt: time.now + hour,
    remindAt: null,
    silence: null,
    silentAt: null,
    escalations: [],
    reminded: false,
    late: false,
    escalated: 0,
    stopped: null,
  })
  await store.promises.begin([promise(waits), promise(answered)])
  time.now += 50 * minute
  await store.promises.stop('nimbus', answered, { why: 'answered', now: time.now })
  time.now += 35 * minute
  await look()
  expect(await did()).toEqual([])
  time.now += 10 * minute
  await look()
  await look()
  expect(await did()).toEqual(['raised'])
  expect((await incidents())[0]!.title).toBe(`Réponse en retard (mention ${waits})`)
})

test('what a rule raised and nobody took ends by itself once it is long calm', async () => {
  const { heard, look, incidents, time } = await newRuled([danger])
  await heard('Nimbus : incendie')
  await look()
  time.now += 25 * hour
  await look()
  expect((await incidents())[0]!.state).toBe('over')
})
