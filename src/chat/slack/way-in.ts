import type { Logger } from 'pino'
import type { Unavailable } from '../../model/oops.ts'
import type { ChatName } from '../../model/person.ts'
import type { Instant } from '../../model/post.ts'
import type { SlackTokens } from '../../settings/secrets.ts'
import type { Store } from '../../store/store.ts'
import { newApp } from './app.ts'
import type { Slack } from './client.ts'
import { newDoor } from './door.ts'
import type { Events } from './events.ts'
import type { Interactions } from './interactions.ts'
import type { Introduced, Introduction } from './introduction.ts'
import { within } from './meeting.ts'
import { type Guest, type Reception, secretsOf } from './reception.ts'
import { restAfter, unavailable } from './refusal.ts'
import type { Sent } from './socket.ts'

type Parts = {
  name: ChatName
  tokens: SlackTokens
  reception: Reception
  slack: Slack
  introduction: Introduction
  interactions: Interactions
  events: Events
  store: Store
  clock: () => Instant
  log: Logger
}

export type WayIn = ReturnType<typeof newWayIn>

/**
 * How Slack reaches the chat of one workspace: through the reception of its app, by sockets or by a door. Neither before
 * Slack has said who we are: until then it is asked again and again.
 */
export function newWayIn({
  name,
  tokens,
  reception,
  introduction,
  interactions,
  events,
  store,
  clock,
  log,
  slack,
}: Parts) {
  let here: { introduced: Introduced; put(sent: Sent): Promise<void> } | null = null
  let trouble: Unavailable | null = null
  let stopped = Promise.withResolvers<void>()
  let running = false
  const busy = new Set<Promise<void>>()

  const { token, appToken } = tokens
  const { options } = slack
  const path = name === 'slack' ? '/slack/events' : `/${name}/events`
  const secrets = appToken ? [] : secretsOf(tokens)
  const { hear, ready } = reception
  const door =
    secrets.length > 0 ? newDoor({ path, secrets, once: store.once, clock, log, ready, hear }) : null
  const guest: Guest = { known: () => here?.introduced ?? null, take }
  reception.admit(guest)

  function take(sent: Sent) {
    if (!here) return
    const answered = here
      .put(sent)
      .catch((err) => log.error({ err }, 'something heard in Slack was not answered'))
      .finally(() => busy.delete(answered))
    busy.add(answered)
  }

  /** Resolves when Slack is heard, or when the first try failed or takes long. */
  async function start() {
    running = true
    stopped = Promise.withResolvers()
    const tried = Promise.withResolvers<void>()
    void introduce(tried.resolve)
    await within(longestStart, tried.promise)
  }

  async function introduce(tried: () => void) {
    for (let failures = 0; running; failures++) {
      try {
        const introduced = await introduction.ask()
        const put = await newApp({ options, token, introduced, interactions, events, log })
        here = running ? { introduced, put } : null
        trouble = null
        if (running) await reception.enter(guest)
        return tried()
      } catch (error) {
        trouble = unavailable(error)
        const rest = restAfter(failures, trouble)
        log.warn({ err: trouble, seconds: Math.round(rest / 1000) }, 'Slack does not let us in')
        tried()
        await within(rest, stopped.promise)
      }
    }
  }

  /** What was heard is still answered. */
  async function stop() {
    running = false
    stopped.resolve()
    await reception.leave(guest)
    here = null
    await within(options.timeout, Promise.all(busy))
  }

  return {
    start,
    stop,
    doors: door ? [door] : [],
    /** Why Slack does not answer us at all; null when it does. */
    trouble: () => trouble,
    /** `none` where nothing was set by which Slack could be heard. */
    heard: () => (appToken ? 'by sockets' : door ? 'by door' : 'none'),
    connected: reception.connected,
    socketTrouble: reception.trouble,
  }
}

/** Nothing else waits for Slack (ms). */
const longestStart = 5_000
