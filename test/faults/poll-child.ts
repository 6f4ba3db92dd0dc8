import pino from 'pino'
import { commands } from '../../commands/index.ts'
import { newBot } from '../../src/bot.ts'
import type { Heard } from '../../src/chat/chat.ts'
import { newLocalChat } from '../../src/chat/local/local.ts'
import { newLiving } from '../../src/delivery/living.ts'
import { writePoll } from '../../src/delivery/poll-life.ts'
import { newTelling } from '../../src/delivery/telling.ts'
import { usualDigest } from '../../src/model/digest.ts'
import type { Person } from '../../src/model/person.ts'
import type { Team } from '../../src/model/team.ts'
import { newPolls } from '../../src/schedule/polls.ts'
import { sealWith } from '../../src/store/seal.ts'
import { openStore } from '../../src/store/store.ts'
import { nodesOf, textOf } from '../../src/texts/marked.ts'

// Polls in a process that can be killed: the real store in a folder, the real bot, the local chat. Its clock runs
// `speed` times as fast as the real one, and what is due is looked at all the time.

export type Given = { folder: string; time: { is: number; at: number; speed: number } }
export type Ask = {
  nth: number
  user: string
  line?: string
  action?: string
  about?: string
  value?: string
}
export type Answer = { nth: number; words: string }

const { folder, time }: Given = JSON.parse(process.env.GIVEN ?? '{}')
const clock = () => Math.round(time.is + (Date.now() - time.at) * time.speed)
const log = pino({ level: process.env.FAULTS_LOG ?? 'silent' }, pino.destination(2))
const place = (channel: string) => ({ chat: 'local' as const, channel })
const accountOf = (user: string) => ({ chat: 'local' as const, workspace: 'local', user })
const mia: Person = { id: 'mia', name: 'mia', role: 'admin', locale: 'en', accounts: [accountOf('mia')] }
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
  people: [mia],
  topics: [],
  sources: [],
  keep: { texts: 90, counts: 395, unmatched: 7 },
}

const store = await openStore(folder)
const teams = [team]
const seal = sealWith('of the test')
const { chat } = newLocalChat({ teams, store, clock })
const chats = new Map([['local' as const, chat]])
const bot = newBot({ teams, store, commands, clock, log, chats, seal })
const wake = () => {}
const living = newLiving({ store, teams, writers: { poll: writePoll }, clock, log, wake })
const polls = newPolls({ store, teams, seal, draw: async () => null, clock, log, wake })
const owner = `process ${process.pid}`
const tell = newTelling({ store, chats, teams, clock, log, owner })
await chat.start(bot)
await store.channels.free()
process.once('disconnect', () => process.exit(1))
process.on('message', ({ nth, user, line, action, about, value }: Ask) => {
  const by = { chat: 'local' as const, account: accountOf(user), name: user, channel: 'games', at: clock() }
  const heard: Heard =
    line === undefined
      ? { ...by, kind: 'button', action: action!, ...(about ? { about } : {}), ...(value ? { value } : {}) }
      : { ...by, kind: 'command', command: 'poll', text: line }
  void bot.answer(heard).then((message) => {
    const words = message?.text ? textOf(nodesOf(message.text)) : ''
    process.send?.({ nth, words } satisfies Answer)
  })
})
process.send?.({ nth: 0, words: 'ready' } satisfies Answer)

for (;;) {
  await polls.look()
  await living.look()
  await store.deliveries.resume({ now: clock(), busy: [], owner })
  for (const one of await store.deliveries.due(clock(), [], owner)) await tell(one)
  await new Promise((resolve) => setTimeout(resolve, 4))
}
