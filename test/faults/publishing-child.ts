import pino from 'pino'
import reply from '../../commands/reply.ts'
import { newBot } from '../../src/bot.ts'
import type { Heard } from '../../src/chat/chat.ts'
import { newDoor } from '../../src/http.ts'
import { newIntake } from '../../src/intake.ts'
import { usualDigest } from '../../src/model/digest.ts'
import type { Analysis } from '../../src/model/mood.ts'
import type { Person } from '../../src/model/person.ts'
import { usualPolicy } from '../../src/model/policy.ts'
import type { Identity } from '../../src/model/publication.ts'
import { readQuery } from '../../src/model/query.ts'
import { usualRoutes } from '../../src/model/route.ts'
import type { Team } from '../../src/model/team.ts'
import { trustedHosts } from '../../src/publish/way-out.ts'
import { newPublishing } from '../../src/schedule/publishing.ts'
import { sealWith } from '../../src/store/seal.ts'
import { openStore } from '../../src/store/store.ts'
import { nodesOf, textOf } from '../../src/texts/marked.ts'

// Replies in a process that can be killed: the real store in a folder, the real bot, the real connectors, networks on
// loopback. Its clock runs `speed` times as fast as the real one, and what is due is looked at all the time.

export type Given = {
  folder: string
  identities: Identity[]
  time: { is: number; at: number; speed: number }
}
/** What is asked of it: a post that it hears (`hears`, an address), a command, or a button. */
export type Ask = {
  nth: number
  user: string
  does: string
  network?: string
  values?: Record<string, string>
}
/** What people read, or the number of a mention. */
export type Answer = { nth: number; words: string }

const { folder, identities, time }: Given = JSON.parse(process.env.GIVEN ?? '{}')
const clock = () => Math.round(time.is + (Date.now() - time.at) * time.speed)
const log = pino({ level: process.env.FAULTS_LOG ?? 'silent' }, pino.destination(2))
const place = (channel: string) => ({ chat: 'local' as const, channel })
const person = (id: string, role: Person['role']): Person => ({
  ...{ id, name: id, role, locale: 'en' },
  accounts: [{ chat: 'local', workspace: 'local', user: id }],
})
const team: Team = {
  ...{ name: 'nimbus', title: 'Nimbus', sample: false, locale: 'en', timeZone: 'Europe/Paris' },
  quietHours: null,
  channels: { alerts: place('alerts'), watch: place('watch'), community: place('community') },
  routes: usualRoutes,
  digest: usualDigest,
  people: [person('mia', 'admin'), person('noor', 'approver')],
  topics: [{ name: 'Nimbus', kind: 'brand', query: readQuery('nimbus') }],
  sources: [],
  // At this speed four seconds are a moment in which it is killed, too.
  policy: { ...usualPolicy, grace: 4_000, personal: 'warn' },
  identities,
  keep: { texts: 90, counts: 395, unmatched: 7 },
}

const store = await openStore(folder)
const teams = [team]
const bot = newBot({ teams, store, commands: [reply], clock, log, seal: sealWith('of the test') })
// What it feels is beside the point, and takes a second to load.
const analysis: Analysis = {
  language: () => 'fr',
  mood: () => ({ label: 'negative', score: -0.9, confidence: 0.9 }),
}
const hear = newIntake({ store, teams, analysis, secret: 'of the test', clock })
const door = newDoor({ userAgent: 'Vigie/test', allowPrivate: ['127.0.0.1', ...trustedHosts(teams)] })
const publishing = newPublishing({ store, teams, door, clock, log, done: () => {}, patience: 1_500 })
process.once('disconnect', () => process.exit(1))
process.on('message', async ({ nth, user, does, network, values }: Ask) => {
  const words = does.startsWith('hears ')
    ? await heard(does.slice(6), network)
    : await told(user, does, values)
  process.send?.({ nth, words } satisfies Answer)
})
await publishing.start()
process.send?.({ nth: 0, words: 'ready' } satisfies Answer)

for (;;) {
  await publishing.look()
  await new Promise((resolve) => setTimeout(resolve, 10))
}

async function heard(url: string, network: string | undefined): Promise<string> {
  const post = {
    ...{ id: url, url, title: '', text: `Ma lampe Nimbus est en panne (${url})`, author: 'ravi' },
    ...{ publishedAt: clock(), updatedAt: null, network: network ?? null },
  }
  await hear({ source: 'feed:1', outlet: 'Somewhere', teams: ['nimbus'], posts: [post], firstFor: [] })
  const all = await store.mentions.list('nimbus', {}, { most: 200 })
  return `${all.find((one) => one.post.url === url)?.id ?? ''}`
}

async function told(user: string, does: string, values?: Record<string, string>): Promise<string> {
  const by = {
    ...{ chat: 'local' as const, account: { chat: 'local' as const, workspace: 'local', user } },
    ...{ name: user, channel: 'alerts', at: clock() },
  }
  const [, command, text = ''] = /^\/(\S+)\s*([\s\S]*)$/u.exec(does) ?? []
  const [action, about, value = ''] = does.split(' ')
  const heard: Heard = command
    ? { ...by, kind: 'command', command, text }
    : { ...by, kind: 'button', action: action!, about: about ?? '', value, values }
  const message = await bot.answer(heard)
  return message?.text ? textOf(nodesOf(message.text)) : ''
}
