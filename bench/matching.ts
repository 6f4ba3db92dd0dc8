import { AhoCorasick } from '@monyone/aho-corasick/fast'
import { newMatcher } from '../src/analysis/matcher.ts'
import { readQuery } from '../src/model/query.ts'
import { wordsOf } from '../src/model/words.ts'
import { madeTopics, random } from './feeds.ts'

/**
 * Matching alone, texts a second of one core: 1,000 Boolean queries beside a loop of `includes` over each and
 * beside the fastest Aho-Corasick that npm had in November 2026 (of six), which finds the same; and 10,000 terms
 * beside 100. The best of `rounds`, side by side in one run. `withEverything` is the 1,000 queries with prefixes,
 * domains, NEAR, fields and emoji among them.
 */
export async function matching({ rounds = 5, texts = 20_000 } = {}) {
  const names = madeNames(10_000)
  const next = random(23)
  const pick = <T>(all: T[]) => all[Math.floor(next() * all.length)]!
  const made = Array.from({ length: texts }, () => textOf(pick, names.slice(0, 1_000)))
  const asked: Asked[] = Array.from({ length: 1_000 }, (_, at) => {
    const [name, other] = [names[at]!, pick(names)]
    return { all: [name, pick(words)], or: other, not: pick(words) }
  })
  const boolean = asked.map(({ all, or, not }) => `((${all.join(' AND ')}) OR ${or}) NOT ${not}`)
  const kinds = [
    (name: string) => `${name.slice(0, 5)}*`,
    (name: string) => `${name}.example`,
    (name: string) => `${name} NEAR ${pick(words)}`,
    (name: string) => `title:${name}`,
    (name: string) => `💡 ${name}`,
    (name: string) => `author:${name}`,
  ]
  const everything = boolean.map((query, at) =>
    at % 2 ? query : kinds[(at / 2) % kinds.length]!(names[at]!),
  )

  const ways = {
    boolean: vigie(boolean),
    includes: (text: string) => {
      const small = text.toLowerCase()
      return asked.filter(
        ({ all, or, not }) =>
          (all.every((word) => small.includes(word)) || small.includes(or)) && !small.includes(not),
      ).length
    },
    ahoCorasick: ahoCorasick(asked),
    withEverything: vigie(everything),
    terms100: vigie(names.slice(0, 100)),
    terms10000: vigie(names),
  }
  const few = made.slice(0, texts / 20)
  const best: Record<string, number> = {}
  for (let round = 0; round < rounds; round++)
    for (const [way, look] of Object.entries(ways)) {
      // The loop is so slow that a part of the texts shows it.
      const part = way === 'includes' ? few : made
      const began = performance.now()
      for (const text of part) look(text)
      best[way] = Math.max(best[way] ?? 0, (part.length * 1000) / (performance.now() - began))
    }
  return {
    'texts/s': Object.fromEntries(Object.entries(best).map(([way, rate]) => [way, Math.round(rate)])),
    ratios: {
      'boolean to includes': +(best.boolean! / best.includes!).toFixed(1),
      'boolean to Aho-Corasick': +(best.boolean! / best.ahoCorasick!).toFixed(1),
      '10,000 terms to 100': +(best.terms10000! / best.terms100!).toFixed(2),
    },
    found: Object.fromEntries(
      Object.entries(ways).map(([way, look]) => [way, few.reduce((sum, text) => sum + look(text), 0)]),
    ),
  }
}

/** As intake does it: a quick look, then words and all. */
function vigie(queries: string[]) {
  const { may, match } = newMatcher(queries.map((query) => ({ query: readQuery(query) })))
  return (text: string) => {
    const about = { title: text.slice(0, 40), author: 'Mia' }
    return may(text, about) ? match(wordsOf(text), about).length : 0
  }
}

/** `(all[0] AND all[1] OR or) NOT not`. */
type Asked = { all: [string, string]; or: string; not: string }

/**
 * What somebody would build on an Aho-Corasick: the text folded, one pass for all words with a blank on both sides,
 * then only those queries decided whose name was found.
 */
function ahoCorasick(asked: Asked[]) {
  const bare = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const padded = asked.map(({ all, or, not }) => ({
    all: all.map((word) => ` ${bare(word)} `),
    or: ` ${bare(or)} `,
    not: ` ${bare(not)} `,
  }))
  const automaton = new AhoCorasick([...new Set(padded.flatMap(({ all, or, not }) => [...all, or, not]))])
  const byName = Map.groupBy(
    padded.flatMap((query) => [query.all[0]!, query.or].map((name) => ({ name, query }))),
    ({ name }) => name,
  )
  return (text: string) => {
    const found = new Set(automaton.matchInText(` ${bare(text)} `).map(({ keyword }) => keyword))
    const met = new Set([...found].flatMap((word) => byName.get(word)?.map(({ query }) => query) ?? []))
    return [...met].filter(
      ({ all, or, not }) => (all.every((word) => found.has(word)) || found.has(or)) && !found.has(not),
    ).length
  }
}

/** Names that could be brands: 200 of two syllables and as many more as are wanted with another one. */
function madeNames(count: number): string[] {
  const short = madeTopics(200).map((name) => name.toLowerCase())
  return Array.from({ length: count }, (_, at) => short[at % 200]! + (ends[Math.floor(at / 200)] ?? ''))
}

const ends = ['', ...'bcdfgklmnprstv'].flatMap((first) => ['', 'a', 'el', 'io'].map((end) => first + end))

/** Some 320 characters, as a social post; one in ten names somebody. */
function textOf(pick: <T>(all: T[]) => T, names: string[]): string {
  const said = Array.from({ length: 52 }, () => pick(words))
  if (pick([...'0123456789']) === '0') said[pick([3, 20, 40])] = pick(names)
  return `${said.join(' ')}.`
}

const words =
  'la les une lampe lumière service client colis retard cher beau nul génial déçu ravi merci encore jamais l’équipe d’ailleurs c’est pas très trop avec pour dans the light parcel late nice awful great thanks again never shop broken price team it’s isn’t very for on product brand really'.split(
    ' ',
  )
