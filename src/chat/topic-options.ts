import { Oops } from '../model/oops.ts'
import { type Query, readQuery } from '../model/query.ts'
import { type TopicKind, topicKinds } from '../model/topic.ts'
import { folded, visible } from '../model/words.ts'
import { readName } from '../settings/names.ts'
import type { Key } from '../texts/texts.ts'
import type { Option, ReadBy } from './options.ts'

type More = { required?: boolean; loose?: boolean }
type Names = Option<unknown>['names']

/** A topic's query, as it is typed and as it reads. */
export const query = <Given extends More>(names: Names, about: Key, more = {} as Given) => ({
  kind: 'query' as const,
  names,
  about,
  verbatim: true,
  ...more,
  read(raw: string): { text: string; query: Query } {
    const { text, from } = unquoted(raw)
    try {
      return { text, query: readQuery(text) }
    } catch (error) {
      if (!(error instanceof Oops) || !error.at) throw error
      throw new Oops(error.key, error.values, { from: error.at.from + from, to: error.at.to + from })
    }
  },
})

/**
 * Whoever is used to quoting values writes `query:"lumeo OR clairval"`: a quotation that holds operators means the
 * query inside; any other is a phrase, as in every query.
 */
function unquoted(raw: string): { text: string; from: number } {
  const inside = /^["“„«]([^"“”„«»]*)["”“»]$/u.exec(raw)?.[1]
  if (
    inside === undefined ||
    !/(?:^|\s)(?:AND|ET|OR|OU|NOT|SAUF|NON|NEAR|PRÈS|PRES)(?:[\s/]|$)|[():]/u.test(inside)
  )
    return { text: raw, from: 0 }
  return { text: inside.trim(), from: 1 + inside.length - inside.trimStart().length }
}

/** The name of a topic to be: one line in which something can be seen, read and typed. */
export const topicName = <Given extends More>(names: Names, about: Key, more = {} as Given) => ({
  kind: 'text' as const,
  names,
  about,
  ...more,
  read(raw: string): string {
    const name = visible(raw).normalize('NFC').replace(/\s+/gu, ' ').trim()
    if (folded(name) === '') throw new Oops('watch.no-name')
    return readName(name)
  },
})

export const topicKind = <Given extends More>(names: Names, about: Key, more = {} as Given) => ({
  kind: 'choice' as const,
  names,
  about,
  ...more,
  read(raw: string): TopicKind {
    const wanted = folded(raw)
    const found = topicKinds.find(
      (kind) => wanted !== '' && kindWords[kind].some((word) => word.startsWith(wanted)),
    )
    if (!found) throw new Oops('watch.no-kind', { given: raw })
    return found
  },
  choices: ({ say }: Pick<ReadBy, 'say'>) =>
    topicKinds.map((kind) => ({ value: kind, label: say.plain(`watch.is-${kind}`) })),
})

const kindWords: Record<TopicKind, string[]> = {
  brand: ['brand', 'brands', 'marque', 'marques'],
  person: ['person', 'people', 'personne', 'personnes', 'personnalite'],
  competitor: ['competitor', 'competitors', 'concurrent', 'concurrents', 'concurrente'],
  sector: ['sector', 'sectors', 'industry', 'secteur', 'secteurs'],
  theme: ['theme', 'themes', 'subject'],
}
