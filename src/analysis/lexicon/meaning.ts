/**
 * What a word, an idiom or a sign does in a sentence: its mood and degree are 0 where it has none. All have the
 * same fields, since they are looked at for every word and engines are quicker where they always find one shape.
 */
export type Meaning = {
  mood: number
  /** Takes the mood of the words beside it, and has little of its own. */
  echoes: boolean
  polite: boolean
  degree: number
  negates: boolean
  negatesBefore: boolean
  turn: Turn | null
  compares: boolean
  than: boolean
}

export type Turn = 'contrast' | 'concession' | 'join' | 'unlike'

/** What most words mean for the mood: nothing. */
export const plain: Meaning = meaningOf({})

export function meaningOf(parts: Partial<Meaning>): Meaning {
  return {
    mood: parts.mood ?? 0,
    echoes: parts.echoes ?? false,
    polite: parts.polite ?? false,
    degree: parts.degree ?? 0,
    negates: parts.negates ?? false,
    negatesBefore: parts.negatesBefore ?? false,
    turn: parts.turn ?? null,
    compares: parts.compares ?? false,
    than: parts.than ?? false,
  }
}
