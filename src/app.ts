import type { Logger } from 'pino'
import { commands } from '../commands/index.ts'
import { newAdding } from './adding.ts'
import { newAnalysis } from './analysis/analysis.ts'
import { newStories } from './analysis/stories.ts'
import { newRecall } from './analysis/stories-recall.ts'
import { newBot } from './bot.ts'
import type { Chat } from './chat/chat.ts'
import { newLocalChat } from './chat/local/local.ts'
import { newCommunity } from './community.ts'
import { connected } from './connecting.ts'
import { writeGiveaway } from './delivery/giveaway.ts'
import { writeIncident } from './delivery/incident.ts'
import { newLiving } from './delivery/living.ts'
import { writePoll } from './delivery/poll-life.ts'
import { writeReply } from './delivery/reply.ts'
import { newDrafter } from './delivery/reply-drafter.ts'
import { writeReportAsk } from './delivery/report-ask.ts'
import { newSender } from './delivery/sender.ts'
import { modelOf } from './drafting/model.ts'
import { beaconOf } from './draw/beacon.ts'
import { newHealth } from './health/health.ts'
import { newMeasures } from './health/measures.ts'
import { newPulse } from './health/pulse.ts'
import { newDoor } from './http.ts'
import { type Batch, judging, newIntake, storyLength } from './intake.ts'
import { newLiveTeams } from './live-teams.ts'
import type { Incident } from './model/incident.ts'
import { Oops } from './model/oops.ts'
import type { ChatName } from './model/person.ts'
import type { Instant } from './model/post.ts'
import type { Team } from './model/team.ts'
import { trustedHosts } from './publish/way-out.ts'
import { incidentChart } from './reports/curve-chart.ts'
import { proofOfDraw } from './reports/giveaway-proof.ts'
import { drawPoll } from './reports/poll-chart.ts'
import { newCounting } from './schedule/counting.ts'
import { newDigests } from './schedule/digest.ts'
import { newDrills } from './schedule/drills.ts'
import { newPolling } from './schedule/feeds.ts'
import { tellFirstFetches } from './schedule/first.ts'
import { newFirstReading } from './schedule/first-reading.ts'
import { newFollowing } from './schedule/following.ts'
import { newForgetting } from './schedule/forget.ts'
import { newGiveaways } from './schedule/giveaways.ts'
import { newGoals } from './schedule/goals.ts'
import { newHolder } from './schedule/holder.ts'
import type { ImportRows } from './schedule/hook-work.ts'
import { newIncidents } from './schedule/incidents.ts'
import { newListening } from './schedule/listening.ts'
import { newLostSources } from './schedule/lost.ts'
import { newMails } from './schedule/mails.ts'
import { newNoticing } from './schedule/noticing.ts'
import { newPolls } from './schedule/polls.ts'
import { newPostChanges } from './schedule/post-changes.ts'
import { newPromises } from './schedule/promises.ts'
import { newPublishing } from './schedule/publishing.ts'
import { newReceived } from './schedule/received.ts'
import { newRefreshing } from './schedule/refreshing.ts'
import { newReplies } from './schedule/replies.ts'
import { newReports } from './schedule/reports.ts'
import { newRolling } from './schedule/rolling.ts'
import { newRules } from './schedule/rules.ts'
import { newSamples } from './schedule/samples.ts'
import { newSearching } from './schedule/searching.ts'
import { newSubscriptions } from './schedule/subscriptions.ts'
import type { Settings } from './settings/settings.ts'
import { userAgentOf } from './settings/user-agent.ts'
import { searchHosts } from './sources/places/trusted.ts'
import { accountHosts } from './sources/platforms/hosts.ts'
import { alone } from './store/alone.ts'
import { samplesOf } from './store/feeds.ts'
import { sealWith } from './store/seal.ts'
import { secretOf } from './store/secret.ts'
import { openStore, type Store } from './store/store.ts'
import { sayIn } from './texts/texts.ts'
import { newPublicServer } from './web/public.ts'
import { newWebServer } from './web/server.ts'

/** Builds the parts in the order of a post's way, and starts and stops them. `start` gives the workspace's address. */
export async function newApp(
  { teams: set, environment, connections }: Settings,
  { log, clock = Date.now, chats: others = [] }: { log: Logger; clock?: () => Instant; chats?: Chat[] },
) {
  const { data, databaseUrl } = environment
  const complain = (error: Error) => log.warn({ reason: error.message }, 'the database does not answer')
  // Several processes share a PostgreSQL server, never a SQLite file: nothing in it is touched before.
  const letGo = databaseUrl ? () => {} : await alone(data)
  const store = await openStore(data, { url: databaseUrl, complain })
  const { teams, refresh } = await newLiveTeams(set.map(withOperator), store)
  const secret = await secretOf(environment, store)

  const door = newDoor({ allowPrivate: environment.allowPrivate, userAgent: userAgentOf(environment) })
  // Where an operator says that a search asks is trusted, in the house too; other addresses are not.
  const searchDoor = newDoor({
    allowPrivate: [...environment.allowPrivate, ...searchHosts(set)],
    userAgent: userAgentOf(environment),
  })
  const accounts = set.flatMap(({ searchAccounts = [] }) => searchAccounts)
  const search = newSearching({ store, door: searchDoor, accounts, clock })
  const analysis = newAnalysis()
  const local = newLocalChat({ teams, store, clock })
  const measures = newMeasures({ store, teams, commands, clock })
  const theirs = await connected(connections, { environment, teams, commands, store, clock, log })
  const chats = new Map<ChatName, Chat>(
    [local.chat, ...theirs, ...others].map((chat) => [chat.name, measures.counted(chat)]),
  )
  const [sending, looking] = [newPulse(clock), newPulse(clock)]
  const sender = newSender({ store, chats, teams, clock: sending.clock, log })
  const stories = newStories()
  const recall = newRecall(stories, storyLength)
  const intake = newIntake({ store, teams, analysis, stories, recall, secret, clock, refresh })
  const hear = async (batch: Batch) => {
    const taken = await intake(batch)
    measures.heard(batch, taken)
    if (batch.deleted) changed()
    sender.wake()
    replies.wake()
    promises.wake()
    return taken
  }
  const add = newAdding({ store, hear })
  const community = newCommunity({ store, teams, chats, analysis, hear, secret, clock, log })
  const seal = sealWith(secret)
  const living = newLiving({
    store,
    teams,
    writers: {
      poll: writePoll,
      giveaway: writeGiveaway,
      crisis: writeIncident,
      reply: writeReply,
      report: writeReportAsk,
    },
    clock,
    log,
    wake: sender.wake,
  })
  const tell = () => {
    living.wake()
    sender.wake()
  }
  const polls = newPolls({ store, teams, seal, draw: drawPoll, clock, log, wake: tell })
  const noticed = () => {
    tell()
    incidents.wake()
  }
  const { start: begin, stop: end } = newNoticing({ store, teams, clock, log, wake: noticed })
  const noticing = newHolder({ name: 'noticing', begin, end, store, clock, log })
  const draw = (team: Team, incident: Incident, now: Instant) =>
    incidentChart(store, team, incident, sayIn(team.locale), now)
  const incidents = newIncidents({ store, teams, chats, draw, clock, log, wake: tell })
  const drills = newDrills({ store, teams, clock, log, wake: tell })
  const { start: watchRules, stop: leaveRules } = newRules({ store, teams, clock, log, wake: noticed })
  const rules = newHolder({ name: 'rules', begin: watchRules, end: leaveRules, store, clock, log })
  const { start: watchGoals, stop: leaveGoals } = newGoals({ store, teams, clock, log, wake: sender.wake })
  const goals = newHolder({ name: 'goals', begin: watchGoals, end: leaveGoals, store, clock, log })
  const promises = newPromises({ store, teams, chats, clock, log, wake: tell })
  const beacon = beaconOf(environment)
  const giveaways = newGiveaways({ store, teams, chats, beacon, clock, log, wake: tell })
  const drafts = newDrafter({ store, model: modelOf(environment) })
  const replies = newReplies({ store, teams, drafts, clock, log, wake: tell })
  const doorOut = newDoor({
    allowPrivate: [...environment.allowPrivate, ...trustedHosts(set)],
    userAgent: userAgentOf(environment),
  })
  const publishing = newPublishing({ store, teams, door: doorOut, clock, log, done: tell })
  const countingDoor = newDoor({
    allowPrivate: [...environment.allowPrivate, ...accountHosts(set)],
    userAgent: userAgentOf(environment),
  })
  const counting = newCounting({ store, teams, chats, door: countingDoor, clock, log })
  /** What somebody did may have to be told, or ends something. */
  const done = () => {
    tell()
    polls.wake()
    incidents.wake()
    drills.wake()
    giveaways.wake()
    promises.wake()
    replies.wake()
    publishing.wake()
    reports.wake()
    mails.wake()
  }
  const bot = measures.timed(
    newBot({
      teams,
      store,
      commands,
      clock,
      log,
      hear: add,
      refresh,
      chats,
      overhear: community.overhear,
      done,
      seal,
      chain: async () => (await beacon?.chain()) ?? null,
      publicUrl: environment.publicDoor?.url ?? null,
      door,
      drafts,
      firstReading: newFirstReading(store),
      search,
    }),
  )

  const lostSources = newLostSources({ store, teams, clock })
  const follow = newFollowing({ store, teams, refresh, clock, log })
  const first = async () => {
    await follow()
    const filed = await tellFirstFetches(store, teams, clock())
    const lost = await lostSources()
    if (filed || lost) sender.wake()
  }
  const polling = newPolling({
    ...{ store, door, search, clock: looking.clock, log, hear, first },
    onRead: measures.read,
  })
  const base = environment.publicDoor?.url ?? null
  const subscriptions = newSubscriptions({ store, door, base, secret, clock, log, hear })
  const importRows = newImportRows({ store, clock, log })
  const postChanges = newPostChanges({
    ...{ store, teams, clock, log },
    judging: judging(teams, analysis, { clock, refresh }),
    wake: done,
  })
  const changed = () => postChanges.wake()
  const refreshing = newRefreshing({
    ...{ store, teams, door: searchDoor, accounts, clock, log, changed },
    wake: sender.wake,
  })
  const received = newReceived({ store, teams, hear, importRows, changed, clock, log })
  const samples = newSamples({ store, teams, clock, log, hear })
  const digests = newDigests({ store, teams, clock, log, wake: sender.wake })
  const mails = newMails({ store, teams, clock, log, wake: tell })
  const composing = () => {
    tell()
    mails.wake()
  }
  const reports = newReports({ store, teams, clock, log, wake: composing })
  const rolling = newRolling({ store, teams, log })
  const forgetting = newForgetting({ store, teams, stories, storyLength, clock, log })
  const health = newHealth({
    teams: teams.length,
    counts: store.deliveries.counts,
    sender: { pulse: sending, wake: sender.wake },
    polling: looking,
  })
  const listening = newListening(community.look)
  const jobs = [...chats.values()]
    .flatMap(({ jobs = [] }) => jobs)
    .map((job) => newHolder({ ...job, store, clock, log }))
  const doors = [...chats.values()].flatMap((chat) => chat.doors ?? [])
  const outside = environment.publicDoor
    ? newPublicServer({
        port: environment.publicDoor.port,
        doors,
        findProof: (draw) => proofOfDraw(store, draw, { teams, chats }),
        figures: { store, teams, clock },
        hubs: subscriptions.answers,
        hooks: received.answers,
        log,
      })
    : null
  const { port } = environment
  const web = newWebServer({ workspace: local.workspace, port, health, metrics: measures.text, log })

  async function start(): Promise<string> {
    await store.feeds.onlyFor(teams.map(({ name }) => name))
    for (const team of teams)
      await store.together(async (store) => {
        await store.turns.take()
        await store.feeds.watch(team.name, sourcesOf(team), clock())
      })
    // A port that is taken ends the start before anybody is spoken to.
    await local.chat.start(bot)
    const address = await web.start()
    await outside?.start()
    await forgetting.start()
    await recall(store.storyTraces, clock())
    await sender.start()
    await digests.start()
    reports.start()
    await mails.start()
    living.start()
    await polls.start()
    await giveaways.start()
    await promises.start()
    await replies.start()
    await publishing.start()
    await incidents.start()
    await drills.start()
    await rules.start()
    await goals.start()
    await noticing.start()
    await samples.start()
    rolling.start()
    polling.start()
    subscriptions.start()
    received.start()
    await postChanges.start()
    void refreshing.start()
    // A platform that does not answer holds up nobody's page.
    coming = come().catch((err) => log.error({ err }, 'what the chats need did not come up'))
    return address
  }

  let coming: Promise<void> = Promise.resolve()
  async function come() {
    const started = await Promise.allSettled([...theirs, ...others].map((chat) => chat.start(bot)))
    for (const one of started)
      if (one.status === 'rejected') log.error({ err: one.reason }, 'a chat did not come up')
    // What was asked to stop meanwhile begins nothing more.
    for (const job of jobs) if (!stopping) await job.start()
    if (!stopping) await listening.start()
    if (!stopping) await counting.start()
  }

  let stopping = false

  /** What is under way is finished first; what waits is told after the next start. */
  async function stop() {
    stopping = true
    const polled = polling.stop()
    const published = publishing.stop()
    const looked = refreshing.stop()
    await door.close()
    await searchDoor.close()
    await beacon?.close()
    await Promise.all([
      polled,
      subscriptions.stop(),
      received.stop(),
      looked,
      samples.stop(),
      digests.stop(),
      forgetting.stop(),
      rolling.stop(),
    ])
    await postChanges.stop()
    await web.stop()
    measures.stop()
    await polls.stop()
    await giveaways.stop()
    await promises.stop()
    await replies.stop()
    await published
    await doorOut.close()
    await reports.stop()
    await mails.stop()
    await noticing.stop()
    await incidents.stop()
    await drills.stop()
    await rules.stop()
    await goals.stop()
    await living.stop()
    await sender.stop()
    await outside?.stop()
    await listening.stop()
    await counting.stop()
    await countingDoor.close()
    for (const job of jobs) await job.stop()
    for (const chat of chats.values()) await chat.stop()
    await coming
    await store.close()
    letGo()
  }

  return { start, stop, teams }
}

/** Numbers that a webhook was sent; what is wrong with them would be as wrong the next time. */
const newImportRows =
  ({ store, clock, log }: { store: Store; clock: () => Instant; log: Logger }): ImportRows =>
  async (team, rows, { source }) => {
    const { importMeasures } = await import('./import/measures.ts')
    let wrong = 0
    const complain = (why: Oops, row?: number) => {
      wrong++
      log.warn(
        { team: team.name, source, row, reason: why.key, ...why.values },
        'numbers cannot be taken over',
      )
    }
    try {
      await importMeasures(store, team, rows, {
        ...{ source, by: source, now: clock() },
        wrong: (row, why) => complain(why, row),
      })
    } catch (error) {
      if (!(error instanceof Oops)) throw error
      complain(error)
    }
    return { wrong }
  }

/** Those of the settings: what was added in the chat is in the store already. */
const sourcesOf = (team: Team) =>
  team.sources
    .filter(({ added }) => !added)
    .map((source) => ({
      name: source.name,
      url: source.kind === 'feed' ? source.url : samplesOf(team.name),
      every: source.every,
      paused: source.paused,
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
