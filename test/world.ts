import pino from 'pino'
import { commands } from '../commands/index.ts'
import { newAdding } from '../src/adding.ts'
import { newAnalysis } from '../src/analysis/analysis.ts'
import { newBot } from '../src/bot.ts'
import type { Chat, Happened, Heard, HeardMessage } from '../src/chat/chat.ts'
import type { Asked } from '../src/chat/command.ts'
import type { Button, Message } from '../src/chat/message.ts'
import { writeIncident } from '../src/delivery/incident.ts'
import { newLiving } from '../src/delivery/living.ts'
import { writePoll } from '../src/delivery/poll-life.ts'
import { writeReply } from '../src/delivery/reply.ts'
import { type Drafter, newDrafter } from '../src/delivery/reply-drafter.ts'
import { writeReportAsk } from '../src/delivery/report-ask.ts'
import type { Door } from '../src/http.ts'
import { newIntake } from '../src/intake.ts'
import { newLiveTeams } from '../src/live-teams.ts'
import { usualDigest } from '../src/model/digest.ts'
import type { ChatName, Person, Role } from '../src/model/person.ts'
import type { Post } from '../src/model/post.ts'
import { readQuery } from '../src/model/query.ts'
import { usualRoutes } from '../src/model/route.ts'
import type { Locale, Team } from '../src/model/team.ts'
import { type Draw, newPolls } from '../src/schedule/polls.ts'
import { newPromises } from '../src/schedule/promises.ts'
import { newReplies } from '../src/schedule/replies.ts'
import type { FirstReading } from '../src/store/added-sources.ts'
import { sealWith } from '../src/store/seal.ts'
import type { Store } from '../src/store/store.ts'
import { nodesOf, textOf } from '../src/texts/marked.ts'
import { emptyStore } from './databases/open.ts'

/** Saturday 21 November 2026, 14:30 in Paris. */
export const saturday = Date.UTC(2026, 10, 21, 13, 30)

const person = (id: string, name: string, role: Role, locale: Locale): Person => ({
  id,
  name,
  role,
  locale,
  accounts: [{ chat: 'local', workspace: 'local', user: id }],
})

const local = (channel: string) => ({ chat: 'local' as const, channel })

/** Nimbus makes lamps in Lyon. Mia and Noor look after its community; Theo is happy, Ravi is not. */
export const nimbus: Team = {
  name: 'nimbus',
  title: 'Nimbus',
  sample: true,
  locale: 'fr',
  timeZone: 'Europe/Paris',
  quietHours: { from: '22:00', to: '07:00' },
  channels: { alerts: local('e-reputation'), watch: local('veille'), community: local('communaute') },
  routes: usualRoutes,
  digest: usualDigest,
  people: [
    person('mia', 'Mia', 'admin', 'fr'),
    person('noor', 'Noor', 'approver', 'en'),
    person('theo', 'Theo', 'member', 'en'),
    person('ravi', 'Ravi', 'member', 'fr'),
  ],
  topics: [
    { name: 'Nimbus', kind: 'brand', query: readQuery('nimbus NOT météo') },
    { name: 'Hélène Vasseur', kind: 'person', query: readQuery('"Hélène Vasseur"') },
    { name: 'Lumeo', kind: 'competitor', query: readQuery('lumeo OR @lumeo') },
    { name: 'Éclairage', kind: 'sector', query: readQuery('éclairage OR #éclairage') },
  ],
  sources: [],
  keep: { texts: 90, counts: 395, unmatched: 7 },
}

/** A small world with a real store, a real bot, and a clock that the test holds. */
export async function newWorld({
  teams: set = [nimbus],
  chats,
  ...given
}: {
  teams?: Team[]
  store?: Store
  chats?: ReadonlyMap<ChatName, Chat>
  door?: Door
  firstReading?: (team: string, key: string) => Promise<FirstReading | null>
  draw?: Draw
  drafts?: Drafter
  publicUrl?: string
  search?: Asked['search']
} = {}) {
  const store = given.store ?? (await emptyStore())
  const { teams, refresh } = await newLiveTeams(set, store)
  const time = { now: saturday }
  const clock = () => time.now
  const log = pino({ level: 'silent' })
  const intake = newIntake({ store, teams, analysis: newAnalysis(), secret: 'of the test', clock, refresh })
  const seal = sealWith('of the test')
  const quiet = { store, teams, clock, log, wake: () => {} }
  const living = newLiving({
    ...quiet,
    writers: { poll: writePoll, crisis: writeIncident, reply: writeReply, report: writeReportAsk },
  })
  const promises = newPromises({ ...quiet, ...(chats ? { chats } : {}) })
  const polls = newPolls({ ...quiet, seal, draw: given.draw ?? (async () => null) })
  const drafts = given.drafts ?? newDrafter({ store, model: null })
  const replies = newReplies({ ...quiet, drafts })
  const bot = newBot({
    teams,
    store,
    commands,
    clock,
    log,
    hear: newAdding({ store, hear: intake }),
    refresh,
    seal,
    drafts,
    ...(chats ? { chats } : {}),
    ...(given.door ? { door: given.door } : {}),
    ...(given.publicUrl ? { publicUrl: given.publicUrl } : {}),
    ...(given.firstReading ? { firstReading: given.firstReading } : {}),
    ...(given.search ? { search: given.search } : {}),
  })
  let posts = 0

  const post = (text: string, more: Partial<Post> = {}): Post => {
    const id = `post-${++posts}`
    const base = { id, url: `https://social.example/${id}`, title: '', text, author: 'ravi' }
    return { ...base, publishedAt: time.now, updatedAt: null, ...more }
  }

  const everybody = teams.map(({ name }) => name)
  type Manner = {
    first?: boolean
    firstFor?: string[]
    sample?: boolean
    source?: string
    outlet?: string
    teams?: string[]
  }
  const hear = (posts: Post[], { first, ...more }: Manner = {}) =>
    intake({
      source: 'feed:1',
      outlet: 'Mastodon',
      teams: everybody,
      posts,
      firstFor: first ? everybody : [],
      ...more,
    })

  /** One post is heard; gives the number of the mention it became. */
  async function heard(
    text: string,
    { by = 'ravi', ...more }: Partial<Post> & { by?: string } = {},
  ): Promise<number> {
    const before = await store.mentions.list('nimbus', {}, { most: 200 })
    await hear([post(text, { author: by, ...more })])
    const known = new Set(before.map(({ id }) => id))
    const fresh = (await store.mentions.list('nimbus', {}, { most: 201 })).filter(({ id }) => !known.has(id))
    if (fresh.length !== 1) throw new Error(`expected one mention, heard ${fresh.length}`)
    return fresh[0]!.id
  }

  /** What waits to be told, oldest first, as it would be said. */
  async function waiting(): Promise<{ channel: string; message: Message; id: string }[]> {
    const all = []
    const busy: string[] = []
    for (;;) {
      const due = await store.deliveries.due(Number.MAX_SAFE_INTEGER, busy)
      if (due.length === 0) return all
      for (const { id, place, payload, wanted } of due) {
        all.push({ id, channel: place.channel, message: payload as Message })
        const { shows = null } = payload as Message
        await store.deliveries.told(id, wanted, { channel: place.channel, id }, time.now, { shows })
      }
    }
  }

  const somebody = (user: string, name: string, more: Partial<Happened> = {}) => {
    const by = (channel: string): Happened => ({
      chat: 'local',
      account: { chat: 'local', workspace: 'local', user },
      name,
      channel,
      at: time.now,
      ...more,
    })
    const reaction = (emoji: string, { about, team }: Message) =>
      ({ ...by('e-reputation'), kind: 'reaction', emoji, about, team }) as const
    const ask = async (heard: Heard) => (await bot.answer(heard)) ?? { text: undefined }
    return {
      before: (line: string, channel = 'e-reputation') => bot.before(commandOf(line, by(channel))),
      types: (
        line: string,
        more: { channel?: string; values?: Record<string, string> } = {},
      ): Promise<Message> =>
        ask({ ...commandOf(line, by(more.channel ?? 'e-reputation')), values: more.values }),
      presses: (label: string, message: Message, values?: Record<string, string>): Promise<Message> => {
        const button = buttonsOf(message).find((one) => one.label === label)
        if (!button)
          throw new Error(`no button “${label}” among ${buttonsOf(message).map((one) => one.label)}`)
        const { action, value } = button
        return ask({
          ...by('e-reputation'),
          kind: 'button',
          action,
          value,
          about: button.about ?? message.about,
          team: message.team,
          values,
        })
      },
      rightClicks: (
        action: string,
        message: Partial<HeardMessage>,
        channel = 'communaute',
      ): Promise<Message> => {
        const ravi = { chat: 'local' as const, workspace: 'local', user: 'ravi' }
        const whole = {
          id: 'local:1',
          by: ravi,
          author: 'Ravi',
          text: '',
          url: null,
          at: time.now,
          ...message,
        }
        return ask({ ...by(channel), kind: 'message-action', action, message: whole })
      },
      chooses: (about: string, value: string, message: Message): Promise<Message> => {
        const menu = message.selects?.find((one) => (one.about ?? message.about) === about)
        if (!menu) throw new Error(`no menu about ${about}`)
        return ask({ ...by('e-reputation'), kind: 'button', action: menu.action, value, about })
      },
      reacts: (emoji: string, message: Message): Promise<Message> => ask(reaction(emoji, message)),
      takesBack: (emoji: string, message: Message): Promise<Message> =>
        ask({ ...reaction(emoji, message), takenBack: true }),
    }
  }

  return {
    store,
    bot,
    living,
    polls,
    promises,
    replies,
    seal,
    clock,
    time,
    post,
    hear,
    heard,
    waiting,
    mia: somebody('mia', 'Mia'),
    noor: somebody('noor', 'Noor'),
    theo: somebody('theo', 'Theo'),
    ravi: somebody('ravi', 'Ravi'),
    stranger: somebody('stranger', 'Zoe'),
    somebody,
  }
}

function commandOf<By>(line: string, by: By) {
  const [, command = '', text = ''] = /^\/(\S+)\s?([\s\S]*)$/u.exec(line) ?? []
  return { ...by, kind: 'command' as const, command, text }
}

const buttonsOf = (message: Message): Button[] => [
  ...(message.buttons ?? []),
  ...(message.items ?? []).flatMap(({ buttons }) => buttons ?? []),
]

/** What a message says, as somebody reads it: without markup. */
export function read({ title, text, items = [], fields = [], note }: Message): string {
  const shown = (words: Message['text']) => (words ? textOf(nodesOf(words)) : null)
  const lines = [
    title,
    shown(text),
    ...items.flatMap((item) => [item.title, item.quote, shown(item.text)]),
    ...fields.map(({ name, value }) => `${name}: ${shown(value)}`),
    shown(note),
  ]
  return lines.filter((line) => line).join('\n')
}
