import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Text } from '../../src/texts/text.ts'
import { sayIn } from '../../src/texts/texts.ts'

const folder = new URL('../../src/', import.meta.url)

/** Those of the settings, in whichever file they stand. */
const texts: Record<string, Text> = {}
for (const file of await readdir(new URL('texts/', folder))) {
  const { default: all }: { default?: Record<string, Text> } = await import(`../../src/texts/${file}`)
  for (const [key, text] of Object.entries(all ?? {}))
    if (/^(?:settings|query)\./.test(key)) texts[key] = text
}

test('what the settings can say has a text, and every text is said', async () => {
  const files = (await readdir(new URL('settings/', folder))).map((name) => `settings/${name}`)
  const queries = (await readdir(new URL('model/', folder))).filter((name) => /^query.*\.ts$/.test(name))
  const sources = await Promise.all(
    [...files, ...queries.map((name) => `model/${name}`)].map((name) =>
      readFile(new URL(name, folder), 'utf8'),
    ),
  )
  const said = new Set(sources.join('\n').match(/(?<=')(?:settings|query)\.[a-z0-9-]+(?=')/gu))
  expect([...said].sort()).toEqual(Object.keys(texts).sort())
})

test.each(Object.entries(texts))('%s speaks of the same things in both languages', (_, { fr, en }) => {
  const named = (text: Text['fr']) => [...new Set(JSON.stringify(text).match(/\{\w+\}/gu))].sort()
  expect(named(fr)).toEqual(named(en))
})

test.each(Object.entries(texts))('%s is set as French printers would', (_, { fr }) => {
  expect(fr).not.toMatch(/ [:;!?»]|« |\w'\w|[^\s\u00a0\u202f:][;!?»](?!\w)/u)
})

test('a problem names its cure, in both languages', () => {
  const values = { given: 'chanels', near: 'channels' }
  expect(sayIn('en').plain('settings.key-unknown-near', values)).toBe(
    'unknown key “chanels”; did you mean “channels”?',
  )
  expect(sayIn('fr').plain('settings.key-unknown-near', values)).toBe(
    'réglage inconnu « chanels » ; vouliez-vous dire « channels » ?',
  )
})
