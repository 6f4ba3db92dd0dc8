import pino from 'pino'
import { usualDigest, weekdays } from '../../src/model/digest.ts'
import { readQuery } from '../../src/model/query.ts'
import { routeTo } from '../../src/model/route.ts'
import type { Team } from '../../src/model/team.ts'
import { readEnvironment } from '../../src/settings/environment.ts'
import { chatOnLoopback } from './chat-on-loopback.ts'

// A whole Vigie in a process that can be killed: the real parts, put together by the real hands, and a chat that
// stands in the process of the test. What it needs to know comes as JSON in the environment.

export type Given = {
  feeds: string[]
  chat: string
  /** What time it is (ms) at this moment of the real clock, and how much faster time goes than there. */
  time: { is: number; at: number; speed: number }
}

const { feeds, chat, time }: Given = JSON.parse(process.env.GIVEN ?? '{}')
const clock = () => Math.round(time.is + (Date.now() - time.at) * time.speed)
hurry(time.speed)

const place = (channel: string) => ({ chat: 'slack' as const, channel })
const team: Team = {
  name: 'nimbus',
  title: 'Nimbus',
  sample: false,
  locale: 'fr',
  timeZone: 'Europe/Paris',
  // It begins at ten: both come soon, and every day.
  quietHours: { from: '10:45', to: '11:15' },
  channels: { alerts: place('alertes'), watch: place('veille'), community: place('cercle') },
  routes: [
    routeTo('alerts', { kinds: ['brand'], stop: true }),
    routeTo('watch', { kinds: ['competitor'], stop: true }),
    { ...routeTo('watch', { topics: ['Tilvan'], when: 'digest', stop: true }), to: place('matin') },
    routeTo('community'),
  ],
  digest: { ...usualDigest, at: '11:30', days: weekdays },
  people: [],
  topics: [
    { name: 'Nimbus', kind: 'brand', query: readQuery('nimbus') },
    { name: 'Lumeo', kind: 'competitor', query: readQuery('lumeo') },
    { name: 'Orvale', kind: 'theme', query: readQuery('orvale') },
    { name: 'Tilvan', kind: 'sector', query: readQuery('tilvan') },
  ],
  sources: feeds.map((url, at) => ({
    kind: 'feed',
    name: `Journal ${at}`,
    url,
    at: { file: 'team.yaml', line: at },
  })),
  keep: { texts: 90, counts: 395, unmatched: 7 },
}

const { environment, problems } = readEnvironment(process.env)
if (problems.length > 0) throw new Error(JSON.stringify(problems))
const log = pino({ level: environment.logLevel }, pino.destination(2))
const { newApp } = await import('../../src/app.ts')
process.send?.('opening')
const connections = { slack: [], discord: [] }
const settings = { teams: [team], tokens: {}, connections, environment, problems: [], warnings: [] }
const app = await newApp(settings, { log, clock, chats: [chatOnLoopback(chat)] })
await app.start()
process.send?.('running')
process.once('disconnect', () => process.exit(1))
process.on('message', async () => {
  await app.stop()
  process.exit(0)
})

/** What our own parts sleep for goes by faster, as their clock does; the time limits of connections stay. */
function hurry(speed: number) {
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const real = globalThis[name]
    const ours = (callback: () => void, delay = 0, ...more: []) => {
      const [, , caller = ''] = (new Error().stack ?? '').split('\n')
      return real(callback, isOurs(caller) ? delay / speed : delay, ...more)
    }
    Object.assign(globalThis, { [name]: Object.assign(ours, real) })
  }
}

function isOurs(caller: string) {
  return caller.includes('/src/') && !caller.includes('/src/http.ts')
}
