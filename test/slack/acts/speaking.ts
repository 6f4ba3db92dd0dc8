import { type Act, actOf, type Ref } from '../delivery.ts'
import { shown } from '../events.ts'
import type { Channel, Message } from '../nouns.ts'
import { answer, newReply } from '../replies.ts'
import { erase } from '../saying.ts'
import { escaped, typed } from '../texts.ts'
import { channelFor, messageFor, newTrigger, publicName, type Stage, userOf } from './pieces.ts'

/** What people say: commands, messages, edits, reactions. */
export function newSpeaking(stage: Stage) {
  const { host, team, events, deliver } = stage

  async function types(user: string, where: string, line: string): Promise<Act> {
    const channel = channelFor(stage, user, where)
    const [, command = '', text = ''] = /^(\/\S+)\s*([\s\S]*)$/u.exec(line) ?? []
    if (!command || (team.commands && !team.commands.has(command)))
      throw new Error(`${command || line} is not a command of the app`)
    const delivery = await deliver(team, 'slash_commands', {
      token: 'deprecated',
      team_id: team.id,
      team_domain: team.domain,
      channel_id: channel.id,
      channel_name: publicName(channel),
      user_id: user,
      user_name: userOf(stage, user).name,
      command,
      text: team.escapes ? mentioned(text) : escaped(text.trim()),
      api_app_id: team.bot.app,
      is_enterprise_install: 'false',
      response_url: newReply(host, team, { channel: channel.id, user, ts: null }),
      trigger_id: newTrigger(stage, user),
    })
    const said = delivery.answer
    if (said && (said.text || said.blocks || said.attachments))
      answer({ ...stage, params: said }, { channel: channel.id, user, ts: null, at: host.now(), uses: 0 })
    return actOf([delivery])
  }

  /** With "escape channels, users and links" on, mentions come with their ids and their names. */
  const mentioned = (text: string) =>
    typed(text.trim(), known).text.replace(
      /<@(U\w+)>/gu,
      (_, id) => `<@${id}|${team.users.get(id)?.name ?? ''}>`,
    )

  const byName = <One extends { id: string }>(
    all: Iterable<One>,
    name: (one: One) => string[],
    wanted: string,
  ) =>
    [...all].find((one) => name(one).some((word) => word.toLowerCase() === wanted.toLowerCase()))?.id ?? null
  const known = {
    user: (wanted: string) => byName(team.users.values(), ({ name, real }) => [name, real], wanted),
    channel: (wanted: string) =>
      byName(
        [...team.channels.values()].filter(({ kind }) => kind !== 'im'),
        ({ name }) => [name],
        wanted,
      ),
    group: (wanted: string) => byName(team.groups.values(), ({ handle }) => [handle], wanted),
  }

  async function says(user: string, where: string, text: string, more: { thread?: string } = {}) {
    return speak(user, channelFor(stage, user, where), text, more.thread)
  }

  async function webhook(where: string, said: Pick<Message, 'text' | 'blocks' | 'metadata'>) {
    const channel = team.channel(where)
    if (!channel) throw new Error(`there is no channel ${where}`)
    const ts = team.stamp()
    const by = { user: '', bot_id: 'B0WEBHOOK', app_id: 'A0WEBHOOK', subtype: 'bot_message' }
    const message = team.keep({ type: 'message', channel: channel.id, ts, reactions: [], ...by, ...said })
    return { ...actOf(await events.said(team, channel, message)), channel: channel.id, ts }
  }

  const tells = async (user: string, text: string) => speak(user, team.im(userOf(stage, user).id), text)

  async function speak(user: string, channel: Channel, said: string, thread?: string): Promise<Act & Ref> {
    if (channel.archived) throw new Error(`${channel.name} is archived`)
    const message: Message = team.keep({
      type: 'message',
      channel: channel.id,
      ts: team.stamp(),
      user,
      ...typed(said, known),
      client_msg_id: crypto.randomUUID(),
      reactions: [],
      ...(thread ? { thread_ts: thread } : {}),
    })
    const parent = thread ? team.find(channel.id, thread) : undefined
    const plain = { ...shown(message), ...(parent ? { parent_user_id: parent.user } : {}) }
    const sent = [events.message(team, channel, { ...plain, team: team.id, event_ts: message.ts })]
    const mentioned = message.text.includes(`<@${team.bot.user}>`) && channel.members.has(team.bot.user)
    // The same message arrives twice where it names the app, in no order that one may count on.
    if (mentioned && channel.kind !== 'im')
      sent.push(
        events.send(team, 'app_mention', {
          ...plain,
          type: 'app_mention',
          channel: channel.id,
          team: team.id,
          event_ts: message.ts,
        }),
      )
    const deliveries = (await Promise.all(host.chance.happens(0.5) ? sent : sent.reverse())).flat()
    return { ...actOf(deliveries), channel: channel.id, ts: message.ts }
  }

  async function edits(user: string, ref: Ref, text: string): Promise<Act> {
    const { channel, message } = own(user, ref)
    const previous_message = shown(message)
    Object.assign(message, typed(text, known), { edited: { user, ts: team.stamp() } })
    const { ts } = message.edited!
    const changed = {
      subtype: 'message_changed',
      message: { ...shown(message), team: team.id },
      previous_message,
    }
    return actOf(await events.message(team, channel, { ...changed, hidden: true, ts, event_ts: ts }))
  }

  async function erases(user: string, ref: Ref): Promise<Act> {
    const { channel, message } = own(user, ref)
    const before = host.deliveries.length
    erase(stage, channel, message)
    return actOf(host.deliveries.slice(before))
  }

  function own(user: string, ref: Ref) {
    const found = messageFor(stage, user, ref)
    if (found.message.user !== user) throw new Error(`${ref.ts} is not by ${user}`)
    return found
  }

  async function reacts(user: string, ref: Ref, name: string, on = true): Promise<Act> {
    const { channel, message } = messageFor(stage, user, ref)
    if (message.onlyFor) throw new Error('nobody can react to a quiet message')
    const one = message.reactions.find((reaction) => reaction.name === name)
    if (on === !!one?.users.includes(user))
      throw new Error(`${user} has ${on ? 'already' : 'not'} reacted so`)
    if (!on) one!.users = one!.users.filter((id) => id !== user)
    else if (one) one.users.push(user)
    else message.reactions.push({ name, users: [user] })
    message.reactions = message.reactions.filter(({ users }) => users.length > 0)
    if (!channel.members.has(team.bot.user)) return actOf([])
    const type = on ? 'reaction_added' : 'reaction_removed'
    const item = { type: 'message', channel: channel.id, ts: message.ts }
    const event = { type, user, reaction: name, item, event_ts: team.stamp() }
    const by = message.user ? { item_user: message.user } : {}
    return actOf(await events.send(team, type, { ...event, ...by }))
  }

  return { types, says, webhook, tells, edits, erases, reacts }
}
