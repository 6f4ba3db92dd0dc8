import pino from 'pino'
import { newIntake } from '../../src/intake.ts'
import { usualDigest } from '../../src/model/digest.ts'
import type { Analysis } from '../../src/model/mood.ts'
import { readQuery } from '../../src/model/query.ts'
import { usualRoutes } from '../../src/model/route.ts'
import type { Team } from '../../src/model/team.ts'
import { newReceived } from '../../src/schedule/received.ts'
import { signedUsually } from '../../src/settings/webhook-checks.ts'
import { openStore } from '../../src/store/store.ts'
import { newPublicServer } from '../../src/web/public.ts'

// A webhook in a process that can be killed: the real store in a folder, the real public port, the real intake. Its
// clock runs `speed` times as fast as the real one.

export type Given = {
  place: { folder: string; url: string | null }
  secret: string
  time: { is: number; at: number; speed: number }
}
/** Where it is called, and what it has at the end: how many posts, mentions, deletions, and what waits. */
export type Said =
  | { port: number }
  | { posts: number; mentions: string[]; deleted: string[]; waiting: number }

const { place, secret, time }: Given = JSON.parse(process.env.GIVEN ?? '{}')
const clock = () => Math.round(time.is + (Date.now() - time.at) * time.speed)
const log = pino({ level: process.env.FAULTS_LOG ?? 'silent' }, pino.destination(2))
const channel = (channel: string) => ({ chat: 'local' as const, channel })
const team: Team = {
  ...{ name: 'nimbus', title: 'Nimbus', sample: false, locale: 'en', timeZone: 'Europe/Paris' },
  quietHours: null,
  channels: { alerts: channel('alerts'), watch: channel('watch'), community: channel('community') },
  routes: usualRoutes,
  digest: usualDigest,
  people: [],
  topics: [{ name: 'Nimbus', kind: 'brand', query: readQuery('nimbus') }],
  sources: [],
  webhooks: [
    {
      ...{ name: 'crm', kind: 'standard', signed: signedUsually.standard, secrets: [secret], verify: null },
      ...{ server: null, outlet: 'CRM', about: null, network: null, mapping: null, from: [], cost: null },
    },
  ],
  keep: { texts: 90, counts: 395, unmatched: 7 },
}

const store = await openStore(place.folder, { url: place.url })
const teams = [team]
const analysis: Analysis = {
  language: () => 'fr',
  mood: () => ({ label: 'negative', score: -0.9, confidence: 0.9 }),
}
const hear = newIntake({ store, teams, analysis, secret: 'of the test', clock })
const received = newReceived({ store, teams, hear, importRows: async () => ({ wrong: 0 }), clock, log })
const server = newPublicServer({ port: 0, doors: [], hooks: received.answers, log })
process.once('disconnect', () => process.exit(1))
process.on('message', async () => {
  await received.look()
  const mentions = await store.mentions.list('nimbus', {}, { most: 100_000 })
  const changes = await store.postChanges.claim(clock(), { leasedUntil: clock(), most: 100_000 })
  process.send?.({
    posts: await store.posts.count('hook:nimbus:crm'),
    mentions: mentions.map(({ post }) => post.text!.split(' ').at(-1)!),
    deleted: changes.filter(({ did }) => did === 'deleted').map(({ item }) => item),
    waiting: (await store.received.health('nimbus', 0)).get('crm')?.waiting ?? 0,
  } satisfies Said)
})
received.start()
process.send?.({ port: await server.start() } satisfies Said)
