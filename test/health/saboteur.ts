import { DatabaseSync } from 'node:sqlite'
import { commands } from '../../commands/index.ts'
import { command } from '../../src/chat/command.ts'
import { text } from '../../src/chat/options.ts'

// Loaded before Vigie: makes the store, the chat and a command fail, with errors that carry all they can.

/** As libraries throw them: with the request, its headers, the parameters, and a message that quotes. */
function loaded(words: string, more: unknown): Error {
  const cause = new Error(`row: ${JSON.stringify(more)}`)
  return Object.assign(new Error(`refused: ${words}`, { cause }), {
    code: 'SABOTAGE',
    request: { headers: { authorization: `Bearer ${process.env.SLACK_BOT_TOKEN}` }, body: more },
    url: `https://chat.example/post?token=${process.env.DISCORD_TOKEN}`,
    parameters: more,
  })
}

const { prepare } = DatabaseSync.prototype
const failed = new Map<string, number>()
DatabaseSync.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql)
  const trap = traps.find(({ sql: part }) => sql.includes(part))
  if (!trap) return statement
  for (const way of ['run', 'all', 'iterate'] as const) {
    const real = statement[way].bind(statement) as (...given: unknown[]) => unknown
    Object.assign(statement, {
      [way]: (...given: unknown[]) => {
        const words = JSON.stringify(given)
        const times = failed.get(trap.name) ?? 0
        if (!words.includes(trap.on) || times >= 2) return real(...given)
        failed.set(trap.name, times + 1)
        throw loaded(`${given.filter((one) => typeof one === 'string').join(' ')}`, given)
      },
    })
  }
  return statement
}

const traps = [
  { name: 'chat', sql: 'insert into "local_messages"', on: 'mention:' },
  { name: 'store', sql: 'insert into mention_words', on: 'zyzyx' },
]

const boom = (name: string, fall: (typed: string) => Promise<never>) =>
  command({
    name,
    about: 'help.about',
    for: 'member',
    options: {
      words: text({ en: ['words'], fr: ['mots'] }, 'help.command', { loose: true, required: true }),
    },
    run: ({ options }) => fall(options.words),
  })

commands.push(
  boom('boom', async (typed) => {
    throw loaded(typed, { typed })
  }),
  boom('parse', async (typed) => JSON.parse(typed) as never),
  // Nobody waits for this one.
  boom('fall', async (typed) => {
    setTimeout(() => void Promise.reject(loaded(`"${typed}"`, { typed })))
    return new Promise<never>(() => {})
  }),
)
