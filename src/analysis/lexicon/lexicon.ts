/**
 * What one language knows of moods, as plain data. Everything stands as people write it, accents and all, and is
 * folded when the lexicon is prepared (prepared.ts), so that missing accents cost nothing. `words` part at
 * blanks, everything else at commas.
 *
 * `word` stands for itself (and, where the language has a stemmer, for its other endings), `word*` for
 * everything that begins so. The closest fit wins; a weight of 0 keeps an innocent word from a prefix that
 * would accuse it. Weights go from -3 (worst) to 3 (best); halves are for facts that are dark without anybody
 * being cross: it takes two of them to move a text.
 */
export type Lexicon = {
  words: Weighed[]
  /** Several words that mean together what none means alone. They take precedence over words. */
  idioms: Weighed[]
  /** « Merci », "thanks": glad where nothing else is said, bitter beside a complaint. */
  polite: string
  /** « mdr », "lol": they take the mood of the words beside them. */
  laughs: string
  /** What turns the mood of the words after it; `negationsAfter` also the word before (« j’aime pas »). */
  negations: string
  negationsAfter: string
  /** What strengthens or weakens the word after it: a factor, and what has it. Below 0 it turns the mood. */
  degrees: Weighed[]
  /** What comes after weighs more (« mais »), or less (« malgré »), or is only another statement (« et »). */
  contrasts: string
  concessions: string
  joins: string
  comparison: Comparison
}

export type Weighed = [weight: number, words: string]

/**
 * How two names are held against each other: `than` stands before the second name, somewhere after one of
 * `more` (« mieux que »); whoever follows `unlike` gets the opposite of what the rest of the sentence says.
 */
export type Comparison = { more: string; than: string; unlike: string }
