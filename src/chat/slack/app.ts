import {
  App,
  type BlockAction,
  type MessageShortcut,
  type Receiver,
  type SlashCommand,
  type ViewSubmitAction,
} from '@slack/bolt'
import type { Logger } from 'pino'
import type { Options } from './client.ts'
import type { Changed, Events } from './events.ts'
import type { Interactions } from './interactions.ts'
import type { Introduced } from './introduction.ts'
import type { Sent } from './socket.ts'

type Parts = {
  options: Options
  token: string
  introduced: Introduced
  interactions: Interactions
  events: Events
  log: Logger
}

/**
 * Bolt sorts what Slack sends, and hands it to who hears it. Gives how something sent is put in: it was acknowledged
 * before. Rejects where something of it failed.
 */
export async function newApp({ options, token, introduced, interactions, events, log }: Parts) {
  const app = new App({
    receiver: nobody,
    // Who we are is known: Bolt need not ask, and cannot fail to be told.
    authorize: async () => ({ botToken: token, botId: introduced.bot.id, botUserId: introduced.bot.user }),
    deferInitialization: true,
    convoStore: false,
    logger: options.logger,
    clientOptions: { ...options, retryConfig: { ...options.retryConfig } },
  })
  app.command(/.*/, ({ command }) => interactions.command(command as SlashCommand))
  app.action(/.*/, ({ body }) => interactions.press(body as BlockAction))
  app.shortcut({ type: 'message_action' }, ({ body }) => interactions.shortcut(body as MessageShortcut))
  app.view(/.*/, ({ body }) => interactions.submit(body as ViewSubmitAction))
  app.event('app_mention', ({ event }) => events.told(event as Parameters<Events['told']>[0]))
  app.event('message', ({ event, body }) =>
    events.message(event as Parameters<Events['message']>[0], body.event_id),
  )
  app.event('reaction_added', ({ event, body }) => events.reaction({ event, id: body.event_id }))
  app.event('reaction_removed', ({ event, body }) => events.reaction({ event, id: body.event_id }))
  app.event(changes, ({ event, body }) => events.changed(event as unknown as Changed, body.event_id))
  app.error(async (error) => {
    log.error({ err: error.original ?? error }, 'something heard in Slack was not answered')
  })
  await app.init()

  return async (sent: Sent) => {
    await app.processEvent({ ...sent, ack: async () => {} })
  }
}

const changes =
  /^(?:channel|group)_(?:rename|created|deleted|archive|unarchive|left)$|^member_(?:joined|left)_channel$|^user_change$|^team_join$|^subteam_/

/** What comes is put in by us: by sockets that outlive each other, or by a door of the public port. */
const nobody: Receiver = { init() {}, start: async () => {}, stop: async () => {} }
