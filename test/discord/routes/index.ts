import type { Route } from '../route.ts'
import type { World } from '../world.ts'
import { channelRoutes } from './channels.ts'
import { commandRoutes } from './commands.ts'
import { guildRoutes } from './guilds.ts'
import { interactionRoutes } from './interactions.ts'
import { messageRoutes } from './messages.ts'
import { reactionRoutes } from './reactions.ts'
import { threadRoutes } from './threads.ts'

/** `GET /gateway/bot` says where the gateway is: the address of the server itself. */
const gatewayRoute: Route = {
  name: 'GET /gateway/bot',
  hear: ({ world }) => ({
    body: {
      url: world.address.replace('http', 'ws'),
      shards: 1,
      session_start_limit: {
        total: 1000,
        remaining: 1000 - today(world),
        reset_after: day,
        max_concurrency: 1,
      },
    },
  }),
}

const day = 24 * 3_600_000
const today = (world: World) => world.identified.filter(({ at }) => world.now() - at < day).length

/** Pins come before messages: `/messages/pins` is no message. */
export const routes: Route[] = [
  gatewayRoute,
  ...reactionRoutes,
  ...messageRoutes,
  ...threadRoutes,
  ...channelRoutes,
  ...guildRoutes,
  ...commandRoutes,
  ...interactionRoutes,
]
