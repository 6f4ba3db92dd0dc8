import type { Mood } from '../model/mood.ts'
import { Oops } from '../model/oops.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { folded } from '../model/words.ts'
import type { Key, Say } from '../texts/texts.ts'
import type { Choice } from './message.ts'
import { readSince } from './since.ts'

/**
 * What a command takes. `names` are the keys that people type before the colon, the first of each language
 * is the one we show; `read` turns what stands behind it into a value, or throws Oops without a place (the
 * grammar knows it). `loose` takes the words that stand without a key. `verbatim` takes what was typed as it stands,
 * quotes and foreign keys and all, up to the next key of the command: a query has a grammar of its own.
 */
export type Option<Value> = {
  kind: 'text' | 'choice' | 'since' | 'number' | 'topic' | 'query'
  names: Names
  about: Key
  required?: boolean
  loose?: boolean
  verbatim?: boolean
  read(raw: string, by: ReadBy): Value
  choices?(by: ReadBy): Choice[]
}

/** For whom and when an option is read. */
export type ReadBy = { team: Team; now: Instant; say: Say }

type Names = { en: string[]; fr: string[] }

/** A required option is always there when the command runs. */
export type OptionValue<Declared> = Declared extends { required: true; read(...args: never[]): infer Value }
  ? Value
  : Declared extends { read(...args: never[]): infer Value }
    ? Value | undefined
    : never

export const text = <More extends { required?: boolean; loose?: boolean }>(
  names: Names,
  about: Key,
  more = {} as More,
) => ({
  kind: 'text' as const,
  names,
  about,
  ...more,
  read: (raw: string) => raw.trim(),
})

export const number = <More extends { required?: boolean; loose?: boolean }>(
  names: Names,
  about: Key,
  more = {} as More,
) => ({
  kind: 'number' as const,
  names,
  about,
  ...more,
  read(raw: string) {
    const digits = /^#?(\d{1,15})$/.exec(raw.trim())
    if (!digits) throw new Oops('option.number', { given: raw })
    return Number(digits[1])
  },
})

/** A moment in the past: `24h`, `2 days`, `hier`, `2026-11-01`. */
export const since = (names: Names, about: Key) => ({
  kind: 'since' as const,
  names,
  about,
  read: (raw: string, { now, team }: ReadBy) => readSince(raw, now, team.timeZone),
})

/** One of the team's topics, by name; case and accents do not matter, nor does the end of a name that is clear. */
export const topic = (names: Names, about: Key) => ({
  kind: 'topic' as const,
  names,
  about,
  read(raw: string, { team }: ReadBy) {
    const found = topicNamed(team.topics, raw)
    if (!found)
      throw new Oops('option.topic', { given: raw, topics: team.topics.map(({ name }) => name).join(', ') })
    return found.name
  },
  choices: ({ team }: ReadBy) => team.topics.map(({ name }) => ({ value: name, label: name })),
})

/** The same of those that were removed too, as long as mentions of them are kept; before a watched one only by their whole name. */
export const pastTopic = (names: Names, about: Key) => {
  const watched = topic(names, about)
  return {
    ...watched,
    read(raw: string, by: ReadBy) {
      const [now, past] = [topicNamed(by.team.topics, raw), topicNamed(by.team.pastTopics ?? [], raw)]
      if (past && (!now || (isNamed(past, raw) && !isNamed(now, raw)))) return past.name
      return watched.read(raw, by)
    },
  }
}

const isNamed = ({ name }: { name: string }, given: string) => folded(name) === folded(given)

export function topicNamed<Named extends { name: string }>(
  topics: Named[],
  given: string,
): Named | undefined {
  const wanted = folded(given)
  if (wanted === '') return undefined
  const named = topics.filter((topic) => folded(topic.name).startsWith(wanted))
  return named.find((topic) => folded(topic.name) === wanted) ?? (named.length === 1 ? named[0] : undefined)
}

export const mood = (names: Names, about: Key) => ({
  kind: 'choice' as const,
  names,
  about,
  read(raw: string): Mood {
    const wanted = folded(raw)
    const found = moods.find(({ words }) => wanted !== '' && words.some((word) => word.startsWith(wanted)))
    if (!found) throw new Oops('option.mood', { given: raw })
    return found.mood
  },
  choices: ({ say }: ReadBy) => moods.map(({ mood }) => ({ value: mood, label: say.plain(`mood.${mood}`) })),
})

const moods: { mood: Mood; words: string[] }[] = [
  { mood: 'negative', words: ['negative', 'negatif', 'negatives', 'negatifs', 'bad', 'mauvais'] },
  { mood: 'neutral', words: ['neutral', 'neutre', 'neutres'] },
  { mood: 'positive', words: ['positive', 'positif', 'positives', 'positifs', 'good', 'bon'] },
]
