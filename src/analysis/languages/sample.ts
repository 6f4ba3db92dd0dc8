/**
 * What a language looks like, in our own words: its commonest words, roughly the most frequent first, and
 * some plain text in which its letters follow each other as they do.
 */
export type Sample = { words: string; text: string }
