import { type Kysely, type SqlBool, sql } from 'kysely'
import { insertMany } from './batch.ts'
import type { Tables } from './tables.ts'

// Full-text search over our own folded words (src/model/words.ts), so that every database answers alike.
// They hold letters and digits only, which FTS5's own tokenizer leaves whole.

/** Indexes mentions by their folded words. */
export const indexWords = (db: Kysely<Tables>, found: { mention: number; words: string[] }[]) =>
  insertMany(
    db,
    'mention_words',
    ['rowid', 'words'],
    found.map(({ mention, words }) => ({ rowid: mention, words: [...new Set(words)].join(' ') })),
  )

/** A condition on `m.id`: every one of these folded words stands in the mention. */
export const withWords = (words: string[]) =>
  sql<SqlBool>`m.id in (select rowid from mention_words where mention_words match ${words.map((word) => `"${word}"`).join(' ')})`
