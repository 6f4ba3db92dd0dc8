import type { ChatName } from '../../model/person.ts'
import type { Team } from '../../model/team.ts'
import type { Bot } from '../chat.ts'
import type { Channels } from './channels.ts'
import type { Hearing } from './hearing.ts'
import { type Meeting, within } from './meeting.ts'
import { type Passing, readOverheard } from './overheard.ts'

/** Tells the bot what people say in the channels that a team listens to; of the others nothing is looked at. */
export function newOverhearing({ name, teams, bot, channels, meeting, hearing, timeout }: Parts) {
  const last = new Map<string, Promise<void>>()

  /** `id` is the event's own: Slack sends again what it does not know to have arrived. */
  async function overhear(event: Passing, id: string) {
    const names = listened(teams, name)
    if (names.length === 0) return
    // What is taken back was said before: one after the other, channel by channel.
    const before = last.get(event.channel) ?? Promise.resolve()
    const mine = before.catch(() => {}).then(() => tell(event, id, names))
    last.set(event.channel, mine)
    try {
      await mine
    } finally {
      if (last.get(event.channel) === mine) last.delete(event.channel)
    }
  }

  async function tell(event: Passing, id: string, names: string[]) {
    const channel = await channels.meant(event.channel, names)
    if (channel === null) return
    const { user, text } = event.message ?? event.previous_message ?? event
    if (user) {
      const { met, all } = meeting.meet({ user, channel: event.channel, words: text })
      await within(timeout, all)
      if (met.who?.gone) return
    }
    const said = readOverheard(event, channel, meeting.here())
    const key = hearing.keyOf('event', id)
    if (!said || !(await hearing.isNew(key))) return
    await bot().overhear(said)
    await hearing.done(key)
  }

  return overhear
}

/** The channels of a chat that teams listen to, by their names in the settings. */
export const listened = (teams: Team[], name: ChatName): string[] => [
  ...new Set(
    teams.flatMap(({ listens = [] }) =>
      listens.filter(({ chat }) => chat === name).map(({ channel }) => channel),
    ),
  ),
]

type Parts = {
  name: ChatName
  teams: Team[]
  bot(): Bot
  channels: Channels
  meeting: Meeting
  hearing: Hearing
  timeout: number
}
