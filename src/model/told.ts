import type { Language, Mood } from './mood.ts'
import type { Network } from './network.ts'
import type { Instant } from './post.ts'
import { outletKey } from './story.ts'
import type { TopicKind } from './topic.ts'

/** A mention in which one looks for what is talked about; its words are null once forgotten. `author` is who wrote it. */
export type Told = {
  mention: number
  story: string
  saidAt: Instant
  language: Language | null
  title: string | null
  text: string | null
  url: string | null
  outlet: string
  network: Network
  author: string | null
  authorKey: string | null
  topics: { name: string; kind: TopicKind; mood: Mood }[]
}

/** Who speaks: in the press the outlet, however many write for it; elsewhere a person, where one is known. */
export const speakerOf = ({ network, outlet, authorKey }: Told): string =>
  authorKey === null || network === 'press' ? outletKey(outlet) : authorKey
