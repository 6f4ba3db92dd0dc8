/**
 * What Vigie needs to be allowed, and nothing more, as bits of Discord's permissions (docs.discord.com/developers/
 * topics/permissions). Each is explained in the texts: `discord.may-…`.
 */
export const needed = {
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  AddReactions: 1n << 6n,
  CreatePublicThreads: 1n << 35n,
  SendMessagesInThreads: 1n << 38n,
} as const

export type Needed = keyof typeof needed

export const allNeeded = Object.keys(needed) as Needed[]
