import { newIds } from './ids.ts'
import type {
  Application,
  Attachment,
  Channel,
  Guild,
  Interaction,
  Message,
  OpenModal,
  User,
} from './kept.ts'

export type * from './kept.ts'

/** All that there is, as a few maps: the routes and the people read and change it. */
export type World = ReturnType<typeof newWorld>

/** A dispatch of the gateway. `d` is made for each bot: without the content of messages where it may not read it. */
export type Told = {
  t: string
  d: (to: { bot: string; content: boolean }) => unknown
  /** The bit of the intent that a client must have asked for; 0 where none is needed. */
  intent: number
  guild?: string
  channel?: Channel
  /** For one application alone. */
  application?: string
}

export type Privileged = 'members' | 'presences' | 'message-content'

export function newWorld() {
  let ahead = 0
  const clock = () => Date.now() + ahead
  return {
    now: clock,
    forward: (ms: number) => {
      ahead += ms
    },
    newId: newIds(clock),
    users: new Map<string, User>(),
    guilds: new Map<string, Guild>(),
    channels: new Map<string, Channel>(),
    /** By channel, oldest first. */
    messages: new Map<string, Message[]>(),
    applications: new Map<string, Application>(),
    interactions: new Map<string, Interaction>(),
    /** Files that came with the options of commands. */
    files: new Map<string, Attachment>(),
    modals: new Map<string, OpenModal>(),
    nonces: new Map<string, { message: Message; at: number }>(),
    registered: { puts: 0, creates: 0 },
    created: [] as { scope: string; at: number }[],
    /** Privileged intents that the applications may use. */
    privileged: new Set<Privileged>(),
    /** When clients identified themselves: at most 1,000 times a day, and not within `identifyEvery` ms. */
    identified: [] as { application: string; at: number }[],
    identifyEvery: 0,
    /** Ms that an interaction waits for its first answer. */
    deadline: 3_000,
    /** `http://127.0.0.1:PORT`: the REST door, the gateway and the files. */
    address: '',
    /** The gateway puts itself here. */
    tell: (_told: Told) => {},
  }
}
