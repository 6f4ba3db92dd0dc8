import { expect, test } from 'vitest'
import type { Figure } from '../../src/model/measure.ts'
import type { Mention } from '../../src/model/mention.ts'
import type { Period } from '../../src/model/period.ts'
import type { Team } from '../../src/model/team.ts'
import { hour, minute } from '../../src/model/time.ts'
import { measuresOf, readMeasure, readParts, readSeries } from '../../src/reports/kpi/read.ts'
import * as kpiWords from '../../src/reports/kpi/words.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { broken, newReplyWorld, nimbusOnMastodon, sorry } from '../commands/reply-world.ts'
import { newWorld, nimbus } from '../world.ts'

const nine = { from: '09:00', to: '18:00' }
const team: Team = {
  ...nimbus,
  sample: false,
  quietHours: null,
  hours: {
    timeZone: null,
    week: {
      ...{ monday: [nine], tuesday: [nine], wednesday: [nine], thursday: [nine], friday: [nine] },
      ...{ saturday: [], sunday: [] },
    },
    ...{ holidays: 'none', closed: [], worked: [] },
  },
  promises: [
    {
      ...{
        name: 'fâchés',
        topics: null,
        kinds: ['brand'],
        moods: ['negative'],
        networks: null,
        languages: null,
      },
      ...{ reach: null, within: 2 * hour, remind: null, silence: null, escalate: [] },
    },
  ],
}
const paris = (day: string, time: string) => Date.parse(`${day}T${time}:00+01:00`)
const october: Period = { from: '2026-10-01', to: '2026-10-31' }
const november: Period = { from: '2026-11-01', to: '2026-11-30' }
const say = sayIn('fr')

/** As somebody reads it: all spaces look alike. */
const spaced = (words: string | null) => words?.replaceAll(/[\u00a0\u202f]/g, ' ')
const figureWords = (...given: Parameters<typeof kpiWords.figureWords>) =>
  spaced(kpiWords.figureWords(...given))
const changeWords = (...given: Parameters<typeof kpiWords.changeWords>) =>
  spaced(kpiWords.changeWords(...given))
const doubtWords = (...given: Parameters<typeof kpiWords.doubtWords>) => spaced(kpiWords.doubtWords(...given))

const good = 'J’adore ma lampe Nimbus, elle est magnifique, merci !'
const bad = 'Ma lampe Nimbus est encore en panne, quelle arnaque, je suis furieux'
const neutral = 'Nimbus ouvre un magasin à Lyon en mars'

/** A small month that can be counted on the fingers: twelve mentions of Nimbus in November, four in October. */
async function newMonth() {
  const world = await newWorld({ teams: [team] })
  const { store, time, heard } = world
  const said = async (text: string, day: string, at: string, more: Parameters<typeof heard>[1] = {}) => {
    time.now = paris(day, at)
    // Published three minutes before it is heard.
    return heard(text, { publishedAt: time.now - 3 * minute, ...more })
  }
  const step = (id: number, is: 'taken' | 'answered' | 'ignored', day: string, at: string) =>
    store.together((store) => store.mentions.step('nimbus', id, { is, by: 'Mia', at: paris(day, at) }))
  const read = async (key: string, asked: { period?: Period; topic?: string } = {}) =>
    readMeasure({ store, team, now: time.now }, key, { period: november, ...asked })

  for (const day of ['01', '09', '20', '31'])
    await said(`${day === '09' ? bad : good} ${day}`, `2026-10-${day}`, '10:00', { reach: 50 })
  for (const day of ['02', '03']) await said(`Une lampe Lumeo ${day}`, `2026-10-${day}`, '11:00')

  const angry = await said(bad, '2026-11-02', '10:00', { reach: 1000, by: 'ravi' })
  await step(angry, 'taken', '2026-11-02', '10:30')
  await step(angry, 'answered', '2026-11-02', '11:30')
  const late = await said(`${neutral} vendredi`, '2026-11-06', '17:30', { reach: 200, by: 'zoe' })
  await step(late, 'answered', '2026-11-09', '09:45')
  const night = await said(`${good} ce soir`, '2026-11-11', '20:00', { by: 'theo' })
  await step(night, 'answered', '2026-11-12', '09:10')
  const forgotten = await said(`${bad} deux`, '2026-11-13', '09:00', { by: 'ravi' })
  const noise = await said(`${bad} trois`, '2026-11-14', '09:00', { by: 'zoe' })
  await world.waiting()
  await step(noise, 'ignored', '2026-11-14', '09:30')
  for (const day of ['16', '17', '18', '19'])
    await said(`${good} le ${day}`, `2026-11-${day}`, '12:00', {
      url: `https://piaille.fr/@theo/1126000000000${day}`,
    })
  await said(`${neutral}, à la fin du mois`, '2026-11-30', '23:59', { by: null as never })
  await said(`${neutral} et Lumeo aussi`, '2026-11-20', '12:00', { title: 'Ouverture' })
  await said(`${good} encore`, '2026-11-21', '12:00', { outlet: 'Le Progrès' })
  for (const day of ['03', '04', '05', '06', '07', '08'])
    await said(`Les lampes Lumeo arrivent le ${day}`, `2026-11-${day}`, '15:00', { by: 'lea' })
  time.now = paris('2026-12-02', '10:00')
  return { ...world, read, step, ids: { angry, late, night, forgotten, noise } }
}

const value = (figure: Figure) => (figure.known ? figure.value : figure.because)

test('a small month is counted as on the fingers', async () => {
  const { store, read, time } = await newMonth()
  const moods = (
    await store.mentions.list(
      'nimbus',
      { topic: 'Nimbus', since: paris('2026-11-01', '00:00') },
      { most: 50 },
    )
  ).map(({ topics }: Mention) => topics.find(({ name }) => name === 'Nimbus')!.mood.label)
  expect(Object.groupBy(moods, (label) => label)).toMatchObject({
    positive: { length: 6 },
    negative: { length: 3 },
    neutral: { length: 3 },
  })

  const volume = await read('volume')
  expect([value(volume.figure), value(volume.before), volume.change]).toEqual([12, 4, 2])
  expect(figureWords(volume.figure, volume.measure, say)).toBe('12')
  expect(changeWords(volume, say)).toBe('+8')
  expect(value((await read('volume', { topic: 'Lumeo' })).figure)).toBe(7)
  // Everything that is watched: the one that names both counts once.
  expect(value((await read('volume', { topic: '' })).figure)).toBe(18)
  expect(value((await read('net-sentiment')).figure)).toBe(25)
  expect((await read('net-sentiment')).before).toMatchObject({ value: 50, n: 4, sure: 'low' })
  expect((await read('negative-share')).figure).toMatchObject({ value: 0.25, n: 12, of: 12 })
  // 12 of ours, 7 that name Lumeo; in October 4 and 2.
  const voice = await read('share-of-voice')
  expect(voice).toMatchObject({ figure: { value: 12 / 19, of: 19 }, before: { value: 4 / 6, of: 6 } })
  expect(figureWords(voice.figure, voice.measure, say)).toBe('63,2 %')
  expect(changeWords(voice, say)).toBe('−3,5 points')
  const reach = await read('reach')
  expect(reach.figure).toMatchObject({ value: 1200, n: 2, of: 12, sure: 'low' })
  expect(doubtWords(reach.figure, say)).toBe('l’audience n’est connue que pour 2 mentions sur 12')
  // Of Ravi nobody knows that he also wrote to Le Progrès.
  expect(value((await read('authors')).figure)).toBe(4)
  expect(value((await read('outlets')).figure)).toBe(2)
  expect((await read('time-to-notice')).figure).toMatchObject({ n: 18 })
  const notice = value((await read('time-to-notice')).figure) as number
  expect(Math.abs(notice / (3 * minute) - 1)).toBeLessThan(0.05)
  const interactions = await read('interactions')
  expect(figureWords(interactions.figure, interactions.measure, say)).toBe(
    'inconnu, car aucun réseau n’indique les réactions à ces mentions',
  )

  const facts = { store, team, now: time.now }
  const parts = (by: 'topic' | 'network' | 'outlet' | 'author') =>
    readParts(facts, 'volume', { period: november }, by)
  expect(await parts('topic')).toEqual([
    { label: 'Nimbus', value: 12 },
    { label: 'Lumeo', value: 7 },
  ])
  expect(await parts('network')).toEqual([
    { label: 'web', value: 7, share: 7 / 12 },
    { label: 'mastodon', value: 4, share: 4 / 12 },
    { label: 'press', value: 1, share: 1 / 12 },
  ])
  expect(await parts('outlet')).toEqual([
    { label: 'Mastodon', value: 11, share: 11 / 12 },
    { label: 'Le Progrès', value: 1, share: 1 / 12 },
  ])
  expect((await parts('author'))[0]).toEqual({ label: 'ravi', value: 7, share: 7 / 12 })
  const weeks = await readSeries(facts, 'volume', { period: november }, 'week')
  expect(weeks.map(({ bucket, figure }) => [bucket.from.slice(8), value(figure)])).toEqual([
    ['01', 0],
    ['02', 2],
    ['09', 3],
    ['16', 6],
    ['23', 0],
    ['30', 1],
  ])
  const sov = await readSeries(facts, 'share-of-voice', { period: november }, 'week')
  expect(sov.map(({ figure }) => value(figure))).toEqual([
    { key: 'figure.nothing', values: {} },
    2 / 8,
    1,
    6 / 7,
    { key: 'figure.nothing', values: {} },
    1,
  ])
})

test('the team’s own work is measured in its business hours', async () => {
  const { read, store, time } = await newMonth()
  // 30 min; Friday 17:30 to Monday 9:45 is 75 min of opening time; a night, 10 min.
  expect((await read('time-to-take')).figure).toMatchObject({ value: 30 * minute, p90: 75 * minute, n: 3 })
  const answer = await read('time-to-answer')
  expect(answer.figure).toMatchObject({ value: 75 * minute, p90: 90 * minute, n: 3, sure: 'low' })
  expect(figureWords(answer.figure, answer.measure, say)).toBe('1 h 15, peu de données (3)')
  expect(value((await read('time-to-answer', { topic: 'Lumeo' })).figure)).toEqual({
    key: 'figure.none-answered',
    values: {},
  })
  // One kept, one forgotten; the one that was ignored needed no answer.
  expect((await read('promises-kept')).figure).toMatchObject({ value: 0.5, of: 2 })
  expect((await read('promises-kept', { period: october })).figure).toMatchObject({ value: 0, of: 1 })
  // Answered three; promised and forgotten one.
  expect((await read('answered-share')).figure).toMatchObject({ value: 0.75, of: 4 })
  // Three were answered, the noise was ignored; on the others nobody decided.
  expect((await read('false-alerts')).figure).toMatchObject({ value: 0.25, of: 4 })
  const old = await read('false-alerts', { period: { from: '2026-01-01', to: '2026-01-31' } })
  expect(figureWords(old.figure, old.measure, say)).toBe(
    'inconnu, car les alertes ne sont gardées que 90 jours',
  )
  expect(value((await read('time-to-approve')).figure)).toEqual({ key: 'figure.none-approved', values: {} })
  const had = (await measuresOf({ store, team, now: time.now })).map(({ key }) => key)
  expect(had).toEqual(expect.arrayContaining(['volume', 'share-of-voice', 'time-to-notice', 'promises-kept']))
  expect(had).not.toContain('interactions')
  expect(had).not.toContain('time-to-approve')
})

test('what cannot be known is said, and is never 0', async () => {
  const { store, time, heard } = await newWorld({ teams: [team] })
  const facts = () => ({ store, team, now: time.now })
  const words = async (key: string, period: Period, more: { topic?: string; account?: string } = {}) => {
    const { figure, measure, change } = await readMeasure(facts(), key, { period, ...more })
    return [figureWords(figure, measure, say), change]
  }
  time.now = paris('2026-11-20', '10:00')
  const week = { from: '2026-11-14', to: '2026-11-20' }
  expect(await words('volume', week)).toEqual(['inconnu, car rien n’a encore été entendu', null])
  expect(await measuresOf(facts())).not.toContainEqual(expect.objectContaining({ key: 'volume' }))
  await heard(good)
  expect(await words('volume', { from: '2026-11-20', to: '2026-11-14' })).toEqual([
    'inconnu, car la période finit (14 novembre 2026) avant de commencer (20 novembre 2026)',
    null,
  ])
  expect(await words('volume', { from: '2026-12-01', to: '2026-12-31' })).toEqual([
    'inconnu, car ces jours sont encore à venir',
    null,
  ])
  expect(await words('volume', { from: '2026-10-01', to: '2026-10-31' })).toEqual([
    'inconnu, car Vigie n’écoute que depuis le 20 novembre 2026',
    null,
  ])
  expect(await words('volume', week, { topic: 'Solaris' })).toEqual([
    'inconnu, car aucun sujet « Solaris » n’est suivi',
    null,
  ])
  expect(await words('volume', week, { account: 'x' })).toEqual([
    'inconnu, car cet indicateur n’est pas compté par compte',
    null,
  ])
  expect(await words('net-sentiment', week)).toEqual(['+100, peu de données (1)', null])
  expect((await words('reach', week))[0]).toBe(
    'inconnu, car aucune source n’indique l’audience de ces mentions',
  )
  expect(await words('volume', week, { topic: 'Lumeo' })).toEqual(['0', null])
  await expect(readMeasure(facts(), 'buzzword', { period: week })).rejects.toMatchObject({
    key: 'measure.none',
  })
  // One that began to be watched within the period is compared with nothing, and says so.
  const { figure } = await readMeasure(facts(), 'volume', { period: week })
  expect(doubtWords(figure, say)).toMatch(/^Vigie n’écoute que depuis le 20 novembre 2026/)
  // A month that is under way is compared with as many days of the month before.
  const { figure: month, before } = await readMeasure(facts(), 'volume', { period: november })
  expect([month.known, before.known]).toEqual([true, false])
})

test('an approval takes from when the approved version was written until the last person who it needs', async () => {
  const world = await newReplyWorld({ teams: [nimbusOnMastodon] })
  const { mia, noor, heard, time, asked, store } = world
  const mention = await heard(...broken)
  await mia.types(`/reply mention:${mention} saying:"${sorry}"`)
  time.now += 25 * minute
  await noor.reacts('✅', await asked())
  const day = { from: '2026-11-21', to: '2026-11-21' }
  const facts = { store, team: nimbusOnMastodon, now: time.now }
  const { figure } = await readMeasure(facts, 'time-to-approve', { period: day })
  expect(figure).toMatchObject({ value: 25 * minute, n: 1 })
})
