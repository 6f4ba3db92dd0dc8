import { type MeasurePart, measureParts } from '../model/measure.ts'
import { Oops } from '../model/oops.ts'
import { type Grain, grains, type Period } from '../model/period.ts'
import { folded } from '../model/words.ts'
import type { Key } from '../texts/texts.ts'
import { type ReadBy, topicNamed } from './options.ts'
import { periodChoices, readPeriod } from './period.ts'

type Names = { en: string[]; fr: string[] }

/** Several of the team's topics, watched or past, divided by commas: `Nimbus,Lumeo`. */
export const topicList = (names: Names, about: Key) => ({
  kind: 'text' as const,
  names,
  about,
  read(raw: string, { team }: ReadBy): string[] {
    const known = [...team.topics, ...(team.pastTopics ?? [])]
    const found = raw
      .split(/[,;+]| (?:vs|contre|et|and) /u)
      .map((one) => ({ one, topic: topicNamed(known, one) }))
    const unknown = found.find(({ topic }) => !topic)
    if (unknown)
      throw new Oops('option.topic', {
        given: unknown.one.trim(),
        topics: team.topics.map(({ name }) => name).join(', '),
      })
    const names = [...new Set(found.map(({ topic }) => topic!.name))]
    if (names.length > mostTopics) throw new Oops('kpi.topics-many', { most: mostTopics })
    return names
  },
  choices: ({ team }: ReadBy) => team.topics.map(({ name }) => ({ value: name, label: name })),
})

const mostTopics = 5

/** How days are cut (`semaine`), or what a number is taken apart by (`réseau`). */
export const cutBy = (names: Names, about: Key) => ({
  kind: 'choice' as const,
  names,
  about,
  read(raw: string): Grain | MeasurePart {
    const wanted = folded(raw)
    const found = cuts.find((one) => wanted.length > 1 && words[one].some((word) => word.startsWith(wanted)))
    if (!found) throw new Oops('kpi.by-what', { given: raw })
    return found
  },
  choices: ({ say }: ReadBy) => cuts.map((one) => ({ value: one, label: say.plain(`kpi.by-${one}`) })),
})

/** A day, a week, a month. */
export const grain = (names: Names, about: Key) => ({
  kind: 'choice' as const,
  names,
  about,
  read(raw: string): Grain {
    const wanted = folded(raw)
    const found = grains.find((one) => wanted !== '' && words[one].some((word) => word.startsWith(wanted)))
    if (!found) throw new Oops('kpi.per-what', { given: raw })
    return found
  },
  choices: ({ say }: ReadBy) => grains.map((one) => ({ value: one, label: say.plain(`kpi.by-${one}`) })),
})

const cuts: readonly (Grain | MeasurePart)[] = [...grains, ...measureParts]

export const isGrain = (cut: Grain | MeasurePart): cut is Grain => (grains as readonly string[]).includes(cut)

const words: Record<Grain | MeasurePart, string[]> = {
  day: ['day', 'days', 'daily', 'jour', 'jours', 'quotidien'],
  week: ['week', 'weeks', 'weekly', 'semaine', 'semaines', 'hebdomadaire'],
  month: ['month', 'months', 'monthly', 'mois', 'mensuel'],
  topic: ['topic', 'topics', 'sujet', 'sujets'],
  network: ['network', 'networks', 'reseau', 'reseaux'],
  language: ['language', 'languages', 'langue', 'langues'],
  outlet: ['outlet', 'outlets', 'site', 'sites', 'media', 'medias', 'source', 'sources'],
  author: ['author', 'authors', 'auteur', 'auteurs'],
  theme: ['theme', 'themes'],
  account: ['account', 'accounts', 'compte', 'comptes'],
  channel: ['channel', 'channels', 'salon', 'salons', 'canal', 'canaux'],
}

/** What a period is compared with: the one before, or another. */
export const comparedTo = (names: Names, about: Key) => ({
  kind: 'text' as const,
  names,
  about,
  read(raw: string, { now, team }: ReadBy): 'before' | Period {
    const wanted = folded(raw)
    if (wanted !== '' && before.some((word) => wanted === word)) return 'before'
    return readPeriod(raw, now, team.timeZone)
  },
  choices: (by: ReadBy) => {
    const previous = by.say.plain('kpi.with-previous')
    return [{ value: previous, label: previous }, ...periodChoices(by)].slice(0, 25)
  },
})

const before = [
  'previous',
  'before',
  'the one before',
  'previous period',
  'precedent',
  'precedente',
  'periode precedente',
  'la periode precedente',
  'avant',
]

/** A name as it was typed. */
export const named = (names: Names, about: Key) => ({
  kind: 'text' as const,
  names,
  about,
  read: (raw: string) => raw.trim().replace(/^#/, ''),
})
