import {
  type APIApplication,
  ApplicationFlags,
  type RESTAPIPartialCurrentUserGuild,
  Routes,
} from 'discord.js'
import { Unavailable } from '../../model/oops.ts'
import type { Instant } from '../../model/post.ts'
import { minute } from '../../model/time.ts'
import type { Store } from '../../store/store.ts'
import type { Calls } from './calls.ts'
import { kept } from './kept.ts'

/** Who Vigie is at Discord. `allowed` are the privileged intents that are switched on for it, null where it is not said. */
export type Self = { application: string; bot: string; allowed: Privileged[] | null }

/** What Discord only tells to who asked for it in its portal: what members write, and who they are. */
export type Privileged = 'messages' | 'members'

export type Identity = ReturnType<typeof newIdentity>

/** What a token says about itself: whose it is, and in which servers the bot is. Throws Unavailable. */
export function newIdentity(
  calls: Calls,
  clock: () => Instant,
  keepsakes: Pick<Store['keepsakes'], 'once'> = { once: async (_name, make) => make() },
) {
  const self = kept(clock, 10 * minute, async (): Promise<Self> => {
    const { id, bot, flags } = await calls.call<APIApplication>('GET', Routes.currentApplication(), { waits })
    return { application: id, bot: bot?.id ?? id, allowed: flags === undefined ? null : allowedBy(flags) }
  })
  const servers = kept(clock, minute, () =>
    calls.call<RESTAPIPartialCurrentUserGuild[]>('GET', Routes.userGuilds(), {
      waits,
      query: { limit: '200' },
    }),
  )

  /**
   * Which server is meant: the named one, else the only one that nobody else named. That one is kept for good: whoever
   * takes the bot into another server later is not let in by it.
   */
  async function serverOf(server: string | null, others: string[]): Promise<string> {
    if (server) return server
    const free = (await servers()).map(({ id }) => id).filter((id) => !others.includes(id))
    const { application } = await self()
    const first = await keepsakes.once(`discord server of ${application}`, () => {
      if (free.length === 1) return free[0]!
      const key = free.length === 0 ? 'discord.no-server' : 'discord.several-servers'
      throw new Unavailable(`the bot is in ${free.length} servers`, { key, retryAfter: minute })
    })
    if (free.includes(first)) return first
    throw new Unavailable('the bot left its server', { key: 'discord.no-server', retryAfter: minute })
  }

  return { self, servers, serverOf }
}

const waits = 5_000

const allowedBy = (flags: number): Privileged[] => [
  ...(flags & (ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited)
    ? (['messages'] as const)
    : []),
  ...(flags & (ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited)
    ? (['members'] as const)
    : []),
]
