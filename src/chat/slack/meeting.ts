import type { ChatName } from '../../model/person.ts'
import type { Happened } from '../chat.ts'
import type { Channels } from './channels.ts'
import type { Here } from './here.ts'
import type { Introduction } from './introduction.ts'
import type { People } from './people.ts'
import type { Who } from './who.ts'

/** Who did something where; `words` and `ids` name others, whose names stand nowhere. */
export type Named = {
  user: string
  channel?: string | undefined
  room?: string | undefined
  words?: unknown
  ids?: (string | undefined)[]
}

/** What Slack says of who did something: as much of it as has come by now. */
export type Met = { who?: Who; groups?: string[] }

export type Meeting = ReturnType<typeof newMeeting>

/** Gets to know those whom a payload names; most are known already, and nobody waits long for the others. */
export function newMeeting({ chat, introduction, channels, people }: Parts) {
  /** Gives what is known so far, and when that is all. Never throws: what Slack does not say stays unknown. */
  function meet({ user, channel, room, words, ids = [] }: Named): { met: Met; all: Promise<unknown> } {
    const met: Met = {}
    const others = new Set([...ids, ...idsIn(words)].filter((id) => id && id !== user && id !== channel))
    const more = [...others].slice(0, mostIds) as string[]
    const asked = [
      people.who(user).then((who) => {
        met.who = who
      }),
      people.groupsOf(user).then((groups) => {
        met.groups = groups
      }),
      channel ? channels.nameOf(channel, room) : null,
      ...more.map((id) => (/^[UW]/.test(id) ? people.who(id) : channels.nameOf(id))),
    ]
    return { met, all: Promise.allSettled(asked) }
  }

  /** Where things are heard, with the names that are known by now. Throws where Slack has never answered yet. */
  function here(): Here {
    const known = introduction.known()
    if (!known) throw new Error('nothing is heard before Slack has said who we are')
    const names = { user: people.nameNow, channel: channels.nameNow, group: people.groupNow }
    const { team: workspace, enterprise, url, bot } = known
    return {
      chat,
      workspace,
      enterprise,
      url,
      bot: bot.user,
      botId: bot.id,
      names,
      homeOf: people.homeNow,
    }
  }

  return { meet, here }
}

type Parts = { chat: ChatName; introduction: Introduction; channels: Channels; people: People }

/** What of somebody does not stand in the payload of what they did. */
export const moreOf = ({ who, groups }: Met): Partial<Happened> => ({
  ...(who ? { administers: who.administers } : {}),
  ...(who?.language ? { language: who.language } : {}),
  ...(groups ? { groups } : {}),
})

/** The people and channels that a text or its blocks name by their ids: `<@U…>`, `{ user_id: … }`. */
const idsIn = (words: unknown): string[] =>
  words === undefined
    ? []
    : [...JSON.stringify(words).matchAll(/(?:<[@#]|"(?:user|channel)_id":")([UWCG][A-Z0-9]+)/g)].map(
        ([, id]) => id!,
      )

/** More than a handful nobody waits for. */
const mostIds = 10

/** Waits for something, but no longer than that (ms); gives whether it came about. */
export async function within(length: number, something: Promise<unknown>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), length)
  return Promise.race([something.then(() => true), late]).finally(() => clearTimeout(timer))
}
