import { LogLevel, webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import type { Values } from '../../model/oops.ts'
import { unavailable } from './refusal.ts'

/** Slack's Web API with the manners of somebody who keeps his own time. */
export type Slack = {
  /** Asks once; every failure is an Unavailable. `values` are for the words that people read then. */
  ask<Answer>(call: (client: webApi.WebClient) => Promise<Answer>, values?: Values): Promise<Answer>
  options: Options
}

export type Options = ReturnType<typeof optionsOf>
type Parts = { apiUrl: string | null; timeout: number; log: Logger }

export function newSlack({ token, ...parts }: Parts & { token: string }): Slack {
  const options = optionsOf(parts)
  const client = new webApi.WebClient(token, { ...options })
  return {
    options,
    async ask(call, values) {
      try {
        return await call(client)
      } catch (error) {
        throw unavailable(error, values)
      }
    },
  }
}

/**
 * What every client of the SDK is given, and every receiver: the SDK itself would try ten times, without a limit of
 * time, and hold up all channels where one is limited.
 */
const optionsOf = ({ apiUrl, timeout, log }: Parts) => ({
  ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  retryConfig: { retries: 0, maxTimeout: 5_000 },
  rejectRateLimitedCalls: true,
  timeout,
  logger: quietly(log),
})

/** What the SDK says to itself: of use when somebody looks for a fault, and for nobody else. */
function quietly(log: Logger) {
  const words = (...said: unknown[]) => log.debug({ words: said.map(String).join(' ') }, 'Slack’s SDK')
  return {
    debug: () => {},
    info: () => {},
    warn: words,
    error: words,
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  }
}
