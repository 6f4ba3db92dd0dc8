import { SocketModeReceiver } from '@slack/bolt'
import type { SocketParts } from './socket.ts'

/** The SDK's client of Socket Mode, of which one serves for one connection. */
export type Client = SocketModeReceiver['client']

/** What comes is acknowledged before anything is done, so that not even a connection that ends meanwhile loses it. */
export function newClient({ appToken, options, log, hear }: SocketParts): Client {
  // A fresh copy: the SDK writes into it.
  const clientOptions = { ...options, retryConfig: { ...options.retryConfig } }
  const clientPingTimeout = Math.min(longestSilence, Math.max(options.timeout, 1_000))
  const given = { appToken, autoReconnectEnabled: false, clientPingTimeout, logger: options.logger }
  // Bolt's receiver is never told of an app: it would acknowledge after the app's first steps.
  const { client } = new SocketModeReceiver({ ...given, installerOptions: { clientOptions } })
  guard(client)
  client.on('slack_event', ({ ack, body, retry_num, retry_reason }) => {
    ack().catch((err: unknown) => log.warn({ err }, 'an acknowledgement did not go out'))
    hear({ body, retryNum: retry_num, retryReason: retry_reason })
  })
  return client
}

/** A frame that the SDK cannot read would reject where nobody listens, and end the process. */
function guard(client: Client) {
  const listeners = client.listeners('ws_message') as ((...said: unknown[]) => unknown)[]
  client.removeAllListeners('ws_message')
  for (const hear of listeners)
    client.on('ws_message', (...said: unknown[]) => {
      Promise.resolve(hear(...said)).catch(() => {})
    })
}

/** When a connection is over, or about to be: Slack says so some seconds before. */
export function overOf(client: Client): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  client.on('disconnected', () => resolve())
  client.on('ws_message', (said: unknown) => {
    if (isGoodbye(said)) resolve()
  })
  return promise
}

function isGoodbye(said: unknown): boolean {
  if (typeof said !== 'string' || said.length > longestGoodbye || !said.includes('disconnect')) return false
  try {
    return JSON.parse(said).type === 'disconnect'
  } catch {
    return false
  }
}

/** Says goodbye; who does not answer is left all the same: asked twice, the SDK cuts. Never throws. */
export async function end(client: Client) {
  const over = client.disconnect()
  const timer = setTimeout(() => void client.disconnect().catch(() => {}), patience)
  await over.catch(() => {}).finally(() => clearTimeout(timer))
}

const longestGoodbye = 2_000
/** By then whoever still listens has said goodbye too (ms). */
const patience = 250
/** A connection that answers no ping for that long is none (ms). */
const longestSilence = 5_000
