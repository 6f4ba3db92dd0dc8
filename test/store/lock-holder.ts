import { DatabaseSync } from 'node:sqlite'

// A process of its own: it holds the database file, says so, and lets go when it is told to.
const database = new DatabaseSync(process.argv[2]!)
database.exec('BEGIN EXCLUSIVE')
process.stdout.write('held\n')
process.stdin.once('data', () => {
  database.exec('COMMIT')
  database.close()
  process.stdout.write('free\n')
  process.stdin.unref()
})
