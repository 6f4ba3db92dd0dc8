import { checkMessage } from './checks/messages.ts'
import { shown } from './events.ts'
import type { Host } from './host.ts'
import type { Asked } from './methods/asked.ts'
import type { Message, Reply } from './nouns.ts'
import { Refusal } from './refusal.ts'
import { change, erase, say } from './saying.ts'
import type { Team } from './team.ts'

const mostUses = 5
const life = 30 * 60_000

/** A new address to answer at. `ts` is the message that it was given out for, where there is one. */
export function newReply(host: Host, team: Team, reply: Pick<Reply, 'channel' | 'user' | 'ts'>): string {
  const id = host.id('')
  team.replies.set(id, { ...reply, at: host.now(), uses: 0 })
  return `${host.url}/respond/${team.id}/${id}`
}

/** Somebody posts to such an address. Throws what Slack would refuse it with. */
export function useReply(asked: Asked, id: string): void {
  const { host, team, params } = asked
  const reply = team.replies.get(id)
  if (!reply) throw new Refusal('no_service')
  if (host.now() - reply.at > life) throw new Refusal('expired_url')
  if (reply.uses >= mostUses) throw new Refusal('used_url')
  if (params.delete_original !== true) checkMessage(team, params)
  reply.uses++
  // Nobody promises that metadata comes along on this way.
  const { metadata: _, ...said } = params
  answer({ ...asked, params: said }, reply)
}

/** Says it to who asked, or to all; or changes or erases the message that was pressed, quiet ones too. */
export function answer(asked: Asked, reply: Reply): void {
  const { team, params, events } = asked
  const channel = team.channels.get(reply.channel)!
  const original = reply.ts ? team.said(channel.id).find(({ ts }) => ts === reply.ts) : undefined
  if (params.delete_original === true) {
    if (original?.onlyFor) drop(team, original)
    else if (original) erase(asked, channel, original)
    return
  }
  if (params.replace_original === true && original) {
    change(asked, original)
    if (original.onlyFor) return
    original.edited = { user: team.bot.user, ts: team.stamp() }
    void events.message(team, channel, {
      subtype: 'message_changed',
      message: shown(original),
      hidden: true,
      ts: original.edited.ts,
      event_ts: original.edited.ts,
    })
    return
  }
  const quiet = params.response_type !== 'in_channel'
  say(asked, channel, { thread: params.thread_ts, ...(quiet ? { onlyFor: reply.user } : {}) })
}

function drop(team: Team, message: Message) {
  const all = team.said(message.channel)
  all.splice(all.indexOf(message), 1)
}
