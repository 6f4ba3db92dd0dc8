import { expect, test } from 'vitest'
import { usualPolicy } from '../../src/model/policy.ts'
import { connect } from '../../src/settings/connections.ts'
import type { TeamTokens } from '../../src/settings/secrets.ts'
import { nimbus } from '../world.ts'
import { acmeWith, settingsOf, teamOf } from './world.ts'

const slack = (channel: string) => ({ chat: 'slack' as const, channel })
const team = (name: string, server: string | null = null) => ({
  ...nimbus,
  name,
  sample: false,
  server,
  channels: {
    alerts: slack('alertes'),
    watch: slack('veille'),
    community: { chat: 'discord' as const, channel: 'fans' },
  },
})
const token = (token: string) => ({ token, appToken: 'xapp-1', signingSecret: null })
const own = (slack: string | null, discord: string | null): TeamTokens => ({
  slack: slack ? token(slack) : null,
  discord: discord ? { token: discord } : null,
})
const vigies = {
  slack: { tokens: token('xoxb-vigie'), apiUrl: null },
  discord: { token: 'vigie', apiUrl: null },
}

test('a team without a workspace of its own speaks in Vigie’s', () => {
  const { teams, connections } = connect([team('acme')], {}, vigies)
  expect(connections.slack.map(({ name }) => name)).toEqual(['slack'])
  expect(connections.discord).toEqual([{ token: 'vigie', servers: [{ name: 'discord', server: null }] }])
  expect(teams[0]!.channels.alerts.chat).toBe('slack')
})

test('a team’s own workspace has a name of its own, so that two channels of one name never mix', () => {
  const { teams, connections } = connect(
    [team('acme'), team('bolt')],
    { acme: own('xoxb-acme', null), bolt: own(null, null) },
    vigies,
  )
  expect(connections.slack.map(({ name }) => name)).toEqual(['slack', 'slack/acme'])
  expect(teams.map(({ channels }) => channels.alerts.chat)).toEqual(['slack/acme', 'slack'])
})

test('what a chat is called does not hang on which other teams there are', () => {
  const [one, other] = ['81384788765712384', '81384788765712385']
  const alone = connect([team('nimbus', other)], {}, vigies)
  const both = connect([team('acme', one), team('nimbus', other)], {}, vigies)
  expect(alone.teams[0]!.chats?.discord).toBe(`discord/${other}`)
  expect(both.teams.map(({ chats }) => chats?.discord)).toEqual([`discord/${one}`, `discord/${other}`])
  expect(both.connections.discord[0]!.servers.map(({ server }) => server)).toEqual([one, other])
})

test('where some teams name their server, the others have none: nobody brings one for them', () => {
  const { connections } = connect([team('acme'), team('nimbus', '81384788765712384')], {}, vigies)
  expect(connections.discord[0]!.servers).toEqual([
    { name: 'discord/81384788765712384', server: '81384788765712384' },
  ])
})

test('a workspace that several teams share belongs to Vigie: two teams that name its token are told', async () => {
  const shared = acmeWith({ 1: 'title: Acme\nslack: { token: env:CLIENT, appToken: env:CLIENT_APP }' })
  const channels = '{ alerts: "#b", watch: "#c", community: "#d" }'
  const bolt = shared
    .replace('title: Acme', 'title: Bolt')
    .replace(/channels:\n(?: {2}.*\n){3}/, `channels: ${channels}\n`)
  const env = { CLIENT: 'xoxb-1', CLIENT_APP: 'xapp-1' }
  const files = { 'teams/acme/team.yaml': shared, 'teams/bolt/team.yaml': bolt }
  const { problems } = await settingsOf(files, env)
  expect(problems.map(({ key, values }) => [key, values.team])).toContainEqual([
    'settings.token-shared',
    'acme',
  ])
})

test('a bot that no team speaks by still answers', () => {
  const { connections } = connect([{ ...nimbus }], {}, vigies)
  expect(connections.discord[0]!.servers).toEqual([{ name: 'discord', server: null }])
})

test('a channel that the settings leave open is on our own page until somebody sets it', async () => {
  const { problems, teams } = await teamOf(acmeWith({ 9: null }))
  expect(problems).toEqual([])
  expect(teams[0]!.channels.watch).toEqual({ chat: 'local', channel: 'watch-acme' })
  expect(Object.keys(teams[0]!.channelsAt ?? {})).toEqual(['alerts', 'community'])
})

test('groups give roles, and one that is none is told with its line', async () => {
  const groups = (who: string) => ({ 1: `title: Acme\ngroups:\n  staff: ["${who}"]` })
  const { teams } = await teamOf(acmeWith(groups('slack:T012AB3CD/S061F7AUR')))
  expect(teams[0]!.groups).toMatchObject([
    { group: 'slack:T012AB3CD/S061F7AUR', role: 'staff', at: { line: 3 } },
  ])
  const { problems } = await teamOf(acmeWith(groups('l’équipe')))
  expect(problems.map(({ line, key }) => [line, key])).toEqual([[3, 'settings.group']])
})

test('a Discord server of its own is read, and one that is none told', async () => {
  const server = (id: string) => ({ 1: `title: Acme\ndiscord: { server: "${id}" }` })
  const { teams } = await settingsOf({ 'teams/acme/team.yaml': acmeWith(server('81384788765712384')) })
  expect(teams[0]!.server).toBe('81384788765712384')
  const { problems } = await teamOf(acmeWith(server('Nimbus')))
  expect(problems.map(({ key }) => key)).toEqual(['settings.server'])
})

test('a team’s replies may be approved in another team’s workspace, by the name of its connection', () => {
  const also = [slack('validations'), { chat: 'slack/acme' as const, channel: 'validations' }]
  const agency = { ...team('bolt'), policy: { ...usualPolicy, approvalsAlso: also } }
  const approvedIn = (tokens: Record<string, TeamTokens>) =>
    connect([team('acme'), agency], tokens, vigies).teams[1]!.policy!.approvalsAlso.map(({ chat }) => chat)
  expect(approvedIn({ acme: own('xoxb-acme', null) })).toEqual(['slack', 'slack/acme'])
  // Acme has none of its own: it is the workspace that both are in.
  expect(approvedIn({})).toEqual(['slack', 'slack'])
})
