import type { Privileged } from './world.ts'

/** Bits of the intents that the stand-in tells apart. */
export const intents = {
  guilds: 1 << 0,
  members: 1 << 1,
  presences: 1 << 8,
  messages: 1 << 9,
  reactions: 1 << 10,
  dms: 1 << 12,
  dmReactions: 1 << 13,
  content: 1 << 15,
}

/** Every bit that Discord knows; another one is a mistake of the client (4013). */
export const knownIntents = 0x1ffff | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25)

export const privilegedBits: Record<Privileged, number> = {
  members: intents.members,
  presences: intents.presences,
  'message-content': intents.content,
}

/** What an application shows of its privileged intents, for those of fewer than 100 guilds. */
export const applicationFlags: Record<Privileged, number> = {
  presences: 1 << 13,
  members: 1 << 15,
  'message-content': 1 << 19,
}
