import { z } from 'zod'
import { asked } from './asking.ts'
import type { PlatformReader } from './index.ts'

/** A forum of Discourse, as its page "About" counts it; older forums call the number of members otherwise. */
export const readDiscourse: PlatformReader = async (account, way) => {
  const { secret } = account
  const headers: Record<string, string> =
    secret === null ? {} : { 'api-key': secret, 'api-username': 'system' }
  const { about } = await asked(account, '/about.json', shape, way, headers)
  return { now: { members: about.stats.users_count }, days: [] }
}

const stats = z.preprocess(
  (given) => {
    const all = given as Record<string, unknown> | null
    return all && typeof all === 'object' && !('users_count' in all)
      ? { ...all, users_count: all.user_count }
      : given
  },
  z.object({ users_count: z.number().int().nonnegative() }),
)
const shape = z.object({ about: z.object({ stats }) })
