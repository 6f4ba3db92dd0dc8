import type { Piece } from './plain-text.ts'

/** What a feed or one of its items says of itself, as it was written: of each kind the first that says anything. */
export type Raw = {
  title?: Piece
  /** Of something inside (a picture, a video): better than none. */
  minorTitle?: Piece
  /** The fullest text so far; a smaller rank is fuller. */
  text?: Piece & { rank: number }
  id?: string
  /** The id is an address, and is meant to be. */
  permalink?: boolean
  link?: Link
  /** An `<a>` beside the fields: CDF's way, a slip elsewhere. */
  minorLink?: Link
  links?: Link[]
  published?: string
  created?: string
  dated?: string
  updated?: string
  author?: string
  language?: string
  /** What one of its texts is said to be written in. */
  textLanguage?: string
  categories?: string[]
  comments?: string
  image?: string
  enclosures?: Enclosure[]
  /** Where an aggregator has the item from. */
  source?: Raw
  sourceName?: string
  ttl?: string
  period?: string
  frequency?: string
  /** The ids of entries that are gone. */
  deleted?: string[]
}

/** `base` is what the address is relative to: `xml:base`, or where the feed was fetched. */
export type Link = { rel: string; type: string; href: string; base: string | null }
export type Enclosure = { url: string; type: string | null }
