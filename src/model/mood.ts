import type { Span } from './oops.ts'

export const moods = ['negative', 'neutral', 'positive'] as const
export type Mood = (typeof moods)[number]

/** A judged mood: score from -1 (worst) to 1 (best), confidence from 0 to 1. */
export type Sentiment = { label: Mood; score: number; confidence: number }

/** Languages that Vigie tells apart, as ISO 639-1 codes. */
export const languages = ['fr', 'en', 'es', 'de', 'it', 'pt'] as const
export type Language = (typeof languages)[number]

/**
 * What `src/analysis` promises to the rest, whatever is behind it.
 * `language`: the language of a text, or null when it cannot be told.
 * `mood`: the mood of the whole text or, where the places of a target in it are given, towards that target.
 */
export type Analysis = {
  language(text: string): Language | null
  mood(text: string, language: Language | null, targets?: Span[]): Sentiment
}
