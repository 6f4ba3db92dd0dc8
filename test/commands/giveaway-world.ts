import { createHash } from 'node:crypto'
import pino from 'pino'
import { commands } from '../../commands/index.ts'
import { newBot } from '../../src/bot.ts'
import type { Chat } from '../../src/chat/chat.ts'
import { newLocalChat } from '../../src/chat/local/local.ts'
import type { Message } from '../../src/chat/message.ts'
import { writeGiveaway } from '../../src/delivery/giveaway.ts'
import { newLiving } from '../../src/delivery/living.ts'
import { newTelling } from '../../src/delivery/telling.ts'
import type { Beacon } from '../../src/draw/beacon.ts'
import { newLiveTeams } from '../../src/live-teams.ts'
import { quicknet, type Round, randomnessOf, roundAfter } from '../../src/model/drand.ts'
import { Unavailable } from '../../src/model/oops.ts'
import type { ChatName, Person } from '../../src/model/person.ts'
import type { Instant } from '../../src/model/post.ts'
import type { Team } from '../../src/model/team.ts'
import { newGiveaways } from '../../src/schedule/giveaways.ts'
import type { Store } from '../../src/store/store.ts'
import { emptyStore } from '../databases/open.ts'
import { nimbus, read, saturday } from '../world.ts'

const log = pino({ level: 'silent' })

/** A beacon whose values are what a test says: as drand’s, but signed by nobody. */
export function newTestBeacon(clock: () => Instant) {
  const state = { silent: false, asked: [] as number[] }
  const drawn = (round: number): Round => {
    const signature = createHash('sha384').update(`round ${round}`).digest('hex')
    return { round, signature, randomness: randomnessOf(signature) }
  }
  const beacon: Beacon = {
    chain: async () => quicknet,
    roundFor: async (now) => roundAfter(quicknet, now + 20_000),
    async value(round) {
      state.asked.push(round)
      if (state.silent) throw new Unavailable('no relay answers')
      if (roundAfter(quicknet, clock()) <= round) throw new Unavailable('not yet', { retryAfter: 1_000 })
      return drawn(round)
    },
  }
  return { beacon, state }
}

/** Members of the community beside Theo and Ravi, so that somebody can win and somebody lose. */
const member = (id: string, locale: 'fr' | 'en' = 'fr'): Person => ({
  id,
  name: `${id[0]!.toUpperCase()}${id.slice(1)}`,
  role: 'member',
  locale,
  accounts: [{ chat: 'local', workspace: 'local', user: id }],
})

/**
 * The local chat with a giveaway’s whole machinery around it: what is due is told, ended, drawn and written when the
 * test says so, by a clock that it holds. `restarted` is the same after a restart.
 */
export async function newGiveawayWorld({
  store: given,
  people = ['lea', 'tom'],
  beacon: wanted = true,
  chats: others = [],
  team: more = {},
  time = { now: saturday },
  local: own = {},
}: {
  store?: Store
  people?: string[]
  beacon?: boolean
  chats?: Chat[]
  team?: Partial<Team>
  time?: { now: Instant }
  /** What the local chat does otherwise than it does. */
  local?: Partial<Chat>
} = {}) {
  const store = given ?? (await emptyStore())
  const team: Team = { ...nimbus, people: [...nimbus.people, ...people.map((id) => member(id))], ...more }
  const { teams, refresh } = await newLiveTeams([team], store)
  const clock = () => time.now
  const { beacon, state: beaconState } = newTestBeacon(clock)
  const { chat, workspace } = newLocalChat({ teams, store, clock })
  const chats = new Map<ChatName, Chat>([{ ...chat, ...own }, ...others].map((one) => [one.name, one]))
  const chain = async () => (wanted ? quicknet : null)
  const bot = newBot({ teams, store, commands, clock, log, refresh, chats, chain })
  const living = newLiving({ store, teams, writers: { giveaway: writeGiveaway }, clock, log, wake: () => {} })
  const giveaways = newGiveaways({
    store,
    teams,
    chats,
    beacon: wanted ? beacon : null,
    clock,
    log,
    wake: () => {},
  })
  const tell = newTelling({ store, chats, teams, clock, log, owner: 'this test' })
  await chat.start(bot)

  /** Everything that is due at this moment happens. */
  async function settle() {
    for (let round = 0; round < 12; round++) {
      await giveaways.look()
      await living.look()
      let told = 0
      for (;;) {
        const due = await store.deliveries.due(clock(), [], 'this test')
        if (due.length === 0) break
        for (const one of due) await tell(one)
        told += due.length
      }
      if (told === 0 && round > 1) return
    }
  }

  /** Lets this much time (ms) go by. */
  async function after(length: number) {
    time.now += length
    await settle()
  }

  /** All that somebody sees of Vigie in a channel, threads too, oldest first. */
  async function seen(user: string, channel = 'communaute') {
    const rows = await store.localMessages.history(channel, user, { most: 200 })
    return rows.flatMap((row) =>
      row.payload
        ? [
            {
              id: row.id,
              thread: row.thread,
              payload: row.payload,
              message: JSON.parse(row.payload) as Message,
            },
          ]
        : [],
    )
  }

  const wordsOf = (message: Message) => read(message).replaceAll(/[\u00a0\u202f]/g, ' ')

  function person(user: string) {
    /** What came of it: what this person sees that they did not see before. */
    async function doing(act: () => Promise<unknown>, channel: string) {
      const before = new Set((await seen(user, channel)).map(({ id, payload }) => id + payload))
      await act()
      const fresh = (await seen(user, channel)).filter(({ id, payload }) => !before.has(id + payload))
      return fresh.at(-1)?.message ?? { text: undefined }
    }
    return {
      user,
      types: (line: string, channel = 'communaute', values?: Record<string, string>) =>
        doing(async () => {
          const { form, token } = await workspace.type(user, channel, line)
          if (form && values && token) await workspace.submit(user, token, values)
          else if (form) throw new Error(`a form: ${form.title}`)
        }, channel),
      form: async (line: string, channel = 'communaute') => (await workspace.type(user, channel, line)).form,
      /** Presses a button of the newest message that has one of this label; gives what they are told. */
      presses: (label: string, values?: Record<string, string>, channel = 'communaute') =>
        doing(async () => {
          const all = (await seen(user, channel)).toReversed()
          const on = all.find(({ message }) => buttonsOf(message).some((one) => one.label === label))
          if (!on) throw new Error(`${user} sees no button “${label}”`)
          const { action, value, about } = buttonsOf(on.message).find((one) => one.label === label)!
          const { form, token } = await workspace.press(user, channel, on.id, {
            action,
            ...(value ? { value } : {}),
            ...(about ? { about } : {}),
          })
          if (form && token) await workspace.submit(user, token, values ?? {})
        }, channel),
      sees: async (channel = 'communaute') =>
        (await seen(user, channel)).map(({ message }) => wordsOf(message)),
    }
  }

  return {
    store,
    team,
    teams,
    bot,
    chat,
    workspace,
    time,
    clock,
    living,
    giveaways,
    beacon: beaconState,
    settle,
    after,
    seen,
    person,
    mia: person('mia'),
    noor: person('noor'),
    theo: person('theo'),
    ravi: person('ravi'),
    lea: person('lea'),
    tom: person('tom'),
    wordsOf,
  }
}

const buttonsOf = (message: Message) => [
  ...(message.buttons ?? []),
  ...(message.items ?? []).flatMap(({ buttons }) => buttons ?? []),
]
