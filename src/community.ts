import type { Logger } from 'pino'
import { isQuestion } from './analysis/question.ts'
import type { Chat, HeardMessage, Overheard } from './chat/chat.ts'
import type { Message } from './chat/message.ts'
import type { Analysis } from './model/mood.ts'
import { type Account, type ChatName, kindOfChat } from './model/person.ts'
import type { Instant, Post } from './model/post.ts'
import { type Place, placeKey, type Team } from './model/team.ts'
import { dayIn, hour, quietUntil } from './model/time.ts'
import { authorKey } from './store/author.ts'
import type { Store } from './store/store.ts'
import { sayIn } from './texts/texts.ts'

type Batch = { source: string; outlet: string; teams: string[]; posts: Post[]; passing: true }

/**
 * Hears what a community says in the channels where its team listens and the topic says so: what concerns a topic
 * goes the way of every post, moods are counted without names, questions wait for an answer and are told when none
 * comes, newcomers for a greeting. `look` asks each channel's topic again.
 */
export function newCommunity(parts: {
  store: Store
  teams: Team[]
  chats: ReadonlyMap<ChatName, Chat>
  analysis: Analysis
  hear: (batch: Batch) => Promise<unknown>
  secret: string
  clock: () => Instant
  log: Logger
}) {
  const { store, teams, chats, analysis, hear, secret, clock, log } = parts
  /** Channels whose topic tells their members. */
  let told = new Set<string>()

  async function look() {
    const next = new Set<string>()
    for (const team of teams)
      for (const place of team.listens ?? []) {
        const words = sayIn(team.locale).plain('community.notice', { team: team.title })
        const key = placeKey(place)
        const chat = chats.get(place.chat)
        try {
          const lack = chat?.announce ? await chat.announce(place.channel, words) : { key: 'cannot listen' }
          if (lack === null) {
            next.add(key)
            await store.community.listened(team.name, place, dayIn(clock(), team.timeZone))
          } else
            log.warn({ channel: key, reason: lack.key }, 'Vigie does not listen: its members are not told')
        } catch (err) {
          // What the topic said a while ago, it says still.
          if (told.has(key)) next.add(key)
          log.warn({ err, channel: key }, 'the topic of a channel could not be read')
        }
      }
    told = next
  }

  const listening = (said: Overheard) =>
    teams.filter(
      (team) => team.listens?.some((one) => placeKey(one) === placeKey(said)) && told.has(placeKey(said)),
    )

  const keyOf = ({ chat, workspace, user }: Account) => authorKey(secret, `${chat}:${workspace}`, user)

  async function overhear(said: Overheard) {
    if (said.kind === 'joined') return welcome(said)
    if (said.kind === 'left') return passed(said, 'left')
    // What is taken back is taken back wherever Vigie listened before.
    if (said.kind === 'removed') return settle(said.chat, said.message.id)
    const [team] = listening(said)
    if (!team) return
    const author = keyOf(said.account)
    if ((await store.posts.blocked()).has(author)) return
    const { message, answers } = said
    const words = message.text.trim()
    if (words === '') return
    if (said.kind === 'said') await count(team, said, words)
    if (answers) await settle(said.chat, answers, author)
    if (said.to) await store.community.greet(team.name, said.chat, said.to.map(keyOf), clock())
    if (!answers && isQuestion(words, analysis.language(words))) await ask(team, said, message)
    if (said.kind === 'edited') return
    await hear({
      source: `chat:${placeKey(said)}`,
      outlet: `#${said.channel}`,
      teams: [team.name],
      passing: true,
      posts: [postOf(said, message)],
    })
  }

  const settle = (chat: ChatName, message: string, by?: string) =>
    store.together((store) => store.community.settle(chat, message, clock(), by))

  async function count(team: Team, said: Overheard, words: string) {
    const mood = analysis.mood(words, analysis.language(words)).label
    const day = dayIn(said.at, team.timeZone)
    await store.community.count(team.name, said, day, mood)
    const { chat, channel } = said
    const author = keyOf(said.account)
    await store.memberDays.once(team.name, { chat, channel, did: 'spoke', day, author })
  }

  async function ask(team: Team, said: Overheard, { id, text, url }: HeardMessage) {
    const asked = { message: id, author: keyOf(said.account), name: said.name, text, url, at: said.at }
    await store.together(async (store) => {
      const question = await store.community.ask(team.name, said, asked)
      if (question === null) return
      const at = said.at + patience
      const dueAt = quietUntil(at, team.quietHours, team.timeZone) ?? at
      await store.deliveries.add(
        [
          {
            team: team.name,
            rule: 'question',
            about: `question:${question}`,
            place: team.channels.alerts,
            payload: reminder(team, said, asked),
            dueAt,
            held: true,
          },
        ],
        clock(),
      )
    })
  }

  const teamsIn = (chat: ChatName) =>
    teams.filter(({ listens = [] }) =>
      listens.some((place) => place.chat === chat && told.has(placeKey(place))),
    )

  /** Who comes and goes is counted once a day, however often they do; and nobody's name is kept for it. */
  async function passed(said: Overheard, did: 'joined' | 'left') {
    const author = keyOf(said.account)
    if ((await store.posts.blocked()).has(author)) return
    for (const { name, timeZone } of teamsIn(said.chat)) {
      const day = dayIn(said.at, timeZone)
      const measure = did === 'joined' ? 'joins' : 'leaves'
      await store.together(async (store) => {
        const fresh = await store.memberDays.once(name, { chat: said.chat, channel: '', did, day, author })
        if (fresh) await store.measureValues.add(name, { measure, account: said.chat, day }, 1, clock())
      })
    }
  }

  async function welcome(said: Overheard) {
    const teamsThere = teamsIn(said.chat)
    const who = { author: keyOf(said.account), name: said.name, at: said.at }
    if (teamsThere.length === 0 || (await store.posts.blocked()).has(who.author)) return
    for (const team of teamsThere) await store.community.joined(team.name, said.chat, who)
    await passed(said, 'joined')
  }

  return { overhear, look }
}

function reminder(
  team: Team,
  { chat, channel }: Place,
  asked: { name: string; text: string; url: string | null; at: Instant },
): Message {
  const say = sayIn(team.locale)
  return {
    title: say.plain('community.unanswered', { channel }),
    ...(asked.url ? { url: asked.url } : {}),
    items: [
      {
        title: `${asked.name} · #${channel}`,
        quote: asked.text,
        at: asked.at,
        ...(asked.url ? { url: asked.url } : {}),
      },
    ],
    note: say('community.why', {
      hours: patience / hour,
      chat: say.plain(`deliveries.chat-${kindOfChat(chat)}`),
    }),
  }
}

const postOf = (said: Overheard, message: HeardMessage) => ({
  id: message.id,
  url: message.url,
  title: '',
  text: message.text,
  author: said.name,
  publishedAt: said.at,
  updatedAt: null,
  network: kindOfChat(said.chat),
  account: { where: `${said.account.chat}:${said.account.workspace}`, who: said.account.user },
})

/** Milliseconds that a question may wait before the team is told. */
const patience = 4 * hour
