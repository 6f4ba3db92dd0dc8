import type { Logger } from 'pino'
import { Unavailable } from '../../model/oops.ts'
import type { ChatName } from '../../model/person.ts'
import type { Instant } from '../../model/post.ts'
import type { Team } from '../../model/team.ts'
import type { Store } from '../../store/store.ts'
import type { Bot, Chat } from '../chat.ts'
import type { Command } from '../command.ts'
import { declared } from '../declared.ts'
import { newAnnouncing } from './announcing.ts'
import { newAnswering } from './answering.ts'
import { newCalls } from './calls.ts'
import { newCensus } from './census.ts'
import { newChatOf } from './chat-of.ts'
import { newDispatching } from './dispatching.ts'
import { newFinding } from './finding.ts'
import { newGateway } from './gateway.ts'
import { newIdentity, type Privileged } from './identity.ts'
import { newIntents } from './intents.ts'
import { newInteractions } from './interactions.ts'
import { newPeople } from './people.ts'
import { newPlaces, type Place } from './places.ts'
import { newReactions } from './reactions.ts'
import { newRegistering } from './registering.ts'
import { newSaying } from './saying.ts'
import { newServer } from './server.ts'
import { voiceOf } from './voices.ts'

export type DiscordParts = {
  token: string
  apiUrl: string | null
  /** The servers that teams speak in; null is the only one that the bot is in, beside those that are named. */
  servers: { name: ChatName; server: string | null }[]
  commands: Command[]
  teams: Team[]
  store: Store
  clock: () => Instant
  log: Logger
  /** How long (ms) a call may take: 10,000. */
  timeout?: number
  /** How many refused calls in ten minutes make it rest: 2,000. */
  mostRefused?: number
}

/**
 * One bot of Discord: a chat for each of its servers, over one connection. Who starts it speaks; what people do is heard
 * by whoever holds the first chat's job.
 */
export function newDiscordChats(parts: DiscordParts): Chat[] {
  const { token, servers, teams, store, clock, log } = parts
  let started: Bot | null = null
  const bot = () => {
    if (!started) throw new Unavailable('Discord has not started')
    return started
  }
  const commands = declared(parts.commands)
  const wanted = intentsOf(parts)

  const calls = newCalls(parts)
  const identity = newIdentity(calls, clock, store.keepsakes)
  const intents = newIntents({ identity, wanted, log, granted: () => gateway.anew() })
  const registering = newRegistering({ calls, identity, commands, store, log })

  const others = servers.flatMap(({ server }) => server ?? [])
  const all: Place[] = servers.map(({ name, server: id }) => {
    const server = newServer({ calls, identity, clock, server: id, others })
    const voiceIn = (channel: string) => voiceOf(teams, name, channel)
    return { name, server, voiceIn, saying: newSaying({ calls, server, store, log, voiceIn }) }
  })
  const places = newPlaces({ all, identity, commands, teams, store })

  const answering = newAnswering(calls)
  const interactions = newInteractions({ places, answering, teams, store, log, bot })
  const reactions = newReactions({ ...parts, calls, identity, places, bot })
  const listens = wanted.includes('messages')
  const dispatching = newDispatching({ interactions, reactions, places, identity, listens, log, bot })
  const gateway = newGateway({ token, calls, intents, clock, log, hear: dispatching.hear })

  const lacks = async () => [
    ...calls.lacks(),
    ...gateway.lacks(),
    ...registering.lacks(),
    ...(await intents.lacks()),
  ]
  const job = {
    name: `${servers[0]?.name ?? 'discord'} gateway`,
    async begin() {
      await gateway.begin()
      await registering.begin()
    },
    async end() {
      await registering.end()
      await gateway.end()
      await dispatching.settled()
    },
  }

  return all.map((place, nth): Chat => {
    const { server } = place
    const find = newFinding({ calls, identity, server })
    const people = newPeople({ ...place, calls, identity, teams, clock, wanted: wanted.includes('members') })
    const announce = newAnnouncing({ calls, server })
    return {
      ...newChatOf({
        place,
        places,
        teams,
        find,
        people: people.all,
        standing: people.standing,
        lacks,
        announce,
        census: newCensus({ calls, server, lacks: intents.lacks }),
      }),
      async start(one) {
        started = one
        // What is known when the first event comes need not be asked for then.
        void server.layout().catch(() => {})
      },
      async stop() {
        if (nth === 0) await job.end()
        await place.saying.settled()
        if (nth === 0) calls.close()
      },
      ...(nth === 0 ? { jobs: [job] } : {}),
    }
  })
}

/** Both of them where a team listens to its community: to questions, and to whoever is new. */
const intentsOf = ({ teams, servers }: DiscordParts): Privileged[] =>
  teams.some(({ listens = [] }) => listens.some(({ chat }) => servers.some(({ name }) => name === chat)))
    ? ['messages', 'members']
    : []
