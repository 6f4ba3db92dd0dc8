import type { Group, User } from '../nouns.ts'
import { Refusal } from '../refusal.ts'
import { type Asked, given, type Method, pageOf, yes } from './asked.ts'

/** Who is who: users, groups, the bot itself, the workspace. */
export const people: Record<string, Method> = {
  'users.list': {
    needs: 'users:read',
    run(asked) {
      const { page, next } = pageOf(asked, [...asked.team.users.values()], 1000)
      return { members: page.map((one) => described(asked, one)), response_metadata: { next_cursor: next } }
    },
  },
  'users.info': {
    needs: 'users:read',
    run(asked) {
      const user = asked.team.users.get(given(asked, 'user'))
      if (!user) throw new Refusal('user_not_found')
      return { user: described(asked, user) }
    },
  },
  'usergroups.list': {
    needs: 'usergroups:read',
    run: (asked) => ({
      usergroups: [...asked.team.groups.values()].map((one) => describedGroup(asked, one)),
    }),
  },
  'usergroups.users.list': {
    needs: 'usergroups:read',
    run(asked) {
      const group = asked.team.groups.get(given(asked, 'usergroup'))
      if (!group) throw new Refusal('no_such_subteam')
      return { users: group.users }
    },
  },
  'bots.info': {
    needs: 'users:read',
    run(asked) {
      const { bot } = asked.team
      if (given(asked, 'bot') !== bot.id) throw new Refusal('bot_not_found')
      return { bot: { id: bot.id, app_id: bot.app, user_id: bot.user, name: bot.name, deleted: false } }
    },
  },
  'team.info': {
    needs: 'team:read',
    run: ({ team }) => ({
      team: { id: team.id, name: team.name, domain: team.domain, url: team.url, email_domain: '', icon: {} },
    }),
  },
  'auth.test': {
    run: ({ team }) => ({
      url: team.url,
      team: team.name,
      user: team.bot.name,
      team_id: team.id,
      user_id: team.bot.user,
      bot_id: team.bot.id,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    byApp: true,
    run: ({ team, links }) => ({ url: links.invite(team) }),
  },
}

function described({ team, params }: Asked, user: User) {
  return {
    id: user.id,
    team_id: user.home ?? team.id,
    name: user.name,
    ...(user.home ? { is_stranger: true } : {}),
    deleted: false,
    real_name: user.real,
    tz: 'Europe/Paris',
    profile: { display_name: user.real, real_name: user.real, team: team.id },
    is_admin: user.admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.guest,
    is_ultra_restricted: false,
    // Slack's own says that it is no bot.
    is_bot: user.bot,
    is_app_user: false,
    ...(yes(params.include_locale) ? { locale: user.locale } : {}),
  }
}

const describedGroup = ({ team, params }: Asked, { id, handle, name, users }: Group) => ({
  id,
  team_id: team.id,
  is_usergroup: true,
  name,
  handle,
  description: '',
  date_delete: 0,
  user_count: users.length,
  ...(yes(params.include_users) ? { users } : {}),
})
