// The part of the npm package `sqlite3` that @keyv/sqlite uses, on node:sqlite: three calls, and nothing to compile.
const { DatabaseSync } = require('node:sqlite')

class Database {
  #database

  constructor(filename, opened) {
    let failure = null
    try {
      this.#database = new DatabaseSync(filename)
    } catch (error) {
      failure = error
    }
    queueMicrotask(() => opened(failure))
  }

  configure(option, value) {
    if (option === 'busyTimeout') this.#database.exec(`PRAGMA busy_timeout = ${Number(value)}`)
  }

  // Called as all(sql, done), all(sql, one, two, done) and all(sql, [one, two], done).
  all(sql, ...given) {
    const done = given.pop()
    let rows
    try {
      rows = this.#database.prepare(sql).all(...given.flat())
    } catch (error) {
      return queueMicrotask(() => done(error))
    }
    queueMicrotask(() => done(null, rows))
  }

  close(done) {
    this.#database.close()
    queueMicrotask(() => done?.(null))
  }
}

module.exports = { Database }
