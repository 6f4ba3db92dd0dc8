import { type Kysely, type SqlBool, sql } from 'kysely'
import { insertMany } from './batch.ts'
import { isPostgres } from './dialect.ts'
import type { Tables } from './tables.ts'

// Full-text search over our own folded words (src/model/words.ts), so that both databases answer alike. They hold
// letters and digits only, which FTS5's own tokenizer leaves whole; PostgreSQL indexes them as an array.

/** Indexes mentions by their folded words. */
export const indexWords = (db: Kysely<Tables>, found: { mention: number; words: string[] }[]) =>
  insertMany(
    db,
    'mention_words',
    ['rowid', 'words'],
    found.map(({ mention, words }) => {
      const all = [...new Set(words)]
      return { rowid: mention, words: isPostgres(db) ? all : all.join(' ') }
    }),
  )

/** A condition on `m.id`: every one of these folded words stands in the mention. */
export const withWords = (db: Kysely<Tables>, words: string[]) =>
  sql<SqlBool>`m.id in (select rowid from mention_words where ${holds(db, words)})`

const holds = (db: Kysely<Tables>, words: string[]) =>
  isPostgres(db)
    ? sql`words @> ${words}`
    : sql`mention_words match ${words.map((word) => `"${word}"`).join(' ')}`

/** Takes these mentions out of the index. */
export async function removeWords(db: Kysely<Tables>, mentions: number[]) {
  for (const id of mentions) await sql`delete from mention_words where rowid = ${id}`.execute(db)
}

/** Takes mentions whose text is gone out of the index. All of it is gone through: only where something went. */
export async function forgetWords(db: Kysely<Tables>) {
  await sql`delete from mention_words where rowid not in (
    select m.id from mentions as m join posts as p on p.id = m.post_id where p.text is not null)`.execute(db)
  // SQLite keeps deleted words in its index until the parts of that are merged.
  if (!isPostgres(db)) await sql`insert into mention_words (mention_words) values ('optimize')`.execute(db)
}

/** The index, made once by a migration: on SQLite without the words' places and without the text. */
export const makeWordIndex = async (db: Kysely<unknown>) => {
  if (!isPostgres(db))
    return sql`create virtual table mention_words using fts5(words, content='', contentless_delete=1, detail=none)`.execute(
      db,
    )
  await sql`create table mention_words (rowid integer primary key, words text[] not null)`.execute(db)
  return sql`create index mention_words_in on mention_words using gin (words)`.execute(db)
}
