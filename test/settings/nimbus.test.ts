import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { hitsOf } from '../../src/model/query.ts'
import { wordsOf } from '../../src/model/words.ts'
import { readSamples, type Sample } from '../../src/settings/samples.ts'
import { readSettings } from '../../src/settings/settings.ts'

const config = fileURLToPath(new URL('../../config', import.meta.url))
const { teams, problems } = await readSettings(config, {})
const nimbus = teams.find(({ name }) => name === 'nimbus')!
const source = nimbus.sources.find(({ kind }) => kind === 'samples')!
const samples = await readSamples('file' in source ? source.file : '')

const topicsOf = ({ title, text }: Sample) =>
  nimbus.topics.filter(({ query }) => hitsOf(query, wordsOf(`${title}\n${text}`))).map(({ name }) => name)

test('the settings that ship have no problem', () => {
  expect(problems).toEqual([])
})

test('the sample team has a brand, two people, two competitors, a sector, a theme, and a cast of four', () => {
  expect(nimbus.topics.map(({ kind }) => kind)).toEqual([
    'brand',
    'person',
    'person',
    'competitor',
    'competitor',
    'sector',
    'theme',
  ])
  expect(nimbus.people.map(({ id, role, locale }) => `${id} ${role} ${locale}`)).toEqual([
    'mia admin fr',
    'noor approver en',
    'theo member en',
    'ravi member fr',
  ])
  expect(nimbus.sources.map(({ kind }) => kind)).toEqual(['samples', 'feed', 'feed'])
  expect(nimbus).toMatchObject({ sample: true, locale: 'fr', timeZone: 'Europe/Paris', title: 'Nimbus' })
})

test('the samples fill six minutes: eight posts in the first fifteen seconds, two thirds in French', () => {
  expect(samples.length).toBeGreaterThanOrEqual(65)
  expect(samples.filter(({ after }) => after <= 15_000)).toHaveLength(8)
  expect(samples.at(-1)!.after).toBe(360_000)
  const french = samples.filter(({ language }) => language === 'fr').length / samples.length
  expect(french).toBeGreaterThan(0.6)
  expect(french).toBeLessThan(0.72)
})

test('every topic of the sample team is spoken of at least four times', () => {
  for (const { name } of nimbus.topics)
    expect(samples.filter((sample) => topicsOf(sample).includes(name)).length, name).toBeGreaterThanOrEqual(4)
})

test('the cloud and the broom of the same name concern nobody, and nearly all the rest concerns somebody', () => {
  const strays = ['Météo des Cimes', 'La Chouette Enchaînée', 'Weather Watchers']
  const away = samples.filter(({ outlet }) => strays.includes(outlet))
  expect(away).toHaveLength(6)
  for (const sample of away) {
    expect(wordsOf(sample.text).words.join(' ')).toMatch(/nimbus/)
    expect(topicsOf(sample)).toEqual([])
  }
  for (const sample of samples)
    if (!away.includes(sample)) expect(topicsOf(sample), sample.text).not.toEqual([])
})

test('one story is told by four outlets and another by three, under titles of their own', () => {
  const telling = (words: RegExp) =>
    samples.filter(({ title, text, reach }) => title && reach && words.test(text))
  const [recall, parts] = [
    telling(/rappelle 12 000 lampes de chevet/u),
    telling(/every spare part of its lamps/u),
  ]
  for (const [story, outlets] of [
    [recall, 4],
    [parts, 3],
  ] as const) {
    expect(new Set(story.map(({ outlet }) => outlet)).size).toBe(outlets)
    expect(new Set(story.map(({ title }) => title)).size).toBe(outlets)
  }
})

test('the samples hold the traps that strangers set', () => {
  const all = samples.map(({ author, title, text }) => `${author} ${title} ${text}`).join('\n')
  for (const trap of [
    '<script>',
    '<b>',
    '@everyone',
    '<!channel>',
    '(javascript:',
    '*bold*'.replace('bold', 'Nimbus'),
    '=HYPERLINK(',
    '\u202e',
    '🏳️‍🌈',
  ])
    expect(all).toContain(trap)
})
