import type { Locale } from '../../model/team.ts'

/**
 * A report as it is read, on whatever it is shown: all words written, nothing left to look up. What strangers wrote
 * stands in it as plain text; whoever shows it escapes it.
 */
export type Sheet = {
  locale: Locale
  title: string
  /** The period, in words. */
  period: string
  /** Set above the title: whose it is. */
  team: string
  /** Below the title where something has to be known before reading: it is not over, its posts are invented. */
  notes: string[]
  what: string[]
  tiles: Tile[]
  comment: Comment | null
  sections: Section[]
  definitions: { name: string; text: string }[]
  definitionsName: string
  /** At the foot of each page: who made it, when. */
  foot: string
  /** "Page {page} of {pages}", with these two left open. */
  page: string
  /** The numbers as a table, heads first. */
  table: (string | number)[][]
}

/** A number that is seen first. `tone`: whether its change is good news. */
export type Tile = {
  name: string
  value: string
  change: string | null
  before: string | null
  tone: 'good' | 'bad' | 'even'
}

export type Comment = { name: string; text: string; note: string | null }

/** `key` is the same in every language. */
export type Section = { key: string; name: string; blocks: Block[] }

export type Block =
  | { kind: 'lines'; lines: Line[] }
  | { kind: 'table'; heads: string[]; rows: Cell[][]; numbers: number[] }
  | { kind: 'bars'; chart: Bars }
  | { kind: 'shares'; chart: Shares }
  | { kind: 'note'; text: string }

/** `strong` comes first, `text` after it; `detail` stands below, smaller. */
export type Line = { strong?: string; text: string; detail?: string; url?: string | null; nth?: number }

export type Cell = string | { text: string; url: string | null }

/** One bar for each part of a period; `part` is the lower part of it, in another colour. `says` is for who cannot see it. */
export type Bars = {
  title: string
  bars: { label: string | null; whole: number | null; part: number | null }[]
  ticks: { at: number; label: string }[]
  /** In French `12 k` is `12 000`: written already. */
  scale: { at: number; label: string }[]
  /** `unknown` where a part of the period is. */
  legend: { whole: string; part: string; unknown: string | null }
  says: string
}

/** Horizontal bars, longest possible 1. */
export type Shares = {
  title: string
  bars: { label: string; share: number; says: string; first: boolean }[]
  says: string
}
