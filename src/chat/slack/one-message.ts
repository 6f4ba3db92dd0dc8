import { setTimeout as after } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Unavailable } from '../../model/oops.ts'
import type { Instant } from '../../model/post.ts'
import { minute } from '../../model/time.ts'
import type { Slack } from './client.ts'
import type { SlackSaid } from './said.ts'

/**
 * One message, wherever it stands: in a channel, or in a thread of it; null where Vigie may not see it. What many react
 * to is read once in a while: what a message is about stays.
 */
export function newMessageReader({ slack, clock, log }: { slack: Slack; clock: () => Instant; log: Logger }) {
  const lately = new Map<string, { at: Instant; said: Promise<SlackSaid | null> }>()

  async function readOne(channel: string, ts: string): Promise<SlackSaid | null> {
    const key = `${channel}/${ts}`
    const kept = lately.get(key)
    if (kept && clock() - kept.at < freshness) return kept.said
    const said = patiently(channel, ts).catch((err) => {
      lately.delete(key)
      log.warn({ err, channel }, 'a message that somebody reacted to could not be read')
      return null
    })
    lately.set(key, { at: clock(), said })
    if (lately.size > mostLately) lately.delete(lately.keys().next().value!)
    return said
  }

  async function patiently(channel: string, ts: string) {
    try {
      return await read(channel, ts)
    } catch (error) {
      const { retryAfter, refused } = error as Unavailable
      if (refused || (retryAfter ?? 0) > longestRest) throw error
      await after(retryAfter ?? shortRest)
      return read(channel, ts)
    }
  }

  async function read(channel: string, ts: string): Promise<SlackSaid | null> {
    const one = { channel, latest: ts, oldest: ts, inclusive: true, limit: 1, include_all_metadata: true }
    const of = (said: { messages?: unknown }) =>
      ((said.messages ?? []) as SlackSaid[]).find((message) => message.ts === ts)
    const above = of(await slack.ask((client) => client.conversations.history(one)))
    return above ?? of(await slack.ask((client) => client.conversations.replies({ ...one, ts }))) ?? null
  }

  return readOne
}

const freshness = 10 * minute
const mostLately = 500
const longestRest = minute
const shortRest = 1_000
