import type { Mention } from './mention.ts'
import type { Language, Mood } from './mood.ts'
import type { Network } from './network.ts'
import { personalIn } from './personal.ts'
import { wholeText } from './post.ts'
import type { Query } from './query.ts'
import { hitsOf } from './query-hits.ts'
import type { TopicKind } from './topic.ts'
import { folded, wordsOf } from './words.ts'

/**
 * What a mention must be. Every condition that is named must hold, and within one any of its values will do; null
 * asks for nothing. `moods` are those towards the topics that `topics` and `kinds` let through.
 */
export type When = {
  topics: string[] | null
  kinds: TopicKind[] | null
  moods: Mood[] | null
  networks: Network[] | null
  languages: Language[] | null
  /** What it says. */
  words: Query | null
  /** Whether it shows somebody's address, telephone number or the like. */
  personal: boolean | null
}

/** Why a mention fits: how many conditions it met, the topics they let through, and the words that were found in it. */
export type Fit = { met: number; topics: string[]; moods: Mood[]; words: string[] }

export const anyMention: When = {
  topics: null,
  kinds: null,
  moods: null,
  networks: null,
  languages: null,
  words: null,
  personal: null,
}

/** How a mention fits these conditions, or null where it does not. */
export function fitOf(when: When, mention: WhatFits): Fit | null {
  const { network, title, text, author, url } = mention.post
  const topics = mention.topics.filter(
    ({ name, kind }) => (when.topics?.includes(name) ?? true) && (when.kinds?.includes(kind) ?? true),
  )
  if ((when.topics || when.kinds) && topics.length === 0) return null
  const felt = topics.length > 0 ? topics.map(({ mood }) => mood.label) : [mention.mood.label]
  const moods = felt.filter((mood) => when.moods?.includes(mood) ?? true)
  if (moods.length === 0) return null
  if (when.networks && !when.networks.includes(network)) return null
  if (when.languages && !(mention.language && when.languages.includes(mention.language))) return null

  const said = wholeText({ title: title ?? '', text: text ?? '' })
  if (when.personal !== null && personalIn(said).length > 0 !== when.personal) return null
  const about = { title: title ?? '', author, url, language: mention.language }
  const hits = when.words ? hitsOf(when.words, wordsOf(said), about) : []
  if (!hits) return null
  const words = longest(hits.map(({ from, to }) => said.slice(from, to)))
  return {
    met: Object.values(when).filter((condition) => condition !== null).length,
    topics: topics.map(({ name }) => name),
    moods: [...new Set(moods)],
    words,
  }
}

/** Each once, without those that are a part of another. */
function longest(words: string[]): string[] {
  const keys = words.map((word) => ` ${folded(word)} `)
  return words.filter(
    (_, at) =>
      !keys.some(
        (other, nth) => (nth < at && other === keys[at]) || (other !== keys[at] && other.includes(keys[at]!)),
      ),
  )
}

/** As much of a mention as conditions ask about. */
export type WhatFits = Pick<Mention, 'topics' | 'mood' | 'language'> & {
  post: Pick<Mention['post'], 'network' | 'title' | 'text' | 'author' | 'url'>
}
