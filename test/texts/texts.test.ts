import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { namesOf, shownName } from '../../src/chat/usage.ts'
import { roles } from '../../src/model/person.ts'
import { replyStates } from '../../src/model/reply.ts'
import { marked, nodesOf, plain, textOf } from '../../src/texts/marked.ts'
import { isKey, sayIn } from '../../src/texts/texts.ts'

const files = readdirSync('src/texts').filter((file) => !['text.ts', 'texts.ts', 'marked.ts'].includes(file))
const all: [string, Record<'en' | 'fr', string | Record<string, string>>][] = []
for (const file of files)
  all.push(...(Object.entries((await import(`../../src/texts/${file}`)).default) as typeof all))

const wordings = (text: string | Record<string, string>) =>
  typeof text === 'string' ? [text] : Object.values(text)
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('no two rooms give a text the same name', () => {
  expect(new Set(all.map(([key]) => key)).size).toBe(all.length)
  expect(all.length).toBeGreaterThan(100)
})

describe('everything is said in both languages, with the same facts', () => {
  test.each(all)('%s', (_key, { en, fr }) => {
    for (const words of [...wordings(en), ...wordings(fr)]) expect(words.trim()).not.toBe('')
    const facts = (text: typeof en) =>
      new Set(
        wordings(text)
          .flatMap(holes)
          .filter((name) => name !== 'n'),
      )
    expect(facts(fr)).toEqual(facts(en))
  })
})

describe('the French is typeset as French is', () => {
  test.each(all.map(([key, { fr }]) => [key, wordings(fr).join('\n')] as const))('%s', (_key, fr) => {
    const words = fr.replace(/`[^`]*`|\{\w+\}|https?:\S*|"[^"]*"/g, 'x')
    expect(words).not.toMatch(/\p{L}'\p{L}/u)
    expect(words).not.toMatch(/\.\.\./)
    // A no-break space before the high signs, and inside guillemets.
    expect(words).not.toMatch(/[^\s\u00a0\u202f][;!?»](?=\s|$)/u)
    expect(words).not.toMatch(/ [;:!?»]/)
    expect(words).not.toMatch(/«[^\u00a0\u202f]/)
  })
})

describe.each(['fr', 'en'] as const)('a text of %s teaches a command by its name there', (locale) => {
  const taught = all.flatMap(([key, text]) =>
    wordings(text[locale])
      .flatMap((words) => [...words.matchAll(/`\/([^`{]+)`/g)])
      .map(([, typed]) => [key, typed!] as const),
  )
  test.each(taught)('%s: /%s', (_key, typed) => {
    const line = typed.replace(/^vigie /, '')
    if (line === 'vigie') return
    const meant = commands
      .flatMap((command) => namesOf(command).map((name) => ({ name, shown: shownName(command, locale) })))
      .filter(({ name }) => `${line} `.startsWith(`${name} `) || line.startsWith(`${name}:`))
      .sort((a, b) => b.name.length - a.name.length)
      .at(0)
    expect(meant?.name).toBe(meant?.shown ?? 'a command')
  })
})

test('every mistake that the code can make has its words', () => {
  const code = ['src', 'commands'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('texts'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  )
  const thrown = code.flatMap((text) => [...text.matchAll(/new Oops\(\s*'([^']+)'/g)].map(([, key]) => key!))
  expect(thrown.length).toBeGreaterThan(30)
  expect(thrown.filter((key) => !isKey(key))).toEqual([])
  for (const to of ['taken', 'answered', 'ignored', 'new']) expect(isKey(`mention.already-${to}`)).toBe(true)
  for (const is of ['taken', 'answered', 'ignored']) expect(isKey(`mention.is-${is}`)).toBe(true)
  for (const state of replyStates) expect(isKey(`reply.is-${state}`)).toBe(true)
  for (const role of roles) expect(isKey(`reply.needs-${role}`)).toBe(true)
})

test('numbers and plurals follow the language', () => {
  const [fr, en] = [sayIn('fr'), sayIn('en')]
  expect(fr.plain('mentions.title', { count: 0 })).toBe('0 mention')
  expect(en.plain('mentions.title', { count: 0 })).toBe('0 mentions')
  expect(fr.plain('mentions.title', { count: 1204 })).toBe('1\u202f204 mentions')
  expect(fr.plain('mentions.title', { count: 1_000_000 })).toBe('1\u202f000\u202f000 mentions')
  expect(en.plain('mentions.title', { count: 1204 })).toBe('1,204 mentions')
})

test('the first of a month is « 1er » in French, and no other day is', () => {
  const now = Date.UTC(2026, 10, 22)
  const said = (locale: 'fr' | 'en', day: number) =>
    sayIn(locale).time(Date.UTC(2026, 9, day, 12), now, 'Europe/Paris')
  expect(said('fr', 1)).toBe('1er oct., 14:00')
  expect(said('fr', 11)).toBe('11 oct., 14:00')
  expect(said('en', 1)).toBe('1 Oct, 14:00')
})

test('what comes from outside is said as it is, never as markup', () => {
  const hostile = '**gras** [x](javascript:alert(1)) `code` > cité _i_ \\ @everyone <b>'
  const said = sayIn('fr')('mentions.filter-source', { source: hostile })
  expect(nodesOf(said)).toEqual([{ kind: 'text', text: `source\u00a0: ${hostile}` }])
  expect(textOf(nodesOf(marked`**${hostile}**`))).toBe(hostile)
  expect(nodesOf(plain(hostile))).toEqual([{ kind: 'text', text: hostile }])
})
