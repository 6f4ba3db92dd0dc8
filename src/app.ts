import type { Logger } from 'pino'
import { commands } from '../commands/index.ts'
import { newAdding } from './adding.ts'
import { newAnalysis } from './analysis/analysis.ts'
import { newStories, traceFrom } from './analysis/stories.ts'
import { newBot } from './bot.ts'
import type { Chat } from './chat/chat.ts'
import { newLocalChat } from './chat/local/local.ts'
import { newSender } from './delivery/sender.ts'
import { newDoor } from './http.ts'
import { type Batch, newIntake, storyLength } from './intake.ts'
import type { ChatName } from './model/person.ts'
import type { Instant } from './model/post.ts'
import type { Team } from './model/team.ts'
import { newDigests } from './schedule/digest.ts'
import { newPolling } from './schedule/feeds.ts'
import { tellFirstFetches } from './schedule/first.ts'
import { newForgetting } from './schedule/forget.ts'
import { newSamples } from './schedule/samples.ts'
import { ownSecret } from './settings/own-secret.ts'
import type { Settings } from './settings/settings.ts'
import { userAgentOf } from './settings/user-agent.ts'
import { alone } from './store/alone.ts'
import { samplesOf } from './store/feeds.ts'
import { openStore } from './store/store.ts'
import { sayIn } from './texts/texts.ts'
import { newTopics } from './topics.ts'
import { newWebServer } from './web/server.ts'

/** Builds the parts in the order of a post's way, and starts and stops them. `start` gives the workspace's address. */
export async function newApp(
  { teams: set, environment }: Settings,
  { log, clock = Date.now }: { log: Logger; clock?: () => Instant },
) {
  const { data, databaseUrl } = environment
  const complain = (error: Error) => log.warn({ reason: error.message }, 'the database does not answer')
  const store = await openStore(data, { url: databaseUrl, complain })
  // Several processes share a PostgreSQL server, never a SQLite file.
  const letGo = databaseUrl ? () => {} : alone(data)
  const { teams, refresh } = await newTopics(set.map(withOperator), store)
  const secret = environment.secret ?? (await ownSecret(environment.data))

  const door = newDoor({ allowPrivate: environment.allowPrivate, userAgent: userAgentOf(environment) })
  const analysis = newAnalysis()
  const local = newLocalChat({ teams, store, clock })
  const chats = new Map<ChatName, Chat>([['local', local.chat]])
  const sender = newSender({ store, chats, teams, clock, log })
  const stories = newStories()
  const intake = newIntake({ store, teams, analysis, stories, secret, clock, refresh })
  const hear = async (batch: Batch) => {
    const taken = await intake(batch)
    sender.wake()
    return taken
  }
  const add = newAdding({ store, hear })
  const bot = newBot({ teams, store, commands, clock, log, hear: add, refresh, done: sender.wake })

  const first = async () => {
    if (await tellFirstFetches(store, teams, clock())) sender.wake()
  }
  const polling = newPolling({ store, door, clock, log, hear, first })
  const samples = newSamples({ store, teams, clock, log, hear })
  const digests = newDigests({ store, teams, clock, log, wake: sender.wake })
  const forgetting = newForgetting({ store, teams, stories, storyLength, clock, log })
  const health = async () => ({ deliveries: await store.deliveries.counts(), teams: teams.length })
  const web = newWebServer({ workspace: local.workspace, port: environment.port, health, log })

  async function start(): Promise<string> {
    await store.feeds.onlyFor(teams.map(({ name }) => name))
    for (const team of teams) await store.feeds.watch(team.name, sourcesOf(team), clock())
    for (const chat of chats.values()) await chat.start(bot)
    const address = await web.start()
    await forgetting.start()
    for (const { trace, ...kept } of await store.storyTraces.since(clock() - storyLength))
      stories.recall({ ...kept, trace: traceFrom(trace) })
    await sender.start()
    await digests.start()
    await samples.start()
    polling.start()
    return address
  }

  /** What is under way is finished first; what waits is told after the next start. */
  async function stop() {
    const polled = polling.stop()
    await door.close()
    await Promise.all([polled, samples.stop(), digests.stop(), forgetting.stop()])
    await web.stop()
    await sender.stop()
    for (const chat of chats.values()) await chat.stop()
    await store.close()
    letGo()
  }

  return { start, stop }
}

const sourcesOf = (team: Team) =>
  team.sources.map((source) => ({
    name: source.name,
    url: source.kind === 'feed' ? source.url : samplesOf(team.name),
  }))

/**
 * Who sits at the machine of a real team is its operator, under one name that cannot be switched; the people
 * to be belong to sample teams alone.
 */
function withOperator(team: Team): Team {
  if (team.sample) return team
  const accounts = [{ chat: 'local' as const, workspace: 'local', user: 'operator' }]
  const name = sayIn(team.locale).plain('bot.operator')
  const people = team.people.map((person) => ({
    ...person,
    accounts: person.accounts.filter(({ chat }) => chat !== 'local'),
  }))
  return {
    ...team,
    people: [...people, { id: 'operator', name, locale: team.locale, role: 'admin', accounts }],
  }
}
