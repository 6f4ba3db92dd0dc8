import pino from 'pino'
import { commands } from '../../commands/index.ts'
import { newBot } from '../../src/bot.ts'
import type { Heard } from '../../src/chat/chat.ts'
import { newLocalChat } from '../../src/chat/local/local.ts'
import { writeGiveaway } from '../../src/delivery/giveaway.ts'
import { newLiving } from '../../src/delivery/living.ts'
import { newTelling } from '../../src/delivery/telling.ts'
import type { Beacon } from '../../src/draw/beacon.ts'
import { usualDigest } from '../../src/model/digest.ts'
import { quicknet, randomnessOf, roundAfter } from '../../src/model/drand.ts'
import { Unavailable } from '../../src/model/oops.ts'
import type { Person } from '../../src/model/person.ts'
import type { Team } from '../../src/model/team.ts'
import { newGiveaways } from '../../src/schedule/giveaways.ts'
import { openStore } from '../../src/store/store.ts'
import { nodesOf, textOf } from '../../src/texts/marked.ts'

// Giveaways in a process that can be killed: the real store in a folder, the real bot, the local chat. Its clock runs
// `speed` times as fast as the real one, and what is due is looked at all the time.

export type Given = { folder: string; people: number; time: { is: number; at: number; speed: number } }
/** What is asked of it, and what it answers; `words` are what people read. */
export type Ask = { nth: number; user: string; does: string }
export type Answer = { nth: number; words: string }

const { folder, people, time }: Given = JSON.parse(process.env.GIVEN ?? '{}')
const clock = () => Math.round(time.is + (Date.now() - time.at) * time.speed)
const log = pino({ level: process.env.FAULTS_LOG ?? 'silent' }, pino.destination(2))
const place = (channel: string) => ({ chat: 'local' as const, channel })
const person = (id: string, role: Person['role']): Person => ({
  id,
  name: id,
  role,
  locale: 'en',
  accounts: [{ chat: 'local', workspace: 'local', user: id }],
})
const team: Team = {
  name: 'nimbus',
  title: 'Nimbus',
  sample: true,
  locale: 'en',
  timeZone: 'Europe/Paris',
  quietHours: null,
  channels: { alerts: place('alerts'), watch: place('watch'), community: place('games') },
  routes: [],
  digest: usualDigest,
  people: [
    person('mia', 'admin'),
    ...Array.from({ length: people }, (_, nth) => person(`u${nth}`, 'member')),
  ],
  topics: [],
  sources: [],
  keep: { texts: 90, counts: 395, unmatched: 7 },
}

const beacon: Beacon = {
  chain: async () => quicknet,
  roundFor: async (now) => roundAfter(quicknet, now + 20_000),
  async value(round) {
    if (roundAfter(quicknet, clock()) <= round) throw new Unavailable('not yet', { retryAfter: 1_000 })
    const signature = round.toString(16).padStart(96, '0')
    return { round, signature, randomness: randomnessOf(signature) }
  },
}

const store = await openStore(folder)
const teams = [team]
const { chat } = newLocalChat({ teams, store, clock })
const chats = new Map([['local' as const, chat]])
const bot = newBot({ teams, store, commands, clock, log, chats, chain: async () => quicknet })
const wake = () => {}
const living = newLiving({ store, teams, writers: { giveaway: writeGiveaway }, clock, log, wake })
const giveaways = newGiveaways({ store, teams, chats, beacon, clock, log, wake })
const tell = newTelling({ store, chats, teams, clock, log, owner: `process ${process.pid}` })
await chat.start(bot)
await store.channels.free()
process.once('disconnect', () => process.exit(1))
process.on('message', ({ nth, user, does }: Ask) => {
  const by = {
    chat: 'local' as const,
    account: { chat: 'local' as const, workspace: 'local', user },
    name: user,
    channel: 'games',
    at: clock(),
  }
  const [, command, text = ''] = /^\/(\S+)\s*(.*)$/u.exec(does) ?? []
  const [action, about] = does.split(' ')
  const heard: Heard = command
    ? { ...by, kind: 'command', command, text }
    : { ...by, kind: 'button', action: action!, about: about ?? '' }
  void bot.answer(heard).then((message) => {
    const words = message?.text ? textOf(nodesOf(message.text)) : ''
    process.send?.({ nth, words } satisfies Answer)
  })
})
process.send?.({ nth: 0, words: 'ready' } satisfies Answer)

for (;;) {
  await giveaways.look()
  await living.look()
  await store.deliveries.resume({ now: clock(), busy: [], owner: `process ${process.pid}` })
  for (const one of await store.deliveries.due(clock(), [], `process ${process.pid}`)) await tell(one)
  await new Promise((resolve) => setTimeout(resolve, 4))
}
