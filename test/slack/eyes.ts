import type { Ref } from './delivery.ts'
import type { Message } from './nouns.ts'
import { read } from './reading.ts'
import type { Team } from './team.ts'

/** What people see of a workspace, as plain words. */
export function newEyes(team: Team) {
  const idOf = (given: string): string => {
    const channel = team.channel(given)
    if (!channel) throw new Error(`there is no channel ${given} in ${team.id}`)
    return channel.id
  }
  const seenBy = (user?: string) => (one: Message) => one.onlyFor === undefined || one.onlyFor === user
  const words = (all: Message[]) => all.map((one) => read(team, one))

  function sees(user: string, given: string): string[] {
    const id = idOf(given)
    const { kind, members } = team.channels.get(id)!
    if (kind !== 'public' && !members.has(user)) throw new Error(`${user} cannot see ${given}`)
    const above = ({ thread_ts, ts, reply_broadcast }: Message) =>
      thread_ts === undefined || thread_ts === ts || reply_broadcast
    const said = team.said(id).filter((one) => above(one) && one.subtype !== 'channel_join')
    return words(said.filter(seenBy(user)))
  }

  function threadOf({ channel, ts }: Ref, user?: string): string[] {
    const below = team.said(idOf(channel)).filter((one) => one.thread_ts === ts && one.ts !== ts)
    return words(below.filter(seenBy(user)))
  }

  return {
    sees,
    threadOf,
    told: (user: string) => words(team.said(team.im(user).id).filter((one) => one.user === team.bot.user)),
    channelId: idOf,
    messages: (channel: string) => [...team.said(idOf(channel))],
    message: ({ channel, ts }: Ref) => team.said(idOf(channel)).find((one) => one.ts === ts),
    modalOf: (user: string) => team.windows.get(user)?.at(-1) ?? null,
    homeOf: (user: string) => team.homes.get(user) ?? null,
  }
}
