import type { Logger } from 'pino'
import { Unavailable } from '../../model/oops.ts'
import type { ChatName } from '../../model/person.ts'
import type { Instant } from '../../model/post.ts'
import type { Team } from '../../model/team.ts'
import type { SlackTokens } from '../../settings/secrets.ts'
import type { Store } from '../../store/store.ts'
import type { Bot, Chat, Told } from '../chat.ts'
import { newAnnouncing } from './announcing.ts'
import { newAnswering } from './answering.ts'
import { newCensus } from './census.ts'
import { newChannels } from './channels.ts'
import { newSlack, type Slack } from './client.ts'
import { newEvents } from './events.ts'
import { newFinding } from './finding.ts'
import { newForms } from './forms.ts'
import { newHearing } from './hearing.ts'
import { newInteractions } from './interactions.ts'
import { newIntroduction } from './introduction.ts'
import { newLacks } from './lacks.ts'
import { newMeeting } from './meeting.ts'
import { newOverhearing } from './overhearing.ts'
import { newPeople } from './people.ts'
import { newPosting } from './posting.ts'
import { newQuiet } from './quiet.ts'
import { isSameApp, newReception, type Reception } from './reception.ts'
import { newRendering } from './rendering.ts'
import { newSaying } from './saying.ts'
import { newWayIn } from './way-in.ts'

export type SlackParts = {
  name: ChatName
  tokens: SlackTokens
  /** Where Slack's Web API is, where that is not slack.com. */
  apiUrl: string | null
  teams: Team[]
  store: Store
  clock: () => Instant
  log: Logger
  /** How long Slack may take for an answer (ms). */
  timeout?: number
}

/**
 * Workspaces of Slack, each a chat of its own; those of one app are heard by the same sockets or doors. Each hears by
 * sockets where there is an app token, else by requests to its door; `start` never fails: what is wrong is said in
 * `lacks`, and tried again until it works.
 */
export function newSlackChats(all: SlackParts[]): Chat[] {
  const receptions: { tokens: SlackTokens; reception: Reception }[] = []
  return all.map(({ timeout = 10_000, ...parts }) => {
    const { apiUrl, log, tokens } = parts
    const slack = newSlack({ token: tokens.token, apiUrl, timeout, log: log.child({ chat: parts.name }) })
    const known = receptions.find((one) => isSameApp(one.tokens, tokens))
    const reception = known?.reception ?? newReception({ tokens, options: slack.options, log })
    if (!known) receptions.push({ tokens, reception })
    return newChat({ ...parts, timeout, slack, reception })
  })
}

/** One workspace of Slack, the only one of its app. */
export const newSlackChat = (parts: SlackParts): Chat => newSlackChats([parts])[0]!

type Parts = Omit<SlackParts, 'apiUrl' | 'timeout'> & { slack: Slack; reception: Reception; timeout: number }

function newChat({ tokens, slack, reception, timeout, ...given }: Parts): Chat {
  const { name, teams, store, clock } = given
  const log = given.log.child({ chat: name })
  let bot: Bot | null = null

  const introduction = newIntroduction(slack)
  const known = { slack, introduction, memory: store.memory, clock, log }
  const channels = newChannels(known)
  const people = newPeople(known)
  const meeting = newMeeting({ chat: name, introduction, channels, people })
  const rendering = newRendering({ ...given, channels, people })
  const posting = newPosting({ ...known, channels })
  const quiet = newQuiet({ slack, rendering, posting, log })
  const finding = newFinding({ slack, channels, posting })
  const saying = newSaying({ slack, channels, rendering, posting, quiet })
  const answering = newAnswering({ ...known, rendering, posting, finding, quiet })
  const forms = newForms({ ...known, store })
  const hears = () => {
    if (!bot) throw new Error('Slack was not started')
    return bot
  }
  const { once } = store
  const hearing = newHearing({ bot: hears, meeting, rendering, forms, answering, once, clock, log, timeout })
  const overhear = newOverhearing({ name, teams, bot: hears, channels, meeting, hearing, timeout })
  const events = newEvents({ ...known, channels, people, meeting, hearing, overhear })
  const interactions = newInteractions({ hearing, meeting, rendering, forms, answering, clock })
  const wayIn = newWayIn({ ...known, name, tokens, reception, store, interactions, events })

  return {
    name,
    async start(started) {
      bot = started
      await wayIn.start()
    },
    stop: wayIn.stop,
    say: saying.say,
    change: saying.change,
    remove: saying.remove,
    whisper: saying.whisper,
    write: (to, message) => saying.whisper(to, '', message),
    async standing({ user }) {
      // Where the right to read user groups is missing, who is a member is known all the same.
      const [who, groups] = await Promise.all([
        people.who(user),
        people.groupsOf(user).catch((error) => {
          if (error instanceof Unavailable) return undefined
          throw error
        }),
      ])
      return who.gone ? null : groups ? { groups } : {}
    },
    tells: { accountSince: false, memberSince: false },
    find: finding.find,
    enter: saying.enter,
    channels: async () =>
      (await channels.list()).map(({ name, topic }) => ({ name, ...(topic ? { topic } : {}) })),
    people: people.everybody,
    groups: async () => (await people.groups()).map(({ value, label }) => ({ group: value, name: label })),
    lacks: newLacks({ name, teams, introduction, channels, wayIn }),
    census: newCensus({ introduction, people }),
    announce: newAnnouncing({ slack, channels, posting, enter: saying.enter }),
    linkTo: ({ channel, id }: Told) => {
      const url = introduction.known()?.url
      return url ? `${url.replace(/\/?$/, '/')}archives/${channel}/p${id.replace('.', '')}` : null
    },
    doors: wayIn.doors,
  }
}
