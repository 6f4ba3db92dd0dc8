import { randomBytes } from 'node:crypto'
import { type Asked, command } from '../src/chat/command.ts'
import type { Message } from '../src/chat/message.ts'
import { text } from '../src/chat/options.ts'
import { Oops } from '../src/model/oops.ts'
import type { ReadingToken } from '../src/store/reading-tokens.ts'
import { code, type Marked, together } from '../src/texts/marked.ts'

export default command({
  name: 'kpi address',
  names: { fr: 'kpi adresse' },
  also: ['kpi addresses', 'kpi adresses', 'kpi token', 'kpi jeton', 'kpi bi', 'kpi api', 'kpi feed'],
  about: 'address.about',
  for: 'admin',
  quiet: true,
  options: { name: text({ en: ['name'], fr: ['nom'] }, 'address.name', { loose: true }) },

  async run(asked) {
    const { name } = asked.options
    if (name === undefined) return list(asked, null)
    if (asked.publicUrl === null) throw new Oops('address.no-door')
    return made(asked, name, asked.publicUrl.replace(/\/+$/u, ''))
  },

  on: {
    /** `value`: its number. */
    revoke: {
      for: 'admin',
      quiet: true,
      async run(asked) {
        const { store, team, person, now, value, say } = asked
        const id = Number(value)
        if (!Number.isSafeInteger(id)) throw new Oops('bot.old-button')
        if (!(await store.readingTokens.revoke(team.name, id, { by: person.name, at: now })))
          throw new Oops('address.gone')
        return { ...(await list(asked, say('address.revoked'))), instead: true }
      },
    },
  },
})

/** A new one, shown this once: nothing of the message is kept. */
async function made({ store, team, person, now, say }: Asked, name: string, base: string): Promise<Message> {
  if (name.length > longestName) throw new Oops('address.name-long', { most: longestName })
  const token = randomBytes(32).toString('base64url')
  const kept = { name, by: person.name, at: now, most: mostTokens }
  const isKept = await store.together((store) => store.readingTokens.make(team.name, token, kept))
  if (!isKept) throw new Oops('address.too-many', { most: mostTokens })
  return {
    title: say.plain('address.made', { name }),
    text: say('address.once'),
    fields: [
      { name: say.plain('address.csv'), value: code(`${base}/figures/${token}.csv`) },
      { name: say.plain('address.json'), value: code(`${base}/figures/${token}.json`) },
    ],
    note: together([
      say('address.header', { address: { marked: code(`${base}/figures.csv`) } }),
      say('address.parameters'),
    ]),
    quiet: true,
    fleeting: true,
  }
}

async function list(asked: Asked, news: Marked | null): Promise<Message> {
  const { store, team, say, publicUrl } = asked
  const all = await store.readingTokens.live(team.name)
  return {
    title: all.length > 0 ? say.plain('address.title', { count: all.length }) : say.plain('address.none'),
    text: together([news, say(publicUrl === null ? 'address.no-door' : 'address.how')]),
    items: all.map((one) => ({
      title: one.name,
      text: facts(one, asked),
      buttons: [
        {
          action: 'kpi address.revoke',
          label: say.plain('address.revoke'),
          value: String(one.id),
          style: 'danger' as const,
        },
      ],
    })),
    quiet: true,
  }
}

function facts({ by, at, usedAt }: ReadingToken, { say, now, team }: Asked): Marked {
  const time = (at: number) => say.time(at, now, team.timeZone)
  return together(
    [
      say('address.made-by', { by, time: time(at) }),
      usedAt === null ? say('address.unused') : say('address.used', { time: time(usedAt) }),
    ],
    ' · ',
  )
}

const longestName = 60
const mostTokens = 20
