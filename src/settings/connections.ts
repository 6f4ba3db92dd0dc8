import type { ChatKind, ChatName } from '../model/person.ts'
import type { Channels, Place, Team } from '../model/team.ts'
import type { Environment } from './environment.ts'
import type { SlackTokens, TeamTokens } from './secrets.ts'

/** What Vigie connects to: a Slack workspace each, and a Discord bot with one or several servers (null: its only one). */
export type Connections = {
  slack: { name: ChatName; tokens: SlackTokens }[]
  discord: { token: string; servers: { name: ChatName; server: string | null }[] }[]
}

/**
 * The connections that the teams need, and the teams with their places named after them. What is told hangs on these
 * names across restarts, so they depend on nothing but the thing itself: a workspace of Vigie's own token is `slack`,
 * that of a team `slack/acme`; a server of Vigie's own bot is `discord/81384788765712384`, or `discord` where no team
 * names one, that of a team's bot `discord/acme`.
 */
export function connect(
  teams: Team[],
  tokens: Record<string, TeamTokens>,
  { slack, discord }: Pick<Environment, 'slack' | 'discord'>,
): { teams: Team[]; connections: Connections } {
  const connections: Connections = { slack: [], discord: [] }
  if (slack.tokens) connections.slack.push({ name: 'slack', tokens: slack.tokens })
  const slackOf = (team: Team): ChatName => {
    const own = tokens[team.name]?.slack
    if (!own) return 'slack'
    connections.slack.push({ name: `slack/${team.name}`, tokens: own })
    return `slack/${team.name}`
  }
  if (discord.token) botOf(connections, discord.token)
  const tokenOf = (team: Team) => (team.sample ? null : (tokens[team.name]?.discord?.token ?? discord.token))
  const discordOf = (team: Team): ChatName | undefined => {
    const token = tokenOf(team)
    if (!token) return 'discord'
    const { servers } = botOf(connections, token)
    // Where some teams name their server, nobody may bring one that is then everybody else's.
    const named = teams.some((one) => one.server && tokenOf(one) === token)
    if (named && !team.server) return undefined
    const name = nameOfServer(team, token === discord.token)
    if (!servers.some((one) => one.name === name)) servers.push({ name, server: team.server ?? null })
    return name
  }
  const placed = teams.map((team) => {
    if (team.sample) return withChats(team, {})
    const there = discordOf(team)
    return withChats(team, { slack: slackOf(team), discord: there ?? 'discord' })
  })
  // A bot that no team has a server for still answers, and says what to do.
  for (const { servers } of connections.discord)
    if (servers.length === 0) servers.push({ name: 'discord', server: null })
  return { teams: placed.map((team) => withApprovals(team, placed)), connections }
}

/** Where a team's replies are approved in another team's workspace, that goes by the name of its connection. */
function withApprovals(team: Team, teams: Team[]): Team {
  if (!team.policy?.approvalsAlso.some(({ chat }) => chat.includes('/'))) return team
  const placed = (place: Place): Place => {
    const [kind, name] = place.chat.split('/') as [ChatKind, string | undefined]
    const there = teams.find((one) => one.name === name)?.chats?.[kind]
    return { ...place, chat: there ?? place.chat }
  }
  return { ...team, policy: { ...team.policy, approvalsAlso: team.policy.approvalsAlso.map(placed) } }
}

function nameOfServer({ name, server }: Team, ours: boolean): ChatName {
  if (!ours) return `discord/${name}`
  return server ? `discord/${server}` : 'discord'
}

function botOf({ discord }: Connections, token: string) {
  const known = discord.find((one) => one.token === token)
  if (known) return known
  const made: Connections['discord'][number] = { token, servers: [] }
  discord.push(made)
  return made
}

/** The team with the places of its settings in its own chats. */
function withChats(team: Team, chats: Partial<Record<ChatKind, ChatName>>): Team {
  const placed = (place: Place): Place => ({
    ...place,
    chat: (chats as Partial<Record<string, ChatName>>)[place.chat] ?? place.chat,
  })
  return {
    ...team,
    chats,
    channels: Object.fromEntries(
      Object.entries(team.channels).map(([purpose, place]) => [purpose, placed(place)]),
    ) as Channels,
    listens: team.listens?.map(placed) ?? [],
    ...(team.policy
      ? { policy: { ...team.policy, approvalsAlso: team.policy.approvalsAlso.map(placed) } }
      : {}),
    routes: team.routes.map((route) => ({
      ...route,
      to: typeof route.to === 'string' ? route.to : placed(route.to),
    })),
  }
}
