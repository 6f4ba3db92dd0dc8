import type { Bot, Chat, Heard } from '../chat/chat.ts'
import type { Command } from '../chat/command.ts'
import { isCalled } from '../chat/usage.ts'
import type { Instant } from '../model/post.ts'
import type { Team } from '../model/team.ts'
import { folded } from '../model/words.ts'
import type { Store } from '../store/store.ts'
import { atOnce, within } from './patience.ts'
import { measureProcess } from './process.ts'
import { newFigures, type Reading } from './prometheus.ts'

type Heardful = { source: string; sample?: boolean; byHand?: { how: string }; history?: boolean }
type Taken = { filed: number; mentions: Record<string, number> }
type Parts = { store: Store; teams: Team[]; commands: Command[]; clock: () => Instant }

/**
 * What Vigie measures of itself, for Prometheus. Counters are this process's own; what comes from the store is the
 * same in every process that shares it. Labels hold names of ours only: states, chats, teams, commands.
 */
export function newMeasures({ store, teams, commands, clock }: Parts) {
  const figures = newFigures()
  const { counter, level, spread } = figures

  const told = counter('vigie_deliveries_told_total', 'Messages that a chat took, by chat.')
  const refused = counter('vigie_deliveries_failed_total', 'Tries to tell a message that failed, by chat.')
  const posts = counter('vigie_posts_heard_total', 'Posts that were new, by kind of source.')
  const mentions = counter('vigie_mentions_total', 'Mentions that were found, by team.')
  const reads = counter('vigie_feed_reads_total', 'Readings of feeds: changed, unchanged or failed.')
  const took = spread(
    'vigie_command_seconds',
    'How long answers to commands and buttons took, by command.',
    [0.01, 0.025, 0.05, 0.1, 0.3, 1, 3, 10],
  )
  const delay = spread(
    'vigie_alert_delay_seconds',
    'From when a post was published, or heard, until its alert was told; held: whether quiet hours held it back.',
    [1, 5, 10, 30, 60, 300, 900, 3600, 14_400, 43_200, 86_400],
  )
  level(
    'vigie_deliveries',
    'Deliveries in the store, by state and chat (the same in every process).',
    remembered(async () =>
      (await store.deliveryList.states()).map(({ chat, state, count }) => ({
        labels: { state, chat },
        value: count,
      })),
    ),
  )
  level(
    'vigie_feeds',
    'Watched feeds: fine, failing, or waiting for their first reading (the same in every process).',
    remembered(async () =>
      Object.entries(await store.sourceActivity.states()).map(([state, value]) => ({
        labels: { state },
        value,
      })),
    ),
  )
  const stopProcess = measureProcess(figures)

  for (const { name } of teams) mentions({ team: name }, 0)
  for (const outcome of outcomes) reads({ outcome }, 0)

  /** Counts what a batch brought. */
  function heard(batch: Heardful, { filed, mentions: found }: Taken) {
    posts({ source: kindOf(batch) }, filed)
    for (const [team, count] of Object.entries(found)) mentions({ team }, count)
  }

  /** The same bot, whose answers are timed. */
  const timed = (bot: Bot): Bot => ({
    ...bot,
    async answer(heard) {
      const began = performance.now()
      const answer = await bot.answer(heard)
      took({ command: commandOf(heard, commands) }, (performance.now() - began) / 1000)
      return answer
    },
  })

  /** The same chat, whose deliveries are counted. */
  function counted(chat: Chat): Chat {
    const labels = { chat: chat.name }
    told(labels, 0)
    refused(labels, 0)
    const say: Chat['say'] = async (channel, message, more) => {
      const said = await chat.say(channel, message, more).catch((error) => {
        if (more?.delivery) refused(labels)
        throw error
      })
      if (more?.delivery) {
        told(labels)
        // Nobody waits for figures, and nothing fails for want of them.
        void measureDelay(more.delivery, clock()).catch(() => {})
      }
      return said
    }
    return new Proxy(chat, {
      get(chat, name) {
        const own: unknown = Reflect.get(chat, name)
        return name === 'say' ? say : typeof own === 'function' ? own.bind(chat) : own
      },
    })
  }

  async function measureDelay(delivery: string, now: Instant) {
    const times = await store.deliveryList.timesOf(delivery)
    if (!times) return
    const held = times.held ? 'yes' : 'no'
    const seconds = (at: Instant) => Math.max(now - at, 0) / 1000
    delay({ since: 'heard', held }, seconds(times.heard))
    if (times.published !== null) delay({ since: 'published', held }, seconds(times.published))
  }

  const read = (outcome: Outcome) => reads({ outcome })

  return { heard, timed, counted, read, text: figures.text, stop: stopProcess }
}

export type Measures = ReturnType<typeof newMeasures>

const outcomes = ['changed', 'unchanged', 'failed'] as const
export type Outcome = (typeof outcomes)[number]

/** A store that does not answer is not waited for: its figures are left out. */
const remembered = (read: () => Promise<Reading[]>) => {
  const once = atOnce(read)
  return async () => (await within(patience, once)) ?? []
}

const patience = 2_000

const kindOf = ({ sample, byHand, history }: Heardful) =>
  sample ? 'samples' : byHand ? byHand.how : history ? 'import' : 'feed'

/** The command that answers, by the name it was declared with: what people type is no label. */
function commandOf(heard: Heard, commands: Command[]): string {
  const named = (name: string) => commands.find((one) => isCalled(one, name))?.name
  if (heard.kind === 'reaction') return named((heard.about ?? '').split(':')[0]!) ?? 'none'
  if (heard.kind !== 'command') return named(heard.action.split('.')[0]!) ?? 'none'
  const typed = `${heard.command} ${heard.text}`.trim().toLowerCase().split(/\s+/, 3)
  const [first = '', verb = ''] =
    typed[0] === 'vigie' ? [(typed[1] ?? 'help').replace(/^\//, ''), typed[2]] : typed
  return named(`${first} ${folded(verb)}`) ?? named(first) ?? 'none'
}
