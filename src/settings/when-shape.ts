import { z } from 'zod'
import { languages, moods } from '../model/mood.ts'
import { networks } from '../model/network.ts'
import { type Query, readQuery } from '../model/query.ts'
import { topicKinds } from '../model/topic.ts'
import { anyMention, type When } from '../model/when.ts'
import { readName } from './names.ts'
import { nameKey } from './repeats.ts'
import { oneOrMore } from './route-shape.ts'
import { text } from './shape.ts'

/** Which mentions are meant: as a route asks for them, and by what they say. */
export const whenShape = z.strictObject({
  kinds: oneOrMore(z.enum(topicKinds)).optional(),
  moods: oneOrMore(z.enum(moods)).optional(),
  networks: oneOrMore(z.enum(networks)).optional(),
  languages: oneOrMore(z.enum(languages)).optional(),
  words: wordsShape().optional(),
  personal: z.boolean().optional(),
})

/** The same in a team's own file: a topic belongs to one team alone. */
export const ownWhenShape = whenShape.extend({ topics: oneOrMore(text(readName)).optional() })

/** A query, or a list of which any may match. */
export function wordsShape() {
  return oneOrMore(text(readQuery)).transform((all): Query => (all.length === 1 ? all[0]! : { any: all }))
}

/** `topics` are the team's: they are the same however they are written, and take the name that stands with the topic. */
export const whenOf = (given: WhenSettings | undefined, topics: string[]): When => ({
  ...anyMention,
  ...Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined)),
  topics: given?.topics?.map((topic) => sameName(topic, topics)) ?? null,
})

/** The known name that is meant, however it is written. */
export const sameName = (given: string, known: string[]) =>
  known.find((name) => nameKey(name) === nameKey(given)) ?? given

export type WhenSettings = z.output<typeof whenShape> & { topics?: string[] | undefined }
