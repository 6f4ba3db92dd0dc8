import type { Locale } from '../model/team.ts'

/** One thing Vigie says, French and English side by side; with plural forms where it counts (`{n}` is the number). */
export type Text = Record<Locale, string | { one: string; other: string }>

/** Holds a file of texts to that shape while keeping its keys. */
export const texts = <Keys extends string>(all: Record<Keys, Text>) => all
