import { type Act, actOf } from '../delivery.ts'
import type { Channel } from '../nouns.ts'
import { type Stage, userOf } from './pieces.ts'

/** What is changed in the workspace while the app runs: members, names, groups. Each is told as Slack tells it. */
export function newArranging(stage: Stage) {
  const { team, events } = stage

  function channelOf(given: string): Channel {
    const channel = team.channel(given)
    if (!channel) throw new Error(`there is no channel ${given}`)
    return channel
  }

  async function move(user: string, given: string, member: boolean): Promise<Act> {
    userOf(stage, user)
    const channel = channelOf(given)
    const { id, members } = channel
    const heard = members.has(team.bot.user) || user === team.bot.user
    if (member) members.add(user)
    else members.delete(user)
    const type = member ? 'member_joined_channel' : 'member_left_channel'
    const event = { type, user, channel: id, channel_type: 'C', team: team.id, event_ts: team.stamp() }
    return actOf(heard ? await events.send(team, type, event) : [])
  }

  async function renames(given: string, name: string): Promise<Act> {
    const channel = channelOf(given)
    channel.name = name
    const type = channel.kind === 'private' ? 'group_rename' : 'channel_rename'
    const told = { id: channel.id, name, name_normalized: name, created: 0 }
    return actOf(await events.send(team, type, { type, channel: told, event_ts: team.stamp() }))
  }

  async function archives(given: string): Promise<Act> {
    const channel = channelOf(given)
    channel.archived = true
    const type = channel.kind === 'private' ? 'group_archive' : 'channel_archive'
    return actOf(await events.send(team, type, { type, channel: channel.id, event_ts: team.stamp() }))
  }

  async function regroups(id: string, users: string[]): Promise<Act> {
    const group = team.groups.get(id)
    if (!group) throw new Error(`there is no group ${id}`)
    group.users = users
    const type = 'subteam_updated'
    const subteam = {
      id,
      team_id: team.id,
      handle: group.handle,
      name: group.name,
      users,
      user_count: users.length,
    }
    return actOf(await events.send(team, type, { type, subteam, event_ts: team.stamp() }))
  }

  return { move, renames, archives, regroups }
}
