import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Oops } from '../../src/model/oops.ts'
import { hitsOf, readQuery } from '../../src/model/query.ts'
import {
  type PlaceKind,
  placeKinds,
  readSearch,
  searchHost,
  usualBases,
  writeSearch,
} from '../../src/model/search.ts'
import { compileFor, type Dialect } from '../../src/model/search-query.ts'
import { looksForTopics, searchesFor } from '../../src/model/searches.ts'
import { wordsOf } from '../../src/model/words.ts'

const askedOf = (place: PlaceKind, text: string, account: string | null = null) => {
  const base = usualBases[place] ?? 'https://lemmy.example'
  const { searches } = searchesFor(
    { place, base, account, params: {} },
    { name: 'T', query: readQuery(text), text },
  )
  return searches.map(({ params }) => params.q ?? `tags:${params.tags}`)
}

const table: [string, PlaceKind, string, string[]][] = [
  ['accents stay where they are heard', 'google-news', 'éclairage', ['éclairage']],
  ['and go both ways where they part letters', 'gdelt', 'éclairage', ['(éclairage OR eclairage)']],
  ['without OR that is two searches', 'lemmy', 'éclairage', ['éclairage', 'eclairage']],
  ['a phrase', 'google-news', '"Hélène Vasseur"', ['"Hélène Vasseur"']],
  ['a brand that is called as an operator', 'google-news', '"OR" OR bijou', ['("OR" OR bijou)']],
  ['a phrase where quotes mean nothing', 'lemmy', '"lampe nimbus"', ['lampe nimbus']],
  ['alternatives', 'google-news', 'nimbus OR lumeo', ['(nimbus OR lumeo)']],
  ['alternatives, one by one', 'hackernews', 'nimbus OR lumeo', ['nimbus', 'lumeo']],
  ['all of them', 'hackernews', 'nimbus AND lampe', ['nimbus lampe']],
  ['alternatives that another word holds together', 'hackernews', 'nimbus (lampe OR lampes)', ['nimbus']],
  ['the same where OR is known', 'reddit', 'nimbus (lampe OR lampes)', ['nimbus (lampe OR lampes)']],
  [
    'what is not meant',
    'google-news',
    'nimbus NOT (météo OR "balai volant")',
    ['nimbus -météo -"balai volant"'],
  ],
  ['what is not meant, in its words', 'reddit', 'nimbus NOT pluie', ['nimbus NOT pluie']],
  ['what cannot be said so', 'hackernews', 'nimbus NOT pluie', ['nimbus']],
  ['a NOT that is more than words stays with us', 'google-news', 'nimbus NOT (a AND b)', ['nimbus']],
  ['near', 'gdelt', 'lampe NEAR/5 nimbus', ['lampe nimbus']],
  ['elision', 'google-news', 'l’arnaque', ['arnaque']],
  ['a name that only looks like elision', 'google-news', '"rock’n’roll"', ['"rock\'n\'roll"']],
  ['a hyphen', 'google-news', 'abat-jour', ['"abat-jour"']],
  ['a hashtag where there are some', 'bluesky', '#éclairage OR nimbus', ['#eclairage', 'nimbus']],
  ['a hashtag as a word', 'hackernews', '#nimbuslampes', ['nimbuslampes']],
  ['a handle', 'google-news', '@lumeo', ['lumeo']],
  ['a domain', 'google-news', 'nimbus.example', ['"nimbus.example"']],
  ['a site', 'google-news', 'nimbus site:lemonde.fr', ['nimbus site:lemonde.fr']],
  ['a site that a place knows nothing of', 'mastodon', 'nimbus site:lemonde.fr', ['tags:nimbus']],
  ['a language is for us', 'google-news', 'nimbus lang:fr', ['nimbus']],
  ['a title', 'google-news', 'title:nimbus', ['nimbus']],
  ['a beginning is left to us where something else is asked', 'hackernews', 'lamp* nimbus', ['nimbus']],
  [
    'tags of words, four at a time',
    'mastodon',
    'a1 OR b2 OR "c d" OR #é OR f5',
    ['tags:a1,b2,cd,e', 'tags:f5'],
  ],
  ['the longest word of many as a tag', 'mastodon', 'nimbus lampadaire lyon', ['tags:lampadaire']],
]

for (const [name, place, query, wanted] of table)
  test(`${name}: ${query} at ${place}`, () => expect(askedOf(place, query)).toEqual(wanted))

test('with a token Mastodon is searched as well', () => {
  expect(askedOf('mastodon', 'nimbus NOT météo', 'key')).toEqual(['nimbus -météo', 'tags:nimbus'])
})

test('what is too long for one request becomes several, and none is longer', () => {
  const words = Array.from({ length: 60 }, (_, at) => `lampadaire${at}`)
  const asked = askedOf('google-news', words.join(' OR '))
  expect(asked.length).toBeGreaterThan(1)
  for (const one of asked) expect([one.length <= 400, one.split(' OR ').length <= 30]).toEqual([true, true])
  expect(words.filter((word) => !asked.some((one) => wordsOf(one).words.includes(word)))).toEqual([])
})

test('nothing to ask for, and too much, are told with a cure', () => {
  const oops = (place: PlaceKind, query: string) => {
    try {
      return askedOf(place, query)
    } catch (error) {
      return error instanceof Oops ? [error.key, error.values] : error
    }
  }
  expect(oops('hackernews', 'lamp*')).toEqual(['search.nothing', expect.objectContaining({ lost: 'lamp*' })])
  expect(oops('lemmy', 'site:lemonde.fr')).toEqual(['search.nothing', expect.anything()])
  const many = Array.from({ length: 30 }, (_, at) => `mot${at}`).join(' OR ')
  expect(oops('hackernews', many)).toEqual(['search.many', expect.objectContaining({ count: 30, most: 12 })])
})

test('what only a beginning would find is named', () => {
  const query = 'nimbus OR lamp*'
  const base = usualBases.hackernews!
  const { lost } = searchesFor(
    { place: 'hackernews', base, account: null, params: {} },
    { name: 'T', query: readQuery(query), text: query },
  )
  expect(lost).toEqual(['lamp*'])
})

test('the address of a search says all of it, and equal ones are equal', () => {
  const search = {
    place: 'reddit' as const,
    base: 'https://www.reddit.com',
    account: 'k1',
    params: { q: 'a & b', in: 'x+y' },
  }
  const url = writeSearch(search)
  expect(url).toBe('search:reddit?account=k1&in=x%2By&q=a+%26+b')
  expect(readSearch(url)).toEqual(search)
  expect(writeSearch({ ...search, params: { in: 'x+y', q: 'a & b' } })).toBe(url)
  expect(searchHost(url)).toBe('reddit.com')
  const own = writeSearch({ ...search, base: 'http://127.0.0.1:8080' })
  expect([readSearch(own)?.base, searchHost(own)]).toEqual(['http://127.0.0.1:8080', '127.0.0.1:8080'])
  for (const wrong of [
    'search:nowhere?q=a',
    'search:lemmy?q=a',
    'search:lemmy?at=x',
    'https://a.example/',
    'search:',
  ])
    expect(readSearch(wrong)).toBeNull()
})

/** A place that understands exactly what was written for it, word by word. */
function finds(asked: string, text: string, { minus = '-' }: Dialect): boolean {
  const words = wordsOf(text).words
  const has = (piece: string) => {
    const wanted = wordsOf(piece).words
    return words.some((_, at) => wanted.every((word, next) => words[at + next] === word))
  }
  const tokens = asked.match(/\([^)]*\)|(?:NOT |-)?(?:"[^"]*"|[^\s()]+)/gu) ?? []
  return tokens.every((token) => {
    if (token.startsWith('(')) return token.slice(1, -1).split(' OR ').some(has)
    return token.startsWith(minus) ? !has(token.slice(minus.length)) : has(token)
  })
}

const word = fc.constantFrom(
  'nimbus',
  'lampe',
  'éclairage',
  'météo',
  'pluie',
  'l’arnaque',
  'abat-jour',
  '#lampe',
)
const query: fc.Arbitrary<string> = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    word,
    fc.tuple(word, word).map(([a, b]) => `"${a.replace('#', '')} ${b.replace('#', '')}"`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a}) AND (${b})`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a}) OR (${b})`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a}) NOT (${b})`),
    fc.tuple(word, word).map(([a, b]) => `${a} NEAR/3 ${b}`),
  ),
})).query

const dialects: Dialect[] = [
  { or: true, quotes: true, minus: '-', most: 400, words: 30 },
  { or: true, quotes: true, minus: 'NOT ', accents: true, most: 60 },
  { quotes: true, most: 200 },
  { quotes: true, minus: '-', accents: true, most: 40 },
]

test('whatever a topic matches is asked for by one of its searches', () => {
  const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
  let matched = 0
  fc.assert(
    fc.property(query, text, fc.constantFrom(...dialects), (written, text, dialect) => {
      const read = readQuery(written)
      if (!hitsOf(read, wordsOf(text))) return
      matched++
      const { asked, lost } = compileFor(dialect, read, written)
      const found = asked.some((one) => finds(one, text, dialect))
      if (!found && lost.length === 0) throw new Error(`${written}\n${text}\n${asked.join('\n')}`)
      for (const one of asked) expect(one.length).toBeLessThanOrEqual(dialect.most)
    }),
    { numRuns: 1_500 },
  )
  expect(matched).toBeGreaterThan(100)
})

test('a topic without its text is searched by its words; every place that looks for topics looks for this one', () => {
  const bare = { name: 'Nimbus', query: readQuery('nimbus NOT météo') }
  for (const place of placeKinds.filter(looksForTopics)) {
    const base = usualBases[place] ?? 'https://own.example'
    const { searches } = searchesFor({ place, base, account: null, params: {} }, bare)
    expect(searches.length).toBeGreaterThan(0)
  }
})
