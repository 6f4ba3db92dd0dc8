import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Oops } from '../../src/model/oops.ts'
import { readSampleSheet, readSamples } from '../../src/settings/samples.ts'
import { acmeWith, folderOf, settingsOf } from './world.ts'

const post = (more: Record<string, string> = {}) =>
  Object.entries({
    after: '5',
    outlet: 'Blog',
    url: 'https://blog.example/1',
    text: 'Hello',
    age: '2',
    language: 'en',
    ...more,
  })
    .map(([key, value], at) => `${at === 0 ? '- ' : '  '}${key}: ${value}`)
    .join('\n')

test('samples are heard in their order, in milliseconds, with what they do not say left empty', async () => {
  const later = post({ after: '9', title: 'News', author: 'Ada', reach: '70' })
  const dir = await folderOf({ 's.yaml': `${later}\n${post({ url: 'https://blog.example/2' })}\n` })
  expect(await readSamples(join(dir, 's.yaml'))).toEqual([
    {
      after: 5000,
      outlet: 'Blog',
      author: null,
      url: 'https://blog.example/2',
      title: '',
      text: 'Hello',
      age: 120_000,
      reach: null,
      language: 'en',
    },
    {
      after: 9000,
      outlet: 'Blog',
      author: 'Ada',
      url: 'https://blog.example/1',
      title: 'News',
      text: 'Hello',
      age: 120_000,
      reach: 70,
      language: 'en',
    },
  ])
})

test.each<[mistake: string, yaml: string, line: number, key: string]>([
  ['an address that leads somewhere', post({ url: 'https://blog.com/1' }), 3, 'sample-address'],
  ['a second post of the same address', `${post()}\n${post()}`, 9, 'twice'],
  ['a post that says nothing', post({ text: "' '" }), 4, 'empty'],
  ['a time before the start', post({ after: '-1' }), 1, 'number'],
  ['a language that is not shipped', post({ language: 'de' }), 6, 'choice'],
  ['a slip', post({ txet: 'x' }), 7, 'key-unknown-near'],
  ['nothing', '[]', 1, 'list-empty'],
  ['posts that are no list', 'posts: []', 1, 'type-list'],
])('%s is told at its line', async (_, yaml, line, key) => {
  const dir = await folderOf({ 's.yaml': yaml })
  const { problems } = await readSampleSheet(join(dir, 's.yaml'))
  expect(problems.map((one) => [one.line, one.key])).toEqual([[line, `settings.${key}`]])
})

test('a mistake in the samples is a mistake in the settings, told in the samples’ own file', async () => {
  const { problems } = await settingsOf({
    'teams/acme/team.yaml': acmeWith({ 25: '    samples: s.yaml', 14: '    role: king' }),
    'teams/acme/s.yaml': post({ age: 'old' }),
  })
  expect(problems.map(({ file, line, key }) => [file, line, key])).toEqual([
    ['teams/acme/team.yaml', 14, 'settings.choice'],
    ['teams/acme/s.yaml', 5, 'settings.type-number'],
  ])
})

test('samples that are wrong or gone when they are to be heard say so', async () => {
  const dir = await folderOf({ 's.yaml': post({ age: 'old', after: 'soon' }) })
  await expect(readSamples(join(dir, 's.yaml'))).rejects.toMatchObject({
    key: 'settings.samples-wrong',
    values: { line: '1', more: 2 },
  })
  await expect(readSamples(join(dir, 'gone.yaml'))).rejects.toBeInstanceOf(Oops)
})
