import { RESTJSONErrorCodes as Codes, DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { Unavailable } from '../../model/oops.ts'
import { minute } from '../../model/time.ts'
import type { Key } from '../../texts/texts.ts'

/** How far a request came: whether anything went out, and whether our own patience ended it. */
export type Attempt = { sent: boolean; late: boolean }

/**
 * What an error of the SDK means: refused for good, limited (and so certainly not done), or in doubt, with its cause.
 * A mistake of ours is thrown on as it is.
 */
export function mishapOf(error: unknown, { sent, late }: Attempt): Unavailable {
  if (error instanceof Unavailable) return error
  if (error instanceof RateLimitError) return limited(Math.max(error.retryAfter, error.timeToReset, 0), error)
  if (error instanceof DiscordAPIError) return answered(error)
  if (error instanceof HTTPError)
    return new Unavailable(`Discord answered ${error.status}`, { cause: error, key: 'discord.down' })
  if (!sent && !late) throw error
  if (!sent) return limited(soon, error)
  return new Unavailable('Discord did not answer', { cause: error, key: 'discord.down' })
}

const limited = (retryAfter: number, cause: unknown) =>
  new Unavailable(`Discord wants ${Math.ceil(retryAfter)} ms of rest`, { cause, retryAfter })

function answered(error: DiscordAPIError): Unavailable {
  const { status, message } = error
  const more = byCode[Number(error.code)] ?? byStatus[status] ?? { refused: true, key: 'discord.refused' }
  return new Unavailable(`Discord answered ${status}: ${message}`, { cause: error, ...more })
}

type Meaning = { key: Key; refused?: true; retryAfter?: number }

const refused = (key: Key): Meaning => ({ key, refused: true })
const later = (key: Key, retryAfter: number): Meaning => ({ key, retryAfter })

const soon = 1_000

// By what the answer says, then by its status alone. What is not said here is refused.
const byCode: Record<number, Meaning> = {
  [Codes.UnknownChannel]: refused('discord.no-such-channel'),
  [Codes.UnknownMessage]: refused('discord.no-such-message'),
  // Whoever threw the bot out may take it in again: what waits goes on waiting.
  [Codes.UnknownGuild]: later('discord.no-such-server', 10 * minute),
  [Codes.MissingAccess]: refused('discord.no-access'),
  [Codes.MissingPermissions]: refused('discord.no-permission'),
  [Codes.CannotSendMessagesToThisUser]: refused('discord.closed'),
  [Codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: refused('discord.closed'),
  [Codes.ThreadLocked]: refused('discord.locked'),
  [Codes.InvalidActionOnArchivedThread]: refused('discord.locked'),
  [Codes.MaximumActiveThreads]: later('discord.many-threads', 10 * minute),
  [Codes.MessageWasBlockedByAutomaticModeration]: refused('discord.moderated'),
  [Codes.TitleWasBlockedByAutomaticModeration]: refused('discord.moderated'),
  [Codes.RequestEntityTooLarge]: refused('discord.too-big'),
  [Codes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached]: later('discord.refused', 10 * minute),
  [Codes.APIResourceOverloaded]: later('discord.down', minute / 2),
}

const byStatus: Record<number, Meaning> = {
  // Not the message's fault: it waits until somebody mends the token.
  401: later('discord.token-refused', minute),
  403: refused('discord.no-permission'),
  404: refused('discord.no-such-message'),
  408: { key: 'discord.down' },
  413: refused('discord.too-big'),
}

/** What Discord called the mishap, where it did: a number of its list (RESTJSONErrorCodes). */
export const codeOf = (error: unknown): number | null =>
  error instanceof Unavailable && error.cause instanceof DiscordAPIError ? Number(error.cause.code) : null

/** An interaction that can no longer be answered as one: three seconds without an answer, or a quarter of an hour. */
export const isExpired = (error: unknown) => expired.has(codeOf(error) ?? 0)

const expired = new Set<number>([Codes.UnknownInteraction, Codes.UnknownWebhook, Codes.InvalidWebhookToken])
