import type { Introduced } from './introduction.ts'
import type { Sent } from './socket.ts'

type Named = { team_id?: string; is_enterprise_install?: unknown }
type Body = Named & {
  type?: string
  authorizations?: Named[]
  team?: { id?: string } | null
  view?: { app_installed_team_id?: string } | null
  message?: { user?: string; bot_id?: string } | null
}

/**
 * To which of the workspaces that one app stands in something belongs; null where to none. In channels that are shared
 * with a partner it may name the partner's workspace, where whoever acted is at home.
 */
export function whose<One extends Pick<Introduced, 'team' | 'bot'>>(
  body: Sent['body'],
  all: One[],
): One | null {
  // It may be anything at all: what nobody can read is sorted like the rest.
  const {
    type,
    authorizations,
    team_id,
    team,
    view,
    message,
    is_enterprise_install: wide,
  } = (body ?? {}) as Body
  const of = (id: string) => all.find(({ team }) => team === id)
  if (view?.app_installed_team_id) return of(view.app_installed_team_id) ?? null
  const said = type === 'block_actions' && message ? all.find(({ bot }) => isBy(bot, message)) : undefined
  if (said) return said
  const by = Array.isArray(authorizations) ? authorizations[0] : undefined
  const named = by?.team_id ?? team_id ?? team?.id
  const known = named ? of(named) : all[0]
  // What is installed in a whole organisation names any of its workspaces.
  if (wide === true || wide === 'true' || by?.is_enterprise_install === true) return known ?? all[0] ?? null
  return known ?? null
}

/** Each workspace knows an app's bot by an id of its own. */
const isBy = (bot: Introduced['bot'], { user, bot_id }: NonNullable<Body['message']>) =>
  user === bot.user || (bot.id !== '' && bot_id === bot.id)
