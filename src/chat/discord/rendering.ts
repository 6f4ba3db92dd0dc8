import type { Logger } from 'pino'
import { Unavailable } from '../../model/oops.ts'
import type { Store } from '../../store/store.ts'
import type { Say } from '../../texts/texts.ts'
import type { Message } from '../message.ts'
import { keepWhole } from '../whole.ts'
import { type RenderedDiscord, type RenderMore, renderDiscord } from './render.ts'
import type { Server } from './server.ts'

/**
 * A message as Discord takes it; what found no room is kept, behind a button. `key` names it there, where it is no
 * delivery. Throws Unavailable, refused, where it cannot be shown at all.
 */
export function newRendering({
  server,
  store,
  log,
}: {
  server: Server
  store: Pick<Store, 'memory'>
  log: Logger
}) {
  return async function rendered(
    message: Message,
    say: Say,
    { key, ...more }: RenderMore & { key?: string } = {},
  ): Promise<RenderedDiscord> {
    const channels = (message.selects ?? []).some(({ of }) => of === 'channels')
      ? new Map((await server.channels()).map(({ id, name }) => [name, id]))
      : undefined
    try {
      const first = renderDiscord(message, say, { ...more, channels })
      // What only passes is not kept anywhere: who votes in an anonymous poll counts on that.
      if (!first.cut || message.fleeting) return first
      const whole = await keepWhole(store.memory, message, key ?? more.delivery)
      return renderDiscord(message, say, { ...more, channels, whole })
    } catch (cause) {
      log.error({ err: cause }, 'a message cannot be shown in Discord')
      const more = { refused: true, key: 'discord.refused', cause }
      throw new Unavailable('a message cannot be shown in Discord', more)
    }
  }
}
