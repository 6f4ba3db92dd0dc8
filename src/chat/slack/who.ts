/** Somebody whom Slack knows. */
export type Who = {
  name: string
  /** Their workspace: ours, or that of a partner with whom a channel is shared. */
  workspace: string
  /** They administer our workspace. */
  administers: boolean
  /** The language they use Slack in: `fr-FR`. */
  language?: string
  /** No human being, or nobody any more. */
  gone: boolean
}

/** Somebody as Slack tells of them. */
export type SlackUser = {
  id?: string
  name?: string
  real_name?: string
  profile?: { display_name?: string; real_name?: string }
  locale?: string
  deleted?: boolean
  is_bot?: boolean
  is_admin?: boolean
  is_owner?: boolean
  is_restricted?: boolean
  is_ultra_restricted?: boolean
  is_stranger?: boolean
  team_id?: string
  /** In an organisation of several workspaces: those they belong to. */
  enterprise_user?: { teams?: string[] }
}

/** Who somebody is to our workspace. What partners are at home, admins for example, they are not here. */
export function whoOf(user: SlackUser, ours: string): Who {
  const { name, real_name, profile, locale, deleted, is_bot, is_admin, is_owner, team_id: home } = user
  const native = home === ours || (user.enterprise_user?.teams ?? []).includes(ours)
  const guest = user.is_restricted || user.is_ultra_restricted || user.is_stranger
  return {
    name: profile?.display_name || profile?.real_name || real_name || name || '?',
    workspace: native ? ours : (home ?? ours),
    administers: (native && !guest && (is_admin || is_owner)) || false,
    ...(locale ? { language: locale } : {}),
    gone: (deleted || is_bot) ?? false,
  }
}
